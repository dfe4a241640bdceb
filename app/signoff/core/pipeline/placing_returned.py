"""Each file that came back of a masked hand-over: unmasked, and put where it belongs or told of."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from signoff.core.domain.annotations import mark_in
from signoff.core.domain.review import ROWS
from signoff.core.domain.sentences import say
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.engines.documents.reader import read_document
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.export.masked_questions import Remark, remarks_in, remarks_in_text
from signoff.core.mask.alias_kinds import KINDS
from signoff.core.mask.outside import OutsideNames
from signoff.core.merge.returned_sql import ReturnedColumn, returned_sql
from signoff.core.parse.own_copies import mark_of
from signoff.core.pipeline.dropped import bytes_of, text_of
from signoff.core.pipeline.masked_files import QUESTIONS, README, RECEIPT, SQL_MARK
from signoff.core.pipeline.question_sheet import filled_in
from signoff.core.pipeline.returning import ReturnedFile, take_up
from signoff.core.progress import CancelToken
from signoff.core.project import session
from signoff.core.project.outside_help import HandedOver, every_handed_back
from signoff.core.project.project import Project
from signoff.core.project.taking import project_identity

_ALIAS = re.compile(rf"\b(?:{'|'.join(KINDS)})_[a-z][a-z2-7]{{6}}[a-z2-7]\w*", re.IGNORECASE)
_COMMENTS = (".md", ".txt")


class Placing:
    """Takes one file of a hand-over after the other, inside one act."""

    def __init__(
        self, project: Project, handed: HandedOver, names: OutsideNames, outside: str, by: str
    ) -> None:
        self._project, self._handed, self._names = project, handed, names
        self._outside, self._by = outside, by
        self._left = dict(handed.files)
        self._before = {
            digest for back in every_handed_back(project) if back.id == handed.id for _n, digest in back.files
        }
        self.columns: list[tuple[str, str]] = []
        self.answers = self.comments = 0
        self.odd: list[str] = []
        self.kept: list[tuple[str, str]] = []

    def take(self, path: Path, name: str, sandbox: Sandbox, cancel: CancelToken | None) -> None:
        """Take a file, or say why not."""
        data = bytes_of(path)
        digest = hashlib.sha256(data).hexdigest()
        if self._left.get(name) == digest or path.name in (README, RECEIPT):
            return
        if digest in self._before:
            self.odd.append(say("handover.already_back", file=name))
            return
        self._project.put_bytes(data)
        self.kept.append((name, digest))
        models = dict(self._handed.models)
        try:
            grids = read_document(path, cancel=cancel) if path.name == QUESTIONS else ()
            text = text_of(path) if name in models or path.suffix.lower() in _COMMENTS else ""
        except SignoffError as reason:
            self.odd.append(say("handover.unreadable", file=name, reason=reason))
            return
        if grids:
            self._take_sheet(grids, name, digest)
        elif name in models:
            self._take_sql(name, models[name], text, sandbox)
        elif text:
            self._take_remarks(remarks_in_text(text, name))
        else:
            self.odd.append(say("handover.other_file", file=name))

    def _unmasked(self, text: str, place: str) -> str:
        """The text in the project's names; what looks masked and is not known is told of."""
        plain = self._names.unmask(text)
        for alias in dict.fromkeys(found.group() for found in _ALIAS.finditer(plain)):
            self.odd.append(say("handover.still_masked", place=place, alias=alias))
        return plain

    def _take_sql(self, name: str, target: str, text: str, sandbox: Sandbox) -> None:
        before = self._names.unmask(self._project.bytes_of(self._left[name]).decode("utf-8"))
        after = self._unmasked(text, name)
        draft = self._project.draft(target)
        if draft is None:
            self._comment(Remark(target, ROWS, after, name))
            return
        try:
            sandbox.bind(_bare(after))
            found = returned_sql(_bare(before), _bare(after), draft)
        except SignoffError as reason:
            self.odd.append(say("handover.does_not_bind", file=name, reason=reason, target=target))
            self._comment(Remark(target, ROWS, after, name))
            return
        if found.around:
            parts = ", ".join(found.around)
            self.odd.append(say("handover.changed_around", file=name, parts=parts, target=target))
            self._comment(Remark(target, ROWS, after, name))
        drafted = {column.name.casefold() for column in draft.columns}
        for column in found.columns:
            self._take_column(
                target, column, f"{name}, {column.name}", is_known=column.name.casefold() in drafted
            )

    def _take_column(self, target: str, column: ReturnedColumn, place: str, *, is_known: bool) -> None:
        if not is_known:
            self.odd.append(say("handover.new_column", place=place))
            self._comment(Remark(target, ROWS, f"{column.name}: {column.sql}", place))
        elif not column.is_placed:
            self.odd.append(say("handover.in_steps", place=place))
            self._comment(Remark(target, column.name, column.sql, place))
        else:
            reason = say("handover.from_file", file=place.partition(",")[0], date=self._handed.at[:10])
            session.write_expression(
                self._project, target, column.name, column.sql, by=self._outside, reason=reason
            )
            self.columns.append((target, column.name))

    def _take_sheet(self, sheets: Sequence[SheetGrid], name: str, digest: str) -> None:
        grids = tuple(self._plain_grid(grid) for grid in sheets)
        ids = dict(self._handed.questions)
        filled = tuple(
            replace(each, question=ids.get(each.question, each.question), by=self._outside)
            for each in filled_in(grids, name)
        )
        for each in filled:
            self._unmasked(each.answer, str(each.cell))
        mark = next((found for grid in grids if (found := mark_of(grid))), None)
        if filled and mark is not None:
            ours = replace(mark, project=project_identity(self._project), whom="")
            done = take_up(self._project, ReturnedFile(name, digest, ours, filled, ()), by=self._by)
            self.answers += len(done.taken)
            self.odd += done.odd
        self._take_remarks(remarks_in(grids, name), is_plain=True)

    def _plain_grid(self, grid: SheetGrid) -> SheetGrid:
        rows = tuple(
            tuple(text if mark_in(text) else self._names.unmask(text) for text in row) for row in grid.rows
        )
        return replace(grid, rows=rows)

    def _take_remarks(self, remarks: Sequence[Remark], *, is_plain: bool = False) -> None:
        for remark in remarks:
            unmask = str if is_plain else self._names.unmask
            text = self._unmasked(remark.text, remark.place)
            self._comment(
                Remark(unmask(remark.target), unmask(remark.column), text, remark.place), counts=True
            )

    def _comment(self, remark: Remark, *, counts: bool = False) -> None:
        """Put a comment on its column, on the rows where the table has no such column; else tell of it."""
        for column in _places(remark.column):
            try:
                session.add_comment(
                    self._project, remark.target, column, _said(remark, column), by=self._outside
                )
            except SignoffError:
                continue
            self.comments += counts
            return
        self.odd.append(say("handover.no_table", place=remark.place, text=remark.text))


def _places(column: str) -> Iterator[str]:
    if column and column != ROWS:
        yield column
    yield ROWS


def _said(remark: Remark, column: str) -> str:
    is_elsewhere = column == ROWS and remark.column not in ("", ROWS)
    return f"{remark.column}: {remark.text}" if is_elsewhere else remark.text


def _bare(sql: str) -> str:
    """The query without the mark of the hand-over."""
    first, _, rest = sql.partition("\n")
    return rest if first.startswith(SQL_MARK) else sql

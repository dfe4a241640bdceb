"""The files of a masked hand-over, one kind after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.annotations import Mark
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import SourceTable
from signoff.core.engines.documents.copies import pages_workbook
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.engines.sql.schema_sql import schema_text
from signoff.core.export.masked_document import masked_workbook, name_cells
from signoff.core.export.masked_questions import comments_page, masked_page, masked_question
from signoff.core.mask.outside import OutsideNames
from signoff.core.pipeline.outside_material import Gathered
from signoff.core.pipeline.question_sheet import question_page
from signoff.core.project.outside_help import HandedOver
from signoff.core.verify.rows_alike import as_csv, rows_alike

RECEIPT = "receipt.json"
README = "README.txt"
QUESTIONS = "questions.xlsx"
_APART = re.compile(r"[\W_]+")
MOST_ROWS = 5_000
"""Rows of one made-up table at most."""
SQL_MARK = "-- Signoff hand-over "
"""Begins the first line of every SQL file that leaves; the id of the hand-over follows."""


@dataclass(frozen=True)
class Made:
    """Every file but the receipt."""

    files: dict[str, bytes]
    handed: HandedOver
    ours: frozenset[str]
    """Texts of ours, in which nothing of the project stands."""


class MaskedFiles:
    """Makes the files of one hand-over."""

    def __init__(self, gathered: Gathered, names: OutsideNames, handed: HandedOver) -> None:
        self._gathered, self._names, self._handed = gathered, names, handed
        self._files: dict[str, bytes] = {}
        self._ours: set[str] = set()

    def files(self) -> Made:
        """Every file but the receipt."""
        documents = self._documents()
        self._samples()
        models = self._sql()
        questions = self._questions()
        listed = [say("handover.readme_document", file=path) for path in documents]
        listed += [say("handover.readme_sources")] if self._gathered.leaving.schema.tables else []
        listed += [say("handover.readme_sql")] if models else []
        listed += [say("handover.readme_existing")] if self._gathered.leaving.existing else []
        listed.append(say("handover.readme_questions"))
        readme = say("handover.readme", listed="\n".join(f"- {line}" for line in listed))
        self._files[README] = readme.encode("utf-8")
        self._ours.update(readme.splitlines())
        lines = {line for text in self._ours for line in text.splitlines()}
        handed = replace(self._handed, models=models, questions=questions, ours=tuple(sorted(lines)))
        return Made(self._files, handed, frozenset(self._ours))

    def _documents(self) -> list[str]:
        leaving, paths = self._gathered.leaving, []
        for number, (_name, grids) in enumerate(leaving.sheets, 1):
            path = "document.xlsx" if number == 1 else f"document_{number}.xlsx"
            titles = self._titles(grids)
            cells = name_cells(leaving.spec, grids)
            self._files[path] = masked_workbook(
                grids, titles, cells, cell=self._names.header, listed=self._names.listed
            )
            paths.append(path)
        return paths

    def _titles(self, grids: Sequence[SheetGrid]) -> dict[str, str]:
        """What each sheet is called: its masked name, or a code where that is too long for a sheet."""
        titles: dict[str, str] = {}
        for grid in grids:
            title = self._names.text(grid.name)
            if len(title) > 28 or title.casefold() in {each.casefold() for each in titles.values()}:
                title = f"sheet_{self._names.code('sheet', grid.name)}"
            titles[grid.name] = title
        return titles

    def _samples(self) -> None:
        gathered, names = self._gathered, self._names
        stated = {}
        for table in gathered.leaving.schema.tables:
            stated[table.name] = self._table(table)
        if not stated:
            return
        self._files["sources/schema.sql"] = schema_text(stated.values()).encode("utf-8")
        rows = rows_alike(
            gathered.shapes,
            gathered.references,
            written=names.text,
            may_be=lambda text: names.is_free(text) and not self._tells(text),
            seed=names.code("rows"),
            most=MOST_ROWS,
        )
        for shape in gathered.shapes:
            path = f"sources/{names.identifier(shape.name)}.csv"
            heads = [names.identifier(column.name) for column in shape.columns]
            self._files[path] = as_csv(heads, rows[shape.name])

    def _tells(self, text: str) -> bool:
        telling = self._gathered.telling
        folded = text.strip().casefold()
        return folded in telling or any(each in telling for each in _APART.split(folded))

    def _table(self, table: SourceTable) -> SourceTable:
        name, text = self._names.identifier, self._names.text
        columns = tuple(
            replace(
                c,
                name=name(c.name),
                description=text(c.description),
                default=self._names.sql(c.default) if c.default else "",
                moved_from="",
                told="",
            )
            for c in table.columns
        )
        keys = tuple(
            replace(
                k,
                columns=tuple(map(name, k.columns)),
                table=name(k.table),
                referred=tuple(map(name, k.referred)),
            )
            for k in table.foreign_keys
        )
        key = tuple(map(name, table.key))
        return SourceTable(name(table.name), columns, key, text(table.description), keys)

    def _sql(self) -> tuple[tuple[str, str], ...]:
        leaving, names = self._gathered.leaving, self._names
        mark = f"{SQL_MARK}{self._handed.id}"
        self._ours.add(mark)
        models = []
        for target, sql in leaving.sql.items():
            path = f"sql/{names.identifier(target)}.sql"
            self._files[path] = f"{mark}\n{names.sql(sql).strip()}\n".encode()
            models.append((path, target))
        for target, sql in leaving.existing.items():
            self._files[f"existing/{names.identifier(target)}.sql"] = names.sql(sql).encode("utf-8")
        return tuple(models)

    def _questions(self) -> tuple[tuple[str, str], ...]:
        gathered, names = self._gathered, self._names
        codes = {each.question.id: names.code("question", each.question.id) for each in gathered.asked}
        asked = [
            replace(each, question=masked_question(each.question, codes[each.question.id]), whom="")
            for each in gathered.asked
        ]
        mark = Mark(self._handed.id)
        page = question_page(asked, mark, project=say("handover.masked_project"), date=gathered.date)
        ours = {cell.text for row in page.rows[:5] for cell in row} | set(codes.values())
        spec = gathered.leaving.spec
        places = [
            (names.identifier(t.name), names.identifier(c.name)) for t in spec.targets for c in t.columns
        ]
        comments = comments_page(tuple(dict.fromkeys(places)))
        self._ours.update(ours)
        self._ours.update(cell.text for row in comments.rows[:2] for cell in row)
        self._files[QUESTIONS] = pages_workbook(masked_page(page, frozenset(ours), names.question), comments)
        return tuple((code, identity) for identity, code in codes.items())

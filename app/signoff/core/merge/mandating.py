"""The mandate of an update: what is to become of each column of existing SQL, and where the document says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.mandates import Mandate, MandateState, Mark, MarkKind, Marks
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema, TargetMapping
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.lineage import existing_columns
from signoff.core.merge.markwords import old_name_in, state_in
from signoff.core.merge.row_marks import marks_of, without_mark

_PART_OF_TABLE = 3
"""One column in so many that the document does not name: it lists a part of the table only."""
_LONGEST = 120
"""Letters of a mark that are told."""
_WAS_CALLED = re.compile(
    r"^\W*(?:(?:so\s+far|until\s+now|today|was|is|it\s+was)\s+)?(?:previously|formerly|before|once|so\s+far|until"
    r"\s+now|was|old\s+name|ex|called|named|known\s+as)\b"
    r"(?:\s+(?:called|named|known\s+as|was|is)\b)?\s*[:=]?\s*['\"`]?(?P<name>[^\W\d]\w*)['\"`]?\W*$",
    re.IGNORECASE,
)
"""What says only how a column was called so far: ``previously is_paid``."""
_WORDS = {
    MandateState.NEW: "mandate.new",
    MandateState.CHANGED: "mandate.changed",
    MandateState.RENAMED: "mandate.renamed",
    MandateState.REMOVED: "mandate.removed",
    MandateState.UNCHANGED: "mandate.unchanged",
}
_SAID_BY = {
    MarkKind.STATE: "mandate.by_state",
    MarkKind.NOTE: "mandate.by_note",
    MarkKind.RULE: "mandate.by_rule",
    MarkKind.HEADING: "mandate.by_heading",
    MarkKind.COLOUR: "mandate.by_colour",
    MarkKind.LOG: "mandate.by_log",
    MarkKind.VERSION: "mandate.by_version",
}


@dataclass(frozen=True)
class Delta:
    """What a mapping document asks of existing SQL."""

    added: tuple[ColumnMapping, ...]
    """Columns the file does not have, in the document's order."""
    changed: tuple[ColumnMapping, ...]
    """Columns the file has and the document marks as changed."""
    kept: tuple[ColumnMapping, ...]
    """Columns the file has and the document does not mark as changed or removed."""
    findings: tuple[Finding, ...] = ()
    removed: tuple[ColumnMapping, ...] = ()
    """Columns the file has and the document marks as removed."""
    renamed: tuple[tuple[ColumnMapping, str], ...] = ()
    """Columns the document calls otherwise than the file, each with its name there."""
    rewritten: tuple[ColumnMapping, ...] = ()
    """Those of `renamed` whose value is made otherwise too."""
    unmarked: tuple[ColumnMapping, ...] = ()
    """Those of `kept` that no mark speaks of: their rules may say something else than the file."""
    only_changes: bool = False
    """The document lists a part of the table and marks nothing: what it lists is what changes."""
    mandates: tuple[Mandate, ...] = ()
    """One for each column of the document or the file, the document's first."""


def delta(
    existing: ExistingSql,
    target: TargetMapping,
    schema: Schema | None = None,
    marks: Marks | None = None,
) -> Delta:
    """What is to become of each column.

    A row is new, changed, renamed or removed where a mark says so: its state cell, a comment or rule that begins so,
    and whatever of the document's other places `marks` tells. A column that the document does not list, or does
    not mark, stays as it is.

    Args:
        existing: The file.
        target: The document's rows for it, all of them or the changes only.
        schema: Tables the file reads, for the columns behind a ``*``.
        marks: Of the document's headings, colours and change log, by target and column.
    """
    names = {squashed(c.name): c.name for c in existing_columns(existing, schema)}
    sorting = _Sorting(names, marks or {}, target)
    for column in target.columns:
        sorting.put(column)
    return sorting.result()


class _Sorting:
    """Puts each row where it belongs, the first of several rows of one column counting unless a later one is marked."""

    def __init__(self, names: Mapping[str, str], marks: Marks, target: TargetMapping) -> None:
        self._names, self._marks, self._target = names, marks, target
        self._by_fold = {name.casefold(): name for name in names.values()}
        self._listed = {squashed(c.name) for c in target.columns}
        self._rows: dict[str, tuple[ColumnMapping, Mark | None]] = {}
        self._findings: list[Finding] = []

    def put(self, column: ColumnMapping) -> None:
        mark = next(iter(marks_of(column, self._marks)), None)
        letters = squashed(column.name)
        known = self._rows.get(letters)
        if known is None or (known[1] is None and mark is not None):
            self._rows[letters] = without_mark(column), mark

    def result(self) -> Delta:
        parts: dict[MandateState, dict[str, ColumnMapping]] = {state: {} for state in MandateState}
        mandates: list[Mandate] = []
        renamed: list[tuple[ColumnMapping, str]] = []
        rewritten: list[ColumnMapping] = []
        for letters, (row, mark) in self._rows.items():
            mandate = self._mandate(letters, row, mark)
            if mandate is None:
                continue
            mandates.append(mandate)
            if mandate.was:
                renamed.append((row, mandate.was))
                rewritten += [row] if mark is not None and mark.is_rewritten else []
            else:
                parts[mandate.state][letters] = row
        unmarked = tuple(
            row for letters, row in parts[MandateState.UNCHANGED].items() if self._is_unmarked(letters)
        )
        renamed_away = {old.casefold() for _row, old in renamed}
        gone = self._gone(renamed_away)
        parts[MandateState.REMOVED] |= {squashed(row.name): row for row, _mandate in gone}
        mandates += (mandate for _row, mandate in gone)
        mandates += self._not_named(renamed_away | {row.name.casefold() for row, _mandate in gone})
        return Delta(
            tuple(parts[MandateState.NEW].values()),
            tuple(parts[MandateState.CHANGED].values()),
            tuple(parts[MandateState.UNCHANGED].values()),
            tuple(self._findings),
            tuple(parts[MandateState.REMOVED].values()),
            tuple(renamed),
            tuple(rewritten),
            unmarked,
            bool(unmarked) and self._lists_changes_only(),
            tuple(mandates),
        )

    def _is_unmarked(self, letters: str) -> bool:
        mark = self._rows[letters][1]
        return mark is None or mark.state is MandateState.NEW

    def _lists_changes_only(self) -> bool:
        """Whether rows that the file has stand in the document because they change: it names a part and marks none."""
        if any(mark is not None and mark.kind is MarkKind.STATE for _row, mark in self._rows.values()):
            return False
        left = [letters for letters in self._names if letters not in self._listed]
        return len(left) * _PART_OF_TABLE >= len(self._names) > 1

    def _mandate(self, letters: str, row: ColumnMapping, mark: Mark | None) -> Mandate | None:
        is_there = letters in self._names
        state = mark.state if mark is not None else None
        if state is MandateState.RENAMED and not is_there:
            return self._renaming(row, mark)
        if not is_there and state in (None, MandateState.CHANGED) and (was := self._called_before(row)):
            word, text = say(_WORDS[MandateState.RENAMED]), _short(row.state or row.note)
            why = say(_SAID_BY[MarkKind.STATE], column=row.name, state=word, text=text)
            return Mandate(row.name, MandateState.RENAMED, why, row.cell, was=was)
        if state is MandateState.REMOVED:
            return _told(row, MandateState.REMOVED, mark) if is_there else None
        if not is_there:
            return self._coming(row, mark)
        if mark is not None and mark.was and not mark.is_rewritten:
            return _told(row, MandateState.UNCHANGED, mark)  # the file has its new name already
        if state in (MandateState.CHANGED, MandateState.RENAMED):
            return _told(row, MandateState.CHANGED, mark)
        if state is MandateState.UNCHANGED:
            return _told(row, MandateState.UNCHANGED, mark)
        code = "mandate.already_there" if state is MandateState.NEW else "mandate.not_marked"
        return Mandate(row.name, MandateState.UNCHANGED, say(code, column=row.name), row.cell, is_told=False)

    def _called_before(self, row: ColumnMapping) -> str:
        """The file's column that a row's status or remark says it was called so far; empty where none says that."""
        for text in (row.state, row.note):
            told = _WAS_CALLED.match(" ".join(text.split()))
            name = self._by_fold.get(told["name"].casefold(), "") if told is not None else ""
            if name and squashed(name) not in self._listed:
                return name
        return ""

    def _coming(self, row: ColumnMapping, mark: Mark | None) -> Mandate | None:
        """A column the file does not have; one that is marked as unchanged is a contradiction, and is not added."""
        if mark is None:
            why = say("mandate.not_there", column=row.name)
            return Mandate(row.name, MandateState.NEW, why, row.cell, is_told=False)
        is_version = mark.kind is MarkKind.VERSION
        if mark.state is MandateState.UNCHANGED and (
            is_version or state_in(mark.text) is MandateState.UNCHANGED
        ):
            code = "mandate.since_both_missing" if is_version else "mandate.unchanged_missing"
            message = say(code, column=row.name, text=_short(mark.text))
            self._findings.append(
                Finding("D230", Severity.WARNING, message, mark.cell or row.cell, row.target, row.name)
            )
            return None
        return _told(row, MandateState.NEW, mark)

    def _renaming(self, row: ColumnMapping, mark: Mark | None) -> Mandate:
        """Renamed where its old name can be told, else new."""
        told = (row.was, mark.was if mark is not None else "")
        old = next((name for each in told if (name := self._by_fold.get(each.casefold(), ""))), "")
        for text in (mark.text if mark is not None else "", row.note, row.rule, row.description):
            old = old or old_name_in(text, self._by_fold)
        sources = list(dict.fromkeys(s.column for s in row.sources if squashed(s.column) in self._names))
        if not old and len(sources) == 1 and squashed(sources[0]) not in self._listed:
            old = self._names[squashed(sources[0])]
        if not old:
            return _told(row, MandateState.NEW, mark)
        return replace(_told(row, MandateState.RENAMED, mark), was=old)

    def _gone(self, renamed: set[str]) -> list[tuple[ColumnMapping, Mandate]]:
        """Columns of the file that the version before names and this one does not."""
        found = []
        for letters, name in self._names.items():
            marks = self._marks.get((self._target.name.casefold(), name.casefold()), ())
            mark = next((m for m in marks if m.kind is MarkKind.VERSION), None)
            if letters in self._listed or name.casefold() in renamed or mark is None:
                continue
            if mark.state is MandateState.REMOVED:
                row = ColumnMapping(self._target.name, name, cell=mark.cell)
                found.append((row, _told(row, MandateState.REMOVED, mark)))
        return found

    def _not_named(self, renamed: set[str]) -> Iterator[Mandate]:
        for letters, name in self._names.items():
            if letters not in self._listed and name.casefold() not in renamed:
                why = say("mandate.not_named", column=name)
                yield Mandate(name, MandateState.UNCHANGED, why, self._target.cell, is_told=False)


def _told(row: ColumnMapping, state: MandateState, mark: Mark | None) -> Mandate:
    word = say(_WORDS[state])
    if mark is None:
        return Mandate(row.name, state, say("mandate.not_there", column=row.name), row.cell)
    text = mark.text if mark.kind is MarkKind.VERSION else _short(mark.text)
    why = say(_SAID_BY[mark.kind], column=row.name, state=word, text=text)
    return Mandate(row.name, state, why, mark.cell or row.cell, by_version=mark.kind is MarkKind.VERSION)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"

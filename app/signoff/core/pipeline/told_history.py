"""What the last entry of a document's history says of rows: nothing follows from it, so it is told.

An entry may be long in the SQL that exists, or be the very change that is asked; a person says which.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Spec, StepKind, TargetMapping
from signoff.core.merge.changed_rows import Way, asks_for_change, changed_rows

_VERSION = re.compile(
    r"\s*(?:v|ver\.?|version|rel\.?|release|rev\.?)?\s*(?P<number>\d+(?:[._]\d+)+|\d{1,3})\s*", re.IGNORECASE
)
_WAYS = (Way.OUT, Way.IN, Way.BOUND, Way.PICK)


def history_rows(spec: Spec, existing: Collection[str]) -> Iterator[Finding]:
    """A remark for a document of one existing target whose last entry of a history changes rows.

    Args:
        spec: the document.
        existing: names of the targets whose SQL exists.
    """
    names = {name.casefold() for name in existing}
    targets = [t for t in spec.targets if t.name.casefold() in names or t.existing_sql.strip()]
    if len(targets) != 1:
        return
    target = targets[0]
    entries = list(_entries(spec, target))
    last = max(entries, key=lambda entry: entry[0], default=None)
    notes = {step.cell for step in target.steps if step.kind is StepKind.NOTE}
    if last is not None and last[2] in notes and asks_for_change(last[1]):
        return  # it is followed or asked as a sentence on rows
    for sentence in changed_rows(last[1]) if last is not None else ():
        if last is not None and sentence.way in _WAYS and not _names_column(sentence.text, target):
            message = say("update.history_rows", text=sentence.text)
            yield Finding("D202", Severity.WARNING, message, last[2], target.name)


def _entries(spec: Spec, target: TargetMapping) -> Iterator[tuple[tuple[int, ...], str, Cell]]:
    """Number, text and cell of each row that holds a version and what it brought, be it read as a note on rows."""
    rows: dict[tuple[str, int], list[tuple[Cell, str]]] = defaultdict(list)
    cells = [(each.cell, each.text) for each in spec.unused if not each.is_note]
    cells += [(s.cell, s.condition) for s in target.steps if s.kind is StepKind.NOTE and s.cell is not None]
    for cell, text in cells:
        rows[cell.sheet, cell.row].append((cell, text))
    for row in rows.values():
        (_first, number), *others = sorted(row, key=lambda each: each[0].column)
        told = _VERSION.fullmatch(number)
        texts = [(cell, text) for cell, text in others if len(text.split()) > 2]
        if told is not None and len(texts) == 1:
            parts = tuple(int(part) for part in re.split(r"[._]", told["number"]))
            yield parts, texts[0][1], texts[0][0]


def _names_column(text: str, target: TargetMapping) -> bool:
    words = set(re.findall(r"\w+", text.casefold()))
    return any(column.name.casefold() in words for column in target.columns)

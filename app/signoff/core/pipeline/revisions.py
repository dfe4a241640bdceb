"""Tables of revisions: the last entry is what is asked now, the earlier ones are in the SQL that exists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from signoff.core.domain.mandates import MandateState
from signoff.core.domain.spec import ColumnMapping, Step, StepKind, UnusedCell
from signoff.core.merge.markwords import state_in

_NOW = re.compile(
    r"\b(?:now|will\s+be|today|future|to\s+be|after\s+the\s+change|ab\s+(?:jetzt|sofort)|künftig|vanaf\s+nu|désormais)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_LEAST_ENTRIES = 2
_LONGEST = 16
"""Letters of the name of a revision."""


def asks_now(state: str, columns: Sequence[ColumnMapping]) -> bool:
    """Whether what stands beside a step says that it is asked now: a word, or the latest of the rows' revisions.

    Args:
        state: as written; may be empty.
        columns: the target's rows, with the revisions that stand beside them.
    """
    if not state.strip():
        return False
    if state_in(state) is MandateState.NEW or _NOW.search(state):
        return True
    own = _parts(state)
    of_rows = [_parts(column.state) for column in columns if column.state.strip()]
    return bool(own) and all(own >= parts for parts in of_rows if parts)


def _parts(text: str) -> tuple[int, ...]:
    found = _NUMBER.search(text)
    return tuple(int(part) for part in found.group().split(".")) if found is not None else ()


def by_revisions(
    unused: Sequence[UnusedCell], texts: Sequence[str], steps: Sequence[Step] = ()
) -> dict[str, MandateState]:
    """What the revisions beside rows say, where the document lists them; empty where it lists no such.

    Args:
        unused: cells that no field was read from, among them the list.
        texts: the revisions beside the rows.
        steps: of the target; what an entry of the list says of rows is a note among them.
    """
    noted = (
        UnusedCell(s.cell, s.condition, "") for s in steps if s.kind is StepKind.NOTE and s.cell is not None
    )
    latest = latest_revision((*unused, *noted), texts)
    if not latest:
        return {}
    same = latest.casefold()
    return {t: MandateState.CHANGED if t.casefold() == same else MandateState.UNCHANGED for t in texts}


def latest_revision(unused: Sequence[UnusedCell], texts: Sequence[str]) -> str:
    """The last entry of the list that has all of the revisions; empty where there is none.

    Args:
        unused: cells that no field was read from.
        texts: revisions that the list is to have, some at least.
    """
    said = {text.casefold() for text in texts}
    for entries in _columns(unused):
        if len(entries) >= _LEAST_ENTRIES and said <= {entry.casefold() for entry in entries}:
            return entries[-1]
    return ""


def _columns(unused: Sequence[UnusedCell]) -> list[list[str]]:
    """Short texts that stand below each other, each beside a text in its row, each once."""
    rows: dict[tuple[str, int], int] = defaultdict(int)
    for each in unused:
        rows[each.cell.sheet, each.cell.row] += not each.is_note
    found: list[list[str]] = []
    last: dict[tuple[str, int], tuple[int, list[str]]] = {}
    for each in sorted(unused, key=lambda one: (one.cell.sheet, one.cell.column, one.cell.row)):
        place = each.cell.sheet, each.cell.column
        row, run = last.get(place, (0, []))
        text = each.text.strip()
        if len(text) > _LONGEST or rows[each.cell.sheet, each.cell.row] < _LEAST_ENTRIES or each.is_note:
            continue
        if row + 1 != each.cell.row or text in run:
            run = []
            found.append(run)
        run.append(text)
        last[place] = each.cell.row, run
    return found

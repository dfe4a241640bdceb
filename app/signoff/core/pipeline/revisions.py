"""Tables of revisions: the last entry is what is asked now, the earlier ones are in the SQL that exists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from signoff.core.domain.mandates import MandateState
from signoff.core.domain.spec import UnusedCell

_LEAST_ENTRIES = 2
_LONGEST = 16
"""Letters of the name of a revision."""


def by_revisions(unused: Sequence[UnusedCell], texts: Sequence[str]) -> dict[str, MandateState]:
    """What the revisions beside rows say, where the document lists them; empty where it lists no such.

    Args:
        unused: cells that no field was read from, among them the list.
        texts: the revisions beside the rows.
    """
    latest = latest_revision(unused, texts)
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

"""Rows that go by how long they last: ``trips under 60 seconds are dropped (ended_at - started_at)``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.merge.likely.cues import LEAVES, ONLY
from signoff.core.merge.scoping import is_day

_LIMIT = re.compile(
    r"\b(?P<sign>under|below|shorter\s+than|less\s+than|fewer\s+than|briefer\s+than|over|above|longer\s+than|more\s+than|at\s+least|at\s+most)\s+"
    r"(?P<n>\d+)\s+(?P<unit>second|minute|hour|day)s?\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?P<end>[A-Za-z_][\w.]*)\s*(?:-|–|−|minus|less)\s*(?P<start>[A-Za-z_][\w.]*)"
    r"|(?:from|between)\s+(?P<from>[A-Za-z_][\w.]*)\s+(?:to|and|until|till)\s+(?P<to>[A-Za-z_][\w.]*)",
    re.IGNORECASE,
)
_SIGNS = {
    "under": "<", "below": "<", "shorter than": "<", "less than": "<", "fewer than": "<", "briefer than": "<",
    "over": ">", "above": ">", "longer than": ">", "more than": ">", "at least": ">=", "at most": "<=",
}  # fmt: skip


def likely_duration(text: str, columns: Sequence[ScopeColumn]) -> str:
    """SQL of which rows stay, where a text limits the time between two of a table's moments; else empty.

    Args:
        text: one sentence on rows.
        columns: the driving table's.
    """
    limit, between = _LIMIT.search(text), _BETWEEN.search(text)
    if limit is None or between is None:
        return ""
    start = _column(between["start"] or between["from"], columns)
    end = _column(between["end"] or between["to"], columns)
    leaves = LEAVES.search(text) is not None
    if start is None or end is None or leaves == (ONLY.search(text) is not None):
        return ""
    sign = _SIGNS[" ".join(limit["sign"].lower().split())]
    test = f"date_diff('{limit['unit'].lower()}', {start.sql}, {end.sql}) {sign} {limit['n']}"
    return f"not coalesce({test}, false)" if leaves else test


def _column(name: str, columns: Sequence[ScopeColumn]) -> ScopeColumn | None:
    wanted = squashed(name.rpartition(".")[2])
    found = [c for c in columns if squashed(c.column.name) == wanted and is_day(c)]
    return found[0] if len(found) == 1 else None

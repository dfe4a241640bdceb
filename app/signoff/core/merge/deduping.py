"""``Keep the latest row per customer_id by updated_at`` as a filter on a row number.

The order is made total with the key's own remaining columns by nobody: ties are the reviewer's to see, so
the finding belongs to verify's second run on shuffled rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.names import bare, squashed
from signoff.core.merge.scoping import find_everywhere

_WHICH = r"(?P<which>latest|last|newest|most recent|highest|first|earliest|oldest|lowest)"
_KEYS = r"(?P<keys>[\w.]+(?:\s*(?:,|\band\b)\s*[\w.]+)*?)"
_ORDER = r"(?P<order>[\w.]+)"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"^(?:(?:deduplicate|dedup)\s*[:,;]?\s*)?(?:keep|take|use|load)?\s*(?:only\s+)?(?:the\s+)?{_WHICH}\s+"
        rf"(?:row|record|entry|line|version)?\s*(?:per|for each|of each|by|for every)\s+{_KEYS}"
        rf"\s*,?\s*(?:by|based on|according to|ordered by|order by|using|on)\s+(?:the\s+)?{_ORDER}$",
        rf"^(?:keep\s+)?(?:only\s+)?one\s+(?:row|record|line)\s+(?:per|for each)\s+{_KEYS}\s*[:,;(-]*\s*"
        rf"(?:keep|take|keeping|taking|with)?\s*(?:the\s+)?{_WHICH}\s+(?:row|record|one)?\s*"
        rf"(?:by|based on)?\s*{_ORDER}\)?$",
        rf"^(?:deduplicate|dedup|remove duplicates)\s+(?:by|on|per)\s+{_KEYS}\s*[:,;-]*\s*"
        rf"(?:keep|keeping|take)\s+(?:the\s+)?{_WHICH}\s+(?:row|record|one)?\s*(?:by|based on)?\s*{_ORDER}$",
    )
)
_LATEST = frozenset(("latest", "last", "newest", "most recent", "highest"))
_BETWEEN = re.compile(r"\s*(?:,|\band\b)\s*", re.IGNORECASE)


def dedup_condition(
    text: str, relations: Sequence[Relation], schema: Schema, cell: Cell | None
) -> Condition | None:
    """The filter that keeps one row of each key; None when the text is not wholly of that kind."""
    plain = " ".join(text.split()).rstrip(".")
    match = next((m for m in (shape.match(plain) for shape in _SHAPES) if m), None)
    if match is None:
        return None
    keys = [_column(name, relations, schema) for name in _BETWEEN.split(match["keys"])]
    order = _column(match["order"], relations, schema)
    if not order or not all(keys):
        return None
    falling = match["which"].lower() in _LATEST
    direction = "desc nulls last" if falling else "asc nulls last"
    sql = f"row_number() over (partition by {', '.join(keys)} order by {order} {direction}) = 1"
    return Condition(text, sql, Origin.PATTERN, cell)


def _column(name: str, relations: Sequence[Relation], schema: Schema) -> str:
    place, _, _ = name.strip().rpartition(".")
    wanted = squashed(bare(place)) if place else ""
    hits = [
        c
        for c in find_everywhere(relations, schema, name.strip())
        if not wanted or wanted in (squashed(c.relation), squashed(c.table))
    ]
    return hits[0].sql if hits else ""

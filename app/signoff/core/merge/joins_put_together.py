"""Joins of one text that are put together first: ``put together per order before joining`` behind them.

``order_tag by order_no, and from there tag by tag_id, left join; put together per order before joining`` joins the tags
to the links first, puts them together by order_no, and joins that.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import Schema, Step, StepKind, TargetMapping
from signoff.core.merge.inner_texts import GROUPED, read_inside
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_column, find_table, words

_ALSO = re.compile(
    r"^(?:also|likewise|too|again|and|then|all\s+of\s+it|(?:this|that|it|they|both)\s+(?:is|are))\s+",
    re.IGNORECASE,
)
_CODES = frozenset({"id", "no", "nr", "number", "key", "code", "cd"})
_JOINS = (StepKind.LEFT_JOIN, StepKind.INNER_JOIN)
_NAME = re.compile(r"^[A-Za-z_]\w*$")


def with_joins_put_together(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with such joins as one, which says what is done first; unchanged where it is not wholly clear."""
    steps = list(target.steps)
    for note in [s for s in steps if s.kind is StepKind.NOTE and s.cell is not None]:
        plain = _ALSO.sub("", note.condition.strip(" ."))
        inside = read_inside(plain)
        joins = [s for s in steps if s.kind in _JOINS and s.cell == note.cell]
        if inside is None or inside.latest or inside.table or GROUPED.match(plain) is None:
            continue
        made = _together(joins, inside.keys, plain, schema) if 0 < len(joins) < 3 else None
        if made is None:
            continue
        steps = [made if s is joins[0] else s for s in steps if s is not note and s not in joins[1:]]
    return replace(target, steps=tuple(steps)) if steps != list(target.steps) else target


def _together(joins: list[Step], keys: str, how: str, schema: Schema) -> Step | None:
    """The first join with what is done with its table; None where the key is another, or a table hangs elsewhere."""
    first, *others = joins
    key = first.condition.strip()
    if not _NAME.match(key) or not _means(keys, key):
        return None
    if not others:
        return replace(first, condition=f"{key}; {how.replace(keys, key, 1)}")
    other = others[0]
    on = other.condition.strip()
    link, table = find_table(schema, first.table), find_table(schema, other.table)
    if link is None or table is None or not _NAME.match(on) or find_column(link, on) is None:
        return None
    if find_column(link, key) is None or other.alias or first.kind is not other.kind:
        return None
    kind = "left joined" if other.kind is StepKind.LEFT_JOIN else "joined"
    return replace(first, condition=f"{key}; {kind} with {table.name} ({on}), {how.replace(keys, key, 1)}")


def _means(said: str, key: str) -> bool:
    """Whether what rows are put together by is the key they are joined by: ``order`` is order_no."""
    plain = re.sub(r"^(?:the|each|every|one)\s+", "", said.strip(), flags=re.IGNORECASE)
    own = [singular(word) for word in words(key) if word not in _CODES]
    return squashed(plain) == squashed(key) or [singular(word) for word in words(plain)] == own

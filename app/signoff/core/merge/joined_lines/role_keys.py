"""By which columns the table of a role belongs to those that are there: ``person on nurse_person_id``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.merge.joined_lines.sides import pair_by
from signoff.core.merge.names import bare, find_column, words
from signoff.core.merge.scoping import relation_columns


@dataclass(frozen=True)
class Link:
    """An equality of two columns."""

    sql: str
    sure: bool
    """Both sides have the column that is named, or end in its name."""
    to: str
    """Alias of the table on its other side."""


def link_by(key: str, there: Relation, placed: Sequence[Relation], schema: Schema) -> Link | None:
    """The equality that a key of a paragraph stands for; None where one side has no such column.

    Args:
        key: a column, with or without its table, or two with ``=`` between.
        there: the table that is joined.
        placed: those that are there, the driving one first.
        schema: their columns.
    """
    sides = [side.strip() for side in key.split("=")]
    if len(sides) == 2:
        return _of_two(sides, there, placed, schema)
    place, _, name = key.rpartition(".")
    others = [r for r in placed if _is_named(place, r)]
    own = {squashed(c.column.name): c.column.name for c in relation_columns(there, schema)}
    for other in others:
        columns = [c.column.name for c in relation_columns(other, schema)]
        held = next((each for each in columns if squashed(each) == squashed(name)), "")
        mine = (own.get(squashed(name)) or _ending(name, list(own.values()))) if held else ""
        if held and mine:
            return Link(f"{other.alias}.{held} = {there.alias}.{mine}", True, other.alias)
    pair = pair_by(name, there, others, schema, TargetMapping("", ()))
    if pair is None:
        return None
    named = (r.alias for r in others if re.search(rf'\b{re.escape(r.alias)}"?\.', pair.sql))
    return Link(pair.sql, pair.sure, next(named, ""))


def _is_named(place: str, relation: Relation) -> bool:
    return not place or squashed(bare(place)) in (squashed(relation.table), squashed(relation.alias))


def _of_two(sides: Sequence[str], there: Relation, placed: Sequence[Relation], schema: Schema) -> Link | None:
    """Two columns that are named, one of the joined table and one of another."""
    table = schema.table(there.table)
    for mine, theirs in (sides, sides[::-1]):
        place, _, name = mine.rpartition(".")
        column = find_column(table, name) if table is not None else None
        if column is None or (place and squashed(bare(place)) != squashed(there.table)):
            continue
        place, _, name = theirs.rpartition(".")
        for other in (r for r in placed if _is_named(place, r)):
            known = schema.table(other.table)
            held = find_column(known, name) if known is not None else None
            if held is not None:
                return Link(f"{other.alias}.{held.name} = {there.alias}.{column.name}", True, other.alias)
    return None


def _ending(key: str, columns: Sequence[str]) -> str:
    """The one column that a longer key ends in: ``user_id`` for ``organizer_user_id``."""
    parts = words(key)
    fitting = [c for c in columns if 1 < len(words(c)) < len(parts) and words(c) == parts[-len(words(c)) :]]
    return fitting[0] if len(fitting) == 1 else ""

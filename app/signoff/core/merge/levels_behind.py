"""A changed column that is summed up inside and comes out through a ``*``: written where a SELECT lists it."""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.merge.existing import ExistingSql, Place
from signoff.core.merge.levels import Level, Outward, carried_out, levels_for, only_part, shows_all
from signoff.core.merge.lineage import select_outputs


def carried_behind(
    existing: ExistingSql, place: Place, level: Level, mapping: ColumnMapping, sql: str, schema: Schema
) -> Outward | None:
    """As `carried_out`, for a column that the file has behind a ``*`` of the output's: over the SELECT listing it."""
    inner = listing_place(existing, place, mapping.name, schema) if level.by_star else None
    if inner is None:
        return None
    own = [each for each in levels_for(existing, inner, mapping, schema) if each.cte == level.cte]
    if len(own) != 1 or own[0].by_star:
        return None
    found = carried_out(existing, inner, own[0], mapping, sql, schema)
    return replace(found, at=inner) if found is not None and found.sql else None


def listing_place(existing: ExistingSql, place: Place, name: str, schema: Schema) -> Place | None:
    """The SELECT behind the stars of another one that has a column in its own list; None where there is none such."""
    folded = name.casefold()
    own = next((o for o in select_outputs(existing, place, schema) if o.name.casefold() == folded), None)
    if own is None:
        return None
    for table in place.select.tables:
        inner = only_part(place.query_of(table))
        shown = select_outputs(existing, inner, schema) if inner is not None else []
        there = next((o for o in shown if o.name.casefold() == folded), None)
        if inner is not None and there is not None and shows_all(existing, place, table):
            return inner if there.item is not None else listing_place(existing, inner, name, schema)
    return None

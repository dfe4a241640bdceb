"""A rule that is the same as another column's, said of its own sources: `same as origin` beside the other station."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping


def said_of(other: ColumnMapping, column: ColumnMapping) -> ColumnMapping | None:
    """The other column with its rule said of this one's sources; None where these are not of its tables, one by one.

    Args:
        other: the column whose rule is meant.
        column: the one that points to it, with sources of its own.
    """
    if (said := said_alike(other, column)) is not None or not (other.sources and column.sources):
        return said
    if [ref.table.casefold() for ref in other.sources] != [ref.table.casefold() for ref in column.sources]:
        return None
    own = {
        theirs.column.casefold(): mine.column
        for theirs, mine in zip(other.sources, column.sources, strict=True)
    }
    names = "|".join(re.escape(name) for name in sorted(own, key=len, reverse=True))
    rule = re.sub(
        rf"(?<![\w'\"])(?:{names})(?![\w'\"])",
        lambda found: own[found.group().casefold()],
        other.rule_resolved or other.rule,
        flags=re.IGNORECASE,
    )
    return replace(other, rule=other.rule, rule_resolved=rule)


def said_alike(other: ColumnMapping, column: ColumnMapping) -> ColumnMapping | None:
    """The other column, where it has the same sources."""
    return other if other.sources == column.sources else None

"""Which columns of a drafted target hold the values of a source column as they are."""

from __future__ import annotations

from sqlglot import exp

from signoff.core.engines.sqltext import SqlTextError, parse_query
from signoff.core.merge.sqlparts import DIALECT


def moved_columns(sql: str) -> dict[str, str]:
    """Source column by target column, for those that are moved or only cast; empty for a union or unreadable text."""
    try:
        query = parse_query(sql, DIALECT)
    except SqlTextError:
        return {}
    if not isinstance(query, exp.Select):
        return {}
    found = {}
    for item in query.expressions:
        held = item.unalias()
        held = held.this if isinstance(held, exp.Cast) else held
        if isinstance(held, exp.Column) and item.alias_or_name:
            found[item.alias_or_name] = held.name
    return found

"""Whether one SELECT of a file owns its rows, so that a further condition there means one thing only."""

from __future__ import annotations

from sqlglot.tokenizer_core import TokenType

from signoff.core.merge.existing import CtePlace, ExistingSql, Place
from signoff.core.merge.selects import every_place
from signoff.core.merge.sqlparts import aggregates, columns_of, parsed, windows
from signoff.core.merge.standing_conditions import where_of

_PICKS_ROWS = (TokenType.LIMIT, TokenType.OFFSET, TokenType.FETCH, TokenType.QUALIFY)
_PLAIN_JOINS = ("from", "inner", "cross", ",")


def owns_rows(existing: ExistingSql, condition: str) -> bool:
    """Whether every row of the result is a row of one SELECT that the condition can be put behind.

    It neither groups, merges nor counts rows, no query behind or around it chooses among them, and what the condition
    names is no table that may lack a partner.

    Args:
        existing: the file.
        condition: over the relations of that SELECT.
    """
    if len(existing.parts) != 1 or len(existing.query.parts) != 1:
        return False
    if any(token.token_type in _PICKS_ROWS for token in existing.tokens):
        return False
    place = existing.parts[0]
    return (
        keeps_rows_apart(existing, place)
        and all(_is_row_by_row(existing, table) for table in map(place.query_of, place.select.tables))
        and _has_partners(place, condition)
    )


def names_filtered(existing: ExistingSql, condition: str) -> bool:
    """Whether a condition of the file, behind WHERE or ON, names a column of this one: it may say the same."""
    tree = parsed(condition)
    names = {column.name.casefold() for column in columns_of(tree)} if tree is not None else set()
    for place in every_place(existing):
        spans = [table.on for table in place.select.tables if table.on is not None]
        where = where_of(existing, place.select)
        for span in [*spans, *([where] if where is not None else [])]:
            said = parsed(existing.condition_of(span))
            if said is None or names & {column.name.casefold() for column in columns_of(said)}:
                return True
    return False


def keeps_rows_apart(existing: ExistingSql, place: Place) -> bool:
    """Whether a SELECT gives each row of its tables by itself."""
    if place.select.group or place.select.distinct:
        return False
    for item in place.select.items:
        tree = existing.item(item)
        if not existing.is_star(item) and (tree is None or aggregates(tree) or windows(tree)):
            return False
    return True


def _is_row_by_row(existing: ExistingSql, query: CtePlace | None) -> bool:
    """Whether a relation is a table, or a query that gives one table's rows as they are."""
    if query is None:
        return True
    if len(query.parts) != 1:
        return False
    inner = query.parts[0]
    return (
        len(inner.select.tables) == 1
        and where_of(existing, inner.select) is None
        and keeps_rows_apart(existing, inner)
        and _is_row_by_row(existing, inner.query_of(inner.select.tables[0]))
    )


def _has_partners(place: Place, condition: str) -> bool:
    """Whether the tables that a condition names are joined so that each row has one of theirs."""
    joins = {table.alias.casefold(): table.join for table in place.select.tables}
    tree = parsed(condition)
    named = {column.table.casefold() for column in columns_of(tree)} if tree is not None else set()
    if any(word in join.split() for join in joins.values() for word in ("right", "full")):
        return False
    return bool(named) and all(joins.get(alias) in _PLAIN_JOINS for alias in named)

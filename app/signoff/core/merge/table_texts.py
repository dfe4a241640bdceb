"""How a file writes the tables it reads: plain, with their schema, or through ``source`` and ``ref``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlglot.tokenizer_core import TokenType

from signoff.core.merge.dialects import name_in
from signoff.core.merge.existing import ExistingSql, Place
from signoff.core.merge.selects import every_place
from signoff.core.merge.shape import TableShape

_BETWEEN = (TokenType.DOT, TokenType.DASH)


def table_style(existing: ExistingSql, models: Sequence[str] = ()) -> Callable[[str], str]:
    """How this file writes tables: plain, or through ``source`` and ``ref`` as it does already.

    Args:
        existing: The file.
        models: Tables that are dbt models themselves and so read through ``ref``.
    """
    known = {name.casefold() for name in models}
    sources = existing.rendered.sources

    def written(table: str) -> str:
        if not sources and not existing.rendered.refs:
            return written_like(existing, table)
        by_ref = table.casefold() in known or table in existing.rendered.refs or not sources
        name = table.replace("'", "")
        return f"{{{{ ref('{name}') }}}}" if by_ref else f"{{{{ source('{sources[-1][0]}', '{name}') }}}}"

    return written


def written_like(existing: ExistingSql, table: str) -> str:
    """A table's name with the schema that the file gives all of its tables; without one where they differ in it."""
    schemas = {
        _schema(existing, shape)
        for place in every_place(existing)
        for shape in place.select.tables
        if _is_true_table(place, shape)
    }
    if len(schemas) != 1:
        return name_in(table, existing.dialect)
    schema, is_quoted = schemas.pop()
    if schema[:1] == "`" and not schema.endswith("`."):
        return f"{schema}{table}`"
    return f"{schema}{name_in(table, existing.dialect, always_quoted=is_quoted and bool(schema))}"


def _is_true_table(place: Place, shape: TableShape) -> bool:
    return bool(shape.name) and shape.query is None and shape.name.casefold() not in place.ctes


def _schema(existing: ExistingSql, shape: TableShape) -> tuple[str, bool]:
    """What stands before a table's name, such as ``sales.dbo.``, and whether the name is in quotes.

    Where both are in one pair of quotes, those are left open.
    """
    tokens, last = existing.tokens, shape.span.first
    while last + 2 <= shape.span.last and tokens[last + 1].token_type in _BETWEEN:
        last += 2
    name = existing.sql[tokens[last].start : tokens[last].end + 1]
    inside = name.rpartition(".")[0]
    before = existing.sql[tokens[shape.span.first].start : tokens[last].start]
    is_quoted = tokens[last].token_type == TokenType.IDENTIFIER
    return (f"{before}{inside}." if inside and name.startswith("`") else before), is_quoted

"""Values that everyday sentences name, as SQL of the column's kind."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.everyday.said import Said
from signoff.core.merge.names import NUMERIC
from signoff.core.merge.scoping import is_day


def literal(column: ScopeColumn, number: int, said: Said) -> str | None:
    """A value as SQL, where it is of the column's kind."""
    value, kind = said.values[number], column.column.type.upper()
    if is_day(column):
        return (
            f"date '{value.text}'" if value.kind == "day" and len(value.text) == len("2024-01-31") else None
        )
    if NUMERIC.match(column.column.type):
        return value.text if re.fullmatch(r"-?\d+(?:\.\d+)?", value.text) else None
    if kind.startswith("BOOL"):
        return {"true": "true", "yes": "true", "false": "false"}.get(value.text.casefold())
    return f"'{value.text.replace(chr(39), chr(39) * 2)}'" if value.kind != "day" else None


def comparable(column: ScopeColumn) -> str:
    """A column as it is held against values: moments by their day."""
    is_moment = column.column.type.upper().startswith("TIMESTAMP")
    return f"cast({column.sql} as date)" if is_moment else column.sql


def is_text(column: ScopeColumn) -> bool:
    """Whether a column holds texts."""
    return column.column.type.upper().startswith(("VARCHAR", "CHAR", "TEXT", "STRING", "NVARCHAR"))


def is_missing(column: ScopeColumn) -> str:
    """SQL that is true where a column has no value, or a blank one."""
    return f"(nullif(trim({column.sql}), '') is null)" if is_text(column) else f"{column.sql} is null"

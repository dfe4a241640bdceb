"""Where in a text each column of the result is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from signoff.core.domain.dbt import ALONE, Surroundings
from signoff.core.errors import SignoffError
from signoff.core.merge.existing import ExistingSql, read_existing
from signoff.core.merge.lineage import existing_columns
from signoff.core.merge.shape import Span


@dataclass(frozen=True)
class Written:
    """One column of the result as a text writes it."""

    name: str
    """As the text spells it."""
    stretches: tuple[tuple[int, int], ...]
    """Start and end in characters of the text, one for each UNION part that writes it."""
    sql: tuple[str, ...]
    """Its expression in each part, Jinja rendered; empty where it stands behind a ``*``."""


def columns_in(text: str, around: Surroundings = ALONE, dialect: str = "duckdb") -> Mapping[str, Written]:
    """Every column of the result by its name in lower case; none when the text can't be read as SQL."""
    try:
        existing = read_existing(text, around, dialect)
        columns = existing_columns(existing)
        found: dict[str, Written] = {}
        for column in columns:
            key = column.name.casefold()
            before = found.get(key, Written(column.name, (), ()))
            stretches = (
                before.stretches
                if column.item is None
                else (*before.stretches, _stretch(existing, column.item))
            )
            found[key] = Written(before.name, stretches, (*before.sql, column.sql))
        return found
    except SignoffError:
        return {}


def lines_by_name(text: str, name: str) -> tuple[int, ...]:
    """Numbers of the lines that end in a column's name, for a text in a dialect that is not read here."""
    named = re.compile(rf"(?:\bas\s+|\.)[`\"\[]?{re.escape(name)}[`\"\]]?\s*,?\s*$", re.IGNORECASE)
    return tuple(n for n, line in enumerate(text.split("\n"), 1) if named.search(line))


def line_numbers(text: str, stretches: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
    """Numbers, from 1, of the lines that some stretches of a text touch."""
    touched: dict[int, None] = {}
    for start, end in stretches:
        first = text.count("\n", 0, start) + 1
        for number in range(first, first + text.count("\n", start, end) + 1):
            touched[number] = None
    return tuple(touched)


def _stretch(existing: ExistingSql, item: Span) -> tuple[int, int]:
    first, last = existing.tokens[item.first], existing.tokens[item.last]
    return existing.rendered.file_start(first.start), existing.rendered.file_end(last.end + 1)

"""The statements of a profile: one row of facts, and the frequent values and shapes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from signoff.core.domain.expressions import quoted
from signoff.core.domain.spec import SourceColumn, SourceTable

FACTS = 6
"""Facts of each column: missing, blank, distinct, smallest, largest, longest."""
RARE = 3
"""A value that fewer rows hold is not shown."""
_MOST_PAIRS = 40
_TEXT = "VARCHAR"
_NESTED = ("STRUCT", "MAP", "UNION", "JSON", "BLOB")


def facts_statement(table: SourceTable) -> str:
    """One row: number of rows, then `FACTS` values of each column."""
    items = [item for column in table.columns for item in _facts(table, column)]
    return f"SELECT count(*), {', '.join(items)} FROM {quoted(table.name)} AS t"


def tops_statement(table: SourceTable, most: int) -> str:
    """Rows of: number of the column, ``value`` or ``shape``, text, count; most frequent first."""
    pieces = []
    for number, column in enumerate(table.columns):
        value = f"CAST(t.{quoted(column.name)} AS VARCHAR)"
        pieces.append(_top(table, number, "value", value, most))
        if column.type == _TEXT:
            letters = rf"regexp_replace({value}, '\pL', 'A', 'g')"
            shape = rf"regexp_replace({letters}, '\d', '9', 'g')"
            pieces.append(_top(table, number, "shape", shape, most))
    return "\nUNION ALL\n".join(pieces)


def key_candidates(columns: Sequence[tuple[str, int]], rows: int) -> tuple[tuple[str, str], ...]:
    """The pairs of columns whose numbers of different values allow them to be a key, most promising first."""
    pairs = [(a[1] * b[1], a[0], b[0]) for a, b in combinations(columns, 2) if a[1] * b[1] >= rows]
    pairs.sort(key=lambda pair: -pair[0])
    return tuple((a, b) for _, a, b in pairs[:_MOST_PAIRS])


def _facts(table: SourceTable, column: SourceColumn) -> tuple[str, ...]:
    name = f"t.{quoted(column.name)}"
    blank = f"count(*) FILTER (WHERE trim({name}) = '')" if column.type == _TEXT else "0"
    return (
        f"count(*) - count({name})",
        blank,
        f"count(DISTINCT {name})",
        *_extremes(table, column),
        f"max(length(CAST({name} AS VARCHAR)))",
    )


def _extremes(table: SourceTable, column: SourceColumn) -> tuple[str, str]:
    """Smallest and largest; of texts only among those that are not rare."""
    name = quoted(column.name)
    if column.type.startswith(_NESTED) or column.type.endswith("]"):
        return "NULL", "NULL"
    if column.type != _TEXT:
        return f"min(t.{name})", f"max(t.{name})"
    common = (
        f"(SELECT {name} AS v FROM {quoted(table.name)} WHERE {name} IS NOT NULL "
        f"GROUP BY ALL HAVING count(*) >= {RARE})"
    )
    return f"(SELECT min(v) FROM {common})", f"(SELECT max(v) FROM {common})"


def _top(table: SourceTable, number: int, kind: str, value: str, most: int) -> str:
    return (
        f"(SELECT {number}, '{kind}', {value} AS v, count(*) AS n FROM {quoted(table.name)} AS t "
        f"WHERE {value} IS NOT NULL GROUP BY ALL HAVING n >= {RARE} ORDER BY n DESC, v LIMIT {most})"
    )

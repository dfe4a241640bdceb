"""Made-up rows beside the samples, so that what no sample row shows is seen: made from the SQL's own values.

Each is a copy of a sample row in which one column holds a boundary value, so that it still finds its partners in
joins. A table without any row gets a few that agree with each other across tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import quoted
from signoff.core.domain.spec import SourceTable
from signoff.core.verify.boundary import EdgeColumn, edge_values

_COPIES = 4
"""Sample rows each boundary value is put into."""
_MOST_EDGES = 400
_MOST_OF_A_COLUMN = 24
_FILLED = 6
"""Rows made up for a table that has none."""
_TEXT = re.compile(r"'((?:[^']|'')*)'")
_WORD = re.compile(r"\w+")
_NUMBER = "signoff_number"
_RECORD, _FIELD, _NOTHING = "\x1d", "\x1f", "\x1e"
_UNPACKED = """
SELECT split_part(e, chr(31), 1)::INTEGER AS c, nullif(split_part(e, chr(31), 2), chr(30)) AS x,
split_part(e, chr(31), 3)::INTEGER AS i FROM (SELECT unnest(string_split({listed}, chr(29))) AS e)
""".strip()
"""All values in one text: a list of literals takes long to be read by the gates."""


@dataclass(frozen=True)
class Stand:
    """What a table holds in one trial, as the SQL of a CTE that stands before it."""

    table: str
    sql: str

    @property
    def cte(self) -> str:
        """The CTE, under the table's own name."""
        return f"{_name(self.table)} AS (\n{self.sql}\n)"


def stands_of(tables: Sequence[SourceTable], texts: Iterable[str]) -> tuple[Stand, ...]:
    """For each table a trial in which it holds its edges beside its sample rows.

    Args:
        tables: those that old and new read, with DuckDB types.
        texts: the SQL of both, whose values and column names are looked at.
    """
    said = "\n".join(texts)
    literals = tuple(dict.fromkeys(each.replace("''", "'") for each in _TEXT.findall(said)))
    words = {word.casefold() for word in _WORD.findall(said)}
    stands = [_edged(table, said, literals, words) for table in tables]
    return tuple(stand for stand in stands if stand is not None)


def filled(table: SourceTable) -> Stand:
    """A trial's rows for a table that has none: keys and dates that other such tables have too."""
    rows = [
        "SELECT " + ", ".join(f"{_made(column.type, n)} AS {_name(column.name)}" for column in table.columns)
        for n in range(1, _FILLED + 1)
    ]
    return Stand(table.name, "\nUNION ALL\n".join(rows))


def _made(kind: str, number: int) -> str:
    """A value that is the same in every table, by the number of its row."""
    word = EdgeColumn("", "", kind).kind
    value = {
        "text": str(number),
        "number": str(number),
        "date": f"2024-01-0{number}",
        "timestamp": f"2024-01-0{number} 12:00:00",
        "flag": "true" if number % 2 else "false",
    }.get(word)
    return f"TRY_CAST('{value}' AS {kind})" if value is not None and kind else "NULL"


def _edged(table: SourceTable, said: str, literals: tuple[str, ...], words: set[str]) -> Stand | None:
    columns = [c for c in table.columns if c.name.casefold() in words and c.type]
    if not columns:
        return None
    edges = edge_values(said, literals, [EdgeColumn(table.name, c.name, c.type) for c in columns])
    most = max(4, min(_MOST_OF_A_COLUMN, _MOST_EDGES // len(columns)))
    values = [(place, value) for place, each in enumerate(edges) for value in each[:most]]
    listed = _RECORD.join(
        _FIELD.join((str(place), _NOTHING if value is None else value, str(n)))
        for n, (place, value) in enumerate(values)
    )
    changed = ", ".join(
        f"CASE v.c WHEN {place} THEN TRY_CAST(v.x AS {column.type}) ELSE t.{_name(column.name)} END "
        f"AS {_name(column.name)}"
        for place, column in enumerate(columns)
    )
    name = _name(table.name)
    sql = (
        f"SELECT * FROM {name}\nUNION ALL\n"
        f"SELECT t.* EXCLUDE ({_NUMBER}) REPLACE ({changed})\n"
        f"FROM (SELECT *, row_number() OVER (ORDER BY CAST(s AS VARCHAR)) AS {_NUMBER} FROM {name} AS s) AS t\n"
        f"JOIN ({_UNPACKED.format(listed=_text(listed))}) AS v\n"
        f"ON (t.{_NUMBER} + v.i) % (SELECT greatest(1, count(*) // {_COPIES}) FROM {name}) = 0"
    )
    return Stand(table.name, sql)


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _name(name: str) -> str:
    return quoted(name)

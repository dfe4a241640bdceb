"""Made-up rows beside the samples, so that what no sample row shows is seen: made from the SQL's own values.

Each is a copy of a sample row in which one column holds a boundary value, so that it still finds its partners in
joins; where a table has a key, each copy gets one of its own, and every sample row is changed in one place instead
of being copied beside itself. A table without any row gets a few that agree with each other across tables.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import quoted
from signoff.core.domain.spec import SourceColumn, SourceTable
from signoff.core.verify.boundary import EdgeColumn, edge_values

_STRIDE = 7
"""How far apart the boundary values of neighbouring rows are, so that few rows show many columns."""
_COPIES = 4
"""Sample rows each boundary value is put into."""
_MOST_EDGES = 400
_MOST_OF_A_COLUMN = 24
_MOST_COLUMNS = 60
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
    if len(columns) > _MOST_COLUMNS:  # those that most is done with
        named = Counter(word.casefold() for word in _WORD.findall(said))
        columns = sorted(columns, key=lambda column: -named[column.name.casefold()])[:_MOST_COLUMNS]
    edges = edge_values(said, literals, [EdgeColumn(table.name, c.name, c.type) for c in columns])
    most = max(4, min(_MOST_OF_A_COLUMN, _MOST_EDGES // len(columns)))
    values = [(place, value) for place, each in enumerate(edges) for value in each[:most]]
    listed = _RECORD.join(
        _FIELD.join((str(place), _NOTHING if value is None else value, str(n)))
        for n, (place, value) in enumerate(values)
    )
    name, unpacked = _name(table.name), _UNPACKED.format(listed=_text(listed))
    numbered = f"(SELECT *, row_number() OVER (ORDER BY CAST(s AS VARCHAR)) AS {_NUMBER} FROM {name} AS s)"
    rows = f"FROM {numbered} AS t\nJOIN ({unpacked}) AS v\n"
    every = f"ON (t.{_NUMBER} + v.i) % (SELECT greatest(1, count(*) // {_COPIES}) FROM {name}) = 0"
    if not table.key:
        return Stand(table.name, f"SELECT * FROM {name}\nUNION ALL\n{_replaced(columns, {}, rows, every)}")
    one = f"ON v.i = (t.{_NUMBER} * {_STRIDE}) % {len(values)}"
    kept = {key.casefold(): f"t.{_name(key)}" for key in table.key}
    fresh = _fresh_key(table)
    parts = [_replaced(columns, kept, rows, one)]
    parts += [_replaced(columns, fresh, rows, every)] if fresh else []
    return Stand(table.name, "\nUNION ALL\n".join(parts))


def _replaced(columns: Sequence[SourceColumn], fixed: Mapping[str, str], rows: str, on: str) -> str:
    """Sample rows with a boundary value in one column each; `fixed` columns hold that SQL instead."""
    return f"SELECT t.* EXCLUDE ({_NUMBER}) REPLACE ({_changed(columns, fixed)})\n{rows}{on}"


def _changed(columns: Sequence[SourceColumn], fixed: Mapping[str, str]) -> str:
    """What REPLACE says: a boundary value where it is one's turn; other SQL for some columns, by folded name."""
    said = dict(fixed)
    for place, column in enumerate(columns):
        own = _name(column.name)
        value = f"CASE v.c WHEN {place} THEN TRY_CAST(v.x AS {column.type}) ELSE t.{own} END"
        said[column.name.casefold()] = fixed.get(column.name.casefold(), value)
    return ", ".join(f"{sql} AS {_name(name)}" for name, sql in said.items())


def _fresh_key(table: SourceTable) -> dict[str, str]:
    """SQL that gives a copied row a key of its own, by folded name; empty where no column of it can be told anew."""
    number = f"(v.i * 100000 + t.{_NUMBER} + 1000000)"
    kinds = {column.name.casefold(): column.type for column in table.columns}
    for name in table.key:
        kind = EdgeColumn("", "", kinds.get(name.casefold(), "")).kind
        if kind in ("number", "text"):
            return {name.casefold(): f"TRY_CAST({number} AS {kinds[name.casefold()]})"}
        if kind in ("date", "timestamp"):
            return {
                name.casefold(): f"CAST(DATE '2100-01-01' + CAST({number} % 900000 AS INTEGER) AS {kind})"
            }
    return {}


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _name(name: str) -> str:
    return quoted(name)

"""The statements that compare two results: columns are numbered, so that no name can stand in the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_NUMBER = "signoff_number"
_PAIRS = "signoff_pairs"


@dataclass(frozen=True)
class Side:
    """One of the two statements and its result's columns."""

    sql: str
    columns: tuple[tuple[str, str], ...]
    """Name and DuckDB type."""

    def place(self, name: str) -> int | None:
        """Where the column of that name stands, ignoring case; the first of several."""
        wanted = name.casefold()
        return next((n for n, (each, _) in enumerate(self.columns) if each.casefold() == wanted), None)

    def type_of(self, name: str) -> str:
        """DuckDB type of the column of that name; empty when there is none."""
        place = self.place(name)
        return "" if place is None else self.columns[place][1]

    def relation(self, letter: str) -> str:
        """The statement as a relation whose columns are the letter with their numbers."""
        names = ", ".join(f"{letter}{n}" for n in range(len(self.columns)))
        return f"(\n{self.sql}\n) AS {letter}({names})"


@dataclass(frozen=True)
class Statements:
    """Four statements over two results."""

    counts: str
    """One row: rows only old, only new, changed, same; then rows that differ for each compared column."""
    changed: str
    """Key, then for each compared column: whether it differs, the value before, the value after."""
    gone: str
    added: str
    compared: tuple[str, ...] = ()
    """Columns compared value by value."""


@dataclass(frozen=True)
class _Pair:
    """One column that both results have, as SQL of each side that can be compared."""

    name: str
    old: str
    new: str
    old_value: str
    new_value: str

    @property
    def differs(self) -> str:
        return f"({self.old} IS DISTINCT FROM {self.new})"


def keyed_statements(old: Side, new: Side, key: Sequence[str]) -> Statements:
    """Rows become partners by their key; of several with one key, in the order of their values."""
    pairs = _pairs(old, new)
    wanted = {name.casefold() for name in key}
    keys = [next(pair for pair in pairs if pair.name.casefold() == name.casefold()) for name in key]
    compared = [pair for pair in pairs if pair.name.casefold() not in wanted]
    partner = " AND ".join(f"{pair.old} IS NOT DISTINCT FROM {pair.new}" for pair in keys)
    joined = (
        f"WITH {_numbered(old, 'o', [pair.old for pair in keys], compared)},\n"
        f"{_numbered(new, 'n', [pair.new for pair in keys], compared)},\n"
        f"{_PAIRS} AS (SELECT * FROM o_rows FULL JOIN n_rows ON {partner} AND o_{_NUMBER} = n_{_NUMBER})\n"
    )
    both = f"o_{_NUMBER} IS NOT NULL AND n_{_NUMBER} IS NOT NULL"
    differ = " OR ".join(pair.differs for pair in compared) or "false"
    tallies = [
        f"n_{_NUMBER} IS NULL",
        f"o_{_NUMBER} IS NULL",
        f"{both} AND ({differ})",
        f"{both} AND NOT ({differ})",
        *(f"{both} AND {pair.differs}" for pair in compared),
    ]
    items = [f"{pair.new_value} AS {_quoted(pair.name)}" for pair in keys]
    for pair in compared:
        items += [pair.differs, f"{pair.old_value} AS before", f"{pair.new_value} AS after"]
        items[-3] += f" AS {_quoted(pair.name)}"
    order = ", ".join(f"{pair.new_value} NULLS FIRST" for pair in keys)
    return Statements(
        joined + f"SELECT {', '.join(f'count(*) FILTER (WHERE {each})' for each in tallies)} FROM {_PAIRS}",
        joined + f"SELECT {', '.join(items)} FROM {_PAIRS} WHERE {both} AND ({differ}) ORDER BY {order}",
        joined + f"SELECT {_named(pairs, 'old_value')} FROM {_PAIRS} WHERE n_{_NUMBER} IS NULL",
        joined + f"SELECT {_named(pairs, 'new_value')} FROM {_PAIRS} WHERE o_{_NUMBER} IS NULL",
        tuple(pair.name for pair in compared),
    )


def bag_statements(old: Side, new: Side) -> Statements:
    """Whole rows, as often as each occurs."""
    pairs = _pairs(old, new)
    before = f"SELECT {_named(pairs, 'old')} FROM {old.relation('o')}"
    after = f"SELECT {_named(pairs, 'new')} FROM {new.relation('n')}"
    gone, added = f"({before}) EXCEPT ALL ({after})", f"({after}) EXCEPT ALL ({before})"
    counts = f"SELECT g, a, 0, t - g FROM (SELECT {_count(gone)} AS g, {_count(added)} AS a, {_count(before)} AS t)"
    return Statements(counts, "SELECT 1 AS row WHERE false", gone, added)


def _pairs(old: Side, new: Side) -> list[_Pair]:
    found = []
    for number, (name, kind) in enumerate(new.columns):
        place = old.place(name)
        if place is None or new.place(name) != number:
            continue
        sides = (f"o{place}", f"n{number}")
        alike = old.columns[place][1] == kind
        before, after = sides if alike else (f"CAST({sides[0]} AS VARCHAR)", f"CAST({sides[1]} AS VARCHAR)")
        found.append(_Pair(name, before, after, *sides))
    return found


def _numbered(side: Side, letter: str, keys: list[str], compared: list[_Pair]) -> str:
    """One side's rows with a number within their key, so that equal keys don't multiply."""
    values = [pair.old if letter == "o" else pair.new for pair in compared]
    order = f" ORDER BY {', '.join(values)}" if values else ""
    number = f"row_number() OVER (PARTITION BY {', '.join(keys)}{order}) AS {letter}_{_NUMBER}"
    return f"{letter}_rows AS MATERIALIZED (SELECT *, {number} FROM {side.relation(letter)})"


def _named(pairs: list[_Pair], side: str) -> str:
    items = [f"{getattr(pair, side)} AS {_quoted(pair.name)}" for pair in pairs]
    return ", ".join(items) or "1 AS row"


def _count(sql: str) -> str:
    return f"(SELECT count(*) FROM ({sql}))"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'

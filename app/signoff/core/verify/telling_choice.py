"""Which rows tell most about an expression: what is looked for, as one statement, and the pick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.verify.telling_frames import RESULT, Frame

_MOST_INPUTS = 6
"""Inputs looked at one by one; those behind are only shown."""
_FEW_RESULTS = 12
"""Up to so many different results, each is shown."""
_NUMBERS = ("INT", "DECIMAL", "DOUBLE", "FLOAT")
_DATES = ("DATE", "TIME")
FREQUENT = "most frequent"


@dataclass(frozen=True)
class Wanted:
    """One kind of row that tells something."""

    why: str
    where: str = "true"
    order: str = ""
    """SQL; the most frequent row comes first where it is empty."""
    most: int = 1


@dataclass(frozen=True)
class Column:
    """An input or the result, as it is looked at."""

    sql: str
    type: str
    words: str
    """Such as ``in SHORT_NM`` or ``as result``."""

    @property
    def measured(self) -> bool:
        """Whether it has a smallest and a largest value."""
        return self.type.lstrip("U").startswith(
            (*_NUMBERS, "BIGINT", "SMALLINT", "TINYINT", "HUGEINT", *_DATES)
        )

    @property
    def number(self) -> bool:
        """Whether it is a number."""
        return self.measured and not self.type.startswith(_DATES)


def wanted_rows(frame: Frame, types: Sequence[str], most: int) -> tuple[Wanted, ...]:
    """What to look for, the most telling first.

    Args:
        frame: with its inputs and forks.
        types: DuckDB types of `frame.names`.
        most: rows that will be shown.
    """
    single = [n for n, each in enumerate(frame.inputs) if not each.gathered][:_MOST_INPUTS]
    inputs = [Column(frame.names[n], types[n], f"in {frame.inputs[n].name}") for n in single]
    result = Column(RESULT, types[-1], "as result")
    both = [*inputs, result]
    forks = zip(frame.names[len(frame.inputs) :], frame.forks, strict=False)
    return (
        *(_missing(column, inputs) for column in inputs),
        _missing(result, inputs),
        *(Wanted(way, f"{sql} = {n}") for sql, fork in forks for n, way in enumerate(fork.ways)),
        Wanted(FREQUENT, "signoff_rows > 1"),
        Wanted("nothing missing", " AND ".join(f"{each.sql} IS NOT NULL" for each in both)),
        *(each for column in inputs for each in _blank(column)),
        Wanted("one of few results", f"signoff_first AND {_few_results()}", most=most),
        *(each for column in both for each in _extreme(column)),
        *(each for column in both for each in _long(column)),
        Wanted("", most=most),
    )


def _few_results() -> str:
    return f"(SELECT count(DISTINCT {RESULT}) FROM g) BETWEEN 2 AND {_FEW_RESULTS}"


def _missing(column: Column, inputs: Sequence[Column]) -> Wanted:
    """A row without this value that has as many of the other inputs as there can be."""
    others = [f"CAST({each.sql} IS NULL AS INTEGER)" for each in inputs if each is not column]
    return Wanted(f"no value {column.words}", f"{column.sql} IS NULL", " + ".join(others))


def choosing_statement(frame: Frame, wanted: Sequence[Wanted]) -> str:
    """One statement: number of the wanted kind, total of rows, how often, then the inputs and the result."""
    names = ", ".join(frame.names)
    shown = ", ".join((*frame.names[: len(frame.inputs)], RESULT))
    ties = f"signoff_rows DESC, {shown}"
    first = f"row_number() OVER (PARTITION BY {RESULT} ORDER BY {ties}) = 1 AS signoff_first"
    prefix = f"{frame.prefix},\n" if frame.prefix else ""
    head = (
        f"WITH {prefix}g AS MATERIALIZED (\nSELECT *, {first} FROM (\n"
        f"SELECT {names}, count(*) AS signoff_rows FROM (\n{frame.sql}\n) AS f GROUP BY ALL\n))\n"
    )
    total = "(SELECT sum(signoff_rows) FROM g)"
    pieces = [
        f"(SELECT {n}, {total}, signoff_rows, {shown} FROM g WHERE {each.where} "
        f"ORDER BY {f'{each.order}, ' if each.order else ''}{ties} LIMIT {each.most})"
        for n, each in enumerate(wanted)
    ]
    return head + "\nUNION ALL\n".join(pieces)


def _blank(column: Column) -> tuple[Wanted, ...]:
    if column.type != "VARCHAR":
        return ()
    return (
        Wanted(f"blank text {column.words}", f"{column.sql} = ''"),
        Wanted(f"only blanks {column.words}", rf"regexp_matches({column.sql}, '^[\s\x{{00A0}}]+$')"),
        Wanted(f"blank at the start {column.words}", rf"regexp_matches({column.sql}, '^\s+\S')"),
        Wanted(f"blank at the end {column.words}", rf"regexp_matches({column.sql}, '\S\s+$')"),
        Wanted(f"no-break blank {column.words}", f"contains({column.sql}, chr(160))"),
    )


def _extreme(column: Column) -> tuple[Wanted, ...]:
    if not column.measured:
        return ()
    there = f"{column.sql} IS NOT NULL"
    zero = (Wanted(f"zero {column.words}", f"{column.sql} = 0"),) if column.number else ()
    return (
        *zero,
        Wanted(f"smallest {column.words}", there, column.sql),
        Wanted(f"largest {column.words}", there, f"{column.sql} DESC"),
    )


def _long(column: Column) -> tuple[Wanted, ...]:
    if column.type != "VARCHAR":
        return ()
    strange = rf"regexp_matches({column.sql}, '[^\x00-\x7F\x{{00A0}}]')"
    return (
        Wanted(f"letters beyond A to Z {column.words}", strange),
        Wanted(f"longest {column.words}", f"{column.sql} <> ''", f"length({column.sql}) DESC"),
    )

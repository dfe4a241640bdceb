"""What rows there are: things, the unit of the periods, and where these begin and end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from signoff.core.domain.expressions import quoted
from signoff.core.domain.spec import SourceTable


@dataclass(frozen=True)
class Span:
    """Where the periods begin and end."""

    start: str
    """SQL of a day in the first period."""
    end: str
    """SQL of a day in the last one."""
    own: bool = False
    """Each thing has a span of its own, between two of its days."""


@dataclass(frozen=True)
class Grid:
    """Things of a table, each with every period of a span; periods alone where there is no table."""

    unit: str
    span: Span
    table: SourceTable | None = None
    noun: str = ""
    """What the things are called."""
    column: str = ""
    """The column whose values the things are, each once; empty where the things are the table's rows."""
    zeros: bool = False
    """Periods without anything are told to have zeros."""
    days: Mapping[str, str] = field(default_factory=dict)
    """By which day rows of a table belong to a period, where a sentence says it."""
    ways: Mapping[str, str] = field(default_factory=dict)
    """By which other table rows of a table belong to a thing, where a sentence says it."""

    @property
    def series(self) -> str:
        """SQL of the first day of each period."""
        step = "interval 3 month" if self.unit == "quarter" else f"interval 1 {self.unit}"
        ends = (self.truncated(end) for end in (self.span.start, self.span.end))
        return f"cast(unnest(generate_series({', '.join(ends)}, {step})) as date)"

    def truncated(self, day: str) -> str:
        """SQL of the first day of the period that a day lies in."""
        return (
            f"cast({day} as date)"
            if self.unit == "day"
            else f"cast(date_trunc('{self.unit}', {day}) as date)"
        )

    def is_over(self, name: str) -> bool:
        """Whether a column tells the things apart or is the period itself."""
        return name.casefold() in (self.column.casefold(), self.unit)


def select_of(grid: Grid, period: str) -> str:
    """What the rows are read by: a SELECT over the table, or words on a span of periods alone.

    Args:
        grid: the rows.
        period: the name of the period's column.
    """
    if grid.table is None:
        ends = " to ".join(end.removeprefix("date ").strip("'") for end in (grid.span.start, grid.span.end))
        return f"one row per {grid.unit} from {ends}, column {period}"
    table = quoted(grid.table.name)
    made = f"{grid.series} as {quoted(period)}"
    if grid.column:
        column = quoted(grid.column)
        return f"select distinct {column}, {made} from {table} where {column} is not null"
    own = (c.name for c in grid.table.columns if c.name.casefold() != period.casefold())
    return f"select {', '.join(map(quoted, own))}, {made} from {table}"

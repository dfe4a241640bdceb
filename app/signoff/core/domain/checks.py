"""One verification with its result, and the counts a Rows card shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CheckState(StrEnum):
    """Outcome of a check."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    """Could not be run; `message` says why."""


@dataclass(frozen=True)
class Check:
    """One verification of a draft on samples."""

    code: str
    """Stable name: bind, type, length, precision, required, key, rows, shuffle, finite …"""
    state: CheckState
    message: str
    """One sentence for a person, without sample values."""
    column: str = ""
    count: int = 0
    """Rows concerned."""


@dataclass(frozen=True)
class RowStep:
    """One line of the Rows card: what a step reads, leaves out, doubles, cannot tell."""

    words: str
    """Such as ``add address by address_id, only where there is one``."""
    rows_in: int
    left_out: int = 0
    doubled: int = 0
    unknown: int = 0
    """Rows for which the condition has no value."""
    rows_out: int = 0
    sql: str = ""
    """The statement whose rows are left out here; never shown to who decides."""
    doubled_sql: str = ""
    """The statement whose rows become several here; empty when they can't be told."""
    unknown_sql: str = ""
    """The statement whose rows the condition has no value for; empty when there can be none."""
    starts: bool = False
    """A part of the query begins here: its rows in are source rows that nothing was done with yet."""


@dataclass(frozen=True)
class RowsCard:
    """How the rows of one target come about."""

    target: str
    one_row_per: str
    steps: tuple[RowStep, ...]
    rows: int


@dataclass(frozen=True)
class Verification:
    """Everything verify found out about one draft."""

    target: str
    checks: tuple[Check, ...]
    card: RowsCard | None = None
    columns: tuple[tuple[str, str], ...] = ()
    """Name and DuckDB type of each result column."""

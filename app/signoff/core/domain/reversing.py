"""Existing SQL read backwards: each column it shows, traced to source columns and lined up with the mapping."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from signoff.core.domain.cells import Cell
from signoff.core.domain.mandates import Mandate


class ReadState(StrEnum):
    """How a column of the existing SQL stands to the mapping."""

    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_IN_MAPPING = "not in the mapping"
    MISSING = "missing"
    """The mapping has it and the existing SQL does not."""
    NOT_READ = "not read"
    """It can't be told where the column comes from."""


@dataclass(frozen=True)
class ReadColumn:
    """One column of the existing SQL, of the mapping, or of both."""

    name: str
    state: ReadState
    says: str
    """A sentence for a person."""
    cell: Cell | None = None
    """Cell of the mapping; None where it has none."""
    line: int = 0
    """Line of the file, from 1; 0 where the column has no place of its own there."""
    sources: tuple[tuple[str, str], ...] = ()
    """Table and column of everything it is made of, however many CTEs lie between."""
    mapped: tuple[tuple[str, str], ...] = ()
    """Table and column of the sources the mapping names."""
    expression: str = ""
    """As the file has it; empty behind a ``*``."""
    mandate: Mandate | None = None
    """What is to become of it."""


@dataclass(frozen=True)
class ReverseReading:
    """One file of existing SQL beside its mapping; the file's columns first, in its order."""

    target: str
    columns: tuple[ReadColumn, ...] = ()

    def of_state(self, state: ReadState) -> tuple[ReadColumn, ...]:
        """The columns of that state."""
        return tuple(column for column in self.columns if column.state is state)

    def column(self, name: str) -> ReadColumn | None:
        """The column of that name, ignoring case."""
        wanted = name.casefold()
        return next((c for c in self.columns if c.name.casefold() == wanted), None)

"""Places in the window that a link, a command or the last session can lead to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from signoff.core.domain.cells import Cell


class Step(IntEnum):
    """The four steps of the governed flow, in their order."""

    INPUT = 1
    ENHANCE = 2
    VALIDATE = 3
    GENERATE = 4


@dataclass(frozen=True)
class Place:
    """Where to go."""

    step: Step
    target: str = ""
    column: str = ""
    """Column name, or `ROWS`; empty stays at the target."""
    part: str = ""
    """A tab or section of the step's pane, such as ``samples``."""
    cell: Cell | None = None
    """A cell of the mapping document to show."""

"""What the clauses of a rule come to so far: cases, what stands for the rest, the value, what is done with it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Told:
    """What the clauses read so far come to."""

    arms: tuple[tuple[str, str], ...] = ()
    """Tests and values, both as SQL."""
    first: tuple[tuple[str, str], ...] = ()
    """Those that hold before all others."""
    rest: str = ""
    missing: str = ""
    """What stands for a missing value."""
    head: str = ""
    """The value that the rule makes."""
    steps: tuple[str, ...] = ()
    """What is done with the value, with ``{}`` for it."""
    is_test: bool = False
    """The head is a condition."""
    nulls: tuple[str, ...] = field(default=())
    """Tests under which there is no value."""

"""What readers of sentences ask of the rest of the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn


@dataclass(frozen=True)
class Tools:
    """The columns a rule is about, and what makes SQL of its parts."""

    sources: tuple[ScopeColumn, ...]
    """Of the source cells, or the target's own columns that the rule names."""
    columns: tuple[ScopeColumn, ...]
    """Every column that words may call, the sources first."""
    target_type: str
    """DuckDB type of the target column."""
    value: Callable[[str, str], str]
    """SQL of a text that is a value, of a DuckDB type or of any; empty where nothing understands it."""
    test: Callable[[str], str]
    """Boolean SQL of a text that is a condition; empty where nothing understands it."""
    note: str = ""
    """What stands beside the rule."""
    rule: str = ""
    """The whole rule."""
    target: str = ""
    """Name of the target column."""

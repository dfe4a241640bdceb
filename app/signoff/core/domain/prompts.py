"""A prompt as it reaches the generator."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Prompt:
    """One prompt, all names masked."""

    prefix: str
    """System text and fixed worked examples: the same for every rule, kept in the cache."""
    body: str
    """Columns in scope, chosen examples and the rule."""
    template: str
    """Template's name and version, such as ``expression/1``."""
    hash: str
    """SHA-256 of prefix and body."""
    columns: tuple[str, ...] = ()
    """Identifiers the grammar admits, as they stand in the prompt."""
    literals: tuple[str, ...] = ()
    """Fixed values of the rule, as they stand in the prompt."""
    condition: bool = False
    aggregate: bool = False
    public: str = ""
    """The shipped part of the body (template lines and worked examples), for the leak scan."""
    column_types: tuple[str, ...] = ()
    """DuckDB type of each of `columns`, upper case; empty when not known."""
    target_type: str = ""
    """DuckDB type wanted; empty when not known."""
    rule: str = ""
    """The rule's masked text, with what people answered to it: its words may be meant as fixed values."""


@dataclass(frozen=True)
class Generation:
    """What the generator answered."""

    text: str
    tokens: int
    seconds: float
    finished: bool
    """False when cut at the token limit: a failed candidate."""

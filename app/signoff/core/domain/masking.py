"""What must not be shown to the generator, and its neutral stand-ins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class TermKind(StrEnum):
    """What a term is in the customer's world."""

    TABLE = "table"
    COLUMN = "column"
    VALUE = "value"
    """A fixed value in a rule, such as a code."""
    WORD = "word"
    """A business word the customer listed."""


class MaskingLevel(StrEnum):
    """How much is hidden from the generator."""

    TERMS = "terms"
    """Only what stands in the glossary."""
    IDENTIFIERS = "identifiers"
    """Tables, columns, fixed values and the glossary: the default."""
    FULL = "full"
    """Also every word that is not among the common ones of English and SQL."""


@dataclass(frozen=True)
class Term:
    """One thing that must not be shown."""

    text: str
    kind: TermKind
    group: str = ""
    """Type group for columns: text, number, date, time, flag."""
    concept: str = ""
    """Name of the group of terms that are one thing, such as *supplier* for Suppliers, SUPP and Lieferant; empty for
    a term that stands alone."""


@dataclass(frozen=True)
class Alias:
    """A term and its stand-in."""

    term: Term
    alias: str


@dataclass(frozen=True)
class Leak:
    """A term found in text that was about to reach the generator."""

    term: Term
    position: int
    """Character of the whole prompt, from 0; -1 where it is among the fixed values that an answer may use."""


@dataclass(frozen=True)
class Exemption:
    """A term whose letters stand in the text and were let through."""

    term: Term
    reason: str
    """How the term counts: *identifier*, *written* or *whole*; it does not stand in the text in that way."""
    count: int = 1


@dataclass(frozen=True)
class MaskReceipt:
    """Proof of one leak scan."""

    prompt_hash: str
    terms: int
    """Terms searched for."""
    leaks: tuple[Leak, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    level: str = ""
    fixed_lines: int = 0
    """Lines of shipped text, each known by its digest, that were not searched."""
    characters: int = 0
    """Characters that were searched."""


class OwnParts(Protocol):
    """Tells what of a prompt comes from the project; the rest is shipped text, known by its digest."""

    def own_parts(self, text: str) -> tuple[list[tuple[int, int]], int]:
        """Start and end of each part that comes from the project, and the number of shipped lines beside them."""
        ...


@dataclass(frozen=True)
class MaskedColumn:
    """One column in scope as the generator sees it."""

    alias: str
    """Such as ``text_03``; unique in the prompt whatever the relation."""
    type: str
    """DuckDB type name, upper case; empty when not known."""
    is_source: bool = False
    hint: str = ""
    """How its values are written and what is lacking, without any value; empty where nothing is told."""


@dataclass(frozen=True)
class MaskedRule:
    """One rule with every business term replaced: all the generator ever sees of it."""

    text: str
    columns: tuple[MaskedColumn, ...]
    """Sources first."""
    literals: tuple[str, ...] = ()
    """Fixed values of the rule as the generator sees them, without quotes: masked, or neutral such as ``Y``."""
    target_type: str = ""
    condition: bool = False
    """A boolean condition is wanted instead of a column's value."""
    aggregate: bool = False
    """The statement is grouped: the expression may aggregate."""

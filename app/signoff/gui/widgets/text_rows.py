"""Rows of texts that stand side by side, as `TextColumns` shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from signoff.core.domain.wordspans import Span


class Tone(StrEnum):
    """How a line is meant."""

    PLAIN = "plain"
    ADDED = "added"
    GONE = "gone"
    CONFLICT = "conflict"
    """Two people changed it, and to different lines."""


@dataclass(frozen=True)
class TextCell:
    """One line of one text."""

    text: str
    number: int | None = None
    """Line number from 1."""
    tone: Tone = Tone.PLAIN
    spans: tuple[Span, ...] = ()
    """Characters that changed, as start and end."""
    span_tone: Tone = Tone.ADDED


TextRow = tuple[TextCell | None, ...]
"""One line of every text; None where a text has no such line."""


@dataclass(frozen=True)
class SideTexts:
    """Texts side by side."""

    headings: tuple[str, ...]
    rows: tuple[TextRow, ...]
    differences: tuple[int, ...] = ()
    """Index of the first row of every difference, in order."""


def plain_rows(lines: Sequence[str]) -> tuple[TextRow, ...]:
    """One text, nothing to compare it with."""
    return tuple((TextCell(line, number),) for number, line in enumerate(lines, 1))

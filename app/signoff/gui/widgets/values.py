"""How values are drawn: no value, blank text and blanks at the ends are never taken for one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

BLANKS = {" ": "·", "\u00a0": "⍽", "\t": "⇥", "\n": "↵", "\r": "↵", "\u202f": "⍽", "\u2009": "·"}
_MOST = 400
"""Characters of a value that are drawn; the whole stands in the tool tip and in copies."""


@dataclass(frozen=True)
class Drawn:
    """A value as it is drawn."""

    text: str
    is_missing: bool = False
    """Drawn as words, in italics: ``no value``."""
    is_blank: bool = False
    """Blanks only: drawn as dots, with the words behind."""


def drawn(value: Any) -> Drawn:
    """A sandbox value as it is drawn; blanks at its ends show, those inside stay blanks."""
    if value is None:
        return Drawn("no value", is_missing=True)
    if isinstance(value, bool):
        return Drawn("true" if value else "false")
    text = str(value)
    if not text:
        return Drawn("blank text", is_blank=True)
    if not text.strip():
        return Drawn(f"{_dots(text)} (blank text)", is_blank=True)
    kept = text.strip()
    start = text.index(kept[0]) if kept else 0
    end = start + len(kept)
    inner = "".join(BLANKS[c] if c in "\u00a0\u202f\t\n\r" else c for c in kept)
    return Drawn(
        _dots(text[:start]) + inner[:_MOST] + ("…" if len(inner) > _MOST else "") + _dots(text[end:])
    )


def copied(value: Any) -> str:
    """A value in a copied table: the value itself, nothing for no value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).replace("\t", " ").replace("\r\n", " ").replace("\n", " ").replace("\r", " ")


def _dots(blanks: str) -> str:
    return "".join(BLANKS.get(c, "·") for c in blanks)

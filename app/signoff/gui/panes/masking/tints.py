"""One colour for each stand-in of a prompt, the same on both sides, with text on it that stays readable."""

from __future__ import annotations

from PySide6.QtGui import QColor

from signoff.gui.look import Tokens

_GOLDEN_DEGREES = 137.508
"""Turns the hue so that neighbours in a list never look alike."""


def tint(tokens: Tokens, place: int) -> QColor:
    """Background of the stand-in at a place, from 0."""
    hue = (175 + place * _GOLDEN_DEGREES) % 360
    return QColor.fromHslF(hue / 360, 0.45 if tokens.is_dark else 0.62, 0.22 if tokens.is_dark else 0.87)

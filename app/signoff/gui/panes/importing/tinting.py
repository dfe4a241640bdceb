"""The customer's colours on our ground: recognisable in light and dark, and always legible."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor

from signoff.gui.look import Tokens

_SHARE_LIGHT, _SHARE_DARK = 0.75, 0.42
"""How much of the customer's colour is mixed into the ground."""
_LEGIBLE, _LEGIBLE_INK = 4.5, 3.2
"""Contrast, as WCAG counts it, of plain text and of text in a colour of its own."""
_HALF = 0.5


def tinted(fill: str, tokens: Tokens) -> QColor:
    """The customer's fill, RRGGBB, mixed into the panel's ground."""
    ground = tokens.color("panel")
    share = _SHARE_DARK if tokens.is_dark else _SHARE_LIGHT
    return _mixed(QColor(f"#{fill}"), ground, share)


def legible_ink(ink: str, fill: QColor | None, tokens: Tokens) -> QColor:
    """Colour of the text: the customer's where it can be read on the ground, else ours, black or white."""
    ground = fill or tokens.color("panel")
    if ink and contrast(own := QColor(f"#{ink}"), ground) >= _LEGIBLE_INK:
        return own
    text = tokens.color("text")
    if ink and fill is None:
        return _mixed(QColor(f"#{ink}"), text, _HALF)
    if contrast(text, ground) >= _LEGIBLE:
        return text
    return max((QColor("black"), QColor("white")), key=lambda each: contrast(each, ground))


def contrast(one: QColor, other: QColor) -> float:
    """Contrast of two colours, 1 to 21, as WCAG 2 counts it."""
    darker, lighter = sorted((_luminance(one.rgb()), _luminance(other.rgb())))
    return (lighter + 0.05) / (darker + 0.05)


def _mixed(color: QColor, ground: QColor, share: float) -> QColor:
    def part(one: int, other: int) -> int:
        return round(share * one + (1 - share) * other)

    return QColor(
        part(color.red(), ground.red()),
        part(color.green(), ground.green()),
        part(color.blue(), ground.blue()),
    )


@lru_cache(maxsize=512)
def _luminance(rgb: int) -> float:
    color = QColor.fromRgb(rgb)
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

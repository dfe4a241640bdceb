"""The customer's colours on our ground: recognisable in light and dark, and always legible."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor

from signoff.gui.look import Tokens

_SHARE_LIGHT, _SHARE_DARK = 0.75, 0.42
"""How much of the customer's colour is mixed into the ground."""
_LEGIBLE = 4.5
"""Contrast, as WCAG counts it, that any text has."""


def tinted(fill: str, tokens: Tokens) -> QColor:
    """The customer's fill, RRGGBB, mixed into the panel's ground."""
    ground, color, text = tokens.color("panel"), QColor(f"#{fill}"), tokens.color("text")
    if not tokens.is_dark:
        return _mixed(color, ground, _SHARE_LIGHT)
    shares = [_SHARE_DARK * part / 10 for part in range(10, 3, -1)]
    return next(
        (mixed for share in shares if contrast(text, mixed := _mixed(color, ground, share)) >= _LEGIBLE),
        _mixed(color, ground, shares[-1]),
    )


def legible_ink(ink: str, fill: QColor | None, tokens: Tokens) -> QColor:
    """Colour of the text: the customer's, mixed with ours until it can be read on the ground."""
    ground, text = fill or tokens.color("panel"), tokens.color("text")
    if contrast(text, ground) < _LEGIBLE:
        text = max((QColor("black"), QColor("white")), key=lambda each: contrast(each, ground))
    if not ink:
        return text
    mixed = (_mixed(QColor(f"#{ink}"), text, share / 10) for share in range(10, 0, -2))
    return next((each for each in mixed if contrast(each, ground) >= _LEGIBLE), text)


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

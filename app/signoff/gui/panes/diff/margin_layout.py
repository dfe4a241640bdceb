"""Where cards stand in a margin: each beside its line, none over another, the one in focus exactly at its line."""

from __future__ import annotations

from collections.abc import Sequence


def placed(
    wanted: Sequence[int], heights: Sequence[int], *, focus: int | None = None, gap: int = 2
) -> tuple[int, ...]:
    """Tops of cards in pixels, in the order of their lines.

    Without a focus each stands at its line or, where the one above is too long, right below that. The one in
    focus stands at its line, and those above it make room upwards as far as there is any.

    Args:
        wanted: the tops of their lines, rising.
        heights: of the cards.
        focus: place of the card in focus.
        gap: between two cards.
    """
    tops = _pushed_down(wanted, heights, gap)
    if focus is None or not 0 <= focus < len(tops):
        return tuple(tops)
    tops[focus] = wanted[focus]
    for n in range(focus - 1, -1, -1):
        tops[n] = min(tops[n], tops[n + 1] - gap - heights[n])
    return tuple(_pushed_down([*tops[: focus + 1], *wanted[focus + 1 :]], heights, gap))


def _pushed_down(wanted: Sequence[int], heights: Sequence[int], gap: int) -> list[int]:
    tops: list[int] = []
    free = 0
    for top, height in zip(wanted, heights, strict=True):
        tops.append(max(free, top))
        free = tops[-1] + height + gap
    return tops

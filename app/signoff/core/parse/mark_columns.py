"""Columns of signs and letters that say what is to become of each row, where the header is no word that says so.

``N/C/U`` over N, C and U; ``Mark`` over ``+`` and ``=``; any header over letters that a legend of the sheet explains.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.hints import hints
from signoff.core.parse.legends import meanings_in
from signoff.core.parse.words import words

_SIGNS = frozenset({"+", "++", "~", "=", "==", "-", "*", "!", "δ"})
_TELLING = frozenset({"+", "++", "~"})
"""Signs that stand for nothing else where a column holds signs alone."""
_LETTERS = re.compile(r"\s*\(?(?P<letters>[^\W\d_](?:\s*[/|,;]\s*[^\W\d_])+)\)?\s*")
_OF_CHANGES = frozenset("naicmdrux")
"""First letters of the words for what is new, changed, removed or stays."""
_LONGEST = 4
_LEAST = 2


def holds_marks(grid: SheetGrid, header: str, texts: Sequence[str]) -> bool:
    """Whether the cells of a column are marks of what is to become of their rows.

    Args:
        grid: the sheet, which may hold a legend.
        header: text over the column.
        texts: of its cells, empty ones left out.
    """
    said = {text.strip().casefold() for text in texts}
    if not said or max(map(len, said)) > _LONGEST:
        return False
    if said <= _SIGNS:
        return bool(said & _TELLING)
    told = _LETTERS.fullmatch(header)
    letters = set(re.findall(r"[^\W\d_]", told["letters"].casefold())) if told is not None else set()
    if said <= letters:
        return len(letters & _OF_CHANGES) >= _LEAST
    return any(said <= set(each) for each in _legends(grid))


def _legends(grid: SheetGrid) -> list[dict[str, str]]:
    """Legends in one cell whose meanings speak of changes."""
    found = [meanings_in(text) for row in grid.rows for text in row if "=" in text or ":" in text]
    return [
        each
        for each in found
        if len(each) >= _LEAST
        and sum(not hints().marks.isdisjoint(words(meaning)) for meaning in each.values()) >= _LEAST
    ]

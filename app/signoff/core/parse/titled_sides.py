"""Whose columns headers such as `EAM table` stand over, where a title above says it: `Maximo -> Infor EAM`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.lexicon import Side, guess, lexicon
from signoff.core.parse.words import words

_MOVE = re.compile(
    r"^(?P<source>.*?\S)\s*(?:\s-+>|→|=>|⇒|\s(?:in)?to\s|\s(?:nach|naar|vers|hacia)\s)\s*(?P<target>\S.*)$",
    re.IGNORECASE,
)
_ROWS_ABOVE = 12
_LONGEST = 100
_NEAR = 3
"""Words beside the arrow that may name a system."""
_KINDS = frozenset({"column", "table"})


def sides_in_titles(grid: SheetGrid, row: int, texts: Sequence[str]) -> Mapping[str, Side]:
    """The side of each header text whose own words are those of a system that a title moves from or to.

    Empty where not both sides are told so.

    Args:
        grid: the sheet.
        row: the header's row, from 1.
        texts: of the header.
    """
    own = {text: _own_words(text) for text in texts}
    own = {text: said for text, said in own.items() if said}
    if not own:
        return {}
    for above in range(row - 1, max(row - _ROWS_ABOVE, 1) - 1, -1):
        told = [text for text in grid.rows[above - 1] if text]
        move = _MOVE.match(told[0]) if len(told) == 1 and len(told[0]) <= _LONGEST else None
        if move is None:
            continue
        source, target = set(words(move["source"])[-_NEAR:]), set(words(move["target"])[:_NEAR])
        sides = {
            text: Side.TARGET if said <= target else Side.SOURCE
            for text, said in own.items()
            if (said <= target) != (said <= source)
        }
        if set(sides.values()) == set(Side):
            return sides
    return {}


def _own_words(text: str) -> set[str]:
    """Words of a header of columns or tables that are none of those headers are made of."""
    told = guess(text)
    if told.kind not in _KINDS or told.side is not None or told.known >= 1:
        return set()
    return {word for word in words(text) if word not in lexicon().all_words}

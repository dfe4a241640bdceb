"""A column that says of each row whether it is loaded at all: ``Load?``, ``In scope (Y/N)``."""

from __future__ import annotations

import re

from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.roles import Layout, values_of

_HEADING = re.compile(
    r"^\W*(?:to\s+be\s+|is\s+)?(?:load(?:ed)?|migrated?|in\s+scope|scope|included?|transfer(?:red)?|relevant|move[d]?|needed|wanted|take(?:n)?(?:\s+over)?)"
    r"(?:\s+(?:field|column|row))?\s*\??\s*(?:[(\[]?\s*(?:y(?:es)?|j|x|ja)\s*/\s*n(?:o|ein)?\s*[)\]]?)?\s*\??\W*$",
    re.IGNORECASE,
)
_YES = frozenset({"y", "yes", "x", "true", "1", "j", "ja", "oui", "si", "sí", "tak", "in"})
_NO = frozenset({"n", "no", "false", "0", "nein", "nee", "non", "nie", "out", "not loaded"})
_LONGEST = 12
"""Letters of a mark; what is longer is a note below the rows."""


def load_flag(grid: SheetGrid, layout: Layout) -> int:
    """The column of such marks; 0 where none says both yes and no."""
    for cell in layout.header.cells:
        texts = [text.strip().casefold() for text in values_of(grid, layout, cell.column)]
        values = {text for text in texts if len(text) <= _LONGEST}
        if _HEADING.match(cell.text) and values & _YES and values & _NO and values <= _YES | _NO:
            return cell.column
    return 0


def says_no(text: str) -> bool:
    """Whether a mark says that the row is not loaded."""
    return text.strip().casefold() in _NO

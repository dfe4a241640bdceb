"""Source columns whose names are shortened words: FRST_NM for "first name", CTRY_CD for "country code".

Only columns that the document's own source cells name for this rule are looked at, and only one may fit: the document
has already said that the rule is about them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import Scope, ScopeColumn

_SHORTEST = 2


def abbreviated(words: Sequence[str], scope: Scope) -> ScopeColumn | None:
    """The only source column whose name shortens just these words, one part of the name a word."""
    if len(words) < _SHORTEST:
        return None
    fitting = [column for column in scope.sources if _shortens(column.column.name, words)]
    return fitting[0] if len(fitting) == 1 else None


def _shortens(name: str, words: Sequence[str]) -> bool:
    """Whether each part of the name has the letters of its word in order, the first one first."""
    parts = [part for part in re.split(r"[\W_]+", name.lower()) if part]
    return len(parts) == len(words) and all(
        len(part) >= _SHORTEST and _in_order(part, word.lower())
        for part, word in zip(parts, words, strict=True)
    )


def _in_order(part: str, word: str) -> bool:
    """Whether the part's letters come in the word in that order, beginning with the first."""
    letters = iter(word)
    return part[0] == word[:1] and all(letter in letters for letter in part)

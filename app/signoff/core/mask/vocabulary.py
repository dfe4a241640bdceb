"""How common a word is in English: what tells a business word from a word of everyday language."""

from __future__ import annotations

from functools import cache

from signoff.core.domain.resources import resources_folder
from signoff.core.mask.words import plain_words

COMMON = 5_000
"""Words before this rank are common English."""
UNKNOWN = 1_000_000
"""Rank of a word that the list does not have."""
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly")


@cache
def _ranks() -> dict[str, int]:
    text = (resources_folder() / "masking" / "english_words.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    words = (word for line in lines for word in line.split())
    return {word: rank for rank, word in enumerate(words)}


def rank(word: str) -> int:
    """Place of a word in the order of frequency, 0 the most frequent; `UNKNOWN` where it is no English word.

    Endings that English puts to a word are looked through: *lookups* is as known as *lookup*.
    """
    folded = word.casefold()
    known = _ranks()
    if folded in plain_words():
        return min(known.get(folded, 0), COMMON - 1)
    if folded in known:
        return known[folded]
    stems = (folded[: -len(ending)] for ending in _ENDINGS if folded.endswith(ending))
    return min((known.get(stem, UNKNOWN) for stem in stems if len(stem) > 2), default=UNKNOWN)


def is_english(word: str) -> bool:
    """Whether the list has the word."""
    return rank(word) < UNKNOWN


def is_common(word: str) -> bool:
    """Whether a word is among the common ones of English and SQL: it gives nobody away."""
    return rank(word) < COMMON

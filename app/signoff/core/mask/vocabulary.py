"""How common a word is in English: what tells a business word from a word of everyday language."""

from __future__ import annotations

from functools import cache

from signoff.core.domain.resources import resources_folder
from signoff.core.mask.words import plain_words

COMMON = 5_000
"""Words before this rank are common English."""
UNKNOWN = 1_000_000
"""Rank of a word that the list does not have."""
_OF_PLAIN = 1_000
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly")


@cache
def _ranks() -> dict[str, int]:
    return {word: rank for rank, word in enumerate(_words("english_words.txt"))}


def rank(word: str) -> int:
    """Place of a word in the order of frequency, 0 the most frequent; `UNKNOWN` where it is no English word.

    Endings that English puts to a word are looked through: *lookups* is as known as *lookup*. Words of everyday data
    work and their forms are among the most frequent, whatever the list says.
    """
    folded, known, plain = word.casefold(), _ranks(), plain_words()
    stems = [folded[: -len(ending)] for ending in _ENDINGS if folded.endswith(ending)]
    forms = [folded, *(stem for stem in stems if len(stem) > 2)]
    if any(form in plain for form in forms):
        return min(known.get(folded, 0), _OF_PLAIN)
    if folded in known:
        return known[folded]
    return min((known.get(stem, UNKNOWN) for stem in forms[1:]), default=UNKNOWN)


def is_english(word: str) -> bool:
    """Whether the list has the word."""
    return rank(word) < UNKNOWN


def is_common(word: str) -> bool:
    """Whether a word is among the common ones of English and SQL: it gives nobody away."""
    return rank(word) < COMMON


@cache
def function_words() -> frozenset[str]:
    """Articles, prepositions and other small words of languages that documents are written in beside English."""
    return frozenset(_words("function_words.txt"))


@cache
def form_words() -> frozenset[str]:
    """Abbreviations and words that databases put to the names of things, and that name none themselves."""
    return frozenset(_words("form_words.txt"))


def _words(name: str) -> list[str]:
    text = (resources_folder() / "masking" / name).read_text(encoding="utf-8")
    return [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]

"""Which words are one: inflections, abbreviations, and words of form that name no thing of the business."""

from __future__ import annotations

import re

from signoff.core.mask.vocabulary import form_words, is_english
from signoff.core.mask.words import plain_words

_PLURALS = ("s", "es", "e", "en", "n", "er", "ern", "i", "y")
_VOWELS = re.compile(r"(?<!^)[aeiouyäöü]")
_SHORTEST_STEM, _SHORTEST_SHORT = 4, 3


def is_generic(word: str) -> bool:
    """Whether a word only tells what kind of value a name holds, or how it is kept."""
    return len(word) == 1 or word.isdigit() or word in form_words() or word in plain_words()


def same_word(one: str, other: str) -> bool:
    """Whether two words differ by an ending of number or case only: *supplier*, *suppliers*, *Kunde*, *Kunden*."""
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    if short == long:
        return True
    if len(short) < _SHORTEST_STEM:
        return False
    if short.endswith("y") and long == short[:-1] + "ies":
        return True
    if not long.startswith(short):
        return False
    ending = long[len(short) :]
    if ending in ("s", "es"):
        return True
    return ending in _PLURALS and not (is_english(short) and is_english(long))


def abbreviates(short: str, long: str) -> bool:
    """Whether a word is a short form of another: its beginning, or its consonants from the first on."""
    short, long = short.casefold(), long.casefold()
    if len(short) < _SHORTEST_SHORT or len(long) < len(short) + 2 or short[0] != long[0]:
        return False
    if long.startswith(short):
        return True
    consonants = _VOWELS.sub("", long)
    bare = _VOWELS.sub("", short)
    if bare != short and not _in_order(short, long):
        return False
    return len(bare) >= _SHORTEST_SHORT and _in_order(bare, consonants) and len(bare) >= 0.5 * len(consonants)


def _in_order(short: str, long: str) -> bool:
    """Whether the letters of one stand in the other in the same order."""
    letters = iter(long)
    return all(letter in letters for letter in short)

"""Looks for terms in a text in the plainest way there is, sharing nothing with the program's own search.

Slow and simple on purpose: every word of the text is held against every word of every term.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from signoff.core.domain.masking import Term, TermKind

_HUMPS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_]+|\d+")
_ENDINGS = ("", "s", "es", "ed", "ing", "en", "n", "e", "er", "ern")
_TELLING = 6


def plain_letters(text: str) -> str:
    """Small Latin letters and digits of a text, accents dropped."""
    parts = unicodedata.normalize("NFKD", text).casefold()
    return "".join(each for each in parts if each.isalnum())


@cache
def words_of(text: str) -> list[str]:
    """The words of a text, names taken apart at underscores and humps."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return [match.group().casefold() for match in _HUMPS.finditer(bare)]


@cache
def slips(word: str) -> frozenset[str]:
    """A word with one letter lacking, twice, or swapped with the next."""
    found = {word[:i] + word[i + 1 :] for i in range(len(word))}
    found |= {word[:i] + word[i] + word[i:] for i in range(len(word))}
    found |= {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    return frozenset(found)


def terms_in(text: str, terms: Iterable[Term], everyday: Sequence[str] = ()) -> list[str]:
    """The terms that a person would recognise in a text.

    Args:
        text: what was shown.
        terms: what should not be.
        everyday: words that tell nothing, alone or as parts of names.
    """
    words = words_of(text)
    told = set(everyday)
    found = []
    for term in terms:
        parts = words_of(term.text)
        letters = "".join(parts)
        if len(letters) < _TELLING or (term.kind is not TermKind.WORD and all(p in told for p in parts)):
            continue
        size = len(parts)
        windows = (words[i : i + size] for i in range(len(words) - size + 1))
        if any(_says(window, parts, told) for window in windows) or letters in words:
            found.append(term.text)
    return found


def _says(window: Sequence[str], parts: Sequence[str], told: set[str]) -> bool:
    """Whether words say a term; an everyday word says only itself."""
    pairs = zip(window, parts, strict=True)
    return all(one == other if one in told else _same(one, other) for one, other in pairs)


def _same(shown: str, hidden: str) -> bool:
    if shown == hidden:
        return True
    if len(hidden) < _TELLING:
        return False
    stems = {shown.removesuffix(ending) for ending in _ENDINGS if shown.endswith(ending)}
    return hidden in stems or any(stem in slips(hidden) for stem in stems)

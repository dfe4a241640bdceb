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
_STOP = re.compile(r"[.,;:!?]\s")
"""What ends a sentence or a part of it: nobody reads the words around it as one name."""
_MARKS = "`[."
"""What an identifier stands behind."""


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
        everyday: words that tell nothing. A term made of such words and their forms counts only where it stands as
            an identifier: behind a dot, in backticks or in brackets.
    """
    sentences = [words_of(part) for part in _STOP.split(text)]
    told = frozenset(everyday)
    return [term.text for term in terms if _is_told(term, text, sentences, told)]


def _is_told(term: Term, text: str, sentences: Sequence[list[str]], told: frozenset[str]) -> bool:
    parts = words_of(term.text)
    letters, size = "".join(parts), len(parts)
    if len(letters) < _TELLING:
        return False
    if term.kind is not TermKind.WORD and all(_is_everyday(part, told) for part in parts):
        return any(f"{mark}{term.text}".casefold() in text.casefold() for mark in _MARKS)
    windows = (words[i : i + size] for words in sentences for i in range(len(words) - size + 1))
    return any(_says(window, parts, told) for window in windows) or any(
        letters in words for words in sentences
    )


def _is_everyday(word: str, told: frozenset[str]) -> bool:
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return any(stem in told or f"{stem}y" in told for stem in stems)


def _says(window: Sequence[str], parts: Sequence[str], told: frozenset[str]) -> bool:
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

"""How each term counts in a text: in every spelling, as whole words only, or only where it reads as an identifier."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from signoff.core.domain.masking import Term, TermKind
from signoff.core.mask.folding import fold
from signoff.core.mask.vocabulary import is_common
from signoff.core.mask.words import is_plain, parts, plain_words

SPLIT_FROM = 6
"""Letters from which a term is found with other separators, split, inside a longer word, inflected or misspelt."""
SHORT = 4
"""Letters below which a term counts only as it is written."""


class Way(StrEnum):
    """Where a term counts."""

    ANYWHERE = "anywhere"
    """In every spelling, also split, inside a longer word, inflected or misspelt."""
    WHOLE = "whole"
    """As whole words: as is, spaced, joined, in the plural."""
    WRITTEN = "written"
    """Only as it is written, or all in small letters or capitals."""
    IDENTIFIER = "identifier"
    """Only where it stands as an identifier: after a dot, in backticks or in brackets."""


@dataclass(frozen=True)
class Needle:
    """One term, ready to be looked for."""

    term: Term
    tight: str
    """Its letters and digits, folded."""
    words: tuple[str, ...]
    """The words it is made of, folded."""
    way: Way
    shape: re.Pattern[str]
    """What whole words of it look like, folded but for what stands between them."""


def needles_of(terms: Iterable[Term]) -> tuple[Needle, ...]:
    """The terms that can be looked for: those with a letter or digit, each spelling once, the first of two alike."""
    found: dict[tuple[str, Way], Needle] = {}
    for term in terms:
        needle = _needle(term)
        if needle.tight:
            found.setdefault((needle.tight, needle.way), needle)
    return tuple(found.values())


def _needle(term: Term) -> Needle:
    words = tuple(folded for word in parts(term.text) if (folded := fold(word)))
    between = r"[\s_\-]?"
    is_plain_name = len(words) > 1 and all(word in plain_words() for word in words)
    if is_plain_name and term.kind is not TermKind.WORD:
        between = "_?" if "_" in term.text else ""
    shape = re.compile(between.join(map(re.escape, words)))
    return Needle(term, fold(term.text), words, _way(term, is_plain_name=is_plain_name), shape)


def _way(term: Term, *, is_plain_name: bool) -> Way:
    length = len(fold(term.text))
    if term.kind is not TermKind.WORD and (len(term.text) < 2 or is_plain(term.text)):
        return Way.IDENTIFIER
    is_everyday_value = term.kind is TermKind.VALUE and all(map(is_common, parts(term.text)))
    if length < SHORT or is_everyday_value:
        return Way.WRITTEN
    if length < SPLIT_FROM or is_plain(term.text) or (is_plain_name and term.kind is not TermKind.WORD):
        return Way.WHOLE
    return Way.ANYWHERE

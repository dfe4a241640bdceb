"""Words outside the common ones of English and SQL: at the level *full* each of them counts as a term."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sqlglot.tokens import Tokenizer

from signoff.core.mask.vocabulary import is_common
from signoff.core.mask.words import STAND_IN, plain_words

_WORD = re.compile(r"[^\W\d_]\w*(?:-\w+)*")
_INNER = re.compile(r"[^\W\d_]+")


def uncommon_words(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each word that is neither common nor a stand-in."""
    for match in _WORD.finditer(text):
        word = match.group()
        if not STAND_IN.fullmatch(word) and not all(map(_is_common, _INNER.findall(word))):
            yield match.span()


def _is_common(word: str) -> bool:
    return len(word) == 1 or word.casefold() in plain_words() | sql_words() or is_common(word)


@cache
def sql_words() -> frozenset[str]:
    """Keywords and names of types."""
    return frozenset(part.casefold() for word in Tokenizer.KEYWORDS for part in word.split())

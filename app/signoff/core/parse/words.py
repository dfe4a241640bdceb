"""Text as bare words: how headers, labels and placeholders are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-zа-яё0-9])(?=[A-ZА-ЯЁ])|(?<=[A-ZА-ЯЁ])(?=[A-ZА-ЯЁ][a-zа-яё])")
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_FOLDED = str.maketrans({"ł": "l", "Ł": "l", "ß": "ss", "ø": "o", "Ø": "o", "æ": "ae", "đ": "d"})


def folded(text: str) -> str:
    """Lower case without accents; Latin and Cyrillic alike."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_FOLDED))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a header: `SRC_FieldName #` gives src, field, name, number."""
    spaced = _CAMEL.sub(" ", unicodedata.normalize("NFC", text).replace("#", " number "))
    return tuple(_WORD.findall(folded(spaced)))


def phrase(text: str) -> str:
    """The words joined by blanks: what whole phrases are compared by."""
    return " ".join(words(text))


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Folded text with blanks for punctuation but without splitting words: `EtlGenerated` stays one word."""
    return " ".join(_WORD.findall(folded(text)))

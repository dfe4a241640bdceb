"""Which words give nothing away, and how one name is written in running text."""

from __future__ import annotations

import re
from functools import cache

from signoff.core.domain.resources import resources_folder

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SPLIT = re.compile(r"[\W_]+")
_NEUTRAL_VALUE = re.compile(
    r"[\W\d_]*|[A-Za-z]|[Xx]+(?:-[Xx]+)*|%?[YMDHSymdhs%:./\- ]+(?:24|12)?(?:[MISmis:.]*)"
)
STAND_IN = re.compile(r"\b(?:text|num|date|time|flag|val|name|word)_\d+\b")
"""How a stand-in of a prompt looks."""


@cache
def plain_words() -> frozenset[str]:
    """Words of everyday data work that are no secret of any customer, from ``resources/masking/plain_words.txt``."""
    text = (resources_folder() / "masking" / "plain_words.txt").read_text(encoding="utf-8")
    lines = (line.split("#")[0] for line in text.splitlines())
    return frozenset(word.casefold() for line in lines for word in line.split())


def parts(name: str) -> tuple[str, ...]:
    """The words a name is made of: ``CNTR_No`` and ``cntrNo`` give ``cntr, no``."""
    spaced = " ".join(_CAMEL.split(name))
    return tuple(word.casefold() for word in _SPLIT.split(spaced) if word)


def is_plain(text: str) -> bool:
    """Whether a text of at most one word is everyday vocabulary, so that hiding it hides nothing.

    A name of several words tells how a customer builds names, so it is never plain.
    """
    words = parts(text)
    return len(words) <= 1 and all(word in plain_words() or len(word) == 1 for word in words)


def is_neutral_value(value: str) -> bool:
    """Whether a fixed value may be shown: punctuation, digits, one letter, a date format, plain words."""
    if _NEUTRAL_VALUE.fullmatch(value):
        return True
    return all(word in plain_words() or word.isdigit() for word in parts(value))


@cache
def spellings(name: str) -> re.Pattern[str]:
    """Pattern of every way a name stands in running text: as is, spaced, joined, in the plural."""
    return _written(name, r"[\s_\-]?")


@cache
def telling_spellings(name: str) -> re.Pattern[str]:
    """The spellings that tell something: of a name made of plain words only those that read as a name.

    ``first_name`` shows how a customer builds names; "first name" is plain English.
    """
    words = parts(name)
    if len(words) > 1 and all(word in plain_words() for word in words):
        return _written(name, "[_]?" if "_" in name else "")
    return spellings(name)


def _written(name: str, between: str) -> re.Pattern[str]:
    words = parts(name)
    loose = between.join(re.escape(word) for word in words) if words else re.escape(name)
    return re.compile(rf"(?<![\w]){loose}(?:e?s)?(?![\w])", re.IGNORECASE)


@cache
def value_pattern(value: str) -> re.Pattern[str]:
    """Pattern of a fixed value standing by itself."""
    return re.compile(rf"(?<!\w){re.escape(value)}(?!\w)")

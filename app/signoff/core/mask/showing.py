"""What the generator may see as it is: neutral values, and at the level *terms* names and values without a term."""

from __future__ import annotations

import re
from functools import cache

from sqlglot.tokens import Tokenizer

from signoff.core.domain.masking import MaskingLevel
from signoff.core.mask.matching import Matcher
from signoff.core.mask.words import STAND_IN, is_neutral_value

_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def is_shown_value(value: str, matcher: Matcher) -> bool:
    """Whether a fixed value of a rule may be shown."""
    is_open = matcher.level is MaskingLevel.TERMS or is_neutral_value(value)
    return is_open and not matcher.found(value)


def is_shown_name(name: str, matcher: Matcher) -> bool:
    """Whether a column may keep its name in a prompt: only at *terms*, and where SQL takes it without quotes."""
    if matcher.level is not MaskingLevel.TERMS or not _PLAIN_NAME.fullmatch(name):
        return False
    is_word_of_sql = name.upper() in _keywords()
    return not is_word_of_sql and not STAND_IN.fullmatch(name.lower()) and not matcher.found(name)


@cache
def _keywords() -> frozenset[str]:
    return frozenset(Tokenizer.KEYWORDS)

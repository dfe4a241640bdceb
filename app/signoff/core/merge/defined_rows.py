"""Names for rows whose condition stands behind them in brackets: ``development builds (ran_tests = true)``."""

from __future__ import annotations

import re

from signoff.core.domain.spec import Schema
from signoff.core.merge.names import plain_words, word_set

_FORMULA = re.compile(r"[\w.]+\s*(?:=|<>|!=|>=|<=|>|<|\bis\s|\bin\s*\()", re.IGNORECASE)
_MOST_WORDS = 3
_SHORTEST = 4
_ALIKE = 5
"""Letters that two words of one stem begin with."""
_LIMITS = word_set(
    "old new older newer first last latest earliest former current recent large small big some few many most other "
    "certain only same open closed late early next previous single double duplicate not without with and or in of "
    "before after since until"
)
"""Words that say which of the rows are meant."""


def is_defined(rows: str, condition: str, schema: Schema) -> bool:
    """Whether words before a condition are but a name for its rows: no column could say what they say beside it.

    Args:
        rows: the words.
        condition: what stands in brackets behind them; a formula over a column.
        schema: tables the file reads.
    """
    said = [word.casefold() for word in plain_words(rows)]
    if not said or len(said) > _MOST_WORDS or not _FORMULA.match(condition.strip()):
        return False
    if any(word in _LIMITS or word.isdigit() for word in said):
        return False
    named = {w for table in schema.tables for c in table.columns for w in plain_words(c.name)}
    return not any(_is_alike(word, name) for word in said for name in named)


def _is_alike(word: str, name: str) -> bool:
    if min(len(word), len(name)) < _SHORTEST:
        return word == name
    return word[:_ALIKE] == name[:_ALIKE] or word in name or name in word

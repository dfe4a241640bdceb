"""Rules that must be said plainly before compilers look at them, since a word of theirs means something else to one."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope
from signoff.core.generate.patterns.bracketed_parts import bracketed_parts
from signoff.core.generate.patterns.early_codes import early_codes
from signoff.core.generate.patterns.early_sentences import early_sentences
from signoff.core.generate.patterns.everyday_pairs import everyday_pairs
from signoff.core.generate.patterns.everyday_values import misread_value
from signoff.core.generate.patterns.flag_words import flag_words
from signoff.core.generate.patterns.missing_parts import missing_parts
from signoff.core.generate.patterns.restated_bands import none_as_word
from signoff.core.generate.patterns.restated_engineers import said_by_engineers
from signoff.core.generate.patterns.restated_kinds import listed_behind_kind, same_otherwise
from signoff.core.generate.patterns.restated_percentages import percent_of_amount
from signoff.core.generate.patterns.restated_period_labels import days_in_period

_WORDS = (
    (re.compile(r"\b(?:in|into|to|as)\s+(?:small|lower[- ]?case)\s+letters\b", re.I), "in lower case"),
    (
        re.compile(r"\b(?:in|into|to|as)\s+(?:capital|upper[- ]?case|big|block)\s+letters\b", re.I),
        "in upper case",
    ),
    (
        re.compile(
            r"\b(?:without|with\s+no|no)\s+(?:any\s+)?(?:spaces|blanks)\s+(?:at|in)\s+(?:the\s+|its\s+)?(?:beginning|start|front)\s*"
            r"(?:,|and|or)\s*(?:at\s+)?(?:the\s+|its\s+)?(?:end|back)\b",
            re.IGNORECASE,
        ),
        "without spaces around it",
    ),
)
"""What letters and blanks are called in full, with the words that compilers know in every place."""


def _letters(text: str, scope: Scope) -> str:
    """A rule of more than one step with letters and blanks in short words; empty where it speaks of none."""
    said = text
    for shape, words in _WORDS:
        said = shape.sub(words, said)
    return said if said != text and re.search(r"\band\b|[,;.]", said) else ""


def said_early(text: str, scope: Scope) -> str:
    """The rule in plain words or as SQL; empty where it is none of these."""
    given = text
    text = _letters(text, scope) or text
    for make in (
        early_sentences,
        early_codes,
        misread_value,
        missing_parts,
        everyday_pairs,
        flag_words,
        bracketed_parts,
        days_in_period,
        none_as_word,
        same_otherwise,
        listed_behind_kind,
        percent_of_amount,
        said_by_engineers,
    ):
        made = make(text, scope)
        if made:
            return made
    return "" if text == given else text

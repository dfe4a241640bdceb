"""Rules that must be said plainly before compilers look at them, since a word of theirs means something else to one."""

from __future__ import annotations

from signoff.core.domain.expressions import Scope
from signoff.core.generate.patterns.bracketed_parts import bracketed_parts
from signoff.core.generate.patterns.flag_words import flag_words
from signoff.core.generate.patterns.restated_bands import none_as_word
from signoff.core.generate.patterns.restated_engineers import said_by_engineers
from signoff.core.generate.patterns.restated_kinds import listed_behind_kind, same_otherwise
from signoff.core.generate.patterns.restated_percentages import percent_of_amount
from signoff.core.generate.patterns.restated_period_labels import days_in_period


def said_early(text: str, scope: Scope) -> str:
    """The rule in plain words or as SQL; empty where it is none of these."""
    for make in (
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
    return ""

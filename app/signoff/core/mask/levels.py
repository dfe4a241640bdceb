"""The three masking levels in words."""

from __future__ import annotations

from signoff.core.domain.masking import MaskingLevel
from signoff.core.domain.sentences import say


def level_words(level: MaskingLevel) -> str:
    """One sentence on what a level hides from the language model, and what not."""
    return {
        MaskingLevel.TERMS: say("level.terms"),
        MaskingLevel.IDENTIFIERS: say("level.identifiers"),
        MaskingLevel.FULL: say("level.full"),
    }[level]

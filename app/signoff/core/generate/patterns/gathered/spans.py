"""Words that say nothing at the ends of a phrase."""

from __future__ import annotations

from signoff.core.generate.patterns.phrases import Phrase


def trimmed(phrase: Phrase) -> Phrase:
    """The phrase without signs at its ends."""
    return phrase.stripped((",", ";", ":", ".", "?", "¶"))

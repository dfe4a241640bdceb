"""Words that say nothing at the ends of a phrase."""

from __future__ import annotations

from signoff.core.generate.patterns.phrases import Phrase


def trimmed(phrase: Phrase) -> Phrase:
    """The phrase without signs at its ends."""
    marks = phrase.marks
    while marks and marks[0].text in (",", ";", ":", ".", "?", "¶"):
        marks = marks[1:]
    while marks and marks[-1].text in (",", ";", ":", ".", "?", "¶"):
        marks = marks[:-1]
    return Phrase(marks, phrase.source)

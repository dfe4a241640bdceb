"""Pieces of a phrase by their tokens."""

from __future__ import annotations

import re
from functools import lru_cache

from signoff.core.generate.patterns.phrases import Phrase


def cut(phrase: Phrase, first: int, last: int | None = None) -> Phrase:
    """The tokens from `first` up to `last`, or to the end."""
    return Phrase(phrase.marks[first:last], phrase.source)


def joined(phrase: Phrase, *others: Phrase) -> Phrase:
    """The tokens of several parts of one phrase, one after the other."""
    return Phrase(phrase.marks + tuple(mark for each in others for mark in each.marks), phrase.source)


def trimmed(phrase: Phrase) -> Phrase:
    """The phrase without signs at its ends."""
    marks = phrase.marks
    while marks and marks[0].text in (",", ";", ":", ".", "?", "¶"):
        marks = marks[1:]
    while marks and marks[-1].text in (",", ";", ":", ".", "?", "¶"):
        marks = marks[:-1]
    return Phrase(marks, phrase.source)


@lru_cache(maxsize=2048)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


class Match:
    """A pattern found in a phrase, its groups as phrases."""

    def __init__(self, phrase: Phrase, found: re.Match[str]) -> None:
        self._phrase = phrase
        self._found = found

    def has(self, name: str) -> bool:
        """Whether the group holds something."""
        return bool(self._found.groupdict().get(name))

    def part(self, name: str) -> Phrase:
        """The group as a phrase; empty where it holds nothing."""
        return self._phrase.cut(*self._found.span(name)) if self.has(name) else cut(self._phrase, 0, 0)

    def text(self, name: str) -> str:
        """The group's words; empty where it holds nothing."""
        return (self._found.groupdict().get(name) or "").strip()

    @property
    def phrase(self) -> Phrase:
        """The phrase that was searched."""
        return self._phrase

    @property
    def before(self) -> Phrase:
        """The phrase up to the match."""
        return self._phrase.cut(0, self._found.start())

    @property
    def after(self) -> Phrase:
        """The phrase behind the match."""
        return self._phrase.cut(self._found.end(), len(self._phrase.text))


def whole(pattern: str, phrase: Phrase) -> Match | None:
    """The pattern on all of the phrase, where each token has one blank behind it."""
    found = _compiled(pattern).fullmatch(phrase.text)
    return Match(phrase, found) if found else None


def at_start(pattern: str, phrase: Phrase) -> Match | None:
    """The pattern at the beginning of the phrase."""
    found = _compiled(pattern).match(phrase.text)
    return Match(phrase, found) if found and found.end() else None


def at_end(pattern: str, phrase: Phrase) -> Match | None:
    """The first place from which the pattern reaches the end of the phrase."""
    found = _compiled(rf"(?:(?<=\s)|^)(?:{pattern})$").search(phrase.text)
    return Match(phrase, found) if found and found.end() > found.start() else None


def closing(phrase: Phrase, opened: int) -> int:
    """Place of the bracket that closes the one at `opened`; -1 where none does."""
    level = 0
    for at in range(opened, len(phrase.marks)):
        level += (phrase.marks[at].text == "(") - (phrase.marks[at].text == ")")
        if level == 0:
            return at
    return -1

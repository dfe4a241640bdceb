"""Pieces of a phrase by its tokens, and what a pattern finds in a phrase, its groups as phrases."""

from __future__ import annotations

import re
from functools import lru_cache

from signoff.core.generate.patterns.phrases import Phrase

_COUNTED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
NUMBERS = {word: str(at) for at, word in enumerate(_COUNTED.split())} | {"no": "0", "a": "1", "an": "1"}
NUMBER = rf"(?:§n|{'|'.join(_COUNTED.split())})"
"""Pattern of a whole number, in digits or in words up to twenty."""


def cut(phrase: Phrase, first: int, last: int | None = None) -> Phrase:
    """The tokens from `first` up to `last`, or to the end."""
    return Phrase(phrase.marks[first:last], phrase.source)


def joined(phrase: Phrase, *others: Phrase) -> Phrase:
    """The tokens of several parts of one phrase, one after the other."""
    return Phrase(phrase.marks + tuple(mark for each in others for mark in each.marks), phrase.source)


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


class Match:
    """A pattern found in a phrase."""

    def __init__(self, phrase: Phrase, found: re.Match[str]) -> None:
        self._phrase = phrase
        self._found = found

    def knows(self, name: str) -> bool:
        """Whether the pattern has such a group."""
        return name in self._found.re.groupindex

    def has(self, name: str) -> bool:
        """Whether the group is there and holds something."""
        return self.knows(name) and bool(self._found[name])

    def part(self, name: str) -> Phrase:
        """The group as a phrase, its last token whole; empty where it holds nothing."""
        if not self.has(name):
            return cut(self._phrase, 0, 0)
        start, end = self._found.span(name)
        return self._phrase.cut(start, end if self._found.string[end - 1] == " " else end + 1)

    def text(self, name: str) -> str:
        """The group's words without blanks around them; empty where it holds nothing."""
        return self._found[name].strip() if self.has(name) else ""

    def number(self, name: str) -> str:
        """The number a group of one token holds, a decimal point in it; empty for anything else."""
        marks = self.part(name).marks
        if len(marks) != 1:
            return ""
        value = marks[0].token.value
        if re.fullmatch(r"-?\d+(?:\.\d+)?", value):
            return value
        return NUMBERS.get(value.lower(), "")

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


def matched(pattern: str, phrase: Phrase) -> Match | None:
    """The pattern on all of the phrase, where each token has one blank behind it."""
    found = _compiled(pattern).fullmatch(phrase.text)
    return Match(phrase, found) if found is not None else None


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


def balanced(phrase: Phrase) -> bool:
    """Whether each bracket of the phrase is opened before it is closed, and closed."""
    level = 0
    for mark in phrase.marks:
        level += (mark.text == "(") - (mark.text == ")")
        if level < 0:
            return False
    return level == 0

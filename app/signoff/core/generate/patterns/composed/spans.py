"""Sub-phrases of a phrase: where it may be cut, what a match holds, and words that say nothing at its ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from signoff.core.generate.patterns.phrases import Mark, Phrase

_PAIRS = {"(": ")", "[": "]", "{": "}"}
_LEAD = re.compile(
    r"(?:(?:please|simply|just|only|we only care about|we care about|what we want is|"
    r"what we need is|here we need|"
    r"we need|we want|i mean|i want|show|give|take|use|load|write|enter|put|put in|fill in|set to|"
    r"set|report|return|"
    r"deliver|populate with|populate|should be|shall be|must be|is|are|it is|this is|that is|i\.e|"
    r"i \. e \.|to|as|"
    r"then|with|by|of|an?|the|make it|make them|calculate|compute|derive|derived as|calculated as|result|"
    r"we write|we use|we take|we put|we load|it becomes|becomes|become|count as|counts as|counted as|both) )*"
)
_SIGNS = (",", ";", ".", ":", "-", "…", "¶", "!", "?", "|", "->", "=", "*")


def matched(pattern: str, phrase: Phrase) -> Found | None:
    """The pattern on the whole phrase; a blank follows each token, also the last."""
    found = _compiled(pattern).fullmatch(phrase.text)
    return Found(phrase, found) if found is not None else None


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


class Found:
    """What a pattern found in a phrase; groups as phrases."""

    def __init__(self, phrase: Phrase, match: re.Match[str]) -> None:
        self._phrase = phrase
        self._match = match

    def has(self, name: str) -> bool:
        """Whether the group is there and holds something."""
        return name in self._match.re.groupindex and bool(self._match[name])

    def knows(self, name: str) -> bool:
        """Whether the pattern has such a group."""
        return name in self._match.re.groupindex

    def text(self, name: str) -> str:
        """Text of the group without blanks around it; empty where it holds nothing."""
        return (self._match[name] or "").strip() if name in self._match.re.groupindex else ""

    def part(self, name: str) -> Phrase:
        """The group as a phrase; empty where it holds nothing."""
        if not self.has(name):
            return Phrase((), self._phrase.source)
        start, end = self._match.span(name)
        return self._phrase.cut(start, end if self._match.string[end - 1] == " " else end + 1)

    def number(self, name: str) -> str:
        """The number a group of one token holds, a decimal point in it; empty for anything else."""
        marks = self.part(name).marks
        if len(marks) != 1:
            return ""
        value = marks[0].token.value
        if re.fullmatch(r"-?\d+(?:\.\d+)?", value):
            return value
        return NUMBERS.get(value.lower(), "")


_COUNTED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
NUMBERS = {word: str(at) for at, word in enumerate(_COUNTED.split())} | {"no": "0", "a": "1", "an": "1"}
NUMBER = rf"(?:§n|{'|'.join(_COUNTED.split())})"


def cut(phrase: Phrase, first: int, last: int) -> Phrase:
    """The phrase's marks from `first` up to `last`."""
    return Phrase(phrase.marks[first:last], phrase.source)


def trimmed(phrase: Phrase) -> Phrase:
    """The phrase without signs at its ends, brackets around all of it, and words that ask for a value."""
    marks = phrase.marks
    while True:
        before = len(marks)
        while marks and marks[0].text in (",", ";", ".", ":", "…", "¶", "!", "?", "|"):
            marks = marks[1:]
        while marks and marks[-1].text in (",", ";", ".", ":", "…", "¶", "!", "?", "|"):
            marks = marks[:-1]
        if len(marks) > 2 and marks[0].text == "(" and marks[-1].text == ")" and _closes(marks):
            marks = marks[1:-1]
        while marks and marks[-1].text in ("please",):
            marks = marks[:-1]
        if len(marks) == before:
            return Phrase(marks, phrase.source)


def without_lead(phrase: Phrase) -> Phrase:
    """The phrase without words such as "please use" in front."""
    found = _LEAD.match(phrase.text)
    return phrase.cut(found.end(), len(phrase.text)) if found and found.end() < len(phrase.text) else phrase


def _closes(marks: tuple[Mark, ...]) -> bool:
    """Whether the first bracket is closed by the last mark."""
    level = 0
    for at, mark in enumerate(marks):
        level += (mark.text == "(") - (mark.text == ")")
        if level == 0:
            return at == len(marks) - 1
    return False


def levels(phrase: Phrase) -> list[int]:
    """How deep in brackets each token is; a bracket itself lies outside."""
    made, level = [], 0
    for mark in phrase.marks:
        if mark.text in _PAIRS.values():
            level -= 1
        made.append(level)
        if mark.text in _PAIRS:
            level += 1
    return made


def places(phrase: Phrase, pattern: str) -> Iterator[tuple[int, int]]:
    """First token and first token behind each match of a pattern outside brackets, from left to right."""
    depth = levels(phrase)
    for found in re.finditer(rf"(?:(?<=\s)|^)(?:{pattern})", phrase.text):
        first = phrase.text[: found.start()].count(" ")
        last = first + found.group().count(" ")
        if found.group() and all(each == 0 for each in depth[first:last]):
            yield first, last


def split_at(phrase: Phrase, pattern: str) -> list[Phrase]:
    """The parts between matches outside brackets."""
    parts, begin = [], 0
    for first, last in places(phrase, pattern):
        if first >= begin:
            parts.append(cut(phrase, begin, first))
            begin = last
    parts.append(cut(phrase, begin, len(phrase.marks)))
    return parts

"""Sub-phrases of a phrase: where it may be cut, and words that say nothing at its ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.generate.patterns.phrases import Mark, Phrase
from signoff.core.generate.patterns.spans import closing, cut

EXAMPLE = r"(?:e\.g|e \. g|eg|for example|for instance|like)(?: \.)?(?: ,)? "
"""Begins what only shows how a value comes out."""
_SIGNS = (",", ";", ".", ":", "…", "¶", "!", "?", "|")
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


def trimmed(phrase: Phrase) -> Phrase:
    """The phrase without signs at its ends, brackets around all of it, and words that ask for a value."""
    marks = phrase.marks
    while True:
        before = len(marks)
        marks = (
            Phrase(marks, phrase.source).stripped(_SIGNS, _SIGNS if not _ends_in_sign(marks) else ()).marks
        )
        if (
            len(marks) > 2
            and marks[0].text == "("
            and closing(Phrase(marks, phrase.source), 0) == len(marks) - 1
        ):
            marks = marks[1:-1]
        while marks and marks[-1].text in ("please",):
            marks = marks[:-1]
        if len(marks) == before:
            return Phrase(marks, phrase.source)


def _ends_in_sign(marks: tuple[Mark, ...]) -> bool:
    """Whether a question mark stands alone, as a value, and asks nothing."""
    asked = bool(marks) and marks[-1].text == "?"
    return asked and (len(marks) == 1 or marks[-2].text in _SIGNS)


_ARTICLE = re.compile(r"\b(?:an?|one)\s+$", re.IGNORECASE)


def names_sign(phrase: Phrase) -> bool:
    """Whether a phrase is the sign that is put between texts, "a blank", and asks nothing."""
    if phrase.text not in ("blank ", "space "):
        return False
    return _ARTICLE.search(phrase.source[: phrase.marks[0].token.start]) is not None


def without_lead(phrase: Phrase) -> Phrase:
    """The phrase without words such as "please use" in front."""
    found = _LEAD.match(phrase.text)
    return phrase.cut(found.end(), len(phrase.text)) if found and found.end() < len(phrase.text) else phrase


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

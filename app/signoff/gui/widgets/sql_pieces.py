"""The pieces of SQL text that are coloured, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a piece of SQL is."""

    KEYWORD = "keyword"
    TEXT = "text"
    NUMBER = "number"
    REMARK = "remark"
    JINJA = "jinja"


@dataclass(frozen=True)
class Piece:
    """Characters `start` to `end` of one line."""

    start: int
    end: int
    kind: Kind


_KEYWORDS = """
all and any array as asc between both by case cast column create cross current date delete desc distinct
else end escape except exclude exists extract false fetch filter first following for from full group
having if ignore ilike in inner insert intersect interval into is join last lateral leading left like
limit natural not null nulls offset on or order outer over partition preceding qualify range recursive
respect right row rows safe_cast select set similar some struct table then timestamp to top
trailing true try_cast unbounded union unnest using values when where window with within
"""
_WORDS = frozenset(_KEYWORDS.split())
_PIECE = re.compile(
    r"""
    (?P<remark>--[^\n]*|/\*.*?(?:\*/|\Z))
    |(?P<jinja>\{\{.*?(?:\}\}|\Z)|\{%.*?(?:%\}|\Z)|\{\#.*?(?:\#\}|\Z))
    |(?P<text>'(?:[^']|'')*(?:'|\Z))
    |(?P<name>"(?:[^"]|"")*(?:"|\Z)|`[^`]*(?:`|\Z))
    |(?P<number>\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b)
    |(?P<word>[^\W\d]\w*)
    """,
    re.VERBOSE | re.DOTALL,
)


def pieces_of(text: str) -> tuple[tuple[Piece, ...], ...]:
    """The coloured pieces of every line of a text."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    found: list[list[Piece]] = [[] for _ in starts[1:]]
    number = 0
    for start, end, kind in _stretches(text):
        while starts[number + 1] <= start:
            number += 1
        _spread(found, starts, number, start, end, kind)
    return tuple(tuple(line) for line in found)


def _spread(
    found: list[list[Piece]], starts: list[int], number: int, start: int, end: int, kind: Kind
) -> None:
    """Put a stretch into every line it runs through."""
    while number < len(found) and starts[number] < end:
        first, last = max(start, starts[number]), min(end, starts[number + 1] - 1)
        if first < last:
            found[number].append(Piece(first - starts[number], last - starts[number], kind))
        number += 1


def _stretches(text: str) -> Iterator[tuple[int, int, Kind]]:
    for match in _PIECE.finditer(text):
        what = match.lastgroup or ""
        if what == "word":
            if match.group().casefold() in _WORDS:
                yield match.start(), match.end(), Kind.KEYWORD
        elif what != "name":
            yield match.start(), match.end(), Kind(what)

"""One sentence that puts tables below each other: ``union all of the comments and of the events with kind 'X'``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.merge.prose_shapes import LAYERS

STACKED = re.compile(
    r"\bunion(?:\s+all)?\b"
    r"|\b(?:one|each|put|placed|stacked|set|written)\s+(?:\w+\s+)?(?:under|below|beneath|after|behind|on\s+top\s+of)\s+"
    r"(?:an(?:other)?|the\s+other|each\s+other|one\s+another|other)\b"
    r"|\b(?:under|below|on\s+top\s+of)\s+(?:each\s+other|one\s+another)\b|\bstack(?:ed)?\b|\bappend(?:ed)?\b"
    r"|\ball\s+rows\s+of\s+both\b|\bboth\s+together\b|\bput\s+together\s+as\s+rows\b|\brows\s+of\s+both\b",
    re.IGNORECASE,
)
"""Says that tables are put one below the other."""
_AND = (
    r"(?:first\s+)?(?:(?:(?:and\s+)?then|followed\s+by|to|and|plus|or|as\s+well\s+as|together\s+with|union(?:\s+all)?|with)\s+)?"
    r"(?:also\s+)?"
)
_BEFORE = re.compile(
    rf"(?:^|[,;+&]|\s|(?<=[\w)]))\s*{_AND}(?:(?:all|the|both)\s+)*(?:(?:rows|records|lines|entries)\s+)?"
    r"(?:(?:of|from|in)\s+)?(?:(?:all|the|those|only)\s+)*(?:\(?\d{1,2}[.)]\s*)?$",
    re.IGNORECASE,
)
"""What leads from one table to the next."""
_NUMBER = re.compile(r"\(?\d{1,2}[.)]\s*$")
_LIMITS = re.compile(
    r"(?:(?:inner|left|full)\s+join|with|where|whose|that|which|of|in|from|for|by|only|without)\b|\(",
    re.IGNORECASE,
)
"""Begins what is said of the rows of one table."""
_SAYS_MORE = re.compile(
    r"\b(?:where|only|without|whose|that|which|if|unless|except|not|no|per|by|on|latest|join\w*)\b|[=<>\d]",
    re.IGNORECASE,
)


_ONLY_STACKS = re.compile(
    rf"\W*(?:(?:are|is|get|gets)\s+)?(?:{STACKED.pattern})\W*(?:of\s+|the\s+|with\s+|to\s+)*", re.IGNORECASE
)


def named_at(noun: str, table: str, tables: Sequence[str]) -> bool:
    """Whether a noun means one table of some: its name, or the last word of it, which no other one has.

    Args:
        noun: one or more words of a text.
        table: that it may mean.
        tables: of which it means one.
    """
    said = [singular(word) for word in words(noun)]
    if not said:
        return False

    def ends(name: str) -> bool:
        own = [singular(word) for word in words(name)]
        own = own[1:] if len(own) > 1 and own[0] in LAYERS else own
        return own[-len(said) :] == said

    return ends(table) and sum(ends(name) for name in tables) == 1


def stacked_pieces(sentence: str, tables: Sequence[str]) -> list[str]:
    """A sentence that stacks tables, cut into that and what it says of each; any other as it is.

    Args:
        sentence: of a text on rows.
        tables: that stand beside one another.

    Returns:
        The words that stack, then each table with its limit, ``raw_events with kind 'X'``.
    """
    if STACKED.search(sentence) is None:
        return [sentence]
    places: list[tuple[int, int, str]] = []
    said = list(re.finditer(r"(?<![\w'.])[A-Za-z][\w.]*(?<!\.)(?![\w'])", sentence))
    for number, word in enumerate(said):
        for last in said[number : number + 2][::-1]:
            noun = sentence[word.start() : last.end()]
            meant = [t for t in tables if noun.casefold() == t.casefold() or named_at(noun, t, tables)]
            if len(meant) == 1 and meant[0] not in {table for _, _, table in places}:
                places.append((word.start(), last.end(), meant[0]))
                break
    if len(places) < 2 or len(places) != len(tables):
        return [sentence]
    lead = sentence[: places[0][0]]
    ends = [start for start, _, _ in places[1:]] + [len(sentence)]
    between = [sentence[end:stop] for (_, end, _), stop in zip(places, ends, strict=True)]
    stacks = any(STACKED.search(text) for text in (lead, *between))
    if _SAYS_MORE.search(_NUMBER.sub("", lead)) or not stacks:
        return [sentence]
    limits = [STACKED.sub("", text) if _ONLY_STACKS.fullmatch(text) else text for text in between]
    limits = [_BEFORE.sub("", text).strip(" .,;") for text in limits[:-1]] + [limits[-1].strip(" .,;")]
    if any(text and _LIMITS.match(text) is None for text in limits):
        return [sentence]
    named = zip((table for _, _, table in places), limits, strict=True)
    return ["union all", *(f"{table} {limit}".strip() for table, limit in named)]

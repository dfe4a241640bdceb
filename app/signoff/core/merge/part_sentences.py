"""Sentences around a grid on a further part of a union: ``append all rows of phone_sales that are confirmed (…)``."""

from __future__ import annotations

import re

from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words

_ROWS = (
    r"(?:(?:append|add|take(?:\s+in)?|bring\s+in|include|union)\s+)?(?:also\s+)?(?:all\s+|only\s+)?(?:of\s+)?(?:the\s+|those\s+)?"
    r"(?:rows|records|entries|lines|data)\s+(?:of|from|in)\s+(?:the\s+)?(?:table\s+)?"
)
_LIMITS = re.compile(
    r"\d|\b(?:only|without|except|not|no|unless|if|but|before|after|until|latest|first|last|when)\b",
    re.IGNORECASE,
)
"""Words of a lead that say more than that the part comes in."""
_WHOSE = re.compile(r"^(?:whose|where|for\s+which)\s+(?P<what>.+)$", re.IGNORECASE)
_THAT_ARE = re.compile(
    r"^(?:that|which)\s+(?:are|is|were|was|have\s+been)\s+(?P<word>\w+)\s*\((?P<what>[^()]+)\)$",
    re.IGNORECASE,
)
_COMES_IN = re.compile(
    r"^(?:the\s+)?(?P<who>[\w-]+(?:\s+[\w-]+){0,2}?)\s+(?:also\s+|now\s+)?(?:come\s+in|comes\s+in|are\s+added|is\s+added|join)\s+as\s+(?:an?\s+|the\s+)?"
    r"(?:second|third|fourth|fifth|further|new|another|additional)\s+(?:part|kind|branch|source)(?:\s+of\s+(?:the\s+)?\w+)?(?:\s+(?:too|from\s+now\s+on|now))?$",
    re.IGNORECASE,
)
"""That the rows of a table come in, and nothing of which."""
_BRACKET = re.compile(r"^\((?P<what>[^()]*(?:[<>=]|\bis\b)[^()]*)\)$")


def part_condition(text: str, table: str) -> str | None:
    """The condition on the rows of a part that a sentence brings in; empty for all of them, None for other sentences.

    Args:
        text: the sentence, its label aside.
        table: that the part reads.
    """
    plain = " ".join(text.split()).strip(" .")
    coming = _COMES_IN.match(plain)
    if coming is not None and {singular(w) for w in words(coming["who"])} <= {
        singular(w) for w in words(table)
    }:
        return ""
    match = re.match(
        rf"^(?P<lead>[^:]*:\s*)?{_ROWS}[`\"']?{re.escape(table)}[`\"']?(?!\w)(?P<rest>.*)$",
        plain,
        re.IGNORECASE,
    )
    if match is None or _LIMITS.search(match["lead"] or ""):
        return None
    rest = match["rest"].strip(" ,")
    if not rest:
        return ""
    for shape in (_WHOSE, _THAT_ARE, _BRACKET):
        found = shape.match(rest)
        if found is None:
            continue
        word = found.groupdict().get("word")
        if word is None or word.lower()[:4] in found["what"].lower():
            return found["what"].strip()
    return None

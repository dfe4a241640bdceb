"""Sentences around a grid on a further part of a union: ``append all rows of phone_sales that are confirmed (…)``."""

from __future__ import annotations

import re

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
_BRACKET = re.compile(r"^\((?P<what>[^()]*(?:[<>=]|\bis\b)[^()]*)\)$")


def part_condition(text: str, table: str) -> str | None:
    """The condition on the rows of a part that a sentence brings in; empty for all of them, None for other sentences.

    Args:
        text: the sentence, its label aside.
        table: that the part reads.
    """
    plain = " ".join(text.split()).strip(" .")
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

"""Rows left out and then told: ``Test accounts are left out, that is every login that starts with test-``.

What is told is the condition; the words before it only call the rows something.
"""

from __future__ import annotations

import re

_SHAPE = re.compile(
    r"^(?P<head>[^()=<>\"'\d]+?)\s+(?:are|is|get|gets)\s+(?P<out>left\s+out|excluded|ignored|skipped|omitted|dropped|removed|not\s+(?:loaded|taken|migrated|included|kept))"
    r"\s*[,:;–-]?\s*\(?(?:that\s+is|i\.?\s?e\.?|meaning|namely|which\s+means)\s*,?:?\s+(?P<cond>.+?)\)?$",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"^(?:every|all|any|each|those|the)\s+(?:(?P<name>[a-z]\w*)\s+(?:that|which)\s+(?P<test>(?:start|begin|end|contain|hold)s?\b.+)"
    r"|(?:[a-z][\w-]*\s+)(?P<whose>(?:whose|with|without|where|that|which)\s.+))$",
    re.IGNORECASE,
)
_OR_BLANK = re.compile(
    r"^(?P<head>.+?\s)(?:with\s+no|without(?:\s+an?)?)\s+(?P<name>[a-z]\w*)\s*,?\s*(?:or\s+(?:with\s+)?an?\s+(?:blank|empty)\s+one)\s*,?(?=\s|$)",
    re.IGNORECASE,
)
_TURNS = re.compile(r"\b(?:not?|never|none|without|only|except|but|unless)\b", re.IGNORECASE)


def told_after(clause: str) -> str:
    """The clause as ``leave out …`` with what is told behind it; the same where it is of another kind."""
    plain = _OR_BLANK.sub(r"\g<head>whose \g<name> is null or blank ", clause).strip()
    match = _SHAPE.match(plain)
    if match is None or _TURNS.search(match["head"]):
        return plain
    every = _EVERY.match(match["cond"])
    told = match["cond"] if every is None else every["whose"] or f"{every['name']} {every['test']}"
    return f"leave out rows {told}" if every is not None and every["whose"] else f"leave out {told}"

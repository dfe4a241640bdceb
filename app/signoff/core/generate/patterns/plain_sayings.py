"""Sayings in many words that compilers know in one: ``if nothing is left``, ``everything else, incl. null``."""

from __future__ import annotations

import re

_EMPTY = r"(?:null|empty|missing|blank|unknown)"
_SAYINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(shape, re.IGNORECASE), said)
    for shape, said in (
        (
            rf"\b(?P<if>if|when|where)\s+(?:there\s+(?:is|was)\s+)?nothing\s+(?:(?:is|was|remains)\s+)?(?:left|remains|remaining|over)\b(?:\s*,?\s*or\s+(?:(?:it|that)\s+)?(?:(?:is|was)\s+)?{_EMPTY})?",
            r"\g<if> blank",
        ),
        (
            rf"\b(?P<else>anything\s+else|everything\s+else|all\s+(?:the\s+)?others?|others?|otherwise|else|the\s+rest)\s*,\s*(?:also|incl(?:uding|\.)?|even)\s+(?:if\s+|when\s+)?{_EMPTY}(?:\s+(?:ones|values))?\s*,?(?=\s*(?:->|=>|→|:|=))",
            r"\g<else>",
        ),
        (
            r"\b(?:upper\s*/\s*lower|lower\s*/\s*upper|upper\s+or\s+lower)\s+case(?:\s+of\s+(?:the\s+)?\w+)?\s+(?:does\s*n[o']t|does\s+not|doesn’t)\s+(?:matter|count)",
            "upper or lower case does not matter",
        ),
        (
            r"\b(?P<if>if|when|where)\s+there\s+(?:is|are)\s+no\s+(?:tags?|names?|values?|entr(?:y|ies)|texts?|codes?|words?|parts?)(?=\s*(?:[,;.)]|$))",
            r"\g<if> blank",
        ),
    )
)


def plain_sayings(text: str) -> str:
    """A rule with such sayings in the words that compilers know; the same where there are none.

    Args:
        text: the rule, on one line.
    """
    for shape, said in _SAYINGS:
        text = shape.sub(said, text)
    return text

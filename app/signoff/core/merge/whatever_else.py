"""Words on rows that limit none: ``active or not``, ``whether paid or unpaid``, ``regardless of its state``."""

from __future__ import annotations

import re

_WORD = r"(?!(?:upper|lower|capital|case|true|false|null)\b)[a-z][a-z-]*"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"\s*[,(–-]\s*(?:whether\s+)?(?:(?:they|it|these|those)\s+(?:are|is)\s+)?(?:still\s+)?{_WORD}(?:\s+{_WORD})?\s+or\s+not\s*\)?(?=\s*(?:[.,;]|$))",
        rf"\s*,?\s+whether\s+(?:or\s+not\s+)?(?:(?:they|it|these|those)\s+(?:are|is|were|was)\s+)?(?:still\s+)?{_WORD}\s+or\s+(?:not|(?:un|in|non-?|not\s+)?{_WORD})(?=\s*(?:[.,;)]|$))",
        rf"\s*,\s*(?:both\s+)?(?P<word>{_WORD})\s+(?:and|or|as\s+well\s+as)\s+(?:in|un|non-?|not\s+)(?P=word)(?:\s+(?:ones|alike))?(?=\s*(?:[.,;]|$))",
        r"\s*,?\s+(?:regardless|irrespective|independent(?:ly)?)\s+of\s+(?:the|their|its|any)?\s*(?!(?:[\w-]+\s+){0,2}(?:case|capital|spelling|upper|lower))(?:[\w-]+\s+)?[\w-]+(?=\s*(?:[.,;)]|$))",
        r"\s*,?\s+no\s+matter\s+(?:which|what|whose|who)\s+(?!(?:[\w-]+\s+){0,2}(?:case|capital|spelling|upper|lower))(?:[\w-]+\s+)?[\w-]+(?=\s*(?:[.,;)]|$))",
    )
)
_KEPT_ONE = re.compile(
    r"(?<![\w-])(?:(?:only\s+)?(?:after\s+that|then|afterwards)\s*,?\s+)?(?P<head>(?:leave\s+out|drop|exclude|remove|skip|ignore|omit|keep\s+only|only\s+keep|only)\s+(?:[\w-]+\s+){1,3}?)"
    r"(?:whose|of\s+which\s+the|where\s+the|if\s+(?:the|their|its))\s+(?:kept|remaining|surviving|chosen|selected)\s+"
    r"(?:copy|row|version|record|line|entry|one|state)\s+(?:has|have|carries|shows|is\s+with)\s+",
    re.IGNORECASE,
)
"""The row that an earlier sentence keeps, where a later one tests it."""


_WHAT_FOR = re.compile(
    r"(?P<join>\bjoin\s+[\w.]+\s+(?:on|with|by|where)\s+[^.;]*?=\s*[\w.']+)\s+(?:for|to\s+get|to\s+read|giving)\s+the\s+(?:[a-z]+\s+){0,2}(?:names?|texts?|descriptions?|labels?|titles?|details)"
    r"(?=\s*(?:[.;]|$))",
    re.IGNORECASE,
)
"""What a join is for, behind its condition."""


def without_whatever(text: str) -> str:
    """A text on rows without what limits none of them.

    Args:
        text: of one or more sentences; what is left of each stays as it is.
    """
    for shape in _SHAPES:
        text = shape.sub("", text)
    return _WHAT_FOR.sub(r"\g<join>", text)


def of_kept_row(text: str) -> str:
    """A test of the row that was kept, as one of those left then: ``drop tickets whose kept copy has`` something."""
    return _KEPT_ONE.sub(r"then \g<head>with ", text)

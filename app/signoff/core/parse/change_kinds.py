"""What changes, told where others write that something does: ``rows``, ``rule`` or ``grain`` in the column of marks."""

from __future__ import annotations

import re

_VALUE = r"(?:the\s+)?(?:rules?|logic|definition|calculation|formula|source)"
_ROWS = (
    r"(?:the\s+)?(?:(?:which\s+)?rows|row\s+(?:filter|selection)|records|filters?|population|grain|joins?)"
)
_TELLS_VALUE = re.compile(rf"\W*{_VALUE}\W*", re.IGNORECASE)
_TELLS_ROWS = re.compile(rf"\W*{_ROWS}\W*", re.IGNORECASE)


def tells_value(mark: str) -> bool:
    """Whether a mark is nothing but a word for how a value is made."""
    return _TELLS_VALUE.fullmatch(mark) is not None


def tells_rows(mark: str) -> bool:
    """Whether a mark is nothing but a word for the rows of a table."""
    return _TELLS_ROWS.fullmatch(mark) is not None

"""Conditions on whether there is a value: ``without a user``, ``ended_on is filled``."""

from __future__ import annotations

import re

from signoff.core.merge.everyday.said import Said
from signoff.core.merge.everyday.values import is_missing, is_text
from signoff.core.merge.everyday.wording import EMPTY, FILLED
from signoff.core.merge.likely.marked import softly_named

_C = r"‹c(?P<c>\d+)›"
_IS = r"(?:is|are|was|were|be|has|have|being)"
_MISSING = (
    re.compile(rf"^{_C}\s+(?:{_IS}\s+)?(?:still\s+)?{EMPTY}$"),
    re.compile(
        rf"^(?:without|w/o|having\s+no|no|lacking|missing|with\s+no|with\s+(?:an?\s+)?{EMPTY})\s+(?:an?\s+|any\s+|the\s+|its\s+|their\s+)?{_C}$"
    ),
    re.compile(rf"^{EMPTY}\s+{_C}$"),
)
_WITHOUT = re.compile(r"(?:without|having|no|lacking|with\s+no)\b")
"""Says that there is no value at all, which a blank text is."""
_THERE = (
    re.compile(rf"^{_C}\s+(?:{_IS}\s+)?(?:already\s+)?{FILLED}$"),
    re.compile(rf"^(?:with|having)\s+(?:an?\s+|any\s+|the\s+)?(?:filled\s+|known\s+|given\s+)?{_C}$"),
)
_NOUN_MISSING = re.compile(
    r"^(?:without|w/o|having\s+no|no|lacking|missing|with\s+no)\s+(?:an?\s+|any\s+|the\s+|its\s+)?(?P<noun>[a-z]+)$"
)


def missing_or_there(text: str, said: Said) -> str | None:
    """SQL that is true where a column has no value, or has one; None where a text says anything else."""
    for shape in _MISSING:
        if (match := shape.match(text)) is not None:
            column = said.columns[int(match["c"])]
            return f"{column.sql} is null" if _WITHOUT.match(text) else is_missing(column)
    for shape in _THERE:
        if (match := shape.match(text)) is not None:
            column = said.columns[int(match["c"])]
            return f"not {is_missing(column)}" if is_text(column) else f"{column.sql} is not null"
    noun = _NOUN_MISSING.match(text)
    called = softly_named(noun["noun"], said.own) if noun is not None else None
    return f"{called.sql} is null" if called is not None else None

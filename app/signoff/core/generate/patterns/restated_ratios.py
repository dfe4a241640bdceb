"""Quotients whose divisor is told as things that are not there: ``paid / sent, null if there are no letters sent``."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import name_parts

_RATIO = re.compile(
    r"^(?P<ratio>[^/;]*?(?P<over>[A-Za-z_][\w.]*)\s*/\s*(?P<under>[A-Za-z_][\w.]*)(?:\s*[,;]\s*(?:and\s+)?round(?:ed)?\b[^;/]*?\d[^,;/]*)?)\s*[,;]\s*"
    r"(?P<none>null|empty|no\s+value|0|zero)\s+(?:if|when|where)\s+(?:there\s+(?:is|are|was|were)\s+(?:no|none\s+of\s+the)|without(?:\s+any)?)\s+"
    r"(?P<what>[a-z]+(?:\s[a-z]+){0,3})$",
    re.IGNORECASE,
)


def _without_any(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The quotient with a test of its divisor, where each word of what is not there is one of the divisor's name."""
    match = _RATIO.match(text)
    if match is None:
        return ""
    parts = {_singular(part) for part in name_parts(match["under"].rpartition(".")[2])}
    said = [_singular(word) for word in match["what"].casefold().split()]
    if not said or not set(said) <= parts:
        return ""
    none = "0" if match["none"].casefold() in ("0", "zero") else "null"
    return f"{match['ratio']}; {none} if {match['under']} is 0"


def _singular(word: str) -> str:
    return word.removesuffix("s")


RATIOS = (_without_any,)

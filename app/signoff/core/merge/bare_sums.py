"""Rules that name an aggregate and not what it is of, since the source cell beside them does: ``sum, 0 if none``."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.names import bare

_BARE = re.compile(
    r"^(?:the\s+)?(?P<word>sum|total|count|average|avg|mean|minimum|min|maximum|max|earliest|latest|number)"
    r"(?:\s+of\s+(?P<of>\w+))?(?P<rest>\s*(?:[,;:(]|\s(?:per|by|within|for\s+each|for\s+every|of\s+(?:each|every)|grouped)\b).*)?$",
    re.IGNORECASE | re.DOTALL,
)
_OR_ZERO = re.compile(
    r"(?P<zero>\b0|zero|nothing)\s+(?:if|when|where)\s+(?:(?:it|they|the\s+value|the\s+values)\s+(?:is|are)\s+)?(?:empty|null|missing|blank)$",
    re.IGNORECASE,
)
"""Of a sum the same, whether it is said of each value or of all."""
_WORDS = {
    "total": "sum",
    "number": "count",
    "avg": "average",
    "mean": "average",
    "min": "minimum",
    "max": "maximum",
}


def with_source_named(mapping: ColumnMapping) -> ColumnMapping | None:
    """The row with its only source named behind the aggregate; None where its rule names it, or says anything else.

    Args:
        mapping: a row.
    """
    rule = " ".join((mapping.rule_resolved or mapping.rule).split())
    told = _BARE.match(rule)
    columns = {bare(ref.column).casefold(): bare(ref.column) for ref in mapping.sources if ref.column}
    if told is None or len(columns) != 1 or not told["rest"]:
        return None
    if told["of"] and told["of"].casefold() not in columns:
        return None
    word = _WORDS.get(told["word"].lower(), told["word"].lower())
    rest = _OR_ZERO.sub(r"\g<zero> if there are none", told["rest"]) if word == "sum" else told["rest"]
    said = f"{word} of {next(iter(columns.values()))}{rest}"
    return None if said == rule else replace(mapping, rule=said, rule_resolved=said)

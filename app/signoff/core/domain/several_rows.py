"""Whether a rule asks what several rows come to, and its one source column is not that already.

"total, 0 if no orders" of orders.subtotal is a sum over the orders; the subtotal of one of them, with 0 for a missing
one, is not what is meant, though it looks like it.
"""

from __future__ import annotations

import re

_COUNTS = re.compile(
    r"\s*(?:the\s+)?(?:total\s+)?(?:how\s+many|numbers?\s+of|counts?\s+of|no\.?\s+of|#\s*(?:of)?)\s+(?P<noun>[^,;.(]*)",
    re.IGNORECASE,
)
_SUMS = re.compile(
    r"\s*(?:the\s+)?(?:grand\s+|overall\s+)?(?:totals?|sums?|average|avg|mean)\b(?P<noun>[^,;.(]*)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s*(?:the\s+)?(?:earliest|latest|oldest|newest|most\s+recent|first|last|highest|lowest|largest|smallest|biggest)"
    r"(?:\s+one)?\s*(?:[,;(.]|$)",
    re.IGNORECASE,
)
_COUNTED = frozenset(("count", "counts", "cnt", "qty", "quantity", "anzahl", "num", "n", "number", "total"))
_SUMMED = frozenset(("total", "totals", "sum", "average", "avg", "mean", "lifetime", "cumulative"))
_FILLING = frozenset(("of", "the", "all", "its", "their", "over", "for", "per", "a", "an"))


def asks_for_several(text: str, column: str) -> bool:
    """Whether a rule asks for a count, a sum or an end of rows that its source column does not hold yet.

    Args:
        text: the rule.
        column: the name of its only source column.
    """
    parts = tuple(part for part in re.split(r"[\W_]+", column.casefold()) if part)
    counts, sums = _COUNTS.match(text), _SUMS.match(text)
    if counts is not None:
        return not _is_count(parts, counts["noun"])
    if sums is not None:
        named = column.casefold() in sums.group().casefold()
        return not (_SUMMED.intersection(parts) and (named or _names(parts, sums["noun"])))
    return _ENDS.match(text) is not None


def _words(noun: str) -> list[str]:
    return [word for word in re.findall(r"\w+", noun.casefold()) if word not in _FILLING]


def _is_count(parts: tuple[str, ...], noun: str) -> bool:
    """Whether the column is a number already: order_count or orders for "number of orders"."""
    words = _words(noun)
    return bool(_COUNTED.intersection(parts)) or (
        bool(words) and words[0] in parts and (not words[0].endswith("s") or len(parts) == 1)
    )


def _names(parts: tuple[str, ...], noun: str) -> bool:
    """Whether every word of a noun is one of the column's name: total_cost for "total cost"."""
    words = [word.removesuffix("s") for word in _words(noun)]
    return bool(words) and all(any(part.removesuffix("s") == word for part in parts) for word in words)

"""Fixed values that hold words which a rule says of something else: ``'up to'``, ``'invoice (any casing)'``."""

from __future__ import annotations

import re

_TEXTS = re.compile(r"(?P<before>=|THEN|ELSE|IN \(|,)\s*'(?P<value>(?:[^']|'')*)'", re.IGNORECASE)
_NO_VALUE = re.compile(
    r"^(?:up to|not including|but not including|and including|including|below|above|over|under|from|through)$|"
    r"^and (?:up|over|above)$|^(?:if|when|where|whenever|as soon as) |"
    r"\((?:any|either|whatever|ignore|ignoring|no matter)\b[^)]*\bcas(?:e|ing)\b[^)]*\)|"
    r"\bleave (?:it )?(?:empty|null|blank)\b|\b(?:comes?|goes) over (?:as|the way)\b",
    re.IGNORECASE,
)
_NO_CODE = re.compile(
    r"^(?:unmapped|unlisted|anything|everything|everyone|whatever|otherwise)(?: \w+)?$|"
    r"^(?:strip|remove|keep|take|drop|convert|replace|cut|only|just) \w+ \w+",
    re.IGNORECASE,
)
_STANDS_IN = re.compile(
    r"\b(?:calculate|reckon|compute|divide|multiply|count)\s+(?:with|by)\s+(?:an?\s+)?(?P<value>\d+(?:\.\d+)?)\b",
    re.IGNORECASE,
)
"""What one number of a calculation is taken for, and not what all of it gives."""


def overreads(sql: str, rule: str) -> bool:
    """Whether a fixed value of an expression is words that tell how others are meant, and not in quotes in the rule.

    Args:
        sql: the expression.
        rule: the rule as written.
    """
    for match in _TEXTS.finditer(sql):
        value = match["value"].replace("''", "'")
        if f"'{value}'" in rule or f'"{value}"' in rule:
            continue
        if _NO_VALUE.search(value) or (match["before"] in ("=", "IN (") and _NO_CODE.match(value)):
            return True
    stands_in = _STANDS_IN.search(rule)
    if stands_in is not None and re.search(rf"THEN {re.escape(stands_in['value'])}(?![\d.])", sql):
        return True
    return _joins_itself(sql, rule)


def _joins_itself(sql: str, rule: str) -> bool:
    """Whether a text is put behind itself, where a plus only parts what is done with it."""
    parts = sql.split(" || ")
    if len(parts) < 2 or "+" not in rule:
        return False
    inner = [
        re.fullmatch(r"(?:nullif\()?(?:lower|upper|trim)\((?P<x>[\w.\"]+)\)(?:, ''\))?", part)
        for part in parts
    ]
    return all(inner) and len({match["x"] for match in inner if match is not None}) == 1

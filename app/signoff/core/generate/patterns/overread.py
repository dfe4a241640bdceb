"""Fixed values that hold words which a rule says of something else: ``'up to'``, ``'invoice (any casing)'``."""

from __future__ import annotations

import re
from collections.abc import Callable

_TEXTS = re.compile(r"(?P<before>=|THEN|ELSE|IN \(|,)\s*'(?P<value>(?:[^']|'')*)'", re.IGNORECASE)
_NO_VALUE = re.compile(
    r"^(?:up to|not including|but not including|and including|including|below|above|over|under|from|through)$|"
    r"^case (?!of\b)\w+ \w+|^and (?:up|over|above)$|^(?:if|when|where|whenever|as soon as) |"
    r"\((?:any|either|whatever|ignore|ignoring|no matter)\b[^)]*\bcas(?:e|ing)\b[^)]*\)|"
    r"\bnon-?null\b|\bin the order\b|\bleave (?:it )?(?:empty|null|blank)\b|\b(?:comes?|goes) over (?:as|the way)\b",
    re.IGNORECASE,
)
_NO_CODE = re.compile(
    r"^(?:in |all )?(?:capitals?|capital letters|small letters|upper ?case|lower ?case)$|"
    r"^(?:see|cf|refer|hash|null|upper|lower)$|"
    r"^(?:unmapped|unlisted|anything|everything|everyone|whatever|otherwise)(?: \w+)?$|"
    r"^(?:strip|remove|keep|take|drop|convert|replace|cut|only|just) \w+ \w+",
    re.IGNORECASE,
)
_STANDS_IN = re.compile(
    r"\b(?:calculate|reckon|compute|divide|multiply|count)\s+(?:with|by)\s+(?:an?\s+)?(?P<value>\d+(?:\.\d+)?)\b",
    re.IGNORECASE,
)
"""What one number of a calculation is taken for, and not what all of it gives."""

_STANDS_FOR_ITSELF = re.compile(r"coalesce\((?P<x>[\w.\"]+), (?:lower|upper|trim)\((?P=x)\)\)")
"""A column that stands in for itself where it is missing, which nobody means."""

_NEVER_MISSING = re.compile(r"\([\w.\"]+ \|\| '[^']*' IS NULL")
"""A column with a fixed text behind it, asked whether it is missing: the text is what stands in for it."""
_CALLED_SO = re.compile(r"coalesce\((?P<x>[\w.\"]+), '(?P<v>\w+)'\)")
_NESTED = re.compile(r"WHEN (?P<x>[\w.\"]+) = '[^']*' THEN CASE WHEN (?P=x) (?:=|IN)")
_PAIRS = re.compile(
    r"(?<![\w/])'?(?P<a>\w+)'?\s*/\s*'?(?P<b>\w+)'?\s*(?:->|→|=|\bto\b|\bas\b|\bbecomes?\b)\s*'?\w+'?\s*/\s*'?\w+"
)
"""Two codes and, in the same order, two values: ``Y/N to true/false``."""
_JOINED_LABEL = re.compile(r"THEN CAST\([\w.\"]+ AS VARCHAR\) \|\| '[^']*' (?:WHEN|ELSE|END)")
_JOINS = re.compile(
    r"\|\||\+|&|\b(?:concat\w*|follow\w*|join\w*|prefix\w*|suffix\w*|append\w*|before|behind|after|"
    r"combin\w*|together|and|with)\b",
    re.IGNORECASE,
)

_IS_IN = re.compile(
    r"\b(?i:if)\s+(?i:the|an?)\s+(?P<noun>[a-z]\w*)\s+(?i:is)\s+(?i:in)\s+(?P<code>[A-Z]\w*)\b"
)

_AMOUNT_OF = re.compile(r"^(?:the\s+)?(?:total\s+)?amounts?\s+of\b(?!\s+(?-i:[a-z]+s)\b)", re.IGNORECASE)
_COUNTED = re.compile(r"\bcount\(CASE WHEN .*? THEN [a-z_][\w.]*\.[\w.\"]+ END\)", re.IGNORECASE)
_COUNTS = re.compile(r"\b(?:numbers?|counts?|how\s+many|rows|records|times)\b", re.IGNORECASE)
_ITSELF = re.compile(r"\((?P<x>[a-z_]\w*\.\w+) = (?P=x)\)", re.IGNORECASE)


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
    return any(check(sql, rule) for check in _CHECKS)


def _stands_for_itself(sql: str, rule: str) -> bool:
    """Whether a column, or a word of its own name, stands in for it where it is missing."""
    if _STANDS_FOR_ITSELF.search(sql) is not None or _NEVER_MISSING.search(sql) is not None:
        return True
    for match in _CALLED_SO.finditer(sql):
        value = match["v"]
        parts = re.split(r"[^a-z]+", match["x"].rpartition(".")[2].casefold())
        if f"'{value}'" not in rule and f'"{value}"' not in rule:
            return value.casefold() in parts or (value.casefold() == "number" and "no" in parts)
    return False


def _asks_again(sql: str, rule: str) -> bool:
    """Whether a case asks for another code of a column that it has just found one of, or takes two codes as one."""
    if _NESTED.search(sql) is not None:
        return True
    pair = _PAIRS.search(rule)
    if pair is None:
        return False
    return re.search(rf"IN \('?{pair['a']}'?, '?{pair['b']}'?\)", sql, re.IGNORECASE) is not None


def _joins_a_label(sql: str, rule: str) -> bool:
    """Whether a label is put behind what its condition is about: ``up to 30 days 'current'``."""
    return _JOINED_LABEL.search(sql) is not None and _JOINS.search(rule) is None


def _asks_elsewhere(sql: str, rule: str) -> bool:
    """Whether a set of rows is asked of a column that is not called after them: ``true if the order is in SET1``."""
    match = _IS_IN.search(rule)
    if match is None or f"'{match['code']}'" not in sql:
        return False
    return match["noun"].casefold()[:5] not in sql.casefold()


def _counts_amounts(sql: str, rule: str) -> bool:
    """Whether what amounts come to is their number, where the rule has no word for a number of rows."""
    return (
        _AMOUNT_OF.match(rule) is not None
        and _COUNTED.search(sql) is not None
        and _COUNTS.search(rule) is None
    )


def _holds_against_itself(sql: str, rule: str) -> bool:
    """Whether a column is compared with itself, which says nothing."""
    return _ITSELF.search(sql) is not None


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


_HASH = re.compile(r"\b(?:md-?5|sha-?\d+)\b", re.IGNORECASE)


def _hashes_nothing(sql: str, rule: str) -> bool:
    """Whether a rule names a hash function and nothing is hashed."""
    return _HASH.search(rule) is not None and _HASH.search(sql) is None


_CHECKS: tuple[Callable[[str, str], bool], ...] = (
    _joins_itself,
    _hashes_nothing,
    _stands_for_itself,
    _asks_again,
    _asks_elsewhere,
    _joins_a_label,
    _counts_amounts,
    _holds_against_itself,
)

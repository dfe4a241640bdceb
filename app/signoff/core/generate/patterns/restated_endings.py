"""Rules with something told behind them that belongs inside: "clicks / impressions, both summed up".

What stands behind is understood to its last word, or the rule is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping

_BOTH_SUMMED = re.compile(
    r"(?P<top>\w+)\s*(?:/|divided\s+by|over)\s*(?P<bottom>\w+)(?:\s*,?\s+as\s+an?\s+(?:plain\s+)?(?:fraction|ratio|share))?\s*[,;(]\s*"
    r"(?:both|each|the\s+two)\s+(?:of\s+them\s+)?(?:are\s+)?(?:summed|added|totall?ed)(?:\s+up)?(?:\s+(?:first|before|beforehand))?\)?"
    r"(?P<rest>\s*[,;]\s*.+)?",
    re.IGNORECASE,
)
_FOR_MISSING = re.compile(
    r"(?P<rest>.+?)\s*\(\s*(?P<value>0|zero)\s+(?:for|as|in\s+place\s+of|instead\s+of)\s+(?:an?|the|any)\s+(?:missing|empty|blank)\s+(?P<noun>\w+(?:\s+\w+)?)\s*\)",
    re.IGNORECASE,
)
_BLANK_BETWEEN = re.compile(
    r"(?P<rest>.+?)\s*[,;]\s*(?:an?\s+|one\s+)?(?:single\s+)?(?P<sign>blank|space|comma|hyphen|dash|dot|slash|underscore)\s+(?:in\s+)?between",
    re.IGNORECASE,
)
_NUMBERS = {word: str(n) for n, word in enumerate(["zero", "one", "two", "three", "four", "five", "six"])}
_SPELLED = re.compile(
    rf"(?<=[,;(])(?P<lead>\s*(?:rounded\s+to\s+|to\s+|with\s+)?)(?P<n>{'|'.join(_NUMBERS)})(?P<what>\s+(?:decimals?|decimal\s+places?|digits?|places?)\b)",
    re.IGNORECASE,
)
_NONE_BELOW = re.compile(
    r"(?P<top>[^,;/]+?)\s*(?:/|divided\s+by)\s*(?P<bottom>[^,;/]+?)(?P<more>\s*[,;]\s*(?:rounded\s+to\s+)?\d\s+(?:decimals?|decimal\s+places?|digits?))?"
    r"\s*[,;]\s*(?:and\s+)?(?:it\s+is\s+|stays\s+)?(?:empty|null|blank|nothing|no\s+value)\s+(?:if|when|where|while)\s+"
    r"(?:(?:there\s+(?:is|are|was|were)\s+)?(?:none|no\s+(?P<rows>\w+(?:\s+\w+)?)|not\s+any)(?:\s+(?:is|are|was|were|has\s+been)\s+(?P<state>\w+))?(?:\s+yet)?|there\s+(?:is|are)\s+none)",
    re.IGNORECASE,
)


def _both_summed(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The quotient of two sums; a plain fraction needs no factor."""
    found = _BOTH_SUMMED.fullmatch(text) if scope.aggregate else None
    names = {column.column.name.casefold() for column in scope.columns}
    if found is None or not {found["top"].casefold(), found["bottom"].casefold()} <= names:
        return ""
    return f"sum of {found['top']} / sum of {found['bottom']}{_spelled(found['rest'] or '')}"


def _for_missing(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A value for a missing part of a sum told in brackets."""
    found = _FOR_MISSING.fullmatch(text)
    return f"{found['rest']}, a missing {found['noun']} counts as 0" if found is not None else ""


def _blank_between(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The sign between texts, told behind them."""
    found = _BLANK_BETWEEN.fullmatch(text)
    return f"{found['rest']} with a {found['sign'].lower()} between" if found is not None else ""


def _none_below(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A quotient that is empty where nothing is counted below the line: dividing by none gives that anyway."""
    found = _NONE_BELOW.fullmatch(_spelled(text)) if scope.aggregate else None
    if found is None:
        return ""
    below = set(found["bottom"].casefold().split())
    said = {*(found["rows"] or "").casefold().split(), *(found["state"] or "").casefold().split()}
    if not said <= below:
        return ""
    return f"{found['top']} divided by {found['bottom']}{found['more'] or ''}"


def _places(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A number of decimals that is spelled out."""
    return _spelled(text) if _SPELLED.search(text) else ""


def _spelled(text: str) -> str:
    return _SPELLED.sub(lambda m: f"{m['lead']}{_NUMBERS[m['n'].lower()]}{m['what']}", text)


ENDINGS: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (
    _both_summed,
    _for_missing,
    _blank_between,
    _none_below,
    _places,
)
"""Each gives the rule in other words, or nothing."""

"""What stands for a missing value, of the whole or of one column: ``0 for those who never paid``."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.maps import fixed_value
from signoff.core.merge.likely.values.soft_tests import called
from signoff.core.merge.likely.values.state import Said
from signoff.core.merge.likely.values.tools import Tools
from signoff.core.merge.names import NUMERIC

_PLEASE = r"(?:please\s+|then\s+|simply\s+|just\s+|so\s+)*"
_WRITES = (
    rf"{_PLEASE}(?:(?:we|you|i)\s+)?{_PLEASE}(?:write|put|use|load|show|say|take|set|give|get|"
    rf"gets|gives|call|store|enter|leave|it\s+is|it\s+gets|it\s+stays|that\s+is|that\s+means|"
    rf"is|are|means?|becomes?|counts?\s+as|there\s+(?:was|were|is|are))?\s*(?:it\s+|them\s+)?(?:as\s+|"
    rf"to\s+)?"
)
_V = r"(?P<v>'[^']*'|\"[^\"]*\"|-?\d+(?:\.\d+)?|[A-Za-z][\w/&-]*(?:\s+[\w/&-]+){0,2})"
_NEGATIVE = (
    r"\b(?:no|not|never|none|nothing|nobody|missing|empty|blanks?|null|nulls|without|unknown|"
    r"only\s+(?:spaces|blanks)|\w+n't|lacks?|absent|unmatched)\b"
)
_IF = re.compile(
    rf"^(?:and\s+|but\s+|or\s+)?(?:if|when|where|wherever|in\s+case|should|whenever)\s+(?P<t>[^,:=→>]+?)\s*(?:,|:|=|->|→|>|\bthen\b|(?=\b(?:there\s+(?:was|were)|it\s+(?:is|gets|stays))\b)|(?=\b(?:please|we|use|put|write|take|load|leave)\b))\s*{_WRITES}\s*{_V}$",
    re.IGNORECASE,
)
_NO_IF = re.compile(
    rf"^(?:and\s+|but\s+|or\s+|again\s+)?(?:for\s+)?(?P<t>(?!.*\b(?:if|when|where)\b)(?:an?\s+|the\s+|those\s+)?[^,:=→>]*?{_NEGATIVE}[^,:=→>]*?)\s*(?:=|->|→|>|:|\b(?:(?:are\s+|is\s+)?(?:shown|reported|treated|recorded|loaded|stored|marked)\s+as|means?|gives?|is|are|becomes?|gets?|counts?\s+as|we\s+write|we\s+put|we\s+use|write|put|use|adds?)\b)\s*{_PLEASE}{_V}$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"^(?:and\s+|but\s+|else\s+|or\s+|again\s+|otherwise\s+)*{_PLEASE}(?:use\s+|write\s+|put\s+|it\s+is\s+|is\s+|stays\s+|stay\s+|leave\s+(?:it\s+)?|left\s+)?{_V}\s+(?P<t>(?:if|when|where|for|without|in\s+case|as\s+long\s+as|on|with)\b.+)$",
    re.IGNORECASE,
)
_NO_VALUES = re.compile(
    r"^(?:those|these|they|it|that|this|which|who|the|given|found|there)\b(?!$)|^(?:missing|given|found|there|those|not\b.*)$",
    re.IGNORECASE,
)
NULLS = re.compile(
    r"^(?:null|empty|blank|nothing|no\s+value|stays?\s+empty|left\s+empty|leave\s+(?:it\s+)?(?:empty|blank|null)|unset|none)$",
    re.IGNORECASE,
)
_DIGITS_OF = re.compile(r"(?<!nullif\()regexp_replace\((?:[^()]|\([^()]*\))*\)")
_WITHOUT = re.compile(
    r"^(?:without|if|where|when)\s+(?P<t>.+?)\s*,?\s+(?:there\s+is\s+nothing\s+to\s+\w+(?:\s+and)?\s*)?(?:it\s+)?(?:stays?|remains?|is\s+left|is|gets?|we\s+leave\s+it|leave\s+it|leave)\s+(?:empty|null|blank|unset)$",
    re.IGNORECASE,
)
_HIDES = re.compile(
    r"\d|\b(?:more|less|than|before|after|between|over|under|above|below|first|last|only\s+(?!spaces|blanks)|except|unless)\b",
    re.IGNORECASE,
)
_NONE_SAID = re.compile(r"^(?:none|no\s+\w+(?:\s+applies)?|nothing|zero|nought)$", re.IGNORECASE)


def with_default(text: str, state: Said, tools: Tools) -> Said | None:
    """What stands for a missing value: of one column where it is called, else of the whole."""
    stays = _WITHOUT.match(text)
    if stays is not None and not _HIDES.search(stays["t"]):
        return state
    for shape in (_IF, _NO_IF, _BEHIND):
        match = shape.match(text)
        if match is None or not re.search(_NEGATIVE, match["t"], re.IGNORECASE) or _HIDES.search(match["t"]):
            continue
        value = match["v"].strip()
        if _NO_VALUES.match(value):
            continue
        if NULLS.match(value) and not (
            _NONE_SAID.match(value) and value.lower() == "none" and _one_number(match["t"], state)
        ):
            return replace(state, sql=_DIGITS_OF.sub(r"nullif(\g<0>, '')", state.sql))
        column = _one_of(match["t"], state)
        if column is not None:
            fixed = "0" if _NONE_SAID.match(value) else fixed_value(value, column.column.type)
            if fixed:
                return state.with_each((column,), f"coalesce({{}}, {fixed})")
        fixed = (
            "0"
            if _NONE_SAID.match(value) and NUMERIC.match(tools.target_type)
            else fixed_value(value, tools.target_type)
        )
        if not fixed or state.defaulted or _is_other_kind(fixed, state):
            return None
        blank = re.search(
            r"\b(?:blanks?|spaces)\b", match["t"], re.IGNORECASE
        ) and tools.target_type.upper().startswith("VARCHAR")
        inner = f"nullif(trim({state.sql}), '')" if blank else state.sql
        return replace(state, sql=f"coalesce({inner}, {fixed})", defaulted=True)
    return None


def _one_of(text: str, state: Said) -> ScopeColumn | None:
    """The one of several columns that a text calls."""
    used = state.used
    if len(used) < 2:
        return None
    nouns = re.findall(r"[A-Za-z_]\w*", text)
    found = {c.sql: c for noun in nouns if len(noun) > 2 and (c := called(noun, used)) is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def _one_number(text: str, state: Said) -> bool:
    column = _one_of(text, state)
    return column is not None and NUMERIC.match(column.column.type) is not None


def _is_other_kind(fixed: str, state: Said) -> bool:
    """Whether a truth would stand in for a column that holds none."""
    column = next((c for c in state.sources if c.sql == state.sql), None)
    is_truth = fixed.casefold() in ("true", "false")
    return is_truth and column is not None and not column.column.type.upper().startswith("BOOL")

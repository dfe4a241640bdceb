"""Values of several columns in everyday words: a share of another one, days between two, a term on top of a day."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.generate.patterns.everyday_flags import flag_of
from signoff.core.generate.types import Family, family_of

_SHARE = re.compile(
    r"(?P<yes>true|Y|yes)\s+(?:only\s+)?(?:if|when)\s+(?:the\s+)?(?P<left>\w+)\s+is\s+(?P<sign>at\s+least"
    r"|more\s+than|over|less\s+than|at\s+most)\s+(?P<share>\d+)\s*%\s+of\s+(?:the\s+)?"
    r"(?P<right>\w+)(?:\s+of\s+the\s+\w+)?\s*,?\s*(?:otherwise|else)\s+(?P<no>false|N"
    r"|no)(?:\s*[;,.]\s*(?P=no)\s+(?:as\s+well|too|also)\s+(?:if|when)\s+[^.;]+)?",
    re.IGNORECASE,
)
_SIGN = {"at least": ">=", "more than": ">", "over": ">", "less than": "<", "at most": "<="}
_DAYS = re.compile(
    r"(?:number\s+of\s+)?days\s+(?:from|between)\s+(?P<low>\w+)\s+(?:to|until"
    r"|and)\s+(?P<high>\w+)\s*[,;.]\s*(?:if|when)\s+(?P<of>\w+)\s+is\s+(?:empty|missing"
    r"|null)\s*,?\s*(?:then\s+)?(?P<none>\d+)",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"(?P<from>\w+)\s+(?:less|minus)\s+(?:what\s+(?:was|is"
    r"|has\s+been)\s+\w+\s*)?\(?(?P<what>\w+)\)?(?:\s*[,;]\s*(?:(?:\w+\s+)?(?:nothing|none|empty|missing)"
    r"|no\s+\w+)\s*(?:\w+\s+)?(?:counts?\s+as|is|=)\s*(?:0|zero))?"
    r"\s*[.;,]\s*(?:never|not|nothing)\s+(?:below|under|less\s+than)\s+(?:0|zero)(?:\s*\([^()]*\))?",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"(?P<start>\w+)\s+(?:plus|\+|and)\s+(?:the\s+)?(?P<term>\w+)\s+(?:in\s+)?(?P<unit>days|weeks|months"
    r"|years)(?:\s*,?\s*(?P<less>minus|less|-)\s+(?:one|1|a)\s+day)?",
    re.IGNORECASE,
)


def _column(name: str, scope: Scope) -> ScopeColumn | None:
    """The only column of a name."""
    found = scope.find(name)
    return found[0] if len(found) == 1 else None


def days_between(plain: str, scope: Scope) -> str:
    """The days between two columns, with what stands where the second is missing; empty for any other text.

    Args:
        plain: the rule, on one line.
        scope: its columns.
    """
    match = _DAYS.fullmatch(plain)
    if match is None:
        return ""
    low, high = _column(match["low"], scope), _column(match["high"], scope)
    if low is None or high is None or _column(match["of"], scope) != high:
        return ""
    return f"coalesce(date_diff('day', {low.sql}, {high.sql}), {match['none']})"


def of_several(plain: str, scope: Scope) -> str:
    """A rule over several columns as SQL; empty for any other.

    Args:
        plain: the rule, on one line.
        scope: its columns.
    """
    if (match := _SHARE.fullmatch(plain)) is not None:
        left, right = _column(match["left"], scope), _column(match["right"], scope)
        sign = _SIGN[" ".join(match["sign"].casefold().split())]
        if left is not None and right is not None:
            test = f"{left.sql} {sign} {int(match['share']) / 100:g} * {right.sql}"
            return (
                f"CASE WHEN {test} THEN {flag_of(match['yes'], scope)} ELSE {flag_of(match['no'], scope)} END"
            )
    if days := days_between(plain, scope):
        return days
    if (match := _LESS.fullmatch(plain)) is not None:
        first, less = _column(match["from"], scope), _column(match["what"], scope)
        if first is not None and less is not None:
            return f"greatest({first.sql} - coalesce({less.sql}, 0), 0)"
    if (match := _TERM.fullmatch(plain)) is not None:
        start, term = _column(match["start"], scope), _column(match["term"], scope)
        if start is not None and term is not None and family_of(start.column.type) is Family.DATE:
            before = " - INTERVAL 1 DAY" if match["less"] else ""
            unit = match["unit"].upper().removesuffix("S")
            return f"CAST({start.sql} + {term.sql} * INTERVAL 1 {unit}{before} AS DATE)"
    return ""

"""Counts and sums that only say which rows count: ``rides without route``, ``DEBIT minus CREDIT amounts``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.merge.likely.conditions import is_text
from signoff.core.merge.names import NUMERIC

AT_LEAST_ONE = re.compile(
    r"^(?:true|yes)\s+(?:if|when|where)\s+(?:there\s+is\s+)?(?:at\s+least\s+one|any|one\s+or\s+"
    r"more)(?:\s+of\s+(?:the|these|its))?\s+(?P<rows>\w+)\s+"
    r"(?:has|have|with|whose)\s+(?:an?\s+)?(?P<test>[^,;]+?)\s*(?:[,;]?\s*(?:otherwise|else)\s+"
    r"(?:false|no)(?:\s*\([^()]*\))?)?$",
    re.IGNORECASE,
)
_OF_THESE = re.compile(
    r"^(?:of\s+(?:these|those|them|which)\s*[,:]?\s*)(?:the\s+|only\s+)?(?=[a-z])", re.IGNORECASE
)
_ROWS_ALONE = re.compile(
    r"^(?:the\s+|all\s+|only\s+)?[a-z]+s\s+(?:with|without|where|whose|of\s+(?:type|kind|class|status|category))\s",
    re.IGNORECASE,
)


def counted(text: str, kind: str) -> str:
    """Rows that a whole number is said to be, as their number: ``rides without route``, ``of these, those of type A``.

    Args:
        text: the rule.
        kind: DuckDB type of the target column.
    """
    if not re.match(r"(?:BIG|SMALL|TINY|HUGE|U)?INT", kind, re.IGNORECASE):
        return text
    rest = _OF_THESE.sub("", text)
    bare = re.sub(r"^(?:the|all|only)\s+", "", rest)
    return f"number of {bare}" if _ROWS_ALONE.match(rest) is not None else text


_BOTH_SIGNS = re.compile(
    r"^(?:sum\s+of\s+)?(?:the\s+)?(?P<a>'?[A-Z][A-Z0-9_]+'?)\s+(?P<what>[a-z][\w ]*?)\s+(?:minus|"
    r"less|-)\s+(?:the\s+)?(?P<b>'?[A-Z][A-Z0-9_]+'?)(?:\s+(?P<what2>[a-z][\w ]*?))?"
    r"(?P<none>\s*[,;]\s*(?:an?\s+)?(?i:nulls?)(?:\s+\w+)?\s+(?:counts?|is|are)\s+(?:treated\s+|taken\s+"
    r")?as\s+0)?(?:\s*[,;]\s*(?:0|(?i:null))\s+(?:if|when|where)\s+[^,;]+)?$"
)


def both_signs(text: str, sources: Sequence[ScopeColumn]) -> str:
    """What rows of one code sum up to, less that of another: ``DEBIT amounts minus CREDIT amounts``.

    Args:
        text: the rule.
        sources: the columns of its source cells.
    """
    match = _BOTH_SIGNS.match(text)
    numbers = [c for c in sources if NUMERIC.match(c.column.type)]
    codes = [c for c in sources if is_text(c)]
    if match is None or len(numbers) != 1 or len(codes) != 1 or len(sources) != 2:
        return ""
    if match["what2"] is not None and match["what2"] != match["what"]:
        return ""
    value, code = numbers[0].sql, codes[0].sql
    one, two = (match[name].strip("'") for name in ("a", "b"))
    return f"sum(CASE {code} WHEN '{one}' THEN coalesce({value}, 0) WHEN '{two}' THEN -coalesce({value}, 0) ELSE 0 END)"


_LEAST = r"(?P<least>lowest|smallest|earliest|first|oldest|least)|highest|largest|latest|last|newest|greatest"
_ONE_WITH = re.compile(
    r"^(?:the\s+|that\s+)?(?:one|value|that|\w+)\s+(?:of\s+the\s+(?:row|record|line)\s+)?(?:with|having)\s+the\s+"
    rf"(?:{_LEAST})\s+(?P<by>\w+)(?:\s+(?:in|of|within)\s+(?:the|its|each)\s+group)?$",
    re.IGNORECASE,
)
_IF_SEVERAL = re.compile(
    r"^if\s+(?:there\s+(?:is|are)\s+)?(?:more\s+than\s+one|several)\b[^,;.]*?,?\s+(?:take|use|keep|load)\s+the\s+"
    rf"(?:{_LEAST})(?:\s+(?:one|(?P<by>\w+)))?$",
    re.IGNORECASE,
)


def one_of_group(text: str, scope: Scope, columns: Sequence[ScopeColumn]) -> str:
    """The value of one row of a group, or the least of its values: ``the one with the lowest entry_no in the group``.

    Args:
        text: the rule.
        scope: its only source is what is taken; it may hold aggregates.
        columns: every column of the table whose rows they are.
    """
    plain = text.strip(" .")
    if len(scope.sources) != 1 or not scope.aggregate:
        return ""
    source = scope.sources[0]
    match = _ONE_WITH.match(plain)
    if match is not None:
        order = [c for c in columns if c.column.name.casefold() == match["by"].casefold()]
        return f"{'arg_min' if match['least'] else 'arg_max'}({source.sql}, {order[0].sql})" if order else ""
    several = _IF_SEVERAL.match(plain)
    if several is None or (several["by"] or source.column.name).casefold() != source.column.name.casefold():
        return ""
    return f"{'min' if several['least'] else 'max'}({source.sql})"

"""Conditions that a flag must hold beside its own: ``so far: one visit. Now it must also be under 10 minutes``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.merge.names import words

_SHAPE = re.compile(
    r"^(?:so\s+far|until\s+now|up\s+to\s+now|today|before|previously|currently)\s*[:,]?\s+(?P<was>[^.;]+)[.;]\s*"
    r"(?:from\s+now\s+on\s*,?\s*|now\s+)(?:it|this|the\s+\w+)?\s*(?:must|has\s+to|should|needs\s+to|shall)\s+"
    r"(?:also|additionally|in\s+addition|as\s+well)\s+(?P<test>[^.;]+)(?:[.;]\s*(?P<missing>[^.;]+))?[.;]?$",
    re.IGNORECASE,
)
_OPS = {
    "under": "<",
    "below": "<",
    "less than": "<",
    "fewer than": "<",
    "at most": "<=",
    "over": ">",
    "above": ">",
    "more than": ">",
    "at least": ">=",
}
_TEST = re.compile(
    rf"^(?:be|have|has|show|stay)\s+(?P<op>{'|'.join(_OPS)})\s+(?P<number>\d+(?:\.\d+)?)\s*(?:[a-z]+\s+)?(?:of\s+|in\s+)(?:the\s+)?"
    r"(?P<noun>[\w ]+?)(?:\s+(?:in|of|for|on)\s+(?:the|this|that|a)\s+\w+)?$".replace(" than", r"\s+than"),
    re.IGNORECASE,
)
_NONE = re.compile(
    r"^(?:if|when|where)\s+(?:there\s+(?:is|was)\s+)?no\s+(?P<noun>[\w ]+?)(?:\s+(?:is|was|were)\s+\w+)?\s*,?\s+"
    r"(?:(?:treat|count|take|read)\s+(?:it|that|this)\s+(?:like|as)|(?:that|it)\s+(?:counts|is\s+treated|is\s+read)\s+(?:as|like))\s+(?:if\s+it\s+were\s+)?"
    r"(?P<value>\d+(?:\.\d+)?)(?:\s+[a-z]+)?$",
    re.IGNORECASE,
)


def also_now(rule: str, name: str, shown: Sequence[str]) -> str:
    """The flag's condition so far and the further one, over columns of the result; empty where a rule says else.

    Args:
        rule: of a changed column that is true or false.
        name: the column.
        shown: columns of the result.
    """
    told = _SHAPE.match(" ".join(rule.split()))
    test = _TEST.match(told["test"].strip()) if told is not None else None
    if told is None or test is None:
        return ""
    column = _meant(test["noun"], name, shown)
    side = column
    if told["missing"]:
        none = _NONE.match(told["missing"].strip())
        if none is None or _meant(none["noun"], name, shown) != column:
            return ""
        side = f"coalesce({column}, {none['value']})"
    sign = _OPS[" ".join(test["op"].casefold().split())]
    return f"{name} and {side} {sign} {test['number']}" if column else ""


def _meant(noun: str, name: str, shown: Sequence[str]) -> str:
    """The only column of the result whose name has all the words of a noun."""
    said = set(words(noun))
    found = [each for each in shown if each != name and said <= set(words(each))]
    return found[0] if len(found) == 1 else ""

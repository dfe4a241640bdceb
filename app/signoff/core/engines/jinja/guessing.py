"""What stands for a tag that can't be worked out, so that the SQL around it can be read. Child only."""

from __future__ import annotations

import re

NO_VALUE, ALL_COLUMNS, NOTHING, HOLDS, A_QUERY = "null", "*", "", "true", "select null"

_LOOKED_AT = 4_000
"""Characters before a tag."""
_COMMENT = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"'(?:[^']|'')*'|\"[^\"]*\"|[A-Za-z_]\w*|[^\s\w]|\d[\w.]*")
_ENDS_ITEM = frozenset((",", "from"))
_ENDS_CONDITION = frozenset(
    (
        "and",
        "or",
        "group",
        "order",
        ")",
        "having",
        "qualify",
        "limit",
        "union",
        "left",
        "inner",
        "join",
        "where",
        "",
    )
)
_ENDS_CLAUSE = _ENDS_CONDITION | _ENDS_ITEM
_CONDITIONS = frozenset(("where", "and", "on", "having", "qualify"))
_WANTS_MORE = frozenset(
    (
        *(
            "select",
            "distinct",
            "from",
            "join",
            "by",
            "as",
            "in",
            "not",
            "is",
            "or",
            "case",
            "when",
            "then",
            "else",
        ),
        *("between", "like", "union", "all", "over", "with", "interval", "using", "limit"),
    )
)


def guessed(before: str, after: str) -> str:
    """The text that lets the SQL around it stand.

    Args:
        before: the SQL before the tag.
        after: the SQL behind it.
    """
    words = [t.casefold() for t in _TOKEN.findall(_COMMENT.sub(" ", before[-_LOOKED_AT:]))]
    following = _TOKEN.search(_COMMENT.sub(" ", after[:_LOOKED_AT]))
    behind = following.group().casefold() if following else ""
    last = words[-1] if words else ""
    if not last or last == ";":
        return NOTHING
    if words[-2:] == ["as", "("] and behind == ")":
        return A_QUERY
    if last in ("select", "distinct", ",") and behind in _ENDS_ITEM:
        return ALL_COLUMNS if _in_select_list(words) else NO_VALUE
    if last in _CONDITIONS and behind in _ENDS_CONDITION:
        return HOLDS
    is_whole = last not in _WANTS_MORE | _CONDITIONS and re.fullmatch(r"[\w'\")\]*].*", last) is not None
    return NOTHING if is_whole and behind in _ENDS_CLAUSE else NO_VALUE


def _in_select_list(words: list[str]) -> bool:
    """Whether the innermost thing that is open is a select list."""
    depth = 0
    for word in reversed(words):
        depth += (word == ")") - (word == "(")
        if depth < 0:
            return False
        if depth == 0 and word in ("select", "by", "from", "where", "values"):
            return word == "select"
    return False

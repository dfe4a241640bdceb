"""What stands for a missing value: a fixed one, another column; and when there is no value at all."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.merge.likely.everyday.state import Value, source_of, started
from signoff.core.merge.likely.everyday.tests import any_of
from signoff.core.merge.likely.everyday.values import column_of, value_of
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.names import is_noun, kind_of

_GONE = (
    r"(?:null|nulls|empty|blanks?|missing|not\s+(?:filled|given|there|set|found|known|available|"
    r"present)|none|unknown)"
)
_NONE = re.compile(
    rf"^(?:(?:it|that|this|there|the\s+(?:first|former|value|source|result))\s+(?:is|are)\s+)?(?:still\s"
    rf"+)?(?:{_GONE}|(?:there\s+(?:is|are)\s+)?(?:none|nothing)(?:\s+is)?(?:\s+(?:found|there|given)"
    rf")?)$",
    re.IGNORECASE,
)
_NO = re.compile(
    r"^(?:there\s+(?:is|are|was|were)\s+|it\s+has\s+|we\s+have\s+|an?\s+\w+\s+(?=without\b))?(?:no|"
    r"without(?:\s+an?|\s+any)?)\s+(?P<noun>[a-z][\w\s-]*?)(?:\s+(?:is|was|are|were)?\s*(?:found|"
    r"there|exists?|available|linked|at\s+all|given))?$",
    re.IGNORECASE,
)
_OF = re.compile(rf"^(?P<noun>[\w.\s]+?)\s+(?:is|are|was|were|came|comes)\s+{_GONE}$", re.IGNORECASE)
_OR = re.compile(r"\s*(?:,|/)\s*(?:or\s+)?|\s+or\s+(?:if\s+)?", re.IGNORECASE)
_BEHIND = re.compile(
    r"^(?:and\s+|but\s+|else\s+|otherwise\s+)*(?P<v>.+?)\s+(?:(?:if|when|where|in\s+case(?:\s+"
    r"of)?|for)\s+(?P<t>.+)|(?P<w>without\s+.+))$",
    re.IGNORECASE,
)
_FRONT = re.compile(
    r"^(?:and\s+|but\s+)?(?:if|when|where|in\s+case)\s+(?P<t>.+?)\s*(?:,|→|:|=|\bthen\b|(?=\b(?:take|"
    r"use|load|set|leave|put)\b))\s*(?:then\s+)?(?P<v>[^,→:].*)$",
    re.IGNORECASE,
)
_SHORT = re.compile(
    rf"^(?:and\s+|but\s+)?(?:if|when)\s+(?P<t>(?:it\s+is\s+)?{_GONE}|none|not)\s+(?P<v>.+)$", re.IGNORECASE
)
_ARROW = re.compile(
    r"^(?P<t>[^→=:]+?)\s*(?:→|=|:|\b(?:becomes?|counts?\s+as|stays?|is\s+shown\s+as|as|gives)\b)\s*(?P<v>.+)$",
    re.IGNORECASE,
)
_IS = re.compile(r"^(?P<t>[^→=:]+?)\s+(?:is|are|means?)\s+(?P<v>[^→=:]+)$", re.IGNORECASE)
_SAID = re.compile(r"^(?P<out>.+?),?\s+i\.e\s*,?\s+(?P<in>.+)$", re.IGNORECASE)
_TWO = re.compile(
    r"^(?:if|when|where)\s+(?:only\s+)?(?:one|either)(?:\s+of\s+(?:the\s+|them\s*)?(?:two|both|"
    r"dates?|values?)?)?\s*(?:\w+\s+)?(?:is|are)\s+(?:null|empty|missing|blank)\s*,?\s*(?:then\s+"
    r")?(?:take|use|load|it\s+is)?\s*(?:only\s+)?(?:the\s+)?other(?:\s+one)?$",
    re.IGNORECASE,
)


def with_missing(piece: str, value: Value, ground: Ground) -> Value | None:
    """The value with what stands for a missing one; None where a piece says anything else.

    Args:
        piece: the piece.
        value: what was read before it.
        ground: what the rule is about.
    """
    if _TWO.match(piece):
        return value if re.match(r"(?:least|greatest)\(", value.sql) else None
    for shape in (_FRONT, _SHORT, _BEHIND, _ARROW, _IS):
        match = shape.match(piece)
        if match is None:
            continue
        told = match["t"] or (match["w"] if shape is _BEHIND else "")
        made = _with(told, match["v"], value, ground)
        if made is not None:
            return made
    return None


def _with(told: str, given: str, value: Value, ground: Ground) -> Value | None:
    explained = _SAID.match(given)
    given = explained["in"] if explained is not None else given
    if ground.target == "truth" and not value.arms and not value.sql and source_of(ground) is None:
        return None
    made = value_of(given, ground)
    if not made:
        return None
    if made == "NULL":
        return _nothing(told, value, ground)
    begun = started(value, ground)
    if (
        begun is None
        or begun.default
        or re.fullmatch(r"(?:an?\s+)?\w+\s+without\s.*", told)
        or not _is_missing(told, begun, ground)
    ):
        return None
    if begun.sql == made:
        return None
    blank = re.search(r"\b(?:blanks?|empty)\b", told, re.IGNORECASE) is not None
    if begun.arms and "{}" not in begun.rest:
        return _before_cases(made, value, ground, blank=blank)
    return replace(begun, default=made, blank=blank, steps=begun.steps + 1)


def _before_cases(made: str, value: Value, ground: Ground, *, blank: bool) -> Value | None:
    """The cases with one for a missing source before them."""
    source = source_of(ground)
    if source is None:
        return None
    is_blank = blank and kind_of(source) == "text"
    test = ground.missing(source) if is_blank else f"{source.sql} IS NULL"
    return replace(value, arms=((test, made), *value.arms), steps=value.steps + 1)


def _nothing(told: str, value: Value, ground: Ground) -> Value | None:
    """When there is no value: under a condition, for codes that stand for none; what is missing stays so."""
    begun = started(value, ground)
    if begun is not None and _is_missing(told, begun, ground) and not begun.default:
        return replace(value, stays=True)
    source = source_of(ground)
    if source is not None and begun is not None and (code := _void(told, source.sql, ground)):
        return replace(begun, sql=begun.sql.replace(source.sql, code), steps=begun.steps + 1)
    tests = any_of(told, ground)
    if not tests or begun is None:
        return None
    return replace(begun, nulls=(*value.nulls, *tests), steps=begun.steps + 1)


def _void(told: str, sql: str, ground: Ground) -> str:
    """The source without a code that stands for nothing: ``0``, ``'-' means region not known``."""
    match = re.match(
        r"^(?:(?:if\s+)?(?:it\s+is\s+|the\s+(?:value|code)\s+is\s+)?)(?P<c>'[^']*'|-?\d+(?:\.\d+)?)"
        r"(?:\s+(?:means|stands\s+for|is)\s+[^,;:]+)?$",
        told.strip(),
        re.IGNORECASE,
    )
    source = source_of(ground)
    if match is None or source is None:
        return ""
    kind, code = kind_of(source), match["c"]
    if kind == "number" and not code.startswith("'"):
        return f"nullif({sql}, {code})"
    if kind == "text":
        return f"nullif({sql}, {code if code.startswith(chr(39)) else repr(code)})"
    return ""


def _is_missing(told: str, value: Value, ground: Ground) -> bool:
    """Whether words say that the value is missing, or the row that it is of."""
    parts = [part for part in _OR.split(told.strip(" .")) if part]
    return bool(parts) and all(_says_missing(part, value, ground) for part in parts)


def _says_missing(text: str, value: Value, ground: Ground) -> bool:
    if _NONE.match(text):
        return True
    of = _OF.match(text)
    if of is not None:
        column = column_of(re.sub(r"^(?:its|the|their)\s+", "", of["noun"]), ground)
        return column is not None and column.sql in value.sql
    lacks = _NO.match(text)
    if lacks is None or not is_noun(lacks["noun"]):
        return False
    column = ground.names.called(lacks["noun"])
    return (column is None and bool(ground.names.sources)) or (column is not None and column.sql in value.sql)

"""Rules for flags and for one value after the other: ``Y for agent and admin, all others N``, ``A unless active``."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.types import Family, family_of

_V = r"(?:'[^']*'|[A-Za-z0-9][\w-]*)"
_LIST = rf"{_V}(?:\s*(?:,\s*(?:and\s+|or\s+)?|/|\band\b|\bor\b)\s*{_V})*"
_ELSE = (
    r"(?:else|otherwise|or\s+else|(?:for\s+)?(?:all|any|every)(?:\s+the)?\s+others?(?:\s+(?:values?|codes?|ones?))?|"
    r"(?:for\s+)?(?:the\s+)?(?:others|rest))\s*(?:are|is|get|gets|=|:)?"
)
_FOR = re.compile(
    rf"^(?P<yes>{_V})\s+(?:for|with|on)\s+(?:the\s+)?(?:codes?\s+|values?\s+|roles?\s+|types?\s+)?(?P<list>{_LIST})\s*[,;.]\s*{_ELSE}\s*(?P<no>{_V})$",
    re.IGNORECASE,
)
_YES_TYPE = re.compile(r"^\s*(?:flag\s*)?\(?\s*(?:y\s*/\s*n|j\s*/\s*n|yes\s*/\s*no)\s*\)?\s*$", re.IGNORECASE)
_NOT_FALSE = re.compile(
    rf"^(?P<no>{_V})\s+(?:if|when)\s+(?:the\s+)?(?:flag|value|it|field|\w+)\s+(?:is\s+|=\s*)(?P<one>false|true)\s*[,;]\s*"
    rf"(?P<yes>{_V})\s+(?:if|when)\s+(?:it\s+is\s+|it's\s+|the\s+flag\s+is\s+)?(?P<two>true|false)\s*(?:,|/|\bor\b)\s*(?:is\s+)?(?:empty|missing|null|blank|not\s+(?:set|filled|given))$",
    re.IGNORECASE,
)
_UNLESS = re.compile(
    rf"^(?P<first>{_V})\s+if\s+(?:it\s+is\s+|flagged\s+(?:as\s+)?)?(?P<one>\w+)\s*[;,.]\s*(?:else|otherwise)\s+(?P<second>{_V})\s+unless\s+"
    rf"(?:it\s+is\s+)?(?:flagged\s+(?:as\s+)?|marked\s+(?:as\s+)?)?(?P<two>\w+)\s*[;,.]\s*(?:else|otherwise)\s+(?P<third>{_V})$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,\s*(?:and\s+|or\s+)?|/|\band\b|\bor\b)\s*", re.IGNORECASE)
_FLAG_WORDS = frozenset({"is", "has", "was", "flag", "ind"})


def holds_yes_or_no(kind: str) -> bool:
    """Whether a type says that a column holds Y or N: ``Y/N``."""
    return _YES_TYPE.match(kind) is not None


def _text(value: str) -> str:
    bare = value.strip("'")
    return "'" + bare.replace("'", "''") + "'"


def _for_codes(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``Y for agent and admin, all others N`` of the one text column."""
    match = _FOR.fullmatch(text)
    if match is None or len(scope.sources) != 1 or family_of(scope.sources[0].column.type) is not Family.TEXT:
        return ""
    codes = [code for code in _SPLIT.split(match["list"]) if code]
    known = {c.column.name.casefold() for c in scope.columns}
    if any(code.casefold() in known for code in codes):
        return ""
    listed = ", ".join(map(_text, codes))
    return f"case when {scope.sources[0].sql} in ({listed}) then {_text(match['yes'])} else {_text(match['no'])} end"


def _empty_too(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``N if the flag is false, Y if it is true or empty`` of the one flag."""
    match = _NOT_FALSE.fullmatch(text)
    if match is None or match["one"].lower() == match["two"].lower() or len(scope.sources) != 1:
        return ""
    source = scope.sources[0]
    if family_of(source.column.type) is not Family.FLAG:
        return ""
    test = source.sql if match["one"].lower() == "true" else f"not {source.sql}"
    return f"case when {test} then {_text(match['no'])} else {_text(match['yes'])} end"


def _unless(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``Suspended if suspended; else Inactive unless flagged active; else Active``: a flag not set is no flag."""
    match = _UNLESS.fullmatch(text)
    one = _flag(match["one"], scope) if match is not None else None
    two = _flag(match["two"], scope) if match is not None else None
    if match is None or one is None or two is None:
        return ""
    first, second, third = (_text(match[name]) for name in ("first", "second", "third"))
    return f"case when {one.sql} then {first} when {two.sql} then {third} else {second} end"


def _flag(word: str, scope: Scope) -> ScopeColumn | None:
    found = [
        c
        for c in scope.columns
        if family_of(c.column.type) is Family.FLAG
        and [w for w in c.column.name.casefold().split("_") if w not in _FLAG_WORDS] == [word.casefold()]
    ]
    return found[0] if len(found) == 1 else None


YES_NO: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (_for_codes, _empty_too, _unless)
"""Each gives the text in other words, or nothing."""

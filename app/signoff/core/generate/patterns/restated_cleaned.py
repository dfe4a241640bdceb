"""A text cleaned and then recoded step by step: ``lower case without blanks around it, then fb becomes facebook``.

What is not listed stays as it was cleaned, since the steps follow each other; what counts as missing is told by its
own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.types import Family, family_of

_PUT = r"(?:(?:in|to|as|into|made|put\s+in|turned\s+into)\s+)?"
_LOWER = rf"{_PUT}(?:lower|small)[\s-]*(?:case|letters)?|lowercased?|lower-cased"
_UPPER = rf"{_PUT}upper[\s-]*(?:case|letters)?|(?:in\s+)?capitals?|uppercased?"
_TRIM = (
    r"trim(?:med)?|stripped|without\s+(?:the\s+|any\s+)?(?:blanks|spaces"
    r"|whitespace)\s+(?:around(?:\s+it)?|at\s+(?:both|the)\s+ends|at\s+the\s+edges)"
    r"|without\s+(?:leading\s+(?:and|or)\s+trailing|surrounding|outer)\s+(?:blanks|spaces"
    r"|whitespace)|(?:blanks|spaces)\s+around\s+(?:it\s+)?removed"
)
_STEP = rf"(?:(?P<{{0}}l>{_LOWER})|(?P<{{0}}u>{_UPPER})|(?P<{{0}}t>{_TRIM}))"
_CLEANED = re.compile(
    rf"^(?:make\s+(?:it\s+)?|put\s+(?:it\s+)?|take\s+(?:it\s+)?)?{_STEP.format('a')}(?:\s*(?:,"
    rf"|and|&|\+|,\s*and)?\s*(?:{_STEP.format('b')}))?"
    r"\s*(?:[,;.]\s*(?:and\s+)?(?:then\s+|afterwards\s+|after\s+that\s+)?|\s+(?:and\s+)?then\s+)(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_MISSING = (
    r"(?:(?:null|blank|empty|missing|nothing|no\s+value|an?\s+empty\s+(?:text|string|value)"
    r"|(?:null|blank|empty|missing)\s+(?:ones|values))"
    r"(?:\s*(?:or|and|/|,)\s*(?=null|blank|empty|missing|nothing))?)+"
)
_BECOMES = (
    r"(?:becomes?|turns?\s+into|is\s+shown\s+as|counts?\s+as|->|→|=>|=|is\s+replaced\s+by|is\s+written\s+as)"
)
_VALUE = r"(?P<{0}>'[^']*'|\"[^\"]*\"|[\w][\w./-]*|\([^()]+\))"
_EMPTY = re.compile(
    rf"^{_MISSING}\s*{_BECOMES}\s*{_VALUE.format('value')}$|^{_VALUE.format('value2')}\s+(?:if"
    rf"|for|when)\s+{_MISSING}$",
    re.IGNORECASE,
)
_CODES = re.compile(
    rf"^(?P<codes>(?:'[^']*'|[\w][\w./-]*)(?:\s*(?:,|and|or|/)\s*(?:'[^']*'"
    rf"|[\w][\w./-]*))*)\s*{_BECOMES}\s*{_VALUE.format('value')}$",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s*[;,.]\s+(?:and\s+)?(?:then\s+)?|\s+and\s+(?=\S+\s+(?:becomes?|turns?)\b)")
_WORDS = re.compile(r"'[^']*'|[\w][\w./-]*")
_STAYS = re.compile(
    r"^(?:(?:all|any(?:thing)?|every(?:thing)?)\s+)?(?:others?|else|the\s+rest"
    r"|other\s+values)\s+(?:stays?|remains?|is|are)\s+(?:as\s+(?:it|they)\s+(?:is|are)|unchanged|the\s+same)$",
    re.IGNORECASE,
)


def _cleaned_then_recoded(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The steps as one CASE over the cleaned text."""
    match = _CLEANED.match(text)
    if match is None or len(scope.sources) != 1 or scope.aggregate:
        return ""
    source = scope.sources[0]
    if family_of(source.column.type) is not Family.TEXT:
        return ""
    value = _cleaned(match, source.sql)
    if not value:
        return ""
    arms: list[str] = []
    empty = ""
    for step in filter(None, _CUT.split(match["rest"].strip(" ."))):
        if _STAYS.match(step):
            continue
        missing = _EMPTY.match(step)
        if missing is not None and not empty:
            label = _quoted(missing["value"] or missing["value2"])
            empty = f"WHEN {source.sql} IS NULL OR trim({source.sql}) = '' THEN {label}"
            continue
        coded = _CODES.match(step)
        if coded is None or missing is not None:
            return ""
        codes = [
            _quoted(code) for code in _WORDS.findall(coded["codes"]) if code.lower() not in ("and", "or")
        ]
        fits = [code for code in codes if code == _as_cleaned(code, match)]
        if len(fits) < len(codes):
            return ""
        test = f"= {codes[0]}" if len(codes) == 1 else f"IN ({', '.join(codes)})"
        arms.append(f"WHEN {value} {test} THEN {_quoted(coded['value'])}")
    if not arms:
        return ""
    return f"CASE {' '.join(filter(None, [empty, *arms]))} ELSE {value} END"


def _cleaned(match: re.Match[str], sql: str) -> str:
    """The cleaned text; empty where one step is said twice."""
    said = [n for n in ("l", "u", "t") if match[f"a{n}"] or match[f"b{n}"]]
    steps = sum(bool(match[f"{place}{n}"]) for place in "ab" for n in "lut")
    if len(said) != steps or {"l", "u"} <= set(said):
        return ""
    value = f"trim({sql})" if "t" in said else sql
    return f"lower({value})" if "l" in said else f"upper({value})" if "u" in said else value


def _as_cleaned(code: str, match: re.Match[str]) -> str:
    """A code as the cleaned text would hold it: one in capitals is never met behind lower case."""
    if match["al"] or match["bl"]:
        return code.lower()
    return code.upper() if match["au"] or match["bu"] else code


def _quoted(text: str) -> str:
    bare = text.strip("'\"").replace("'", "''")
    return f"'{bare}'"


CLEANED: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (_cleaned_then_recoded,)
"""Each gives the text in other words, or nothing."""

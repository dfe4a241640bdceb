"""Parts, signs and paddings of a text in other words: ``2 characters from the right``, ``zeros to 10``.

Each entry is a whole sentence; what it names (a column, a number, a sign) is carried over and read by the compilers.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.restated_parts_shapes import CHARS, COLUMN, OF, SHAPES, SIGNS, TAKE
from signoff.core.generate.types import Family, family_of

_NUMBERED = {
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "twelve": "12",
}
_ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "fifth": 5,
    "5th": 5,
    "sixth": 6,
    "6th": 6,
    "seventh": 7,
    "7th": 7,
}
_NEIGHBOURS = re.compile(
    rf"{TAKE}(?P<a>\w+)\s*(?:and|&|to|-|,)\s*(?:the\s+)?(?P<b>\w+)\s+{CHARS}{OF}", re.IGNORECASE
)


def _part(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    for pattern, said in SHAPES:
        filled = (
            re.compile(pattern.pattern.replace("{signs}", SIGNS), re.IGNORECASE)
            if "{signs}" in pattern.pattern
            else pattern
        )
        found = filled.fullmatch(text)
        if found is not None:
            return _said(found, said)
    return ""


def _said(found: re.Match[str], said: str) -> str:
    """The shape's words with what the sentence names."""
    named = {name: value or "" for name, value in found.groupdict().items()}
    whose = next((named[name] for name in ("of", "of2", "s", "s2") if named.get(name)), "")
    if sum(bool(named.get(name)) for name in ("of", "s", "s2")) > 1:
        return ""
    n = named.get("n", "").lower()
    values = {
        **named,
        "n": _NUMBERED.get(n, n),
        "of": f" of {whose}" if whose else "",
        "whose": f" {whose}" if whose else "",
    }
    values["sign"] = re.sub(r"\s+sign$", "", values.get("sign", ""))
    return said.format(**values)


def _neighbours(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Two letters beside each other: 3rd and 4th character."""
    found = _NEIGHBOURS.fullmatch(text)
    low, high = (_ORDINALS.get(found[name].lower(), 0) for name in ("a", "b")) if found else (0, 0)
    whose = f" of {found['of']}" if found and found["of"] else ""
    return f"characters {low} to {high}{whose}" if low and high == low + 1 else ""


_AFTER_TRIM = re.compile(r"(?P<what>upper|lower|title|proper)\s*-?case\s+after\s+trimming", re.IGNORECASE)
_CASED = re.compile(
    rf"(?P<s>{COLUMN})\s*\(\s*(?P<what>upper|lower|title|proper|trim(?:med)?)(?:\s*-?case)?\s*\)",
    re.IGNORECASE,
)
_TRIMMED_FIRST = re.compile(
    r"(?P<ops>(?:trimmed|upper\s*-?case|lower\s*-?case|title\s*-?case|proper\s*-?case|stripped)(?:\s*(?"
    rf":,|and|&)?\s*(?:trimmed|upper\s*-?case|lower\s*-?case|title\s*-?case|stripped))*)\s+(?P<s>{COLUMN})",
    re.IGNORECASE,
)


def _cased(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The column with what is done to it in brackets or before it: ``NAME (upper)``, ``trimmed lower case NAME``."""
    found = _AFTER_TRIM.fullmatch(text)
    if found is not None:
        return f"trim and {found['what']} case"
    found = _CASED.fullmatch(text)
    if found is not None:
        return (
            f"{found['what']} case of {found['s']}"
            if "trim" not in found["what"].lower()
            else f"trim {found['s']}"
        )
    found = _TRIMMED_FIRST.fullmatch(text)
    if found is None:
        return ""
    steps = re.findall(r"trimmed|upper|lower|title|proper|stripped", found["ops"], re.IGNORECASE)
    words = ["trim" if step.lower() in ("trimmed", "stripped") else f"{step} case" for step in steps]
    return f"{' and '.join(words)} of {found['s']}"


_FRAMES = (
    re.compile(
        r"(?:should|must|shall|needs?\s+to|has\s+to|have\s+to|is|are|to)\s+(?:to\s+)?be\s+(?:converted\s+(?"
        r":in)?to\s+|in\s+|loaded\s+(?:in|as)\s+)?(?P<rest>.+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:(?:map|move|copy|load)\s+as[\s-]is|straight|direct|simple|plain|1:1|as[\s-]is)(?:\s+(?:move|"
        r"copy|map|mapping|load|pull))?\s*(?:,|;|:|\(|-|\+|but|and|then|with|after|in)+\s*(?:but\s+|"
        r"and\s+|then\s+|with\s+|after\s+|in\s+)*(?P<rest>.+?)\)?",
        re.IGNORECASE,
    ),
    re.compile(r"(?:please|just|simply)\s+(?P<rest>.+)", re.IGNORECASE),
    re.compile(
        r"(?P<rest>.+?)\s*[,;(]?\s*(?:nothing\s+else|only|please|as\s+discussed|no\s+other\s+(?:change|"
        r"logic|transformation)s?)\)?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:[a-z]+\s+){0,3}[a-z]+\s*[(:]\s*(?P<rest>(?:first|last|left|right|characters?|positions?|"
        r"part|text|everything)\b"
        r"[^()]+)\)?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:only\s+)?(?P<rest>.+?)\s+(?:is\s+|are\s+)?(?:needed|required|relevant|to\s+be\s+used|wanted)",
        re.IGNORECASE,
    ),
)


def _framed(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The sentence without words that only lead up to what is done."""
    for frame in _FRAMES:
        found = frame.fullmatch(text)
        if found is not None and not scope.aggregate:
            return found["rest"].strip()
    return ""


_CLEANED_BLANK = re.compile(
    r"(?P<trim>(?:trim|strip)\w*\s*(?:,|;|and|&|\+|then)*\s*(?:and\s+|then\s+)?)?(?:(?:convert|"
    r"set|change|turn|replace|load|make|treat|map|switch)\s+)?(?:any\s+|all\s+)?"
    r"(?:blanks?|empty|blank\s+or\s+empty|empty\s+or\s+blank|spaces|empty\s+strings?|blank\s+strings?|"
    r"''|\"\")(?:\s+(?:values?|strings?|text|cells?|fields?|ones|entries))?\s*"
    r"(?:to|as|->|=>|=|→|become|becomes|into|with|by|is|are|should\s+be|means?|:)\s*(?:set\s+to\s+)?(?"
    r":null|no\s+value|missing)",
    re.IGNORECASE,
)


def _blank_to_null(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Blank text as no value, of the only source."""
    found = _CLEANED_BLANK.fullmatch(text)
    if found is None or len(scope.sources) != 1 or family_of(scope.sources[0].column.type) is not Family.TEXT:
        return ""
    sql = scope.sources[0].sql
    return (
        f"nullif(trim({sql}), '')"
        if found["trim"]
        else f"case when trim({sql}) = '' then null else {sql} end"
    )


PARTS: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (
    _part,
    _neighbours,
    _cased,
    _blank_to_null,
    _framed,
)
"""Each gives the text in other words, or nothing."""

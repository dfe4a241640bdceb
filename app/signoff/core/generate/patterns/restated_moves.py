"""Moves, fixed values and columns left empty, in other words: ``carried over unchanged``, ``no source, set NULL``.

A move is told by words of moving alone: any other word leaves the rule to whoever reads it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family, family_of

_SAYS_MOVE = word_set(
    "direct directly straight copy copied copies unchanged verbatim identical same raw carry "
    "carried pass passed "
    "passthrough move moved straightforward untouched unmodified unaltered untransformed equals mirror mirrored"
)
_MOVING = _SAYS_MOVE | word_set(
    "simple simply plain just only value values as is it its in from source the over delivered "
    "received provided "
    "supplied keep kept take taken load loaded map mapped mapping field column data with "
    "through along across pull pulled "
    "populate populated feed fetched exactly stands given found comes come like to target "
    "without any logic rule on be "
    "assign assigned transfer transferred this of system table file input one stay stays remains"
)
_NO_CHANGE = re.compile(
    r"\b(?:no|without|w/o)\s+(?:any\s+|further\s+|other\s+|special\s+|additional\s+)*(?:change|"
    r"changes|transformation|transformations|conversion|conversions|logic|rule|rules|"
    r"modification|modifications|transform|manipulation|processing|mapping|treatment)(?:\s+(?:needed|"
    r"required|necessary|applied|applicable|to\s+be\s+applied|is\s+needed|is\s+required|"
    r"involved|at\s+all))?",
    re.IGNORECASE,
)
_MOVE_ALONE = re.compile(
    r"(?:default|standard|normal|regular|usual|basic)\s+(?:mapping|map|move|load)", re.IGNORECASE
)


def _moved(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A move, where every word is one of moving, or of the source's own name and table."""
    if len(scope.sources) != 1 or scope.aggregate or len(text) > _LONGEST:
        return ""
    if _MOVE_ALONE.fullmatch(text):
        return "Direct move"
    source = scope.sources[0]
    rest, nothing = _NO_CHANGE.subn(
        " direct ", re.sub(r"\b1\s*[:-]\s*1\b|\bas[\s-]+(?:it\s+)?is\b|\bas[\s-]+in\b", " direct ", text)
    )
    if re.search(r"[^\w\s.,;:()\[\]>=→-]|\d", _without_names(rest, source)):
        return ""
    words = set(re.findall(r"[^\W\d_]+", _without_names(rest, source).casefold()))
    told = bool(words & _SAYS_MOVE) or bool(nothing)
    named = bool(re.search(rf"\b{re.escape(source.column.name)}\b", text, re.IGNORECASE)) and bool(
        words & _TAKES
    )
    return "Direct move" if words <= _MOVING and (told or named) else ""


_LONGEST = 120
_TAKES = word_set("take taken load loaded from move map populate pull fetched copy feed value")


def _without_names(text: str, source: ScopeColumn) -> str:
    """The text without the source's own name and its table's."""
    names = sorted(
        {source.column.name, source.table, source.relation, source.table.rpartition(".")[2]},
        key=len,
        reverse=True,
    )
    for name in names:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text, flags=re.IGNORECASE)
    return text


_EMPTY = re.compile(
    r"(?:(?:no\s+source|not\s+(?:mapped|available|used|in\s+source|applicable|required|needed|"
    r"migrated|in\s+scope)|unmapped|n/?a|no\s+(?:data|mapping|value|equivalent)(?:\s+(?:available|"
    r"in\s+source))?|"
    r"(?:is\s+|to\s+be\s+|will\s+be\s+|should\s+be\s+)?(?:left|leave|kept|keep|set|load(?:ed)?|"
    r"populate[d]?|default(?:ed)?))\s*[,;:(-]*\s*)*"
    r"(?:as\s+|to\s+|with\s+)?(?P<empty>null|blank|empty|no\s+value|nothing)(?:\s+(?:for\s+now|"
    r"for\s+all(?:\s+(?:rows|records))?|always|value|in\s+target))?\)?",
    re.IGNORECASE,
)
_UNFILLED = re.compile(
    r"(?:(?:field\s+|column\s+)?(?:is\s+)?(?:not|never)\s+(?:to\s+be\s+)?(?:populated|filled|"
    r"loaded|mapped|migrated|used)|do\s+not\s+(?:populate|fill|load|map|migrate)|"
    r"unpopulated|unmapped|no\s+mapping)(?:\s+(?:for\s+now|in\s+target|yet))?",
    re.IGNORECASE,
)


def _nothing(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """No value, where there is no source or the words leave the column empty."""
    found = _EMPTY.fullmatch(text)
    alone = found is not None and re.fullmatch(r"(?:blank|empty)\W*", text, re.IGNORECASE)
    if (
        found is not None
        and not alone
        and (not scope.sources or re.match(r"(?:to\s+be\s+)?(?:leave|left|keep)\b", text, re.IGNORECASE))
    ):
        return "NULL"
    return "NULL" if _UNFILLED.fullmatch(text) and not scope.sources else ""


_FIXED = (
    re.compile(
        r"(?:set|use|load|populate|insert|apply|take)\s+(?:to\s+|with\s+|as\s+|the\s+|a\s+)*(?:constant|"
        r"fixed|static|hard-?coded|literal)(?:\s+(?:value|text|string))?\s*[:=]?\s*(?P<value>.+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<value>[\w.-]+|'[^']+'|\"[^\"]+\")\s*[-–(,:]+\s*(?:as\s+|is\s+|a\s+|to\s+be\s+)*(?:constant|"
        r"fixed|static|hard-?\s?coded|hardcode|literal)(?:\s+value)?\)?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:for|on)\s+(?:every|all|each)\s+(?:rows?|records?|lines?)\s*[,:]?\s*(?:set\s+|use\s+|"
        r"load\s+)?(?P<value>'[^']+'|\"[^\"]+\"|\d+)",
        re.IGNORECASE,
    ),
)
_ZERO = re.compile(
    r"(?:(?:set|default|load|populate|initiali[sz]e)(?:\s+(?:to|with|as))?\s+)?zero", re.IGNORECASE
)


def _fixed(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    if scope.sources:
        return ""
    if _ZERO.fullmatch(text) and family_of(scope.target_type) is Family.NUMBER:
        return "constant 0"
    found = next((m for shape in _FIXED if (m := shape.fullmatch(text)) is not None), None)
    value = found["value"].strip() if found is not None else ""
    if not value or not re.fullmatch(r"'[^']+'|\"[^\"]+\"|[A-Za-z0-9][\w.-]*", value):
        return ""
    return f"constant {value}" if value[0] in "'\"" or value.isdigit() else f"constant '{value}'"


MOVES: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (_moved, _nothing, _fixed)
"""Each gives the text in other words, or nothing."""

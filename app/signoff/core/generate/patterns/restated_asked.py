"""Rules of change requests, with what people add to them: "divide by 100 like the other amounts, it was in cents".

What is added says nothing of the value, or is said again where it belongs; a word that is not understood leaves the
rule as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import name_parts
from signoff.core.generate.patterns.signs import sign_named
from signoff.core.generate.types import Family, family_of

_AS_OTHERS = re.compile(
    r"(?P<rest>.+?)\s*,?\s+(?:just\s+)?like\s+(?:the|all)(?:\s+the)?\s+others?(?:\s+[\w-]+)?(?P<more>\s*[,;]\s*.+)?",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"(?P<rest>.+?)\s*[,;(]\s*(?:until\s+now\s+|so\s+far\s+)?(?:it|this|the\s+value)\s+was\s+(?:shown|given|delivered|stored|kept|written|reported)"
    r"\s+(?:in|as)\s+(?:whole\s+)?\w+(?:\s+(?:so\s+far|until\s+now|before))?\)?",
    re.IGNORECASE,
)
_CONVERTS = re.compile(r"/|\*|\b(?:divid\w+|multipl\w+|times|cents\s+to|from\s+cents)\b", re.IGNORECASE)
"""What has to be done with a value that was in another unit."""
_ADDED_UP = re.compile(r"(?:add(?:ed)?\s+up|sum(?:\s+up)?|total)\s+only\s+(?P<rest>.+)", re.IGNORECASE)
_UNITS = re.compile(r"\bcents\s+to\s+(?:major\s+|whole\s+|full\s+)?units\b", re.IGNORECASE)
_ALSO_MISSING = re.compile(
    r"(?P<yes>true|yes|1|'[^']*')\s+(?:if|when|where)\s+(?P<test>.+?)\s*[,;]\s*(?P<no>false|no|0|'[^']*')\s+otherwise\s*[,;]?\s*(?:also|even|too)\s+"
    r"(?:if|when|where)\s+(?:there\s+(?:is|are)\s+(?:no(?:ne)?\b(?:\s+\w+){0,2}|none)|(?:it|that)\s+is\s+(?:missing|empty|null))",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"(?P<one>\w+)\s+(?P<sign>minus|plus|-|\+)\s+(?P<two>\w+)(?:\s+of\s+(?:the|that)\s+(?:same\s+)?(?:row|line|record))?\s*[,;(]\s*(?:both|each)\s+"
    r"(?:(?:with|as)\s+(?P<a>0|zero)\s+(?:for|if|when|where)\s+(?:it\s+is\s+)?(?:missing|empty|null)(?:\s+(?:ones|values))?"
    r"|(?P<b>0|zero)\s+(?:if|when|where)\s+(?:missing|empty|null))\)?",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"(?P<one>\w+(?:\s+\w+)?)\s*,\s*(?:an?\s+)?(?P<sign>hyphen|dash|slash|dot|blank|space|underscore|colon)\s*,\s*(?P<two>\w+(?:\s+\w+)?)"
    r"\s+(?:in|with|as)\s+(?P<digits>two|three|four|2|3|4)\s+digits(?:\s*[,;(]\s*(?:like|as\s+in|e\.g\.|for\s+example|such\s+as)\s+(?P<example>\S+?)\)?)?",
    re.IGNORECASE,
)
_DIGITS = {"two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}


def _as_others(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """That a column becomes like others, and how it was before, says nothing of how it is made."""
    found = _AS_OTHERS.fullmatch(text)
    plain = f"{found['rest']}{found['more'] or ''}" if found is not None else text
    was = _WAS.fullmatch(plain)
    made = was["rest"] if was is not None and _CONVERTS.search(was["rest"]) else plain
    return made if made != text else ""


def _added_up(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A total whose only source is told beside the rule; major units are those of any currency."""
    plain = _UNITS.sub("cents to euros", text) if scope.aggregate else text
    found = _ADDED_UP.fullmatch(plain) if scope.aggregate else None
    sources = [c for c in scope.sources if family_of(c.column.type) is Family.NUMBER]
    if found is not None and len(sources) == len(scope.sources) == 1:
        return f"sum of {sources[0].column.name} of {found['rest']}"
    return plain if plain != text else ""


def _also_missing(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The other value also where nothing is there: what "otherwise" says anyway."""
    found = _ALSO_MISSING.fullmatch(text)
    return f"{found['yes']} if {found['test']}, otherwise {found['no']}" if found is not None else ""


def _both(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A difference or sum of two columns, each 0 where it is missing."""
    found = _BOTH.fullmatch(text)
    named = [_column(found[name], scope) for name in ("one", "two")] if found is not None else []
    one, two = named if len(named) == 2 else (None, None)
    if found is None or one is None or two is None or scope.aggregate:
        return ""
    sign = {"minus": "-", "plus": "+"}.get(found["sign"].lower(), found["sign"])
    return f"coalesce({one.sql}, 0) {sign} coalesce({two.sql}, 0)"


def _column(name: str, scope: Scope) -> ScopeColumn | None:
    found = [c for c in scope.columns if c.column.name.casefold() == name.casefold()]
    return found[0] if len(found) == 1 else None


def _joined(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Two numbers with a sign between, the second one padded: "year, hyphen, month in two digits"."""
    found = _JOINED.fullmatch(text)
    if found is None or len(scope.sources) != 2:
        return ""
    one, two = (_noun(found[name], scope) for name in ("one", "two"))
    sign, digits = sign_named(found["sign"]), _DIGITS[found["digits"].lower()]
    if one is None or two is None or one is two or not sign:
        return ""
    example = found["example"]
    if example and not re.fullmatch(rf"\d+{re.escape(sign)}\d{{{digits}}}", example):
        return ""
    return f"cast({one.sql} as varchar) || '{sign}' || lpad(cast({two.sql} as varchar), {digits}, '0')"


def _noun(text: str, scope: Scope) -> ScopeColumn | None:
    """The only source that a noun is part of the name of."""
    words = set(text.casefold().split())
    found = [c for c in scope.sources if words <= set(name_parts(c.column.name))]
    return found[0] if len(found) == 1 else None


ASKED: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (
    _as_others,
    _added_up,
    _also_missing,
    _both,
    _joined,
)
"""Each gives the rule in other words, or nothing."""

"""Counts, ends and spans as people tell them, in the words that compilers know: ``how many bills the patient got``."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.restated_context import only_names
from signoff.core.generate.types import Family, family_of

_HOW_MANY = re.compile(
    r"(?:the\s+)?how\s+many\s+(?P<thing>\w+)\s+(?:the|each|every|an?|this|that|its)?\s*(?P<whose>(?:\w+\s+){0,3}?)"
    r"(?:got|gets?|has|had|have|received|made|placed|contains?|holds?|took)(?:\s+(?:so\s+far|in\s+(?:all|total)))?"
    r"(?:\s*[,;]\s*(?:0|zero)(?:\s+(?:if|when|where|for)\s+(?:there\s+(?:is|are|was|were)\s+|it\s+has\s+)?"
    r"(?:none|nothing|(?:no|not\s+one|not\s+any)\s+\w+))?)?",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"(?:the\s+)?(?P<end>earliest|latest|first|last|highest|lowest|smallest|largest|greatest|maximum|minimum)\s+"
    r"(?P<name>\w+)\s+(?:among|over|across|of|in)\s+"
    r"(?:all\s+)?(?:the\s+|its\s+|their\s+)?(?!(?:first|last|latest|newest|earliest|oldest|top|previous|next)\b)[A-Za-z]\w*"
    r"(?:\s+(?:of|for|in|per)\s+(?:the\s+|each\s+|every\s+|an?\s+|that\s+|this\s+|its\s+)+[A-Za-z]\w*|\s+per\s+[A-Za-z]\w*)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:the\s+)?number\s+of\s+(?P<unit>seconds|minutes|hours|days|weeks|months|years)\s+(?P<start>[\w.]+)\s+"
    r"(?:is|lies|was|comes)\s+before\s+(?P<end>[\w.]+)(?:\s*[,;]\s*(?:by\s+the\s+calendar|in\s+calendar\s+days))?"
    r"(?:\s*[,;]\s*[\w\s]+\b(?:has|have|gets?)\s+none)?",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"(?:the\s+)?which\s+[\w ]+?\s+of\s+(?:its|the|each|a)\s+(?P<key>\w+)\s+(?:it|this|that)\s+is"
    r"(?:\s*[,;]\s*(?:the\s+first\s+(?:being|is)\s+1|starting\s+(?:at|with)\s+1|counted\s+from\s+1))?"
    r"\s*[,;]?\s*(?:in\s+the\s+(?:sequence|order)\s+of|(?:ordered|sorted|counted)?\s*by)\s+(?P<order>\w+)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:the\s+)?(?:number\s+of\s+)?(?P<unit>second|minute|hour|day)s\s+(?:that\s+pass(?:ed)?\s+)?(?:between|from)\s+"
    r"(?:the\s+|its\s+)?first\s+(?:and|to)\s+(?:the\s+|its\s+)?last\s+\w+",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:the\s+)?\w+s\s+(?:named|called)\s+(?P<quote>['\"]?)(?P<value>\w+)(?P=quote)", re.IGNORECASE
)
_LEAVES = re.compile(
    r"(?:(?:per|by|via)\s+\w+\s*[;,]\s*)?where\s+(?:that|this)\s+leaves\s+\w+\s+(?:empty|blank)\s*,?\s*"
    r"(?:it\s+(?:reads|says|shows|is)|use|put|write|take)\s+['\"]?(?P<value>[^'\",;.]+)['\"]?",
    re.IGNORECASE,
)


def _only(scope: Scope) -> ScopeColumn | None:
    return scope.sources[0] if len(scope.sources) == 1 else None


def _how_many(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """What is counted is the one source: the rule's nouns only say whose rows they are."""
    found = _HOW_MANY.fullmatch(text) if scope.aggregate and _only(scope) else None
    told = f"{found['thing']} {found['whose'] or ''}" if found is not None else ""
    return "count" if told and only_names(told, scope, mapping) else ""


def _among(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found, source = _AMONG.fullmatch(text), _only(scope)
    if found is None or source is None or not scope.aggregate:
        return ""
    same = found["name"].casefold() == source.column.name.casefold()
    return f"{found['end']} {found['name']}" if same else ""


def _before(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _BEFORE.fullmatch(text)
    return f"{found['unit']} from {found['start']} to {found['end']}" if found else ""


def _which(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The number of a row among those of its key, where one source is called by the key's noun."""
    found = _WHICH.fullmatch(text)
    if found is None or scope.aggregate:
        return ""
    noun = found["key"].casefold()
    keys = [c for c in scope.sources if c.column.name.casefold().partition("_")[0] == noun]
    return f"row number per {keys[0].column.name} ordered by {found['order']}" if len(keys) == 1 else ""


def _ends(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found, source = _ENDS.fullmatch(text), _only(scope)
    if found is None or source is None or not scope.aggregate:
        return ""
    if family_of(source.column.type) not in (Family.DATE, Family.TIMESTAMP):
        return ""
    return f"date_diff('{found['unit'].lower()}', min({source.sql}), max({source.sql}))"


def _named(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found, source = _NAMED.fullmatch(text), _only(scope)
    is_text = source is not None and family_of(source.column.type) is Family.TEXT
    if found is None or source is None or not is_text or not scope.aggregate:
        return ""
    return f"count where {source.column.name} = '{found['value']}'"


def _leaves(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found, source = _LEAVES.fullmatch(text), _only(scope)
    return (
        f"coalesce({source.sql}, '{found['value'].strip()}')"
        if found is not None and source is not None
        else ""
    )


COUNTS: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (
    _how_many,
    _among,
    _before,
    _which,
    _ends,
    _named,
    _leaves,
)
"""Each gives the rule in other words, or nothing."""

"""Names of bands before their bounds: ``from lines: XS below 10, S from 10 to 99, L from 100``."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.types import Family, family_of

_NUMBER = r"-?\d+(?:\.\d+)?"
_NO_BOUND = r"(?!(?:from|between|up|at|over|above|below|under|less|more|no|is|to)\b)"
_WORD = rf"(?P<word>'[^']*'|[A-Za-z][\w-]*(?:\s{_NO_BOUND}[A-Za-z][\w-]*)?)"
_BOUNDS = (
    ("<", rf"(?:below|under|less\s+than|up\s+to\s+but\s+not|<)\s*(?P<low>{_NUMBER})"),
    (
        "between",
        rf"(?:from\s+|between\s+)?(?P<low>{_NUMBER})\s*(?:to|-|–|until|and|through)\s*(?P<high>{_NUMBER})",
    ),
    (
        ">=",
        rf"(?:from|at\s+least|>=)\s*(?P<low>{_NUMBER})(?:\s+(?:on(?:wards?)?|up(?:wards?)?|and\s+(?:more|above|up|over)))?",
    ),
    (">=", rf"(?P<low>{_NUMBER})\s*(?:(?:and|or)\s+(?:more|above|up|over)|on(?:wards?)?|\+)"),
    (">", rf"(?:above|over|more\s+than|>)\s*(?P<low>{_NUMBER})"),
    ("<=", rf"(?:up\s+to|at\s+most|no\s+more\s+than|<=)\s*(?P<low>{_NUMBER})"),
)
_ITEMS = tuple(
    (sign, re.compile(rf"^{_WORD}\s*(?:is\s+|:\s*|=\s*)?{bound}$", re.IGNORECASE)) for sign, bound in _BOUNDS
)
_OF = re.compile(
    r"^(?:(?:from|by|based\s+on|according\s+to|depending\s+on|out\s+of)\s+)?(?:the\s+)?(?P<what>[A-Za-z_][\w.]*)\s*:\s*(?P<items>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_NONE_WORD = re.compile(
    rf"(?P<lead>(?:^|[:,;]\s*){_NUMBER}\s+(?:is|means|=|:|->)\s*)(?P<word>none)(?=\s*[,;])", re.IGNORECASE
)


def _bands(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The bands as tests of the only number, where their bounds leave no doubt; each number falls into one at most."""
    if family_of(scope.target_type) not in (Family.TEXT, Family.UNKNOWN):
        return ""
    match = _OF.match(text)
    column = _column(match["what"] if match is not None else "", scope)
    items = re.split(r"\s*[,;]\s*(?:and\s+)?", match["items"] if match is not None else text)
    made = [_item(item, column) for item in items] if column and len(items) > 1 else []
    if not made or not all(made):
        return ""
    return "case " + " ".join(made) + " end"


def _column(name: str, scope: Scope) -> str:
    if not name:
        only = scope.sources[0] if len(scope.sources) == 1 else None
        return only.sql if only is not None and family_of(only.column.type) is Family.NUMBER else ""
    hits = [c for c in scope.columns if c.column.name.casefold() == name.rpartition(".")[2].casefold()]
    is_number = len(hits) == 1 and family_of(hits[0].column.type) is Family.NUMBER
    return hits[0].sql if is_number else ""


def _item(item: str, column: str) -> str:
    for sign, shape in _ITEMS:
        match = shape.match(item.strip())
        if match is None:
            continue
        word = match["word"].strip("'")
        high = match.groupdict().get("high")
        if high is not None and float(high) < float(match["low"]):
            return ""
        test = f"between {match['low']} and {high}" if sign == "between" else f"{sign} {match['low']}"
        return f"when {column} {test} then '{word}'"
    return ""


def none_as_word(text: str, scope: Scope) -> str:
    """``0 is none`` in a list of classes is a class; what has no value is told by other words."""
    if family_of(scope.target_type) is not Family.TEXT:
        return ""
    said = _NONE_WORD.sub(r"\g<lead>'\g<word>'", text)
    return said if said != text else ""


BANDS = (_bands,)

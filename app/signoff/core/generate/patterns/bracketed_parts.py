"""Columns put together with a sign told by its name between them: ``city, blank, then country in round brackets``."""

from __future__ import annotations

import re
from itertools import pairwise

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.generate.types import Family, family_of

_SIGNS = {
    "blank": " ",
    "space": " ",
    "comma": ",",
    "dash": "-",
    "hyphen": "-",
    "slash": "/",
    "colon": ":",
    "dot": ".",
    "full stop": ".",
    "underscore": "_",
    "semicolon": ";",
    "pipe": "|",
}
_ENDS = {"": "()", "round": "()", "square": "[]", "curly": "{}", "angle": "<>", "pointed": "<>"}
_SIGN = rf"(?:an?\s+|one\s+|the\s+)?(?:single\s+)?(?P<sign>{'|'.join(_SIGNS)})(?:\s+(?:sign|character))?"
_ONE_SIGN = re.compile(rf"^{_SIGN}$", re.IGNORECASE)
_COLUMN = re.compile(
    r"^(?:the\s+)?(?P<name>[A-Za-z_][\w.]*)(?:\s+(?:in|within|between|inside)\s+(?P<kind>round|square|curly|angle|pointed)?\s*"
    r"(?P<ends>brackets|parentheses|parenthesis|braces))?$",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*,\s*(?:and\s+)?(?:then\s+)?|\s+(?:and\s+then|and|then|followed\s+by|plus)\s+", re.IGNORECASE
)


def bracketed_parts(text: str, scope: Scope) -> str:
    """The rule as SQL; empty unless each part is a column or a sign, and a sign parts the columns."""
    if family_of(scope.target_type) not in (Family.TEXT, Family.UNKNOWN):
        return ""
    plain = " ".join(text.split()).strip(" .")
    parts = [part for part in _CUT.split(plain) if part]
    made = [_part(part, scope) for part in parts]
    if len(made) < 3 or not all(made):
        return ""
    signs = [_ONE_SIGN.match(part) is not None for part in parts]
    is_between = not signs[0] and not signs[-1] and signs.count(False) > 1
    apart = all(one or two for one, two in pairwise(signs))
    return " || ".join(_joined(made)) if is_between and apart else ""


def _joined(made: list[str]) -> list[str]:
    """The parts, fixed texts beside each other as one."""
    found: list[str] = []
    for part in " || ".join(made).split(" || "):
        if found and part.startswith("'") and found[-1].startswith("'"):
            found[-1] = f"{found[-1][:-1]}{part[1:]}"
        else:
            found.append(part)
    return found


def _part(part: str, scope: Scope) -> str:
    sign = _ONE_SIGN.match(part)
    if sign is not None:
        return f"'{_SIGNS[sign['sign'].casefold()]}'"
    match = _COLUMN.match(part)
    column = _column(match["name"], scope) if match is not None else None
    if match is None or column is None:
        return ""
    if not match["ends"]:
        return column.sql
    kind = (match["kind"] or ("curly" if match["ends"].casefold() == "braces" else "")).casefold()
    begin, end = _ENDS[kind][0], _ENDS[kind][1]
    return f"'{begin}' || {column.sql} || '{end}'"


def _column(name: str, scope: Scope) -> ScopeColumn | None:
    hits = [c for c in scope.columns if c.column.name.casefold() == name.rpartition(".")[2].casefold()]
    return hits[0] if len(hits) == 1 else None

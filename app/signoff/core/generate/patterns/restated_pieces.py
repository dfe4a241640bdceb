"""Texts told piece by piece: ``letter H, chat_id, hyphen, event_no with zeros in front to 3 digits``.

Each piece is a fixed letter or word, a sign by its name, or a column, filled up with zeros where that is said. One
piece that is none of those leaves the whole unread.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.types import Family, family_of

_SIGNS = {
    "hyphen": "-", "dash": "-", "minus": "-", "space": " ", "slash": "/", "underscore": "_", "dot": ".",
    "full stop": ".", "point": ".", "colon": ":", "comma": ",", "semicolon": ";", "hash": "#", "plus": "+",
    "pipe": "|", "at sign": "@",
}  # fmt: skip
_SIGN = re.compile(rf"^(?:an?\s+|one\s+|the\s+)?(?P<sign>{'|'.join(_SIGNS)})(?:\s+sign)?$", re.IGNORECASE)
_FIXED = re.compile(
    r"^(?:the\s+|a\s+|an\s+)?(?:capital\s+)?(?P<kind>letter|letters|word|text|prefix|characters?|constant|literal)\s+['\"]?(?P<text>[A-Za-z0-9][\w-]*)['\"]?$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^'(?P<text>[^']+)'$|^(?P<caps>[A-Z])$")
_PADDED = re.compile(
    r"^(?P<column>.+?)\s*(?:\(\s*)?(?:(?:with|filled(?:\s+up)?\s+with|padded\s+with)\s+(?:leading\s+)?(?:zeros|zeroes|0s?)(?:\s+(?:in\s+front|on\s+the\s+left|at\s+the\s+front|before))?\s*(?:up\s+)?(?:to|,)\s*"
    r"|(?:zero-?padded|left-?padded(?:\s+with\s+(?:zeros|0))?|padded(?:\s+with\s+(?:zeros|0))?)\s+to\s+|(?:on|to|as|in)\s+(?=\d+\s+digits\s+with\s+(?:leading\s+)?zeros))(?P<width>\d{1,2})(?:\s+(?:digits|characters|places|positions|long))?"
    r"(?:\s+with\s+(?:leading\s+)?zeros)?\)?$",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*,\s*(?:and\s+|then\s+|followed\s+by\s+)?|\s+(?:and|then|followed\s+by)\s+", re.IGNORECASE
)
_WIDTH_BEHIND = re.compile(
    r"(?P<lead>with\s+leading\s+zero(?:e?s)?)\s*,\s*(?=\d{1,2}\s+digits)", re.IGNORECASE
)
_EMPTY = re.compile(
    r"^(?P<main>[^.;:]+?)\s*[.;,]\s*(?:if\s+(?:it\s+is\s+|this\s+is\s+)?)?(?:empty|blank|missing)\s*(?:[:=]|->|,?\s*then)\s*(?P<other>.+)$",
    re.IGNORECASE,
)
_LEAST = 2


def _pieces(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The pieces put together; empty where one of them is none, or fewer than two are there."""
    return _joined(text, scope)


def _or_pieces(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``trim. Empty: the word Customer, a space and the id``: the pieces stand where the first source is empty."""
    match = _EMPTY.fullmatch(text)
    other = _joined(match["other"], scope) if match is not None else ""
    main = _CLEANED.fullmatch(match["main"]) if match is not None else None
    first = scope.sources[0] if scope.sources else None
    if not other or main is None or first is None or family_of(first.column.type) is not Family.TEXT:
        return ""
    if main["name"] and squashed(main["name"]) != squashed(first.column.name):
        return ""
    return f"coalesce(nullif(trim({first.sql}), ''), {other})"


_CLEANED = re.compile(
    r"(?:trim(?:med)?(?:\s+(?:the\s+)?(?P<name>[A-Za-z]\w*))?|(?:the\s+)?(?:own\s+)?name\s*,?\s+trimmed)",
    re.IGNORECASE,
)


def _joined(text: str, scope: Scope) -> str:
    plain = _WIDTH_BEHIND.sub(r"\g<lead> to ", text.strip(" ."))
    parts = [part.strip() for part in _CUT.split(plain) if part.strip()]
    made = [_piece(part, scope) for part in parts]
    told = [part for part in parts if _FIXED.match(part) or _SIGN.match(part)]
    if len(made) < _LEAST or not all(made) or not told:
        return ""
    return " || ".join(made)


def _piece(text: str, scope: Scope) -> str:
    if (sign := _SIGN.match(text)) is not None:
        return f"'{_SIGNS[sign['sign'].lower()]}'"
    fixed = _FIXED.match(text)
    if fixed is not None:
        return f"'{fixed['text']}'"
    quoted = _QUOTED.match(text)
    if quoted is not None:
        return f"'{quoted['text'] or quoted['caps']}'"
    padded = _PADDED.match(text)
    column = _column(padded["column"] if padded is not None else text, scope)
    if column is None:
        return ""
    plain = f"CAST({column.sql} AS VARCHAR)"
    return f"lpad({plain}, {padded['width']}, '0')" if padded is not None else plain


def _column(text: str, scope: Scope) -> ScopeColumn | None:
    name = re.sub(r"^(?:the|its)\s+", "", text.strip(), flags=re.IGNORECASE)
    found = [c for c in scope.sources if squashed(c.column.name) == squashed(name)]
    return found[0] if len(found) == 1 else None


PIECES: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (_pieces, _or_pieces)
"""Each gives the text in other words, or nothing."""

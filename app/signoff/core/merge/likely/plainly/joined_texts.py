"""Texts put together in plain words: one after the other, signs between them, all but the last digits masked."""

from __future__ import annotations

import re

from signoff.core.merge.likely.plainly.ground import Ground, literal
from signoff.core.merge.likely.plainly.lexis import NUMBER, SIGN, figure, sign_of
from signoff.core.merge.likely.plainly.text_parts import (
    ENDS,
    as_text,
    column_of,
    cut_text,
    end_of,
    subject_of,
)

_STARS = re.compile(rf"^(?P<n>{NUMBER})\s+(?P<sign>{SIGN}|x'?e?s|zeros|zeroes)$", re.IGNORECASE)
_FOLLOWED = re.compile(
    r"\s*,?\s+(?:followed\s+by|and\s+then|then|plus|and\s+after\s+that)\s+|\s+\+\s+", re.IGNORECASE
)
_MARKS = re.compile(
    rf"^(?:an?\s+|one\s+|the\s+)?(?P<a>{SIGN})(?:\s+(?:and|plus|\+)\s+(?:an?\s+|one\s+)?(?P<b>{SIGN}))?"
    r"(?:\s+in\s+between|\s+between(?:\s+them)?)?$",
    re.IGNORECASE,
)


def _stars(text: str, ground: Ground) -> str:
    match = _STARS.match(text)
    if match is None:
        return ""
    sign = (
        "0"
        if match["sign"].casefold().startswith("zero")
        else "X"
        if match["sign"].casefold().startswith("x")
        else sign_of(match["sign"])
    )
    return literal(sign * int(figure(match["n"]))) if sign else ""


def texts_in_row(text: str, ground: Ground) -> str:
    """Texts one after the other: ``city, then a comma and a space, then the state code``."""
    pieces = [p.strip(" ,") for p in _FOLLOWED.split(text) if p.strip(" ,")]
    if len(pieces) < 2:
        return ""
    made = [_piece(p, ground) for p in pieces]
    columns = [m for m in made if not m.startswith("'")]
    if not all(made) or not columns:
        return ""
    ground.row = tuple(made)
    return " || ".join(made)


def _piece(text: str, ground: Ground) -> str:
    marks = _MARKS.match(text)
    if marks is not None and (sign := sign_of(marks["a"])):
        second = sign_of(marks["b"]) if marks["b"] else ""
        return literal(sign + second)
    plain = re.sub(r"\s+no\s+matter\b.*$", "", text, flags=re.IGNORECASE)
    return (
        _stars(plain, ground) or end_of(plain, ground) or cut_text(plain, ground) or column_of(plain, ground)
    )


_MASKED = re.compile(
    r"^(?:mask|hide|star\s+out|replace|cover|black\s+out)\s+(?:all|everything|every\s+character|all\s+"
    r"(?:characters|digits))\s*(?:but|except(?:\s+for)?|besides)\s+(?:the\s+)?(?P<side>first|last)\s+"
    rf"(?P<n>{NUMBER})(?:\s+\w+)?(?:\s+(?:with|by|using)\s+(?P<sign>.+?))?$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\s*,?\s+and\s+(?=(?:the\s+)?(?:first|last)\b)", re.IGNORECASE)
_LIST = re.compile(r"\s*,\s*(?:then\s+)?")
_CASED = re.compile(
    r"^(?P<x>.+?)\s+in\s+(?:(?P<up>capitals?|capital\s+letters|upper\s*case)|small\s+letters|lower\s*case)$",
    re.IGNORECASE,
)


def masked_text(text: str, ground: Ground) -> str:
    """A text with signs for all but its first or last characters."""
    match = _MASKED.match(text)
    column = subject_of(None, ground) if match is not None else None
    if match is None or column is None:
        return ""
    x, count = as_text(column, ground), figure(match["n"])
    told = (match["sign"] or "*").strip()
    sign = sign_of(told) or (told[:1] if re.fullmatch(r"[xX](?:es|s|'s)?", told) else "")
    stars = f"repeat({literal(sign)}, greatest(length({x}) - {count}, 0))"
    if not sign:
        return ""
    return (
        f"{stars} || right({x}, {count})"
        if match["side"].casefold() == "last"
        else f"left({x}, {count}) || {stars}"
    )


def listed_texts(text: str, ground: Ground) -> str:
    """Texts and the signs between them in a list: ``last name, comma, first name``; or the first letters of two."""
    plain = re.sub(r"^\w+:\s+", "", text)
    parts = _INITIALS.split(plain)
    if len(parts) < 2 or not all(ENDS.match(p) for p in parts):
        parts = _LIST.split(plain)
        if len(parts) < 3 or not any(_MARKS.match(p) for p in parts):
            return ""
    made = []
    for part in parts:
        cased = _CASED.match(part)
        sql = _piece(cased["x"] if cased is not None else part, ground)
        made.append(f"{'upper' if cased['up'] else 'lower'}({sql})" if cased is not None and sql else sql)
    if not all(made):
        return ""
    ground.row = tuple(made)
    return " || ".join(made)


_SLASHED = re.compile(r"^(?P<a>[A-Za-z][\w\s]*?)\s*(?P<sign>[/-])\s*(?P<b>[A-Za-z][\w\s]*)$")


def slashed_texts(text: str, ground: Ground) -> str:
    """Two columns with a sign between: ``systolic/diastolic``."""
    match = _SLASHED.match(text)
    first = ground.names.called(match["a"]) if match is not None else None
    second = ground.names.called(match["b"]) if match is not None else None
    if match is None or first is None or second is None or first.sql == second.sql:
        return ""
    return f"{as_text(first, ground)} || {literal(match['sign'])} || {as_text(second, ground)}"

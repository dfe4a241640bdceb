"""Texts in plain words: parts between signs, first and last letters, texts one after the other, days written out."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.plainly.ground import Ground, literal
from signoff.core.merge.likely.plainly.lexis import NUMBER, ORDER, SIGN, figure, sign_of
from signoff.core.merge.likely.plainly.moments import day_called
from signoff.core.merge.likely.plainly.names import kind_of

_THING = r"(?:(?:the\s+|only\s+|just\s+|take\s+|use\s+|keep\s+|that\s+|mail\s+|email\s+|our\s+|a\s+)*(?:piece|part|bit|text|everything|whatever|what|all|characters?|letters?|stuff|portion|section|half|domain|value|digits?|chunk|host(?:\s*name)?)(?:\s+of\s+(?:the\s+)?\w+)?,?\s*(?:i\.e\s+|ie\s+)?(?:what\s+|everything\s+|the\s+part\s+)?(?:that\s+|which\s+)?(?:(?:is|comes?|stands?|sits|lies|goes|are|follows)\s+)?)?"
_BEFORE = re.compile(
    rf"^{_THING}(?:in\s+front\s+of|before|up\s+to|until|(?:to\s+the\s+)?left\s+(?:side\s+)?of|ahead\s+of|preceding)\s+(?:the\s+|an?\s+)?(?P<nth>first|last|next)?\s*(?P<sign>{SIGN})$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^{_THING}(?:after|behind|following|follows|past|(?:to\s+the\s+)?right\s+(?:side\s+)?of|beyond)\s+(?:the\s+|an?\s+)?(?P<nth>first|last|final)?\s*(?P<sign>{SIGN})$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"^{_THING}(?:between|enclosed\s+(?:in|by))\s+(?:the\s+|an?\s+)?(?:first\s+)?(?P<a>{SIGN})\s+and\s+(?:the\s+|an?\s+)?(?P<nth>first|next|last|second)?\s*(?P<b>{SIGN})(?:\s+(?:after\s+it|after\s+that))?$|"
    rf"^{_THING}(?:inside|in|within|between)\s+(?:the\s+)?(?P<p>brackets|parentheses|quotes)$",
    re.IGNORECASE,
)
_NTH = re.compile(
    rf"^(?:the\s+|take\s+|our\s+)*(?P<nth>{'|'.join(ORDER)})\s+(?:(?P<sign>{SIGN})[\s-]*(?:separated|delimited)?\s+)?(?:segment|part|piece|token|block|section|element|bit|component|group|word|field)\b"
    r"(?:\s+(?:of|in|from)\s+(?:the\s+)?(?P<noun>[\w\s()-]+?))?$",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    rf"\b(?:split|separated|divided|delimited|parted|cut|split\s+up)\s+(?:up\s+)?(?:by|at|on|with)\s+(?:the\s+|an?\s+)?(?P<sign>{SIGN})",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"^(?:only\s+|just\s+|keep\s+|take\s+|show\s+|the\s+|its\s+|leave\s+)*(?P<side>first|last|leading|final|leftmost|rightmost)\s+(?P<n>{NUMBER}\s+)?(?:characters?|chars?|letters?|digits?|positions?|places|signs)(?:\s+(?:of|in|from)\s+(?:the\s+)?(?P<noun>[\w\s]+?))?$",
    re.IGNORECASE,
)
_STARS = re.compile(rf"^(?P<n>{NUMBER})\s+(?P<sign>{SIGN}|x'?e?s|zeros|zeroes)$", re.IGNORECASE)
_FOLLOWED = re.compile(
    r"\s*,?\s+(?:followed\s+by|and\s+then|then|plus|and\s+after\s+that)\s+|\s+\+\s+", re.IGNORECASE
)
_MARKS = re.compile(
    rf"^(?:an?\s+|one\s+|the\s+)?(?P<a>{SIGN})(?:\s+(?:and|plus|\+)\s+(?:an?\s+|one\s+)?(?P<b>{SIGN}))?(?:\s+in\s+between|\s+between(?:\s+them)?)?$",
    re.IGNORECASE,
)
_PARAMETER = re.compile(
    rf"^(?:the\s+)?(?:value|text|part|content)\s+(?:of|after|behind|for)\s+(?:the\s+)?(?:parameter\s+)?(?P<key>'[^']+'|[\w-]+\s?[=:])(?:\s+(?:in|from)\s+(?:the\s+)?[\w\s]+?)?\s*,?\s*(?:up\s+to|until|to|before)\s+(?:the\s+)?(?:next\s+|first\s+)?(?P<sign>{SIGN})(?:\s*\(?or\s+(?:the\s+)?end[\w\s]*\)?)?$",
    re.IGNORECASE,
)
_DAY_NAME = re.compile(
    r"^(?:the\s+)?(?:name\s+of\s+(?:the\s+)?)?(?:day\s+of\s+(?:the\s+)?week|week\s?day)(?:\s+name)?(?:\s+(?:spelled|written|in)\b.*|\s+(?:as\s+(?:a\s+)?(?:word|text|name)).*|\s+(?:of|on)\s+.*)?$",
    re.IGNORECASE,
)
_TIME = re.compile(r"\bhh:mm(?P<sec>:ss)?\b", re.IGNORECASE)


def text_of(text: str, ground: Ground) -> str:
    """SQL of a text; empty where its words are not understood.

    Args:
        text: the words.
        ground: what the rule is about.
    """
    plain = " ".join(text.strip(" ,;").split())
    plain = plain if plain.endswith("'.'") else plain.rstrip(".")
    if re.fullmatch(r"'[^']*'", plain):
        return plain
    for reader in _READERS:
        if made := reader(plain, ground):
            return made
    return ""


def _subject(noun: str | None, ground: Ground) -> ScopeColumn | None:
    found = ground.called(noun, "text") if noun else None
    return (
        found
        or ground.names.source("text")
        or (ground.names.sources[0] if len(ground.names.sources) == 1 else None)
    )


def _text(column: ScopeColumn, ground: Ground) -> str:
    return ground.bare(column) if kind_of(column) == "text" else f"CAST({ground.bare(column)} AS VARCHAR)"


def _cut(text: str, ground: Ground) -> str:
    """The part before, behind or between signs."""
    column = _subject(None, ground)
    if column is None or kind_of(column) != "text":
        return ""
    x = _text(column, ground)
    if (match := _BETWEEN.match(text)) is not None:
        pair = {"brackets": ("(", ")"), "parentheses": ("(", ")"), "quotes": ('"', '"')}
        first, last = (
            pair[match["p"].casefold()] if match["p"] else (sign_of(match["a"]), sign_of(match["b"]))
        )
        return (
            f"nullif(split_part(split_part({x}, {literal(first)}, 2), {literal(last)}, 1), '')"
            if first != last
            else f"nullif(split_part({x}, {literal(first)}, 2), '')"
        )
    match = _BEFORE.match(text)
    if match is not None and (sign := sign_of(match["sign"])):
        if (match["nth"] or "").casefold() == "last":
            return f"CASE WHEN contains({x}, {literal(sign)}) THEN left({x}, length({x}) - strpos(reverse({x}), {literal(sign[::-1])}) - {len(sign) - 1}) ELSE {x} END"
        return f"split_part({x}, {literal(sign)}, 1)"
    match = _AFTER.match(text)
    if match is not None and (sign := sign_of(match["sign"])):
        part = (
            f"split_part({x}, {literal(sign)}, -1)"
            if (match["nth"] or "").casefold() in ("last", "final")
            else f"substr({x}, strpos({x}, {literal(sign)}) + {len(sign)})"
        )
        return f"CASE WHEN contains({x}, {literal(sign)}) THEN {part} END"
    return ""


def _nth(text: str, ground: Ground) -> str:
    match = _NTH.match(re.sub(r"\s*\([^()]*\)", "", text))
    if match is None:
        return ""
    column = _subject(match["noun"], ground)
    told = _SPLIT.search(ground.tools.rule)
    sign = sign_of(match["sign"] or (told["sign"] if told is not None else ""))
    sign = sign or (" " if re.search(r"\bword\b", text, re.IGNORECASE) else "")
    if column is None or kind_of(column) != "text" or not sign:
        return ""
    x = f"trim({ground.bare(column)})" if sign == " " else ground.bare(column)
    return f"nullif(split_part({x}, {literal(sign)}, {ORDER[match['nth'].casefold()]}), '')"


def _ends(text: str, ground: Ground) -> str:
    match = _ENDS.match(text)
    column = _subject(match["noun"], ground) if match is not None else None
    if match is None or column is None:
        return ""
    side = "left" if match["side"].casefold() in ("first", "leading", "leftmost") else "right"
    return f"{side}({_text(column, ground)}, {figure((match['n'] or '1').strip())})"


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


def _row(text: str, ground: Ground) -> str:
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
    return _stars(plain, ground) or _ends(plain, ground) or _cut(plain, ground) or column_of(plain, ground)


_MASKED = re.compile(
    rf"^(?:mask|hide|star\s+out|replace|cover|black\s+out)\s+(?:all|everything|every\s+character|all\s+(?:characters|digits))\s*(?:but|except(?:\s+for)?|besides)\s+(?:the\s+)?(?P<side>first|last)\s+(?P<n>{NUMBER})(?:\s+\w+)?(?:\s+(?:with|by|using)\s+(?P<sign>.+?))?$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\s*,?\s+and\s+(?=(?:the\s+)?(?:first|last)\b)", re.IGNORECASE)
_LIST = re.compile(r"\s*,\s*(?:then\s+)?")
_CASED = re.compile(
    r"^(?P<x>.+?)\s+in\s+(?:(?P<up>capitals?|capital\s+letters|upper\s*case)|small\s+letters|lower\s*case)$",
    re.IGNORECASE,
)


def _masked(text: str, ground: Ground) -> str:
    match = _MASKED.match(text)
    column = _subject(None, ground) if match is not None else None
    if match is None or column is None:
        return ""
    x, count = _text(column, ground), figure(match["n"])
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


def _listed(text: str, ground: Ground) -> str:
    """Texts and the signs between them in a list: ``last name, comma, first name``; or the first letters of two."""
    plain = re.sub(r"^\w+:\s+", "", text)
    parts = _INITIALS.split(plain)
    if len(parts) < 2 or not all(_ENDS.match(p) for p in parts):
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


def _slashed(text: str, ground: Ground) -> str:
    """Two columns with a sign between: ``systolic/diastolic``."""
    match = _SLASHED.match(text)
    first = ground.names.called(match["a"]) if match is not None else None
    second = ground.names.called(match["b"]) if match is not None else None
    if match is None or first is None or second is None or first.sql == second.sql:
        return ""
    return f"{_text(first, ground)} || {literal(match['sign'])} || {_text(second, ground)}"


_BY_EXAMPLE = re.compile(
    r"(?:\bas|\blike|\bformat|\be\.g|\bwritten\s+like|\bshown\s+as)\s+'?(?P<x>[\w/.\-]*\d[\w/.\-]*)'?\s*$",
    re.IGNORECASE,
)
_TOKENS = re.compile(
    r"(?P<year>(?:19|20)\d\d)|Q(?P<quarter>[1-4])|(?P<w>K?W)(?P<week>\d\d)|(?P<month>(?:0[1-9]|1[0-2]))(?!\d)|(?P<other>[^\dQW])"
)


def _shaped_day(text: str, ground: Ground) -> str:
    """A day as an example shows it: ``quarter, format Q1/2024``, ``calendar week as 2024W07``."""
    match = _BY_EXAMPLE.search(text)
    day = ground.names.source("day") if match is not None else None
    if match is None or day is None or not re.search(r"\b(?:year|quarter|week|month)", text, re.IGNORECASE):
        return ""
    parts, at, is_week = [], 0, "week" in text.casefold()
    for token in _TOKENS.finditer(match["x"]):
        if token.start() != at:
            return ""
        at = token.end()
        if token["year"]:
            parts.append(f"strftime({day.sql}, '{'%G' if is_week else '%Y'}')")
        elif token["quarter"]:
            parts.append(f"'Q' || quarter({day.sql})")
        elif token["week"]:
            parts.append(f"'{token['w']}' || strftime({day.sql}, '%V')")
        elif token["month"]:
            parts.append(f"strftime({day.sql}, '%m')")
        else:
            parts.append(literal(token["other"]))
    return " || ".join(parts) if at == len(match["x"]) and len(parts) > 1 else ""


_SHORT_DAY = re.compile(
    r"\b(?:week\s?day|day\s+of\s+(?:the\s+)?week)\b.*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b(?!day)"
)


def _short_day(text: str, ground: Ground) -> str:
    day = ground.names.source("day") if _SHORT_DAY.search(text) else None
    return f"strftime({day.sql}, '%a')" if day is not None else ""


def _parameter(text: str, ground: Ground) -> str:
    match = _PARAMETER.match(text)
    column = _subject(None, ground) if match is not None else None
    if match is None or column is None or not (sign := sign_of(match["sign"])):
        return ""
    key = re.escape(match["key"].strip("'"))
    return f"nullif(regexp_extract({ground.bare(column)}, {literal(f'{key}([^{re.escape(sign)}]*)')}, 1), '')"


def _of_day(text: str, ground: Ground) -> str:
    """A day or a moment written out: the name of its weekday, its clock time."""
    is_name, time = _DAY_NAME.match(text), _TIME.search(text)
    if is_name is None and time is None:
        return ""
    day = ground.names.source("day") or day_called(text, ground)
    if day is None:
        return ""
    return (
        f"dayname({day.sql})"
        if is_name is not None
        else f"strftime({day.sql}, '%H:%M{':%S' if time and time['sec'] else ''}')"
    )


def column_of(text: str, ground: Ground) -> str:
    """The text column that a few words call."""
    plain = re.sub(r"^(?:the|a|an|our|its|their|take|use|just)\s+", "", text.strip(), flags=re.IGNORECASE)
    if (
        not plain
        or len(plain.split()) > 4
        or re.search(r"\b(?:if|when|or|not|no|is|are|all|each)\b|[=→<>]", plain)
    ):
        return ""
    column = ground.called(plain, "text")
    return ground.bare(column) if column is not None else ""


_READERS: tuple[Callable[[str, Ground], str], ...] = (
    _short_day,
    _shaped_day,
    _masked,
    _listed,
    _slashed,
    _parameter,
    _cut,
    _nth,
    _row,
    _ends,
    _of_day,
)

"""Parts of a text in plain words: before, behind or between signs, the first letters, one piece of several."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.plainly.ground import Ground, literal
from signoff.core.merge.likely.plainly.lexis import NUMBER, ORDER, SIGN, figure, sign_of
from signoff.core.merge.likely.plainly.names import kind_of

_THING = (
    r"(?:(?:the\s+|only\s+|just\s+|take\s+|use\s+|keep\s+|that\s+|mail\s+|email\s+|our\s+|a\s+)*(?:piece|"
    r"part|bit|text|everything|whatever|what|all|characters?|letters?|stuff|portion|section|half|domain|"
    r"value|digits?|chunk|host(?:\s*name)?)(?:\s+of\s+(?:the\s+)?\w+)?,?\s*(?:i\.e\s+|ie\s+)?(?:what\s+|"
    r"everything\s+|the\s+part\s+)?(?:that\s+|which\s+)?(?:(?:is|comes?|stands?|sits|lies|goes|are|"
    r"follows)\s+)?)?"
)
_BEFORE = re.compile(
    rf"^{_THING}(?:in\s+front\s+of|before|up\s+to|until|(?:to\s+the\s+)?left\s+(?:side\s+)?of|ahead\s+of|"
    rf"preceding)\s+(?:the\s+|an?\s+)?(?P<nth>first|last|next)?\s*(?P<sign>{SIGN})$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^{_THING}(?:after|behind|following|follows|past|(?:to\s+the\s+)?right\s+(?:side\s+)?of|beyond)\s+"
    rf"(?:the\s+|an?\s+)?(?P<nth>first|last|final)?\s*(?P<sign>{SIGN})$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"^{_THING}(?:between|enclosed\s+(?:in|by))\s+(?:the\s+|an?\s+)?(?:first\s+)?(?P<a>{SIGN})\s+and\s+"
    rf"(?:the\s+|an?\s+)?(?P<nth>first|next|last|second)?\s*(?P<b>{SIGN})(?:\s+(?:after\s+it|after\s+"
    r"that))?$|"
    rf"^{_THING}(?:inside|in|within|between)\s+(?:the\s+)?(?P<p>brackets|parentheses|quotes)$",
    re.IGNORECASE,
)
_NTH = re.compile(
    rf"^(?:the\s+|take\s+|our\s+)*(?P<nth>{'|'.join(ORDER)})\s+(?:(?P<sign>{SIGN})[\s-]*(?:separated|"
    r"delimited)?\s+)?(?:segment|part|piece|token|block|section|element|bit|component|group|word|field)\b"
    r"(?:\s+(?:of|in|from)\s+(?:the\s+)?(?P<noun>[\w\s()-]+?))?$",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\b(?:split|separated|divided|delimited|parted|cut|split\s+up)\s+(?:up\s+)?(?:by|at|on|with)\s+"
    rf"(?:the\s+|an?\s+)?(?P<sign>{SIGN})",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"^(?:only\s+|just\s+|keep\s+|take\s+|show\s+|the\s+|its\s+|leave\s+)*(?P<side>first|last|leading|"
    rf"final|leftmost|rightmost)\s+(?P<n>{NUMBER}\s+)?(?:characters?|chars?|letters?|digits?|positions?|"
    r"places|signs)(?:\s+(?:of|in|from)\s+(?:the\s+)?(?P<noun>[\w\s]+?))?$",
    re.IGNORECASE,
)
"""The first or last letters of a text."""

_PARAMETER = re.compile(
    r"^(?:the\s+)?(?:value|text|part|content)\s+(?:of|after|behind|for)\s+(?:the\s+)?(?:parameter\s+)?"
    r"(?P<key>'[^']+'|[\w-]+\s?[=:])(?:\s+(?:in|from)\s+(?:the\s+)?[\w\s]+?)?\s*,?\s*(?:up\s+to|until|to|"
    rf"before)\s+(?:the\s+)?(?:next\s+|first\s+)?(?P<sign>{SIGN})(?:\s*\(?or\s+(?:the\s+)?end[\w\s]*\)?)?$",
    re.IGNORECASE,
)


def subject_of(noun: str | None, ground: Ground) -> ScopeColumn | None:
    """The column whose text is meant: the one a noun calls, or the only source."""
    found = ground.called(noun, "text") if noun else None
    return (
        found
        or ground.names.source("text")
        or (ground.names.sources[0] if len(ground.names.sources) == 1 else None)
    )


def as_text(column: ScopeColumn, ground: Ground) -> str:
    """SQL of a column as a text."""
    return ground.bare(column) if kind_of(column) == "text" else f"CAST({ground.bare(column)} AS VARCHAR)"


def cut_text(text: str, ground: Ground) -> str:
    """The part before, behind or between signs."""
    column = subject_of(None, ground)
    if column is None or kind_of(column) != "text":
        return ""
    x = as_text(column, ground)
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
            return (
                f"CASE WHEN contains({x}, {literal(sign)}) THEN "
                f"left({x}, length({x}) - strpos(reverse({x}), {literal(sign[::-1])}) - {len(sign) - 1}) "
                f"ELSE {x} END"
            )
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


def nth_part(text: str, ground: Ground) -> str:
    """One of the pieces between signs: ``second part``."""
    match = _NTH.match(re.sub(r"\s*\([^()]*\)", "", text))
    if match is None:
        return ""
    column = subject_of(match["noun"], ground)
    told = _SPLIT.search(ground.tools.rule)
    sign = sign_of(match["sign"] or (told["sign"] if told is not None else ""))
    sign = sign or (" " if re.search(r"\bword\b", text, re.IGNORECASE) else "")
    if column is None or kind_of(column) != "text" or not sign:
        return ""
    x = f"trim({ground.bare(column)})" if sign == " " else ground.bare(column)
    return f"nullif(split_part({x}, {literal(sign)}, {ORDER[match['nth'].casefold()]}), '')"


def end_of(text: str, ground: Ground) -> str:
    """The first or the last letters of a text."""
    match = ENDS.match(text)
    column = subject_of(match["noun"], ground) if match is not None else None
    if match is None or column is None:
        return ""
    side = "left" if match["side"].casefold() in ("first", "leading", "leftmost") else "right"
    return f"{side}({as_text(column, ground)}, {figure((match['n'] or '1').strip())})"


def parameter_of(text: str, ground: Ground) -> str:
    """What stands behind a key in a text, up to a sign."""
    match = _PARAMETER.match(text)
    column = subject_of(None, ground) if match is not None else None
    if match is None or column is None or not (sign := sign_of(match["sign"])):
        return ""
    key = re.escape(match["key"].strip("'"))
    return f"nullif(regexp_extract({ground.bare(column)}, {literal(f'{key}([^{re.escape(sign)}]*)')}, 1), '')"


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

"""Conditions in plain words on texts: one of several codes, how a text begins or ends, a sign in it."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.plainly.ground import Ground, literal
from signoff.core.merge.likely.plainly.lexis import SIGN, sign_of
from signoff.core.merge.likely.plainly.names import kind_of
from signoff.core.merge.likely.plainly.spoken import spoken_of
from signoff.core.merge.likely.plainly.texts import text_of

_V = r"(?:'[^']*'|\"[^\"]*\"|(?:an?\s+)?empty\s+strings?|[A-Za-z0-9](?:[\w.+&#-]|/(?=\w))*)"
_LIST = rf"(?P<list>{_V}(?:(?:\s*,\s*(?:or\s+|and\s+)?|\s+or\s+|\s+and\s+|\s+nor\s+|\s*/\s+|\s*/\s*){_V})*)"
_OF = (
    r"(?:one\s+of\s+|either\s+|exactly\s+|just\s+|only\s+|any\s+of\s+|in\s+|the\s+(?:code|value|word|"
    r"letter)s?\s+|codes?\s+|values?\s+|an?\s+)*"
)
_CODES = re.compile(
    r"^(?P<noun>(?:[\w'-]+\s+)*?)(?:(?P<verb>is|are|was|were|=|==|equals?|says?|reads?|shows?|in|one\s+of|"
    r"not)\s+)?(?P<not>(?:not|never|neither)\s+|(?<=\bnot)\s*|<>\s*|!=\s*|other\s+than\s+"
    rf")?{_OF}\(?{_LIST}\)?$",
    re.IGNORECASE,
)
_LIKE = re.compile(
    r"^(?P<noun>.*?)\s*\b(?P<not>(?:does|do|is|are)\s+not\s+|not\s+)?(?P<how>starts?|starting|begins?|"
    r"beginning|ends?|ending|finish(?:es)?|contains?|containing|includes?|has)\s+"
    r"(?:with|in|on|by)?\s*(?:an?\s+|the\s+(?:word|letters?|text|digits?|sign)\s+)?(?P<list>(?:'[^']*'|"
    r"\"[^\"]*\"|[^\s,]+)(?:(?:\s*,\s*|\s+or\s+|\s*/\s*)(?:with\s+|in\s+|an?\s+)?(?:'[^']*'|\"[^\"]*\"|"
    r"[^\s,]+))*)"
    r"(?:\s+(?:in\s+it|somewhere|anywhere|inside))?\s*\??$",
    re.IGNORECASE,
)
_NO_CODES = re.compile(
    r"^(?:null|empty|blank|missing|set|filled|given|known|there|not|a|an|the|it|is|more|less|than|at|least"
    r"|most|after|before|on|of|"
    r"both|either|same|different|between|over|under|above|below|negative|positive|true|false|date|any|"
    r"other|another|valid|real|later|earlier)$",
    re.IGNORECASE,
)


def codes_test(text: str, ground: Ground) -> str:
    """SQL of a condition that a column holds one of several codes."""
    match = _CODES.match(text)
    if match is None:
        return ""
    values = [
        v.strip() for v in re.findall(_V, re.sub(r"\s+(?:or|and|nor)\s+|\s+/\s+|/\s+", ", ", match["list"]))
    ]
    values = [
        part
        for v in values
        for part in (
            v.split("/") if not v.startswith(("'", '"')) and not re.fullmatch(r"[A-Z]/[A-Z]", v) else [v]
        )
    ]
    values = ["''" if re.search(r"empty\s+string", v) else v for v in values]
    if not values or any(_NO_CODES.match(v) for v in values):
        return ""
    is_said = match["verb"] is not None or match["not"] is not None
    if not is_said and any(re.fullmatch(r"[A-Za-z]?[a-z][a-z-]+", v) for v in values):
        return ""
    denied = match["not"] is not None or (match["verb"] or "").casefold() == "not"
    made = made_text(match["noun"], ground)
    if made:
        return _among_texts(made, [v.strip("'\"") for v in values], ground, denied=denied)
    if match["verb"] in ("=", "==") and match["noun"].strip() and ground.names.called(match["noun"]) is None:
        return ""
    column = spoken_of(match["noun"], ground)
    return among(column, values, ground, denied=denied) if column is not None else ""


def _among_texts(sql: str, values: list[str], ground: Ground, *, denied: bool) -> str:
    listed = ", ".join(ground.as_compared(v) for v in values)
    sql = f"upper({sql})" if ground.folds else sql
    return f"{sql} {'NOT ' if denied else ''}IN ({listed})"


def made_text(noun: str, ground: Ground) -> str:
    """SQL of a part of a text that a noun calls: ``its domain``, ``the first letter``."""
    plain = noun.strip()
    if (
        re.fullmatch(r"(?:the\s+|its\s+|mail\s+|email\s+)*domain", plain, re.IGNORECASE)
        and ground.names.called("domain") is None
    ):
        plain = "the part behind the @"
    if not re.search(r"\b(?:first|last|second|third|part|piece|before|behind)\b", plain):
        return ""
    made = text_of(plain, ground)
    return (
        made.replace(source.sql, f"trim({source.sql})")
        if made and ground.trims and (source := ground.names.source("text"))
        else made
    )


def among(column: ScopeColumn, values: list[str], ground: Ground, *, denied: bool = False) -> str:
    """SQL of a column among values; empty where one is of another kind."""
    kind = kind_of(column)
    plain = [v.strip("'\"") for v in values]
    if kind == "text":
        listed = [ground.as_compared(v) for v in plain]
        sql = ground.letters(column)
    elif kind == "number" and all(re.fullmatch(r"-?\d+(?:\.\d+)?", v) for v in plain):
        listed, sql = plain, ground.sql(column)
    elif kind == "day" and all(re.fullmatch(r"\d{4}-\d\d-\d\d", v) for v in plain):
        listed, sql = [f"DATE {literal(v)}" for v in plain], ground.bare(column)
    elif kind == "truth" and len(plain) == 1 and plain[0].casefold() in ("y", "yes", "1", "n", "no", "0"):
        return column.sql if plain[0].casefold() in ("y", "yes", "1") else f"not {column.sql}"
    else:
        return ""
    listed = list(dict.fromkeys(listed))
    made = f"{sql} = {listed[0]}" if len(listed) == 1 else f"{sql} IN ({', '.join(listed)})"
    return f"not coalesce({made}, false)" if denied else made


def like_test(text: str, ground: Ground) -> str:
    """SQL of a condition on how a text begins, ends, or what it contains."""
    match = _LIKE.match(text)
    if match is None:
        return ""
    column = spoken_of(match["noun"], ground, "text")
    if column is None or kind_of(column) != "text":
        return ""
    how = match["how"].casefold()
    if how == "has" and not match["list"].startswith(("'", '"', "@")):
        return ""
    name = "starts_with" if how[0] in "sb" else "ends_with" if how[0] in "ef" else "contains"
    signs = [s.strip() for s in re.split(r"\s*,\s*|\s+or\s+|\s*/\s+", match["list"]) if s.strip()]
    signs = [re.sub(r"^(?:with|in|an?)\s+", "", s).strip("'\"") for s in signs]
    tests = [f"{name}({ground.letters(column)}, {ground.as_compared(s)})" for s in signs]
    made = f"({' OR '.join(tests)})" if len(tests) > 1 else tests[0]
    return f"not {made}" if match["not"] else made


_SIGNED = re.compile(
    r"^(?:there\s+(?:is|are)\s+|it\s+|[\w\s]+?\s+(?=do\b|does\b|has\b|have\b|contains?\b|lacks?\b|"
    r"without\b|with\b))?(?:(?P<no>no|without|lacks?|(?:does|do)\s+not\s+(?:have|contain)|has\s+no|have\s+"
    rf"no)|has|have|contains?|with)?\s*(?:an?\s+|any\s+)?(?P<sign>{SIGN})(?:\s+(?:in\s+it|at\s+all|there|"
    r"inside))?$",
    re.IGNORECASE,
)


def sign_test(text: str, ground: Ground) -> str:
    """Whether a text has a sign in it: ``there is no comma``."""
    match = _SIGNED.match(text)
    column = ground.names.source("text")
    if (
        match is None
        or column is None
        or not re.match(r"there|it\b|no\b|.*\b(?:not|without|has|have|contain)", text, re.IGNORECASE)
    ):
        return ""
    sign = sign_of(match["sign"])
    made = f"contains({ground.bare(column)}, {literal(sign)})"
    return f"not {made}" if match["no"] else made

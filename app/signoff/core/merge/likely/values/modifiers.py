"""What is said of a value behind it: what stands for a missing one, bounds, decimals, letters, no value at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from signoff.core.merge.likely.maps import fixed_value
from signoff.core.merge.likely.values.defaults import NULLS, with_default
from signoff.core.merge.likely.values.soft_tests import soft_test
from signoff.core.merge.likely.values.state import Said
from signoff.core.merge.likely.values.texts import if_valid, parts_left_out, shaped, with_letters
from signoff.core.merge.likely.values.tools import Tools
from signoff.core.merge.names import NUMERIC, words


def modified(text: str, state: Said, tools: Tools) -> Said | None:
    """The value with what a piece says of it; None where nothing known says so.

    Args:
        text: one or more pieces of a rule behind its value.
        state: the value so far.
        tools: the columns it may be about.
    """
    plain = " ".join(text.strip(" .,;:()").split())
    for reader in _READERS:
        found = reader(plain, state, tools)
        if found is not None:
            return found
    return None


_FLOOR = re.compile(
    r"^(?=.*\b(?:negatives?|below\s+(?:0|zero)|under\s+(?:0|zero)|less\s+than\s+(?:0|zero)|at\s+least\s+(?:0|zero)|minimum\s+(?:is\s+)?(?:0|zero))\b)(?P<all>.*)$",
    re.IGNORECASE,
)
_ALLOWED = re.compile(
    r"\b(?:can|may|could|will)\s+(?:be|become|get|go)\b|\b(?:goes|gets|becomes?|turns|runs)\s+(?:negative|below)\b|\b(?:is|are|gives?|counts?\s+as|means?)\s+(?:a\s+)?negative\b|\ballowed\b|\bnegative\s+(?:is|are)\s+(?:ok|fine|possible)",
    re.IGNORECASE,
)
_SAYS_WHAT = re.compile(
    r"\b(?:0|zero|null|empty|blank|nothing|no|not|never|none|cut|avoid|prevent|floor\w*|minimum|at\s+least|n't)\b|n't\b",
    re.IGNORECASE,
)
"""Words that say what becomes of a negative number."""
_TO_NULL = re.compile(r"\b(?:null|empty|blank|no\s+value|nothing)\b", re.IGNORECASE)
_OR_ZERO = re.compile(
    r"\b(?:0|zero)\s+(?:or|and)\s+(?:below|less|negative|minus|under)|\bnegative\s+or\s+(?:0|zero)",
    re.IGNORECASE,
)
_WOULD_BE = re.compile(
    r"^(?:so|then|and)\s+(?:that|it|this|they|these)\s+(?:would\s+be|is|are|becomes?|counts?\s+as|gets?)\s+(?:0|zero)$",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(r"\bsame\s+day\b.*?\b(?:one|1)\b", re.IGNORECASE)
_LEAST_ONE = re.compile(
    r"^(?:but\s+|and\s+)?(?:at\s+least|minimum|min\.?|never\s+(?:less|fewer)\s+than|not\s+less\s+than)\s+(?P<n>\d+|one)(?:\s+\w+)?$",
    re.IGNORECASE,
)
_WRONG_WAY = re.compile(
    r"^(?:if|when|where)\b.*\b(?:before|earlier|negative)\b.*\b(?:null|empty|blank|no\s+value)$",
    re.IGNORECASE,
)


def _bounded(text: str, state: Said, tools: Tools) -> Said | None:
    """Not below zero, at least one, the same day counted as one."""
    number = NUMERIC.match(tools.target_type) is not None
    if not number or re.search(r"\bif\b.*\bthen\b", text):
        return None
    if _ALLOWED.search(text) and not re.search(r"\bnot\b|\b0\b|\bzero\b", text):
        return state
    floor = _FLOOR.match(text)
    if floor is not None and _SAYS_WHAT.search(text) and not re.search(r"\d*[1-9]", text):
        other = "NULL" if _TO_NULL.search(text) else "0"
        sign = "<=" if other == "NULL" and _OR_ZERO.search(text) else "<"
        return replace(state, sql=f"CASE WHEN {state.sql} {sign} 0 THEN {other} ELSE {state.sql} END")
    if _WOULD_BE.match(text) and " < 0 THEN 0 " in state.sql:
        return state
    if "date_diff(" in state.sql and _WRONG_WAY.match(text):
        return replace(state, sql=f"CASE WHEN {state.sql} >= 0 THEN {state.sql} END")
    if "date_diff(" in state.sql and _SAME_DAY.search(text):
        return replace(state, sql=f"CASE WHEN {state.sql} = 0 THEN 1 ELSE {state.sql} END")
    least = _LEAST_ONE.match(text)
    if least is not None:
        figure = "1" if least["n"].lower() == "one" else least["n"]
        return replace(state, sql=f"CASE WHEN {state.sql} < {figure} THEN {figure} ELSE {state.sql} END")
    return None


_FIGURES = {"no": 0, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "whole": 0}
_ROUNDED = re.compile(
    r"^(?:and\s+|all\s+|both\s+|then\s+)*(?:round(?:ed)?\s*)?(?:to\s+|on\s+|with\s+|at\s+)?(?:the\s+)?(?:(?P<cents>(?:full\s+|whole\s+)?cents?)|(?P<n>\d|no|one|two|three|four|whole)\s*(?:decimals?|decimal\s+(?:places?|digits?)|digits?(?:\s+(?:after|behind)\s+(?:the\s+)?(?:point|comma))?|places?|numbers?))(?:\s+after\s+the\s+(?:point|comma))?$"
    r"|^round(?:ed)?\s+(?P<m>\d)$",
    re.IGNORECASE,
)


def _rounded(text: str, state: Said, tools: Tools) -> Said | None:
    match = _ROUNDED.match(text)
    if match is None or not NUMERIC.match(tools.target_type):
        return None
    told = match["n"] or match["m"]
    places = 2 if match["cents"] else int(told) if told.isdigit() else _FIGURES[told.lower()]
    return replace(state, sql=f"round({state.sql}, {places})")


_IS_NULL = re.compile(
    r"^(?:and\s+|but\s+)?(?P<v>(?:'[^']*'|\"[^\"]*\"|-?\d+|[A-Z0-9]{2,})(?:\s*(?:or|,|/|and)\s*(?:'[^']*'|-?\d+|[A-Z0-9]{2,}))*)\s*(?:>|->|→|=|:|is|means?|becomes?|stands\s+for|counts?\s+as)\s*(?:\w+\s+and\s+(?:becomes|is|gives)\s+)?(?:null|empty|no\s+value|nothing|missing)$",
    re.IGNORECASE,
)


def _no_value(text: str, state: Said, tools: Tools) -> Said | None:
    """A value of the only source that stands for none."""
    match = _IS_NULL.match(text)
    if match is None or len(state.used) != 1:
        return None
    source = state.used[0]
    values = [
        fixed_value(v, source.column.type) for v in re.split(r"\s*(?:\bor\b|\band\b|,|/)\s*", match["v"])
    ]
    if not all(values) or "NULL" in values:
        return None
    shape = "{}"
    for value in values:
        shape = f"nullif({shape}, {value})"
    return state.with_each((source,), shape)


_COND = (
    re.compile(
        r"^(?:and\s+|but\s+)?(?:if|when|where|for)\s+(?P<t>[^,:=→]+?)\s*(?:,|:|->|→|\bthen\b|\bit\s+is\b)\s*(?:it\s+is\s+|use\s+|take\s+|load\s+|put\s+|always\s+)*(?P<v>[^,:=→]+)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:and\s+|but\s+|so\s+)?(?P<v>'[^']*'|-?\d+(?:\.\d+)?|null|empty|[a-z]+)\s+(?:if|when|where|for)\s+(?P<t>[^,:=→]+)$",
        re.IGNORECASE,
    ),
)


def _conditional(text: str, state: Said, tools: Tools) -> Said | None:
    """Another value under a condition that is understood."""
    for shape in _COND:
        match = shape.match(text)
        if match is None:
            continue
        test = tools.test(match["t"]) or soft_test(match["t"], tools.columns)
        value = "NULL" if NULLS.match(match["v"].strip()) else fixed_value(match["v"], tools.target_type)
        if (
            NUMERIC.match(tools.target_type) is None
            and value != "NULL"
            and not match["v"].strip().startswith("'")
            and len(match["v"].split()) > 2
        ):
            value = ""
        if test and value:
            return replace(state, sql=f"CASE WHEN {test} THEN {value} ELSE {state.sql} END")
    return None


_TALK = re.compile(
    r"^(?:some|many|most|a\s+few|sometimes|often|usually)\b(?!.*(?:\d|['\"=]|\bif\b|\bnull\b|\bempty\b|\bzero\b|\bexcept\b|\bno\b|\bnot\b)).*$|^(?:they|these|this|because|since|it\s+is|it's|please|as\s+agreed|see|legal|not\s+to\s+be\s+confused|note|for\s+(?:mailing|letters|reports)|(?:too\s+)?early\s+is\s+negative|"
    r"source\s+is|confirmed|times\s+of\s+day\s+ignored|as\s+(?:above|below|before))\b(?!.*(?:\d|['\"=]|\bif\b|\bnull\b|\bempty\b|\bzero\b|\bexcept\b|\bonly\b|\bnot\b)).*$|^(?:e\.?\s?g|i\.?\s?e|for\s+example)\b.*$",
    re.IGNORECASE,
)


def _talk(text: str, state: Said, tools: Tools) -> Said | None:
    """Words that explain and change nothing."""
    return state if _TALK.match(text) else None


_PERCENT = re.compile(
    r"^(?:and\s+|then\s+)?(?P<how>less|minus|reduced\s+by|lowered\s+by|"
    r"plus|increased\s+by|raised\s+by)\s+(?:the\s+)?(?P<noun>[\w ]+?)\s*(?:percentage|"
    r"percent|pct|%)?$",
    re.IGNORECASE,
)


def _by_percent(text: str, state: Said, tools: Tools) -> Said | None:
    """A percentage taken off or put on."""
    match = _PERCENT.match(text)
    rates = [c for c in state.sources if set(words(c.column.name)) & _PERCENTAGES and c not in state.used]
    if match is None or len(rates) != 1 or not re.search(r"percent|pct|%", text, re.IGNORECASE):
        return None
    sign = "-" if match["how"].split()[0].lower() in ("less", "minus", "reduced", "lowered") else "+"
    return replace(state, sql=f"({state.sql}) * (1 {sign} {rates[0].sql} / 100)")


_PERCENTAGES = frozenset(("pct", "percent", "percentage", "perc"))

_READERS: tuple[Callable[[str, Said, Tools], Said | None], ...] = (
    _rounded,
    _by_percent,
    with_letters,
    if_valid,
    shaped,
    _no_value,
    parts_left_out,
    _bounded,
    with_default,
    _conditional,
    _talk,
)

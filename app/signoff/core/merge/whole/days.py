"""Days and years of a clause, held against the day that it names or means: ``placed on or after 2022-01-01``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.conditions import Found, held_against
from signoff.core.merge.likely.marked import Marked, Value
from signoff.core.merge.names import words
from signoff.core.merge.rows_told import stem
from signoff.core.merge.scoping import is_day

_YEAR = re.compile(r"(?:19|20)\d\d")
_DATED = re.compile(
    r"(?:(?P<span>between|from)\s+(?P<a>‹v\d+›)\s*,?\s*(?:and|to|until|till|up\s+to|-)\s*(?P<without>(?:but\s+)?(?:not\s+including|excluding)\s*)?(?P<b>‹v\d+›))"
    r"|(?:(?P<sign>up\s+to\s+and\s+including|no\s+later\s+than|prior\s+to|earlier\s+than|older\s+than|later\s+than|newer\s+than|on\s+or\s+after|on\s+or\s+before|not\s+before|not\s+after|before|after|since|from|until|up\s+to|in|over|during|of|for|year)\s+"
    r"(?:the\s+year\s+)?(?P<v>‹v\d+›)(?P<on>\s*,?\s*(?:(?:and|or)\s+(?:later|newer|after|younger)|onwards?|on\b|upwards))?)"
    r"|(?P<w>‹v\d+›)(?P<later>\s+(?:and|or)\s+(?:later|newer|after))",
    re.IGNORECASE,
)
_EXCLUDED = re.compile(r"\s*,?\s*(?:but\s+)?(?:not\s+including|exclu\w+|not\s+included)", re.IGNORECASE)
_SIGN_WORDS = {
    "up to and including": "until", "no later than": "until", "prior to": "before", "earlier than": "before",
    "older than": "before", "later than": "after", "newer than": "after",
}  # fmt: skip
_ALIKE = {
    "hired": ("hire", "entry", "start", "join"),
    "joined": ("hire", "join", "entry", "start", "signup", "created"),
    "left": ("term", "end", "exit", "leave"), "leavers": ("term", "end", "exit"),
    "terminated": ("term", "end"), "ended": ("end", "term", "close"), "placed": ("order", "created", "placed"),
    "ordered": ("order",), "signed": ("signup", "sign"), "registered": ("signup", "register", "created"),
    "born": ("birth", "born", "dob"), "paid": ("pay", "paid"), "started": ("start", "begin"),
    "starting": ("start", "begin"), "admitted": ("admit", "admission"), "discharged": ("discharge",),
    "cancelled": ("cancel",), "canceled": ("cancel",), "shipped": ("ship",),
    "delivered": ("deliver", "delivery"), "invoiced": ("invoice",), "dated": ("date",),
}  # fmt: skip
"""Verbs by the words that columns of the same moment are called by."""


def by_days(
    said: Marked, found: Sequence[Found], subject: Sequence[ScopeColumn], *, sure: bool
) -> list[Found]:
    """Days and years that nothing was made of yet, on the day that the clause names, or the only one there is.

    Only spans, and days with what comes behind them, where it has to be `sure` that it is no other comparison.
    """
    made: list[Found] = []
    for match in _DATED.finditer(said.text):
        if any(match.start() < each.end and each.start < match.end() for each in found):
            continue
        if sure and not (match["span"] or match["on"] or match["later"]):
            continue
        values = [
            said.values[int(mark[2:-1])] for mark in (match["a"], match["b"], match["v"], match["w"]) if mark
        ]
        if not all(v.kind == "day" or _YEAR.fullmatch(v.text) for v in values):
            continue
        column = _day_meant(said, match, subject)
        if column is None:
            continue
        sql = _dated(column, match, values, said.text[match.end() :])
        if sql:
            made.append(Found(sql, *match.span(), column))
    return made


def _day_meant(said: Marked, match: re.Match[str], subject: Sequence[ScopeColumn]) -> ScopeColumn | None:
    at = [(m.start(), said.columns[int(m[1])]) for m in re.finditer(r"‹c(\d+)›", said.text)]
    near = [c for start, c in at if is_day(c) and 0 <= match.start() - start < 25]
    named = near[-1:] or [c for c in said.columns if is_day(c)]
    if len({c.sql for c in named}) == 1:
        return named[0]
    days = [c for c in subject if is_day(c)]
    before = re.findall(r"[a-z]+", said.text[: match.start()].lower())[-4:]
    for word in reversed(before):
        stems = {stem(word), *((word[:4],) if len(word) > 4 else ()), *(_ALIKE.get(word, ()))}
        meant = [
            c for c in days if any(w.startswith(s) for w in words(c.column.name) for s in stems if len(s) > 2)
        ]
        if len(meant) == 1:
            return meant[0]
    whole = [c for c in days if c.column.type.upper() == "DATE"]
    return next((only[0] for only in (days, whole) if len(only) == 1), None)


def _dated(column: ScopeColumn, match: re.Match[str], values: Sequence[Value], behind: str) -> str:
    if match["span"]:
        first, last = _first(values[0]), _last(values[1])
        if match["without"] or _EXCLUDED.match(behind):
            return f"({_held(column, 'from', first)} and {_held(column, 'before', _first(values[1]))})"
        return f"({_held(column, 'from', first)} and {_held(column, 'until', last)})"
    value = values[0]
    sign = " ".join((match["sign"] or "from").lower().split())
    if match["on"] or match["later"]:
        return _held(column, "from", _first(value))
    if sign in ("in", "over", "during", "of", "for", "year"):
        is_year = _YEAR.fullmatch(value.text) is not None
        return f"year({column.sql}) = {value.text}" if is_year else ""
    sign = _SIGN_WORDS.get(sign, sign)
    late = sign in ("after", "until", "up to", "on or before", "not after")
    return _held(column, sign, _last(value) if late else _first(value))


def _held(column: ScopeColumn, sign: str, day: str) -> str:
    return held_against(column, sign, Value(day, "day"))


def _first(value: Value) -> str:
    return f"{value.text}-01-01" if _YEAR.fullmatch(value.text) else value.text


def _last(value: Value) -> str:
    return f"{value.text}-12-31" if _YEAR.fullmatch(value.text) else value.text

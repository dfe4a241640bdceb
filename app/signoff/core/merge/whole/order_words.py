"""Words of order beside what they go by: ``newest loaded_at``, ``lowest number``, ``most expensive``, ``both desc``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.marked import Marked, softly_named
from signoff.core.merge.names import NUMERIC, words
from signoff.core.merge.rows_told import stem
from signoff.core.merge.scoping import is_day

LATE = (
    r"newest|latest|most\s+recent(?:ly)?|last|youngest|later|newer|younger|current|highest|biggest|greatest|largest|maximum|max|"
    r"most|longest|higher|bigger|larger|greater|longer|top|priciest|costliest"
)
EARLY = (
    r"earliest|oldest|first|earlier|older|initial|lowest|smallest|minimum|min|lower|smaller|shortest|shorter|cheapest|"
    r"least"
)
_TIMELY = re.compile(
    r"newest|latest|most\s+recent(?:ly)?|last|youngest|later|newer|younger|current|earliest|oldest|first|earlier|older|initial",
    re.IGNORECASE,
)
_C = r"‹c\d+›"
_ORDER = re.compile(
    rf"(?:\b(?P<late>{LATE})|\b(?P<early>{EARLY}))\b(?:\s+(?!of\b|by\b|according\b)(?:the\s+)?(?P<noun>[a-z][\w-]*))?"
    r"(?P<by>\s*[(,]?\s*(?:(?:\w+\s+){0,2}?(?:by|on|according\s+to|of|in|as\s+per|going\s+by|based\s+on|measured\s+by)\s+)?(?:(?:its|the|their|his|of)\s+)*)?"
    rf"(?P<c>{_C})?",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?P<c>{_C})\s*(?:is\s+)?(?:[(,]\s*)?(?:the\s+)?(?:(?P<late>{LATE}|desc(?:ending)?)|(?P<early>{EARLY}|asc(?:ending)?))\b(?:\s+first)?",
    re.IGNORECASE,
)
_ALL_SO = re.compile(
    rf"(?P<list>{_C}(?:\s*(?:,|then|and|/)+\s*(?:then\s+|by\s+)*{_C}(?:\s+as\s+(?:an?\s+)?[\w-]+)?)+)\s*,?\s*(?:both|all|each)\s+"
    rf"(?:(?P<late>{LATE}|desc(?:ending)?)|(?P<early>{EARLY}|asc(?:ending)?))\b",
    re.IGNORECASE,
)
_FLAG_FIRST = re.compile(
    rf"\bprefer\w*\s+(?:the\s+)?(?:\w+\s+){{0,2}}?\(?(?P<a>{_C})|(?P<b>{_C})\s*(?:=?\s*‹v\d+›\s*)?\)?,?\s*(?:\w+\s+)?(?:goes\s+|comes\s+)?"
    rf"(?:first|wins|preferred|has\s+priority)\b|(?:goes|comes)\s+first\s*\(?(?P<c>{_C})",
    re.IGNORECASE,
)
_TIE = re.compile(
    r"\b(?:ties?|tied|equal|same|draw|then|if|otherwise|else|should|identical|in\s+case)\b", re.IGNORECASE
)
_MONEY = frozenset(["cost", "price", "amount", "amt", "fee", "value", "total", "gross", "net"])
_THINGS = frozenset(
    [
        "",
        "one",
        "row",
        "record",
        "version",
        "entry",
        "line",
        "state",
        "status",
        "value",
        "per",
        "for",
        "is",
        "wins",
    ]
)


@dataclass(frozen=True)
class Ordered:
    """A column that rows are ordered by: where the text says so, and its SQL with the direction."""

    start: int
    column: str
    sql: str


def ordered_in(text: str, said: Marked, own: Sequence[ScopeColumn]) -> list[Ordered]:
    """What a text orders the rows of a table by, in its order, each column once.

    Args:
        text: the marked text, with dots where words of order mean something else.
        said: its columns and values.
        own: the columns of the table.
    """
    mine = {c.sql for c in own}
    found: list[Ordered] = []
    spent: list[tuple[int, int]] = []
    for span, each in (*_flags(text, said), *_lists(text, said), *_words(text, said, own)):
        if each.column in mine and not any(span[0] < end and start < span[1] for start, end in spent):
            found.append(each)
            spent += [span] if span[1] - span[0] else []
    found.sort(key=lambda each: each.start)
    return list({each.column: each for each in reversed(found)}.values())[::-1]


def _flags(text: str, said: Marked) -> Iterator[tuple[tuple[int, int], Ordered]]:
    for match in _FLAG_FIRST.finditer(text):
        column = _marked(match["a"] or match["b"] or match["c"], said)
        if column.column.type.upper().startswith("BOOL"):
            yield (
                match.span(),
                Ordered(match.start(), column.sql, f"coalesce({column.sql}, false) desc nulls last"),
            )


def _lists(text: str, said: Marked) -> Iterator[tuple[tuple[int, int], Ordered]]:
    """Several columns of one direction: ``(started_on, sub_id, both desc)``."""
    for match in _ALL_SO.finditer(text):
        way = "asc" if match["early"] else "desc"
        for mark in re.finditer(_C, match["list"]):
            column = _marked(mark.group(), said)
            at = match.start() + mark.start()
            yield (at, at + len(mark.group())), Ordered(at, column.sql, f"{column.sql} {way} nulls last")


def _words(text: str, said: Marked, own: Sequence[ScopeColumn]) -> Iterator[tuple[tuple[int, int], Ordered]]:
    for shape in (_ORDER, _BEHIND):
        for match in shape.finditer(text):
            alone = shape is _ORDER and not (match["by"] or "").strip()
            if alone and match["c"] and _BEHIND.match(text, match.start("c")):
                continue
            column = _column_of(match, said, own, text)
            if column is not None:
                way = "asc" if match["early"] else "desc"
                yield match.span(), Ordered(match.start(), column.sql, f"{column.sql} {way} nulls last")


def _marked(mark: str, said: Marked) -> ScopeColumn:
    return said.columns[int(mark[2:-1])]


def _column_of(
    match: re.Match[str], said: Marked, own: Sequence[ScopeColumn], text: str
) -> ScopeColumn | None:
    """What a word of order goes by: a column beside it, one its noun calls, money, else the day that is meant."""
    noun = (match.groupdict().get("noun") or "").lower()
    word = match["late"] or match["early"]
    timely = _TIMELY.fullmatch(word) is not None
    if match["c"] and not (timely and noun and not is_day(_marked(match["c"], said))):
        return _marked(match["c"], said)
    if re.fullmatch(r"priciest|costliest|cheapest", word, re.IGNORECASE) or noun in (
        "expensive",
        "costly",
        "valuable",
    ):
        return _only([c for c in own if NUMERIC.match(c.column.type) and _MONEY & set(words(c.column.name))])
    called = softly_named(noun, own) if noun not in _THINGS else None
    if called is not None and (is_day(called) or not timely):
        return called
    if not timely or _TIE.search(text[max(0, match.start() - 25) : match.start()]):
        return None
    return _day_meant(match, said, own, text, noun)


def _day_meant(
    match: re.Match[str], said: Marked, own: Sequence[ScopeColumn], text: str, noun: str
) -> ScopeColumn | None:
    days = {c.sql: c for c in own if is_day(c)}
    behind = re.match(
        rf"[^.;‹]{{0,60}}?\b(?:by|on|according\s+to)\s+(?:the\s+|its\s+)?({_C})", text[match.end() :]
    )
    if behind is not None and _marked(behind[1], said).sql in days:
        return _marked(behind[1], said)
    named = {c.sql: c for c in said.columns if c.sql in days}
    if len(named) == 1:
        return next(iter(named.values()))
    root = stem(noun)[:4] if len(noun) > 3 else ""
    meant = [c for c in days.values() if root and any(w.startswith(root) for w in words(c.column.name))]
    if len(meant) == 1:
        return meant[0]
    thing = noun in _THINGS or any(root and w.startswith(root) for w in words(own[0].table))
    return _only(list(days.values())) if thing else None


def _only(columns: Sequence[ScopeColumn]) -> ScopeColumn | None:
    return columns[0] if len(columns) == 1 else None


def is_order_word(word: str) -> bool:
    """Whether a word tells an order, or one of several rows by itself."""
    pattern = rf"{LATE}|{EARLY}|tie|draw|row|record|time|moment|case"
    return re.fullmatch(pattern, word, re.IGNORECASE) is not None

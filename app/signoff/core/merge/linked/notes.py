"""Texts on rows that speak of links: which tables are linked, and rows that need a row of the document's own tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.linked.children import Children
from signoff.core.merge.linked.joins import Joined

_LINKS = re.compile(
    r"^\W*(?:links?|linked\s+(?:tables|records))\s*:\s*(?P<items>.+)$", re.IGNORECASE | re.DOTALL
)
_LINK = re.compile(
    r"^(?P<column>\w+)\s+(?:to|->|=)\s+(?P<table>[A-Za-z_]\w*)(?:\s+and\s+(?:from\s+"
    r"there|then|further)\s+(?:to\s+)?(?P<own>[A-Za-z_]\w*))?$",
    re.IGNORECASE,
)
_IS_IN = re.compile(
    r"^(?:only\s+(?:the\s+)?(?P<only>\w+?)s?\s+(?:that|which)\s+(?:are|is)\s+in\s+(?P<table>[A-Za-z_]\w*)"
    r"|(?:left\s+out|leave\s+out|not\s+loaded|excluded)\s*:?\s*(?:are\s+)?(?:the\s+|all\s+)?\w+(?"
    r":\s+\w+)?\s+without\s+(?:an?\s+)?(?P<without>\w+)\s+(?:that|which)\s+is\s+in\s+(?"
    r"P<in>[A-Za-z_]\w*)"
    r"(?:\s*\(\s*via\s+(?:\w+\.)?(?P<via>\w+)\s*\))?)$",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"^\s*(?:,\s*)?whose\s+\w+(?:\s+\w+)?\s*\(\s*(?P<from>\w+)\.(?P<column>\w+)\s*=\s*(?P<table>\w+"
    r")\.(?P<key>\w+)\s*\)\s+is\s+in\s+(?P<own>\w+)$",
    re.IGNORECASE,
)
_BACKWARD = re.compile(
    r"^(?:left\s+out|leave\s+out|not\s+loaded|excluded)\s*:?\s*(?:the\s+|all\s+)?\w+(?:\s+\w+)"
    r"?\s+(?:that|which)\s+(?:end|ended|stop|finish)(?:ed)?\s+before\s+they\s+(?"
    r":start|begin|began|started)(?:ed)?(?:\s*\(\s*\w+(?:\s\w+)?\s*\))?$",
    re.IGNORECASE,
)
_OUT = re.compile(r"^(?P<lead>left\s+out|leave\s+out|not\s+loaded|excluded)\b", re.IGNORECASE)
_TWICE = re.compile(
    r"^if\s+(?:an?|the\s+same)\s+(?P<thing>\w+)\s+(?:was|is|has\s+been|has)\s+(?:\w+\s+)?(?"
    r":twice|more\s+than\s+once|several\s+times)\s+on\s+(?:the\s+same|one)\s+day\s*,?\s+"
    r"(?:then\s+)?(?:only\s+)?the\s+(?:last|latest)\s+(?:line|row|record|one|entry)\s+(?:only\s+)?"
    r"(?:counts|stays|is\s+taken|wins)\s*\(\s*(?:the\s+one\s+with\s+the\s+)?highest\s+(?P<order>\w+"
    r")\s*\)$",
    re.IGNORECASE,
)
_CALLED = r"\b{}\s*\(\s*`?(?P<column>\w+)`?\s*\)"


def links_told(text: str, joined: Joined, children: Children) -> str:
    """What is left of a line of links once those that are understood are joined.

    Args:
        text: a note.
        joined: gets the joins.
        children: gets the tables whose rows belong to a row of the target.
    """
    told = _LINKS.match(text)
    if told is None:
        return text
    left: list[str] = []
    for item in re.split(r"\s*,\s*(?![^()]*\))", told["items"].strip(" .")):
        link = _LINK.match(item)
        table = joined.records.keyed(link["table"]) if link is not None else None
        if link is None and children.told(item):
            continue
        if link is None or table is None or joined.records.column(joined.driving, link["column"]) is None:
            left.append(item)
            continue
        joined.reach(link["column"], table)
        if link["own"] and not joined.own(link["own"], link["column"]):
            left.append(item)
    return f"Links: {', '.join(left)}" if left else ""


def whose_is_in(text: str, joined: Joined) -> str:
    """The condition of ``whose order (line.order = orders.id) is in mart_order``; empty for none."""
    told = _WHOSE.match(text.rstrip(" ."))
    if told is None or told["from"].casefold() != joined.driving.name.casefold():
        return ""
    if told["key"].casefold() != joined.records.key or joined.records.keyed(told["table"]) is None:
        return ""
    return _there(told["own"], told["column"], joined)


def condition_of(
    sentence: str, notes: Sequence[str], columns: Sequence[ColumnMapping], joined: Joined
) -> str:
    """The condition in SQL that a sentence on rows comes to; empty where it is not understood wholly.

    Args:
        sentence: one sentence of a note, or a part of it.
        notes: all notes of the target: they tell which column a word means.
        columns: of the target.
        joined: gets the joins.
    """
    text = sentence.strip(" .")
    if (told := _IS_IN.match(text)) is not None:
        noun, own = told["only"] or told["without"], told["table"] or told["in"]
        pointer = told["via"] or _called(noun, notes, joined) or _along(own, columns)
        return _there(own, pointer, joined) if pointer else ""
    if _BACKWARD.match(text):
        return _not_backward(columns, joined)
    if (told := _TWICE.match(text)) is not None:
        return _last_of_day(told, notes, columns, joined)
    return ""


def parts_of(sentence: str) -> list[str]:
    """A sentence on what is left out as one for each kind of rows: ``A …, and B …`` is two."""
    out = _OUT.match(sentence.strip())
    parts = re.split(r"\s*,\s+and\s+(?=\w+(?:\s+\w+)?\s+(?:that|which|without)\b)", sentence.strip(" ."))
    return [p if n == 0 or out is None else f"{out['lead']}: {p}" for n, p in enumerate(parts)]


def _there(own: str, pointer: str, joined: Joined) -> str:
    if joined.records.column(joined.driving, pointer) is None:
        return ""
    target = joined.records.target(own)
    alias = joined.own(own, pointer) if target is not None else ""
    key = next((c.name for c in target.columns if c.key), "") if target is not None else ""
    return f"{alias}.{key} is not null" if alias and key else ""


def _called(noun: str, notes: Sequence[str], joined: Joined) -> str:
    """The column that notes put in brackets behind a noun."""
    shape = re.compile(_CALLED.format(re.escape(noun)), re.IGNORECASE)
    names = {m["column"] for note in notes for m in shape.finditer(note)}
    found = [n for n in names if joined.records.column(joined.driving, n) is not None]
    return found[0] if len(found) == 1 else ""


def _along(own: str, columns: Sequence[ColumnMapping]) -> str:
    """The field along which a column of the target reads a table."""
    rules = [
        c.rule_resolved or c.rule
        for c in columns
        if any(ref.table.casefold() == own.casefold() for ref in c.sources)
    ]
    found = {
        m[1] for rule in rules if (m := re.match(r"^via\s+\w+\.(\w+)$", rule.strip(" ."), re.IGNORECASE))
    }
    return next(iter(found)) if len(found) == 1 else ""


def _moment(words: str, columns: Sequence[ColumnMapping], joined: Joined) -> str:
    """The one column of the driving table that a column of the target with such a name is made of."""
    shape = re.compile(rf"^(?:{words})(?:_|$)", re.IGNORECASE)
    named = [c for c in columns if shape.match(c.name) and len(c.sources) == 1]
    refs = [c.sources[0] for c in named if c.sources[0].table.casefold() == joined.driving.name.casefold()]
    return f"{refs[0].table}.{refs[0].column}" if len(refs) == 1 else ""


def _not_backward(columns: Sequence[ColumnMapping], joined: Joined) -> str:
    ends, starts = (
        _moment("end(?:ed|s)?", columns, joined),
        _moment("start(?:ed|s)?|began|begins?", columns, joined),
    )
    if not ends or not starts:
        return ""
    last = ends
    for day in joined.no_days:
        last = f"nullif({last}, timestamp '{day}')"
    return f"not coalesce({last} < {starts}, false)"


def _last_of_day(
    told: re.Match[str], notes: Sequence[str], columns: Sequence[ColumnMapping], joined: Joined
) -> str:
    """The number of a row among those of the same thing and day, the last one first, held against one."""
    pointer = _called(told["thing"], notes, joined)
    order = joined.records.column(joined.driving, told["order"])
    days = {
        c.sources[0].column
        for c in columns
        if c.key
        and len(c.sources) == 1
        and c.sources[0].table.casefold() == joined.driving.name.casefold()
        and re.match(r"^\s*date\b", c.type, re.IGNORECASE)
    }
    if not pointer or order is None or len(days) != 1:
        return ""
    table = joined.driving.name
    return (
        f"row_number() over (partition by {table}.{pointer}, cast({table}.{next(iter(days))} as date) "
        f"order by {table}.{order.name} desc) = 1"
    )

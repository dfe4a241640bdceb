"""What a text on rows that is not understood for sure may mean: a few conditions to choose from, the likeliest first.

Each is the whole text said in one way; where no way is likely there is none, and the text is asked about as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation, SectionPlan
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.merge.names import NUMERIC, words
from signoff.core.merge.row_brackets import denied_state
from signoff.core.merge.rows_told import stem
from signoff.core.merge.rowtexts import Way, restrictions_of
from signoff.core.merge.scoping import find_everywhere, is_day, relation_columns
from signoff.core.merge.undated import undated
from signoff.core.merge.which_row import which_row

MOST = 4
"""Ways that are put to a person."""
_MIXED = re.compile(
    r"^(?P<first>.+?), (?P<one>and|or): (?P<second>.+?), (?P<two>and|or): (?P<third>.+)$", re.IGNORECASE
)
_TESTED = re.compile(
    r"^(?:[\w-]+\s+)?(?:with\s+(?:an?\s+)?|whose\s+"
    r"|where\s+(?:the\s+)?)?(?P<name>[A-Za-z][\w ]*?)\s+(?:is\s+|are\s+|of\s+)?"
    r"(?P<sign>above|over|more\s+than|greater\s+than|below|under|less\s+than|at\s+least|at\s+most|exactly|=|<>|<=|>=|<|>)\s*(?P<value>-?\d+(?:\.\d+)?)$",
    re.IGNORECASE,
)
_SIGNS = {
    "above": ">", "over": ">", "more than": ">", "greater than": ">", "below": "<", "under": "<", "less than": "<",
    "at least": ">=", "at most": "<=", "exactly": "=",
}  # fmt: skip
_CALLED = re.compile(
    r"^(?:(?:all|the|those|only|just)\s+)*(?P<word>[a-z][a-z-]+)\s+(?P<noun>[A-Za-z][\w-]*)$", re.IGNORECASE
)
_ENDS = {
    "open": "close end finish settle complete", "active": "end close deactivate terminate leave expire delete",
    "current": "end expire close replace", "running": "end finish stop complete", "live": "end close expire",
    "valid": "expire end revoke void", "unpaid": "pay settle", "unshipped": "ship", "undelivered": "deliver",
}  # fmt: skip
"""Words for rows to which something has not happened yet, with what has not."""
_STATES = frozenset({"status", "state", "stage", "phase", "sts", "stat"})
_TEXTS = ("VARCHAR", "CHAR", "TEXT", "STRING")


def row_readings(text: str, section: SectionPlan, schema: Schema, target: TargetMapping) -> tuple[str, ...]:
    """The conditions that a text on rows may stand for, as SQL over a section's relations; empty for no idea."""
    relations = section.relations
    if not relations:
        return ()
    plain = " ".join(text.split()).strip(" .;")
    found: list[str] = []
    dated = undated(plain, relations, schema, target)
    found += dated.sqls if dated is not None else ()
    denied = denied_state(plain, relations, schema)
    found += denied.sqls if denied is not None else ()
    found += _latest(plain, section, schema, target)
    found += _mixed(plain)
    for way, said in _restricted(plain):
        for sql in (*_tested(said, relations, schema), *_called(said, relations, schema)):
            found.append(f"not coalesce({sql}, false)" if way is Way.LEAVE else sql)
    return tuple(dict.fromkeys(found))[:MOST]


def _restricted(text: str) -> Iterator[tuple[Way, str]]:
    reading = next((r for r in restrictions_of(text) if len(r) == 1), None)
    yield (reading[0].way, reading[0].text) if reading is not None else (Way.TAKE, text)


def _latest(text: str, section: SectionPlan, schema: Schema, target: TargetMapping) -> Iterator[str]:
    """Which one of several rows stays, by each day that may decide, where the text names none."""
    first = section.relations[:1]
    keys = [
        hits[0].sql
        for column in target.columns
        if column.key and len(column.sources) == 1
        if (hits := find_everywhere(first, schema, column.sources[0].column))
    ]
    days = [
        c
        for c in relation_columns(first[0], schema)
        if c.column.type.upper().startswith(("DATE", "TIMESTAMP"))
    ]
    if len(days) < 2:
        return
    taken = {squashed(ref.column) for c in target.columns for ref in c.sources}
    for day in sorted(days, key=lambda c: squashed(c.column.name) not in taken):
        row = which_row(f"{text} by {day.column.name}", first, schema, keys)
        if row is not None and not row.described and row.order_is_said:
            yield row.sql


def _mixed(text: str) -> Iterator[str]:
    """Conditions joined by ``and`` and ``or``: each way to put brackets."""
    match = _MIXED.match(text)
    if match is None or match["one"].lower() == match["two"].lower():
        return
    a, b, c = match["first"], match["second"], match["third"]
    yield f"({a} {match['one']} {b}) {match['two']} {c}"
    yield f"{a} {match['one']} ({b} {match['two']} {c})"


def _tested(text: str, relations: Sequence[Relation], schema: Schema) -> Iterator[str]:
    """A figure compared with a column that several are called like: ``amount over 100`` beside net and gross."""
    match = _TESTED.match(text)
    if match is None:
        return
    said = set(words(match["name"]))
    fitting = [
        c
        for c in relation_columns(relations[0], schema)
        if NUMERIC.match(c.column.type) and said and said < set(words(c.column.name))
    ]
    sign = " ".join(match["sign"].lower().split())
    if len(fitting) > 1:
        yield from (f"{c.sql} {_SIGNS.get(sign, sign)} {match['value']}" for c in fitting)


def _called(text: str, relations: Sequence[Relation], schema: Schema) -> Iterator[str]:
    """Rows called open, active or current: what has not happened to them yet, or their state."""
    match = _CALLED.match(text)
    columns = relation_columns(relations[0], schema)
    word = match["word"].casefold() if match is not None else ""
    if word in _ENDS:
        ends = {stem(each) for each in _ENDS[word].split()}
        yield from (
            f"{c.sql} is null"
            for c in columns
            if is_day(c) and ends & {stem(w) for w in words(c.column.name)}
        )
        yield from (f"{c.sql} = '{word}'" for c in columns if _is_state(c))


def _is_state(column: ScopeColumn) -> bool:
    return column.column.type.upper().startswith(_TEXTS) and words(column.column.name)[-1] in _STATES

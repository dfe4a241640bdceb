"""``Keep the latest row per customer_id by updated_at`` as a filter on a row number.

The order is made total with the key's own remaining columns by nobody: ties are the reviewer's to see, so
the finding belongs to verify's second run on shuffled rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin, ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.merge.latestwords import Latest, read_latest
from signoff.core.merge.names import bare, words
from signoff.core.merge.scoping import find_everywhere, relation_columns
from signoff.core.merge.which_row import which_row

_FALLING = "latest|last|newest|most recent|highest|largest|biggest|greatest|maximum|max"
_RISING = "first|earliest|oldest|lowest|smallest|minimum|min"
_WHICH = rf"(?P<which>{_FALLING}|{_RISING})"
_KEYS = r"\(?(?P<keys>[\w.]+(?:\s*(?:,|\+|&|\band\b)\s*[\w.]+)*?)\)?"
_ORDER = r"(?P<order>[\w.]+)"
_ROW = r"(?:row|record|entry|line|version|one)"
_THING = r"[\w-]+"
_PER = r"(?:per|for each|of each|by|for every|for the same|with the same)"
_KEEP = r"(?:keep|take|use|load|keeping|taking)\s+(?:only\s+)?(?:the\s+)?"
_DUPLICATES = r"(?:duplicate\w*(?:\s+rows|\s+records)?|dedup(?:licate)?|remove duplicates)"
_BY = r"(?:by|based on|according to|ordered by|order by|using|on)\s+(?:the\s+)?"
_SHAPES = tuple(
    re.compile(rf"^{shape}$", re.IGNORECASE)
    for shape in (
        rf"(?:{_DUPLICATES}\s*[:,;]?\s*)?(?:{_KEEP})?{_WHICH}\s+(?:{_THING}\s+)?{_PER}\s+{_KEYS}\s*,?\s*{_BY}{_ORDER}",
        rf"(?:keep\s+)?(?:only\s+)?one\s+{_ROW}\s+(?:per|for each)\s+{_KEYS}\s*[:,;(-]*\s*"
        rf"(?:{_KEEP}|with\s+)?(?:the\s+)?{_WHICH}\s+{_ROW}?\s*(?:by|based on)?\s*{_ORDER}\)?",
        rf"{_DUPLICATES}\s*\(?(?:by|on|per|with the same|of the same|same)\s+{_KEYS}\s*[:,;-]*\s*"
        rf"{_KEEP}{_WHICH}\s+{_ROW}?\s*(?:by|based on)?\s*{_ORDER}",
        rf"{_DUPLICATES}\s*\(?(?:by|on|per|with the same|of the same|same)\s+{_KEYS}\s*[:,;-]*\s*"
        rf"{_KEEP}{_ROW}\s+with\s+(?:the\s+)?{_WHICH}\s+{_ORDER}",
        rf"{_KEEP}(?:only\s+)?{_ROW}\s+with\s+(?:the\s+)?{_WHICH}\s+{_ORDER}\s+{_PER}\s+{_KEYS}",
    )
)
_MORE_THAN_ONCE = re.compile(
    r"^(?:if|when|where)\s+(?:an?\s+|the\s+same\s+|the\s+|one\s+)?([\w.]+)\s+(?:appears|occurs|exists|comes|is\s+listed|shows\s+up|is\s+there)"
    r"\s+(?:more\s+than\s+once|several\s+times|multiple\s+times|twice|repeatedly)\s*,?\s*(?:then\s+)?",
    re.IGNORECASE,
)
"""``If a customer_id appears more than once, …``: of which rows one stays."""
_ORDER_IN_BRACKETS = re.compile(
    r"(?<=\w)\s*\(\s*(?:by\s+|ordered\s+by\s+|order\s+by\s+|using\s+)?([A-Za-z_][\w.]*)(?:\s+desc(?:ending)?)?\s*\)(?=\s*(?:(?:(?:is|are|gets)\s+\w+|wins|counts|stays|only)\s*)?$)",
    re.IGNORECASE,
)
"""What decides, in brackets at the very end: ``newest per order (created_at)``."""
_OF_SOME = re.compile(rf"\b(?:{_FALLING}|{_RISING})\s+[a-z]+ed\s+(?:per|of|for|by|in)\b", re.IGNORECASE)
"""Asks for the latest of some rows alone: ``the latest approved per claim``."""
_LATEST = frozenset(_FALLING.split("|"))
_CODES = frozenset({"id", "no", "nr", "number", "key", "code", "cd"})
_BETWEEN = re.compile(r"\s*(?:,|\+|&|\band\b)\s*", re.IGNORECASE)


def row_is_of_some(text: str) -> bool:
    """Whether a text asks for the latest of some rows alone, which a condition on them must say too."""
    return _OF_SOME.search(text) is not None


def dedup_condition(
    text: str,
    relations: Sequence[Relation],
    schema: Schema,
    cell: Cell | None,
    target: TargetMapping | None = None,
    keys: Sequence[str] = (),
) -> Condition | None:
    """The filter that keeps one row of each key; None when the text is not wholly of that kind.

    Args:
        text: the whole text.
        relations: of the query, so far.
        schema: their tables.
        cell: where the text stands.
        target: where words for a column are looked for that no table has.
        keys: SQL of the key where the text names none; without them such a text is not understood.
    """
    plain = _ORDER_IN_BRACKETS.sub(r" by \1", " ".join(text.split()).rstrip("."))
    plain = _MORE_THAN_ONCE.sub(r"per \1 ", plain)
    text = plain
    if row_is_of_some(plain):
        return None
    match = next((m for m in (shape.match(plain) for shape in _SHAPES) if m), None)
    if match is None:
        return _in_more_words(text, relations, schema, cell, target, keys)
    keys = [_column(name, relations, schema) for name in _BETWEEN.split(match["keys"])]
    order = _column(match["order"], relations, schema)
    if not order or not all(keys):
        return None
    falling = match["which"].lower() in _LATEST
    direction = "desc nulls last" if falling else "asc nulls last"
    sql = f"row_number() over (partition by {', '.join(keys)} order by {order} {direction}) = 1"
    return Condition(text, sql, Origin.PATTERN, cell)


def _in_more_words(
    text: str,
    relations: Sequence[Relation],
    schema: Schema,
    cell: Cell | None,
    target: TargetMapping | None,
    keys: Sequence[str],
) -> Condition | None:
    said = read_latest(text)
    made = _from_latest(said, text, relations, schema, cell, target, keys) if said is not None else None
    if made is not None:
        return made
    row = which_row(text, relations, schema, keys)
    return Condition(text, row.sql, Origin.PATTERN, cell) if row is not None and not row.described else None


def _from_latest(
    said: Latest,
    text: str,
    relations: Sequence[Relation],
    schema: Schema,
    cell: Cell | None,
    target: TargetMapping | None,
    keys: Sequence[str],
) -> Condition | None:
    by = [_meant(name, relations, schema, target) for name in said.keys] or list(keys)
    first = _column(said.order, relations, schema) if said.order else _only_moment(relations, schema, target)
    origin = Origin.PATTERN if said.order or len(_moments(relations, schema)) == 1 else Origin.UNRESOLVED
    order = [(first, said.falls)]
    order += [(_column(said.tie, relations, schema), said.tie_falls)] if said.tie else []
    if not by or not all(by) or not all(sql for sql, _ in order):
        return None
    ordered = ", ".join(f"{sql} {'desc' if falls else 'asc'} nulls last" for sql, falls in order)
    sql = f"row_number() over (partition by {', '.join(by)} order by {ordered}) = 1"
    return Condition(text, sql, origin, cell)


def _meant(name: str, relations: Sequence[Relation], schema: Schema, target: TargetMapping | None) -> str:
    """The column a word means: by its name, by the target column called so, or the only day of the table."""
    exact = _column(name, relations, schema)
    if exact or target is None or not relations:
        return exact
    wanted = words(name)
    called = [
        ref.column
        for c in target.columns
        if words(c.name)[: len(wanted)] == wanted and set(words(c.name)[len(wanted) :]) <= _CODES
        for ref in c.sources[:1]
    ]
    ending = [c for c in relation_columns(relations[0], schema) if _is_code_of(c.column.name, wanted)]
    if len(called) == 1 and (sql := _column(called[0], relations, schema)):
        return sql
    if len(ending) == 1:
        return ending[0].sql
    if wanted not in (("day",), ("date",)):
        return ""
    days = [
        c
        for c in relation_columns(relations[0], schema)
        if c.column.type.upper().startswith(("DATE", "TIMESTAMP"))
    ]
    if len(days) != 1:
        return ""
    return days[0].sql if days[0].column.type.upper() == "DATE" else f"cast({days[0].sql} as date)"


def _only_moment(relations: Sequence[Relation], schema: Schema, target: TargetMapping | None) -> str:
    """The one moment or day of the driving table, of several the one that the target takes over; empty for none."""
    moments = _moments(relations, schema)
    taken = {squashed(ref.column) for c in (target.columns if target else ()) for ref in c.sources}
    found = moments if len(moments) == 1 else [c for c in moments if squashed(c.column.name) in taken]
    return found[0].sql if len(found) == 1 else ""


def _moments(relations: Sequence[Relation], schema: Schema) -> list[ScopeColumn]:
    """Days and moments of the driving table."""
    return [
        c
        for c in (relation_columns(relations[0], schema) if relations else ())
        if c.column.type.upper().startswith(("DATE", "TIMESTAMP"))
    ]


def _is_code_of(column: str, wanted: tuple[str, ...]) -> bool:
    found = words(column)
    return (
        found[: len(wanted)] == wanted and bool(found[len(wanted) :]) and set(found[len(wanted) :]) <= _CODES
    )


def _column(name: str, relations: Sequence[Relation], schema: Schema) -> str:
    place, _, _ = name.strip().rpartition(".")
    wanted = squashed(bare(place)) if place else ""
    hits = [
        c
        for c in find_everywhere(relations, schema, name.strip())
        if not wanted or wanted in (squashed(c.relation), squashed(c.table))
    ]
    return hits[0].sql if hits else ""

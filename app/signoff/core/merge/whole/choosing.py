"""The choice of one row of several, for each table of which a text tells it."""

from __future__ import annotations

import re
from itertools import takewhile

from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import Condition, Relation
from signoff.core.merge.inner_relations import cut_to_latest
from signoff.core.merge.likely.marked import marked_over, softly_named
from signoff.core.merge.sqlparts import columns_of, parsed
from signoff.core.merge.whole.named_softly import with_names
from signoff.core.merge.whole.nouns import mentions_of
from signoff.core.merge.whole.picking import Picked, picked
from signoff.core.merge.whole.told import Told, Whole

_TIED = re.compile(
    r"\s*(?:\W*then\b|if\b.*\b(?:same|equal|tie|tied|identical|two|several|no|both)\b|same\b|ties?\b|on\s+a\s+tie|should\b|"
    r"with\s+(?:equal|identical|the\s+same)|in\s+case\b|otherwise\b|is_)",
    re.IGNORECASE,
)
_SAME_KEYS = re.compile(
    r"\bsame\s+(?P<keys>‹c\d+›(?:\s*(?:,|and|\+|/|&)\s*(?:same\s+)?‹c\d+›)*)", re.IGNORECASE
)
_MARKS = re.compile(r"‹c(\d+)›")


def choose_rows(told: Told, whole: Whole) -> set[str]:
    """Let one row of several stay, as sentences tell it of a table; returns the sentences that do.

    Args:
        told: the text.
        whole: the query so far.
    """
    spent: set[str] = set()
    for place in range(len(whole.relations)):
        spent |= _chosen(told, whole, place, spent)
    return spent


def _chosen(told: Told, whole: Whole, place: int, spent: set[str]) -> set[str]:
    others = [n for n in range(len(whole.relations)) if n != place]
    for unit in told.units:
        about = [n for c in told.clauses if c.unit == unit for n in told.about(c)]
        if unit in spent or (place > 0 and place not in about):
            continue
        ties = _ties(told, unit)
        found = picked(". ".join((unit, *ties)), told.columns(place), told.columns(*others))
        keys = _keys_of(told, found, place) if found is not None else []
        if found is None or not keys:
            continue
        condition = Condition(unit, found.row_number(keys), Origin.UNRESOLVED, told.cell)
        cut = cut_to_latest(whole.relations[place], condition) if place > 0 else None
        if place == 0:
            whole.qualify.append(condition)
        elif cut is not None:
            whole.relations[place] = cut
        return {unit, *ties}
    return set()


def _ties(told: Told, unit: str) -> list[str]:
    """The sentences behind one that tell what decides between equal rows."""
    units = told.units
    return list(takewhile(_TIED.match, units[units.index(unit) + 1 :]))


def _keys_of(told: Told, found: Picked, place: int) -> list[str]:
    """What there is one row of: of a joined table each key it is joined by, else what the text says."""
    own = {c.sql for c in told.columns(place)}
    if place > 0:
        return [sql for sql in _sides(told.relations[place]) if sql in own]
    keys = [sql for sql in found.keys if sql in own] or _same_keys(told, found, own)
    if keys:
        return keys
    called = {m.table for noun in found.nouns for m in mentions_of(noun, told.schema)}
    for other in told.relations[1:]:
        if other.table in called and len(found.nouns) == 1:
            return [sql for sql in _sides(other) if sql in own]
    soft = [softly_named(noun.lower(), told.columns(place)) for noun in found.nouns]
    if soft and all(column is not None for column in soft):
        return [column.sql for column in soft if column is not None]
    held = {k.casefold() for k in told.keys}
    return [c.sql for c in told.columns(place) if c.column.name.casefold() in held]


def _same_keys(told: Told, found: Picked, own: set[str]) -> list[str]:
    """What the sentences around say is the same in several rows: ``come again under the same parcel_id``."""
    if found.nouns:
        return []
    ordered = " ".join(found.order)
    said = marked_over(with_names(" ".join(told.units), told.columns(0)), told.columns(0))
    keys = [
        said.columns[int(n)].sql for m in _SAME_KEYS.finditer(said.text) for n in _MARKS.findall(m["keys"])
    ]
    return [sql for sql in dict.fromkeys(keys) if sql in own and sql not in ordered]


def _sides(relation: Relation) -> list[str]:
    """The columns that a table is joined by, of both sides."""
    tree = parsed(relation.on.sql) if relation.on is not None else None
    return [c.sql() for c in columns_of(tree)] if tree is not None else []

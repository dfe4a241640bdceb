"""Relations described clause by clause: ``from payments, one row per order_id, paid = sum of amount``.

Every clause must be understood over the tables it is about, and every word must belong to a clause; else the
description stays a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import CarriedColumn, Condition, JoinKind, Relation, SectionPlan, ShownColumn
from signoff.core.merge.inner_sql import written
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.sqlparts import columns_of, parsed, same_sql
from signoff.core.merge.told_clauses import Taker
from signoff.core.merge.told_state import Around, State
from signoff.core.merge.told_texts import Clause, Says, called, pieces_of, readings_of
from signoff.core.merge.told_values import sums_up
from signoff.core.merge.value_types import type_of_value

_MOST_PIECES = 60
_MOST_TRIES = 1500
_NAME_ALONE = re.compile(r"^\s*\((?:as\s+|=\s*|called\s+)?(?P<name>[A-Za-z]\w*_\w*)\)\s*$", re.IGNORECASE)
_JOINS_TWO = re.compile(r"(?:^|[.;:]\s*)join(?:ing)?\s+(?:the\s+)?$", re.IGNORECASE)
_JOINED_TO = re.compile(r"join\w*\s+(?:(?:to|with|the)\s+)*$", re.IGNORECASE)


def told_relation(text: str, around: Around) -> Relation | None:
    """The relation a text describes, with its columns; None unless each of its words is understood."""
    pieces = pieces_of(" ".join(text.split()).strip(" .;"))
    if not pieces or len(pieces) > _MOST_PIECES:
        return None
    reader = _Reader(around)
    for start in reader.starts(" ".join(pieces)):
        for state in reader.read(pieces, 0, start):
            made = _made(state, text, around)
            if made is not None:
                around.assumed.extend(c.sql for c in state.filters if c.origin is Origin.UNRESOLVED)
                return made
    return None


class _Reader:
    """Tries the ways to cut one description into clauses."""

    def __init__(self, around: Around) -> None:
        self.around = around
        self.wanted = frozenset(w.casefold() for w in around.wanted)
        self.taker = Taker(around)
        self.tries = 0
        self.known: dict[tuple[str, State], list[State]] = {}

    def starts(self, text: str) -> Iterator[State]:
        """The tables the description may read, the one named first before others."""
        found = []
        for table in self.around.schema.tables:
            at = re.search(rf"(?<![\w.]){re.escape(table.name)}(?![\w(.])", text, re.IGNORECASE)
            if at is not None and (
                not _JOINED_TO.search(text[: at.start()]) or _JOINS_TWO.search(text[: at.start()])
            ):
                found.append((at.start(), table.name))
        for _, name in sorted(found)[:2]:
            yield State((self.taker.relation(name, name, JoinKind.DRIVING),))

    def read(self, pieces: list[str], place: int, state: State) -> Iterator[State]:
        """Every state in which all pieces from a place on are understood, longest clauses first."""
        if place == len(pieces):
            yield state
            return
        for end in range(len(pieces), place, -1):
            self.tries += 1
            if self.tries > _MOST_TRIES:
                return
            for after in self._after("".join(pieces[place:end]), state):
                yield from self.read(pieces, end, after)

    def _after(self, text: str, state: State) -> list[State]:
        key = (text, state)
        if key not in self.known:
            self.known[key] = list(self._states(text, state))
        return self.known[key]

    def _states(self, text: str, state: State) -> Iterator[State]:
        name = called(text) or self._bracketed(text, state)
        if name and (made := self.taker.taken(Clause(Says.COLUMN, "", name), state)) is not None:
            yield made
        if name and state.columns and not state.columns[-1][0]:
            yield replace(state, columns=(*state.columns[:-1], (name, state.columns[-1][1])))
        for clause in readings_of(text, self.wanted):
            made = self.taker.taken(clause, state)
            if made is not None:
                yield made

    def _bracketed(self, text: str, state: State) -> str:
        """A name in brackets that no table has: that of the column told last."""
        match = _NAME_ALONE.match(text)
        known = match is not None and match["name"].casefold() in _known(state, self.around)
        return match["name"] if match is not None and not known else ""


def _made(state: State, text: str, around: Around) -> Relation | None:
    """The relation that all clauses make; None where they do not fit together."""
    shown = _grouped_columns(state, around) if state.keys else _columns(state, around)
    grouped = bool(state.keys) or any(sums_up(sql) for _, sql in shown)
    if not shown or (grouped and state.latest):
        return None
    inner = SectionPlan(
        "",
        state.relations,
        filters=state.filters,
        group_by=tuple(Condition("", sql, Origin.PATTERN) for _, sql in state.keys),
        qualify=state.latest,
        distinct=state.distinct and not grouped,
    )
    first = state.relations[0]
    made = Relation(first.table, first.alias, JoinKind.LEFT, inner=inner, told=text)
    made = written(replace(made, shows=tuple(ShownColumn(name, sql) for name, sql in shown)))
    carries = tuple(
        CarriedColumn(name, type_of_value(sql, state.relations, around.schema)) for name, sql in shown
    )
    return replace(made, carries=carries, inner=None if grouped else inner)


def _grouped_columns(state: State, around: Around) -> list[tuple[str, str]]:
    """Keys and what is told of a grouped relation; empty where a name or a column is missing."""
    named = [c for c in state.columns if c[0]]
    unnamed = [c for c in state.columns if not c[0]]
    keyed = [sql for _, sql in state.keys]
    if not all(sums_up(sql) or any(same_sql(sql, k) for k in keyed) for _, sql in state.columns):
        return []
    keys = [(_key_name(name, sql, named, around), sql) for name, sql in state.keys]
    told = {name.casefold() for name, _ in (*named, *keys)}
    missing = [w for w in around.wanted if w.casefold() not in told]
    if len(unnamed) != len(missing) or len(unnamed) > 1 or not all(name for name, _ in keys):
        return []
    if any(w.casefold() in _known(state, around) for w in missing):
        return []
    if not (state.columns or state.distinct):
        return []
    shown = [*keys, *named, *((missing[0], sql) for _, sql in unnamed)]
    return list({name.casefold(): (name, sql) for name, sql in shown}.values())


def _columns(state: State, around: Around) -> list[tuple[str, str]]:
    """All columns and what is told of a relation that keeps its rows; empty where one that is read is missing."""
    says = state.filters or state.latest or state.distinct or state.columns or state.relations[1:]
    if not says or any(not name or sums_up(sql) for name, sql in state.columns):
        return []
    shown: dict[str, tuple[str, str]] = {}
    for relation in state.relations:
        for column in relation_columns(relation, around.schema):
            shown.setdefault(column.column.name.casefold(), (column.column.name, column.sql))
    shown |= {name.casefold(): (name, sql) for name, sql in state.columns}
    return list(shown.values()) if all(w.casefold() in shown for w in around.wanted) else []


def _known(state: State, around: Around) -> set[str]:
    return {c.column.name.casefold() for r in state.relations for c in relation_columns(r, around.schema)}


def _key_name(name: str, sql: str, named: list[tuple[str, str]], around: Around) -> str:
    """The key's own name, the one told for the same value, or the only column that is read and not told."""
    again = next((n for n, other in named if same_sql(sql, other)), "")
    if again or name:
        return again or name
    tree = parsed(sql)
    inside = {c.name.casefold() for c in columns_of(tree)} if tree is not None else set()
    told = {n.casefold() for n, _ in named}
    fitting = [w for w in around.wanted if w.casefold() in inside]
    left = [w for w in around.wanted if w.casefold() not in told]
    return fitting[0] if fitting else left[0] if len(left) == 1 else ""

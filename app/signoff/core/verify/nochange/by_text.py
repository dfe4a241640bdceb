"""The first witness: what each column is made of, read from the two texts, down to the tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlglot import exp

from signoff.core.domain.proofs import Witness, WitnessState
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema
from signoff.core.engines.sql.large_stack import run_deep
from signoff.core.verify.nochange.expressions import Doubt
from signoff.core.verify.nochange.nodes import Store, children
from signoff.core.verify.nochange.queries import Cte, Queries, folding, tables_of
from signoff.core.verify.nochange.relations import Derived, settled
from signoff.core.verify.nochange.statements import Parses

SAME = Witness(WitnessState.SAME)
UNKNOWN_MACRO = "signoff_unknown_macro"
"""A function that stands in the text for a macro that could not be worked out, with its tag as argument."""
_GROUPS = ("grouped", "merged")
_Statement = tuple[tuple[Cte, ...], exp.Query]


@dataclass(frozen=True)
class TextWitness:
    """What the texts say."""

    old: tuple[str, ...]
    """Folded names of the old output; a star over unknown columns counts as one called ``*``."""
    new: tuple[str, ...]
    rows: Witness
    columns: Mapping[str, Witness]
    """By folded new name: each column that both texts have."""
    reason: str = ""
    """Why it has no opinion at all; empty when it has one."""
    unknown: Mapping[str, str] = field(default_factory=dict)
    """By folded new name, and by an empty name for the rows: a macro that could not be worked out and that it needs."""
    is_regrouped: bool = False
    """The rows differ, and only in what they are grouped or merged by."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Old name by new name: columns only the new text has that hold what an old one held that is gone."""


def by_text(
    old: str, new: str, schema: Schema, *, dialect: str = "duckdb", was: Mapping[str, str] | None = None
) -> TextWitness:
    """What the texts say of each column and of the rows.

    Args:
        old: the old query, Jinja rendered.
        new: the new one.
        schema: tables whose columns are known; others are followed by name.
        dialect: sqlglot's name of the dialect both are written in.
        was: old names by new ones, of columns that are renamed.
    """
    return run_deep(lambda: _by_text(old, new, schema, dialect, was or {}))


def _by_text(old: str, new: str, schema: Schema, dialect: str, was: Mapping[str, str]) -> TextWitness:
    parses = Parses(dialect, folding(dialect))
    try:
        statements = parses.statement(old), parses.statement(new)
        tables = {table.name.casefold(): table for table in schema.tables if table.columns}
        queries = Queries(dialect, tables, exact=_exact(*statements))
        before, after = (settled(queries.store, queries.statement(*each)) for each in statements)
    except Doubt as doubt:
        nothing = Witness(WitnessState.COULD_NOT_RUN, str(doubt))
        return TextWitness((), (), nothing, {}, str(doubt))
    return _compared(queries.store, before, after, {k.casefold(): v.casefold() for k, v in was.items()})


def _compared(store: Store, before: Derived, after: Derived, was: Mapping[str, str]) -> TextWitness:
    old, new = _outputs(store, before), _outputs(store, after)
    columns = {}
    for name, value in new.items():
        source = was.get(name, name)
        if source in old:
            columns[name] = _witness(store, old[source], value)
    rows = _witness(store, before.rows, after.rows)
    unknown = {"": _unknown(store, before.rows) or _unknown(store, after.rows)}
    for name, value in new.items():
        unknown[name] = _unknown(store, value)
    unknown = {name: macro for name, macro in unknown.items() if macro}
    moved = _moved(old, new, was)
    columns.update(dict.fromkeys(moved, SAME))
    regrouped = before.rows != after.rows and store.differ_in(before.rows, after.rows, _GROUPS)
    return TextWitness(tuple(old), tuple(new), rows, columns, "", unknown, regrouped, moved)


def _moved(old: Mapping[str, int], new: Mapping[str, int], was: Mapping[str, str]) -> dict[str, str]:
    gone: dict[int, list[str]] = {}
    for name, value in old.items():
        if name not in new and name not in was.values():
            gone.setdefault(value, []).append(name)
    arrived = [name for name in new if name not in old and name not in was]
    values = [new[name] for name in arrived]
    return {
        name: gone[value][0]
        for name, value in zip(arrived, values, strict=True)
        if len(gone.get(value, ())) == 1 and values.count(value) == 1
    }


def _unknown(store: Store, number: int) -> str:
    """The first macro in a meaning that could not be worked out; empty when there is none."""
    seen: set[int] = set()
    waiting = [number]
    while waiting:
        now = waiting.pop()
        node = store[now]
        if node[:2] == ("call", UNKNOWN_MACRO) and isinstance(node[2], int):
            return str(store[node[2]][1])
        if now not in seen:
            seen.add(now)
            waiting += children(node)
    return ""


def _outputs(store: Store, derived: Derived) -> dict[str, int]:
    found = dict(derived.value_of)
    ordered = {name: found[name] for name in derived.names}
    if derived.stars:
        stars = tuple((star.way, tuple(sorted(star.hidden))) for star in derived.stars)
        ordered["*"] = store.add("star", *stars)
    return ordered


def _witness(store: Store, old: int, new: int) -> Witness:
    if old == new:
        return SAME
    before, after = store.difference(old, new)
    reason = say("proof.text_differs", before=store.words(before), after=store.words(after))
    return Witness(WitnessState.DIFFERS, reason)


def _exact(old: _Statement, new: _Statement) -> frozenset[str]:
    """Tables for which the two texts name different schemas."""
    before, after = _schemas(old), _schemas(new)
    found = {name for each in (before, after) for name, where in each.items() if len(where) > 1}
    for name in before.keys() & after.keys():
        if before[name] and after[name] and before[name] != after[name]:
            found.add(name)
    return frozenset(found)


def _schemas(statement: _Statement) -> dict[str, frozenset[tuple[str, str]]]:
    parts, body = statement
    found: dict[str, set[tuple[str, str]]] = {}
    for tree in (*(part.tree for part in parts), body):
        for table in tables_of(tree):
            where = found.setdefault(table.name.lower(), set())
            if table.db:
                where.add((table.catalog.lower(), table.db.lower()))
    return {name: frozenset(where) for name, where in found.items()}

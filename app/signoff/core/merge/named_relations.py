"""Relations that a note describes under a name of their own: ``Derived: pay = payments grouped by order_id with …``.

Steps and source cells then use the name as that of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sqlglot import exp

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin, quoted
from signoff.core.domain.plan import CarriedColumn, Condition, JoinKind, Relation, SectionPlan, ShownColumn
from signoff.core.domain.spec import Schema, SourceColumn, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.conditions import Resolve, understood
from signoff.core.merge.inner_relations import Setting, latest_by
from signoff.core.merge.inner_sql import written
from signoff.core.merge.inner_texts import Inside, read_inside, table_and_inside
from signoff.core.merge.named_spines import named_spine
from signoff.core.merge.named_texts import Item, read_grouped, read_union
from signoff.core.merge.named_uses import columns_read, namings_of, tables_read
from signoff.core.merge.named_values import Valued, value_of
from signoff.core.merge.names import find_table
from signoff.core.merge.spoken_tables import spoken_table
from signoff.core.merge.sql_notes import sql_relation
from signoff.core.merge.sqlparts import parsed
from signoff.core.merge.told_relations import told_relation
from signoff.core.merge.told_state import Around

_NAMED = re.compile(
    r"^(?:(?:derived|cte|sub-?query|helper|intermediate|interim|temp(?:orary)?|work)"
    r"(?:\s+(?:table|relation|set|result|query))?\s*:?\s*"
    r"(?:called\s+|named\s+)?)(?P<name>[A-Za-z_]\w*)\s*(?::=|=|:|\s+as\s|\s+is\s|,)\s*(?P<how>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_PLAIN_NAME = re.compile(
    r"^(?P<name>[A-Za-z_]\w*)\s*(?::=|=|:|\s[–-]\s|\s+is\s|\s+holds\s|\s+has\s)\s*(?P<how>.+)$", re.DOTALL
)
_LATEST_OF = re.compile(
    r"^(?P<before>(?:the\s+)?(?:\w+\s+){1,2}?(?:row|record|one|version|entry)\s+"
    r"(?:per|of\s+each|for\s+each)\s+[\w.]+(?:\s*(?:,|\band\b)\s*[\w.]+)*)"
    r"\s+(?:of|from|in)\s+(?P<table>[\w.$]+)(?P<after>(?:\s*,?\s*(?:by|ordered\s+by|based\s+on)\s+.+)?)$",
    re.IGNORECASE,
)


_SAYS_MORE = re.compile(
    r"\b(?:several|more\s+than\s+one|latest|newest|most\s+recent|duplicates?|counts|wins|stays|keep|kept|drop(?:ped)?|exclud\w+|"
    r"left\s+out|ignor\w+|deduplicat\w+)\b",
    re.IGNORECASE,
)
"""What a further sentence may say about the rows of a relation that is described before it."""


@dataclass(frozen=True)
class Named:
    """A relation under a name of its own."""

    name: str
    relation: Relation
    """Its SQL, and the columns it shows."""
    assumed: tuple[str, ...] = ()
    """SQL of filters that its words are only assumed to stand for."""
    cell: Cell | None = None

    @property
    def table(self) -> SourceTable:
        """What it looks like to those who read it."""
        return SourceTable(self.name, tuple(SourceColumn(c.name, c.type) for c in self.relation.carries))


@dataclass(frozen=True)
class _Known:
    """What a description may name: the target's tables, and the relations described before."""

    target: TargetMapping
    schema: Schema
    resolve: Resolve
    named: tuple[Named, ...] = ()
    assumed: dict[str, list[str]] = field(default_factory=dict)
    """By name of a relation, SQL of filters that its words are only assumed to stand for."""

    def is_named(self, table: SourceTable) -> bool:
        """Whether it is no table of the schema but described here."""
        return any(n.name == table.name for n in self.named)

    def taking(self, made: Named) -> _Known:
        """With one more relation."""
        tables = (*self.schema.tables, made.table)
        return replace(self, schema=replace(self.schema, tables=tables), named=(*self.named, made))


def take_named(
    target: TargetMapping, schema: Schema, resolve: Resolve
) -> tuple[TargetMapping, tuple[Named, ...]]:
    """The target without the notes that describe relations, and these; a later one may read an earlier one's table.

    A note that is not wholly understood stays a note.
    """
    known = _Known(target, schema, resolve)
    steps: list[Step] = []
    for step in target.steps:
        if step.kind is not StepKind.NOTE:
            steps.append(step)
            continue
        whole = _of_whole(step, known)
        if whole is not None:
            known = known.taking(whole)
            continue
        sentences = re.split(r"(?<=[\w)])[.;]\s+|\n+", step.condition)
        rest, before = [], known
        for sentence in sentences:
            found = _named(sentence.strip().rstrip("."), step, known)
            if found is not None:
                known = known.taking(found)
            else:
                rest.append(sentence)
        if len(rest) == len(sentences) or (before is not known and any(map(_SAYS_MORE.search, rest))):
            known = before
            steps.append(step)
        elif rest:
            steps.append(replace(step, condition="; ".join(rest)))
    return (replace(target, steps=tuple(steps)), known.named) if known.named else (target, ())


def _of_whole(step: Step, known: _Known) -> Named | None:
    """The relation that all of a note describes, under the name in the cell of its table or in its text."""
    if step.table and find_table(known.schema, step.table) is None:
        own = _PLAIN_NAME.match(_bare(step.condition))
        said = own["how"] if own is not None and own["name"].casefold() == step.table.casefold() else ""
        for how in (said, step.condition):
            relation = _described(step.table, how, step, known) if how else None
            if relation is not None:
                return Named(step.table, relation, tuple(known.assumed.get(step.table, ())), step.cell)
    return _named(step.condition.strip().rstrip("."), step, known)


def _bare(text: str) -> str:
    """The text without words that only say that a relation is described."""
    match = _NAMED.match(text)
    return f"{match['name']} = {match['how']}" if match is not None else text


def with_named(relations: Sequence[Relation], named: Sequence[Named]) -> list[Relation]:
    """The relations with the SQL of those that have a name of their own."""
    by_name = {n.name.casefold(): n.relation for n in named}
    found = []
    for relation in relations:
        own = by_name.get(relation.table.casefold())
        if own is not None:
            relation = replace(
                relation, subquery=own.subquery, carries=own.carries, told=own.told, inner=own.inner
            )
        found.append(relation)
    return found


def _named(text: str, step: Step, known: _Known) -> Named | None:
    for name, how in _namings(text, known):
        relation = _described(name, how, step, known)
        if relation is not None:
            return Named(name, relation, tuple(known.assumed.get(name, ())), step.cell)
    return None


def _namings(text: str, known: _Known) -> Iterator[tuple[str, str]]:
    """Names that a text may give to a relation, each with what it says of it."""
    match = _NAMED.match(text) or _PLAIN_NAME.match(text)
    if match is not None and known.schema.table(match["name"]) is None:
        own = match.re is _NAMED or _is_used(match["name"], known.target)
        yield from [(match["name"], match["how"])] if own else []
    used = [t for t in tables_read(known.target) if find_table(known.schema, t) is None]
    yield from namings_of(text, used)


def _is_used(name: str, target: TargetMapping) -> bool:
    """Whether a step or a source cell of the target reads the name as a table."""
    return name.casefold() in {t.casefold() for t in tables_read(target)}


def _described(name: str, how: str, step: Step, known: _Known) -> Relation | None:
    plain = " ".join(how.split())
    return (
        sql_relation(name, plain, known.schema)
        or _grouped(plain, step, known)
        or _latest(plain, step, known)
        or _stacked(plain, known)
        or named_spine(plain, columns_read(name, known.target), known.target, known.schema, step.cell)
        or told_relation(plain, _around(name, step, known))
    )


def _around(name: str, step: Step, known: _Known) -> Around:
    return Around(
        known.target,
        known.schema,
        known.resolve,
        columns_read(name, known.target),
        lambda relations: with_named(relations, known.named),
        step.cell,
        known.assumed.setdefault(name, []),
    )


def _grouped(how: str, step: Step, known: _Known) -> Relation | None:
    for told in read_grouped(how):
        table = spoken_table(told.table, known.target, known.schema)
        if table is None:
            continue
        keys = [_column(item, table) for item in told.keys]
        sums = [_column(item, table) for item in told.sums]
        found = [c for c in (*keys, *sums) if c is not None]
        (driving,) = with_named([Relation(table.name, table.name, JoinKind.DRIVING)], known.named)
        where = (
            understood(told.where, [driving], known.schema, known.resolve, step.cell) if told.where else None
        )
        whole = len(found) == len(told.keys) + len(told.sums) and bool(told.sums)
        by = [value.sql for c in keys if c is not None for value in (c[1],)]
        if not whole or bool(told.where) != (where is not None):
            continue
        if any(c[1].aggregate for c in keys if c) or not all(c[1].aggregate for c in sums if c):
            continue
        inner = SectionPlan(
            "",
            (driving,),
            filters=(where,) if where is not None else (),
            group_by=tuple(Condition("", sql, Origin.PATTERN) for sql in by),
        )
        made = Relation(table.name, table.name, JoinKind.LEFT, inner=inner, told=how)
        made = written(replace(made, shows=tuple(ShownColumn(c.name, v.sql) for c, v in found)))
        return replace(made, carries=tuple(c for c, _ in found), inner=None)
    return None


def _column(item: Item, table: SourceTable) -> tuple[CarriedColumn, Valued] | None:
    """One ``total = sum of amount``, or a key: its column and its value."""
    value = value_of(item.how, table)
    if value is None:
        return None
    tree = parsed(value.sql)
    name = item.name or (tree.name if isinstance(tree, exp.Column) else "")
    return (CarriedColumn(name, value.type), value) if name else None


def _stacked(how: str, known: _Known) -> Relation | None:
    """All rows of tables with the same columns, one below the other."""
    tables = [find_table(known.schema, name) for name in read_union(how)]
    stacked = [t for t in tables if t is not None]
    if not stacked or len(stacked) != len(tables) or any(map(known.is_named, stacked)):
        return None
    names = [c.name for c in stacked[0].columns]
    if not names or any(
        {c.name.casefold() for c in t.columns} != {n.casefold() for n in names} for t in stacked
    ):
        return None
    columns = ", ".join(quoted(n) for n in names)
    sql = "\nunion all\n".join(f"select {columns}\nfrom {quoted(t.name)}" for t in stacked)
    carries = tuple(CarriedColumn(c.name, c.type) for c in stacked[0].columns)
    first = stacked[0].name
    return Relation(first, first, JoinKind.LEFT, subquery=sql, carries=carries, told=how)


def _latest(how: str, step: Step, known: _Known) -> Relation | None:
    match = _LATEST_OF.match(how)
    text, inside = table_and_inside(how)
    if match is not None:
        text, inside = match["table"], read_inside(f"{match['before']}{match['after']}")
    table = spoken_table(text, known.target, known.schema)
    if inside is None or not inside.latest or table is None or not inside.keys or known.is_named(table):
        return None
    return _cut(table, inside, Setting(known.target, known.schema, lambda *_: None, (), step.cell))


def _cut(table: SourceTable, inside: Inside, setting: Setting) -> Relation | None:
    plain = Relation(table.name, table.name, JoinKind.LEFT)
    made, _ = latest_by(plain, inside, setting)
    if made is None:
        return None
    carries = tuple(CarriedColumn(c.name, c.type, table.name, c.name) for c in table.columns)
    return replace(made, carries=carries, inner=None)

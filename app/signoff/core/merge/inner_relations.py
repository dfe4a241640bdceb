"""A table that is worked on before it is joined: its latest rows kept, or its rows put together by a key.

So a joined table never multiplies the rows it is joined to. What the text leaves open (which column says what is
latest, by which key) is taken from the join and the table's dates, with a finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlglot import exp

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin, ScopeColumn, quoted
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, JoinKind, Relation, SectionPlan, ShownColumn
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, SourceTable, TargetMapping
from signoff.core.merge.conditions import Resolve, equality, join_condition
from signoff.core.merge.grouping import grouping_of
from signoff.core.merge.inferring import proposed_join
from signoff.core.merge.inner_sql import written
from signoff.core.merge.inner_texts import Inside
from signoff.core.merge.names import find_column, find_table, unique_alias, words
from signoff.core.merge.scoping import find_everywhere
from signoff.core.merge.sqlparts import column_node, columns_of, conjunction, parsed, rendered, same_sql

_MOMENTS = frozenset({"changed", "modified", "updated", "effective", "valid", "from", "since", "start"})
"""Words of a date that says since when a row holds."""
_DATES = ("DATE", "TIMESTAMP", "DATETIME")


@dataclass(frozen=True)
class Setting:
    """What a relation is built in."""

    target: TargetMapping
    schema: Schema
    resolve: Resolve
    others: tuple[Relation, ...]
    """Relations it is joined to."""
    cell: Cell | None

    def finding(self, code: str, message: str, severity: Severity = Severity.WARNING) -> Finding:
        """A finding at the cell that asks for the relation."""
        return Finding(code, severity, message, self.cell, self.target.name)


@dataclass(frozen=True)
class Sides:
    """A join condition taken apart."""

    pairs: tuple[tuple[str, str], ...]
    """Equalities: SQL of the relation's own side, SQL of the other side."""
    own: tuple[str, ...]
    """Parts that look at the relation alone."""
    mixed: tuple[str, ...]
    """All other parts."""


def inner_relation(
    relation: Relation, on: str, inside: Inside, setting: Setting
) -> tuple[Relation | None, tuple[Finding, ...]]:
    """The relation as `inside` says, with its join; None when a part of that is not understood.

    Args:
        relation: The plain table with its alias and kind of join.
        on: Text of the join's condition; empty when there is none.
        inside: What is done with the table first.
        setting: What it is joined to.
    """
    tables = _tables_inside(relation, inside, setting)
    condition = _joined(tables, on, setting) if tables else None
    if condition is None:
        return None, ()
    sides = sides_of(condition.sql, {t.alias for t in tables})
    base = replace(relation, on=condition)
    if inside.latest:
        return _latest(base, tables, inside, sides, setting)
    return _grouped(base, tables, inside, sides, setting)


def sides_of(sql: str, own: set[str]) -> Sides:
    """A join condition as equalities of own with other columns, parts about the own ones, and the rest."""
    aliases = {a.casefold() for a in own}
    tree = parsed(sql)
    parts = [] if tree is None else list(tree.flatten()) if isinstance(tree, exp.And) else [tree]
    pairs, alone, mixed = [], [], []
    for part in parts:
        node = part.unnest()
        if _places(node) <= aliases:
            alone.append(rendered(node))
            continue
        ends = (node.this, node.expression) if isinstance(node, exp.EQ) else ()
        mine = [e for e in ends if _places(e) and _places(e) <= aliases]
        theirs = [e for e in ends if not _places(e) & aliases]
        if len(mine) == 1 and len(theirs) == 1:
            pairs.append((rendered(mine[0]), rendered(theirs[0])))
        else:
            mixed.append(rendered(node))
    return Sides(tuple(pairs), tuple(alone), tuple(mixed))


def _places(tree: exp.Expr) -> set[str]:
    return {c.table.casefold() for c in columns_of(tree)}


def _tables_inside(relation: Relation, inside: Inside, setting: Setting) -> tuple[Relation, ...]:
    """The table, and the one that is joined to it inside; empty when that one is not understood."""
    first = replace(relation, join=JoinKind.DRIVING, on=None)
    if not inside.table:
        return (first,)
    table = find_table(setting.schema, inside.table)
    if table is None:
        return ()
    taken = [relation.alias, *(o.alias for o in setting.others)]
    kind = JoinKind.LEFT if inside.keeps else JoinKind.INNER
    plain = Relation(table.name, unique_alias(inside.alias or table.name, taken), kind, None, setting.cell)
    on = join_condition(inside.on, plain, [first], setting.schema, setting.resolve, setting.cell)
    return (first, replace(plain, on=on)) if on is not None else ()


def _joined(tables: Sequence[Relation], on: str, setting: Setting) -> Condition | None:
    for table in tables:
        rest = [t for t in tables if t is not table]
        if on:
            found = join_condition(
                on, table, [*setting.others, *rest], setting.schema, setting.resolve, setting.cell
            )
        else:
            found = proposed_join(table, setting.others, setting.schema)
        if found is not None and found.sql:
            return found
    return _by_their_key(tables[0], on, setting)


def _by_their_key(relation: Relation, on: str, setting: Setting) -> Condition | None:
    """A key that only this relation has: joined by convention, else to the first table's only key."""
    hits = find_everywhere([relation], setting.schema, on)
    if len(hits) != 1 or not setting.others:
        return None
    proposed = proposed_join(relation, setting.others, setting.schema)
    if proposed is not None and hits[0].column.name.casefold() in proposed.sql.casefold():
        return replace(proposed, cell=setting.cell)
    table = setting.schema.table(setting.others[0].table)
    key = find_column(table, table.key[0]) if table is not None and len(table.key) == 1 else None
    if key is None or table is None or key.type != hits[0].column.type:
        return None
    here = ScopeColumn(setting.others[0].alias, table.name, key)
    return Condition(on, equality(here, hits[0]), Origin.UNRESOLVED, setting.cell)


def _latest(
    base: Relation, tables: Sequence[Relation], inside: Inside, sides: Sides, setting: Setting
) -> tuple[Relation | None, tuple[Finding, ...]]:
    table = setting.schema.table(base.table)
    inside = _by_order(inside, table)
    keys = _named(inside.keys, tables, setting) or [mine for mine, _ in sides.pairs]
    order = _order(inside, tables[0], keys, table, setting.schema)
    if not keys or not order or len(tables) > 1:
        return None, ()
    direction = "desc nulls last" if inside.falling else "asc nulls last"
    sql = f"row_number() over (partition by {', '.join(keys)} order by {order} {direction}) = 1"
    words = say(
        "merge.latest_words" if inside.falling else "merge.earliest_words",
        keys=_spoken(keys),
        order=_spoken([order]),
    )
    inner = SectionPlan("", tuple(tables), qualify=(Condition(words, sql, Origin.PATTERN, setting.cell),))
    message = say("merge.latest_before_join", table=base.table, keys=_spoken(keys), order=_spoken([order]))
    findings = () if inside.order else (setting.finding("D216", message),)
    return written(replace(base, inner=inner, told=words)), findings


def latest_of(
    relation: Relation, inside: Inside, setting: Setting
) -> tuple[Relation | None, tuple[Finding, ...]]:
    """A relation that is joined already, cut to its latest rows of each key it is joined by."""
    sides = sides_of(relation.on.sql if relation.on is not None else "", {relation.alias})
    first = replace(relation, join=JoinKind.DRIVING, on=None)
    table = setting.schema.table(relation.table)
    held = {mine.rpartition(".")[2].strip('"').casefold() for mine, _ in sides.pairs}
    single = table is not None and bool(table.key) and {k.casefold() for k in table.key} <= held
    return _latest(relation, (first,), inside, sides, setting) if sides.pairs and not single else (None, ())


def latest_by(
    relation: Relation, inside: Inside, setting: Setting
) -> tuple[Relation | None, tuple[Finding, ...]]:
    """A relation cut to its latest rows of each key that `inside` names, before anything is joined."""
    first = replace(relation, join=JoinKind.DRIVING, on=None)
    return _latest(relation, (first,), inside, Sides((), (), ()), setting)


def _by_order(inside: Inside, table: SourceTable | None) -> Inside:
    """What is done with the table; ``latest row by updated_at`` names what decides, not what rows are one of."""
    column = find_column(table, inside.keys) if table is not None and not inside.order else None
    is_day = column is not None and column.type.upper().startswith(_DATES)
    return replace(inside, keys="", order=inside.keys) if is_day else inside


def _order(
    inside: Inside, first: Relation, keys: Sequence[str], table: SourceTable | None, schema: Schema
) -> str:
    """The column that says what is latest: the one named, else the table's only date, else the one in its key."""
    if table is None:
        return ""
    if inside.order:
        hits = find_everywhere([first], schema, inside.order)
        return hits[0].sql if hits else ""
    held = {k.rpartition(".")[2].strip('"').casefold() for k in keys}
    dates = [
        c.name for c in table.columns if c.type.upper().startswith(_DATES) and c.name.casefold() not in held
    ]
    in_key = [name for name in dates if name.casefold() in {k.casefold() for k in table.key}]
    about = {w[:4] for w in words(table.name) if len(w) > 3}
    alike = [name for name in dates if any(w[:4] in about for w in words(name))]
    begins = [name for name in dates if set(words(name)) & _MOMENTS]
    for names in (in_key, dates, alike[:1], begins):
        if len(names) == 1:
            return f"{quoted(first.alias)}.{quoted(names[0])}"
    return ""


def _named(text: str, tables: Sequence[Relation], setting: Setting) -> list[str]:
    """The keys a text names as SQL; empty when it names none, or one that is not understood."""
    if not text:
        return []
    own = replace(setting.target, columns=())
    keys, unknown = grouping_of(text, tables, setting.schema, own, setting.resolve, setting.cell)
    return [] if unknown else [k.sql for k in keys if k.sql]


def _grouped(
    base: Relation, tables: Sequence[Relation], inside: Inside, sides: Sides, setting: Setting
) -> tuple[Relation | None, tuple[Finding, ...]]:
    if not sides.pairs or sides.mixed:
        return None, ()
    mine = list(dict.fromkeys(own for own, _ in sides.pairs))
    said = _named(inside.keys, tables, setting)
    keys = [*mine, *(s for s in said if not any(same_sql(s, m) for m in mine))]
    found = grouped_before_join(base, tables, keys, sides, inside.gathers)
    guessed = base.on is not None and base.on.origin is Origin.UNRESOLVED
    if guessed and base.on is not None:
        message = say("merge.join_proposed", sql=base.on.sql)
        return found, (setting.finding("D204", message, Severity.ERROR),)
    if said and len(keys) == len(said):
        return found, ()
    message = say("merge.grouped_before_join", table=base.table, keys=_spoken(keys))
    return found, (setting.finding("D216", message),)


def grouped_before_join(
    base: Relation, tables: Sequence[Relation], keys: Sequence[str], sides: Sides, gathers: str = ""
) -> Relation:
    """A relation whose rows are put together by `keys` before it is joined on them."""
    shows = _shown_keys(keys)
    words = say("merge.grouped_words", keys=_spoken(keys))
    inner = SectionPlan(
        "",
        tuple(tables),
        filters=tuple(Condition(sql, sql, Origin.PATTERN) for sql in sides.own),
        group_by=tuple(Condition("", k, Origin.PATTERN) for k in keys),
    )
    names = {s.sql: s.name for s in shows}
    equal = [f"{rendered(column_node(base.alias, names[mine]))} = {theirs}" for mine, theirs in sides.pairs]
    on = replace(base.on, sql=conjunction(equal)) if base.on is not None else None
    return written(replace(base, on=on, inner=inner, shows=shows, gathers=gathers, told=words))


def _shown_keys(keys: Sequence[str]) -> tuple[ShownColumn, ...]:
    shown: list[ShownColumn] = []
    for key in keys:
        tree = parsed(key)
        columns = columns_of(tree) if tree is not None else ()
        wanted = columns[0].name if columns else "key"
        shown.append(ShownColumn(unique_alias(wanted, (s.name for s in shown)), key))
    return tuple(shown)


def _spoken(keys: Sequence[str]) -> str:
    """Keys by the names of their columns, as people say them."""
    names = []
    for key in keys:
        tree = parsed(key)
        names.append(
            tree.name
            if isinstance(tree, exp.Column)
            else ", ".join(c.name for c in columns_of(tree))
            if tree is not None
            else key
        )
    return " and ".join(dict.fromkeys(names))


def cut_to_latest(relation: Relation, latest: Condition) -> Relation | None:
    """The relation with a filter on its row numbers inside; None when that looks at other tables too."""
    tree = parsed(latest.sql)
    inner = relation.inner
    plain = not relation.subquery if inner is None else not inner.group_by and not relation.shows
    if tree is None or not plain or _places(tree) != {relation.alias.casefold()}:
        return None
    first = replace(relation, join=JoinKind.DRIVING, on=None)
    inner = SectionPlan("", (first,), qualify=(latest,))
    return written(replace(relation, inner=inner, told=latest.text))


def only_rows(relation: Relation, rows: Condition) -> Relation:
    """A joined relation of which only rows count that a condition on it alone is true of; the others find no partner.

    Where the relation is worked on before it is joined, the condition holds behind that: one row of several is
    chosen first.
    """
    inner = relation.inner
    if inner is not None and inner.group_by:
        return written(replace(relation, inner=replace(inner, filters=(*inner.filters, rows))))
    on = relation.on or Condition(rows.text, "", cell=rows.cell)
    return replace(relation, on=replace(on, sql=conjunction([on.sql, rows.sql]) if on.sql else rows.sql))

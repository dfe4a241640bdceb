"""What relations of existing SQL show: their columns, where each comes from, what could be passed along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from sqlglot import exp

from signoff.core.domain.expressions import Origin, quoted
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import CarriedColumn, Condition, JoinKind, Plan, Relation, SectionPlan
from signoff.core.domain.spec import Schema
from signoff.core.merge.existing import CtePlace, ExistingSql, Place, expression_of
from signoff.core.merge.item_trees import read_items
from signoff.core.merge.names import find_table
from signoff.core.merge.shape import Span, TableShape
from signoff.core.merge.sqlparts import aggregates


@dataclass(frozen=True)
class Output:
    """One column a query or relation shows."""

    name: str
    type: str = ""
    table: str = ""
    """True table it is copied from unchanged; empty when it is computed."""
    column: str = ""
    item: Span | None = None
    """Its own item in the select list; None behind a ``*``."""
    also: tuple[tuple[str, str], ...] = ()
    """Tables and columns it is copied from in the branches of a UNION, which counts as computed."""

    def comes_from(self, table: str, column: str) -> bool:
        """Whether it is a copy of a true table's column, in one branch at least."""
        return (self.table, self.column) == (table, column) or (table, column) in self.also


@dataclass(frozen=True)
class ExistingColumn:
    """One column of the existing query's output."""

    name: str
    sql: str
    """Its expression with Jinja rendered; empty where it comes from a ``*``."""
    part: int
    """Number of the UNION part, from 0."""
    item: Span | None = None
    """Its item in that part's select list; None where it comes from a ``*``."""


def existing_columns(existing: ExistingSql, schema: Schema | None = None) -> tuple[ExistingColumn, ...]:
    """Columns of the file's output, part by part; those behind a ``*`` only over tables `schema` knows."""
    found: list[ExistingColumn] = []
    for number, part in enumerate(existing.parts):
        for output in select_outputs(existing, part, schema or Schema()):
            sql = "" if output.item is None else expression_of(existing, output.item)
            found.append(ExistingColumn(output.name, sql, number, output.item))
    return tuple(found)


_T = TypeVar("_T")
_NO_SCHEMA = Schema()


def _once(existing: ExistingSql, schema: Schema, key: tuple[object, ...], made: Callable[[], _T]) -> _T:
    """What `made` gives, worked out once for a file and a schema."""
    held = existing.known.get((id(schema), *key))
    if held is None or held[0] is not schema:
        held = existing.known[(id(schema), *key)] = (schema, made())
    return cast("_T", held[1])


def select_outputs(existing: ExistingSql, place: Place, schema: Schema) -> list[Output]:
    """Columns of one SELECT, in order."""
    key = ("select", place.select.span.first, place.select.span.last)
    return list(_once(existing, schema, key, lambda: _outputs(existing, place, schema)))


def _outputs(existing: ExistingSql, place: Place, schema: Schema) -> list[Output]:
    found: list[Output] = []
    read_items(existing, place.select.items)
    for item in place.select.items:
        if existing.is_star(item):
            found += _star_outputs(existing, place, item, schema)
        else:
            found.append(_item_output(existing, place, item, schema))
    return _as_inserted(existing, place, found)


def items_by_name(existing: ExistingSql, place: Place) -> dict[str, exp.Expr]:
    """The trees of what a list writes out by case-folded name, the first of several of one name."""

    def made() -> dict[str, exp.Expr]:
        found: dict[str, exp.Expr] = {}
        read_items(existing, place.select.items)
        for item in place.select.items:
            tree = None if existing.is_star(item) else existing.item(item)
            if tree is not None:
                found.setdefault(tree.alias_or_name.casefold(), tree)
        return found

    return _once(existing, _NO_SCHEMA, ("items", place.select.span.first), made)


def _as_inserted(existing: ExistingSql, place: Place, outputs: list[Output]) -> list[Output]:
    """The columns under the names that an INSERT gives them."""
    names = existing.wrapper.names
    is_output = any(place.select.span == part.select.span for part in existing.parts) if names else False
    if not is_output or len(names) != len(outputs):
        return outputs
    return [replace(output, name=name) for output, name in zip(outputs, names, strict=True)]


def query_outputs(existing: ExistingSql, query: CtePlace, schema: Schema) -> list[Output]:
    """Columns of a query; what several UNION parts give counts as computed."""
    key = ("query", query.query.span.first, query.query.span.last)
    return list(_once(existing, schema, key, lambda: _query_outputs(existing, query, schema)))


def _query_outputs(existing: ExistingSql, query: CtePlace, schema: Schema) -> list[Output]:
    parts, names = query.parts, query.query.columns
    outputs = [replace(o, item=None) for o in select_outputs(existing, parts[0], schema)]
    if names:
        outputs = [replace(o, name=name) for o, name in zip(outputs, names, strict=False)]
    return outputs if len(parts) == 1 else _of_branches(existing, parts, outputs, schema)


def _of_branches(
    existing: ExistingSql, parts: Sequence[Place], first: Sequence[Output], schema: Schema
) -> list[Output]:
    """What several branches show together, by position under the names of the first."""
    others = [select_outputs(existing, part, schema) for part in parts[1:]]
    found = []
    for number, output in enumerate(first):
        same = [output, *(o[number] for o in others if number < len(o))]
        origins = [pair for o in same for pair in ((o.table, o.column), *o.also) if pair[0]]
        found.append(Output(output.name, output.type, also=tuple(dict.fromkeys(origins))))
    return found


def table_outputs(existing: ExistingSql, place: Place, table: TableShape, schema: Schema) -> list[Output]:
    """Columns of one relation of a FROM clause; none for a table no schema knows."""
    query = place.query_of(table)
    if query is not None:
        return query_outputs(existing, query, schema)
    return list(_once(existing, schema, ("table", table.name), lambda: _true_table(table.name, schema)))


def _true_table(name: str, schema: Schema) -> list[Output]:
    known = find_table(schema, name) if name else None
    return [Output(c.name, c.type, known.name, c.name) for c in known.columns] if known is not None else []


def _star_outputs(existing: ExistingSql, place: Place, item: Span, schema: Schema) -> list[Output]:
    tree = existing.item(item)
    star = tree if isinstance(tree, exp.Star) else tree.find(exp.Star) if tree is not None else None
    qualifier = tree.table if isinstance(tree, exp.Column) else ""
    gone = (
        {e.name.casefold() for e in (star.args.get("except_") or star.args.get("except") or ())}
        if star
        else set()
    )
    tables = [t for t in place.select.tables if not qualifier or t.alias.casefold() == qualifier.casefold()]
    every = [o for t in tables for o in table_outputs(existing, place, t, schema)]
    return [replace(o, item=None) for o in every if o.name.casefold() not in gone]


def _by_name(
    existing: ExistingSql, place: Place, table: TableShape, schema: Schema
) -> dict[str, list[Output]]:
    """Columns of one relation by case-folded name."""

    def made() -> dict[str, list[Output]]:
        found: dict[str, list[Output]] = {}
        for output in table_outputs(existing, place, table, schema):
            found.setdefault(output.name.casefold(), []).append(output)
        return found

    return _once(existing, schema, ("names", table.span.first, table.span.last), made)


def _item_output(existing: ExistingSql, place: Place, item: Span, schema: Schema) -> Output:
    tree = existing.item(item)
    if tree is None:
        return Output(existing.tokens[item.last].text, item=item)
    inner = tree.this if isinstance(tree, exp.Alias) else tree
    name = tree.alias_or_name or existing.sql_of(item)
    if not isinstance(inner, exp.Column):
        return Output(name, item=item)
    source = _column_source(existing, place, inner, schema)
    return replace(source, name=name, item=item) if source is not None else Output(name, item=item)


def _column_source(existing: ExistingSql, place: Place, column: exp.Column, schema: Schema) -> Output | None:
    tables = [
        t for t in place.select.tables if not column.table or column.table.casefold() == t.alias.casefold()
    ]
    name = column.name.casefold()
    hits = [o for t in tables for o in _by_name(existing, place, t, schema).get(name, ())]
    if len(hits) == 1:
        return hits[0]
    sole = tables[0] if len(tables) == 1 and place.query_of(tables[0]) is None else None
    return Output(column.name, "", sole.name, column.name) if sole is not None and not hits else None


def passable(existing: ExistingSql, query: CtePlace, schema: Schema, *, finer: bool = False) -> list[Output]:
    """Columns a query could show and does not: of the tables it reads, in any of its branches.

    Args:
        existing: the file.
        query: a CTE or subquery.
        schema: tables the file reads.
        finer: also where the query would then group finer, or keep rows that it merges now.
    """
    key = ("passable", query.query.span.first, query.query.span.last, finer)
    return list(_once(existing, schema, key, lambda: _passable(existing, query, schema, finer)))


def _passable(existing: ExistingSql, query: CtePlace, schema: Schema, finer: bool) -> list[Output]:
    parts = query.parts
    allowed = can_pass if finer else keeps_rows
    if query.query.columns or not all(allowed(existing, part) for part in parts):
        return []
    taken = {o.name.casefold() for o in query_outputs(existing, query, schema)}
    found: list[Output] = []
    for place in parts:
        shown = select_outputs(existing, place, schema)
        lineage = {pair for o in shown for pair in ((o.table, o.column), *o.also)}
        for output in _hidden(existing, place, lineage, taken, schema, finer):
            twin = next(
                (n for n, o in enumerate(found) if o.column == output.column and len(parts) > 1), None
            )
            if twin is None:
                found.append(output)
            else:
                found[twin] = replace(
                    found[twin], also=(*found[twin].also, (output.table, output.column), *output.also)
                )
    return found


def _hidden(
    existing: ExistingSql,
    place: Place,
    lineage: set[tuple[str, str]],
    taken: set[str],
    schema: Schema,
    finer: bool,
) -> list[Output]:
    """Columns of a SELECT's tables that it does not show, under names that are free."""
    found: list[Output] = []
    own = set(taken)
    for table in place.select.tables:
        inner = place.query_of(table)
        outputs = table_outputs(existing, place, table, schema)
        outputs += passable(existing, inner, schema, finer=finer) if inner is not None else []
        for output in outputs:
            if not output.table or (output.table, output.column) in lineage:
                continue
            lineage.add((output.table, output.column))
            name = _free_name(output, table, own)
            own.add(name.casefold())
            found.append(replace(output, name=name, item=None))
    return found


def _free_name(output: Output, table: TableShape, taken: set[str]) -> str:
    if output.column.casefold() not in taken:
        return output.column
    name, number = f"{table.alias}_{output.column}", 2
    while name.casefold() in taken:
        name, number = f"{table.alias}_{output.column}_{number}", number + 1
    return name


def keeps_rows(existing: ExistingSql, place: Place) -> bool:
    """Whether a SELECT neither groups, nor aggregates, nor merges equal rows."""
    return not (place.select.group or place.select.distinct or _sums_up(existing, place))


def _sums_up(existing: ExistingSql, place: Place) -> bool:
    """Whether a SELECT's list aggregates."""

    def made() -> bool:
        trees = [existing.item(i) for i in place.select.items if not existing.is_star(i)]
        return any(tree is not None and aggregates(tree) for tree in trees)

    return _once(existing, _NO_SCHEMA, ("sums", place.select.span.first), made)


def can_pass(existing: ExistingSql, place: Place) -> bool:
    """Whether a SELECT can show a further column of its tables at all, be it with finer groups."""
    return bool(place.select.group) or not _sums_up(existing, place)


_KINDS = {
    "from": JoinKind.DRIVING,
    "left": JoinKind.LEFT,
    "right": JoinKind.RIGHT,
    "full": JoinKind.FULL,
    "cross": JoinKind.CROSS,
    ",": JoinKind.CROSS,
}


def plan_existing(
    existing: ExistingSql, schema: Schema, target: str = "", named: frozenset[tuple[str, str]] = frozenset()
) -> Plan:
    """The relations each defining SELECT has already, so that new columns can be scoped against them.

    CTEs and subqueries stand under their alias with `Relation.carries`: what they show, and what they could
    pass along. Filters and grouping are the file's own business and are left out, but for the grouped-by
    expressions.

    Args:
        existing: The file.
        schema: Tables the file reads.
        target: Name of what it makes.
        named: Squashed tables and columns that sources of new columns name: they could be passed along even
            through a grouping, or where equal rows are merged.
    """
    sections = tuple(_section(existing, n, place, schema, named) for n, place in enumerate(existing.parts))
    all_rows = not existing.query.operators or any("all" in o for o in existing.query.operators)
    return Plan(target, sections, all_rows, findings=existing.findings)


def _section(
    existing: ExistingSql, number: int, place: Place, schema: Schema, named: frozenset[tuple[str, str]]
) -> SectionPlan:
    relations = tuple(_relation(existing, place, table, schema, named) for table in place.select.tables)
    name = str(number + 1) if len(existing.parts) > 1 else ""
    return SectionPlan(name, relations, group_by=grouping_of_select(existing, place))


def plan_of_place(existing: ExistingSql, place: Place, schema: Schema) -> SectionPlan:
    """What any SELECT of the file reads and groups by, such as that of a CTE; what it could pass along is left out."""
    return _section(existing, 0, place, schema, frozenset())


def grouping_of_select(existing: ExistingSql, place: Place) -> tuple[Condition, ...]:
    """The expressions a SELECT groups by; positions and ALL replaced by the items they mean."""
    found: list[str] = []
    items = [i for i in place.select.items if not existing.is_star(i)]
    for span in place.select.group:
        text = existing.sql_of(span)
        if text.isdigit() and 0 < int(text) <= len(place.select.items):
            text = expression_of(existing, place.select.items[int(text) - 1])
        elif text.casefold() == "all":
            trees = [(i, existing.item(i)) for i in items]
            found += [
                expression_of(existing, i) for i, tree in trees if tree is not None and not aggregates(tree)
            ]
            continue
        found.append(_by_alias(existing, items, text))
    return tuple(Condition(sql, sql, Origin.KEPT) for sql in dict.fromkeys(found))


def _by_alias(existing: ExistingSql, items: Sequence[Span], text: str) -> str:
    for item in items:
        tree = existing.item(item)
        if isinstance(tree, exp.Alias) and tree.alias.casefold() == text.casefold():
            return expression_of(existing, item)
    return text


def _relation(
    existing: ExistingSql,
    place: Place,
    table: TableShape,
    schema: Schema,
    named: frozenset[tuple[str, str]],
) -> Relation:
    kind = _KINDS.get(table.join.split(" ")[0] if table.join else "from", JoinKind.INNER)
    said = (
        existing.condition_of(table.on)
        if table.on is not None
        else _using_sql(existing, place, table, schema)
    )
    on = Condition(said, said, Origin.KEPT) if said else None
    query = place.query_of(table)
    if query is None:
        known = find_table(schema, table.name) if table.name else None
        return Relation(known.name if known is not None else table.name, table.alias, kind, on)
    shown = query_outputs(existing, query, schema)
    more = passable(existing, query, schema)
    if named:
        further = passable(existing, query, schema, finer=True)
        more += [o for o in further if o not in more and (squashed(o.table), squashed(o.column)) in named]
    carries = [CarriedColumn(o.name, o.type, o.table, o.column, also=o.also) for o in shown]
    carries += [CarriedColumn(o.name, o.type, o.table, o.column, passed=False, also=o.also) for o in more]
    return Relation(table.name or table.alias, table.alias, kind, on, carries=tuple(carries))


def _using_sql(existing: ExistingSql, place: Place, table: TableShape, schema: Schema) -> str:
    """``using (x)`` as equality with the first relation before that has the column."""
    before = place.select.tables[: place.select.tables.index(table)]
    equal = []
    for name in table.using:
        having = [t for t in before if _shows(existing, place, t, name, schema)]
        left = (having or list(before))[0].alias
        equal.append(f"{quoted(left)}.{quoted(name)} = {quoted(table.alias)}.{quoted(name)}")
    return " and ".join(equal)


def _shows(existing: ExistingSql, place: Place, table: TableShape, name: str, schema: Schema) -> bool:
    return any(o.name.casefold() == name.casefold() for o in table_outputs(existing, place, table, schema))

"""Where inside existing SQL a column has to be worked out: grouped CTEs, and the way from there to the output."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlglot import exp

from signoff.core.domain.expressions import Origin, quoted
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Condition, SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.merge.derived import relation_alone
from signoff.core.merge.existing import CtePlace, ExistingSql, Place, expression_of
from signoff.core.merge.level_columns import section_with_hidden
from signoff.core.merge.lineage import Output, plan_of_place, select_outputs
from signoff.core.merge.names import bare, unique_alias
from signoff.core.merge.scoping import letters_of, relation_columns
from signoff.core.merge.shape import TableShape
from signoff.core.merge.sqlparts import aggregates, columns_of, parsed, rendered, same_sql, unqualified
from signoff.core.merge.window_levels import Shared, shared_window
from signoff.core.merge.work import InnerItem

_ZERO = re.compile(r"(?<![\w.])(?:0|zero)(?![\w.])", re.IGNORECASE)
"""What a rule says for rows without any."""
_DEEPEST = 12
"""CTEs one behind the other that are followed."""


@dataclass(frozen=True)
class Level:
    """A grouped CTE in which a new column may be worked out."""

    cte: str
    """Its name, case-folded."""
    place: Place
    """Its SELECT."""
    section: SectionPlan
    """What it reads and groups by, to scope and try expressions in."""
    alias: str
    """The relation of the output's SELECT through which the column comes."""
    way: tuple[tuple[str, str], ...] = ()
    """CTEs between, innermost first: name, and the relation in each that shows the column."""
    by_star: bool = False
    """The output's own list shows the relation by a ``*``."""
    shared: Shared | None = None
    """The windows that sum its rows up, where it does not group them."""

    def said(self, sql: str) -> str:
        """An expression over its groups as its list writes it; empty where it can't be."""
        return sql if self.shared is None else self.shared.over(sql)


def levels_for(
    existing: ExistingSql, place: Place, mapping: ColumnMapping, schema: Schema
) -> tuple[Level, ...]:
    """Grouped CTEs behind one SELECT of the output that read every source table of a row, the likeliest first.

    That is the one that begins with the source's own table and reads the fewest others.
    """
    tables = {squashed(bare(s.table)) for s in mapping.sources if s.table}
    names = {bare(s.column).casefold() for s in mapping.sources if s.column and not s.table}
    if not tables and not names:
        return ()
    every = (
        replace(each, section=section_with_hidden(existing, each.place, each.section, mapping, schema))
        for each in _behind(existing, place, schema)
    )
    found = [
        level
        for level in every
        if tables <= _letters(level.section) and names <= _names(level.section, schema)
    ]
    if not tables and len(found) > 1:  # names alone do not tell which of them is meant
        return ()
    return tuple(sorted(found, key=lambda level: _far(level, tables)))


def _far(level: Level, tables: set[str]) -> tuple[bool, int]:
    relations = level.section.relations
    return not tables & letters_of(relations[0]), len(relations)


def _names(section: SectionPlan, schema: Schema) -> set[str]:
    """Case-folded names of the columns that just one of the relations shows."""
    found = [c.column.name.casefold() for r in section.relations for c in relation_columns(r, schema)]
    return {name for name in found if found.count(name) == 1}


def _letters(section: SectionPlan) -> set[str]:
    return set[str]().union(*(letters_of(r) for r in section.relations))


def _behind(existing: ExistingSql, place: Place, schema: Schema, depth: int = 0) -> Iterator[Level]:
    if depth > _DEEPEST:
        return
    for table in place.select.tables:
        query = place.query_of(table)
        inner = only_part(query)
        if (
            query is None
            or inner is None
            or table.query is not None
            or table.name.casefold() not in place.ctes
        ):
            continue
        by_star = shows_all(existing, place, table)
        shared = shared_window(existing, inner)
        if _is_grouped(existing, inner) or shared is not None:
            section = _section(existing, inner, schema)
            if shared is not None:
                section = replace(
                    section, group_by=tuple(Condition(key, key, Origin.KEPT) for key in shared.keys)
                )
            yield Level(table.name.casefold(), inner, section, table.alias, (), by_star, shared)
        if not _is_grouped(existing, inner) and not inner.select.distinct:
            for level in _behind(existing, inner, schema, depth + 1):
                step = () if level.by_star else ((table.name.casefold(), level.alias),)
                yield replace(level, alias=table.alias, way=(*level.way, *step), by_star=by_star)


def only_part(query: CtePlace | None) -> Place | None:
    """The SELECT of a query that is one; None where it has several, or names its columns itself."""
    if query is None or query.query.columns or len(query.parts) != 1:
        return None
    return query.parts[0]


def _is_grouped(existing: ExistingSql, place: Place) -> bool:
    trees = [existing.item(i) for i in place.select.items if not existing.is_star(i)]
    return bool(place.select.group) or any(t is not None and aggregates(t) for t in trees)


def _section(existing: ExistingSql, place: Place, schema: Schema) -> SectionPlan:
    section = plan_of_place(existing, place, schema)
    relations = tuple(relation_alone(existing, place, relation) for relation in section.relations)
    shown = tuple(replace(r, carries=tuple(c for c in r.carries if c.passed)) for r in relations)
    return replace(section, relations=shown)


def shows_all(existing: ExistingSql, place: Place, table: TableShape) -> bool:
    """Whether a ``*`` of a list shows all of one relation."""
    stars = [existing.sql_of(i) for i in place.select.items if existing.is_star(i)]
    return any(s == "*" or s.casefold() == f"{table.alias}.*".casefold() for s in stars)


@dataclass(frozen=True)
class Outward:
    """A column that is worked out inside, as it is written at the output."""

    sql: str
    """Over the relations of the output's SELECT; empty where its ``*`` shows the column."""
    inside: tuple[InnerItem, ...]
    by_star: str = ""
    """How the list would name it where its ``*`` shows it."""
    at: Place | None = None
    """The SELECT that has the column in its list, for one that is changed behind a ``*`` of the output's."""


def carried_out(
    existing: ExistingSql, place: Place, level: Level, mapping: ColumnMapping, sql: str, schema: Schema
) -> Outward | None:
    """What to write where, for an expression that sums up the rows of a level; None where it can't be named there.

    A value for rows without any belongs outside: the join finds none of them. Where the expression names none, the
    file's own habit for counts of the same relation is followed.
    """
    tree, name = parsed(sql), mapping.name
    if tree is None or not aggregates(tree):
        return None
    taken = {o.name.casefold(): o for o in select_outputs(existing, level.place, schema)}
    shown = {o.name.casefold() for o in select_outputs(existing, place, schema)}
    if level.by_star and _is_grouped(existing, place):
        return None
    if level.by_star:
        free = name.casefold() not in taken and name.casefold() not in shown
        items = _by_star(level, tree, sql, name) if free else ()
        return Outward("", items, f"{quoted(level.alias)}.{quoted(name)}") if items else None
    core, default = _apart(tree, sql)
    core = level.said(core)
    if not core:
        return None
    if not default and _counts(core) and not _has_rows(level, place):
        rule = mapping.rule_resolved or mapping.rule
        default = "0" if _ZERO.search(rule) else _habit(existing, place, level, schema, name)
    there = next((o.name for o in taken.values() if _holds(existing, o, core)), "")
    inner = there if there and not level.way else unique_alias(name, taken)
    inside = () if there and not level.way else _items(level, core, inner)
    outside = f"{quoted(level.alias)}.{quoted(inner)}"
    if _is_grouped(existing, place):
        outside = _again(core, outside)
        if not outside:
            return None
    return Outward(f"coalesce({outside}, {default})" if default else outside, inside)


def _has_rows(level: Level, place: Place) -> bool:
    """Whether windows give every row of the output its value: it reads the list they stand in first."""
    first = place.select.tables[0].alias.casefold() if place.select.tables else ""
    return level.shared is not None and first == level.alias.casefold()


def _again(core: str, column: str) -> str:
    """What sums up a column that is summed up already, over coarser groups; empty where nothing does."""
    tree = parsed(core)
    if isinstance(tree, exp.Sum) or (isinstance(tree, exp.Count) and tree.find(exp.Distinct) is None):
        return f"sum({column})"
    if isinstance(tree, (exp.Min, exp.Max)):
        return f"{'min' if isinstance(tree, exp.Min) else 'max'}({column})"
    return ""


def _by_star(level: Level, tree: exp.Expr, sql: str, name: str) -> tuple[InnerItem, ...]:
    """Items that bring a column out through a ``*``; a value for rows without any goes to the last list before it."""
    core, default = _apart(tree, sql)
    core, whole = level.said(core), level.said(sql)
    if not core or not whole:
        return ()
    if not level.way or not default:
        return _items(level, whole, name)
    cte, alias = level.way[-1]
    last = InnerItem(cte, f"coalesce({quoted(alias)}.{quoted(name)}, {default})", name)
    return (*_items(level, core, name)[:-1], last)


def _holds(existing: ExistingSql, output: Output, sql: str) -> bool:
    return output.item is not None and same_sql(
        unqualified(expression_of(existing, output.item)), unqualified(sql)
    )


def _items(level: Level, sql: str, name: str) -> tuple[InnerItem, ...]:
    passed = (InnerItem(cte, f"{quoted(alias)}.{quoted(name)}", name) for cte, alias in level.way)
    return (InnerItem(level.cte, sql, name), *passed)


def _apart(tree: exp.Expr, sql: str) -> tuple[str, str]:
    """``coalesce(sum(x), 0)`` as its sum and its 0."""
    inner, rest = tree.this, tree.expressions
    if isinstance(tree, exp.Coalesce) and len(rest) == 1 and isinstance(rest[0], exp.Literal):
        return rendered(inner), rendered(rest[0])
    return sql, ""


def _habit(existing: ExistingSql, place: Place, level: Level, schema: Schema, name: str) -> str:
    """What a count is for rows without any: as the list has it for other counts of the relation, else 0."""
    counts = {
        o.name.casefold()
        for o in select_outputs(existing, level.place, schema)
        if o.item is not None and _counts(expression_of(existing, o.item))
    }
    found: list[str] = []
    for item in place.select.items:
        own = existing.item(item)
        if existing.is_star(item) or own is None or own.alias_or_name.casefold() == name.casefold():
            continue
        tree = parsed(expression_of(existing, item))
        used = columns_of(tree) if tree is not None else ()
        if any(c.name.casefold() in counts and _is_of(c, level, place) for c in used):
            found.append(_apart(tree, "")[1] if tree is not None else "")
    return "0" if not found else found[0] if len(set(found)) == 1 else ""


def _is_of(column: exp.Column, level: Level, place: Place) -> bool:
    if column.table:
        return column.table.casefold() == level.alias.casefold()
    return len(place.select.tables) == 1


def _counts(sql: str) -> bool:
    tree = parsed(sql)
    if tree is None or tree.find(exp.Div) is not None:
        return False
    if tree.find(exp.Count) is not None:
        return True
    sums = list(tree.find_all(exp.Sum))
    return bool(sums) and all(isinstance(s.this, exp.Case) and not columns_of_values(s.this) for s in sums)


def columns_of_values(case: exp.Expr) -> Sequence[exp.Column]:
    """Columns among the values of a CASE: none where it only counts."""
    values = [each.args.get("true") for each in case.args.get("ifs") or ()] + [case.args.get("default")]
    return [c for value in values if value is not None for c in columns_of(value)]

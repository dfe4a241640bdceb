"""What an expression needs of the CTEs it reads: each of them is made to show it, down to the true table.

A CTE of several UNION branches shows it in every branch: as no value, with a remark, where a branch has no such
column. A grouped one groups by it too, one that merges equal rows keeps more of them: both are said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlglot import exp

from signoff.core.domain.edits import EditKind
from signoff.core.domain.expressions import quoted
from signoff.core.domain.findings import Severity
from signoff.core.domain.plan import CarriedColumn, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.merge.existing import CtePlace, Place
from signoff.core.merge.grouped import group_too
from signoff.core.merge.lineage import Output, can_pass, passable, table_outputs
from signoff.core.merge.names import find_column, find_table
from signoff.core.merge.placing import NewItem
from signoff.core.merge.scripting import Proposed
from signoff.core.merge.shape import TableShape
from signoff.core.merge.sqlparts import columns_of, parsed
from signoff.core.merge.work import ColumnEdit, Work


@dataclass(frozen=True)
class Wanted:
    """A column of a true table that a query is to show."""

    table: str
    column: str
    name: str
    """What the query is to call it."""
    edit: ColumnEdit
    """The column of the target it is needed for."""
    query: str
    """Name of the CTE, or alias of the subquery, for people."""


@dataclass(frozen=True)
class _Way:
    """How a SELECT gets at a column: through which relation, and under which name there."""

    shape: TableShape
    name: str
    inner: CtePlace | None = None
    """The query behind that relation, where it does not show the column yet."""
    origin: tuple[str, str] = ("", "")


def passed_along(work: Work, edit: ColumnEdit, sql: str, number: int, place: Place) -> list[Proposed] | None:
    """Make every CTE show what the expression needs of it.

    Returns:
        The edits that do so, none where all is shown; None, with a finding, where it can't be done safely.
    """
    tree = parsed(sql)
    section = work.plan.sections[number]
    needed: list[Proposed] = []
    for column in columns_of(tree) if tree is not None else ():
        carried = _not_shown(section, column)
        table = next((t for t in place.select.tables if t.alias.casefold() == column.table.casefold()), None)
        if carried is None or table is None:
            continue
        query = place.query_of(table)
        wanted = Wanted(carried.table, carried.column, carried.name, edit, table.name or table.alias)
        found = shown_by(work, query, wanted) if query is not None else None
        if found is None:
            work.refuse(
                say("update.not_shown", column=edit.name, needed=carried.column, alias=table.alias), edit
            )
            return None
        needed += [f for f in found if f not in needed]
    return needed


def _not_shown(section: SectionPlan, column: exp.Column) -> CarriedColumn | None:
    for relation in section.relations:
        if relation.alias.casefold() == column.table.casefold():
            return next(
                (c for c in relation.carries if not c.passed and c.name.casefold() == column.name.casefold()),
                None,
            )
    return None


def shown_by(work: Work, query: CtePlace, wanted: Wanted) -> list[Proposed] | None:
    """The edits after which a query shows one more column; None where none can be made safely."""
    places = query.parts
    if query.query.columns or not all(can_pass(work.existing, p) for p in places):
        return None
    ways = [_way(work, place, wanted, several=len(places) > 1) for place in places]
    if not any(ways):
        return None
    known = [work.item_named(place, wanted.name) for place in places]
    if all(known):
        return [item.edit for item in known[:1] if item is not None]
    why = say("edits.extend_cte", query=wanted.query, shown=wanted.name, column=wanted.edit.name)
    made = work.propose(EditKind.EXTEND_CTE, wanted.edit, why)
    inner: list[Proposed] = []
    for place, way in zip(places, ways, strict=True):
        more = _show_in(work, place, way, wanted, made)
        if more is None:
            return None
        inner += more
    if query.query.operators and not all("all" in o for o in query.query.operators):
        _merges(work, wanted)
    made.need(*inner)
    return [made, *inner]


def _show_in(
    work: Work, place: Place, way: _Way | None, wanted: Wanted, made: Proposed
) -> list[Proposed] | None:
    """Add the column to one SELECT of a query; the edits of further queries it needs."""
    if way is None:
        work.add_item(place, NewItem(_no_value(work, wanted), made, wanted.name))
        message = say("update.no_value_in_branch", column=wanted.name, query=wanted.query)
        work.refuse(message, wanted.edit, "D228", Severity.WARNING)
        return []
    inner: list[Proposed] | None = []
    if way.inner is not None:
        further = replace(
            wanted,
            table=way.origin[0],
            column=way.origin[1],
            name=way.name,
            query=way.shape.name or way.shape.alias,
        )
        inner = shown_by(work, way.inner, further)
    if inner is None:
        return None
    if not _has_plain_star(work, place, way.shape):
        sql = f"{quoted(way.shape.alias)}.{quoted(way.name)}"
        if len(place.select.tables) == 1 and not _qualifies(work, place):
            sql = quoted(way.name)
        work.add_item(place, NewItem(sql, made, wanted.name))
        if group_too(work, sql, place, wanted.edit, made):
            work.refuse(say("update.groups_finer", column=wanted.name), wanted.edit, "D224", Severity.WARNING)
        if place.select.distinct:
            _merges(work, wanted)
    return inner


def _merges(work: Work, wanted: Wanted) -> None:
    message = say("update.merges_equal_rows", column=wanted.name)
    work.refuse(message, wanted.edit, "D224", Severity.WARNING)


def _no_value(work: Work, wanted: Wanted) -> str:
    table = find_table(work.schema, wanted.table)
    column = find_column(table, wanted.column) if table is not None else None
    return f"cast(null as {column.type})" if column is not None and column.type else "null"


def _way(work: Work, place: Place, wanted: Wanted, *, several: bool) -> _Way | None:
    """Where a SELECT finds the column; in one of several branches a column of the same name will do."""
    exact = _reached(work, place, lambda o: o.comes_from(wanted.table, wanted.column))
    if exact is not None or not several:
        return exact
    return _reached(
        work, place, lambda o: wanted.column.casefold() in (o.name.casefold(), o.column.casefold())
    )


def _reached(work: Work, place: Place, fits: Callable[[Output], bool]) -> _Way | None:
    for shape in place.select.tables:
        shown = table_outputs(work.existing, place, shape, work.schema)
        found = next((o for o in shown if fits(o)), None)
        if found is not None:
            return _Way(shape, found.name)
        inner = place.query_of(shape)
        hidden = passable(work.existing, inner, work.schema, finer=True) if inner is not None else []
        found = next((o for o in hidden if fits(o)), None)
        if found is not None:
            return _Way(shape, found.name, inner, (found.table, found.column))
    return None


def _has_plain_star(work: Work, place: Place, shape: TableShape) -> bool:
    """Whether a ``*`` of the list shows all of the relation anyway."""
    stars = [work.existing.sql_of(i) for i in place.select.items if work.existing.is_star(i)]
    return any(s == "*" or s.casefold() == f"{shape.alias}.*".casefold() for s in stars)


def _qualifies(work: Work, place: Place) -> bool:
    """Whether the list's own columns are written with their table."""
    trees = [work.existing.item(i) for i in place.select.items]
    columns = [c for tree in trees if tree is not None for c in columns_of(tree)]
    return any(c.table for c in columns)

"""How a SELECT gets at a column: through which relation, under which name, and what is hidden from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from sqlglot import exp

from signoff.core.merge.existing import CtePlace, Place
from signoff.core.merge.lineage import Output, passable, table_outputs
from signoff.core.merge.shape import TableShape
from signoff.core.merge.work import ColumnEdit, Work

_NEW = "\x1f"
"""Before the name of a CTE that stands for the table of a column which an edit computes inside it."""


@dataclass(frozen=True)
class Wanted:
    """A column that a query is to show."""

    table: str
    """Its true table, or what `computed_in` gives."""
    column: str
    name: str
    """What the query is to call it."""
    edit: ColumnEdit
    """The column of the target it is needed for."""
    query: str
    """Name of the CTE, or alias of the subquery, for people."""


@dataclass(frozen=True)
class Way:
    """How a SELECT gets at a column."""

    shape: TableShape
    name: str
    """Its name in that relation."""
    inner: CtePlace | None = None
    """The query behind the relation, where it does not show the column yet."""
    wanted: Wanted | None = None
    """What that query is asked for."""


def computed_in(cte: str) -> str:
    """What stands for the table of a column that an edit computes inside a CTE."""
    return f"{_NEW}{cte.casefold()}"


def hidden(work: Work, edit: ColumnEdit, place: Place, column: exp.Column) -> tuple[CtePlace, Wanted] | None:
    """The query that a column of an expression is of and does not show yet, and the column; else None."""
    tables = place.select.tables
    alias = column.table.casefold()
    table = next((t for t in tables if t.alias.casefold() == alias or (not alias and len(tables) == 1)), None)
    query = place.query_of(table) if table is not None else None
    if table is None or query is None:
        return None
    name, title = column.name.casefold(), table.name or table.alias
    if any(o.name.casefold() == name for o in table_outputs(work.existing, place, table, work.schema)):
        return None
    inside = next((i for i in edit.inside if i.name.casefold() == name), None)
    if inside is not None:
        return query, Wanted(computed_in(inside.query), inside.name, column.name, edit, title)
    offered = passable(work.existing, query, work.schema, finer=True)
    found = next((o for o in offered if o.name.casefold() == name), None)
    return None if found is None else (query, Wanted(found.table, found.column, column.name, edit, title))


def way_to(work: Work, place: Place, wanted: Wanted, *, several: bool) -> Way | None:
    """How a SELECT gets at a column.

    Args:
        work: what is collected.
        place: the SELECT.
        wanted: the column.
        several: it is one branch of several: a column of the same name will do.
    """
    exact = _reached(work, place, wanted, lambda o: o.comes_from(wanted.table, wanted.column))
    if exact is not None or not several:
        return exact
    for table, column in wanted.edit.others:
        other = _reached(work, place, wanted, partial(_is_from, table, column))
        if other is not None:
            return other
    name = wanted.column.casefold()
    return _reached(work, place, wanted, lambda o: name in (o.name.casefold(), o.column.casefold()))


def _is_from(table: str, column: str, output: Output) -> bool:
    return output.comes_from(table, column)


def _reached(work: Work, place: Place, wanted: Wanted, fits: Callable[[Output], bool]) -> Way | None:
    for shape in place.select.tables:
        inner = place.query_of(shape)
        shown = [*table_outputs(work.existing, place, shape, work.schema), *_computed(work, shape, inner)]
        found = next((o for o in shown if fits(o)), None)
        if found is not None:
            return Way(shape, found.name)
        if inner is None:
            continue
        further = replace(wanted, query=shape.name or shape.alias)
        if wanted.table.startswith(_NEW):
            if any(way_to(work, part, further, several=False) for part in inner.parts):
                return Way(shape, wanted.column, inner, further)
            continue
        hidden_there = passable(work.existing, inner, work.schema, finer=True)
        found = next((o for o in hidden_there if fits(o)), None)
        if found is not None:
            asked = replace(further, table=found.table, column=found.column)
            return Way(shape, found.name, inner, asked)
    return None


def _computed(work: Work, shape: TableShape, inner: CtePlace | None) -> list[Output]:
    """Columns that edits compute inside a relation's query."""
    if inner is None or not shape.name:
        return []
    new = [n for n in work.items.get(inner.parts[0].select.span.first, (None, []))[1] if n.computed]
    return [Output(n.name, table=computed_in(shape.name), column=n.name) for n in new]


def has_plain_star(work: Work, place: Place, shape: TableShape) -> bool:
    """Whether a ``*`` of the list shows all of a relation anyway."""
    return any(s in ("*", f"{shape.alias}.*".casefold()) for s in work.stars(place))

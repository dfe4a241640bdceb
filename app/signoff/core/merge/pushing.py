"""A new column whose value is worked out further inside: behind a ``*`` that would show what it needs too.

Where a list shows a relation by ``*``, a CTE made to show one more column shows it in the result as well. So the
new column itself goes into that CTE, and the ``*`` brings it out.
"""

from __future__ import annotations

from sqlglot import exp

from signoff.core.domain.edits import EditKind
from signoff.core.domain.expressions import quoted
from signoff.core.domain.sentences import say
from signoff.core.merge.existing import CtePlace, Place, expression_of
from signoff.core.merge.grouped import group_too
from signoff.core.merge.lineage import can_pass, select_outputs, table_outputs
from signoff.core.merge.passing import not_shown, passed_along, shown_by, written_in
from signoff.core.merge.placing import NewItem
from signoff.core.merge.reaching import Wanted, has_plain_star, hidden, way_to
from signoff.core.merge.scripting import Proposed
from signoff.core.merge.sqlparts import aggregates, columns_of, parsed, rendered, windows
from signoff.core.merge.work import ColumnEdit, Work


def compute_inside(work: Work, edit: ColumnEdit, place: Place) -> list[Proposed]:
    """Put what a column needs computed inside CTEs behind their lists."""
    found: list[Proposed] = []
    for inner in edit.inside:
        query = place.ctes.get(inner.query.casefold())
        if query is None or query.query.columns:
            continue
        there = [work.item_named(part, inner.name) for part in query.parts]
        if all(there):
            found += [item.edit for item in there[:1] if item is not None]
            continue
        why = say("edits.extend_cte", query=inner.query, shown=inner.name, column=edit.name)
        made = work.propose(EditKind.EXTEND_CTE, edit, why)
        for part in query.parts:
            sql = written_in(work, part, inner.sql)
            work.add_item(part, NewItem(sql, made, inner.name, computed=True))
            made.need(*(passed_along(work, edit, inner.sql, part) or []))
            group_too(work, sql, part, edit, made)
        found.append(made)
    return found


def behind_star(work: Work, edit: ColumnEdit, sql: str, place: Place) -> list[Proposed] | None:
    """The edits that bring a column out through a ``*`` of the list.

    Returns:
        None where no ``*`` is in the way, and the column has to be an item of this list; an empty list, with a
        finding, where it can't be brought out safely.
    """
    tree = parsed(sql)
    for column in columns_of(tree) if tree is not None else ():
        found = hidden(work, edit, place, column)
        if found is None or _comes_anyway(work, edit, column):
            continue
        shape = next(
            t for t in place.select.tables if place.query_of(t) is not None and _is_of(t.alias, column, place)
        )
        if has_plain_star(work, place, shape):
            return _brought_out(work, edit, tree, found, place) or _refused(work, edit, found[1])
    return None


def _comes_anyway(work: Work, edit: ColumnEdit, column: exp.Column) -> bool:
    """Whether a ``*`` is to show a column in any case: it is a new one of the result itself."""
    name = column.name.casefold()
    return name != edit.name.casefold() and any(
        p.kind is EditKind.ADD_COLUMN and p.column.casefold() == name for p in work.proposed
    )


def _is_of(alias: str, column: exp.Column, place: Place) -> bool:
    return alias.casefold() == column.table.casefold() or (not column.table and len(place.select.tables) == 1)


def _refused(work: Work, edit: ColumnEdit, wanted: Wanted) -> list[Proposed]:
    not_shown(work, edit, wanted)
    return []


def _brought_out(
    work: Work, edit: ColumnEdit, tree: exp.Expr | None, found: tuple[CtePlace, Wanted], place: Place
) -> list[Proposed] | None:
    query, wanted = found
    if isinstance(tree, exp.Column):
        renamed = Wanted(wanted.table, wanted.column, edit.name, edit, wanted.query)
        return shown_by(work, query, renamed)
    if tree is None or len(query.parts) != 1 or not can_pass(work.existing, query.parts[0]):
        return None
    if len({c.table.casefold() for c in columns_of(tree)}) > 1:
        return None
    inner = query.parts[0]
    sql = said_inside(work, edit, tree, place, inner)
    if sql is None:
        return None
    further = behind_star(work, edit, sql, inner)
    if further is not None:
        return further or None
    needed = passed_along(work, edit, sql, inner)
    if needed is None:
        return None
    why = say("edits.add_column", column=edit.name)
    made = work.propose(EditKind.ADD_COLUMN, edit, why)
    made.need(*needed)
    written = written_in(work, inner, sql)
    work.add_item(inner, NewItem(written, made, edit.name))
    group_too(work, written, inner, edit, made)
    return [made, *needed]


def said_inside(
    work: Work, edit: ColumnEdit, tree: exp.Expr, place: Place, inner: Place, *, in_list: bool = False
) -> str | None:
    """The expression over the relations of the query that it is moved into; None where it can't be said there.

    Sums and windows of its list can't be told again behind it; they can `in_list`, where its own item changes.
    """
    shown = {o.name.casefold(): o for o in select_outputs(work.existing, inner, work.schema)}
    copied = tree.copy()
    for column in list(columns_of(copied)):
        output = shown.get(column.name.casefold())
        if output is not None and output.item is not None:
            text = expression_of(work.existing, output.item)
            own = parsed(text)
            if own is None or (not in_list and (aggregates(own) or windows(own))):
                return None
            put: exp.Expr = own.copy()
            put = put if isinstance(own, (exp.Column, exp.Literal, exp.Func, exp.Window)) else exp.paren(put)
        else:
            text = _reached_name(work, edit, column, place, inner, is_shown=output is not None)
            own = parsed(text)
            if own is None:
                return None
            put = own.copy()
        if column is copied:
            copied = put
        else:
            column.replace(put)
    return rendered(copied)


def _reached_name(
    work: Work,
    edit: ColumnEdit,
    column: exp.Column,
    place: Place,
    inner: Place,
    *,
    is_shown: bool,
) -> str:
    name = column.name.casefold()
    if is_shown:
        for table in inner.select.tables:
            if any(
                o.name.casefold() == name for o in table_outputs(work.existing, inner, table, work.schema)
            ):
                return f"{quoted(table.alias)}.{quoted(column.name)}"
        return ""
    found = hidden(work, edit, place, column)
    if found is None:
        return ""
    way = way_to(work, inner, found[1], several=False)
    return "" if way is None else f"{quoted(way.shape.alias)}.{quoted(way.name)}"

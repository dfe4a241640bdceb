"""What an expression needs of the CTEs it reads: each of them is made to show it, down to the true table.

A CTE of several UNION branches shows it in every branch: as no value, with a remark, where a branch has no such
column. A grouped one groups by it too, one that merges equal rows keeps more of them: both are said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.edits import EditKind
from signoff.core.domain.expressions import quoted
from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.merge.existing import CtePlace, Place
from signoff.core.merge.grouped import group_too
from signoff.core.merge.lineage import can_pass
from signoff.core.merge.names import find_column, find_table
from signoff.core.merge.placing import NewItem
from signoff.core.merge.reaching import Wanted, Way, has_plain_star, hidden, way_to
from signoff.core.merge.scripting import Proposed
from signoff.core.merge.sqlparts import columns_of, parsed
from signoff.core.merge.work import ColumnEdit, Work


def passed_along(work: Work, edit: ColumnEdit, sql: str, place: Place) -> list[Proposed] | None:
    """Make every CTE that a SELECT reads show what an expression needs of it.

    Args:
        work: what is collected.
        edit: the column the expression is for.
        sql: the expression, over the relations of the SELECT.
        place: the SELECT.

    Returns:
        The edits that do so, none where all is shown; None, with a finding, where it can't be done safely.
    """
    needed: list[Proposed] = []
    tree = parsed(sql)
    for column in columns_of(tree) if tree is not None else ():
        found = hidden(work, edit, place, column)
        if found is None:
            continue
        query, wanted = found
        shown = shown_by(work, query, wanted)
        if shown is None:
            not_shown(work, edit, wanted)
            return None
        needed += [s for s in shown if s not in needed]
    return needed


def not_shown(work: Work, edit: ColumnEdit, wanted: Wanted) -> None:
    """Say that a query can't be made to show a column."""
    message = say("update.not_shown", column=edit.name, needed=wanted.column, alias=wanted.query)
    work.refuse(message, edit)


def shown_by(work: Work, query: CtePlace, wanted: Wanted) -> list[Proposed] | None:
    """The edits after which a query shows one more column; None where none can be made safely."""
    places = query.parts
    known = [work.item_named(place, wanted.name) for place in places]
    if all(known):
        return [item.edit for item in known[:1] if item is not None]
    if query.query.columns or not all(can_pass(work.existing, p) for p in places):
        return None
    ways = [way_to(work, place, wanted, several=len(places) > 1) for place in places]
    if not any(ways):
        return None
    if not _stay_in_order(work, places, ways, wanted):
        return None
    why = say("edits.extend_cte", query=wanted.query, shown=wanted.name, column=wanted.edit.name)
    made = work.propose(EditKind.EXTEND_CTE, wanted.edit, why)
    inner: list[Proposed] = []
    for place, way in zip(places, ways, strict=True):
        more = _show_in(work, place, way, wanted, made)
        if more is None:
            return None
        inner += [m for m in more if m not in inner]
    if query.query.operators and not all("all" in o for o in query.query.operators):
        _merges(work, wanted)
    made.need(*inner)
    return [made, *inner]


def _comes_by_star(work: Work, place: Place, way: Way, wanted: Wanted) -> bool:
    """Whether a ``*`` of a list brings the column out under its name."""
    own_name = way.inner is not None or way.name.casefold() == wanted.name.casefold()
    return own_name and has_plain_star(work, place, way.shape)


def _stay_in_order(work: Work, places: Sequence[Place], ways: Sequence[Way | None], wanted: Wanted) -> bool:
    """Whether the branches of a union keep their columns in one order: a ``*`` grows before what stands behind it."""
    stars = [_star_query(work, place) for place in places]
    told = [
        way is not None and _comes_by_star(work, p, way, wanted) for p, way in zip(places, ways, strict=True)
    ]
    if len(places) < 2 or not any(told):
        return True
    behind = {_behind_star(work, place) for place, by_star in zip(places, told, strict=True) if by_star}
    if len(behind) != 1 or (behind != {0} and not all(told)):
        return False
    return all(
        by_star or (star is None and not _has_star(work, place)) or (way is None and star is not None)
        for by_star, star, place, way in zip(told, stars, places, ways, strict=True)
    )


def _behind_star(work: Work, place: Place) -> int:
    """Number of items behind the last ``*`` of a list."""
    stars = [n for n, i in enumerate(place.select.items) if i.first <= i.last and work.existing.is_star(i)]
    return len(place.select.items) - 1 - stars[-1] if stars else 0


def _has_star(work: Work, place: Place) -> bool:
    return any(work.existing.is_star(item) for item in place.select.items if item.first <= item.last)


def _star_query(work: Work, place: Place) -> Place | None:
    """The SELECT whose list a ``select * from query`` shows; None for any other list."""
    if len(place.select.tables) != 1 or len(place.select.items) != 1 or not _has_star(work, place):
        return None
    query = place.query_of(place.select.tables[0])
    if (
        query is None
        or query.query.columns
        or len(query.parts) != 1
        or not can_pass(work.existing, query.parts[0])
    ):
        return None
    return query.parts[0]


def _show_in(
    work: Work, place: Place, way: Way | None, wanted: Wanted, made: Proposed
) -> list[Proposed] | None:
    """Add the column to one SELECT of a query; the edits of further queries it needs."""
    if way is None:
        place = _star_query(work, place) or place
        work.add_item(place, NewItem(_no_value(work, wanted), made, wanted.name))
        message = say("update.no_value_in_branch", column=wanted.name, query=wanted.query)
        work.refuse(message, wanted.edit, "D228", Severity.WARNING)
        return []
    inner: list[Proposed] | None = []
    covered = has_plain_star(work, place, way.shape)
    if way.inner is not None:
        name = wanted.name if covered else way.name
        inner = shown_by(work, way.inner, replace(way.wanted or wanted, name=name))
    if inner is None:
        return None
    if not covered or (way.inner is None and way.name.casefold() != wanted.name.casefold()):
        sql = written_in(work, place, f"{quoted(way.shape.alias)}.{quoted(way.name)}")
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


def written_in(work: Work, place: Place, sql: str) -> str:
    """An expression as a SELECT's list writes its own: columns without their table where it reads only one."""
    tree = parsed(sql)
    if len(place.select.tables) > 1 or tree is None or work.names_tables(place):
        return sql
    if isinstance(tree, exp.Column):
        return quoted(tree.name)
    bare = sql
    alias = quoted(place.select.tables[0].alias) if place.select.tables else ""
    for name in dict.fromkeys(c.name for c in columns_of(tree)):
        bare = bare.replace(f"{alias}.{quoted(name)}", quoted(name))
    return bare

"""A changed column that comes out of a query through a ``*``: changed where that query writes it."""

from __future__ import annotations

from signoff.core.merge.existing import Place
from signoff.core.merge.lineage import select_outputs, table_outputs
from signoff.core.merge.pushing import said_inside
from signoff.core.merge.readers import mentions
from signoff.core.merge.sqlparts import columns_of, parsed
from signoff.core.merge.work import ColumnEdit, Work


def written_behind(work: Work, change: ColumnEdit, sql: str, place: Place) -> tuple[Place, str] | None:
    """The SELECT behind a ``*`` that has the column in its list, or behind a further one, and the expression there.

    Args:
        work: what is collected.
        change: the column.
        sql: its new expression, over the relations of `place`.
        place: a SELECT that shows the column by ``*``.

    Returns:
        None where the expression can't be said there, or something else reads the column by its name.
    """
    name, tree = (change.was or change.name).casefold(), parsed(sql)
    if tree is None:
        return None
    for table in place.select.tables:
        query = place.query_of(table)
        shown = {o.name.casefold() for o in table_outputs(work.existing, place, table, work.schema)}
        if query is None or len(query.parts) != 1 or query.query.columns or name not in shown:
            continue
        own = [c for c in columns_of(tree) if c.table.casefold() in ("", table.alias.casefold())]
        inner = query.parts[0]
        known = len(own) == len(columns_of(tree))
        inner_sql = said_inside(work, change, tree, place, inner, in_list=True) if known else None
        if inner_sql is None:
            return None
        item = next(
            (o.item for o in select_outputs(work.existing, inner, work.schema) if o.name.casefold() == name),
            None,
        )
        if item is None:
            return written_behind(work, change, inner_sql, inner)
        found = mentions(work, inner, name, item)
        return None if found.along or found.elsewhere else (inner, inner_sql)
    return None

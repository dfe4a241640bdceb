"""Columns of the target that are worked out with the driving table, before rows are left out by them.

``previous_rent`` of a target whose filter is ``rent_change <> 0`` looks at all rows; what numbers the target's
own rows looks at those that stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Expression, Origin, quoted
from signoff.core.domain.plan import CarriedColumn, Condition, JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, SourceTable
from signoff.core.merge.sqlparts import columns_of, parsed


def computed_before(
    relation: Relation, table: SourceTable, made: Sequence[tuple[str, str, str]], rows: Condition
) -> Relation | None:
    """The driving table with further columns, cut to the rows a condition on those keeps; None where it can't be.

    Args:
        relation: the driving table, read as it is.
        table: its columns.
        made: name, type and SQL of each further column, over the relation alone.
        rows: the condition, over the relation alone.
    """
    taken = {column.name.casefold() for column in table.columns}
    plain = not relation.subquery and relation.inner is None and not relation.carries
    alone = all(_is_about(sql, relation) for sql in (rows.sql, *(sql for _, _, sql in made)))
    if not plain or not alone or any(name.casefold() in taken for name, _, _ in made):
        return None
    place = quoted(table.name)
    place = place if relation.alias == table.name else f"{place} as {quoted(relation.alias)}"
    items = ",\n".join(f"    {sql} as {quoted(name)}" for name, _, sql in made)
    sql = f"select\n    {quoted(relation.alias)}.*,\n{items}\nfrom {place}\nqualify {rows.sql}"
    new = tuple(CarriedColumn(name, kind) for name, kind, _ in made)
    own = tuple(CarriedColumn(c.name, c.type, table.name, c.name) for c in table.columns)
    return replace(relation, subquery=sql, carries=(*new, *own), told=rows.text)


def _is_about(sql: str, relation: Relation) -> bool:
    tree = parsed(sql)
    found = columns_of(tree) if tree is not None else ()
    return bool(found) and all(c.table.casefold() == relation.alias.casefold() for c in found)


def value_computed_before(mapping: ColumnMapping, section: SectionPlan) -> Expression | None:
    """The value of a column that is worked out with the driving table already; None for every other."""
    first = section.relations[0] if section.relations else None
    if first is None or first.join is not JoinKind.DRIVING or not first.told or section.group_by:
        return None
    if "\nqualify " not in first.subquery or not first.carries or not first.carries[-1].table:
        return None
    name = mapping.name.casefold()
    if not any(not c.table and c.name.casefold() == name for c in first.carries):
        return None
    return Expression(f"{quoted(first.alias)}.{quoted(mapping.name)}", Origin.PATTERN, "worked out before")

"""New items of a grouped SELECT: grouped by too where they copy a value, unless that is settled already."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from signoff.core.domain.edits import EditKind
from signoff.core.domain.sentences import say
from signoff.core.merge.existing import Place
from signoff.core.merge.lineage import grouping_of_select
from signoff.core.merge.placing import NewItem
from signoff.core.merge.scripting import Proposed
from signoff.core.merge.sqlparts import aggregates, columns_of, parsed, same_sql, windows
from signoff.core.merge.work import ColumnEdit, Work


def group_too(work: Work, sql: str, place: Place, edit: ColumnEdit, made: Proposed) -> bool:
    """Group by what the item just added copies; whether that makes the groups finer.

    Args:
        work: what is collected.
        sql: the item's expression.
        place: its SELECT; the item is the last of its new ones.
        edit: the column of the target it is made for.
        made: the edit that adds the item: neither can stand without the other.
    """
    tree = parsed(sql)
    groups = place.select.group
    if tree is None or not groups or aggregates(tree) or windows(tree) or not columns_of(tree):
        return False
    keys = [c.sql for c in grouping_of_select(work.existing, place)]
    if any(same_sql(sql, key) for key in keys) or all(_is_key(c, keys) for c in columns_of(tree)):
        return False
    if work.existing.sql_of(groups[0]).casefold() == "all":
        return True
    by_number = all(work.existing.sql_of(g).isdigit() for g in groups)
    has_star = any(work.existing.is_star(i) for i in place.select.items)
    new = work.new_items(place)
    why = say("edits.extend_group", column=new[-1].name)
    group = work.propose(EditKind.EXTEND_GROUP, edit, why, said=f"{made.kind} {new[-1].name}")
    group.need(made)
    made.need(group)
    if by_number and not has_star:
        position = str(len(place.select.items) + len(new))
        item = NewItem(position, group, position=tuple(i.edit for i in new[:-1]))
    else:
        item = NewItem(sql, group)
    work.groups.setdefault(place.select.span.first, (place, []))[1].append(item)
    return True


def _is_key(column: exp.Column, keys: Sequence[str]) -> bool:
    """Whether rows are grouped by a column, with or without its table written before it."""
    for key in keys:
        tree = parsed(key)
        if not isinstance(tree, exp.Column) or tree.name.casefold() != column.name.casefold():
            continue
        if not tree.table or not column.table or tree.table.casefold() == column.table.casefold():
            return True
    return False

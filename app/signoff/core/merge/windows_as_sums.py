"""Windows over all rows that belong to a row, made plain sums where other columns sum up the same table.

``min(gift.day) over (partition by donor.id)`` beside ``count(gift.id)`` is ``min(gift.day)`` of the donor's gifts: the
table is put together for the donor anyway, and a window over what is left of it would be over one row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.plan import DraftColumn, JoinKind, Relation, SectionPlan
from signoff.core.merge.inner_relations import sides_of
from signoff.core.merge.sqlparts import columns_of, parsed, rendered, same_sql, whole_aggregate


def with_windows_as_sums(columns: Sequence[DraftColumn], section: SectionPlan) -> tuple[DraftColumn, ...]:
    """The columns with such windows as plain sums; unchanged where the section is grouped, or none sums up plainly.

    Args:
        columns: of the only part of a target.
        section: that part.
    """
    trees = [tree for c in columns for e in c.expressions if (tree := parsed(e.sql)) is not None]
    summed = {
        place
        for tree in trees
        for node in tree.find_all(exp.AggFunc)
        if not isinstance(whole_aggregate(node).parent, exp.Window)
        for place in _places(node)
    }
    joined = [
        r
        for r in section.relations[1:]
        if r.alias.casefold() in summed and r.join in (JoinKind.LEFT, JoinKind.INNER) and r.inner is None
    ]
    if section.group_by or not joined:
        return tuple(columns)
    return tuple(
        replace(c, expressions=tuple(replace(e, sql=_plain(e.sql, joined)) for e in c.expressions))
        for c in columns
    )


def _plain(sql: str, joined: Sequence[Relation]) -> str:
    tree = parsed(sql)
    windows = [w for w in tree.find_all(exp.Window) if _is_of_each(w, joined)] if tree is not None else []
    if tree is None or not windows:
        return sql
    made = tree.transform(
        lambda node: node.this if isinstance(node, exp.Window) and _is_of_each(node, joined) else node
    )
    return rendered(made)


def _is_of_each(window: exp.Window, joined: Sequence[Relation]) -> bool:
    """Whether a window sums up one of the tables for each row that it is joined to, in no order."""
    keys = window.args.get("partition_by") or []
    if (
        not isinstance(window.this, exp.AggFunc)
        or window.args.get("order")
        or window.args.get("spec")
        or not keys
    ):
        return False
    places = _places(window.this)
    own = [r for r in joined if places == {r.alias.casefold()}]
    if len(own) != 1 or own[0].on is None:
        return False
    sides = sides_of(own[0].on.sql, {own[0].alias})
    theirs = [other for _, other in sides.pairs]
    return (
        bool(theirs)
        and not sides.mixed
        and all(any(same_sql(k.sql(), t) for t in theirs) for k in keys)
        and all(any(same_sql(k.sql(), t) for k in keys) for t in theirs)
    )


def _places(tree: exp.Expr) -> set[str]:
    return {c.table.casefold() for c in columns_of(tree)}

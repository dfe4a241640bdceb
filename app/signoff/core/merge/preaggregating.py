"""Joined tables that only sums are taken of, put together before they are joined, so that nothing multiplies.

Nobody says so in most documents: a row per order, the sum of its payments, the number of its items. Joined first
and grouped afterwards, two such tables multiply each other, and every other column would have to be grouped by.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import JoinKind, Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.merge.inner_relations import Sides, grouped_before_join, sides_of
from signoff.core.merge.sqlparts import columns_of, parsed, same_sql


def with_sums_before_joins(section: SectionPlan, expressions: Sequence[str]) -> SectionPlan:
    """The section with each finer table that is only summed up grouped by its side of the join.

    A stated grouping stays as it is where one table alone is summed up: nothing multiplies then.
    """
    trees = [tree for sql in expressions if sql and (tree := parsed(sql)) is not None]
    summed = [r for r in section.relations[1:] if _only_summed(r, trees, section)]
    if not summed or _elsewhere(trees, {r.alias.casefold() for r in summed}):
        return section
    if section.group_by:
        if len(summed) < 2 or not all(_held_by_group(r, section) for r in summed):
            return section
    elif not any(_loose_places(t) for t in trees):
        return section
    first = {r.alias: _grouped(r) for r in summed}
    return replace(section, relations=tuple(first.get(r.alias, r) for r in section.relations))


def findings_of_sums(target: str, before: SectionPlan, after: SectionPlan) -> tuple[Finding, ...]:
    """What the reader is told of each table that `with_sums_before_joins` grouped."""
    pairs = zip(before.relations, after.relations, strict=True)
    return tuple(
        Finding(
            "D216",
            Severity.WARNING,
            say(
                "merge.summed_before_join",
                table=new.table,
                keys=" and ".join(s.name for s in new.shows[: len(new.inner.group_by)]),
            ),
            new.cell,
            target,
        )
        for old, new in pairs
        if old.inner is None and new.inner is not None
    )


def _only_summed(relation: Relation, trees: Sequence[exp.Expr], section: SectionPlan) -> bool:
    """Whether aggregates use the relation, nothing else does, and its join is equality throughout."""
    alias = relation.alias.casefold()
    plain = relation.inner is None and not relation.subquery and not relation.carries
    if not plain or relation.join not in (JoinKind.LEFT, JoinKind.INNER) or _sides(relation).mixed:
        return False
    if not _sides(relation).pairs or not any(alias in _aggregated_places(t) for t in trees):
        return False
    loose = any(alias in _loose_places(t) for t in trees)
    conditions = [r.on for r in section.relations if r is not relation and r.on is not None]
    others = [
        c.sql for c in (*conditions, *section.filters, *section.having, *section.qualify, *section.group_by)
    ]
    return not loose and not any(alias in _used(sql) for sql in others)


def _sides(relation: Relation) -> Sides:
    return sides_of(relation.on.sql if relation.on is not None else "", {relation.alias})


def _elsewhere(trees: Sequence[exp.Expr], summed: set[str]) -> bool:
    """Whether an aggregate uses another table than those, or rows as such: then rows are put together anyway."""
    for tree in trees:
        for node in tree.find_all(exp.AggFunc):
            if isinstance(node.parent, exp.Window):
                continue
            places = {c.table.casefold() for c in columns_of(node)}
            if len(places) != 1 or not places <= summed:
                return True
    return False


def _held_by_group(relation: Relation, section: SectionPlan) -> bool:
    keys = [c.sql for c in section.group_by if c.sql]
    return all(any(same_sql(theirs, k) for k in keys) for _, theirs in _sides(relation).pairs)


def _grouped(relation: Relation) -> Relation:
    sides = _sides(relation)
    first = replace(relation, join=JoinKind.DRIVING, on=None)
    keys = list(dict.fromkeys(mine for mine, _ in sides.pairs))
    return grouped_before_join(relation, [first], keys, sides)


def _aggregated_places(tree: exp.Expr) -> set[str]:
    return {
        c.table.casefold()
        for node in tree.find_all(exp.AggFunc)
        if not isinstance(node.parent, exp.Window)
        for c in columns_of(node)
    }


def _loose_places(tree: exp.Expr) -> set[str]:
    return {c.table.casefold() for c in columns_of(tree) if c.find_ancestor(exp.AggFunc, exp.Filter) is None}


def _used(sql: str) -> set[str]:
    tree = parsed(sql) if sql else None
    return set() if tree is None else {c.table.casefold() for c in columns_of(tree)}

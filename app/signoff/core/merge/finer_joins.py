"""A table summed up before it is joined, by more than what the target has one row of.

Each of the target's rows then meets several of its sums, and one of them would be taken for all. That is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlglot import exp

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.merge.inner_relations import sides_of
from signoff.core.merge.sqlparts import columns_of, parsed


def findings_of_finer(target: str, section: SectionPlan, expressions: Sequence[str]) -> Iterator[Finding]:
    """One remark for each such table of which a column takes any one value.

    Args:
        target: name of the target.
        section: one part of its query, its grouping completed.
        expressions: of its columns, as they stand in the grouped statement.
    """
    keys = {_plain(key.sql) for key in section.group_by if key.sql}
    for relation in section.relations[1:] if section.group_by else ():
        inner = relation.inner
        if inner is None or not inner.group_by or relation.on is None:
            continue
        pairs = sides_of(relation.on.sql, {relation.alias}).pairs
        if all(_plain(theirs) in keys for _mine, theirs in pairs):
            continue
        if any(_takes_one(sql, relation) for sql in expressions):
            names = ", ".join(dict.fromkeys(mine.rpartition(".")[2] for mine, _theirs in pairs))
            message = say("merge.finer_than_rows", table=relation.table, keys=names)
            yield Finding("D221", Severity.ERROR, message, relation.cell, target)


def _plain(sql: str) -> str:
    tree = parsed(sql)
    return tree.sql().casefold() if tree is not None else sql.casefold()


def _takes_one(sql: str, relation: Relation) -> bool:
    """Whether an expression takes any one of the sums that the relation shows."""
    tree = parsed(sql) if sql else None
    aggregated = {s.name.casefold() for s in relation.shows if _is_sum(s.sql)}
    taken = tree.find_all(exp.AnyValue) if tree is not None else ()
    return any(
        column.table.casefold() == relation.alias.casefold() and column.name.casefold() in aggregated
        for node in taken
        for column in columns_of(node)
    )


def _is_sum(sql: str) -> bool:
    tree = parsed(sql)
    return tree is not None and tree.find(exp.AggFunc) is not None

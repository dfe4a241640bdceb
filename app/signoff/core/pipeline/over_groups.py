"""Values beside other groups: rank, share, running total and the like over rows that are put together first.

The rule is read as it would be over plain rows; then each column that is not grouped by stands for what the target
itself sums it up to. Only what a compiler understands wholly counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.domain.plan import DraftColumn, SectionPlan
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns import compile_rule
from signoff.core.merge.sqlparts import aggregates, columns_of, parsed, rendered, same_sql, windows
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.places import Place


def over_groups(
    mapping: ColumnMapping,
    scope: Scope,
    place: Place,
    columns: Sequence[DraftColumn],
    number: int,
    desk: Desk,
) -> Expression | None:
    """The expression of a rule that compares groups; None where it is no such rule, or does not run.

    Args:
        mapping: The column and its rule.
        scope: What it may use.
        place: Where it stands.
        columns: The target's columns as resolved so far.
        number: Which section of the plan `place` is.
        desk: The run's tools.
    """
    section = place.section
    if section is None or not section.group_by:
        return None
    plain = replace(scope, aggregate=False, group_keys=())
    found = compile_rule(mapping, plain, rule=mapping.rule_resolved or mapping.rule)
    tree = parsed(found.sql) if found is not None else None
    if found is None or tree is None or not windows(tree) or aggregates(tree):
        return None
    sql = with_sums(found.sql, section, columns, number)
    if not sql or place.probe([sql], desk)[0].error:
        return None
    return replace(found, sql=sql, origin=Origin.PATTERN, alternatives=())


def with_sums(sql: str, section: SectionPlan, columns: Sequence[DraftColumn], number: int) -> str:
    """An expression over plain rows with every column that is not grouped by as the target sums it up.

    Args:
        sql: The expression.
        section: A grouped section.
        columns: The target's columns.
        number: Which expression of each is the section's.

    Returns:
        Empty where a column is summed up in no way, or in several.
    """
    tree = parsed(sql)
    keys = [c.sql for c in section.group_by if c.sql]
    copy = exp.Paren(this=tree.copy() if tree is not None else exp.Null())
    for column in columns_of(copy):
        if _is_key(column, keys):
            continue
        together = _sum_of(rendered(column), columns, number)
        if together is None:
            return ""
        column.replace(together.copy())
    return rendered(copy.this)


def _is_key(column: exp.Column, keys: Sequence[str]) -> bool:
    node: exp.Expr | None = column
    while node is not None:
        if any(same_sql(rendered(node), key) for key in keys):
            return True
        node = node.parent
    return False


def _sum_of(column: str, columns: Sequence[DraftColumn], number: int) -> exp.Expr | None:
    """The one aggregate over this column alone that a column of the target is."""
    found: list[exp.Expr] = []
    for each in columns:
        tree = parsed(each.expressions[number].sql)
        if tree is None or windows(tree) or not aggregates(tree):
            continue
        if {rendered(c) for c in columns_of(tree)} == {column} and len(list(tree.find_all(exp.AggFunc))) == 1:
            found.append(tree)
    return found[0] if len(found) == 1 else None

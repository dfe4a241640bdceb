"""Types of new columns that the document states none of, for further new columns that are worked out of them."""

from __future__ import annotations

from sqlglot import exp

from signoff.core.domain.plan import Plan
from signoff.core.domain.spec import Schema
from signoff.core.merge.assembling import probe_frame
from signoff.core.merge.names import find_table
from signoff.core.merge.sqlparts import parsed
from signoff.core.merge.work import InnerItem
from signoff.core.pipeline.desk import Desk


def type_at_output(text: str, plan: Plan, inside: tuple[InnerItem, ...], schema: Schema, desk: Desk) -> str:
    """The DuckDB type of what is written at the output for a new column; empty where nothing tells it.

    Args:
        text: over the relations of the plan's first part.
        plan: the file's relations with those that the update joins.
        inside: what CTEs work out for it first.
        schema: known tables.
        desk: the run's tools.
    """
    if inside:
        return _of_sum(inside[0].sql, plan, schema)
    bound = desk.sandbox.bind_many([f"select {text} as value{probe_frame(plan.sections[0])}"], desk.cancel)[0]
    return bound.columns[0][1] if bound.ok and bound.columns else _of_sum(text, plan, schema)


def _of_sum(sql: str, plan: Plan, schema: Schema) -> str:
    """The type of a sum over rows that are put together first."""
    tree = parsed(sql)
    tree = tree.this if isinstance(tree, exp.Coalesce) else tree
    if isinstance(tree, exp.Count):
        return "BIGINT"
    if isinstance(tree, (exp.Sum, exp.Avg)):
        return "DOUBLE"
    column = tree.this if isinstance(tree, (exp.Min, exp.Max)) else None
    if not isinstance(column, exp.Column):
        return ""
    relations = plan.sections[0].relations
    own = next((r.table for r in relations if r.alias.casefold() == column.table.casefold()), column.table)
    table = find_table(schema, own) if own else None
    known = table.column(column.name) if table is not None else None
    return known.type if known is not None else ""

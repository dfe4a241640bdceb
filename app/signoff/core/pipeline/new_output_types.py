"""Types of new columns that the document states none of, for further new columns that are worked out of them."""

from __future__ import annotations

from sqlglot import exp

from signoff.core.domain.plan import Plan
from signoff.core.merge.assembling import probe_frame
from signoff.core.merge.sqlparts import parsed
from signoff.core.merge.work import InnerItem
from signoff.core.pipeline.desk import Desk


def type_at_output(text: str, plan: Plan, inside: tuple[InnerItem, ...], desk: Desk) -> str:
    """The DuckDB type of what is written at the output for a new column; empty where nothing tells it.

    Args:
        text: over the relations of the plan's first part.
        plan: the file's relations with those that the update joins.
        inside: what CTEs work out for it first.
        desk: the run's tools.
    """
    if inside:
        return _of_sum(inside[0].sql)
    bound = desk.sandbox.bind_many([f"select {text} as value{probe_frame(plan.sections[0])}"], desk.cancel)[0]
    return bound.columns[0][1] if bound.ok and bound.columns else ""


def _of_sum(sql: str) -> str:
    tree = parsed(sql)
    if isinstance(tree, exp.Count):
        return "BIGINT"
    return "DOUBLE" if isinstance(tree, (exp.Sum, exp.Avg)) else ""

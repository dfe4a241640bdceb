"""What a grouped relation computes before it is joined."""

from __future__ import annotations

from signoff.core.domain.plan import Condition, JoinKind, Relation, SectionPlan, ShownColumn
from signoff.core.merge.lifting import lifted


def _section() -> SectionPlan:
    inner = SectionPlan(
        "lines",
        (Relation("lines", "lines", JoinKind.DRIVING),),
        group_by=(Condition("order_no", "lines.order_no"),),
    )
    lines = Relation(
        "lines",
        "lines",
        JoinKind.LEFT,
        Condition("", "lines.order_no = orders.order_no"),
        inner=inner,
        shows=(ShownColumn("order_no", "lines.order_no"),),
    )
    return SectionPlan("orders", (Relation("orders", "orders", JoinKind.DRIVING), lines))


def test_an_aggregate_that_stands_twice_in_an_expression_is_computed_inside_both_times() -> None:
    sql = "CASE WHEN sum(lines.price) = 0 THEN 'none' WHEN sum(lines.price) < orders.due THEN 'part' END"
    _, (outside,) = lifted(_section(), [("state", sql)])
    assert "sum(" not in outside.lower()
    assert outside.lower().count("lines.state") == 2

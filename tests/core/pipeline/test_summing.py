"""Which rules sum up rows where the document states no grouping."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.plan import JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, SourceColumn, SourceRef
from signoff.core.pipeline.summing import sums_up_beside

SECTION = SectionPlan(
    "",
    relations=(
        Relation("orders", "orders", JoinKind.DRIVING),
        Relation("payments", "payments", JoinKind.LEFT),
    ),
)
TYPES = {"order_id": "INTEGER", "net_amount": "DOUBLE", "amount": "DOUBLE", "is_returned": "BOOLEAN"}


def row(name: str, table: str, column: str, rule: str) -> ColumnMapping:
    return ColumnMapping("summary", name, "DOUBLE", (SourceRef(table, column),), rule)


COUNT = row("orders", "orders", "order_id", "number of orders")
NAME = row("order_id", "orders", "order_id", "")


@pytest.mark.parametrize(
    ("table", "column", "rule", "others", "wanted"),
    [
        ("orders", "net_amount", "Total net amount", (COUNT,), True),
        ("orders", "net_amount", "Total net amount", (NAME,), False),
        ("orders", "is_returned", "percentage of orders returned", (COUNT,), True),
        ("orders", "net_amount", "net_amount times 2", (COUNT,), False),
        ("orders", "net_amount", "running total of net_amount", (COUNT,), False),
        ("payments", "amount", "total payments", (NAME,), True),
        ("payments", "amount", "amount of the happy few, in total", (NAME,), False),
    ],
)
def test_a_rule_sums_up_beside_others_that_do_or_over_a_joined_table(
    table: str, column: str, rule: str, others: tuple[ColumnMapping, ...], wanted: bool
) -> None:
    mapping = row("value", table, column, rule)
    source = ScopeColumn(table, table, SourceColumn(column, TYPES[column]), True)

    found = sums_up_beside(mapping, Scope((source,), "DOUBLE"), SECTION, (*others, mapping))

    assert found is wanted

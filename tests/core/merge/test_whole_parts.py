"""Parts of a union told under the names of their tables, and columns with a row for each table."""

from __future__ import annotations

from typing import Any

import pytest

from tests.helpers.told_rows import planned, target_of

GRID = [
    ["Target column", "Type", "Source table", "Source column", "Rule"],
    ["order_key", "varchar", "raw_orders", "order_id", "as is"],
    ["", "", "raw_old_orders", "ref", "trim"],
    ["customer_id", "integer", "raw_orders", "customer_id", ""],
    ["", "", "raw_old_orders", "cust_id", ""],
    ["tip", "decimal", "raw_orders", "tip", ""],
    ["", "", "raw_old_orders", "tip", "0 if missing"],
]
TABLES = {
    "raw_orders": "order_id INTEGER, customer_id INTEGER, tip DECIMAL, loaded_at TIMESTAMP, file_row INTEGER",
    "raw_old_orders": "ref VARCHAR, cust_id INTEGER, tip DECIMAL",
}
STACK = "Two feeds stacked on top of each other: the app (raw_orders) and the old system (raw_old_orders)."
APP = (
    "App feed: keep only the most recently loaded copy of each order_id (loaded_at; two copies loaded at the same "
    "moment -> the higher file_row wins)."
)
OLD = "Old feed: take everything that has a ref."
BOTH = (
    "In both feeds orders without a customer go out (for the app: after picking the latest copy, not before)."
)
PICK = (
    "row_number() over (partition by raw_orders.order_id order by raw_orders.loaded_at desc nulls last, "
    "raw_orders.file_row desc nulls last) = 1"
)


def _case(*above: str) -> dict[str, Any]:
    return {"grid": GRID, "tables": TABLES, "above": [[text] for text in above]}


def test_a_row_for_each_table_is_of_its_part() -> None:
    target = target_of(_case(STACK))
    told = [(c.name, c.section, c.type, [ref.column for ref in c.sources]) for c in target.columns[:2]]
    assert told == [
        ("order_key", "raw_orders", "varchar", ["order_id"]),
        ("order_key", "raw_old_orders", "varchar", ["ref"]),
    ]


def test_without_a_word_of_a_union_there_are_no_parts() -> None:
    target = target_of(_case("One row per order, both tables are read."))
    assert {c.section for c in target.columns} == {""}


def test_each_part_has_what_is_told_under_its_name() -> None:
    _target, plan = planned(_case(STACK, APP, OLD, BOTH))
    app, old = plan.sections
    assert [c.sql for c in app.qualify] == [PICK, "not coalesce(raw_orders.customer_id is null, false)"]
    assert not app.filters
    assert [c.sql for c in old.filters] == [
        "not (nullif(trim(raw_old_orders.ref), '') is null)",
        "not coalesce(raw_old_orders.cust_id is null, false)",
    ]


@pytest.mark.parametrize(
    "limit",
    [
        "Old feed: take everything that has a ref if the branch has agreed.",
        "In both feeds orders of the trial weeks go out (for the courier app: only the first).",
    ],
)
def test_a_limit_that_is_not_understood_is_asked_about(limit: str) -> None:
    _target, plan = planned(_case(STACK, APP, limit))
    assert any(f.code == "D206" for f in plan.findings)

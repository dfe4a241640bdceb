"""Joins of one text that are put together first: one join that says so, or the steps as they were."""

from __future__ import annotations

import pytest

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import Schema, SourceColumn, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.joins_put_together import with_joins_put_together

LINKS = SourceTable("order_tag", (SourceColumn("order_no", "INTEGER"), SourceColumn("tag_id", "INTEGER")))
TAGS = SourceTable("tag", (SourceColumn("tag_id", "INTEGER"), SourceColumn("name", "VARCHAR")))
SCHEMA = Schema((LINKS, TAGS))
CELL = Cell("result", 9, 1)


def _steps(how: str, *joins: tuple[str, str], kind: StepKind = StepKind.LEFT_JOIN) -> tuple[Step, ...]:
    found = [
        Step("t", n, kind, table=table, condition=on, cell=CELL) for n, (table, on) in enumerate(joins, 1)
    ]
    return (*found, Step("t", 9, StepKind.NOTE, condition=how, cell=CELL))


def _made(steps: tuple[Step, ...]) -> list[tuple[str, str]]:
    target = with_joins_put_together(TargetMapping("t", (), steps=steps), SCHEMA)
    return [(s.table, s.condition) for s in target.steps]


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("put together per order before joining", "put together per order_no before joining"),
        ("also put together per order first", "put together per order_no first"),
        ("grouped by order_no first", "grouped by order_no first"),
    ],
)
def test_two_joins_are_one(how: str, said: str) -> None:
    steps = _steps(how, ("order_tag", "order_no"), ("tag", "tag_id"))
    assert _made(steps) == [("order_tag", f"order_no; left joined with tag (tag_id), {said}")]


def test_one_join_is_put_together_by_its_key() -> None:
    steps = _steps("put together per order first", ("order_tag", "order_no"))
    assert _made(steps) == [("order_tag", "order_no; put together per order_no first")]


@pytest.mark.parametrize(
    "steps",
    [
        _steps("put together per shop before joining", ("order_tag", "order_no"), ("tag", "tag_id")),
        _steps("put together per order before joining", ("order_tag", "order_no"), ("tag", "shop_no")),
        _steps(
            "put together per order before joining",
            ("order_tag", "a.order_no = b.order_no"),
            ("tag", "tag_id"),
        ),
        _steps(
            "put together per order before joining",
            ("order_tag", "order_no"),
            ("tag", "tag_id"),
            ("tag", "x"),
        ),
        _steps("they belong together per order", ("order_tag", "order_no"), ("tag", "tag_id")),
    ],
)
def test_another_key_or_table_leaves_the_steps(steps: tuple[Step, ...]) -> None:
    assert _made(steps) == [(s.table, s.condition) for s in steps]

"""Targets are drafted behind those they read."""

from __future__ import annotations

from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceRef,
    SourceTable,
    Step,
    StepKind,
    TargetMapping,
)
from signoff.core.merge.ordering import order_targets

SOURCES = Schema((SourceTable("raw_orders"), SourceTable("customer")))


def target(name: str, *reads: str, rule: str = "") -> TargetMapping:
    steps = tuple(Step(name, n, StepKind.INNER_JOIN, table=table) for n, table in enumerate(reads))
    column = ColumnMapping(name, "x", sources=(SourceRef("raw_orders", "id"),), rule=rule, rule_resolved=rule)
    return TargetMapping(name, (column,), steps)


def test_what_is_read_comes_first() -> None:
    order = order_targets([target("fct", "dbo.STG"), target("stg"), target("other")], SOURCES)

    assert order.names == ("stg", "fct", "other")
    assert not order.findings


def test_a_rule_that_names_a_target_is_heeded() -> None:
    order = order_targets(
        [target("fact", rule="look up the key in dim_day by date"), target("dim_day")], SOURCES
    )

    assert order.names == ("dim_day", "fact")


def test_a_name_that_is_a_source_too_means_the_source() -> None:
    order = order_targets([target("fact", "customer"), target("customer", "customer")], SOURCES)

    assert order.names == ("fact", "customer")


def test_a_circle_is_a_finding_and_every_target_is_still_drafted() -> None:
    order = order_targets([target("a", "b"), target("b", "c"), target("c", "a")], SOURCES)

    assert sorted(order.names) == ["a", "b", "c"]
    assert [f.code for f in order.findings] == ["D212"]
    assert "a -> b -> c -> a" in order.findings[0].message


def test_a_circle_by_words_alone_is_none() -> None:
    order = order_targets([target("a", rule="as in b"), target("b", rule="as in a")], SOURCES)

    assert order.names == ("a", "b")
    assert not order.findings

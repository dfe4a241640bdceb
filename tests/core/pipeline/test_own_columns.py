"""Rules about the target's own columns: what these are made of stands in their place."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import DraftColumn
from signoff.core.domain.spec import ColumnMapping, SourceRef, TargetMapping
from signoff.core.pipeline.own_columns import _told_own as told_own
from signoff.core.pipeline.own_columns import after_what_they_name, is_led_by_own, put_in

OWN = {
    "paid": DraftColumn("paid", "DECIMAL", (Expression("coalesce(p.paid, 0)", Origin.PATTERN),)),
    "debt": DraftColumn("debt", "DECIMAL", (Expression("a.debt - a.credit", Origin.PATTERN),)),
    "place": DraftColumn("place", "BIGINT", (Expression("rank() over (order by a.debt)", Origin.PATTERN),)),
}


@pytest.mark.parametrize(
    ("read", "sql"),
    [
        ("this_row.paid - this_row.debt", "coalesce(p.paid, 0) - (a.debt - a.credit)"),
        ("this_row.paid > 0", "coalesce(p.paid, 0) > 0"),
        ("sum(this_row.paid) over (order by a.day)", "sum(coalesce(p.paid, 0)) over (order by a.day)"),
        ("sum(this_row.place) over (order by a.day)", ""),
        ("a.debt + 1", ""),
    ],
)
def test_own_columns_stand_for_what_they_are_made_of(read: str, sql: str) -> None:
    assert put_in(read, OWN, 0) == sql


def _mapping(name: str, rule: str = "", source: str = "") -> ColumnMapping:
    return ColumnMapping("t", name, rule=rule, sources=(SourceRef("s", source),) if source else ())


def test_a_column_comes_behind_those_its_rule_names() -> None:
    columns = (
        _mapping("pay_state", "open when net_amount is above paid_amount"),
        _mapping("net_amount", "gross_amount less rebate"),
        _mapping("paid_amount", source="paid_amount"),
        _mapping("gross_amount", "net_amount again"),
    )
    target = TargetMapping("t", columns)
    ordered = after_what_they_name(target, [c.name for c in columns])
    assert ordered == ("gross_amount", "net_amount", "paid_amount", "pay_state")


def test_the_name_of_a_source_cell_and_an_everyday_word_put_nothing_off() -> None:
    columns = (
        _mapping("first", "order_date in capitals", source="order_date"),
        _mapping("second", "the amount"),
        _mapping("order_date", source="order_date"),
        _mapping("amount", source="amount"),
    )
    assert after_what_they_name(TargetMapping("t", columns), [c.name for c in columns])[0] == "first"
    assert after_what_they_name(TargetMapping("t", columns), [c.name for c in columns])[1] == "second"


@pytest.mark.parametrize(
    ("note", "names"),
    [
        ("use the column paid above (blank = 0)", ["paid"]),
        ("uses the columns paid and debt above", ["paid", "debt"]),
        ("see the columns above", []),
        ("use the column of the source above", []),
        ("uses the column place above", []),
    ],
)
def test_a_comment_may_tell_that_columns_of_the_target_are_meant(note: str, names: list[str]) -> None:
    mapping = ColumnMapping("t", "rest", rule="paid + debt", sources=(SourceRef("s", "paid"),), note=note)
    assert list(told_own(mapping, list(OWN.values()), 0)) == names


@pytest.mark.parametrize(
    ("rule", "led"),
    [
        ("from target state: open -> 1, else 0", True),
        ("based on the target column order state: open -> 1", True),
        ("from state: open -> 1, else 0", False),
        ("from target systems only", False),
    ],
)
def test_a_rule_may_be_of_another_target_column(rule: str, led: bool) -> None:
    assert is_led_by_own(_mapping("flag", rule)) is led

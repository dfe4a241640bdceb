"""Rules that speak of a target's parts by their names."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import ColumnMapping, SourceRef
from signoff.core.merge.section_rules import told_apart

PARTS = ("ORDERS", "PHARMACY", "VACCINES")


def said(rule: str, sources: bool = True) -> list[str]:
    """What the rule says of each part."""
    row = ColumnMapping("t", "c", rule=rule, sources=(SourceRef("a", "b"),) if sources else ())
    return [told_apart(row, part, PARTS).rule for part in PARTS]


@pytest.mark.parametrize(
    "rule", ["orders only", "Only orders.", "only for orders", "for orders only", "just orders", "ORDER only"]
)
def test_a_value_of_one_part_only_is_missing_in_the_others(rule: str) -> None:
    assert said(rule) == ["", "NULL", "NULL"]


def test_what_holds_for_some_parts_only_is_their_rule() -> None:
    assert said("only for orders and vaccines: trim") == ["trim", "NULL", "trim"]
    assert said("vaccines only, in capitals") == ["NULL", "NULL", "in capitals"]


@pytest.mark.parametrize(
    "rule",
    [
        "Orders and vaccines: as is. Pharmacy: only the day",
        "orders, vaccines: as is; pharmacy: only the day",
        "Pharmacy: only the day. For orders: as is; for vaccines: as is",
        "Pharmacy: only the day; others: as is",
        "Pharmacy: only the day. Otherwise: as is.",
        "order = as is\npharmacy = only the day\nvaccine = as is",
    ],
)
def test_each_part_has_the_text_behind_its_label(rule: str) -> None:
    assert said(rule) == ["as is", "only the day", "as is"]


def test_a_part_that_no_label_names_keeps_the_whole_rule() -> None:
    rule = "Orders: as is. Pharmacy: only the day"
    assert said(rule) == ["as is", "only the day", rule]


def test_things_listed_with_their_parts_are_told_apart() -> None:
    rule = "R-, P- or V- (orders, pharmacy, vaccines) followed by the number"
    assert said(rule) == [f"'{sign}-' followed by the number" for sign in "RPV"]
    assert said("R, P / V (pharmacy, orders, vaccines)") == ["'P'", "'R'", "'V'"]
    assert said("R, P (orders, pharmacy, vaccines)") == ["R, P (orders, pharmacy, vaccines)"] * 3


def test_as_many_values_as_parts_are_one_each_where_there_is_no_source() -> None:
    assert said("'a', 'b', 'c'", sources=False) == ["'a'", "'b'", "'c'"]
    assert said("'a', 'b'", sources=False) == ["'a', 'b'"] * 3
    assert said("'a', 'b', 'c'") == ["'a', 'b', 'c'"] * 3


@pytest.mark.parametrize(
    "rule", ["only the orders of today", "trim", "Orders come as they are", "status: as is"]
)
def test_other_rules_stay_as_they_are(rule: str) -> None:
    assert said(rule) == [rule] * 3


def test_a_row_of_one_part_stays_as_it_is() -> None:
    row = ColumnMapping("t", "c", rule="orders only", section="PHARMACY")
    assert told_apart(row, "PHARMACY", PARTS) is row

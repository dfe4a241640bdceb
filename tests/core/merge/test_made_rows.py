"""What texts ask for rows to be made, and what they say of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import Condition, JoinKind, Relation, SectionPlan
from signoff.core.merge.hierarchy_texts import read_chain_rule
from signoff.core.merge.inner_texts import condition_and_inside, read_inside, table_and_inside
from signoff.core.merge.latest_rules import read_latest_rule
from signoff.core.merge.lifting import rows_counted_of
from signoff.core.merge.spine_texts import read_spine

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "merge" / "made_rows.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["spines"], ids=lambda c: c["text"])
def test_rows_to_be_made_are_read(case: dict[str, Any]) -> None:
    found = read_spine(case["text"])

    assert found is not None
    assert [found.unit, found.start, found.end, found.per] == case["is"]


@pytest.mark.parametrize("text", CASES["no_spines"])
def test_other_texts_ask_for_no_rows(text: str) -> None:
    assert read_spine(text) is None


@pytest.mark.parametrize("case", CASES["latest"], ids=lambda c: c["text"])
def test_what_says_which_row_stays_is_read(case: dict[str, Any]) -> None:
    found = read_inside(case["text"])

    assert found is not None
    assert found.latest
    assert [found.keys, found.order, found.falling] == case["is"]


@pytest.mark.parametrize("case", CASES["grouped"], ids=lambda c: c["text"])
def test_what_is_put_together_first_is_read(case: dict[str, Any]) -> None:
    found = read_inside(case["text"])

    assert found is not None
    assert not found.latest
    assert [found.keys, found.gathers] == case["is"]


@pytest.mark.parametrize("text", CASES["neither"])
def test_other_texts_say_nothing_of_rows_before_a_join(text: str) -> None:
    assert read_inside(text) is None
    assert condition_and_inside(text) == (text, None)
    assert table_and_inside(text) == (text, None)


@pytest.mark.parametrize("case", CASES["tables"], ids=lambda c: c["text"])
def test_table_and_what_is_done_with_it_are_told_apart(case: dict[str, Any]) -> None:
    table, inside = table_and_inside(case["text"])

    assert inside is not None
    assert [table, inside.latest, inside.keys] == case["is"]


@pytest.mark.parametrize("case", CASES["latest_rules"], ids=lambda c: c["text"])
def test_rules_that_take_a_value_from_the_latest_row_are_read(case: dict[str, Any]) -> None:
    found = read_latest_rule(case["text"])

    assert found is not None
    assert [found.order, found.falling, found.thing] == case["is"]


@pytest.mark.parametrize("text", CASES["no_latest_rules"])
def test_rules_that_say_more_are_left_alone(text: str) -> None:
    assert read_latest_rule(text) is None


@pytest.mark.parametrize("case", CASES["chains"], ids=lambda c: c["text"])
def test_rules_about_a_chain_of_parents_are_read(case: dict[str, Any]) -> None:
    found = read_chain_rule(case["text"], case.get("name", ""))

    assert found is not None
    assert [found.shows, found.first] == case["is"]


@pytest.mark.parametrize("text", CASES["no_chains"])
def test_other_rules_ask_for_no_chain(text: str) -> None:
    assert read_chain_rule(text) is None


def test_rows_of_a_joined_table_are_counted_and_not_those_it_is_joined_to() -> None:
    on = Condition("", "l.order_id = o.order_id", Origin.PATTERN)
    driving = Relation("orders", "o", JoinKind.DRIVING)
    section = SectionPlan("", (driving, Relation("lines", "l", JoinKind.LEFT, on)))

    assert rows_counted_of("coalesce(count(*), 0)", ["l"], section) == "coalesce(count(l.order_id), 0)"
    assert rows_counted_of("count(*)", ["o"], section) == "count(*)"
    assert rows_counted_of("count(*)", ["o", "l"], section) == "count(*)"

"""Rules that only say what becomes of their column, and texts that stand somewhere within a value."""

from __future__ import annotations

import pytest

from signoff.core.domain.mandates import MandateState
from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.spec import Schema, SourceColumn, SourceTable
from signoff.core.merge.existence import existence
from signoff.core.merge.markwords import state_in_rule
from signoff.core.merge.whole.conditions import holding_said


@pytest.mark.parametrize(
    "rule",
    [
        "can go, channel replaces it",
        "no longer needed",
        "Please drop this column. Finance has its own",
        "to be removed (nobody reads it)",
    ],
)
def test_a_rule_that_only_takes_its_column_away(rule: str) -> None:
    assert state_in_rule(rule) == (MandateState.REMOVED, "")


@pytest.mark.parametrize(
    "rule",
    [
        "drop the leading zeros",
        "remove - and / from it",
        "delete blanks",
        "can go below zero",
        "goes to 'X' if y",
    ],
)
def test_a_rule_that_takes_parts_of_a_value_away_stays_a_rule(rule: str) -> None:
    assert state_in_rule(rule) == (None, rule)


@pytest.mark.parametrize(
    "rule",
    [
        "this is just a better name for page_views",
        "new name of `page_views`",
        "only another name for page_views",
    ],
)
def test_a_rule_that_only_names_its_column_anew(rule: str) -> None:
    told = (MandateState.RENAMED, "") if "another" not in rule else (None, rule)
    assert state_in_rule(rule) == told


@pytest.mark.parametrize(
    "rule", ["new name of the customer", "better name for page_views where it is filled"]
)
def test_a_rule_about_names_stays_a_rule(rule: str) -> None:
    assert state_in_rule(rule) == (None, rule)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('br_family has "bot" somewhere in it', 'br_family contains "bot"'),
        ("name does not have 'test' in it", "name does not contain 'test'"),
        ("status has 'open'", "status has 'open'"),
    ],
)
def test_a_text_somewhere_within_a_value_is_contained(text: str, said: str) -> None:
    assert holding_said(text) == said


def test_a_query_that_reads_no_table_has_no_rows_that_others_belong_to() -> None:
    table = SourceTable("label", (SourceColumn("ticket_id", "INTEGER"),))
    schema = Schema((table,))
    driving = Relation("label", "label", JoinKind.DRIVING)
    assert existence("without a row in label", (), schema, None) is None
    assert existence("without a row in label", (driving,), schema, None) is not None

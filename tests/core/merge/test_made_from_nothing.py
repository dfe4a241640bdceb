"""Cells that stand in place of a table and say that there is none; months spelled out as ends of made rows."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import Schema, Step, StepKind, TargetMapping
from signoff.core.merge.made_from_nothing import made_from_nothing, without_placeholders
from signoff.core.merge.spelled_days import spelled_month

MADE = (
    "generated, no source",
    "generated",
    "Generated (no source table)",
    "date spine",
    "calendar, made here",
    "none",
    "no source",
    "n/a - computed",
    "calculated by the model",
    "generated month list",
    "there is no source",
    "synthetic rows",
)
TABLES = (
    "generated_rows",
    "crm_accounts",
    "calendar_days of crm",
    "no_shows",
    "made by the shop, see orders",
    "computed from orders",
    "",
)


@pytest.mark.parametrize("text", MADE)
def test_a_cell_may_say_that_rows_come_from_no_table(text: str) -> None:
    assert made_from_nothing(text)


@pytest.mark.parametrize("text", TABLES)
def test_a_cell_that_says_more_names_a_table(text: str) -> None:
    assert not made_from_nothing(text)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("January 2023", "2023-01"),
        ("Dec. 2024", "2024-12"),
        ("the month of May 2025", "2025-05"),
        ("january of 2023", "2023-01"),
        ("1 January 2023", ""),
        ("January", ""),
        ("Janus 2023", ""),
    ],
)
def test_months_are_spelled_out(text: str, month: str) -> None:
    assert spelled_month(text) == month


def _target(note: str) -> TargetMapping:
    steps = (
        Step("months", 1, StepKind.DRIVING, table="generated"),
        Step("months", 2, StepKind.FILTER, condition="no source"),
        Step("months", 3, StepKind.NOTE, condition=note),
    )
    return TargetMapping("months", (), steps=steps)


def test_such_a_cell_goes_where_a_note_says_which_rows_are_made() -> None:
    target = without_placeholders(_target("all months from January 2023 to December 2024"), Schema())
    assert [step.kind for step in target.steps] == [StepKind.NOTE]


def test_it_stays_where_no_note_does() -> None:
    target = _target("all months of the contract")
    assert without_placeholders(target, Schema()) == target

"""Values of the next row of a thing with one of their own at its end, and flags of its last row."""

from __future__ import annotations

import pytest

from signoff.core.merge.likely.next_rows import next_row
from signoff.core.merge.likely.windows import Name, likely_window

SOURCES = (Name("changed_ts", "TIMESTAMP"),)
OWN = (Name("claim_id", "VARCHAR"), Name("valid_from", "TIMESTAMP"))
BESIDE = (Name("claim_id", "INTEGER"), Name("changed_ts", "TIMESTAMP"), Name("state_cd", "VARCHAR"))
OVER = "over (partition by claim_id order by changed_ts)"


@pytest.mark.parametrize(
    ("rule", "sql"),
    [
        (
            "changed_ts of the next step of the claim; last step: 2024-12-31 00:00:00",
            f"coalesce(lead(changed_ts) {OVER}, timestamp '2024-12-31 00:00:00')",
        ),
        (
            "changed_ts of the following row of the same claim, 2024-12-31 for the last row",
            f"coalesce(lead(changed_ts) {OVER}, date '2024-12-31')",
        ),
        ("changed_ts of the next step of the claim; no next step: NULL", f"lead(changed_ts) {OVER}"),
        (
            "changed_ts of the previous step of the claim; first step: 2000-01-01",
            f"coalesce(lag(changed_ts) {OVER}, date '2000-01-01')",
        ),
        (
            "one second before the next changed_ts of the same claim; last step: 31.12.9999",
            f"coalesce(lead(changed_ts) {OVER} - interval 1 second, date '9999-12-31')",
        ),
        (
            "the next changed_ts of the claim minus 1 day; last one: null",
            f"lead(changed_ts) {OVER} - interval 1 day",
        ),
        (
            "true for the last step of the claim, otherwise false",
            f"case when lead(changed_ts) {OVER} is null then true else false end",
        ),
        (
            "Y for the first change of the claim, N for all others",
            f"case when lag(changed_ts) {OVER} is null then 'Y' else 'N' end",
        ),
    ],
)
def test_what_the_row_at_the_end_gets_is_said(rule: str, sql: str) -> None:
    assert next_row(rule, OWN, SOURCES, BESIDE) == sql


@pytest.mark.parametrize(
    "rule",
    [
        "changed_ts of the next step of the claim; first step: 2024-12-31",
        "changed_ts of the next step of the claim; last step: 2024-12-31 unless it is closed",
        "changed_ts of the next step of the claim that is closed; last step: 2024-12-31",
        "one day before the next changed_ts of the same claim; last open step: 31.12.9999",
        "one day before the next state_cd of the same claim; last step: 31.12.9999",
        "changed_ts of the next step of the house; last step: 2024-12-31",
        "true for the last open step of the claim, otherwise false",
        "true for the last step, otherwise false",
    ],
)
def test_another_end_a_limit_or_an_unknown_thing_is_left(rule: str) -> None:
    assert next_row(rule, OWN, SOURCES, BESIDE) == ""


def test_a_value_at_the_end_is_not_dropped_by_the_reader_of_neighbours() -> None:
    rule = "changed_ts of the next step of the claim; last step: {}"
    assert likely_window(rule.format("2024-12-31"), OWN, SOURCES, BESIDE) == ""
    assert likely_window(rule.format("null"), OWN, SOURCES, BESIDE) != ""

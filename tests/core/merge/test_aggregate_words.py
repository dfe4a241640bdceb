"""Which rules sum up rows, so that a stated grain becomes a grouping."""

from __future__ import annotations

import pytest

from signoff.core.merge.prose_shapes import AGGREGATES


@pytest.mark.parametrize(
    "rule",
    [
        "title, first name and last name, each trimmed",
        "the last four digits",
        "first letter of the name",
        "00.00.0000 and blank text mean that we do not know it",
        "Fewer than 4 digits in total -> leave empty",
        "small letters count like capitals",
        "cancelled ones do not count",
        "blank counts as missing",
        "last day of the month",
        "the first 10 characters",
        "first and last name with a blank between",
    ],
)
def test_a_rule_of_one_row_sums_up_nothing(rule: str) -> None:
    assert AGGREGATES.search(rule) is None


@pytest.mark.parametrize(
    "rule",
    [
        "sum of amount",
        "number of orders",
        "count of rows",
        "the first order of the customer",
        "last order_date",
        "mean of the readings",
        "latest status",
        "total paid",
        "how many orders",
        "maximum of score",
    ],
)
def test_a_rule_that_sums_up_rows(rule: str) -> None:
    assert AGGREGATES.search(rule) is not None

"""Notes on the unit of a target's amounts."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import ColumnMapping, SourceRef, Step, StepKind, TargetMapping
from signoff.core.parse.unit_notes import empty_sums_are_zero, in_whole_units, with_units

TOLD = (
    "1) Amounts come in cents and are shown in whole currency with two decimals (divide by 100).",
    "All amounts are in cents: divide by 100",
    "2. The amounts in the source are stored in cents, divide them by 100.",
    "Salaries are delivered in cents, the target holds whole euros (/ 100)",
    "Fees are held in pence; divide by 100 to pounds",
    "- Prices are given in minor units and converted to full units, / 100",
)
OTHERS = (
    "Amounts come in cents.",
    "Amounts come in cents, only those of 2024 are divided by 100",
    "Amounts come in cents and are shown in thousands (divide by 100)",
    "Amounts come in cents unless the currency is JPY (divide by 100)",
)


@pytest.mark.parametrize("note", TOLD)
def test_a_note_on_cents_is_read(note: str) -> None:
    assert in_whole_units(note)


@pytest.mark.parametrize("note", OTHERS)
def test_a_note_that_says_more_is_left(note: str) -> None:
    assert not in_whole_units(note)


def test_columns_of_cents_are_divided_and_no_others() -> None:
    columns = tuple(
        ColumnMapping("t", name, sources=(SourceRef("LINE", source),), rule=rule, rule_resolved=rule)
        for name, source, rule in (
            ("BASE", "AMOUNT_CENTS", "Sum of component BASE"),
            ("FEE", "FEE_CENTS", ""),
            ("NET", "NET_CENTS", "cents to euros"),
            ("DAYS", "DAYS", "sum"),
        )
    )
    note = Step("t", 1, StepKind.NOTE, condition=TOLD[0])

    (told,) = with_units([TargetMapping("t", columns, (note,))])

    assert [c.rule_resolved for c in told.columns] == [
        "Sum of component BASE, divided by 100",
        "divided by 100",
        "cents to euros",
        "sum",
    ]
    assert [c.rule for c in told.columns] == [c.rule for c in columns]


@pytest.mark.parametrize(
    ("note", "is_told"),
    [
        ("4) A sum with no line is 0. Lines of other kinds go into no column.", True),
        ("Totals without any rows are zero", True),
        ("- Amounts without bookings become 0", True),
        ("A sum with no line is empty", False),
        ("A sum with no line is 0 unless the month is closed", False),
    ],
)
def test_a_note_on_sums_over_no_rows_is_read(note: str, is_told: bool) -> None:
    assert empty_sums_are_zero(note) is is_told

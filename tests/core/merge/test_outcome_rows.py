"""Rows told by what a column of the target comes out as: conditions on the target's own columns."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import ColumnMapping, Step, StepKind, TargetMapping
from signoff.core.merge.outcome_rows import with_outcome_rows

COLUMNS = ("visit_no", "visit_start_date", "visit_end_date")


@pytest.mark.parametrize(
    ("text", "sql"),
    [
        ("Records whose visit_start_date comes out empty are not loaded.", "visit_start_date is not null"),
        (
            "Records whose visit_start_date comes out empty or as 31-12-9999 (dummy date) are not loaded.",
            "visit_start_date is not null and visit_start_date <> date '9999-12-31'",
        ),
        ("Visits whose visit_no stays empty after the rule below are left out.", "visit_no is not null"),
        (
            "A visit is left out (but stays in PERSON) if no end date can be found or if the end date lies "
            "before the start date.",
            "visit_end_date is not null and visit_end_date >= visit_start_date",
        ),
    ],
)
def test_rows_are_told_by_own_columns(text: str, sql: str) -> None:
    assert [(s.kind, s.condition) for s in with_outcome_rows(_target(text)).steps] == [(StepKind.FILTER, sql)]


@pytest.mark.parametrize(
    "text",
    [
        "Records whose city comes out empty are not loaded.",
        "A visit is left out if the date lies before the start date.",
        "Records whose visit_start_date comes out as 01-02-2024 or empty are not loaded.",
        "Records whose visit_start_date comes out empty or as 01-02-2024 are not loaded.",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert with_outcome_rows(_target(text)) == _target(text)


def _target(text: str) -> TargetMapping:
    columns = tuple(ColumnMapping("visit", name) for name in COLUMNS)
    return TargetMapping("visit", columns, (Step("visit", 1, StepKind.NOTE, condition=text),))

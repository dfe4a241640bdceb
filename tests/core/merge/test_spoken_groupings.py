"""Groupings by a period of a date, and columns of a calendar that only say what they show."""

from __future__ import annotations

import pytest

from signoff.core.domain.plan import CarriedColumn, JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, SourceRef, TargetMapping
from signoff.core.merge.grouped_periods import cut_column
from signoff.core.merge.spine_sources import with_made_source
from signoff.core.merge.spines import spine_expression
from tests.core.merge.cases import schema_of

SCHEMA = schema_of({"tables": {"visits": "visit_no INTEGER key, came_at TIMESTAMP, left_at TIMESTAMP"}})
VISITS = (Relation("visits", "v", JoinKind.DRIVING),)
TARGET = TargetMapping(
    "t",
    (
        ColumnMapping(
            "t", "visit_month", sources=(SourceRef("visits", "came_at"),), rule="first of the month"
        ),
        ColumnMapping("t", "came_day", sources=(SourceRef("visits", "came_at"),), rule="date part"),
        ColumnMapping("t", "longest", sources=(SourceRef("visits", "left_at"),), rule="maximum"),
    ),
)


@pytest.mark.parametrize(
    ("item", "column"),
    [
        ("month of came_at", "visit_month"),
        ("month of the came at", "visit_month"),
        ("calendar month", "visit_month"),
        ("came at month", "visit_month"),
        ("day of came_at", "came_day"),
        ("date", "came_day"),
        ("month of left_at", ""),
        ("year of came_at", ""),
        ("month of the moon", ""),
    ],
)
def test_a_period_in_a_grouping_is_the_column_that_shows_it(item: str, column: str) -> None:
    """Only where one column of the target is made of that date and that period."""
    assert cut_column(item, VISITS, SCHEMA, TARGET) == column


DAYS = Relation(
    "days",
    "d",
    JoinKind.DRIVING,
    subquery="select cast(unnest(generate_series(date '2024-01-01', date '2024-12-31', interval 1 day)) as date) day",
    carries=(CarriedColumn("day", "DATE"),),
    told="all days of 2024",
)


@pytest.mark.parametrize(
    "rule", ["one row per calendar day", "day", "the date", "date of the spine", "calendar day"]
)
def test_the_made_days_are_shown_as_they_are(rule: str) -> None:
    """What is said of the day itself is the day."""
    found = spine_expression(ColumnMapping("t", "date_day", rule=rule), SectionPlan("", (DAYS,)))
    assert found is not None and found.sql == "d.day"


@pytest.mark.parametrize("rule", ["month", "first day of the month", "year", "week", "quarter"])
def test_a_longer_period_is_not_the_made_day(rule: str) -> None:
    """A month is no day."""
    assert spine_expression(ColumnMapping("t", "month_no", rule=rule), SectionPlan("", (DAYS,))) is None


@pytest.mark.parametrize(
    ("rule", "said"),
    [("quarter of the day (1 to 4)", "quarter (1 to 4)"), ("year of the date", "year"), ("month", "month")],
)
def test_a_rule_without_a_source_is_about_the_made_days(rule: str, said: str) -> None:
    """In a calendar the day is the source."""
    found = with_made_source(ColumnMapping("t", "x", rule=rule), SectionPlan("", (DAYS,)))
    assert (found.sources, found.rule) == ((SourceRef("d", "day"),), said)

"""Rows for each thing and period told in running text, with what falls into a period and what goes over periods."""

from __future__ import annotations

import pytest

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    Step,
    StepKind,
    TargetMapping,
)
from signoff.core.merge.grids.restating import with_grid

CELL = Cell("map", 3, 2)
SCHEMA = Schema(
    (
        SourceTable(
            "promo_dim",
            (
                SourceColumn("promo_id", "INTEGER"),
                SourceColumn("begins_on", "DATE"),
                SourceColumn("ends_on", "DATE"),
                SourceColumn("budget", "DECIMAL(10,2)"),
            ),
        ),
        SourceTable(
            "visit",
            (
                SourceColumn("visit_id", "INTEGER"),
                SourceColumn("promo_id", "INTEGER"),
                SourceColumn("guest_no", "INTEGER"),
                SourceColumn("visited_on", "DATE"),
                SourceColumn("left_on", "DATE"),
                SourceColumn("paid", "DECIMAL(10,2)"),
                SourceColumn("kind", "VARCHAR"),
            ),
        ),
    )
)
EVERY_DAY = "Every promo of promo_dim, every day from its begins_on until its ends_on (both in)"


def _column(name: str, rule: str, *sources: SourceRef) -> ColumnMapping:
    return ColumnMapping("t", name, "INTEGER", sources, rule, rule)


ID = _column("promo_id", "", SourceRef("promo_dim", "promo_id"))
DAY = _column("day", "")
VISITS = _column("visits", "how many visits, by visited_on", SourceRef("visit", "visit_id"))


def _restated(text: str, *columns: ColumnMapping) -> tuple[dict[str, str], str]:
    """Rules by column, and all steps in a line."""
    steps = (Step("t", 1, StepKind.NOTE, condition=text, cell=CELL),)
    target, _ = with_grid(TargetMapping("t", columns, steps), SCHEMA)
    told = " | ".join(f"{s.kind.value} {s.table} {s.condition}" for s in target.steps)
    return {c.name: c.rule for c in target.columns}, told


@pytest.mark.parametrize(
    "text",
    [
        EVERY_DAY,
        "There should be one row for each promo of promo_dim and each day from its begins_on to its ends_on",
        f"The table behind the dashboard: {EVERY_DAY}. Days on which nothing happened have to be there with zeros",
        f"{EVERY_DAY}, even if nobody came",
    ],
)
def test_rows_of_things_with_a_span_of_their_own(text: str) -> None:
    rules, steps = _restated(text, ID, DAY, VISITS)
    assert "generate_series(cast(begins_on as date), cast(ends_on as date), interval 1 day)" in steps
    assert "count(*) as visits" in steps
    assert rules["visits"].startswith("coalesce(visit_1_held.visits, 0)")
    assert rules["day"] == "promo_days.day"


@pytest.mark.parametrize(
    "text",
    [
        f"{EVERY_DAY}. Only visits of adults are taken.",
        f"{EVERY_DAY}. Promos without a budget are left out.",
        "Every promo of promo_dim, every day from its begins_on until the fair closes",
        "Every promo, every day it runs",
    ],
)
def test_texts_that_say_more_are_left_to_others(text: str) -> None:
    rules, steps = _restated(text, ID, DAY, VISITS)
    assert rules["visits"] == VISITS.rule
    assert "Derived" not in steps


@pytest.mark.parametrize(
    ("rule", "source", "sql"),
    [
        ("number of different guests, by visited_on", "guest_no", "count(distinct guest_no)"),
        ("paid of that day, by visited_on", "paid", "sum(paid)"),
        ("number of visits that ended that day", "left_on", "count(*)"),
    ],
)
def test_what_falls_into_a_period(rule: str, source: str, sql: str) -> None:
    column = _column("held", rule, SourceRef("visit", source))
    assert f"{sql} as held" in _restated(EVERY_DAY, ID, DAY, VISITS, column)[1]


@pytest.mark.parametrize(
    "rule",
    [
        "number of visits of members, by visited_on",
        "how many visits, by visited_on, unless they were cancelled",
        "how many visits",
        "how many guests came, by visited_on",
        "the highest paid, by visited_on",
    ],
)
def test_words_that_are_not_understood_leave_a_column_open(rule: str) -> None:
    column = _column("held", rule, SourceRef("visit", "paid"))
    rules, steps = _restated(EVERY_DAY, ID, DAY, VISITS, column)
    assert rules["held"] == rule
    assert "as held" not in steps


WINDOW = "(partition by promo_days.promo_id order by promo_days.day)"
VALUE = "coalesce(visit_1_held.visits, 0)"


@pytest.mark.parametrize(
    ("rule", "sql"),
    [
        ("visits since the start of the promo incl. today", f"(sum({VALUE}) over {WINDOW})"),
        ("running total of visits up to and including the day", f"(sum({VALUE}) over {WINDOW})"),
        (
            "visits minus visits of the day before, null on the first day",
            f"{VALUE} - lag({VALUE}) over {WINDOW}",
        ),
        ("today's visits minus yesterday's. NULL on the first day", f"{VALUE} - lag({VALUE}) over {WINDOW}"),
        ("1 on the first day, 2 the day after ...", f"row_number() over {WINDOW}"),
        ("budget minus visits, can be negative", f"promo_days.budget - {VALUE}"),
        ("visits since the start of the promo, without Sundays", ""),
        ("visits of the promo before today", ""),
        ("visits minus visits of the day before, unless it is a Monday", ""),
    ],
)
def test_values_over_periods(rule: str, sql: str) -> None:
    rules, _ = _restated(EVERY_DAY, ID, DAY, VISITS, _column("over", rule))
    assert rules["over"] == (sql or rule)

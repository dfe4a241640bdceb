"""A table read once for each of two days: in place where days, key and period are clear, left as a note elsewhere."""

from __future__ import annotations

import pytest

from signoff.core.domain.plan import Condition, SectionPlan
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
from signoff.core.merge.read_twice import (
    add_read_twice,
    days_read,
    event_expression,
    with_event_source,
    with_read_twice,
)
from signoff.core.merge.sectiondraft import SectionDraft

KINDS = {
    "ticket_no": "INTEGER",
    "shop": "VARCHAR",
    "opened_at": "TIMESTAMP",
    "closed_on": "DATE",
    "fee": "INTEGER",
}
TICKETS = SourceTable("tickets", tuple(SourceColumn(name, kind) for name, kind in KINDS.items()))
SCHEMA = Schema((TICKETS,))
GRAIN = "One row per shop and calendar month in which at least one of its tickets was opened or closed."


def _column(name: str, sources: tuple[str, ...], rule: str) -> ColumnMapping:
    return ColumnMapping(
        "shop_months", name, "INTEGER", tuple(SourceRef("tickets", s) for s in sources), rule
    )


COLUMNS = (
    _column("shop", ("shop",), ""),
    _column("month_start", ("opened_at", "closed_on"), "first day of the month"),
    _column("opened", ("opened_at",), "tickets opened in the month"),
    _column("fees", ("fee",), "sum"),
)


def _target(source: str, grain: str = GRAIN) -> TargetMapping:
    notes = tuple(
        Step("shop_months", n, StepKind.NOTE, condition=text) for n, text in enumerate((grain, source), 1)
    )
    return TargetMapping("shop_months", COLUMNS, steps=notes)


def _section(target: TargetMapping) -> SectionPlan:
    draft = SectionDraft("", target, SCHEMA, lambda text, scope: None)
    assert add_read_twice(draft, target.steps[0])
    draft.group_by += [Condition("", "tickets.shop"), Condition("", column="month_start")]
    return draft.plan()


@pytest.mark.parametrize(
    "source",
    [
        "Source is tickets, once by opened_at and once by closed_on",
        "The driving table is tickets, once by opened_at and once by closed_on.",
        "From tickets, once by its opened_at and once by its closed_on",
        "tickets is read twice: once by opened_at and once by closed_on",
        "Starts from tickets twice: by opened_at and by closed_on",
    ],
)
def test_rows_count_once_for_each_day(source: str) -> None:
    target = with_read_twice(_target(source), SCHEMA)
    assert [(s.kind, s.table) for s in target.steps] == [
        (StepKind.DRIVING, "tickets"),
        (StepKind.GROUP_BY, ""),
    ]
    assert target.steps[1].condition == "shop, month_start"
    section = _section(target)
    assert days_read(section) == ("opened_at", "closed_on")
    assert [c.name for c in section.relations[0].carries] == ["happened_at", "happened", "shop"]


@pytest.mark.parametrize(
    ("source", "grain"),
    [
        ("Source is tickets, once by opened_at and once by paid_at", GRAIN),
        ("Source is tickets, once by opened_at and once by fee", GRAIN),
        ("Source is tickets, once by opened_at and once by closed_on of the shop", GRAIN),
        ("Source is tickets, once by opened_at and once by closed_on", "One row per shop."),
        ("Source is tickets, once by opened_at and once by closed_on", "One row per town and month."),
        (
            "Source is tickets, once by opened_at and once by closed_on",
            "One row per shop and month in which it was paid.",
        ),
    ],
)
def test_an_unclear_part_leaves_the_notes(source: str, grain: str) -> None:
    target = _target(source, grain)
    assert with_read_twice(target, SCHEMA) == target


def test_what_is_left_of_the_notes_stays() -> None:
    source = "Source is tickets, once by opened_at and once by closed_on. Fees come later."
    assert with_read_twice(_target(source), SCHEMA).steps[-1].condition == "Fees come later."


@pytest.mark.parametrize(
    ("rule", "day", "sql"),
    [
        ("tickets opened in the month", "opened_at", "opened_at"),
        ("number of tickets closed in that month, 0 if none", "closed_on", "closed_on"),
        ("tickets closed in the month", "opened_at", ""),
        ("tickets paid in the month", "opened_at", ""),
        ("shops opened in the month", "opened_at", ""),
        ("tickets opened in the month by card", "opened_at", ""),
    ],
)
def test_counts_are_of_the_day_that_source_and_verb_name(rule: str, day: str, sql: str) -> None:
    section = _section(
        with_read_twice(_target("Source is tickets, once by opened_at and once by closed_on"), SCHEMA)
    )
    found = event_expression(_column("wanted", (day,), rule), section)
    assert (found.sql if found is not None else "") == (
        f"count(case when tickets.happened = '{sql}' then 1 end)" if sql else ""
    )


def test_the_period_of_both_days_is_of_the_one_that_counts() -> None:
    section = _section(
        with_read_twice(_target("Source is tickets, once by opened_at and once by closed_on"), SCHEMA)
    )
    assert with_event_source(COLUMNS[1], section).sources == (SourceRef("tickets", "happened_at"),)
    assert with_event_source(COLUMNS[2], section).sources == ()
    assert with_event_source(COLUMNS[3], section) == COLUMNS[3]

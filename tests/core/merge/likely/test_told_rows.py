"""Rows and keys told in running text: calendars, combinations with periods, tables in another role, keys of others."""

from __future__ import annotations

import pytest

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
from signoff.core.merge.likely.column_spines import spine_of_column, with_spine_of_column
from signoff.core.merge.likely.moved_sources import with_sources_moved
from signoff.core.merge.likely.told_again import with_tables_told_again
from signoff.core.merge.likely.told_crossed import with_told_crossing
from signoff.core.merge.likely.told_keys import with_told_keys
from signoff.core.merge.likely.told_windows import place_in_order, running_formula
from signoff.core.merge.likely.windows import Name


def _table(text: str) -> SourceTable:
    name, _, columns = text.partition(": ")
    return SourceTable(name, tuple(SourceColumn(*each.split()) for each in columns.split(", ")))


DAY_KEY = "look up day_key in dim_day by moves.moved_on = dim_day.full_day"
ITEM_KEY = "look up item_key in dim_item by moves.item_no = dim_item.item_no"
ADDED_UP = "sum(qty_in - qty_out) over (partition by item_key order by month_start)"
SCHEMA = Schema(
    tables=(
        _table("staff: staff_no INTEGER, surname VARCHAR, boss_no INTEGER, dept_code VARCHAR"),
        _table("dim_item: item_key INTEGER, item_no VARCHAR, item_name VARCHAR"),
        _table("dim_day: day_key INTEGER, full_day DATE, month_no INTEGER"),
        _table("moves: move_id INTEGER, item_no VARCHAR, moved_on DATE, qty INTEGER"),
        _table("rates: currency VARCHAR, valid_from DATE, rate DECIMAL(8,4)"),
    )
)


def _column(name: str, rule: str, *sources: str, kind: str = "INTEGER", key: bool = False) -> ColumnMapping:
    refs = tuple(SourceRef(*each.split(".")) for each in sources)
    return ColumnMapping("t", name, kind, refs, rule, rule, key=key)


def _target(note: str, *columns: ColumnMapping, driving: str = "") -> TargetMapping:
    steps = [Step("t", 1, StepKind.DRIVING, table=driving)] if driving else []
    return TargetMapping("t", columns, (*steps, Step("t", 2, StepKind.NOTE, condition=note)))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (
            "Generated: every day from 1 January 2023 to 31 March 2024",
            "every day from 2023-01-01 to 2024-03-31",
        ),
        (
            "generated, one row per day between 2023-01-01 and 2023-12-31",
            "one row per day between 2023-01-01 and 2023-12-31",
        ),
        ("Every calendar day of 2023", "Every calendar day of 2023"),
        ("Date of the order", None),
    ],
)
def test_the_rule_of_a_column_makes_the_rows(rule: str, text: str | None) -> None:
    found = spine_of_column(_column("full_date", rule, kind="DATE"))
    assert (found.text if found is not None else None) == text


def test_a_target_that_reads_a_table_gets_no_calendar() -> None:
    made = _column("full_date", "every day of 2023", kind="DATE")
    assert with_spine_of_column(_target("one row per day", made), SCHEMA).steps[0].kind is StepKind.DRIVING
    target = _target("one row per day", made, driving="moves")
    assert with_spine_of_column(target, SCHEMA) == target


MONTHS = "First day of month. All months from the month of the first move to the month of the last one, over all items"


@pytest.mark.parametrize(
    "note",
    [
        "Every item that has moves and is in dim_item, combined with every month (see month_start), also if none moved",
        "Each item that is in dim_item crossed with all months",
    ],
)
def test_a_table_is_combined_with_months(note: str) -> None:
    target = _target(note, _column("month_start", MONTHS, "moves.moved_on", kind="DATE"), driving="moves")
    steps = with_told_crossing(target, SCHEMA).steps
    assert [s.table for s in steps if s.kind is StepKind.DRIVING] == ["dim_item"]
    crossed = next(s for s in steps if s.kind is StepKind.CROSS_JOIN)
    assert crossed.condition == "one row per month from the first moved_on to the last moved_on"
    assert any("exists" in s.condition for s in steps) == ("has moves" in note)


@pytest.mark.parametrize(
    ("note", "months"),
    [
        ("Every item that is in dim_item and cost something, combined with every month", MONTHS),
        ("Every item that is in dim_item, combined with every month, also those only moved once", MONTHS),
        (
            "Every item that is in dim_item, combined with every month",
            "All months from the first move to the last move of the item",
        ),
    ],
)
def test_what_is_not_understood_combines_nothing(note: str, months: str) -> None:
    target = _target(note, _column("month_start", months, "moves.moved_on", kind="DATE"), driving="moves")
    assert with_told_crossing(target, SCHEMA) == target


@pytest.mark.parametrize(
    ("note", "rule", "told"),
    [
        (
            "Left join staff again for the boss.",
            "",
            "left join staff as boss on staff.boss_no = boss.staff_no.",
        ),
        (
            "Self join for the boss",
            "staff_no = boss_no",
            "left join staff as boss on staff.boss_no = boss.staff_no",
        ),
        ("Left join staff again for the helper.", "", None),
        ("Left join staff again for the boss, if he is still there.", "", None),
    ],
)
def test_a_table_is_joined_again_by_its_role(note: str, rule: str, told: str | None) -> None:
    target = _target(note, _column("boss", rule, "staff.surname"), driving="staff")
    assert with_tables_told_again(target, SCHEMA).steps[-1].condition == (told or note)


@pytest.mark.parametrize(
    ("rule", "sources", "told"),
    [
        ("day_key of the move day", ("moves.moved_on", "dim_day.moved_on"), DAY_KEY),
        ("item_key of the item", ("moves.item_no", "dim_item.item_no"), ITEM_KEY),
        (
            "item_no if it exists in dim_item, otherwise -1 (also if empty)",
            ("moves.item_no", "dim_item.item_no"),
            "look up item_no in dim_item by moves.item_no = dim_item.item_no; -1 if not found",
        ),
        ("item_no if it exists in dim_item, otherwise the set", ("moves.item_no", "dim_item.item_no"), None),
        ("item_key of the item, but only for sales", ("moves.item_no", "dim_item.item_no"), None),
    ],
)  # fmt: skip
def test_keys_of_other_tables_are_looked_up(rule: str, sources: tuple[str, ...], told: str | None) -> None:
    target = _target("", _column("item_no", rule, *sources), driving="moves")
    assert with_told_keys(target, SCHEMA).columns[0].rule == (told or rule)


def test_sources_stand_at_the_table_that_has_them() -> None:
    target = _target("", _column("net", "qty * rate", "moves.currency", "dim_day.qty", "rates.rate"))
    moved = with_sources_moved(target, SCHEMA).columns[0].sources
    assert [(r.table, r.column) for r in moved[:2]] == [("rates", "currency"), ("moves", "qty")]


OWN = (Name("item_key", "INTEGER", True), Name("month_start", "DATE", True), Name("qty_in"), Name("qty_out"))


@pytest.mark.parametrize(
    ("rule", "sql"),
    [
        (
            "Stock at the end: qty_in - qty_out, added up per item from the first month to this one",
            "sum(qty_in - qty_out) over (partition by item_key order by month_start)",
        ),
        ("running total of qty_in - qty_out per item", ADDED_UP),
        ("qty_in - qty_out, added up per shop from the first month to this one", ""),
        ("qty_in - qty_lost, added up per item from the first month to this one", ""),
        ("qty_in - qty_out, added up per item from the first month to this one, without returns", ""),
    ],
)  # fmt: skip
def test_formulas_are_added_up(rule: str, sql: str) -> None:
    assert running_formula(rule, OWN) == sql


ORDERS = (Name("cust_no"), Name("ordered_on", "DATE"), Name("order_no"))
WHICH = (
    "Which order of the customer this is: 1 for the first, 2 for the second ..., by ordered_on, then order_no"
)


@pytest.mark.parametrize(
    ("rule", "note", "sql"),
    [
        (WHICH, "", "row_number() over (partition by cust_no order by ordered_on, order_no)"),
        (
            f"{WHICH}. All lines of an order have the same number. Only orders that are in this table are counted",
            "Counted per cust_no",
            "dense_rank() over (partition by cust_no order by ordered_on, order_no)",
        ),
        (f"{WHICH}. Returns are not counted", "", ""),
        (WHICH, "Counted per order_no", ""),
        (WHICH.replace("customer", "shop"), "", ""),
    ],
)
def test_places_in_an_order(rule: str, note: str, sql: str) -> None:
    assert place_in_order(rule, note, ORDERS) == sql

"""Cells of join and filter sheets that hold more than a name or one condition."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import Step
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse import read_sheets
from signoff.core.parse.step_texts import filter_parts, named_table
from signoff.core.parse.types import notes_key, says_key


@pytest.mark.parametrize(
    ("cell", "table", "alias", "how"),
    [
        ("stg_reading", "stg_reading", "", ""),
        ("customers c", "customers", "c", ""),
        ("customers AS c", "customers", "c", ""),
        ("readings, latest row per point_id", "readings", "", "latest row per point_id"),
        ("readings r, latest row per point_id", "readings", "r", "latest row per point_id"),
        ("weather w; averaged per region first", "weather", "w", "averaged per region first"),
        ("orders (only the open ones)", "orders", "", "only the open ones"),
        ("orders o - grouped by customer_id beforehand", "orders", "o", "grouped by customer_id beforehand"),
        ("orders grouped by customer_id", "orders", "", "grouped by customer_id"),
        (
            "invoices joined with contracts (no = contract_no)",
            "invoices",
            "",
            "joined with contracts (no = contract_no)",
        ),
    ],
)
def test_a_table_is_told_apart_from_how_it_is_made_ready(cell: str, table: str, alias: str, how: str) -> None:
    named = named_table(cell)
    assert (named.name, named.alias, named.how) == (table, alias, how)


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("status = 'A'", ["filter status = 'A'"]),
        (
            "amount > 1.5 and code in (1, 2) and x = 'a. b'",
            ["filter amount > 1.5 and code in (1, 2) and x = 'a. b'"],
        ),
        (
            "kind must be filled. Group by region, day.",
            ["filter kind must be filled", "group by region, day"],
        ),
        (
            "Before grouping: usage is filled. Grouped by region and day",
            ["filter usage is filled", "group by region and day"],
        ),
        (
            "only status A. No test rows; orders without a status stay",
            ["filter only status A. No test rows; orders without a status stay"],
        ),
        (
            "only status A. Group by region. No test rows.",
            ["filter only status A. No test rows", "group by region"],
        ),
        ("Group by region", ["group by region"]),
        ("a = 1\nand b = 2", ["filter a = 1\nand b = 2"]),
        ("rows e.g. of No. 5 stay out", ["filter rows e.g. of No. 5 stay out"]),
    ],
)
def test_a_sentence_on_grouping_is_told_apart_from_a_filter(cell: str, parts: list[str]) -> None:
    assert [f"{kind} {text}" for kind, text in filter_parts(cell)] == parts


MAPPING = SheetGrid(
    "Mapping",
    (
        ("Target Table", "Target Column", "Target Type", "PK", "Source Table", "Source Column", "Rule"),
        ("fct_use", "point_id", "varchar(10)", "K", "stg_point", "point_id", ""),
        ("fct_use", "usage", "decimal(9,2)", "", "stg_reading", "usage", ""),
    ),
)


@pytest.mark.parametrize(
    "on", ["On", "ON", "Join On", "Match on", "Matching columns", "Linked by", "On clause"]
)
def test_a_sheet_of_left_and_right_tables_keeps_joins_and_filters_apart(on: str) -> None:
    joins = SheetGrid(
        "Joins",
        (
            ("Target", "Left table", "Join type", "Right table", on, "Filter"),
            (
                "fct_use",
                "stg_point p",
                "left",
                "stg_reading r, latest row per point_id",
                "p.point_id = r.point_id",
                "p.state = 'A'",
            ),
        ),
    )
    target = read_sheets("book.xlsx", [MAPPING, joins]).targets[0]
    assert [_told(step) for step in target.steps] == [
        "driving table stg_point p ",
        "left join stg_reading r p.point_id = r.point_id; latest row per point_id",
        "filter   p.state = 'A'",
    ]
    assert [column.key for column in target.columns] == [True, False]


def test_a_filter_beside_a_lone_left_table_says_which_table_drives() -> None:
    joins = SheetGrid(
        "Joins",
        (
            ("Target", "Left table", "Join type", "Right table", "On", "Filter"),
            ("fct_use", "stg_reading", "", "", "", "usage must be filled. Group by point_id."),
        ),
    )
    target = read_sheets("book.xlsx", [MAPPING, joins]).targets[0]
    assert [_told(step) for step in target.steps] == [
        "driving table stg_reading  ",
        "filter   usage must be filled",
        "group by   point_id",
    ]


@pytest.mark.parametrize("mark", ["K", "k", "Key", "part of the key", "part of key", "2", "PK", "X"])
def test_a_mark_of_the_key(mark: str) -> None:
    assert says_key(mark)


@pytest.mark.parametrize("mark", ["FK", "foreign key", "N", "-", "no", "key figure"])
def test_no_mark_of_the_key(mark: str) -> None:
    assert not says_key(mark)


@pytest.mark.parametrize(
    ("remark", "told"),
    [
        ("PK", True),
        ("Primary key, not null", True),
        ("part of the primary key", True),
        ("composite key (part 2)", True),
        ("primary key of the vendor table", False),
        ("FK", False),
        ("no PK yet", False),
        ("this identifies the guest", True),
        ("identifies the row, together with the month", True),
        ("unique, not_null", True),
        ("unique", False),
        ("identifies the vendor's system if filled", False),
    ],
)
def test_a_remark_that_is_nothing_but_a_mark_of_the_key(remark: str, told: bool) -> None:
    assert notes_key(remark) is told


def _told(step: Step) -> str:
    return f"{step.kind} {step.table} {step.alias} {step.condition}"

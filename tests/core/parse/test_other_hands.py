"""Documents in other hands: headers that are sentences, lines on rows in the grid, one line for each target."""

from __future__ import annotations

from collections.abc import Sequence

from signoff.core.domain.spec import SourceRef, StepKind, TargetMapping
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.reader import read_sheets

_GRID = [
    ["Target table", "Target column", "Type", "Source table", "Source column", "Rule"],
    ["fct_trip", "trip_no", "integer", "trip", "no", ""],
    [
        "fct_trip",
        "started_on",
        "date",
        "trip",
        "start",
        "only within the reporting period, else the key date",
    ],
    ["dim_car", "car_no", "integer", "car", "no", ""],
    ["dim_car", "maker", "varchar(20)", "car", "maker", ""],
]


def _read(**sheets: Sequence[Sequence[str]]) -> dict[str, TargetMapping]:
    grids = [SheetGrid(name, tuple(tuple(cells) for cells in _even(rows))) for name, rows in sheets.items()]
    return {target.name: target for target in read_sheets("mapping.xlsx", grids).targets}


def _even(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


def test_a_period_and_a_day_named_once_stand_for_their_days() -> None:
    cover = [["Reporting period", "1 January to 30 June 2024"], ["Key date", "2024-12-31"]]
    (_, column) = _read(Cover=cover, Mapping=_GRID)["fct_trip"].columns
    assert column.rule == "only within the reporting period, else the key date"
    assert column.rule_resolved == "only between 2024-01-01 and 2024-06-30, else 2024-12-31"


def test_a_sheet_of_one_line_for_each_target_tells_what_it_starts_from() -> None:
    tables = [
        ["Table", "One row per", "Starts from", "Notes"],
        ["fct_trip", "trip", "trip", "cancelled trips are left out"],
        ["dim_car", "car", "car", ""],
    ]
    steps = _read(Tables=tables, Mapping=_GRID)["fct_trip"].steps
    assert [(s.kind, s.table or s.condition) for s in steps] == [
        (StepKind.DRIVING, "trip"),
        (StepKind.NOTE, "One row per trip"),
        (StepKind.NOTE, "cancelled trips are left out"),
    ]


def test_a_filter_keeps_the_table_it_applies_to() -> None:
    filters = [
        ["Target", "Applies to", "Condition"],
        ["fct_trip", "trip", "state <> 'X'"],
        ["fct_trip", "car", "maker is filled"],
    ]
    steps = _read(Filters=filters, Mapping=_GRID)["fct_trip"].steps
    told = [(s.table, s.condition) for s in steps if s.kind is StepKind.FILTER]
    assert told == [("trip", "state <> 'X'"), ("car", "maker is filled")]


def test_lines_on_rows_in_the_grid_are_no_columns() -> None:
    grid = [
        ["model", "column", "type", "from", "logic", "notes"],
        ["trips", "(rows)", "", "trip", "cancelled trips are left out", "grain: trip"],
        ["trips", "(join)", "", "car", "left, on car_no", ""],
        ["trips", "trip_no", "int", "trip.no", "", ""],
        ["trips", "maker", "string", "car.maker", "", ""],
    ]
    target = _read(spec=grid)["trips"]
    assert [column.name for column in target.columns] == ["trip_no", "maker"]
    told = [(s.kind, s.table or s.condition) for s in target.steps]
    assert told[:3] == [
        (StepKind.DRIVING, "trip"),
        (StepKind.NOTE, "cancelled trips are left out"),
        (StepKind.NOTE, "One row per trip"),
    ]
    assert (StepKind.NOTE, "left, on car_no") in told


def test_headers_that_are_sentences_and_tables_in_brackets() -> None:
    grid = [
        ["Bookings", "", "", "", ""],
        ["", "", "", "", ""],
        ["What we call it", "Kind of data", "Comes from", "How it is worked out", "Remarks"],
        ["booking_no", "text", "res_no (reservation)", "", "identifies it"],
        ["party_size", "whole number", "adults, children (reservation)", "Both together.", ""],
        ["arrival", "date", "arrival (reservation)", "", ""],
    ]
    (target,) = _read(bookings=grid).values()
    assert [column.name for column in target.columns] == ["booking_no", "party_size", "arrival"]
    assert target.columns[1].sources == (
        SourceRef("reservation", "adults"),
        SourceRef("reservation", "children"),
    )
    assert target.columns[1].rule == "Both together."


def test_lines_of_sources_belong_together() -> None:
    grid = [
        ["Target table", "Target column", "Type", "Source table", "Source column", "Rule"],
        [
            "money",
            "amount",
            "decimal(9,2)",
            "bill\nlab",
            "qty, price\ncents",
            "bill: qty * price; lab: cents / 100",
        ],
        ["money", "id", "varchar(9)", "bill\nlab", "no\nref", ""],
    ]
    (target,) = _read(mapping=grid).values()
    assert target.columns[0].sources == (
        SourceRef("bill", "qty"),
        SourceRef("bill", "price"),
        SourceRef("lab", "cents"),
    )

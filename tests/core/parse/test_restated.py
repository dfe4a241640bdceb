"""Sheets that are written anew before they are read: their cells stay those of the document."""

from __future__ import annotations

from signoff.core.domain.corrections import Corrections, SheetCorrection
from signoff.core.domain.spec import Role, Spec
from signoff.core.engines.documents.grid import Merge, SheetGrid
from signoff.core.parse.reader import read_sheets

_ACROSS = (
    ("Target table", "animal"),
    ("Target column", "animal_id", "name"),
    ("Source column", "pet_no", "pet_name"),
    ("Rule", "", "trim"),
    ("Zoo", "red"),
)
_BESIDE = (
    ("Table: vessel", "", "", "Table: berth", ""),
    ("Target field", "Source field", "", "Target field", "Source field"),
    ("imo", "ships.imo_no", "", "code", "berths.berth_code"),
    ("flag", "ships.flag_code", "", "depth", "berths.depth_m"),
)


def _read(rows: tuple[tuple[str, ...], ...], told: Corrections | None = None) -> Spec:
    return read_sheets("mapping.xlsx", [SheetGrid("Map", rows)], told or Corrections())


def test_fields_that_run_across_keep_their_cells() -> None:
    spec = _read(_ACROSS)
    name = spec.targets[0].columns[1]
    assert (name.name, name.rule, str(name.cell)) == ("name", "trim", "Map!C2")
    assert (name.cell.row, name.cell.column) == (2, 3) if name.cell else False
    assert dict(name.cells)[Role.RULE][1:3] == (4, 3)
    assert [(u.text, u.cell.row, u.cell.column) for u in spec.unused] == [("red", 5, 2)]


def test_a_sheet_that_runs_across_has_no_columns_with_parts() -> None:
    reading = _read(_ACROSS).sheets[0]
    assert (reading.header_row, reading.roles) == (2, ())


def test_grids_beside_each_other_keep_their_cells() -> None:
    spec = _read(_BESIDE)
    assert [t.name for t in spec.targets] == ["vessel", "berth"]
    places = [[(c.name, c.cell.row, c.cell.column) for c in t.columns if c.cell] for t in spec.targets]
    assert places == [[("imo", 3, 1), ("flag", 4, 1)], [("code", 3, 4), ("depth", 4, 4)]]
    assert spec.unused == ()


def test_what_a_person_told_of_a_sheet_is_read_as_it_stands() -> None:
    told = Corrections((SheetCorrection("Map", roles=(("D", Role.NOTE),)),))
    assert [t.name for t in _read(_BESIDE, told).targets] != ["vessel", "berth"]


def test_a_source_and_a_target_in_one_cell_have_that_cell() -> None:
    rows = (
        ("Source -> Target", "Rule"),
        ("trips.no -> fact_trip.trip_id", ""),
        ("trips.km -> fact_trip.metres", "multiply by 1000"),
    )
    spec = _read(rows)
    metres = spec.targets[0].columns[1]
    assert {role: cell[1:3] for role, cell in metres.cells} == {
        Role.TARGET_COLUMN: (3, 1),
        Role.SOURCE_COLUMN: (3, 1),
        Role.RULE: (3, 2),
    }
    assert spec.unused == ()


def test_a_source_that_goes_to_two_tables_is_read_for_both() -> None:
    merges = (Merge(1, 1, 1, 2), Merge(1, 3, 1, 4))
    rows = (
        ("Source", "", "Goes to column of target table", "", "Rule"),
        ("Source table", "Source column", "dim_guest", "fct_stay", ""),
        ("guests", "no", "guest_id", "", ""),
        ("guests", "country", "country", "guest_country", "upper case"),
        ("stays", "no", "", "stay_id", "as agreed"),
    )
    spec = read_sheets("mapping.xlsx", [SheetGrid("Map", rows, merges=merges)])
    read = {
        f"{t.name}.{c.name}": (c.cell.row, c.cell.column, c.rule)
        for t in spec.targets
        for c in t.columns
        if c.cell
    }
    assert read == {
        "dim_guest.guest_id": (3, 3, ""),
        "dim_guest.country": (4, 3, "upper case"),
        "fct_stay.guest_country": (4, 4, "upper case"),
        "fct_stay.stay_id": (5, 4, "as agreed"),
    }
    assert spec.unused == ()


def test_codes_of_a_list_with_two_meanings_are_left() -> None:
    lists = [
        SheetGrid(name, (("Code", "Table"), ("A", f"{name}_a"), ("B", f"{name}_b")))
        for name in ("one", "two")
    ]
    rows = (("Target table", "Target column", "Source column"), ("A", "x", "t.x"), ("A", "y", "t.y"))
    spec = read_sheets("mapping.xlsx", [*lists, SheetGrid("Map", rows)])
    assert [t.name for t in spec.targets] == ["A"]

"""A person's word on a document's layout wins over what its headers suggest."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.core.domain.corrections import NONE, Corrections
from signoff.core.domain.spec import SURE, Role, Spec
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.errors import Cancelled
from signoff.core.parse import parse_document, read_sheets, read_with_grids
from signoff.core.parse.unused import SWITCHED_OFF
from signoff.core.progress import CancelToken

ROWS = (
    ("Target Table", "Target Column", "Target Type", "Source Table", "Source Column", "Rule", "Remarks"),
    ("dim_part", "part_no", "integer", "PRT", "NO", "Direct", "trim it"),
    ("dim_part", "label", "varchar(9)", "PRT", "TXT", "Direct", "upper case"),
)
SHEET = SheetGrid("Map", ROWS)


def read(told: Corrections, *more: SheetGrid) -> Spec:
    return read_sheets("book.xlsx", (SHEET, *more), told)


def test_a_corrected_role_changes_the_rules_that_are_read() -> None:
    told = NONE.with_role("Map", "F", Role.NOTE).with_role("Map", "G", Role.RULE)
    assert [c.rule for c in read(NONE).targets[0].columns] == ["Direct", "Direct"]
    assert [c.rule for c in read(told).targets[0].columns] == ["trim it", "upper case"]


def test_the_reading_names_what_was_corrected_and_how_sure_the_rest_is() -> None:
    reading = read(NONE.with_role("Map", "G", Role.RULE)).sheets[0]
    assert reading.corrected == ("G",)
    assert dict(reading.roles)["G"] is Role.RULE
    assert dict(reading.confidence)["B"] >= SURE
    assert dict(reading.header_texts)["B"] == "Target Column"


def test_a_corrected_header_row_is_the_one_that_is_read() -> None:
    titled = SheetGrid("Map", (("Target Column", "Source Column"), *ROWS))
    spec = read_sheets("book.xlsx", (titled,), NONE.with_header_row("Map", 2))
    assert spec.sheets[0].header_row == 2
    assert [c.name for c in spec.targets[0].columns] == ["part_no", "label"]


def test_a_sheet_that_is_switched_off_gives_nothing_and_says_why() -> None:
    spec = read(NONE.switched("Map", off=True))
    assert not spec.targets
    assert {each.reason for each in spec.unused} == {SWITCHED_OFF}


def test_a_person_can_switch_on_a_sheet_whose_name_switches_it_off() -> None:
    off = SheetGrid("#Map", ROWS)
    assert not read_sheets("book.xlsx", (off,)).targets
    assert read_sheets("book.xlsx", (off,), NONE.with_mapping("#Map", True)).targets


@pytest.mark.parametrize(
    "told",
    [
        NONE.with_role("Gone", "A", Role.RULE),
        NONE.with_role("Map", "ZZ", Role.RULE),
        NONE.with_header_row("Map", 99),
    ],
)
def test_a_correction_that_fits_nothing_becomes_a_remark(told: Corrections) -> None:
    spec = read(told)
    assert "P15" in {each.code for each in spec.findings}
    assert [c.name for c in spec.targets[0].columns] == ["part_no", "label"]


def test_the_sheets_come_with_the_spec(tmp_path: Path) -> None:
    path = tmp_path / "map.csv"
    path.write_text("\n".join(",".join(row) for row in ROWS), encoding="utf-8")
    told = NONE.with_role("map", "F", Role.NOTE)
    spec, grids = read_with_grids(path, corrections=told)
    assert grids[0].at(2, 2) == "part_no"
    assert spec == parse_document(path, corrections=told)


def test_reading_stops_when_it_is_cancelled() -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        read_sheets("book.xlsx", (SHEET,), cancel=cancel)

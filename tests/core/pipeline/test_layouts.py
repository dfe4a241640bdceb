"""Corrections of a layout come back with the next document of its shape."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from signoff.core.domain.corrections import NONE, Corrections
from signoff.core.domain.spec import Role
from signoff.core.pipeline.beginning import begin_project
from signoff.core.pipeline.dropped import Dropped
from signoff.core.pipeline.importing import ReadDocument, correct_roles, read_version
from signoff.core.pipeline.layouts import known_layouts

HEADERS = ("Herkunft", "Zielfeld", "Bemerkung 1", "Quellfeld")
ROWS = (("CUST", "name", "trim the name", "NAME"), ("CUST", "city", "upper case", "CITY"))


def _document(path: Path, sheet: str, *, above: int = 0, headers: tuple[str, ...] = HEADERS) -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for _line in range(above):
        page.append(["drawn up by the team"])
    for row in (headers, *ROWS):
        page.append(row)
    book.save(path)
    return path


def _correct(folder: Path, corrections: Corrections) -> ReadDocument:
    document = _document(folder / "first.xlsx", "dim_customer")
    read = read_version(document, None)
    with begin_project(folder / "p.signoff", document, read, Dropped(), by="Maren Keller") as project:
        correct_roles(project, read.grids, corrections, by="Maren Keller")
    return read


def _roles(read: ReadDocument) -> dict[str, Role]:
    return dict(read.spec.sheets[0].roles)


def test_a_corrected_role_comes_back_on_another_sheet_of_the_same_headers(tmp_path: Path) -> None:
    first = _correct(tmp_path, NONE.with_role("dim_customer", "C", Role.RULE))
    assert _roles(first)["C"] is not Role.RULE
    second = read_version(_document(tmp_path / "second.xlsx", "dim_supplier", above=3), None)
    assert _roles(second)["C"] is Role.RULE
    assert second.spec.sheets[0].corrected == ("C",)
    assert second.corrections.of("dim_supplier").roles == (("C", Role.RULE),)
    assert [each.cell.row for each in second.spec.findings if each.code == "P19" and each.cell] == [4]


def test_another_shape_is_left_to_the_reader(tmp_path: Path) -> None:
    _correct(tmp_path, NONE.with_role("dim_customer", "C", Role.RULE))
    other = _document(tmp_path / "other.xlsx", "dim_customer", headers=(*HEADERS[:3], "Quellspalte"))
    assert read_version(other, None).corrections == NONE


def test_a_correction_taken_back_is_forgotten(tmp_path: Path) -> None:
    _correct(tmp_path, NONE.with_role("dim_customer", "C", Role.RULE))
    assert len(known_layouts()) == 1
    again = tmp_path / "again"
    again.mkdir()
    _correct(again, NONE)
    assert known_layouts() == ()


def test_a_damaged_memory_is_no_hindrance(tmp_path: Path, own_settings: Path) -> None:
    own_settings.mkdir()
    (own_settings / "layouts.json").write_text('[{"headers": 3}]', encoding="utf-8")
    assert known_layouts() == ()
    _correct(tmp_path, NONE.with_role("dim_customer", "C", Role.RULE))
    assert len(known_layouts()) == 1

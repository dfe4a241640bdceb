"""Struck-out rows and notes reach the spec; colours change nothing in it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from signoff.core.domain.findings import Severity
from signoff.core.domain.spec import Role, Spec
from signoff.core.engines.documents.drawn import Note
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.lint import lint, readiness
from signoff.core.parse import parse_document, read_sheets

_ROWS = [
    ["Target Table", "Target Column", "Source Table", "Source Column", "Transformation"],
    ["party", "party_id", "SRC_PARTY", "ID", "Direct"],
    ["party", "party_name", "SRC_PARTY", "NAME", "Upper case"],
    ["party", "old_code", "SRC_PARTY", "CODE", "Direct"],
]


def read(path: Path, *, drawn: bool) -> Spec:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Mapping"
    for row in _ROWS:
        sheet.append(row)
    if drawn:
        for cell in sheet[4]:
            cell.font = Font(strike=True)
        sheet["E3"].font = Font(strike=True)
        sheet["B2"].fill = PatternFill("solid", fgColor="FFFFFF00")
        sheet["E2"].comment = Comment("party: only active parties must be loaded", "Sina")
        sheet["A1"].comment = Comment("draft of May", "")
    book.save(path)
    return parse_document(path)


def test_struck_fields_are_kept_and_questioned(tmp_path: Path) -> None:
    spec = read(tmp_path / "d.xlsx", drawn=True)
    struck = {column.name: column.struck for column in spec.targets[0].columns}
    assert struck["party_id"] == ()
    assert struck["party_name"] == (Role.RULE,)
    assert Role.TARGET_COLUMN in struck["old_code"] and Role.RULE in struck["old_code"]
    said = {f.column: str(f.cell) for f in lint(spec, None) if f.code == "L26"}
    assert said == {"party_name": "Mapping!E3", "old_code": "Mapping!B4"}


def test_a_note_is_listed_remarked_on_and_heard_as_a_rule_that_was_not_used(tmp_path: Path) -> None:
    spec = read(tmp_path / "d.xlsx", drawn=True)
    notes = [(str(each.cell), each.text, each.reason) for each in spec.unused if each.is_note]
    assert notes == [
        ("Mapping!A1", "draft of May", "a note on the cell; notes are not read as rules"),
        (
            "Mapping!E2",
            "party: only active parties must be loaded",
            "a note on the cell by Sina; notes are not read as rules",
        ),
    ]
    remarks = [f for f in spec.findings if f.code == "P17"]
    assert [(f.target, f.column, f.severity) for f in remarks] == [("party", "party_id", Severity.INFO)]
    assert [str(f.cell) for f in lint(spec, None) if f.code == "L09"] == ["Mapping!E2"]


def test_a_note_does_not_make_its_cell_unused(tmp_path: Path) -> None:
    spec = read(tmp_path / "d.xlsx", drawn=True)
    found = readiness(spec, spec.findings)
    assert found.levels["Mapping"][2, 5] != "unused"


def test_a_text_struck_out_in_part_is_a_remark_with_its_part() -> None:
    rows = tuple(map(tuple, _ROWS))
    grid = SheetGrid("Mapping", rows, struck=(Note(3, 5, "Upper"), Note(1, 1, "Table")))
    (found,) = [f for f in read_sheets("m.xlsx", [grid]).findings if f.code == "P19"]
    assert (found.target, found.column, str(found.cell)) == ("party", "party_name", "Mapping!E3")
    assert "“Upper” is struck out" in found.message


def test_colours_and_notes_change_no_mapping(tmp_path: Path) -> None:
    plain, drawn = (read(tmp_path / f"{on}.xlsx", drawn=on) for on in (False, True))
    shape = [(c.name, c.sources, c.rule, c.type) for c in plain.targets[0].columns]
    assert shape == [(c.name, c.sources, c.rule, c.type) for c in drawn.targets[0].columns]

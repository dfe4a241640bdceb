"""How cells are drawn and the notes on them: by cell, compact, and harmless where the parts are hostile."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, GradientFill, PatternFill
from openpyxl.styles.colors import Color

from signoff.core.engines.documents.drawn import PLAIN, Look, Note
from signoff.core.engines.documents.reader import read_document
from signoff.core.engines.documents.reading import read_grids

_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_THREADED = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_THREADED_RELATION = "http://schemas.microsoft.com/office/2017/10/relationships"


def drawn_workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in range(1, 41):
        for column in range(1, 6):
            sheet.cell(row, column, f"{row}.{column}")
    for column in range(1, 6):
        sheet.cell(1, column).fill = PatternFill("solid", fgColor="FF1F4E78")
        sheet.cell(1, column).font = Font(color="FFFFFFFF", bold=True)
        sheet.cell(3, column).font = Font(strike=True)
    for row in range(10, 31):
        sheet.cell(row, 2).fill = PatternFill("solid", fgColor="FFFFFF00")
    sheet["D5"].fill = PatternFill("solid", fgColor=Color(theme=4, tint=0.8))
    sheet["D6"].fill = GradientFill(stop=("FF00FF00", "FFFFFFFF"))
    sheet["D7"].fill = PatternFill("solid", fgColor=Color(indexed=13))
    sheet["D8"].fill = PatternFill("solid", fgColor="FFFFFFFF")
    sheet["B4"].comment = Comment("Sina:please ask the branch", "Sina")
    sheet["A40"].comment = Comment("last\r\nrow", "Bo")
    book.save(path)
    return path


def test_fills_inks_and_struck_cells_by_place(tmp_path: Path) -> None:
    grid = read_grids(drawn_workbook(tmp_path / "d.xlsx"))[0]
    looks = {
        (1, 1): Look("1F4E78", "FFFFFF"),
        (1, 5): Look("1F4E78", "FFFFFF"),
        (3, 4): Look(struck=True),
        (5, 4): Look("DCE6F2"),
        (6, 4): Look("00FF00"),
        (7, 4): Look("FFFF00"),
        (10, 2): Look("FFFF00"),
        (30, 2): Look("FFFF00"),
    }
    assert {place: grid.drawn.at(*place) for place in looks} == looks
    plain = [(1, 6), (2, 1), (4, 2), (8, 4), (9, 2), (10, 1), (10, 3), (31, 2), (4_000, 1)]
    assert all(grid.drawn.at(*place) is None for place in plain)


def test_equal_rows_are_one_stretch(tmp_path: Path) -> None:
    grid = read_grids(drawn_workbook(tmp_path / "d.xlsx"))[0]
    assert len(grid.drawn.stretches) == 10
    assert grid.drawn.has_struck


def test_notes_with_their_writers(tmp_path: Path) -> None:
    grid = read_grids(drawn_workbook(tmp_path / "d.xlsx"))[0]
    assert grid.notes == (Note(4, 2, "please ask the branch", "Sina"), Note(40, 1, "last\nrow", "Bo"))


def test_the_child_process_hands_over_the_same(tmp_path: Path) -> None:
    book = drawn_workbook(tmp_path / "d.xlsx")
    assert read_document(book) == read_grids(book)


def test_a_plain_workbook_is_drawn_plainly(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    book.save(tmp_path / "p.xlsx")
    grid = read_grids(tmp_path / "p.xlsx")[0]
    assert grid.drawn == PLAIN and grid.notes == ()


def _package(path: Path, parts: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def hand_made(sheet: str, styles: str, extra: dict[str, str] | None = None) -> dict[str, str]:
    """The parts of a workbook with one sheet, written by hand."""
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return {
        "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="{main}.worksheet+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{main}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId3" Type="{_THREADED_RELATION}/person" Target="persons/person.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SPREADSHEET}"><sheetData>{sheet}</sheetData></worksheet>',
        "xl/styles.xml": styles,
        **(extra or {}),
    }


_STYLES = (
    f'<styleSheet xmlns="{_SPREADSHEET}"><fonts><font/><font><strike/></font></fonts>'
    '<fills><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="00AABBCC"/></patternFill></fill></fills>'
    "<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
    '<cellXfs><xf/><xf fontId="1" fillId="1"/></cellXfs>'
    '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B2" s="1" t="inlineStr"><is><t>x</t></is></c>',
        '<c t="inlineStr" s="1" r="B2"><is><t>x</t></is></c>',
        "<c s='1' r='B2' t='inlineStr'><is><t>x</t></is></c>",
    ],
)
def test_attributes_in_any_order(tmp_path: Path, cell: str) -> None:
    rows = f'<row r="1"><c r="A1" t="inlineStr"><is><t>y</t></is></c></row><row r="2">{cell}</row>'
    grid = read_grids(_package(tmp_path / "o.xlsx", hand_made(rows, _STYLES)))[0]
    assert grid.drawn.at(2, 2) == Look("AABBCC", "", True)
    assert grid.drawn.at(2, 1) is grid.drawn.at(1, 1) is None


def test_threaded_comments_take_the_place_of_their_stand_in(tmp_path: Path) -> None:
    thread = (
        f'<ThreadedComments xmlns="{_THREADED}"><threadedComment ref="A1" personId="p1" id="t1">'
        '<text>which date?</text></threadedComment><threadedComment ref="A1" personId="p2" id="t2" parentId="t1">'
        "<text>the posting date</text></threadedComment></ThreadedComments>"
    )
    people = (
        f'<personList xmlns="{_THREADED}"><person displayName="Ana" id="p1"/>'
        '<person displayName="Bo" id="p2"/></personList>'
    )
    stand_in = (
        f'<comments xmlns="{_SPREADSHEET}"><authors><author>tc=t1</author></authors><commentList>'
        '<comment ref="A1" authorId="0"><text><t>[Threaded comment]</t></text></comment></commentList></comments>'
    )
    relations = (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/comments" '
        f'Target="../comments1.xml"/><Relationship Id="rId2" Type="{_THREADED_RELATION}/threadedComment" '
        'Target="/xl/threadedComments/t1.xml"/></Relationships>'
    )
    parts = hand_made(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>',
        _STYLES,
        {
            "xl/worksheets/_rels/sheet1.xml.rels": relations,
            "xl/comments1.xml": stand_in,
            "xl/threadedComments/t1.xml": thread,
            "xl/persons/person.xml": people,
        },
    )
    grid = read_grids(_package(tmp_path / "t.xlsx", parts))[0]
    assert grid.notes == (Note(1, 1, "which date?\nBo: the posting date", "Ana"),)


def test_struck_parts_of_shared_texts_are_found_by_cell(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1"><v>1</v></c></row>'
        '<row r="2"><c s="1" r="B2" t="s"><v>1</v></c></row>'
    )
    texts = (
        f'<sst xmlns="{_SPREADSHEET}"><si><t>strike</t></si><si><r><rPr><strike/></rPr>'
        '<t xml:space="preserve">Trim </t></r>'
        '<r><rPr><strike val="0"/></rPr><t>upper</t></r></si></sst>'
    )
    parts = hand_made(rows, _STYLES, {"xl/sharedStrings.xml": texts})
    rels = parts["xl/_rels/workbook.xml.rels"]
    shared = f'<Relationship Id="rId4" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    parts["xl/_rels/workbook.xml.rels"] = rels.replace("</Relationships>", f"{shared}</Relationships>")
    book = _package(tmp_path / "s.xlsx", parts)
    grid = read_document(book)[0]
    assert grid.at(1, 2) == grid.at(2, 2) == "Trim upper"
    assert grid.struck == (Note(1, 2, "Trim"), Note(2, 2, "Trim"))


_ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("xl/styles.xml", _ENTITIES + _STYLES),
        ("xl/styles.xml", _STYLES.replace('fillId="1"', 'fillId="99999999999999"').replace('fontId="1"', "")),
        ("xl/styles.xml", _STYLES.replace('fontId="1"', 'fontId="-1"').replace('fillId="1"', 'fillId="7"')),
        ("xl/comments1.xml", _ENTITIES + "<comments>&b;</comments>"),
        (
            "xl/comments1.xml",
            "<comments><commentList><comment ref='ZZZZ9' authorId='x'/></commentList></comments>",
        ),
    ],
)
def test_odd_parts_cost_only_the_looks(tmp_path: Path, part: str, text: str) -> None:
    rows = '<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>x</t></is></c></row>'
    relations = (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/comments" '
        'Target="../comments1.xml"/></Relationships>'
    )
    parts = hand_made(rows, _STYLES, {"xl/worksheets/_rels/sheet1.xml.rels": relations, part: text})
    grid = read_grids(_package(tmp_path / "h.xlsx", parts))[0]
    assert grid.rows == (("x",),)
    assert grid.notes == ()
    assert (grid.drawn == PLAIN) is (part == "xl/styles.xml")

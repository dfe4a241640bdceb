"""Words written into a copy of a workbook: beside the rows, and nothing else of the package changes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from signoff.core.domain.annotations import Annotations, CellStyle, Page, RowWords, SheetWords, Written
from signoff.core.domain.harmless import as_meant, harmless
from signoff.core.engines.documents.copies import annotated_text, annotated_workbook, pages_workbook
from signoff.core.engines.documents.copying.annotate import annotated
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.engines.documents.reading import read_grids
from signoff.core.errors import SignoffError
from tests.core.engines.documents.test_drawn import _STYLES, hand_made

TOUCHED = {"xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"}
HEADERS = ("Signoff: remarks", "Signoff: question")


def words(sheet: str = "Mapping", header_row: int = 1, rows: tuple[int, ...] = (2, 3)) -> Annotations:
    beside = tuple(
        RowWords(n, (Written(f"remark on {n}", CellStyle.BAD), Written("=1+1", CellStyle.INPUT)))
        for n in rows
    )
    page = Page(
        "Signoff",
        (30.0, 20.0),
        (
            (Written("Signoff", CellStyle.TITLE),),
            (Written("Is it A & B?"), Written("", CellStyle.INPUT, ("yes", "no <never>", "-1"))),
        ),
    )
    return Annotations((SheetWords(sheet, header_row, HEADERS, (40.0, 20.0), beside),), page)


def rich_workbook(path: Path) -> Path:
    """A workbook with whatever a customer may have in one."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Mapping"
    for row in range(1, 31):
        sheet.append([f"t{row}", row, f"=B{row}*2", None, "x" if row < 20 else None])
    sheet.merge_cells("A25:C26")
    for row in range(1, 40):
        sheet.cell(row, 7).fill = PatternFill("solid", fgColor="FFFFFF00")
    sheet.column_dimensions.group("F", "XFD", hidden=True)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = "A1:E30"
    sheet.protection.sheet = True
    sheet["B3"].comment = Comment("why?", "Sina")
    validation = DataValidation("list", '"a,b"')
    validation.add("E2:E9")
    sheet.add_data_validation(validation)
    other = book.create_sheet("Other")
    for row in range(1, 6):
        other.append([f"h{row}", "b", "c"] if row == 1 else [row, row, row])
    other.add_table(Table(displayName="T1", ref="A1:C5"))
    chart = BarChart()
    chart.add_data(Reference(other, min_col=1, min_row=2, max_row=5))
    other.add_chart(chart, "F2")
    book.save(path)
    return path


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_only_the_touched_parts_change(tmp_path: Path) -> None:
    before = rich_workbook(tmp_path / "b.xlsx").read_bytes()
    after = annotated(before, words(), name="b.xlsx")
    old, new = parts(before), parts(after)
    assert {name for name in old if old[name] != new[name]} == TOUCHED | {"xl/worksheets/sheet1.xml"}
    assert set(new) - set(old) == {"xl/worksheets/signoff1.xml"}


def test_untouched_members_keep_their_packed_bytes(tmp_path: Path) -> None:
    before = rich_workbook(tmp_path / "b.xlsx").read_bytes()
    after = annotated(before, words(), name="b.xlsx")

    def packed(data: bytes, name: str) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            info = archive.getinfo(name)
            start = info.header_offset + 30 + len(name)
            return data[start : start + info.compress_size]

    for name in set(parts(before)) - TOUCHED - {"xl/worksheets/sheet1.xml"}:
        assert packed(before, name) == packed(after, name), name


def test_the_customers_cells_and_settings_stay(tmp_path: Path) -> None:
    path = rich_workbook(tmp_path / "b.xlsx")
    copy = tmp_path / "c.xlsx"
    copy.write_bytes(annotated(path.read_bytes(), words(), name="b.xlsx"))
    old, new = openpyxl.load_workbook(path), openpyxl.load_workbook(copy)
    assert new.sheetnames == ["Mapping", "Other", "Signoff"]
    for sheet in old.worksheets:
        for row in sheet.iter_rows(max_col=5):
            for cell in row:
                assert new[sheet.title][cell.coordinate].value == cell.value
    mapping = new["Mapping"]
    assert (mapping.freeze_panes, mapping.auto_filter.ref, mapping.protection.sheet) == ("B2", "A1:E30", True)
    assert (
        mapping["B3"].comment.text == "why?"
        and mapping.merged_cells.ranges == old["Mapping"].merged_cells.ranges
    )
    assert len(mapping.data_validations.dataValidation) == 1
    assert "T1" in new["Other"].tables and len(new["Other"]._charts) == 1


def test_words_stand_right_of_the_grid_in_their_rows(tmp_path: Path) -> None:
    path = rich_workbook(tmp_path / "b.xlsx")
    copy = tmp_path / "c.xlsx"
    copy.write_bytes(annotated(path.read_bytes(), words(rows=(2, 3, 25, 200)), name="b.xlsx"))
    mapping = openpyxl.load_workbook(copy)["Mapping"]
    assert [mapping.cell(1, n).value for n in (6, 7)] == list(HEADERS)
    assert mapping["F2"].value == "remark on 2" and mapping["G2"].value == "'=1+1"
    assert mapping["F25"].value == "remark on 25" and mapping["F200"].value == "remark on 200"
    assert mapping["G9"].fill.fgColor.rgb == "FFFFFF00" and mapping["G9"].value is None
    assert mapping["G2"].protection.locked is False and mapping["F2"].protection.locked is True
    widths = mapping.column_dimensions
    assert widths["F"].width == 40 and not widths["F"].hidden and widths["H"].hidden
    assert mapping.dimensions.startswith("A1:") and read_grids(copy)[0].at(2, 6) == "remark on 2"


def test_words_stand_right_of_tables_and_pictures(tmp_path: Path) -> None:
    path = rich_workbook(tmp_path / "b.xlsx")
    copy = tmp_path / "c.xlsx"
    copy.write_bytes(annotated(path.read_bytes(), words("Other"), name="b.xlsx"))
    other = openpyxl.load_workbook(copy)["Other"]
    first = next(cell.column for cell in other[1] if cell.value == HEADERS[0])
    assert first > 12


def test_the_page_has_its_lists(tmp_path: Path) -> None:
    copy = tmp_path / "c.xlsx"
    copy.write_bytes(annotated(rich_workbook(tmp_path / "b.xlsx").read_bytes(), words(), name="b.xlsx"))
    page = openpyxl.load_workbook(copy)["Signoff"]
    assert page["A2"].value == "Is it A & B?"
    (choice,) = page.data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == ("B2", "$C$2:$E$2")
    assert [page.cell(2, n).value for n in (3, 4, 5)] == ["yes", "no <never>", "'-1"]


_NAMELESS = '<c t="inlineStr"><is><t>a{0}</t></is></c>'
_TEXT = '<c r="A{0}" t="inlineStr"><is><t>a{0}</t></is></c>'


@pytest.mark.parametrize(
    "rows",
    [
        "".join(f'<row r="{n}" spans="1:1">{_TEXT.format(n)}</row>' for n in (1, 2, 3)),
        "".join(
            f'<row r="{n}">{_TEXT.format(n)}<c r="B{n}" s="1"/><c r="C{n}"></c></row>' for n in (1, 2, 3)
        ),
        f'<row r="1">{_TEXT.format(1)}</row><row r="2"/><row r="7">{_TEXT.format(7)}</row>',
        "".join(f"<row>{_NAMELESS.format(n)}</row>" for n in (1, 2, 3)),
        f"<row r='1'>{_TEXT.format(1)}</row>",
    ],
)
def test_rows_written_in_any_way(tmp_path: Path, rows: str) -> None:
    path = _package(tmp_path / "h.xlsx", hand_made(rows, _STYLES))
    copy = tmp_path / "c.xlsx"
    copy.write_bytes(annotated(path.read_bytes(), words("s"), name="h.xlsx"))
    before, after = read_grids(path)[0], read_grids(copy)[0]
    assert [before.at(n, 1) for n in range(1, 9)] == [after.at(n, 1) for n in range(1, 9)]
    assert (after.at(1, 2), after.at(2, 2), after.at(3, 3)) == (HEADERS[0], "remark on 2", "'=1+1")
    assert openpyxl.load_workbook(copy)["s"]["B2"].value == "remark on 2"


def test_a_prefix_for_every_name(tmp_path: Path) -> None:
    plain = hand_made(f'<row r="1">{_TEXT.format(1)}</row>', _STYLES)
    made = dict(plain)
    for name in ("xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"):
        text = plain[name].replace(" xmlns=", " xmlns:x=")
        text = text.replace("</", "\x00").replace("<", "<x:").replace("\x00", "</x:")
        made[name] = text
    path = _package(tmp_path / "p.xlsx", made)
    copy = tmp_path / "c.xlsx"
    copy.write_bytes(annotated(path.read_bytes(), words("s"), name="p.xlsx"))
    book = openpyxl.load_workbook(copy)
    assert book.sheetnames == ["s", "Signoff"] and book["s"]["B1"].value == HEADERS[0]


def test_a_sheet_of_that_name_stays(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "signoff"
    book.save(tmp_path / "s.xlsx")
    made = annotated((tmp_path / "s.xlsx").read_bytes(), words("none"), name="s.xlsx")
    assert openpyxl.load_workbook(io.BytesIO(made)).sheetnames == ["signoff", "Signoff 2"]


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><!-- --></sheetData></worksheet>"),
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='1'><c></sheetData></worksheet>"),
        ("xl/worksheets/sheet1.xml", "<worksheet/>"),
        ("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><workbook><sheets>&b;</sheets></workbook>"),
        ("[Content_Types].xml", "<Types><Override"),
    ],
)
def test_odd_parts_are_a_sentence(tmp_path: Path, part: str, text: str) -> None:
    made = {**hand_made(f'<row r="1">{_TEXT.format(1)}</row>', _STYLES), part: text}
    path = _package(tmp_path / "o.xlsx", made)
    with pytest.raises(SignoffError, match=r"o\.xlsx"):
        annotated(path.read_bytes(), words("s"), name="o.xlsx")


def test_every_flipped_byte_gives_a_copy_or_a_sentence(tmp_path: Path) -> None:
    data = rich_workbook(tmp_path / "b.xlsx").read_bytes()
    made = 0
    for place in range(0, len(data), 61):
        spoilt = data[:place] + bytes([data[place] ^ 0x5A]) + data[place + 1 :]
        try:
            made += bool(annotated(spoilt, words(), name="b.xlsx"))
        except SignoffError as error:
            assert "b.xlsx" in str(error)
    assert made


def test_the_child_writes_the_same(tmp_path: Path) -> None:
    data = rich_workbook(tmp_path / "b.xlsx").read_bytes()
    assert annotated_workbook(data, words(), name="b.xlsx") == annotated(data, words(), name="b.xlsx")
    with pytest.raises(SignoffError, match=r"a\.csv is no \.xlsx workbook"):
        annotated_workbook(b"a,b\n1,2\n", words(), name="a.csv")


def test_a_text_document_gets_the_same_columns() -> None:
    grid = SheetGrid("a", (("col", "rule"), ("x", "=cmd()"), ("y",)))
    beside = words("a").sheets[0]
    lines = annotated_text(grid, beside, words().page).decode("utf-8-sig").splitlines()
    assert lines[:3] == [
        "col,rule,Signoff: remarks,Signoff: question",
        "x,'=cmd(),remark on 2,'=1+1",
        "y,,remark on 3,'=1+1",
    ]
    assert lines[4:] == ["Signoff", "Is it A & B?,"]


def test_a_workbook_of_pages(tmp_path: Path) -> None:
    path = tmp_path / "q.xlsx"
    path.write_bytes(pages_workbook(words().page))
    assert read_grids(path)[0].at(2, 4) == "no <never>"
    assert openpyxl.load_workbook(path)["Signoff"]["B2"].protection.locked is False


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "\n=1", "＝1", "'=1", "plain", ""]
)
def test_harmless_text_comes_back_as_it_was(text: str) -> None:
    assert not harmless(text).lstrip().startswith(("=", "+", "-", "@"))
    assert as_meant(harmless(text)) == text


def _package(path: Path, members: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path

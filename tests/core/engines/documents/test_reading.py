"""Documents as grids: values as a person sees them, and files that are traps or no documents at all."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import openpyxl
import pytest

from signoff.core.engines.documents.grid import Merge
from signoff.core.engines.documents.plaintext import delimiter_of
from signoff.core.engines.documents.reader import read_document
from signoff.core.engines.documents.reading import read_grids
from signoff.core.errors import Cancelled, SignoffError
from signoff.core.progress import CancelToken
from tests.helpers.documents import build_workbook


def test_values_are_the_text_a_person_sees(tmp_path: Path) -> None:
    values = [1.0, 2.5, True, dt.datetime(2025, 3, 1), dt.datetime(2025, 3, 1, 8, 5), " a\r\nb ", None, "x"]
    book = build_workbook({"s": {"rows": [values]}}, tmp_path / "b.xlsx")
    assert read_grids(book)[0].rows == (
        ("1", "2.5", "TRUE", "2025-03-01", "2025-03-01 08:05:00", "a\nb", "", "x"),
    )


def test_formulas_without_a_stored_value(tmp_path: Path) -> None:
    rows = [["head", "=A1", "='o t'!A1", '="it""s"', "=B1", "=SUM(A1:A9)"]]
    book = build_workbook({"s": {"rows": rows}, "o t": {"rows": [["there"]]}}, tmp_path / "b.xlsx")
    assert read_grids(book)[0].rows[0] == ("head", "head", "there", 'it"s', "head", "=SUM(A1:A9)")


def test_merges_hidden_sheets_and_padding(tmp_path: Path) -> None:
    sheets = {
        "a": {"rows": [["x", None, "y"], ["z"]], "merges": ["A1:B1", "C1:C2"], "padding": 500},
        "b": {"hidden": True, "rows": [["q"]]},
    }
    first, second = read_grids(build_workbook(sheets, tmp_path / "b.xlsx"))
    assert first.rows == (("x", "", "y"), ("z",))
    assert first.merges == (Merge(1, 1, 1, 2), Merge(1, 3, 2, 3))
    assert second.hidden and not first.hidden


def test_the_child_process_reads_the_same(tmp_path: Path) -> None:
    sheets = {"a": {"rows": [["x", None, "y"], ["z"]], "merges": ["A1:B1"]}}
    book = build_workbook(sheets, tmp_path / "b.xlsx")
    assert read_document(book) == read_grids(book)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        read_document(book, cancel=token)


def test_a_sparse_sheet_is_cut_and_not_unfolded(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    book.active["XFD1048576"] = "far"
    book.save(tmp_path / "sparse.xlsx")
    grid = read_grids(tmp_path / "sparse.xlsx")[0]
    assert grid.rows == (("x",),)
    assert grid.cut


def _zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.xlsx", b"", "is empty"),
        ("binary.xlsx", b"\x00\x01\x02" * 100, "neither a workbook nor a text file"),
        ("cut.xlsx", b"PK\x03\x04" + b"x" * 200, "is damaged"),
        (
            "secret.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "password",
        ),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "can't be read as a workbook"),
    ],
)
def test_what_is_no_document_is_told_in_a_sentence(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SignoffError, match=says):
        read_grids(path)


@pytest.mark.parametrize(
    ("members", "says"),
    [
        ({"word/document.xml": b"<x/>"}, "no .xlsx workbook"),
        ({"xl/bomb.xml": b"0" * (40 * 2**20)}, "unpacks to"),
        ({f"xl/{n}.xml": b"" for n in range(1_100)}, "unpacks to"),
        ({"xl/workbook.xml": b"<workbook"}, "can't be read as a workbook"),
        ({"xl/workbook.xml": b"<a/>", "[Content_Types].xml": b"<Types/>"}, "can't be read as a workbook"),
    ],
)
def test_a_hostile_archive_is_told_in_a_sentence(
    tmp_path: Path, members: dict[str, bytes], says: str
) -> None:
    with pytest.raises(SignoffError, match=says):
        read_grids(_zip(tmp_path / "h.xlsx", members))


def test_a_workbook_with_broken_styles_is_read_by_the_second_reader(tmp_path: Path) -> None:
    sheets = {"a": {"rows": [["x", 1, "y"]], "merges": ["A2:B2"]}, "b": {"hidden": True, "rows": [["q"]]}}
    book = build_workbook(sheets, tmp_path / "b.xlsx")
    with zipfile.ZipFile(book) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["xl/styles.xml"] = members["xl/styles.xml"].replace(b'<sz val="11"', b'<sz val="big"')
    first, second = read_grids(_zip(tmp_path / "odd.xlsx", members))
    assert first.rows == (("x", "1", "y"),)
    assert first.merges == (Merge(2, 1, 2, 2),)
    assert second.hidden


def test_a_missing_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SignoffError, match="can't be read"):
        read_grids(tmp_path / "gone.xlsx")


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\n1,2\n", ","),
        ('a;b;c\n"x, y";2;3\nx;"1,5, 2,5";3\n', ";"),
        ("a\tb\nx, y\tz\n", "\t"),
        ("a|b|c\n1|2|3\n", "|"),
        ("only\nwords\n", ","),
    ],
)
def test_the_delimiter_is_found(text: str, delimiter: str) -> None:
    assert delimiter_of(text) == delimiter


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
def test_encodings_of_delimited_text(tmp_path: Path, encoding: str) -> None:
    lines = ["Tabela źródłowa;Kolumna docelowa;Reguła"] + [
        "klienci;imię;połącz imię i nazwisko ze spacją"
    ] * 8
    path = tmp_path / "m.csv"
    path.write_bytes("\n".join(lines).encode(encoding))
    grid = read_grids(path)[0]
    assert grid.name == "m"
    assert grid.rows[0] == ("Tabela źródłowa", "Kolumna docelowa", "Reguła")
    assert grid.rows[1][1] == "imię"


def test_quoted_line_ends_stay_in_their_cell(tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_bytes(b'a,b\r\n"x\r\ny",2\r\n')
    assert read_grids(path)[0].rows == (("a", "b"), ("x\ny", "2"))


def test_markdown_keeps_the_file_s_lines(tmp_path: Path) -> None:
    path = tmp_path / "m.md"
    path.write_text(
        "# Mapping for dim_x\n\n| Target Column | **Rule** |\n|---|:--|\n| `a` | x \\| y |\n\nend\n",
        encoding="utf-8",
    )
    rows = read_grids(path)[0].rows
    assert rows[0] == ("Mapping for dim_x",)
    assert rows[2] == ("Target Column", "Rule")
    assert rows[4] == ("a", "x | y")
    assert rows[6] == ("end",)


def test_code_over_several_lines_of_markdown_is_one_text(tmp_path: Path) -> None:
    path = tmp_path / "m.md"
    path.write_text(
        "**Joins:** `FROM a\nLEFT JOIN b\nON a.id = b.id`\n\nan odd ` mark\nand more\n\n# Next `one\nline`\n",
        encoding="utf-8",
    )
    rows = read_grids(path)[0].rows
    assert rows[0] == ("Joins: FROM a LEFT JOIN b ON a.id = b.id",)
    assert rows[1] == rows[2] == ()
    assert rows[4] == ("an odd ` mark",)
    assert rows[7] == ("Next `one",)

"""Glossaries go out as workbook, CSV and YAML and come back the same; bad cells are named, no text is a formula."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from signoff.core.domain.masking import Term, TermKind
from signoff.core.errors import SignoffError
from signoff.core.mask.glossary_files import WRITTEN_ENDINGS, glossary_file, read_glossary

TERMS = (
    Term("Nordhafen", TermKind.WORD),
    Term("supp_nm", TermKind.COLUMN, concept="supplier"),
    Term("=SUM(A1:A9)", TermKind.VALUE),
    Term("@handle", TermKind.WORD, concept="-dash"),
    Term("Zähler, „alt“", TermKind.WORD),
)


@pytest.mark.parametrize("ending", WRITTEN_ENDINGS)
def test_a_glossary_comes_back_as_it_went_out(tmp_path: Path, ending: str) -> None:
    place = tmp_path / f"terms{ending}"
    place.write_bytes(glossary_file(TERMS, ending))
    assert read_glossary(place) == TERMS


def test_no_text_of_a_workbook_is_a_formula(tmp_path: Path) -> None:
    place = tmp_path / "terms.xlsx"
    place.write_bytes(glossary_file(TERMS, ".xlsx"))
    cells = [cell for row in openpyxl.load_workbook(place).worksheets[0].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "inlineStr"}
    assert "'=SUM(A1:A9)" in {cell.value for cell in cells}


def test_no_line_of_a_csv_begins_a_formula() -> None:
    text = glossary_file(TERMS, ".csv").decode("utf-8-sig")
    assert "'=SUM" in text and "'@handle" in text and "'-dash" in text


def test_a_sheet_without_headers_holds_terms_in_its_first_column(tmp_path: Path) -> None:
    place = tmp_path / "words.csv"
    place.write_text("Nordhafen,x\nSRM,y\n", encoding="utf-8")
    assert read_glossary(place) == (Term("Nordhafen", TermKind.WORD), Term("SRM", TermKind.WORD))


def test_headers_may_stand_lower_in_another_order_and_language(tmp_path: Path) -> None:
    place = tmp_path / "liste.csv"
    place.write_text(
        "Unsere Liste,,\n,,\nGruppe,Begriff,Art\nKunde,Kunden,\nKunde,KND_NR,column\n", encoding="utf-8"
    )
    assert read_glossary(place) == (
        Term("Kunden", TermKind.WORD, concept="Kunde"),
        Term("KND_NR", TermKind.COLUMN, concept="Kunde"),
    )


def test_every_bad_cell_is_named_and_nothing_is_taken(tmp_path: Path) -> None:
    place = tmp_path / "bad.csv"
    place.write_text("Term,Kind,Group\nOne,word,\n,,lonely\nTwo,thing,\nONE,value,\n", encoding="utf-8")
    with pytest.raises(SignoffError, match=r"bad!A3.*bad!B4.*thing.*bad!A5.*ONE"):
        read_glossary(place)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("terms: [{term: A, kind: thing}]", "Entry 1"),
        ("terms: [{kind: word}]", "Entry 1"),
        ("a: b", "not a list"),
    ],
)
def test_a_bad_entry_of_a_yaml_file_is_named(tmp_path: Path, text: str, said: str) -> None:
    place = tmp_path / "terms.yml"
    place.write_text(text, encoding="utf-8")
    with pytest.raises(SignoffError, match=said):
        read_glossary(place)


def test_an_unknown_ending_is_refused_with_the_known_ones() -> None:
    with pytest.raises(SignoffError, match=r"\.xlsx.*\.csv"):
        glossary_file(TERMS, ".docx")

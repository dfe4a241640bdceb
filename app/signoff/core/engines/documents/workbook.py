"""Workbooks as grids: values by openpyxl's streaming reader, merges and formulas from the sheet's XML."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

import openpyxl
from openpyxl.utils import coordinate_to_tuple, range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from signoff.core.engines.documents.calamine_reader import read_by_calamine
from signoff.core.engines.documents.celltext import cell_text
from signoff.core.engines.documents.grid import (
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_SHEETS,
    MAX_TEXT,
    Merge,
    SheetGrid,
    trimmed,
)

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REFERENCE = re.compile(r"^=?\s*(?:(?:'([^']+)'|([\w.]+))!)?\$?([A-Z]{1,3})\$?(\d{1,7})\s*$")
_QUOTED = re.compile(r'^="((?:[^"]|"")*)"$')
_MAX_HOPS = 5
_MAX_MERGES = 20_000

Formulas = dict[tuple[int, int], str]


@dataclass(frozen=True)
class SheetExtras:
    """What the streaming reader does not tell of a sheet."""

    merges: tuple[Merge, ...] = ()
    formulas: Formulas = field(default_factory=dict)
    beyond: bool = False
    """Values lie outside the rows and columns that are read."""


Unreadable = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    ElementTree.ParseError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NameError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What openpyxl raises on a workbook it can't make sense of."""


def read_workbook(path: Path) -> tuple[SheetGrid, ...]:
    """Every worksheet in the workbook's order; one odd in its parts is read by the second reader.

    Raises:
        SignoffError: neither reader can make sense of the workbook.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(path)
    except Unreadable:
        return read_by_calamine(path)


def _read(path: Path) -> tuple[SheetGrid, ...]:
    extras = dict(_sheet_extras(path))
    book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    try:
        raw: dict[str, tuple[list[list[str]], bool, bool]] = {}
        for sheet in book.worksheets[:MAX_SHEETS]:
            rows, cut = _sheet_rows(sheet)
            raw[sheet.title] = (rows, cut, sheet.sheet_state != "visible")
    finally:
        book.close()
    for name, extra in extras.items():
        if name in raw:
            _fill_formulas(name, raw, extra.formulas)
    grids = []
    for name, (rows, cut, hidden) in raw.items():
        extra = extras.get(name, SheetExtras())
        grids.append(SheetGrid(name, trimmed(rows), hidden, extra.merges, cut or extra.beyond))
    return tuple(grids)


def _sheet_rows(sheet: object) -> tuple[list[list[str]], bool]:
    """Text rows of one sheet and whether something was cut; the stated dimension is not believed."""
    sheet.reset_dimensions()  # type: ignore[attr-defined]  # only the streaming sheet has it; the stubs don't
    rows: list[list[str]] = []
    cut = False
    for values in sheet.iter_rows(max_row=MAX_ROWS + 1, values_only=True):  # type: ignore[attr-defined]
        if len(rows) == MAX_ROWS:
            cut = cut or any(value is not None for value in values)
            break
        row = [cell_text(value) for value in values[:MAX_COLUMNS]]
        cut = cut or any(v is not None for v in values[MAX_COLUMNS:]) or any(len(t) > MAX_TEXT for t in row)
        rows.append([text[:MAX_TEXT] for text in row])
    return rows, cut


def _sheet_extras(path: Path) -> Iterator[tuple[str, SheetExtras]]:
    with zipfile.ZipFile(path) as archive:
        for name, member in _sheet_members(archive):
            with archive.open(member) as stream:
                yield name, _extras_of(stream)


def _sheet_members(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Name of each worksheet and its member of the archive."""
    known = set(archive.namelist())
    if "xl/workbook.xml" not in known or "xl/_rels/workbook.xml.rels" not in known:
        return []
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    members = {r.get("Id"): str(r.get("Target", "")) for r in relations}
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    found: list[tuple[str, str]] = []
    for sheet in book.iter(f"{_MAIN}sheet"):
        member = members.get(sheet.get(_RELATION), "")
        member = member.lstrip("/") if member.startswith("/") else f"xl/{member}"
        if member in known and "worksheets/" in member:
            found.append((str(sheet.get("name")), member))
    return found


def _extras_of(stream: IO[bytes]) -> SheetExtras:
    """Merges, uncomputed formulas, and whether values lie beyond what is read; one streaming pass."""
    merges: list[Merge] = []
    formulas: Formulas = {}
    beyond = False
    for _event, element in ElementTree.iterparse(stream):
        if element.tag == f"{_MAIN}row":
            for cell in element.iter(f"{_MAIN}c"):
                value, formula = cell.find(f"{_MAIN}v"), cell.find(f"{_MAIN}f")
                place = coordinate_to_tuple(str(cell.get("r", "A1")))
                if (value is not None and value.text) or cell.find(f"{_MAIN}is") is not None:
                    beyond = beyond or place[0] > MAX_ROWS or place[1] > MAX_COLUMNS
                elif formula is not None and formula.text:
                    formulas[place] = f"={formula.text}"
            element.clear()
        elif element.tag == f"{_MAIN}mergeCell" and len(merges) < _MAX_MERGES:
            left, top, right, bottom = range_boundaries(str(element.get("ref")))
            merges.append(Merge(int(top or 1), int(left or 1), int(bottom or 1), int(right or 1)))
    return SheetExtras(tuple(sorted(merges)), formulas, beyond)


def _fill_formulas(name: str, raw: dict[str, tuple[list[list[str]], bool, bool]], formulas: Formulas) -> None:
    """Formulas saved without a value: what they point at if that is one cell, else as written."""
    rows = raw[name][0]
    for (row, column), formula in formulas.items():
        if row <= len(rows) and column <= MAX_COLUMNS:
            line = rows[row - 1]
            line.extend([""] * (column - len(line)))
            line[column - 1] = _formula_text(name, formula, raw)


def _formula_text(name: str, formula: str, raw: dict[str, tuple[list[list[str]], bool, bool]]) -> str:
    text = formula
    for _hop in range(_MAX_HOPS):
        if quoted := _QUOTED.match(text):
            return quoted.group(1).replace('""', '"')
        reference = _REFERENCE.match(text) if text.startswith("=") else None
        if reference is None:
            return text
        name = reference.group(1) or reference.group(2) or name
        row, column = coordinate_to_tuple(reference.group(3) + reference.group(4))
        rows = raw.get(name, ([], False, False))[0]
        text = rows[row - 1][column - 1] if row <= len(rows) and column <= len(rows[row - 1]) else ""
    return formula

"""Workbooks as grids: values, merges and hidden sheets by calamine, formulas without a value from the sheet's XML.

A workbook that calamine can't read, or whose cells lie so far apart that calamine's dense ranges would not fit into
memory, is read by openpyxl's streaming reader.
"""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

import openpyxl
from openpyxl.utils import coordinate_to_tuple
from openpyxl.utils.exceptions import InvalidFileException

from signoff.core.domain.sentences import say
from signoff.core.engines.documents.calamine_reader import OddWorkbook, grids_by_calamine
from signoff.core.engines.documents.celltext import Texts
from signoff.core.engines.documents.grid import MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, SheetGrid, trimmed
from signoff.core.engines.documents.sheet_xml import Formulas, SheetXml, scan_sheets
from signoff.core.errors import SignoffError

_REFERENCE = re.compile(r"^=?\s*(?:(?:'([^']+)'|([\w.]+))!)?\$?([A-Z]{1,3})\$?(\d{1,7})\s*$")
_QUOTED = re.compile(r'^="((?:[^"]|"")*)"$')
_MAX_HOPS = 5
_MAX_DENSE = 20_000_000
"""Cells of one sheet, empty ones included, that calamine may lay out at once."""

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
        SignoffError: protected by a password, or neither reader can make sense of the workbook.
    """
    scans = _scans(path)
    grids: tuple[SheetGrid, ...] | None = None
    if all(scan.last_row * scan.last_column <= _MAX_DENSE for scan in scans.values()):
        try:
            grids = grids_by_calamine(path)
        except OddWorkbook:
            grids = None
    if grids is None:
        grids = _by_openpyxl(path, scans)
    grids = _with_formulas(grids, {name: scan.formulas for name, scan in scans.items() if scan.formulas})
    return tuple(
        replace(each, drawn=scan.drawn, notes=scan.notes, struck=scan.struck)
        if (scan := scans.get(each.name))
        else each
        for each in grids
    )


def _scans(path: Path) -> dict[str, SheetXml]:
    """What the parts tell; nothing where they are damaged, since the readers may still make sense of them."""
    try:
        return scan_sheets(path)
    except Unreadable:
        return {}


def _by_openpyxl(path: Path, scans: dict[str, SheetXml]) -> tuple[SheetGrid, ...]:
    try:
        with path.open("rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _streamed(file, scans)
    except Unreadable as error:
        raise SignoffError(say("document.not_a_workbook", file=path.name)) from error


def _streamed(file: IO[bytes], scans: dict[str, SheetXml]) -> tuple[SheetGrid, ...]:
    book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    try:
        grids = []
        for sheet in book.worksheets[:MAX_SHEETS]:
            rows, cut = _sheet_rows(sheet)
            scan = scans.get(sheet.title, SheetXml())
            beyond = scan.last_row > MAX_ROWS or scan.last_column > MAX_COLUMNS
            hidden = sheet.sheet_state != "visible"
            grids.append(SheetGrid(sheet.title, trimmed(rows), hidden, scan.merges, cut or beyond))
        return tuple(grids)
    finally:
        book.close()


def _sheet_rows(sheet: object) -> tuple[list[list[str]], bool]:
    """Text rows of one sheet and whether something was cut; the stated dimension is not believed."""
    sheet.reset_dimensions()  # type: ignore[attr-defined]  # only the streaming sheet has it; the stubs don't
    texts = Texts()
    rows: list[list[str]] = []
    cut = False
    for values in sheet.iter_rows(max_row=MAX_ROWS + 1, values_only=True):  # type: ignore[attr-defined]
        if len(rows) == MAX_ROWS:
            cut = cut or any(value is not None for value in values)
            break
        cut = cut or any(v is not None for v in values[MAX_COLUMNS:])
        rows.append(texts.row(values[:MAX_COLUMNS]))
    return rows, cut or texts.cut


def _with_formulas(grids: tuple[SheetGrid, ...], formulas: dict[str, Formulas]) -> tuple[SheetGrid, ...]:
    """The grids with formulas saved without a value: what they point at if that is one cell, else as written."""
    if not formulas:
        return grids
    rows = {grid.name: [list(row) for row in grid.rows] for grid in grids}
    for name in formulas.keys() & rows.keys():
        for (row, column), formula in formulas[name].items():
            if row <= MAX_ROWS and column <= MAX_COLUMNS:
                lines = rows[name]
                lines.extend([] for _missing in range(row - len(lines)))
                line = lines[row - 1]
                line.extend([""] * (column - len(line)))
                line[column - 1] = line[column - 1] or _formula_text(name, formula, rows)
    return tuple(replace(g, rows=trimmed(rows[g.name])) if g.name in formulas else g for g in grids)


def _formula_text(name: str, formula: str, grids: dict[str, list[list[str]]]) -> str:
    text = formula
    for _hop in range(_MAX_HOPS):
        if quoted := _QUOTED.match(text):
            return quoted.group(1).replace('""', '"')
        reference = _REFERENCE.match(text) if text.startswith("=") else None
        if reference is None:
            return text
        name = reference.group(1) or reference.group(2) or name
        row, column = coordinate_to_tuple(reference.group(3) + reference.group(4))
        rows = grids.get(name, [])
        text = rows[row - 1][column - 1] if row <= len(rows) and column <= len(rows[row - 1]) else ""
    return formula

"""Workbooks as grids: values, merges and hidden sheets by calamine, formulas without a value from the sheet's XML.

A workbook that calamine can't read, or whose cells lie so far apart that calamine's dense ranges would not fit into
memory, is read by openpyxl's streaming reader.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from signoff.core.domain.cells import column_number
from signoff.core.engines.documents.calamine_reader import OddWorkbook, grids_by_calamine
from signoff.core.engines.documents.grid import MAX_COLUMNS, MAX_ROWS, SheetGrid, trimmed
from signoff.core.engines.documents.sheet_xml import Formulas, SheetXml, Unreadable, scan_sheets

_REFERENCE = re.compile(r"^=?\s*(?:(?:'([^']+)'|([\w.]+))!)?\$?([A-Z]{1,3})\$?(\d{1,7})\s*$")
_QUOTED = re.compile(r'^="((?:[^"]|"")*)"$')
_MAX_HOPS = 5
_MAX_DENSE = 20_000_000
"""Cells of one sheet, empty ones included, that calamine may lay out at once."""


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
    # Few workbooks need it, and it brings numpy: every document would wait for that.
    from signoff.core.engines.documents.openpyxl_reader import grids_by_openpyxl

    return grids_by_openpyxl(path, scans)


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
        row, column = int(reference.group(4)), column_number(reference.group(3))
        rows = grids.get(name, [])
        text = rows[row - 1][column - 1] if row <= len(rows) and column <= len(rows[row - 1]) else ""
    return formula

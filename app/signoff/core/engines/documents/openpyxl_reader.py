"""Workbooks by openpyxl, row by row: slow, but cells far apart cost nothing, and it reads some that calamine can't.

Imported only where it is needed, since it brings much with it.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import IO

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from signoff.core.domain.sentences import say
from signoff.core.engines.documents.celltext import Texts
from signoff.core.engines.documents.grid import MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, SheetGrid, trimmed
from signoff.core.engines.documents.sheet_xml import SheetXml, Unreadable
from signoff.core.errors import SignoffError


def grids_by_openpyxl(path: Path, scans: dict[str, SheetXml]) -> tuple[SheetGrid, ...]:
    """Every worksheet in the workbook's order.

    Args:
        path: the workbook.
        scans: what the XML of each sheet tells, by its name.

    Raises:
        SignoffError: not readable.
    """
    try:
        with path.open("rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _streamed(file, scans)
    except (InvalidFileException, *Unreadable) as error:
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

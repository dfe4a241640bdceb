"""Workbooks by calamine: .xlsx first of all, and the other kinds (.xls, .xlsb, .ods)."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from signoff.core.domain.sentences import say
from signoff.core.engines.documents.celltext import Texts
from signoff.core.engines.documents.grid import (
    MAX_COLUMNS,
    MAX_MERGES,
    MAX_ROWS,
    MAX_SHEETS,
    Merge,
    SheetGrid,
    trimmed,
)
from signoff.core.errors import SignoffError


class OddWorkbook(Exception):
    """calamine can't make sense of the workbook; another reader may."""


def read_by_calamine(path: Path) -> tuple[SheetGrid, ...]:
    """Every worksheet in the workbook's order.

    Raises:
        SignoffError: protected by a password, or not readable.
    """
    try:
        return grids_by_calamine(path)
    except OddWorkbook as error:
        raise SignoffError(say("document.not_a_workbook", file=path.name)) from error


def grids_by_calamine(path: Path) -> tuple[SheetGrid, ...]:
    """Every worksheet in the workbook's order.

    Raises:
        OddWorkbook: not readable by this reader.
        SignoffError: protected by a password.
    """
    try:
        book = CalamineWorkbook.from_path(str(path))
        return tuple(
            _grid(book, meta.name, meta.visible != SheetVisibleEnum.Visible)
            for meta in book.sheets_metadata[:MAX_SHEETS]
            if meta.typ == SheetTypeEnum.WorkSheet
        )
    except PasswordError as error:
        raise SignoffError(say("document.password", file=path.name)) from error
    except CalamineError as error:
        raise OddWorkbook(str(error)) from error


def _grid(book: CalamineWorkbook, name: str, hidden: bool) -> SheetGrid:
    sheet = book.get_sheet_by_name(name)
    texts = Texts()
    rows: list[list[str]] = []
    before = [""] * (
        sheet.start[1] if sheet.start else 0
    )  # rows begin at the first, columns at the used ones
    for values in sheet.iter_rows():
        if len(rows) == MAX_ROWS:
            break
        rows.append(before + texts.row(values[:MAX_COLUMNS]))
    merges = tuple(
        Merge(top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in islice(sheet.merged_cell_ranges or (), MAX_MERGES)
    )
    beyond = sheet.total_height > MAX_ROWS or sheet.total_width > MAX_COLUMNS
    return SheetGrid(name, trimmed(rows), hidden, tuple(sorted(merges)), texts.cut or beyond)

"""The second reader, calamine: other kinds of workbook (.xls, .xlsb, .ods), and odd ones."""

from __future__ import annotations

from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from signoff.core.domain.sentences import say
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
from signoff.core.errors import SignoffError


def read_by_calamine(path: Path) -> tuple[SheetGrid, ...]:
    """Every worksheet in the workbook's order.

    Raises:
        SignoffError: protected by a password, or not readable.
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
        raise SignoffError(say("document.not_a_workbook", file=path.name)) from error


def _grid(book: CalamineWorkbook, name: str, hidden: bool) -> SheetGrid:
    sheet = book.get_sheet_by_name(name)
    values = sheet.to_python(skip_empty_area=False, nrows=MAX_ROWS)
    rows = [[cell_text(value)[:MAX_TEXT] for value in row[:MAX_COLUMNS]] for row in values]
    merges = tuple(
        Merge(top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    )
    cut = sheet.total_height > MAX_ROWS or sheet.total_width > MAX_COLUMNS
    return SheetGrid(name, trimmed(rows), hidden, merges, cut)

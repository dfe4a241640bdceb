"""Sheets of a workbook as sample tables: values as the text a person sees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from signoff.core.domain.sentences import say
from signoff.core.domain.spec import SourceTable
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.engines.tables.extracted import Extracted, ExtractedTable, Room, file_names, write_rows

_HEADER_WITHIN = 30
"""Rows from the top among which the line of column names is looked for."""
_USUAL_NAME = re.compile(
    r"(?:sheet|tabelle|feuil|hoja|foglio|arkusz|лист|blad|planilha)\s*\d*", re.IGNORECASE
)


def extract_sheets(name: str, grids: Sequence[SheetGrid], folder: Path) -> Extracted:
    """Each sheet with a line of column names and rows under it, written as a sample file into a folder.

    Args:
        name: the workbook's file name; its one sheet is named after it when it has no name of its own.
        grids: the sheets.
        folder: where the files go.
    """
    remarks, room = [], Room()
    found = [(grid, header) for grid in grids if (header := _header_row(grid)) and not grid.hidden]
    titles = [grid.name for grid, _ in found]
    if len(titles) == 1 and _USUAL_NAME.fullmatch(titles[0]):
        titles = [Path(name).stem]
    tables = []
    for (grid, header), file in zip(found, file_names(titles), strict=True):
        names = _column_names(grid.rows[header - 1])
        rows = (
            [grid.at(n, c) or None for c in names.values()] for n in range(header + 1, len(grid.rows) + 1)
        )
        written, cut = write_rows(folder / file, names, (row for row in rows if any(row)), room)
        tables.append(ExtractedTable(SourceTable(file.removesuffix(".csv")), file, written, cut or grid.cut))
    for grid in grids:
        if grid.rows and not any(grid is each for each, _ in found):
            remarks.append(say("sample.no_table_on_sheet", sheet=grid.name, file=name))
    return Extracted(tuple(tables), tuple(remarks))


def _header_row(grid: SheetGrid) -> int:
    """Row of the column names, from 1: the first that names over half as many columns as rows hold; 0 for none."""
    widths = [sum(1 for text in row if text) for row in grid.rows[: _HEADER_WITHIN * 4]]
    most = max(widths, default=0)
    for number, width in enumerate(widths[:_HEADER_WITHIN], 1):
        texts = [text for text in grid.rows[number - 1] if text]
        is_full = width * 2 > most and len({text.casefold() for text in texts}) * 3 >= width * 2
        if is_full and all(not _is_number(text) for text in texts):
            return number if len(grid.rows) > number else 0
    return 0


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).replace(",", "").lstrip("-").isdigit()


def _column_names(row: Sequence[str]) -> dict[str, int]:
    """Name and number of each named column, a name that comes again numbered."""
    names: dict[str, int] = {}
    for number, text in enumerate(row, 1):
        name = " ".join(text.split())
        again = 2
        while name and name in names:
            name, again = f"{' '.join(text.split())}_{again}", again + 1
        if name:
            names[name] = number
    return names

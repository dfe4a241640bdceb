"""Builds documents from cases: workbooks from sheets as lists of rows, delimited text and Markdown as they stand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl


def build_workbook(sheets: dict[str, Any], path: Path) -> Path:
    """Write a workbook.

    Args:
        sheets: by name: `rows` (each a list of values, or a number of empty rows), `at` (first row),
            `merges` (ranges such as `A1:C1`), `hidden`, `padding` (empty formatted rows below).
        path: file to write.
    """
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, case in sheets.items():
        sheet = book.create_sheet(name)
        row = case.get("at", 1)
        for values in case.get("rows", []):
            if isinstance(values, int):
                row += values
                continue
            for column, value in enumerate(values, 1):
                if value is not None:
                    sheet.cell(row, column, value)
            row += 1
        for each in case.get("merges", []):
            sheet.merge_cells(each)
        for extra in range(case.get("padding", 0)):
            sheet.row_dimensions[row + extra].height = 15
            sheet.cell(row + extra, 1).number_format = "@"
        if case.get("hidden"):
            sheet.sheet_state = "hidden"
    book.save(path)
    return path


def build_document(case: dict[str, Any], folder: Path) -> Path:
    """Write the document of a case: its `text` as it stands, or a workbook of its `sheets`.

    Args:
        case: `text` or `sheets`, and `file`, the name to write it under (`mapping.xlsx` where it has none).
        folder: folder to write to.
    """
    path = folder / case.get("file", "mapping.xlsx")
    if "text" in case:
        path.write_text(case["text"], encoding="utf-8")
        return path
    return build_workbook(case["sheets"], path)

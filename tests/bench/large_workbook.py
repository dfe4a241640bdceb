"""A mapping document of 100,000 rows and 15 columns, as one sheet or in two."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

ROWS = 100_000
_HEADER = (
    "No",
    "Source System",
    "Source Table",
    "Source Column",
    "Source Type",
    "Source Length",
    "Target Schema",
    "Target Table",
    "Target Column",
    "Target Type",
    "Nullable",
    "Key",
    "Transformation Rule",
    "Default",
    "Comments",
)
_RULES = (
    "Direct move",
    "If {0} is null then 0 else {0}",
    "Trim {0} and convert to upper case",
    "",
    "Look up CUSTOMER_KEY in DIM_CUSTOMER by {0}",
    "Concatenate {0} and {1} with a comma",
)
_TYPES = ("VARCHAR(50)", "INT", "DATE", "DECIMAL(18,2)", "TIMESTAMP", "CHAR", "BIGINT")
_COLUMNS_A_TABLE = 50


def make_large_workbook(path: Path, *, sheets: int = 1) -> Path:
    """Write it; most texts stand once, as in a real document of this size."""
    book = Workbook(write_only=True)
    for part in range(sheets):
        sheet = book.create_sheet(f"Mapping {part + 1}")
        sheet.append(_HEADER)
        for number in range(part * ROWS // sheets, (part + 1) * ROWS // sheets):
            sheet.append(_row(number))
    book.save(path)
    return path


def _row(number: int) -> tuple[object, ...]:
    table, place = divmod(number, _COLUMNS_A_TABLE)
    column, other = f"FIELD_{place:02d}_{table}", f"FIELD_{place + 1:02d}_{table}"
    return (
        number + 1,
        "ERP",
        f"SRC_TABLE_{table:04d}",
        column,
        _TYPES[number % len(_TYPES)],
        (10, 20, None)[number % 3],
        "DWH",
        f"TGT_TABLE_{table:04d}",
        column.lower(),
        _TYPES[number * 3 % len(_TYPES)],
        "YN"[number % 2],
        "PK" if place == 0 else None,
        _RULES[number % len(_RULES)].format(column, other),
        "N/A" if number % 7 == 0 else None,
        f"see remark {number}" if number % 11 == 0 else None,
    )

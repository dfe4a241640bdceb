"""Writes the sample project: the source tables and the mapping workbook. Same seed, same bytes.

Run as ``python resources/sample/make_sample.py [FOLDER]``; needs the standard library and openpyxl. The
sheets' texts lie in ``document/NN_Name.txt``, one line a row and cells parted by ``|``; this script gives them
their merged bands, colours and hidden state.
"""

from __future__ import annotations

import csv
import io
import re
import sys
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from sample_contracts import amendments, attributes, contracts, parties, status_history  # noqa: E402
from sample_dice import CONTRACTS, VENDORS, Row, contract_no, vendor_id  # noqa: E402
from sample_master import addresses, countries, deliveries, inspections, notes, users, vendors  # noqa: E402

WORKBOOK = "supplier_migration_mapping.xlsx"
FIXED_TIME = datetime(2026, 6, 30, 9, 0, 0)
BAND = PatternFill("solid", fgColor="D9E1F2")
HEADER = PatternFill("solid", fgColor="EDEDED")
OPEN_POINT = PatternFill("solid", fgColor="FFF2CC")
NEW_FIELD = PatternFill("solid", fgColor="FCE4EC")
MERGED = {
    "Cover": ("A1:F1",),
    "Contracts": ("A1:L1", "B3:D3", "E3:I3"),
    "Additional Info": ("A1:J1", "A2:J2"),
    "supplier": ("A1:I1",),
    "Supplier Performance": ("A1:I1",),
    "Query Steps": ("A1:G1", "A2:G2"),
}
HEADER_ROWS = {
    "Change Log": 2,
    "Contracts": 4,
    "Additional Info": 4,
    "supplier": 8,
    "Supplier Performance": 4,
    "Query Steps": 4,
    "Source Columns": 1,
    "Rules": 2,
}
HIDDEN = ("Lists",)
WIDE = 52


def text_of(value: object) -> str:
    r"""A value as it stands in a CSV file: ``\N`` for no value."""
    if value is None:
        return "\\N"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S")
    return value.isoformat() if isinstance(value, date) else str(value)


def column_names(schema_sql: str) -> dict[str, list[str]]:
    """Columns of every table in ``schema.sql``, in order."""
    tables = re.findall(r"CREATE TABLE (\w+) \((.*?)\);", schema_sql, re.DOTALL)
    return {
        name: re.findall(r"(?:^|,)\s*(\w+) [A-Z]", re.sub(r"\(\d+,\d+\)", "", body)) for name, body in tables
    }


def all_tables() -> dict[str, Sequence[Row]]:
    """Every table by name."""
    return {
        "VNDR_MST": vendors(),
        "ADR": addresses(),
        "LOOKUP_CTRY": countries(),
        "USR_DIR": users(),
        "CNTR_HDR": contracts(),
        "CNTR_PRTY": parties(),
        "CNTR_AMD": amendments(),
        "CNTR_STAT_HIST": status_history(),
        "DLV_EVT": deliveries(),
        "QLTY_INSP": inspections(),
        "NOTE_TXT": notes(),
        "CNTR_ATTR": attributes("CNTR_ATTR", 1500, lambda dice: contract_no(dice.number(1, CONTRACTS + 30))),
        "VNDR_ATTR": attributes("VNDR_ATTR", 1200, lambda dice: vendor_id(dice.number(1, VENDORS + 30))),
    }


def write_sources(folder: Path) -> None:
    """Write one CSV file a source table, and the schema beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    schema = (HERE / "sources" / "schema.sql").read_text(encoding="utf-8")
    headers = column_names(schema)
    for name, rows in all_tables().items():
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow(headers[name])
        for row in rows:
            if len(row) != len(headers[name]):
                raise ValueError(f"{name}: {len(row)} values for {len(headers[name])} columns")
            writer.writerow([text_of(value) for value in row])
        (folder / f"{name}.csv").write_text(buffer.getvalue(), encoding="utf-8", newline="")
    (folder / "schema.sql").write_text(schema, encoding="utf-8", newline="")


def cell_value(text: str) -> str | int | None:
    """A cell's value: whole numbers of the running-number columns as numbers, nothing for an empty text."""
    stripped = text.strip().replace("\\n", "\n")
    return int(stripped) if re.fullmatch(r"[1-9]\d{0,2}", stripped) else stripped or None


def fill_sheet(sheet: Worksheet, lines: Sequence[str]) -> None:
    """Write the lines as rows; then the look: bands, header, open points."""
    for number, line in enumerate(lines, start=1):
        for column, text in enumerate(line.split("|"), start=1):
            cell = sheet.cell(row=number, column=column, value=cell_value(text))
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if "to be confirmed" in text.lower():
                cell.fill = OPEN_POINT
            if text.strip() in ("New", "Changed"):
                cell.fill = NEW_FIELD
    for area in MERGED.get(sheet.title, ()):
        sheet.merge_cells(area)
        corner = sheet[area.split(":")[0]]
        corner.font, corner.fill = Font(bold=True), BAND
        corner.alignment = Alignment(horizontal="center")
    for cell in sheet[HEADER_ROWS.get(sheet.title, 1)]:
        cell.font, cell.fill = Font(bold=True), HEADER
    for column in sheet.columns:
        longest = max(len(str(c.value or "")) for c in column)
        letter = next(c.column_letter for c in column if hasattr(c, "column_letter"))
        sheet.column_dimensions[letter].width = min(WIDE, longest + 2)


def write_workbook(path: Path) -> None:
    """Write the mapping workbook."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for source in sorted((HERE / "document").glob("*.txt")):
        title = source.stem.split("_", 1)[1]
        sheet = book.create_sheet(title)
        fill_sheet(sheet, source.read_text(encoding="utf-8").rstrip("\n").split("\n"))
        if title in HIDDEN:
            sheet.sheet_state = "hidden"
    book.properties.creator = "Procurement data migration"
    book.properties.created = FIXED_TIME
    buffer = io.BytesIO()
    book.save(buffer)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(without_clock(buffer.getvalue()))


def without_clock(packed: bytes) -> bytes:
    """The workbook with every time of saving replaced by a fixed one."""
    stamp = FIXED_TIME.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, data)
            entry = zipfile.ZipInfo(name, FIXED_TIME.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, data)
    return out.getvalue()


def main(arguments: Sequence[str]) -> int:
    """Write everything below the folder given, or beside this script."""
    folder = Path(arguments[0]) if arguments else HERE
    write_sources(folder / "sources")
    write_workbook(folder / WORKBOOK)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

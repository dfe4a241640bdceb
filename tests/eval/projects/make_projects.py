"""Writes sources and documents of the small projects, the updates and the fresh loads: same bytes every time.

Run as ``python tests/eval/projects/make_projects.py [FOLDER]``. A document is written by hand as text, one
file a sheet (or one for a CSV document), cells parted by ``|``; rows are made up here. In a sheet a cell ``<``
is merged into the one on its left, a cell ``^`` into the one above; rules that begin with ``=`` stay text.
A ``mapping.md`` is a document as it stands.
"""

from __future__ import annotations

import csv
import io
import random
import runpy
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).resolve().parent
UPDATES = HERE.parent / "increments"
FRESH = HERE.parent / "fresh"
LEFT, ABOVE = "<", "^"
"""Cells that belong to the one on the left, or above."""
DELIMITERS = {"mapping.txt": ",", "mapping_semicolons.txt": ";"}
"""Names of CSV documents, and what parts their cells."""
Maker = Callable[[random.Random, int], object]
Columns = Mapping[str, tuple[str, Maker]]
FIRST_DAY = date(2024, 1, 1)


def one(*choices: object) -> Maker:
    """One of the choices; None stands for no value."""
    return lambda dice, _: choices[dice.randrange(len(choices))]


def serial(start: int = 1, prefix: str = "", width: int = 0) -> Maker:
    """A running number, as text where it has a prefix or a width."""

    def make(_: random.Random, number: int) -> object:
        value = start + number
        return f"{prefix}{value:0{width}d}" if prefix or width else value

    return make


def whole(low: int, high: int, missing: int = 0) -> Maker:
    """A whole number, missing in so many of a hundred rows."""
    return lambda dice, _: None if dice.randrange(100) < missing else low + dice.randrange(high - low + 1)


def money(low: int, high: int, missing: int = 0) -> Maker:
    """An amount with two decimals."""

    def make(dice: random.Random, _: int) -> object:
        if dice.randrange(100) < missing:
            return None
        return f"{low + dice.randrange(high - low)}.{dice.randrange(100):02d}"

    return make


def day(missing: int = 0, span: int = 400, form: str = "%Y-%m-%d") -> Maker:
    """A day from 2024 on."""

    def make(dice: random.Random, _: int) -> object:
        if dice.randrange(100) < missing:
            return None
        return (FIRST_DAY + timedelta(days=dice.randrange(span))).strftime(form)

    return make


def moment(missing: int = 0, span: int = 400) -> Maker:
    """A time stamp from 2024 on, whole minutes; no two rows of a table share one."""

    def make(dice: random.Random, number: int) -> object:
        if dice.randrange(100) < missing:
            return None
        minutes = dice.randrange(span * 1440) // 1000 * 1000 + number
        return (datetime(2024, 1, 1) + timedelta(minutes=minutes)).strftime("%Y-%m-%d %H:%M:%S")

    return make


def key(low: int, high: int, prefix: str = "", width: int = 0, missing: int = 0) -> Maker:
    """A reference to another table's running number."""

    def make(dice: random.Random, _: int) -> object:
        if dice.randrange(100) < missing:
            return None
        value = low + dice.randrange(high - low + 1)
        return f"{prefix}{value:0{width}d}" if prefix or width else value

    return make


def name_of(*parts: Sequence[str], missing: int = 0) -> Maker:
    """Words from each list with a blank between."""

    def make(dice: random.Random, _: int) -> object:
        if dice.randrange(100) < missing:
            return None
        return " ".join(part[dice.randrange(len(part))] for part in parts)

    return make


def written(head: str, rows: str) -> tuple[int, Columns]:
    """A table whose rows are written out: ``name TYPE | ...``, then a line a row; an empty cell is no value.

    A cell in single quotes is what stands between them, so that blank text and blanks at an end can be written. A bar
    is written with a backslash and a p, as in documents.
    """
    cells = [[_value(cell.strip()) for cell in line.split("|")] for line in rows.strip().split("\n")]
    names = [each.strip().rsplit(" ", 1) for each in head.split("|")]
    columns = zip(names, zip(*cells, strict=True), strict=True)
    return len(cells), {name: (kind, _in_turn(values)) for (name, kind), values in columns}


def _value(text: str) -> str | None:
    quoted = len(text) > 1 and text[0] == text[-1] == "'"
    return (text[1:-1] if quoted else text).replace("\\p", "|") if text else None


def _in_turn(values: Sequence[object]) -> Maker:
    return lambda _, number: values[number]


def write_tables(folder: Path, project: str, tables: Mapping[str, tuple[int, Columns]]) -> None:
    """Write one CSV file a table and the schema."""
    folder.mkdir(parents=True, exist_ok=True)
    schema = []
    for table, (count, columns) in tables.items():
        dice = random.Random(f"{project}/{table}")
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow(columns)
        for number in range(count):
            values = [make(dice, number) for _, make in columns.values()]
            writer.writerow(["\\N" if value is None else value for value in values])
        (folder / f"{table}.csv").write_text(buffer.getvalue(), encoding="utf-8", newline="")
        body = ",\n".join(f"    {column} {kind}" for column, (kind, _) in columns.items())
        schema.append(f"CREATE TABLE {table} (\n{body}\n);\n")
    (folder / "schema.sql").write_text("".join(schema), encoding="utf-8", newline="")


def grid_of(path: Path) -> list[list[str]]:
    """The cells of one text file."""
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    return [[_cell(text) for text in line.split("|")] for line in lines]


def _cell(text: str) -> str:
    r"""A cell's text: ``\n`` stands for a line break, ``\p`` for the bar that parts cells."""
    return text.strip().replace("\\n", "\n").replace("\\p", "|")


def write_document(folder: Path, parts: Path) -> None:
    """Write ``mapping.csv`` or ``mapping.md`` when the parts are one file of that kind, else ``mapping.xlsx``."""
    folder.mkdir(parents=True, exist_ok=True)
    if (parts / "mapping.md").exists():
        (folder / "mapping.md").write_bytes((parts / "mapping.md").read_bytes())
        return
    for name, delimiter in DELIMITERS.items():
        if (parts / name).exists():
            with (folder / "mapping.csv").open("w", encoding="utf-8", newline="") as stream:
                csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerows(grid_of(parts / name))
            return
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for path in sorted(parts.glob("*.txt")):
        write_sheet(book.create_sheet(path.stem.split("_", 1)[1]), grid_of(path))
    book.save(folder / "mapping.xlsx")


def write_sheet(sheet: Worksheet, grid: Sequence[Sequence[str]]) -> None:
    """Write the cells, then merge."""
    heads: dict[tuple[int, int], tuple[int, int]] = {}
    ends: dict[tuple[int, int], tuple[int, int]] = {}
    for row, cells in enumerate(grid, start=1):
        for column, text in enumerate(cells, start=1):
            if text in (LEFT, ABOVE):
                beside = (row, column - 1) if text == LEFT else (row - 1, column)
                heads[row, column] = heads.get(beside, beside)
                ends[heads[row, column]] = (row, column)
                continue
            cell = sheet.cell(row=row, column=column, value=int(text) if text.isdigit() else text or None)
            if text.startswith("="):
                cell.data_type = "s"
    for head, end in ends.items():
        sheet.merge_cells(None, *head, *end)


def projects() -> dict[str, Mapping[str, tuple[int, Columns]]]:
    """The source tables of every project: of the first four in one file, of the others in ``NAME/tables.py``."""
    from project_tables import PROJECTS

    found: dict[str, Mapping[str, tuple[int, Columns]]] = dict(PROJECTS)
    for path in sorted(HERE.glob("*/tables.py")):
        found[path.parent.name] = runpy.run_path(str(path))["TABLES"]
    return found


def main(arguments: Sequence[str]) -> int:
    """Write everything, below the folder given or beside this script."""
    sys.path.insert(0, str(HERE))
    root = Path(arguments[0]) if arguments else HERE
    for project, tables in projects().items():
        write_tables(root / project / "sources", project, tables)
        write_document(root / project, HERE / project / "document")
    beside = [(UPDATES, path) for path in sorted(UPDATES.glob("*/*/tables.py"))]
    beside += [(FRESH, path) for path in sorted(FRESH.glob("*/tables.py"))]
    for origin, path in beside:
        place = (root if arguments else origin) / path.parent.relative_to(origin)
        write_tables(place / "sources", path.parent.name, runpy.run_path(str(path))["TABLES"])
        write_document(place, path.parent / "document")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Documents of the cases in tests/cases/versions: a line a row, cells between bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

from signoff.core.domain.review import ROWS
from signoff.core.domain.spec import Spec
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse import parse_document, read_sheets
from signoff.core.project import session
from signoff.core.project.dossiers import dossiers
from signoff.core.project.making import Material, make_project
from signoff.core.project.project import Project
from signoff.core.review.gate import gate

HEADER = "Target Table|Target Column|Target Type|Source Table|Source Column|Rule|Notes|Status"


def grids_of(sheets: Mapping[str, Sequence[str]]) -> tuple[SheetGrid, ...]:
    """Sheets of text; one whose first line names no column gets the usual header."""
    made = []
    for name, lines in sheets.items():
        has_header = lines[0].startswith(("Target", "Version"))
        rows = [line.split("|") for line in ([] if has_header else [HEADER]) + list(lines)]
        width = max(map(len, rows))
        made.append(SheetGrid(name, tuple(tuple([*row, *[""] * (width - len(row))]) for row in rows)))
    return tuple(made)


def spec_of(sheets: Mapping[str, Sequence[str]], document: str = "map.xlsx") -> Spec:
    """The spec of such sheets."""
    return read_sheets(document, grids_of(sheets))


def write_workbook(path: Path, sheets: Mapping[str, Sequence[str]]) -> Path:
    """Such sheets as a workbook; numbers stay text."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for grid in grids_of(sheets):
        sheet = book.create_sheet(grid.name)
        for row in grid.rows:
            sheet.append(list(row))
    book.save(path)
    return path


def make_project_of(
    folder: Path, sheets: Mapping[str, Sequence[str]], sources: Mapping[str, str], name: str = "map.xlsx"
) -> Project:
    """A project of a workbook and CSV texts by source table; close it."""
    document = write_workbook(folder / name, sheets)
    (folder / "sources").mkdir(exist_ok=True)
    for table, text in sources.items():
        (folder / "sources" / f"{table}.csv").write_text(text, encoding="utf-8")
    material = Material(document, parse_document(document), folder / "sources")
    return make_project(folder / "p.signoff", material, name="P", dialect="duckdb", by="Ada Brandt")


def sign_all(project: Project) -> None:
    """Approve and sign every target."""
    for dossier in dossiers(project):
        for remark in [r for r in gate(dossier, today=project.now()[:10]).reasons if r.code == "remark"]:
            code = remark.message.rpartition("(")[2].rstrip(")")
            session.waive(project, dossier.target, remark.column, code, "agreed", by="Ada Brandt")
        names = [ROWS, *(c.name for c in dossier.draft.columns)]
        session.approve(project, dossier.target, names, by="Ada Brandt")
        session.sign(project, dossier.target, by="Ada Brandt")

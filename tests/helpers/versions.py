"""Documents of the cases in tests/cases/versions: a line a row, cells between bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from signoff.core.domain.spec import Spec
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse import read_sheets

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

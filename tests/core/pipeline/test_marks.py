"""Where documents say that rows are new or changed, and what becomes of the columns of existing SQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from signoff.core.domain.spec import Spec
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.merge.existing import read_existing
from signoff.core.merge.mandating import Delta, delta
from signoff.core.parse import read_with_grids
from signoff.core.pipeline.colour_marks import marks_of
from signoff.core.pipeline.marks import marks_in

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases/merge/marks.yml").read_text("utf-8"))


def document(case: dict[str, Any], path: Path) -> tuple[Spec, tuple[SheetGrid, ...]]:
    """The case's workbook, read."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in {"Mapping": case["rows"], **case.get("sheets", {})}.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([cell or None for cell in row])
        for place in case.get("pink", {}).get(name, ()):
            sheet[place].fill = PatternFill("solid", fgColor="FFC0CB")
    book.save(path)
    return read_with_grids(path)


def asked(case: dict[str, Any], path: Path) -> Delta:
    """What the case's document asks of its SQL."""
    spec, grids = document(case, path)
    marks = marks_in(spec, ["dim_customer"], marks_of(spec, grids))
    return delta(read_existing(CASES["sql"]), spec.targets[0], None, marks)


@pytest.mark.parametrize("name", list(CASES["cases"]))
def test_marks_decide_what_becomes_of_columns(name: str, tmp_path: Path) -> None:
    case = CASES["cases"][name]

    found = asked(case, tmp_path / "map.xlsx")

    assert {
        "new": [c.name for c in found.added],
        "changed": [c.name for c in found.changed],
        "removed": [c.name for c in found.removed],
        "renamed": [f"{old} to {row.name}" for row, old in found.renamed],
    } == {key: case.get(key, []) for key in ("new", "changed", "removed", "renamed")}
    assert [f.code for f in found.findings] == case.get("findings", [])


def test_every_column_has_one_mandate_that_says_why(tmp_path: Path) -> None:
    found = asked(CASES["cases"]["words of a status"], tmp_path / "map.xlsx")

    assert [m.column for m in found.mandates] == ["id", "name", "city", "phone", "amount", "old_flag"]
    city = found.mandates[2]
    assert (city.state.value, str(city.cell)) == ("changed", "Mapping!F4")
    assert city.why == 'city is changed: its row is marked "changed in R2".'


def test_tables_without_existing_sql_have_no_marks(tmp_path: Path) -> None:
    spec, _grids = document(CASES["cases"]["a change log"], tmp_path / "map.xlsx")

    assert marks_in(spec, []) == {}

"""What differs between two versions of a document, on cases that stand as data in tests/cases/versions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.delta import ColumnDelta
from signoff.core.review.versions import delta
from tests.helpers.versions import spec_of

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "versions" / "delta.yml").read_text("utf-8"))


def by_column(case: dict[str, Any]) -> dict[str, ColumnDelta]:
    """Every column that is not as it was, by target and name."""
    found = delta(spec_of(case["old"]), spec_of(case["new"]))
    return {f"{t.target}.{c.column}": c for t in found.targets for c in t.columns}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_table_and_column_is_told_as_it_changed(case: dict[str, Any]) -> None:
    found = delta(spec_of(case["old"]), spec_of(case["new"]))
    assert {t.target: t.change.value for t in found.targets} == case["delta"]
    columns = by_column(case)
    assert {k: [kind.value for kind in c.kinds] for k, c in columns.items()} == case.get("columns", {})
    was = {t.target: t.was for t in found.targets if t.was} | {k: c.was for k, c in columns.items() if c.was}
    assert was == case.get("was", {})
    for place, words in case.get("evidence", {}).items():
        assert any(words in each for each in columns[place].evidence), columns[place].evidence


def test_old_and_new_text_are_told_with_their_cells() -> None:
    case = next(c for c in CASES if c["name"].startswith("rule, source and type"))
    change = by_column(case)["t.a"]
    assert [(f.field, f.old, f.new) for f in change.fields] == [("rule", "Direct", "Multiply by 100")]
    assert str(change.old_cell) == str(change.new_cell) == "Map!B2"


def test_marks_of_cells_such_as_colours_become_evidence_and_no_change() -> None:
    old = spec_of({"Map": ["t|a|int|S|A|Direct", "t|b|int|S|B|Direct"]})
    new = spec_of({"Map": ["t|a|int|S|A|Trim", "t|b|int|S|B|Direct"]})
    cells = {row.name: row.cell for row in new.targets[0].columns}
    marks = {cell: "yellow" for cell in cells.values() if cell is not None}
    found = delta(old, new, marks=marks)
    assert [c.column for c in found.targets[0].columns] == ["a"]
    assert found.targets[0].columns[0].evidence == ("Map!B2 is marked: yellow",)


def test_a_version_held_against_itself_is_empty() -> None:
    for case in CASES:
        spec = spec_of(case["new"])
        found = delta(spec, spec)
        assert found.is_empty and not any(t.columns or t.rows for t in found.targets), case["name"]

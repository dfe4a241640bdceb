"""Headings that say little, settled by which names exist."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.known_names import NO_NAMES, KnownNames, names_of
from signoff.core.domain.spec import SourceColumn, SourceTable, Spec
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse import read_sheets

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "beside" / "headings.yml").read_text(encoding="utf-8")
)


def _known() -> KnownNames:
    tables = [
        SourceTable(name, tuple(map(SourceColumn, columns))) for name, columns in CASES["tables"].items()
    ]
    return names_of(tables, [CASES["model"]], CASES["outputs"])


def _read(rows: list[str], known: KnownNames) -> Spec:
    cells = [row.split("|") for row in rows]
    width = max(map(len, cells))
    grid = SheetGrid("Sheet1", tuple(tuple([*row, *[""] * (width - len(row))]) for row in cells))
    return read_sheets("map.xlsx", (grid,), known=known)


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: str(case["name"]))
def test_names_that_exist_tell_the_part_of_each_column(case: dict[str, Any]) -> None:
    spec = _read(case["rows"], _known())
    roles = {letter: role.value for letter, role in spec.sheets[0].roles}
    assert [roles.get(letter, "") for letter in "ABCDEF"[: len(case["roles"])]] == case["roles"]
    assert spec.is_beside_names


@pytest.mark.parametrize("case", CASES["none"], ids=lambda case: str(case["name"]))
def test_what_is_no_mapping_stays_none(case: dict[str, Any]) -> None:
    assert _read(case["rows"], _known()).targets == _read(case["rows"], NO_NAMES).targets == ()

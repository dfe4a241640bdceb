"""Whole documents of the layouts that real ones have, as data in tests/cases/parse."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.spec import Role, Spec, Step
from signoff.core.engines.documents.reading import read_grids
from signoff.core.parse import read_sheets
from tests.helpers.documents import build_document

CASES = Path(__file__).parents[2] / "cases" / "parse"


def _documents() -> list[Any]:
    return [pytest.param(path, id=path.stem) for path in sorted(CASES.glob("document_*.yml"))]


def _roles(spec: Spec) -> dict[str, Any]:
    return {
        each.sheet: [each.header_row, ", ".join(f"{c} {r}" for c, r in each.roles if r is not Role.OTHER)]
        for each in spec.sheets
        if each.header_row
    }


def _columns(spec: Spec) -> dict[str, list[list[Any]]]:
    return {
        target.name: [
            [c.name, c.type, ", ".join(str(ref) for ref in c.sources), c.rule, c.cell.row if c.cell else 0]
            for c in target.columns
        ]
        for target in spec.targets
    }


def _step(step: Step) -> str:
    parts = [step.section, str(step.kind), step.table, step.alias, step.condition]
    return " | ".join(parts).strip(" |")


@pytest.mark.parametrize("path", _documents())
def test_document(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    book = build_document(case, tmp_path)
    spec = read_sheets(book.name, read_grids(book))
    expected = case["expect"]
    assert _columns(spec) == expected["targets"]
    assert _roles(spec) == expected["roles"]
    steps = {t.name: [_step(s) for s in t.steps] for t in spec.targets if t.steps}
    assert steps == expected.get("steps", {})
    assert sorted({f.code for f in spec.findings}) == expected.get("findings", [])
    for dotted, value in expected.get("facts", {}).items():
        assert _fact(spec, dotted) == value, dotted


def _fact(spec: Spec, dotted: str) -> object:
    """A field of a column by `target column field`, of a target by `target field`, or of a source table."""
    parts = dotted.split()
    if parts[0] == "sources":
        table = spec.sources.table(parts[1])
        assert table is not None
        return [f"{c.name} {c.type}" for c in table.columns] if parts[2] == "columns" else list(table.key)
    target = spec.target(parts[0])
    assert target is not None
    if len(parts) == 2:
        return getattr(target, parts[1])
    column = next(c for c in target.columns if c.name == parts[1])
    return getattr(column, parts[2])


@pytest.mark.parametrize("path", _documents())
def test_every_cell_is_used_or_listed(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    book = build_document(case, tmp_path)
    spec = read_sheets(book.name, read_grids(book))
    unused = {(u.cell.sheet, u.cell.row, u.cell.column) for u in spec.unused}
    used = {(c.cell.sheet, c.cell.row, c.cell.column) for t in spec.targets for c in t.columns if c.cell}
    assert not unused & used
    assert all(u.reason and u.text for u in spec.unused)

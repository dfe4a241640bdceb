"""Boxes of labelled lines above a grid: the steps they are, and which table's name stands above them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import Step
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.box_steps import steps_of_box
from signoff.core.parse.boxes import box_above

CASES = yaml.safe_load(
    (Path(__file__).resolve().parents[2] / "cases" / "boxes" / "steps.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["box"][0][-1])[:40])
def test_the_lines_of_a_box_are_steps(case: dict[str, Any]) -> None:
    grid = _grid(case["box"])

    box = box_above(grid, len(grid.rows), 1)

    if case["steps"] == "none":
        assert box is None
    else:
        assert box is not None
        steps = steps_of_box("result", box, lambda row, column: Cell("map", row, column))
        assert list(map(_told, steps)) == case["steps"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("stg_orders", "stg_orders"),
        ("3. stg_orders", "stg_orders"),
        ("Table stg_orders", "stg_orders"),
        ("Target table: stg_orders (daily)", "stg_orders"),
        ("orders – one row per order", "orders"),
        ("Cleaned orders: stg_orders", "stg_orders"),
        ("Zieltabelle auftrag", "auftrag"),
        ("All the orders of the shop", ""),
    ],
)
def test_the_line_above_a_box_names_the_table(title: str, name: str) -> None:
    grid = _grid([[title], [], ["Reads", "orders"], ["Only rows", "all"]])

    box = box_above(grid, len(grid.rows), 1)

    assert box is not None
    told = box.named()
    assert (told[0] if told is not None else "") == name


def _grid(rows: list[list[str]]) -> SheetGrid:
    return SheetGrid("map", tuple(map(tuple, [*rows, [], ["Field", "Type", "Source", "How"]])))


def _told(step: Step) -> str:
    return f"{step.kind}|{step.section}|{step.table}|{step.alias}|{step.condition}"

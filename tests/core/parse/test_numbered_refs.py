"""Numbers of rows in rules, put into the names of their columns."""

from __future__ import annotations

import pytest

from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.reader import read_sheets

HEAD = ("No", "Target table", "Target field", "Data type", "Source table", "Source field", "Transformation")


def _rule(rule: str) -> str:
    rows = (
        HEAD,
        ("1", "DIM_WC", "WC_KEY", "VARCHAR(20)", "WORKCTR", "ARBPL", rule),
        ("2", "DIM_WC", "PLANT", "VARCHAR(4)", "WORKCTR", "WERKS", "1:1"),
        ("3", "DIM_WC", "WORK_CENTER", "VARCHAR(8)", "WORKCTR", "ARBPL", "trim"),
    )
    target = read_sheets("m.xlsx", [SheetGrid("map", rows)]).targets[0]
    return target.columns[0].rule_resolved


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("Plant + hyphen + work center code (cleaned as in no. 3)", "Plant + hyphen + WORK_CENTER"),
        ("trimmed, see no. 2", "trimmed, see PLANT"),
        ("first of no. 3", "first of WORK_CENTER"),
        ("see no. 9", "see no. 9"),
        ("take line 2.5 of it", "take line 2.5 of it"),
    ],
)
def test_numbers_become_names(rule: str, told: str) -> None:
    assert _rule(rule) == told

"""Value rules on single rows, written in blindness: of each document's fifty columns at least so many are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.eval.cases import Case, Wanted
from tests.eval.drafting import Variation, draft, tools_for
from tests.eval.results import results_of

DOCUMENTS = Path(__file__).parents[1] / "cases" / "rules_blind"
FLOORS = {"claims": 45, "shop": 44, "clinic": 11, "erp": 18}
"""Columns that are right by patterns alone, a little below what is reached."""


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_as_many_columns_as_before_are_right(name: str, tmp_path: Path) -> None:
    document = DOCUMENTS / name
    case = Case(name, document / "mapping.csv", document / "sources", document / "reference")
    variation = Variation(generator="none")
    with tools_for(variation) as tools:
        draft(Wanted(case), tmp_path, variation, tools)
    columns = [column for result in results_of(case, tmp_path, None) for column in result.columns]
    assert len(columns) == 50
    assert sum(column.right for column in columns) >= FLOORS[name]
    silent = [c.name for c in columns if not c.right and not c.questions and not c.remarks]
    assert not silent

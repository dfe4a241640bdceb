"""Pages that engineers write, from mapping document to values: every column is right without a person or a model."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.eval.cases import Case, Wanted
from tests.eval.drafting import Variation, draft, tools_for
from tests.eval.results import results_of

PAGES = Path(__file__).parents[1] / "cases" / "pages"


@pytest.mark.parametrize("page", sorted(PAGES.iterdir()), ids=lambda page: page.name)
def test_every_column_of_a_page_is_right(page: Path, tmp_path: Path) -> None:
    case = Case(page.name, page / "mapping.md", page / "sources", page / "reference")
    variation = Variation(generator="none")
    with tools_for(variation) as tools:
        draft(Wanted(case), tmp_path, variation, tools)
    results = results_of(case, tmp_path, None)
    assert results
    wrong = [f"{t.target}.{c.name}" for t in results for c in t.columns if not c.right]
    assert not wrong

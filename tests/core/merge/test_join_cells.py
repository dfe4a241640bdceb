"""Join cells in many wordings: the table, its key, and whether rows without a partner stay."""

from __future__ import annotations

from typing import Any

import pytest

from signoff.core.domain.plan import JoinKind
from signoff.core.merge.join_cells import JoinCell, join_cell
from tests.core.merge.cases import FOLDER, load, schema_of

CELLS = load(FOLDER / "join_cells.yml")


@pytest.mark.parametrize("case", CELLS["cases"], ids=lambda c: c["text"])
def test_join_cells_are_read_in_many_wordings(case: dict[str, Any]) -> None:
    found = join_cell(case["text"], schema_of(CELLS))

    if case["table"] is None:
        assert found is None
    else:
        assert found == JoinCell(case["table"], case["condition"], JoinKind(case.get("kind", "left")))

"""What documents ask of the columns of existing SQL, however they mark it: cases of tests/cases/parse with `marks`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.mandates import MandateState
from signoff.core.engines.documents.reading import read_grids
from signoff.core.merge.existing import read_existing
from signoff.core.merge.mandating import delta
from signoff.core.parse import read_sheets
from signoff.core.pipeline.marks import marks_in
from tests.helpers.documents import build_document

CASES = Path(__file__).parents[2] / "cases" / "parse"


def _marked() -> list[Any]:
    read = (
        (path, yaml.safe_load(path.read_text(encoding="utf-8")))
        for path in sorted(CASES.glob("document_*.yml"))
    )
    return [pytest.param(case, id=path.stem) for path, case in read if "marks" in case]


@pytest.mark.parametrize("case", _marked())
def test_marks(case: dict[str, Any], tmp_path: Path) -> None:
    book = build_document(case, tmp_path)
    spec = read_sheets(book.name, read_grids(book))
    ((name, columns),) = case["existing"].items()
    target = spec.target(name)
    assert target is not None
    sql = read_existing(f"select {', '.join(columns)} from somewhere")
    found = delta(sql, target, None, marks_in(spec, [name]))
    states = {m.column: str(m.state) for m in found.mandates if m.state is not MandateState.UNCHANGED}
    assert states == case["marks"][name]

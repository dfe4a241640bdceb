"""Rules with a known structure and unknown parts, from tests/cases/generate/frames.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping, SourceColumn
from signoff.core.errors import SignoffError
from signoff.core.generate.patterns import frame_rule
from signoff.core.generate.patterns.holes import Frame, Hole

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[3] / "cases" / "generate" / "frames.yml").read_text(encoding="utf-8")
)


def framed(case: dict[str, Any]) -> Frame | None:
    columns = tuple(
        ScopeColumn("t", "T", SourceColumn(name, kind), is_source=True)
        for name, kind in case["columns"].items()
    )
    return frame_rule(ColumnMapping("x", "y", case["type"], rule=case["rule"]), Scope(columns, case["type"]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"][:40])
def test_only_what_is_not_understood_is_left_open(case: dict[str, Any]) -> None:
    frame = framed(case)
    assert ([hole.text for hole in frame.holes] if frame else []) == case.get("parts", [])
    assert all(part in (frame.sql if frame else "") for part in case.get("holds", []))


def test_a_part_is_put_in_brackets() -> None:
    frame = Frame("CASE WHEN open_part_1 THEN 0 ELSE t.A END", (Hole("open_part_1", "a or b", True),))
    assert frame.filled({"open_part_1": "t.A = 1 OR t.B = 2"}) == (
        "CASE WHEN (t.A = 1 OR t.B = 2) THEN 0 ELSE t.A END"
    )
    with pytest.raises(SignoffError):
        frame.filled({"open_part_1": "t.A = = 1"})

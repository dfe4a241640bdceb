"""Every planning case of tests/cases/merge/plan: the draft as expected, the findings, and that it binds."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.core.merge.assembling import assemble, settle_plan
from tests.core.merge.binding import bind
from tests.core.merge.cases import FOLDER, drafted, load, planned, schema_of

CASES = sorted((FOLDER / "plan").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_draft_is_as_written_beside_the_case(path: Path) -> None:
    case = load(path)
    plan = planned(case)
    columns = drafted(case, plan)

    sql = assemble(plan, columns, schema=schema_of(case))

    settled, ready = settle_plan(plan, columns)
    in_columns = [f.code for c in ready for e in c.expressions for f in e.findings]
    assert sql == path.with_suffix(".sql").read_text("utf-8")
    assert sorted([f.code for f in settled.findings] + in_columns) == sorted(case.get("findings", []))
    bind(sql, schema_of(case))


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 15

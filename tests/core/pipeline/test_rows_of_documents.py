"""Whole documents that tell their rows outside the grid: what their targets read, without the language model."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import DraftColumn, Plan
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.merge.assembling import assemble, settle_plan
from signoff.core.merge.lookups import planned_expression
from signoff.core.merge.planning import columns_of_section, plan_target
from signoff.core.merge.scoping import scope_for
from signoff.core.parse import parse_document
from signoff.core.pipeline.texts import compiled_text
from tests.core.merge.cases import load, schema_of
from tests.helpers.documents import build_document

CASES = sorted((Path(__file__).resolve().parents[2] / "cases" / "rows").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_rows_come_out_as_the_document_tells(path: Path, tmp_path: Path) -> None:
    case = load(path)
    schema = schema_of(case)
    (target,) = parse_document(build_document(case, tmp_path)).targets

    plan = plan_target(target, schema, resolve=compiled_text)

    columns = _columns(target, plan, schema)
    settled, ready = settle_plan(plan, columns)
    sql = assemble(settled, ready, schema=schema)
    assert _parts(sql) == [part.rstrip() for part in case["rows"]]
    assert sorted(f.code for f in settled.findings) == sorted(case["findings"])
    told = {column.name: column.expressions[-1].sql for column in ready}
    assert {name: told[name] for name in case.get("columns", {})} == case.get("columns", {})


def test_equal_rows_count_once_where_the_document_says_union(tmp_path: Path) -> None:
    plans = {
        name: plan_target(
            parse_document(build_document(case, tmp_path)).targets[0], schema_of(case), resolve=compiled_text
        )
        for name in ("payments_distinct", "parcel_scans")
        if (case := load(next(path for path in CASES if path.stem == name)))
    }
    assert [plans[name].union_all for name in ("payments_distinct", "parcel_scans")] == [False, True]


def test_there_are_enough_documents() -> None:
    assert len(CASES) >= 10


def _columns(target: TargetMapping, plan: Plan, schema: Schema) -> list[DraftColumn]:
    """Each column as the plan makes it, else its first source."""
    found = []
    for name in dict.fromkeys(c.name for c in target.columns):
        expressions = []
        for section in plan.sections:
            rows = columns_of_section(target, section, len(plan.sections)).columns
            mapping = next(c for c in rows if c.name == name)
            sources = scope_for(section, mapping, schema).sources
            planned = planned_expression(mapping, section, schema)
            plain = Expression(sources[0].sql if sources else "null", Origin.DIRECT)
            expressions.append(planned or plain)
        found.append(DraftColumn(name, "VARCHAR", tuple(expressions)))
    return found


def _parts(sql: str) -> list[str]:
    """What each part of the statement reads, without its list of columns."""
    return [
        "from " + part.partition("\nfrom ")[2].rstrip() for part in re.split(r"\n\nunion(?: all)?\n\n", sql)
    ]

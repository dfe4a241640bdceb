"""Lookups in the words of warehouse sheets: how the table is joined, the value, and what stands instead."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlglot import exp

from signoff.core.domain.expressions import Scope
from signoff.core.domain.plan import Condition
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    TargetMapping,
)
from signoff.core.merge.lookup_defaults import without_default
from signoff.core.merge.lookups import planned_expression
from signoff.core.merge.moved import moved_columns
from signoff.core.merge.planning import plan_target
from signoff.core.merge.sqlparts import parsed, rendered

CASES = yaml.safe_load(
    (Path(__file__).resolve().parents[2] / "cases" / "merge" / "lookup_texts.yml").read_text("utf-8")
)
MEMBER = SourceTable(
    "dim_member",
    (
        SourceColumn("member_key", "INTEGER"),
        SourceColumn("member_code", "VARCHAR", moved_from="card_no"),
        SourceColumn("member_name", "VARCHAR"),
        SourceColumn("valid_from", "DATE"),
        SourceColumn("valid_to", "DATE"),
        SourceColumn("is_current", "VARCHAR"),
    ),
)
VISIT = SourceTable(
    "visit",
    (
        SourceColumn("visit_id", "INTEGER"),
        SourceColumn("card_no", "VARCHAR"),
        SourceColumn("visit_date", "DATE"),
    ),
)


def _nobody(text: str, scope: Scope) -> Condition | None:
    return None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_lookup_joins_and_loads(case: dict[str, Any]) -> None:
    schema = Schema((VISIT, MEMBER))
    rows = (
        ColumnMapping("t", "visit_id", sources=(SourceRef("visit", "visit_id"),), key=True),
        ColumnMapping(
            "t", case.get("name", "member_key"), sources=(SourceRef("visit", "card_no"),), rule=case["rule"]
        ),
    )
    plan = plan_target(TargetMapping("t", rows), schema, resolve=_nobody)
    made = planned_expression(rows[1], plan.sections[0], schema)

    if case.get("nothing"):
        assert made is None and len(plan.sections[0].relations) == 1
        return
    value = f"dim_member.{case.get('value', 'member_key')}"
    wanted = f"coalesce({value}, {case['default']})" if "default" in case else value
    key = case.get("key", "visit.card_no = dim_member.member_code")
    key += f" and {case['also']}" if "also" in case else ""
    assert made is not None and made.sql == wanted
    joined = plan.sections[0].relations[1]
    assert joined.on is not None and _same(joined.on.sql) == _same(key)


def _same(sql: str) -> set[str]:
    """Parts of a condition, the sides of equalities in no order."""
    tree = parsed(sql)
    assert tree is not None
    parts = tree.flatten() if isinstance(tree, exp.And) else [tree]
    return {
        " = ".join(sorted((rendered(p.left), rendered(p.right)))) if isinstance(p, exp.EQ) else rendered(p)
        for p in parts
    }


@pytest.mark.parametrize(
    ("text", "left", "default"),
    [
        ("Lookup T on K. If lookup fails, set to -1.", "Lookup T on K", "-1"),
        ("Lookup T on K; no match -> -1", "Lookup T on K", "-1"),
        ("Lookup T on K and return V (-1 if not found)", "Lookup T on K and return V", "-1"),
        ("Lookup T on K. Where no record exists, default to 'None'", "Lookup T on K", "'None'"),
        ("Lookup T on K, assign -1 if the customer doesn't exist", "Lookup T on K", "-1"),
        ("Lookup T on K, leave null if not found", "Lookup T on K", ""),
        ("Lookup T on K where CUST_NO = NO_X", "Lookup T on K where CUST_NO = NO_X", ""),
        ("Lookup T on K when missing", "Lookup T on K when missing", ""),
    ],
)
def test_what_stands_where_nothing_is_found(text: str, left: str, default: str) -> None:
    assert without_default(text) == (left, default)


def test_columns_that_were_only_moved_or_cast_are_known() -> None:
    sql = "select a.x as y, cast(a.n as varchar) as m, upper(a.z) as w from a"

    assert moved_columns(sql) == {"y": "x", "m": "n"}
    assert moved_columns("select 1 union all select 2") == {}

"""Checks and Rows cards: the cases are in tests/cases/verify."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.checks import CheckState
from signoff.core.domain.edits import EditKind, EditScript, EditState, MandatedEdit
from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import Condition, Draft, DraftColumn, JoinKind, Plan, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.engines.sql.types import duckdb_type
from signoff.core.errors import Cancelled
from signoff.core.progress import CancelToken, Progress
from signoff.core.verify.probe import check_expressions
from signoff.core.verify.verify import verify

CASES = Path("tests/cases/verify")
CHECKS = yaml.safe_load((CASES / "checks.yml").read_text(encoding="utf-8"))
ROWS = yaml.safe_load((CASES / "rows.yml").read_text(encoding="utf-8"))
READINGS = yaml.safe_load((CASES / "readings.yml").read_text(encoding="utf-8"))


def draft_and_target(case: dict[str, Any]) -> tuple[Draft, TargetMapping]:
    mappings, columns = [], []
    for column in case["columns"]:
        mappings.append(ColumnMapping("t", **column))
        columns.append(DraftColumn(column["name"], duckdb_type(column["type"]), ()))
    draft = Draft("t", case["sql"], case["sql"], tuple(columns), existing=case.get("existing", ""))
    return draft, TargetMapping("t", tuple(mappings))


@pytest.mark.parametrize("case", CHECKS, ids=lambda case: case["name"])
def test_checks(sandbox: Sandbox, case: dict[str, Any]) -> None:
    found = verify(*draft_and_target(case), sandbox)
    states = [[c.code, c.state.value, c.column, c.count] for c in found.checks]
    if case["name"] == "all is well":
        assert states == case["expect"]
    assert [each for each in case["expect"] if each not in states] == []
    for check in found.checks:
        assert check.message.endswith(".")
        assert not any(value in check.message for value in ("Robert", "Bobby", "abc", "100.5"))


def plan_of(case: dict[str, Any]) -> Plan:
    return Plan("t", tuple(section_of(section) for section in case["sections"]), not case.get("union"))


def section_of(section: dict[str, Any]) -> SectionPlan:
    def relations(name: str) -> tuple[Relation, ...]:
        return tuple(
            Relation(table, alias, JoinKind(join), Condition("", on) if on else None)
            for table, alias, join, on in section.get(name, ())
        )

    def conditions(name: str) -> tuple[Condition, ...]:
        return tuple(Condition(text, sql) for text, sql in section.get(name, ()))

    return SectionPlan(
        section.get("name", ""),
        relations("relations"),
        filters=conditions("filters"),
        group_by=conditions("group_by"),
        distinct=section.get("distinct", False),
        having=conditions("having"),
        qualify=conditions("qualify"),
        left_out=relations("left_out"),
        unresolved=conditions("unresolved"),
    )


def statement(plan: Plan, values: list[str]) -> str:
    """The plan as SQL, written here a second way, so that the card is held against it."""
    parts = []
    for section in plan.sections:
        sql = f"select {'distinct ' if section.distinct else ''}{', '.join(values)}"
        for r in section.relations:
            word = "from" if r.join == JoinKind.DRIVING else f"{r.join.value} join"
            sql += f" {word} {r.table} as {r.alias}" + (f" on {r.on.sql}" if r.on else "")
        for word, found in (
            ("where", section.filters),
            ("group by", section.group_by),
            ("having", section.having),
            ("qualify", section.qualify),
        ):
            sql += f" {word} {' and '.join(c.sql for c in found)}" if found else ""
        parts.append(sql)
    return (" union all " if plan.union_all else " union ").join(parts)


@pytest.mark.parametrize("case", ROWS, ids=lambda case: case["name"])
def test_rows_card(sandbox: Sandbox, case: dict[str, Any]) -> None:
    plan, values = plan_of(case), case["values"]
    expressions = [tuple(Expression(v, Origin.DIRECT) for _ in plan.sections) for v in values]
    columns = tuple(DraftColumn(f"c{n}", "", each) for n, each in enumerate(expressions))
    sql = statement(plan, [f"{value} as c{n}" for n, value in enumerate(values)])
    mapping = TargetMapping("t", tuple(ColumnMapping("t", column.name) for column in columns))
    found = verify(Draft("t", sql, sql, columns, plan), mapping, sandbox)
    card = found.card
    assert card is not None, found.checks[-1].message
    shown = [[s.words, s.rows_in, s.left_out, s.doubled, s.unknown, s.rows_out] for s in card.steps]
    assert (shown, card.rows) == (case["steps"], case["rows"])
    assert sum(step.starts for step in card.steps) == len(plan.sections)
    assert found.checks[-1].state == CheckState.PASSED
    if "one_row_per" in case:
        assert card.one_row_per == case["one_row_per"]
    for step in card.steps:
        if step.sql:
            assert sandbox.count(step.sql) == step.left_out


@pytest.mark.parametrize("case", READINGS, ids=lambda case: case["sql"].splitlines()[0])
def test_a_kept_query_is_read_for_its_card(sandbox: Sandbox, case: dict[str, Any]) -> None:
    bound = sandbox.bind(case["sql"])
    mapping = TargetMapping("t", tuple(ColumnMapping("t", name) for name, _ in bound))
    found = verify(Draft("t", case["sql"], case["sql"], (), existing="kept"), mapping, sandbox)
    card = found.card
    assert card is not None and found.checks[-1].state == CheckState.PASSED
    shown = [[s.words, s.rows_in, s.left_out, s.doubled, s.unknown, s.rows_out] for s in card.steps]
    assert shown == case.get("steps", [])
    assert not card.steps or card.steps[0].starts
    assert card.rows == case.get("rows", shown[-1][-1] if shown else None)
    assert card.one_row_per == case["one_row_per"]


def test_cancel_and_progress(sandbox: Sandbox) -> None:
    case = {"sql": "select id from orders", "columns": [{"name": "id", "type": "int"}]}
    news: list[Progress] = []
    verify(*draft_and_target(case), sandbox, report=news.append)
    assert [each.stage for each in news] == ["verify"] * 3
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        verify(*draft_and_target(case), sandbox, cancel=token)


def test_probing_single_expressions(sandbox: Sandbox) -> None:
    expressions = [
        "p.id + 1",
        "cast(p.name as integer)",
        "nope",
        "p.id / 0",
        "1 from t",
        "p.id + 1",
        "p.name -- x",
    ]
    found = check_expressions("from parties as p", expressions, sandbox)
    assert [outcome.sql for outcome in found] == expressions
    assert [bool(outcome.error) for outcome in found] == [False, True, True, False, True, False, False]
    assert (found[0].type, found[0].rows, found[0].nulls) == ("INTEGER", 3, 0)
    assert found[3].not_finite == 3
    assert "Robert" not in found[1].error


@pytest.mark.parametrize(("state", "lacks"), [(EditState.PROPOSED, False), (EditState.REFUSED, True)])
def test_a_column_that_an_edit_takes_out_is_not_missed(
    sandbox: Sandbox, state: EditState, lacks: bool
) -> None:
    target = TargetMapping("t", (ColumnMapping("t", "a", "INTEGER"), ColumnMapping("t", "b", "INTEGER")))
    edit = MandatedEdit("1", EditKind.DROP_COLUMN, "b", "The column goes.", state=state)
    columns = (DraftColumn("a", "INTEGER", ()),)
    script = EditScript((edit,), "select 1 as a, 2 as b")
    draft = Draft("t", "select 1 as a", "select 1 as a", columns, existing=script.text_before, edits=script)
    (check,) = (c for c in verify(draft, target, sandbox).checks if c.code == "columns")
    assert (check.state is CheckState.FAILED) is lacks

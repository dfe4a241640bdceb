"""What a document leaves open of its rows is asked where rows differ, and only there; the answer is followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import duckdb
import pytest

from signoff.core.domain.plan import Draft, Plan
from signoff.core.domain.review import Question
from signoff.core.merge.assembling import assemble, settle_plan
from signoff.core.pipeline.desk import Desk, Said
from signoff.core.pipeline.row_doubts import with_row_doubts
from signoff.core.review.questions import ROW_DOUBT, questions_from
from tests.core.merge.cases import schema_of
from tests.helpers.told_rows import cases_of, columns_of, expected, filled, outcome, planned

FOLDER = Path(__file__).resolve().parents[2] / "cases" / "row_choices" / "doubts"
CASES = list(cases_of(FOLDER))


class Counting:
    """Counts rows over the made-up tables of a case, or over the same tables without rows."""

    def __init__(self, case: dict[str, Any], *, is_empty: bool = False) -> None:
        self.connection = filled(case)
        for table in schema_of(case).tables if is_empty else ():
            self.connection.execute(f"delete from {table.name}")

    def count_many(self, sqls: list[str], _cancel: object) -> Iterator[SimpleNamespace]:
        for sql in sqls:
            try:
                yield SimpleNamespace(ok=True, count=len(self.connection.execute(sql).fetchall()))
            except duckdb.Error:
                yield SimpleNamespace(ok=False, count=0)


def doubted(
    case: dict[str, Any], answers: Mapping[str, str] | None = None, *, is_empty: bool = False
) -> tuple[Plan, list[Question]]:
    _, plan = planned(case)
    sandbox = Counting(case, is_empty=is_empty)
    desk = cast(Desk, SimpleNamespace(said=Said(answers=answers or {}), sandbox=sandbox, cancel=None))
    found = with_row_doubts(plan, desk)
    asked = questions_from(Draft("result", "", "", (), plan=found))
    return found, [q for q in asked if q.code == ROW_DOUBT]


def rows_of(case: dict[str, Any], plan: Plan) -> list[tuple[Any, ...]]:
    target, _ = planned(case)
    settled, columns = settle_plan(plan, columns_of(target, plan, schema_of(case)))
    return outcome(assemble(settled, columns, schema=schema_of(case)), case)


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_the_usual_way_is_followed_and_the_other_one_once_it_is_picked(case: dict[str, Any]) -> None:
    plan, questions = doubted(case)
    wanted = [outcome(expected({**case, "rows": way}), case) for way in case["ways"]]
    assert rows_of(case, plan) == wanted[0]
    assert len(questions) == len(wanted) - 1
    for question in questions:
        assert [rows_of(case, doubted(case, {question.id: c.id})[0]) for c in question.choices] == wanted
        assert not doubted(case, {question.id: question.choices[1].id})[1]


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_nothing_is_asked_where_no_row_differs(case: dict[str, Any]) -> None:
    plan, questions = doubted(case, is_empty=True)
    assert not questions
    assert not any(section.doubts for section in plan.sections)

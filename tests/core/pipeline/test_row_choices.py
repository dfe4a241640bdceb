"""What texts on rows with several readings offer, and what follows from the one that a person picks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from signoff.core.domain.findings import Severity
from signoff.core.domain.plan import Draft, Plan
from signoff.core.domain.review import Question
from signoff.core.merge.assembling import assemble, settle_plan
from signoff.core.pipeline.desk import Desk, Said
from signoff.core.pipeline.offered_rows import with_ways_offered
from signoff.core.review.questions import LEAVE_OUT, UNSETTLED, questions_from
from tests.core.merge.cases import schema_of
from tests.helpers.told_rows import cases_of, columns_of, expected, outcome, planned

FOLDER = Path(__file__).resolve().parents[2] / "cases" / "row_choices" / "ways"
CASES = list(cases_of(FOLDER))
IDS = [name for name, _ in CASES]


def offered(case: dict[str, Any], answers: Mapping[str, str] | None = None) -> tuple[Plan, list[Question]]:
    target, plan = planned(case)
    desk = cast(Desk, SimpleNamespace(said=Said(answers=answers or {})))
    found = with_ways_offered(plan, target, schema_of(case), desk)
    asked = questions_from(Draft(target.name, "", "", (), plan=found))
    return found, [q for q in asked if q.code == UNSETTLED]


def statement(case: dict[str, Any], plan: Plan) -> str:
    target, _ = planned(case)
    settled, columns = settle_plan(plan, columns_of(target, plan, schema_of(case)))
    return assemble(settled, columns, schema=schema_of(case))


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=IDS)
def test_a_text_offers_what_it_may_mean_and_only_assumptions_are_followed(case: dict[str, Any]) -> None:
    plan, questions = offered(case)
    followed = [c.text for section in plan.sections for c in (*section.filters, *section.qualify)]
    assert bool(followed) is bool(case.get("assumed"))
    assert any(f.severity is Severity.ERROR for f in plan.findings)
    (question,) = questions
    assert [c.id for c in question.choices][-1] == LEAVE_OUT
    assert len(question.choices) == len(case["ways"]) + 1
    assert all(choice.text.strip() and "select" not in choice.text for choice in question.choices)


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=IDS)
def test_what_is_picked_is_followed(case: dict[str, Any]) -> None:
    _, (question,) = offered(case)
    for choice, way in zip(question.choices, case["ways"], strict=False):
        plan, still = offered(case, {question.id: choice.id})
        assert not still and all(f.code not in ("D204", "D206") for f in plan.findings)
        told = {**case, **way}
        assert outcome(statement(case, plan), told) == outcome(expected(told), told), way


def test_a_choice_of_another_text_picks_nothing() -> None:
    case = CASES[0][1]
    _, (question,) = offered(case)
    _, (still,) = offered(case, {question.id: "0123abcd"})
    assert still == question


@pytest.mark.parametrize("case", [CASES[4][1], CASES[5][1], CASES[-1][1]], ids=[IDS[4], IDS[5], IDS[-1]])
def test_a_text_is_left_out_where_a_person_says_so(case: dict[str, Any]) -> None:
    _, (question,) = offered(case)
    plan, still = offered(case, {question.id: LEAVE_OUT})
    assert not still and not any(section.filters or section.qualify for section in plan.sections)
    assert all(f.code not in ("D204", "D206") for f in plan.findings)


@pytest.mark.parametrize(
    "answer", ["entered_on >= date '2024-06-01'", "entered_on is on or after 2024-06-01"]
)
@pytest.mark.parametrize("number", [0, 4, 5])
def test_what_a_person_writes_stands_in_place_of_a_text(number: int, answer: str) -> None:
    case = CASES[number][1]
    _, (question,) = offered(case)
    plan, still = offered(case, {question.id: answer})
    told = {**case, "where": "entered_on >= date '2024-06-01'"}
    assert not still and outcome(statement(case, plan), told) == outcome(expected(told), told)

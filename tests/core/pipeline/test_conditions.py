"""Joins and filters that only the language model vouches for: compared, asked, told, picked by an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import Draft, JoinKind, Plan, Relation, SectionPlan
from signoff.core.domain.prompts import Generation
from signoff.core.domain.review import ROWS, question_id
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.pipeline.conditions import resolve_condition, told_of_generated
from signoff.core.pipeline.desk import Said
from signoff.core.pipeline.places import Place
from signoff.core.review.questions import UNSETTLED, condition_choice, questions_from
from tests.core.pipeline.test_resolving import SCOPE, desk_with, sandbox

__all__ = ["sandbox"]

TEXT = "the roomy ones by SQM, 300 and up"
WHERE = Place("plot", TEXT)


def planned(sandbox: Sandbox, *texts: str, answer: str = "") -> tuple[Plan, Draft]:
    """A plan whose one filter the language model wrote in these ways."""
    desk, _ = desk_with(sandbox, list(texts))
    if answer:
        asked = question_id("plot", ROWS, UNSETTLED, TEXT)
        desk = replace(desk, said=Said(answers={asked: answer}))
    condition = resolve_condition(TEXT, SCOPE, WHERE, desk)
    assert condition is not None and condition.origin is Origin.GENERATED
    relations = (Relation("PLT", "p", JoinKind.DRIVING),)
    plan = Plan("plot", (SectionPlan("", relations, (condition,)),))
    return plan, Draft("plot", "", "", (), plan)


def test_a_condition_written_one_way_is_told(sandbox: Sandbox) -> None:
    plan, draft = planned(sandbox, "num_01 >= 300")
    assert [finding.code for finding in told_of_generated(plan)] == ["D15"]
    assert TEXT in told_of_generated(plan)[0].message
    assert questions_from(draft) == ()


def test_ways_that_keep_the_same_rows_are_one(sandbox: Sandbox) -> None:
    plan, draft = planned(sandbox, "num_01 >= 300", "NOT num_01 < 300")
    assert plan.sections[0].filters[0].others == ()
    assert questions_from(draft) == ()


def test_ways_that_keep_other_rows_are_asked(sandbox: Sandbox) -> None:
    plan, draft = planned(sandbox, "num_01 >= 300", "num_01 > 300")
    (question,) = questions_from(draft)
    assert question.column == ROWS
    assert [choice.sql for choice in question.choices][:2] == ["p.SQM >= 300", "p.SQM > 300"]
    assert told_of_generated(plan) == ()


def test_an_answer_picks_one_of_them(sandbox: Sandbox) -> None:
    ways = ("num_01 >= 300", "num_01 > 300")
    plan, draft = planned(sandbox, *ways, answer=condition_choice("p.SQM > 300"))
    assert plan.sections[0].filters[0].sql == "p.SQM > 300"
    assert questions_from(draft) == () and told_of_generated(plan) == ()


def test_a_condition_that_does_not_run_is_not_taken(sandbox: Sandbox) -> None:
    plan, _ = planned(sandbox, "date_trunc(num_01, num_01)", "num_01 > 300")
    assert plan.sections[0].filters[0].sql == "p.SQM > 300"


def test_a_condition_that_names_no_column_is_not_sent(sandbox: Sandbox) -> None:
    desk, proposer = desk_with(sandbox, ["num_01 > 300"])
    assert resolve_condition("see the sheet of steps", SCOPE, WHERE, desk) is None
    assert proposer.sent == []


def test_a_column_held_against_itself_is_not_taken(sandbox: Sandbox) -> None:
    plan, _ = planned(sandbox, "text_01 = text_01 AND num_01 > 5", "num_01 > 300")
    assert plan.sections[0].filters[0].sql == "p.SQM > 300"


@pytest.mark.parametrize(("least", "is_taken"), [(0.0, True), (0.39, False), (0.41, True)])
def test_an_unlikely_answer_is_not_taken(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, least: float, is_taken: bool
) -> None:
    desk, proposer = desk_with(sandbox)
    answer = Generation("num_01 > 300", 1, 0.0, finished=True, least=least)
    monkeypatch.setattr(proposer, "generate", lambda *_, **__: (answer,))
    assert (resolve_condition(TEXT, SCOPE, WHERE, desk) is not None) == is_taken

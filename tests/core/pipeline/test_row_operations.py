"""Sentences on rows that no compiler understands: what the language model makes of them is followed, and told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, JoinKind, Plan, Relation, SectionPlan
from signoff.core.domain.review import ROWS, question_id
from signoff.core.domain.spec import ColumnMapping, SourceRef, Step, StepKind, TargetMapping
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.pipeline.conditions import told_of_generated
from signoff.core.pipeline.desk import Said
from signoff.core.pipeline.drafting import draft_target
from signoff.core.pipeline.row_operations import with_generated_rows
from signoff.core.review.questions import LEAVE_OUT, UNSETTLED, questions_from
from tests.core.pipeline.test_resolving import desk_with, sandbox

__all__ = ["sandbox"]

SENTENCE = "of every PLT_NM the roomiest stands, going by SQM"
CELL = Cell("Notes", 4, 2)
OPEN = Condition(SENTENCE, cell=CELL)
FINDING = Finding("D206", Severity.ERROR, "not understood", CELL, "plot")
SECTION = SectionPlan("", (Relation("PLT", "p", JoinKind.DRIVING),), unresolved=(OPEN,))
PLAN = Plan("plot", (SECTION,), findings=(FINDING,))
LATEST = "LATEST PER text_01 BY num_01 DESC"


def read(sandbox: Sandbox, answer: str, plan: Plan = PLAN) -> Plan:
    """The plan after the language model gave this one answer."""
    desk, _ = desk_with(sandbox, [answer])
    return with_generated_rows(plan, sandbox.schema(), desk)


def test_the_row_that_stays_is_told_and_no_longer_open(sandbox: Sandbox) -> None:
    plan = read(sandbox, LATEST)
    (kept,) = plan.sections[0].qualify
    assert kept.sql == "ROW_NUMBER() OVER (PARTITION BY p.PLT_NM ORDER BY p.SQM DESC) = 1"
    assert plan.sections[0].unresolved == () and FINDING not in plan.findings
    assert [(f.code, f.cell) for f in told_of_generated(plan)] == [("D15", CELL)]


@pytest.mark.parametrize(
    ("answer", "place"),
    [("WHERE num_01 > 0", "filters"), ("ONE ROW PER text_01", "group_by"), ("DISTINCT", "distinct")],
)
def test_each_operation_goes_to_its_place(sandbox: Sandbox, answer: str, place: str) -> None:
    plan = read(sandbox, answer)
    assert getattr(plan.sections[0], place)
    assert [f.code for f in (*plan.findings, *told_of_generated(plan))] == ["D15"]


@pytest.mark.parametrize("answer", ["NOTHING", "SELECT", "ONE ROW PER"])
def test_what_it_makes_nothing_of_stays_open(sandbox: Sandbox, answer: str) -> None:
    assert read(sandbox, answer) == PLAN


def test_a_grouped_section_is_not_grouped_again(sandbox: Sandbox) -> None:
    grouped = replace(PLAN, sections=(replace(SECTION, group_by=(Condition("k", "p.PLT_NM"),)),))
    assert read(sandbox, "ONE ROW PER num_01", grouped) == grouped


def test_a_sentence_that_names_no_column_is_not_sent(sandbox: Sandbox) -> None:
    nameless = replace(PLAN, sections=(replace(SECTION, unresolved=(Condition("as agreed", cell=CELL),)),))
    desk, proposer = desk_with(sandbox, [LATEST])
    assert with_generated_rows(nameless, sandbox.schema(), desk) == nameless
    assert proposer.sent == []


def test_what_a_person_left_out_is_not_sent(sandbox: Sandbox) -> None:
    desk, proposer = desk_with(sandbox, [LATEST])
    asked = question_id("plot", ROWS, UNSETTLED, SENTENCE)
    desk = replace(desk, said=Said(answers={asked: LEAVE_OUT}))
    assert with_generated_rows(PLAN, sandbox.schema(), desk) == PLAN
    assert proposer.sent == []


def test_a_filter_step_may_say_which_row_stays(sandbox: Sandbox) -> None:
    columns = (ColumnMapping("plot", "label", "varchar", sources=(SourceRef("PLT", "PLT_NM"),)),)
    steps = (
        Step("plot", 1, StepKind.DRIVING, table="PLT"),
        Step("plot", 2, StepKind.FILTER, condition=SENTENCE, cell=CELL),
    )
    desk, proposer = desk_with(sandbox, [LATEST])
    outcome = draft_target(TargetMapping("plot", columns, steps), sandbox.schema(), ["plot"], desk)
    assert "qualify" not in outcome.draft.sql, "it is asked first"
    assert [f.code for f in outcome.draft.findings] == ["D16"]
    (asked,) = questions_from(outcome.draft)
    assert "ROW_NUMBER()" in asked.choices[0].sql
    assert proposer.sent[0].rows and "PLT_NM" not in proposer.sent[0].body

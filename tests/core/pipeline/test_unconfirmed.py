"""A filter that only the language model vouches for is asked, and followed only once a person picks it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from signoff.core.domain.review import ROWS, question_id
from signoff.core.domain.spec import ColumnMapping, SourceRef, Step, StepKind, TargetMapping
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.pipeline.desk import Said
from signoff.core.pipeline.drafting import DraftOutcome, draft_target
from signoff.core.review.questions import UNSETTLED, condition_choice, questions_from
from tests.core.pipeline.test_resolving import desk_with, sandbox

__all__ = ["sandbox"]

SENTENCE = "the roomy ones by SQM and up"
TARGET = TargetMapping(
    "plot",
    (ColumnMapping("plot", "label", "varchar", sources=(SourceRef("PLT", "PLT_NM"),)),),
    (
        Step("plot", 1, StepKind.DRIVING, table="PLT"),
        Step("plot", 2, StepKind.FILTER, condition=SENTENCE),
    ),
)


def drafted(sandbox: Sandbox, answer: str, said: str = "") -> DraftOutcome:
    desk, _ = desk_with(sandbox, *([answer] for _ in range(12)))
    if said:
        desk = replace(desk, said=Said(answers={question_id("plot", ROWS, UNSETTLED, SENTENCE): said}))
    return draft_target(TARGET, sandbox.schema(), ["plot"], desk)


@pytest.mark.parametrize("answer", ["num_01 IS NULL AND num_01 > 0", "WHERE num_01 > 300"])
def test_it_is_asked_with_what_it_would_be_in_words(sandbox: Sandbox, answer: str) -> None:
    outcome = drafted(sandbox, answer)
    assert "where" not in outcome.draft.sql.casefold()
    assert [finding.code for finding in outcome.draft.findings] == ["D16"]
    (question,) = questions_from(outcome.draft)
    assert question.code == UNSETTLED and question.choices[0].sql.startswith("PLT.SQM")


def test_a_person_may_pick_it_all_the_same(sandbox: Sandbox) -> None:
    (question,) = questions_from(drafted(sandbox, "WHERE num_01 > 300").draft)
    picked = question.choices[0]
    assert picked.id == condition_choice(picked.sql)
    outcome = drafted(sandbox, "WHERE num_01 > 300", said=picked.id)
    assert "> 300" in outcome.draft.sql and questions_from(outcome.draft) == ()

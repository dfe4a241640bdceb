"""Sample values in papers that leave a project, where the administrator keeps them in."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.core.domain.review import Choice, Question
from signoff.core.pipeline.headless import _question
from signoff.core.pipeline.question_sheet import question_rows
from signoff.core.project.open_questions import OpenQuestion
from tests.helpers.policy import set_policy

QUESTION = Question(
    "q1",
    "party",
    "party_kind",
    "two_readings",
    "Which is right?",
    (Choice("a", "first"), Choice("b", "second")),
    rows=((("p.NAME", "Zanzibar"),), (("p.NAME", "made"),), (("p.NAME", "Timbuktu"),)),
    made_up=(1,),
)


def sheet() -> str:
    lines = question_rows([OpenQuestion(QUESTION, None, "")])
    return "\n".join(cell.text for line in lines for cell in line)


def test_without_a_policy_the_rows_of_a_question_stand_on_its_sheet() -> None:
    assert "Zanzibar" in sheet() and "Timbuktu" in sheet()
    assert len(_question(QUESTION)["rows"]) == 3 and _question(QUESTION)["made_up"] == [1]


@pytest.mark.parametrize("what", ["sheet", "report"])
def test_sample_rows_stay_and_made_up_ones_go(what: str, no_policy: Path) -> None:
    set_policy(no_policy, "[values]\nexports = false")
    written = sheet() if what == "sheet" else str(_question(QUESTION))
    assert "Zanzibar" not in written and "Timbuktu" not in written and "made" in written
    if what == "sheet":
        assert written.count("sample values are left out: set by your administrator") == 2
    else:
        assert _question(QUESTION)["made_up"] == [0]

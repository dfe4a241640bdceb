"""Answers that a new rule contradicts, on cases that stand as data in tests/cases/versions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.plan import Draft
from signoff.core.domain.review import Answer, Choice, Question, question_id
from signoff.core.review.versions.contradicting import contradiction_question, contradictions
from tests.helpers.versions import spec_of

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "versions" / "contradicting.yml").read_text("utf-8")
)


def dossier(case: dict[str, Any]) -> Dossier:
    """A target of one column with the case's answer."""
    target = spec_of({"Map": [f"t|name|text|S|NM|{case['old']}"]}).targets[0]
    made = Dossier(target, Draft("t", "select 1", "select 1", (), None), "duckdb", "")
    told = case.get("answer")
    if told is None:
        return made
    identity = question_id("t", "name", told["code"], told.get("rule", case["old"]))
    choices = tuple(Choice(*each) for each in told.get("choices", ()))
    question = Question(identity, "t", "name", told["code"], "How?", choices)
    return replace(made, asked=(question,), answers=(Answer(identity, told["value"], "Bo"),))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_an_answer_is_put_against_the_new_rule_where_they_differ(case: dict[str, Any]) -> None:
    after = spec_of({"Map": [f"t|name|text|S|NM|{case['new']}"]}).targets[0]
    found = contradictions(dossier(case), after)
    assert [c.answer for c in found] == ([case["against"]] if "against" in case else [])
    assert [c.sql for c in found] == ([case.get("sql", "")] if "against" in case else [])
    for contradiction in found:
        question = contradiction_question(contradiction)
        assert case["new"] in question.text and case["against"] in question.text
        assert question.id == question_id("t", "name", "Q01", case["new"])
        assert [c.sql for c in question.choices] == ["", case.get("sql", "")]

"""Every question of lint and what its answers change, on the cases in tests/cases/lint that have answers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from signoff.core.domain.amended import amended
from signoff.core.domain.amending import Amendment
from signoff.core.domain.findings import Finding
from signoff.core.domain.review import Question
from signoff.core.domain.spec import ColumnMapping, Schema, Spec
from signoff.core.lint import lint
from signoff.core.lint.answered import amendment
from tests.helpers.lint_cases import cases, found_in, samples_of, schema_of, spec_of

AT = "2026-11-02T10:12:00Z"
ANSWERED = [param for param in cases() if "answers" in param.values[1]]


def _asked(found: tuple[Finding, ...], code: str, said: dict[str, Any]) -> Question:
    return next(
        f.question
        for f in found
        if f.code == code
        and f.question is not None
        and f.column == said["about"]
        and said.get("in", "") in ("", f.target)
    )


def _answer(spec: Spec, question: Question, value: str) -> Amendment:
    target = spec.target(question.target)
    assert target is not None
    return amendment(target, question, value, by="Ada Brandt", at=AT)


def _gives(row: ColumnMapping, wanted: dict[str, Any]) -> None:
    for name, value in wanted.items():
        shown = list(map(str, row.sources)) if name == "sources" else getattr(row, name)
        assert shown == value
    assert row.rule_resolved == row.rule


@pytest.mark.parametrize(("code", "case"), ANSWERED)
def test_an_answer_changes_the_spec_and_is_asked_once(code: str, case: dict[str, Any]) -> None:
    spec, given = spec_of(case["targets"], case.get("unused")), (schema_of(case), samples_of(case))
    for said in case["answers"]:
        question = _asked(found_in(case), code, said)
        assert said.get("asks", "") in question.text
        assert said.get("topic", question.topic) == question.topic
        made = _answer(spec, question, said["say"])
        then = amended(spec, [made])
        target = then.target(question.target)
        assert target is not None
        assert not target.amendments[0].is_contradicted
        rows = [row for row in target.columns if row.name == said.get("of", said["about"])]
        if said.get("gives") == "gone":
            assert rows == []
        elif "gives" in said:
            assert len(rows) == 1
            _gives(rows[0], said["gives"])
        if "steps" in said:
            assert [[s.kind.value, s.table, s.condition] for s in target.steps] == said["steps"]
        again = [f.question.id for f in lint(then, *given) if f.question is not None]
        assert question.id not in again


def test_every_rule_that_a_person_can_settle_has_answers_among_its_cases() -> None:
    asking: set[str] = set()
    for param in cases():
        code, case = param.values
        asking |= {f.code for f in found_in(case) if f.code == code and f.question is not None}
    assert asking == {param.values[0] for param in ANSWERED}
    assert len(asking) >= 32


def _moved(spec: Spec, schema: Schema | None) -> list[str]:
    """Ids of what is asked once the rows are turned round and every cell lies elsewhere."""
    targets = tuple(
        replace(
            target,
            columns=tuple(
                replace(c, cell=c.cell._replace(sheet="other", row=c.cell.row + 90) if c.cell else None)
                for c in reversed(target.columns)
            ),
        )
        for target in reversed(spec.targets)
    )
    return _ids(lint(replace(spec, targets=targets), schema))


def _ids(found: tuple[Finding, ...]) -> list[str]:
    """Ids of what is asked, but where the order of the rows is itself what is asked about."""
    skipped = ("L03", "L18")
    return sorted({f.question.id for f in found if f.question is not None and f.code not in skipped})


def test_a_question_keeps_its_id_when_the_document_is_sorted_anew() -> None:
    for param in cases():
        _code, case = param.values
        spec, schema = spec_of(case["targets"], case.get("unused")), schema_of(case)
        assert _moved(spec, schema) == _ids(lint(spec, schema)), case["name"]


def _one_rule(rule: str) -> Spec:
    return spec_of({"t": {"columns": [{"name": "a", "sources": ["s.x"], "rule": rule}]}})


def test_an_answer_to_other_words_stays_and_is_put_as_a_question() -> None:
    spec = _one_rule("date format")
    question = _asked(lint(spec), "L02", {"about": "a"})
    made = _answer(spec, question, "DD.MM.YYYY")
    then = amended(_one_rule("date in the format YYYYMMDD"), [made])
    target = then.targets[0]
    assert target.columns[0].rule == "date in the format DD.MM.YYYY"
    assert target.amendments[0].now == "s.x: date in the format YYYYMMDD"
    put = next(f for f in lint(then) if f.code == "L31")
    assert "Ada Brandt answered “DD.MM.YYYY” on 2026-11-02" in put.message
    assert put.question is not None
    assert [each.id for each in put.question.choices] == ["answer", "document"]


def test_an_answer_on_a_column_that_is_gone_rests() -> None:
    spec = _one_rule("date format")
    made = _answer(spec, _asked(lint(spec), "L02", {"about": "a"}), "DD.MM.YYYY")
    other = spec_of({"t": {"columns": [{"name": "b", "sources": ["s.x"]}]}})
    assert lint(amended(other, [made])) == lint(other) == ()


def test_two_answers_on_one_rule_are_both_worked_in() -> None:
    columns = [{"name": "a", "sources": ["s.p", "s.q"], "type": "DECIMAL(9,2)", "rule": "p / qty"}]
    spec = spec_of({"t": {"columns": columns}})
    found = lint(spec)
    answers = [
        _answer(spec, _asked(found, "L13", {"about": "a"}), "half-up"),
        _answer(spec, _asked(found, "L14", {"about": "a"}), "0"),
    ]
    then = amended(spec, answers)
    assert then.targets[0].columns[0].rule == "p / qty, rounded to 2 decimals, 0 if q is zero"
    assert [f for f in lint(then) if f.question is not None] == []

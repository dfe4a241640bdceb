"""One rule to one expression: repair, disagreement, what is left out, and what must never be sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from signoff.core.domain.expressions import Expression, Origin, Scope, ScopeColumn
from signoff.core.domain.masking import Term, TermKind
from signoff.core.domain.plan import JoinKind, Relation, SectionPlan
from signoff.core.domain.prompts import Generation, Prompt
from signoff.core.domain.spec import ColumnMapping, SourceColumn, SourceRef, Spec, TargetMapping
from signoff.core.engines.sql.samples import SampleTable
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.isolation import ChildDied
from signoff.core.mask.leaks import LeakFound
from signoff.core.pipeline import proposing
from signoff.core.pipeline.desk import Desk, GeneratorLost, Said
from signoff.core.pipeline.documents import draft_document
from signoff.core.pipeline.places import Place
from signoff.core.pipeline.resolving import resolve_rule
from signoff.core.progress import CancelToken
from signoff.core.prompt.examples import ExampleBank
from signoff.core.prompt.templates import SHIPPED

COLUMNS = (SourceColumn("PLT_NM", "VARCHAR"), SourceColumn("SQM", "INTEGER"))
SECTION = SectionPlan("", (Relation("PLT", "p", JoinKind.DRIVING),))
SCOPE = Scope(tuple(ScopeColumn("p", "PLT", column, is_source=True) for column in COLUMNS), "VARCHAR")
RULE = "the shorter of what the two of them would make, after the usual manner"
MAPPING = ColumnMapping("plot", "label", "varchar(10)", rule=RULE, rule_resolved=RULE)
PLACE = Place("plot", "label", SECTION)


class ScriptedProposer:
    """Answers prompts from a list, and keeps what it was sent."""

    identity = "scripted"

    def __init__(self, answers: Sequence[Sequence[str]]) -> None:
        self.answers = list(answers)
        self.sent: list[Prompt] = []

    def load(self) -> None:
        """Always ready."""

    def generate(
        self, prompt: Prompt, *, candidates: int = 1, cancel: CancelToken | None = None
    ) -> tuple[Generation, ...]:
        self.sent.append(prompt)
        texts = self.answers.pop(0) if self.answers else []
        return tuple(Generation(text, 1, 0.0, finished=True) for text in texts)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    rows = (("Elm", "310"), ("Ash", "0"), (" ", None))
    with Sandbox() as loaded:
        loaded.load([SampleTable("PLT", None, COLUMNS, rows=rows)])
        yield loaded


def desk_with(sandbox: Sandbox, *answers: Sequence[str]) -> tuple[Desk, ScriptedProposer]:
    proposer = ScriptedProposer(answers)
    return Desk(sandbox, proposer, ExampleBank.load()), proposer


def test_a_failing_candidate_goes_back_with_the_error(sandbox: Sandbox) -> None:
    desk, proposer = desk_with(sandbox, ["CAST(text_01 AS INTEGER) || num_01"], ["text_01 || num_01"])
    resolution = resolve_rule(MAPPING, SCOPE, PLACE, desk)
    assert resolution.expression.origin is Origin.GENERATED
    assert resolution.expression.sql == "p.PLT_NM || p.SQM"
    assert "fails" in proposer.sent[1].body and "PLT_NM" not in proposer.sent[1].body


def test_only_the_open_part_of_a_rule_is_asked_for_on_its_own(sandbox: Sandbox) -> None:
    rule = "If the plot is thought of as large by SQM then 'L' else 'S'"
    desk, proposer = desk_with(sandbox, ["num_01 > 300"], ["'S'"], [], [])
    resolution = resolve_rule(replace(MAPPING, rule=rule, rule_resolved=rule), SCOPE, PLACE, desk)
    assert resolution.expression.sql == "CASE WHEN (p.SQM > 300) THEN 'L' ELSE 'S' END"
    assert "then" not in proposer.sent[0].body.rpartition("user")[2]
    assert len(proposer.sent) > 1


@pytest.mark.parametrize(("least", "asked"), [(0.97, 1), (0.4, 2)])
def test_where_the_open_part_was_sure_the_whole_rule_is_not_asked_for(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, least: float, asked: int
) -> None:
    rule = "If the plot is thought of as large by SQM then 'L' else 'S'"
    desk, proposer = desk_with(sandbox)
    sent: list[Prompt] = []

    def sure(prompt: Prompt, **_how: object) -> tuple[Generation, ...]:
        sent.append(prompt)
        text = "num_01 > 300" if prompt.condition else "CASE WHEN num_01 > 300 THEN 'L' ELSE 'S' END"
        return (Generation(text, 1, 0.0, finished=True, least=least),)

    monkeypatch.setattr(proposer, "generate", sure)
    expression = resolve_rule(replace(MAPPING, rule=rule, rule_resolved=rule), SCOPE, PLACE, desk).expression
    assert len(sent) == asked and expression.least == least
    assert expression.sql == "CASE WHEN (p.SQM > 300) THEN 'L' ELSE 'S' END"


def test_an_open_condition_with_a_made_up_value_is_not_taken(sandbox: Sandbox) -> None:
    rule = "If the plot is thought of as large by SQM then 'L' else 'S'"
    desk, _ = desk_with(sandbox, ["text_01 = 'large ones'"], ["CASE WHEN num_01 > 300 THEN 'L' ELSE 'S' END"])
    resolution = resolve_rule(replace(MAPPING, rule=rule, rule_resolved=rule), SCOPE, PLACE, desk)
    assert "large ones" not in resolution.expression.sql


def test_a_generator_that_dies_stops_the_run_with_its_sentence(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, proposer = desk_with(sandbox)

    def die(*_prompt: object, **_how: object) -> tuple[Generation, ...]:
        raise ChildDied("The language model stopped unexpectedly.")

    monkeypatch.setattr(proposer, "generate", die)
    mapping = replace(MAPPING, sources=(SourceRef("PLT", "PLT_NM"),))
    spec = Spec("plots", targets=(TargetMapping("plot", (mapping,)),))
    with pytest.raises(GeneratorLost, match="stopped unexpectedly"):
        draft_document(spec, sandbox.schema(), desk, existing={})


def _refuse(*_prompt: object, **_how: object) -> tuple[Generation, ...]:
    raise SignoffError("It can't be done.")


def test_a_generator_that_can_not_work_stops_the_run_with_its_sentence(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, proposer = desk_with(sandbox)
    monkeypatch.setattr(proposer, "generate", _refuse)
    monkeypatch.setattr(proposer, "load", _refuse)
    with pytest.raises(GeneratorLost, match="be done"):
        resolve_rule(MAPPING, SCOPE, PLACE, desk)


def test_a_prompt_that_can_not_be_answered_leaves_its_column_open(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, proposer = desk_with(sandbox)
    monkeypatch.setattr(proposer, "generate", _refuse)
    assert resolve_rule(MAPPING, SCOPE, PLACE, desk).expression.origin is Origin.UNRESOLVED


def test_a_result_that_is_no_number_is_a_failure(sandbox: Sandbox) -> None:
    desk, _ = desk_with(sandbox, ["100.0 / CAST(num_01 AS DOUBLE) + length(text_01)"])
    number = replace(SCOPE, target_type="DOUBLE")
    assert resolve_rule(MAPPING, number, PLACE, desk).expression.origin is Origin.UNRESOLVED


def test_what_never_works_is_an_empty_column_with_a_question(sandbox: Sandbox) -> None:
    desk, proposer = desk_with(sandbox, ["nope("], [], [])
    resolution = resolve_rule(MAPPING, SCOPE, PLACE, desk)
    assert resolution.expression.sql == "CAST(NULL AS VARCHAR)"
    assert [f.code for f in resolution.expression.findings] == ["D01"]
    assert [q.code for q in resolution.questions] == ["Q01"]
    assert len(proposer.sent) <= 1 + desk.repairs


def test_candidates_that_differ_become_a_question_and_an_answer_selects(sandbox: Sandbox) -> None:
    both = ["text_01 || num_01", "coalesce(text_01 || num_01, 'none')"]
    desk, _ = desk_with(sandbox, both)
    first = resolve_rule(MAPPING, SCOPE, PLACE, desk)
    question = first.questions[0]
    assert question.code == "Q02" and question.rows
    assert [choice.text for choice in question.choices] == ["no value; no value", "none; none"]
    assert question.made_up == (1,) and question.rows[1] == (("p.PLT_NM", None), ("p.SQM", "10"))
    desk, _ = desk_with(sandbox, both)
    desk.said = Said(answers={question.id: "none"})
    answered = resolve_rule(MAPPING, SCOPE, PLACE, desk)
    assert answered.expression.sql == "COALESCE(p.PLT_NM || p.SQM, 'none')"
    assert not answered.questions


def test_what_a_candidate_leaves_out_is_asked_for_again(sandbox: Sandbox) -> None:
    desk, proposer = desk_with(sandbox, ["text_01"], ["text_01 || num_01"])
    assert resolve_rule(MAPPING, SCOPE, PLACE, desk).expression.sql == "p.PLT_NM || p.SQM"
    assert "leaves out: num_01" in proposer.sent[1].body


def test_a_prompt_is_not_sent_twice(sandbox: Sandbox) -> None:
    desk, proposer = desk_with(sandbox, ["text_01 || num_01"])
    for _again in range(2):
        resolve_rule(MAPPING, SCOPE, PLACE, desk)
    assert len(proposer.sent) == 1


def test_a_leak_stops_before_anything_is_sent(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, proposer = desk_with(sandbox, ["text_01"])
    desk.terms = (Term("manner", TermKind.WORD),)
    monkeypatch.setattr(proposing, "mask_rule", lambda rule, scope, *_how: _mask_nothing(rule, scope))
    with pytest.raises(LeakFound):
        resolve_rule(MAPPING, SCOPE, PLACE, desk)
    desk.stop_on_leak = False
    assert resolve_rule(MAPPING, SCOPE, PLACE, desk).expression.origin is Origin.UNRESOLVED
    assert not proposer.sent


def test_a_term_that_an_edited_template_holds_stops_the_run(sandbox: Sandbox) -> None:
    desk, proposer = desk_with(sandbox, ["text_01"], ["text_01"])
    desk.terms = (Term("Nordhafen", TermKind.WORD),)
    resolve_rule(MAPPING, SCOPE, PLACE, desk)
    desk.templates = SHIPPED.with_edit("system", "You work for Nordhafen.")
    with pytest.raises(LeakFound):
        resolve_rule(MAPPING, SCOPE, PLACE, desk)
    assert {prompt.template for prompt in proposer.sent} == {"expression/1"}


def _mask_nothing(rule: str, scope: Scope) -> object:
    from signoff.core.mask.masking import mask_rule

    return mask_rule(rule, scope, ())


def test_a_written_expression_passes_the_same_gate(sandbox: Sandbox) -> None:
    desk, _ = desk_with(sandbox)
    desk.said = Said(written={PLACE.key: ("upper(p.PLT_NM)", "Ada")})
    assert resolve_rule(MAPPING, SCOPE, PLACE, desk).expression == Expression(
        "upper(p.PLT_NM)", Origin.WRITTEN, method="Ada"
    )
    desk.said = Said(written={PLACE.key: ("p.PLT_NM", "Ada")})
    trimmed = replace(MAPPING, rule="PLT_NM in capitals", rule_resolved="PLT_NM in capitals")
    doubted = resolve_rule(trimmed, SCOPE, PLACE, desk).expression
    assert [f.code for f in doubted.findings] == ["D06"] and "“in capitals”" in doubted.findings[0].message
    desk.said = Said(written={PLACE.key: ("read_csv('/etc/passwd')", "Ada")})
    refused = resolve_rule(MAPPING, SCOPE, PLACE, desk).expression
    assert refused.origin is Origin.UNRESOLVED and [f.code for f in refused.findings] == ["D08"]


def test_another_reading_of_a_compiled_rule_is_asked_where_sample_rows_differ(sandbox: Sandbox) -> None:
    rule = "if missing use 'X'"
    mapping = replace(MAPPING, rule=rule, rule_resolved=rule, sources=(SourceRef("PLT", "PLT_NM"),))
    scope = replace(SCOPE, columns=SCOPE.columns[:1])
    desk, _ = desk_with(sandbox)
    first = resolve_rule(mapping, scope, PLACE, desk)
    (question,) = first.questions
    assert question.rows == ((("p.PLT_NM", " "),),) and question.decides == 1
    assert [choice.text for choice in question.choices] == ["blank text", "X"]
    desk.said = Said(answers={question.id: "X"})
    answered = resolve_rule(mapping, scope, PLACE, desk)
    assert not answered.questions and first.expression.sql in answered.expression.alternatives
    desk.said = Said(answers={question.id: "blank text"})
    assert resolve_rule(mapping, scope, PLACE, desk).expression.sql == first.expression.sql


def test_a_division_that_only_made_up_rows_break_goes_back_and_is_told(sandbox: Sandbox) -> None:
    number = replace(SCOPE, target_type="DOUBLE")
    doubtful = "length(text_01) / (num_01 + 1)"
    desk, proposer = desk_with(sandbox, [doubtful], [doubtful], [doubtful])
    expression = resolve_rule(MAPPING, number, PLACE, desk).expression
    assert [finding.code for finding in expression.findings] == ["D10"]
    assert "inf or nan" in proposer.sent[1].body
    desk, proposer = desk_with(sandbox, [doubtful], ["length(text_01) / nullif(num_01 + 1, 0)"])
    mended = resolve_rule(MAPPING, number, PLACE, desk).expression
    assert "NULLIF" in mended.sql and len(proposer.sent) == 2
    assert [finding.code for finding in mended.findings] == ["D14"]


def test_an_answer_that_nothing_gives_leaves_the_column_open(sandbox: Sandbox) -> None:
    both = ["text_01 || num_01", "coalesce(text_01 || num_01, 'none')"]
    desk, _ = desk_with(sandbox, both)
    (question,) = resolve_rule(MAPPING, SCOPE, PLACE, desk).questions
    desk, _ = desk_with(sandbox, both)
    desk.said = Said(answers={question.id: "quite another thing"})
    resolution = resolve_rule(MAPPING, SCOPE, PLACE, desk)
    assert resolution.expression.origin is Origin.UNRESOLVED
    assert [f.code for f in resolution.expression.findings] == ["D09"]
    assert [q.code for q in resolution.questions] == ["Q01"]


def test_what_gives_no_value_on_any_row_is_not_asked_about(sandbox: Sandbox) -> None:
    desk, _ = desk_with(sandbox, ["nullif(text_01 || num_01, text_01 || num_01)", "text_01 || num_01"])
    resolution = resolve_rule(MAPPING, SCOPE, PLACE, desk)
    assert resolution.expression.sql == "p.PLT_NM || p.SQM" and not resolution.questions


def test_the_more_probable_candidate_comes_first_and_says_how_sure_it_was(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, proposer = desk_with(sandbox)
    answers = (
        Generation("num_01 || text_01", 1, 0.0, finished=True, logprob=-3.0, least=0.2),
        Generation("text_01 || num_01", 1, 0.0, finished=True, logprob=-0.4, least=0.8),
    )
    monkeypatch.setattr(proposer, "generate", lambda *_prompt, **_how: answers)
    expression = resolve_rule(MAPPING, SCOPE, PLACE, desk).expression
    assert (expression.sql, expression.least) == ("p.PLT_NM || p.SQM", 0.8)

"""Where candidates differ, the rows are asked about; an answer selects once every difference was shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pytest

from signoff.core.domain.expressions import Expression, Origin, Scope, ScopeColumn
from signoff.core.domain.plan import Condition, DraftColumn, JoinKind, Relation, SectionPlan
from signoff.core.domain.review import Question
from signoff.core.domain.spec import SourceColumn
from signoff.core.engines.sql.samples import SampleTable
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.pipeline.desk import Desk, Said
from signoff.core.pipeline.doubts import Chosen, choose
from signoff.core.pipeline.group_columns import section_in_groups
from signoff.core.pipeline.places import Place
from signoff.core.pipeline.trying import made_up_for, try_out
from signoff.core.prompt.examples import ExampleBank

COLUMNS = (
    SourceColumn("STATE", "VARCHAR"),
    SourceColumn("SENT", "INTEGER"),
    SourceColumn("LOST", "INTEGER"),
    SourceColumn("RATE", "DOUBLE"),
)
ROWS = (
    ("Y", "10", "1", "0.5"), ("Y", "10", "1", "0.5"), ("N", "8", None, "0.25"), ("N", None, "3", "1.5"),
)  # fmt: skip
SECTION = SectionPlan("", (Relation("SHIP", "s", JoinKind.DRIVING),))
SCOPE = Scope(tuple(ScopeColumn("s", "SHIP", column, is_source=True) for column in COLUMNS))
PLACE = Place("shipment", "share", SECTION)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as loaded:
        loaded.load([SampleTable("SHIP", None, COLUMNS, rows=ROWS)])
        yield loaded


def _desk(sandbox: Sandbox, answers: Mapping[str, str] | None = None) -> Desk:
    return Desk(sandbox, None, ExampleBank.load(), said=Said(answers=answers or {}))


def _choose(
    sandbox: Sandbox, rule: str, candidates: Sequence[str], answers: Mapping[str, str] | None = None
) -> Chosen:
    desk = _desk(sandbox, answers)
    return choose(candidates, SCOPE, PLACE, rule, made_up_for(rule, SCOPE, PLACE, desk), desk)


def _pick(question: Question, sql: str) -> str:
    return next(choice.id for choice in question.choices if choice.sql == sql)


def test_what_agrees_on_every_sample_row_is_asked_on_made_up_ones(sandbox: Sandbox) -> None:
    rule = "true if STATE is 'Y', ignore case"
    (question,) = _choose(sandbox, rule, ["s.STATE = 'Y'", "upper(s.STATE) = 'Y'"]).questions
    assert question.rows == ((("s.STATE", "y"),),) and question.made_up == (0,)
    assert [choice.text for choice in question.choices] == ["false", "true"]
    assert question.decides == 0 and "made up" in question.text
    assert all(row.results == ("false", "true") for row in question.deciding) and question.deciding


def test_sample_rows_come_first_and_what_they_show_is_not_made_up_again(sandbox: Sandbox) -> None:
    rule = "SENT plus LOST"
    (question,) = _choose(sandbox, rule, ["s.SENT + s.LOST", "s.SENT + coalesce(s.LOST, 0)"]).questions
    assert question.rows == ((("s.SENT", "8"), ("s.LOST", None)),)
    assert not question.made_up and question.decides == 1 and question.settles


def test_only_another_way_to_write_a_value_is_no_difference(sandbox: Sandbox) -> None:
    same = ["s.SENT", "CAST(s.SENT AS DECIMAL(12, 3))", "CAST(s.SENT AS DOUBLE)"]
    assert _choose(sandbox, "SENT", same) == Chosen("s.SENT")


def test_a_right_answer_on_one_kind_of_row_selects_nothing_that_errs_on_another(sandbox: Sandbox) -> None:
    rule = "LOST as a share of SENT, 0 where LOST is missing"
    right = "coalesce(s.LOST / nullif(s.SENT, 0), 0)"
    wrong = "coalesce(s.LOST, 0) / s.SENT"
    (question,) = _choose(sandbox, rule, [wrong, right, "s.LOST / s.SENT"]).questions
    shown = [dict(row) for row in question.rows]
    assert any(row["s.SENT"] == "0" for row in shown) and any(row["s.LOST"] is None for row in shown)
    answers = {question.id: _pick(question, right)}
    chosen = _choose(sandbox, rule, [wrong, right, "s.LOST / s.SENT"], answers)
    assert chosen.sql == right


def test_one_value_settles_the_first_row_only_and_the_rest_is_asked_behind_it(sandbox: Sandbox) -> None:
    rule = "SENT plus LOST"
    candidates = [
        "s.SENT + s.LOST",
        "coalesce(s.SENT, 0) + coalesce(s.LOST, 0)",
        "s.SENT + coalesce(s.LOST, 7)",
    ]
    answers: dict[str, str] = {}
    asked = 0
    while questions := _choose(sandbox, rule, candidates, answers).questions:
        (question,) = questions
        assert question.id not in answers
        row = {name: int(value or 0) for name, value in question.rows[0]}
        answers[question.id] = str(row["s.SENT"] + row["s.LOST"])
        asked += 1
    assert asked > 1
    assert _choose(sandbox, rule, candidates, answers) == Chosen(candidates[1])


def test_an_answer_nothing_gives_is_told(sandbox: Sandbox) -> None:
    candidates = ["s.SENT + s.LOST", "s.SENT + coalesce(s.LOST, 0)"]
    (question,) = _choose(sandbox, "SENT plus LOST", candidates).questions
    assert not _choose(sandbox, "SENT plus LOST", candidates, {question.id: "42"}).fits_answers


def test_a_choice_that_is_no_more_is_asked_anew(sandbox: Sandbox) -> None:
    candidates = ["s.SENT + s.LOST", "s.SENT + coalesce(s.LOST, 0)"]
    (question,) = _choose(sandbox, "SENT plus LOST", candidates).questions
    answers = {question.id: "0123abcd"}
    (again,) = _choose(sandbox, "SENT plus LOST", candidates, answers).questions
    assert again.id != question.id and again.rows == question.rows
    answers[again.id] = _pick(again, candidates[1])
    assert _choose(sandbox, "SENT plus LOST", candidates, answers) == Chosen(candidates[1])


def test_groups_are_compared_too(sandbox: Sandbox) -> None:
    section = SectionPlan("", SECTION.relations, group_by=(Condition("STATE", "s.STATE"),))
    scope = Scope(SCOPE.columns[1:2], aggregate=True, group_keys=("s.STATE",))
    place, desk = Place("shipment", "sent", section), _desk(sandbox)
    made_up = made_up_for("total SENT", scope, place, desk)
    candidates = ["sum(s.SENT)", "sum(DISTINCT s.SENT)", "coalesce(sum(s.SENT), 0)"]
    (question,) = choose(candidates, scope, place, "total SENT", made_up, desk).questions
    assert question.rows[0] == (("s.STATE", "Y"), ("s.SENT", "10, 10"))
    assert len(question.choices) == 3 and question.made_up
    assert any(value == "–, –" for row in question.rows for _, value in row)


@pytest.mark.parametrize(
    ("sql", "usable", "sound", "converts_all"),
    [
        ("s.LOST / nullif(s.SENT, 0)", True, True, True),
        ("s.LOST / s.SENT", True, False, True),
        ("CAST(s.STATE = 'Y' AS INTEGER)", True, True, True),
        ("first_value(s.STATE) OVER ()", False, False, True),
        ("length(CAST(nullif(s.STATE, 'Y') || '1' AS VARCHAR)) / s.LOST", True, False, True),
    ],
)
def test_made_up_rows_show_what_samples_do_not(
    sandbox: Sandbox, sql: str, *, usable: bool, sound: bool, converts_all: bool
) -> None:
    desk = _desk(sandbox)
    (tried,) = try_out([sql], PLACE, made_up_for("by SENT", SCOPE, PLACE, desk), desk)
    assert (tried.usable, tried.sound, tried.converts_all) == (usable, sound, converts_all)


def test_a_made_up_text_that_can_not_be_converted_is_a_remark_and_no_error(sandbox: Sandbox) -> None:
    desk = _desk(sandbox)
    sql = "CASE WHEN s.STATE NOT IN ('Y', 'N') THEN CAST(s.STATE AS INTEGER) ELSE 1 END"
    (tried,) = try_out([sql], PLACE, made_up_for("as number", SCOPE, PLACE, desk), desk)
    assert tried.sound and not tried.converts_all


def test_where_blank_text_counts_as_missing_it_is_no_doubt(sandbox: Sandbox) -> None:
    candidates = ["coalesce(trim(s.STATE), 'none')", "coalesce(nullif(trim(s.STATE), ''), 'none')"]
    made_up = made_up_for("STATE, 'none' if missing", SCOPE, PLACE, _desk(sandbox))
    assert choose(candidates, SCOPE, PLACE, "", made_up, _desk(sandbox)).questions
    place = replace(PLACE, scope=SCOPE, blank_missing=("SHIP",))
    assert not choose(candidates, SCOPE, place, "", made_up, _desk(sandbox)).questions


def test_groups_by_columns_of_the_target_itself_are_compared(sandbox: Sandbox) -> None:
    section = SectionPlan("", SECTION.relations, group_by=(Condition("state", column="state"),))
    keys = (DraftColumn("state", "VARCHAR", (Expression("upper(s.STATE)", Origin.PATTERN),)),)
    assert section_in_groups(section, "state", keys, 0).group_by == ()
    assert section_in_groups(SECTION, "sent", keys, 0) == SECTION
    scope = Scope(SCOPE.columns[1:2], aggregate=True, group_keys=("upper(s.STATE)",))
    place = Place("shipment", "sent", section_in_groups(section, "sent", keys, 0))
    candidates = ["sum(s.SENT)", "sum(DISTINCT s.SENT)"]
    (question,) = choose(candidates, scope, place, "total SENT", None, _desk(sandbox)).questions
    assert question.rows == ((("upper(s.STATE)", "Y"), ("s.SENT", "10, 10")),)

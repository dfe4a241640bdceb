"""Candidates over a table that is summed up before it is joined: tried, compared, and asked about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from signoff.core.domain.expressions import Origin, Scope, ScopeColumn
from signoff.core.domain.plan import Condition, JoinKind, Relation, SectionPlan
from signoff.core.domain.prompts import Generation, Prompt
from signoff.core.domain.spec import ColumnMapping, SourceColumn
from signoff.core.engines.sql.samples import SampleTable
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.merge.inner_relations import Sides, grouped_before_join
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.doubts import choose
from signoff.core.pipeline.places import Place
from signoff.core.pipeline.resolving import resolve_rule
from signoff.core.pipeline.trying import made_up_for, try_out
from signoff.core.progress import CancelToken
from signoff.core.prompt.examples import ExampleBank

PLOTS = (SourceColumn("PLOT", "VARCHAR"), SourceColumn("LIMIT_KG", "INTEGER"))
PICKS = (SourceColumn("PLOT", "VARCHAR"), SourceColumn("KG", "INTEGER"), SourceColumn("KIND", "VARCHAR"))
PLOT_ROWS = (("a", "30"), ("b", "20"), ("c", "10"))
PICK_ROWS = (("a", "5", "pear"), ("a", "5", "fig"), ("b", "7", "fig"))
PICKED = Relation("PICK", "k", JoinKind.LEFT, Condition("PLOT", "k.PLOT = p.PLOT", Origin.PATTERN))
INNER = grouped_before_join(
    PICKED,
    [Relation("PICK", "k", JoinKind.DRIVING)],
    ["k.PLOT"],
    Sides((("k.PLOT", "p.PLOT"),), (), ()),
)
SECTION = SectionPlan("", (Relation("PLOT", "p", JoinKind.DRIVING), INNER))
PLACE = Place("plot", "picked", SECTION)
KG, KIND = (ScopeColumn("k", "PICK", column, is_source=True) for column in PICKS[1:])
LIMIT = ScopeColumn("p", "PLOT", PLOTS[1], is_source=True)
SUMMED = Scope((KG, KIND), "INTEGER", aggregate=True)


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with Sandbox() as loaded:
        loaded.load(
            [
                SampleTable("PLOT", None, PLOTS, rows=PLOT_ROWS),
                SampleTable("PICK", None, PICKS, rows=PICK_ROWS),
            ]
        )
        yield Desk(loaded, None, ExampleBank.load())


def test_one_candidate_that_fails_inside_fails_alone(desk: Desk) -> None:
    good, bad = PLACE.probe(["sum(k.KG)", "sum(k.KIND)"], desk)
    assert not good.error and (good.rows, good.nulls) == (3, 1)
    assert bad.error


def test_sums_that_differ_are_asked_on_rows_with_what_was_summed_up(desk: Desk) -> None:
    made_up = made_up_for("total KG", SUMMED, PLACE, desk)
    candidates = ["sum(k.KG)", "sum(DISTINCT k.KG)"]
    (question,) = choose(candidates, SUMMED, PLACE, "total KG", made_up, desk).questions
    assert question.rows[0] == (("k.KG", "5, 5"),)
    assert question.decides == 1
    assert [choice.text.split("; ")[0] for choice in question.choices] == ["10", "5"]


def test_what_differs_only_where_nothing_is_joined_is_asked_too(desk: Desk) -> None:
    candidates = ["sum(k.KG)", "coalesce(sum(k.KG), 0)"]
    (question,) = choose(candidates, SUMMED, PLACE, "total KG", None, desk).questions
    assert question.rows == ((("k.KG", None),),)
    assert [choice.text for choice in question.choices] == ["no value", "0"]


def test_a_sum_beside_a_plain_column_is_tried_on_made_up_groups(desk: Desk) -> None:
    scope = Scope((LIMIT, KG), "INTEGER")
    made_up = made_up_for("LIMIT_KG less the total KG", scope, PLACE, desk)
    assert made_up is not None and made_up.groups
    (tried,) = try_out(["p.LIMIT_KG - sum(k.KG)"], PLACE, made_up, desk)
    assert tried.sound and tried.edge is not None and tried.edge.rows > 3
    both = ["p.LIMIT_KG - sum(k.KG)", "p.LIMIT_KG - sum(DISTINCT k.KG)"]
    (question,) = choose(both, scope, PLACE, "LIMIT_KG less the total KG", made_up, desk).questions
    assert question.rows[0] == (("p.LIMIT_KG", "30"), ("k.KG", "5, 5"))


def test_a_division_by_a_sum_that_may_be_nothing_is_no_number_on_made_up_groups(desk: Desk) -> None:
    scope = Scope((LIMIT, KG), "DOUBLE")
    made_up = made_up_for("LIMIT_KG per total KG", scope, PLACE, desk)
    (tried,) = try_out(["p.LIMIT_KG / sum(k.KG)"], PLACE, made_up, desk)
    assert tried.usable and not tried.sound


class Scripted:
    """Answers every prompt alike, and keeps them."""

    identity = "scripted"

    def __init__(self, *texts: str) -> None:
        self.texts = texts
        self.sent: list[Prompt] = []

    def load(self) -> None:
        """Always ready."""

    def generate(
        self, prompt: Prompt, *, candidates: int = 1, cancel: CancelToken | None = None
    ) -> tuple[Generation, ...]:
        self.sent.append(prompt)
        return tuple(Generation(text, 1, 0.0, finished=True) for text in self.texts)


def test_a_rule_over_both_sides_may_sum_up_the_grouped_one_alone(desk: Desk) -> None:
    rule = "LIMIT_KG and KG as the old clerk would have set them off"
    scripted = Scripted("sum(num_01) - num_02", "sum(num_01)", "num_01 - sum(num_02)")
    asking = replace(desk, generator=scripted)
    mapping = ColumnMapping("plot", "left", "integer", rule=rule, rule_resolved=rule)
    expression = resolve_rule(mapping, Scope((LIMIT, KG), "INTEGER"), PLACE, asking).expression
    assert scripted.sent[0].aggregate
    assert expression.origin is Origin.GENERATED
    assert "p.LIMIT_KG - SUM(k.KG)" in expression.sql and not expression.alternatives

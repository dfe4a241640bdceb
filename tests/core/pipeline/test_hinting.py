"""Hints on the values of source columns in prompts: only where a template has a place for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.plan import JoinKind, Relation, SectionPlan
from signoff.core.domain.prompts import Generation, Prompt
from signoff.core.domain.spec import SourceColumn
from signoff.core.engines.sql.samples import SampleTable
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.places import Place
from signoff.core.pipeline.proposing import candidates_for
from signoff.core.progress import CancelToken
from signoff.core.prompt.examples import ExampleBank
from signoff.core.prompt.templates import SHIPPED, Templates, shipped_text

COLUMNS = (SourceColumn("SEEN", "VARCHAR"), SourceColumn("SQM", "INTEGER"))
SCOPE = Scope(
    (ScopeColumn("p", "PLT", COLUMNS[0], is_source=True), ScopeColumn("p", "PLT", COLUMNS[1])), "DATE"
)
PLACE = Place("plot", "seen", SectionPlan("", (Relation("PLT", "p", JoinKind.DRIVING),)))
RULE = "SEEN as the old clerk would have put it"
HINTED = SHIPPED.with_edit("expression", shipped_text("expression").replace("{remarks}", "{hints}{remarks}"))


class Listening:
    """Keeps prompts and answers none."""

    identity = "listening"

    def __init__(self) -> None:
        self.sent: list[Prompt] = []

    def load(self) -> None:
        """Always ready."""

    def generate(
        self, prompt: Prompt, *, candidates: int = 1, cancel: CancelToken | None = None
    ) -> Sequence[Generation]:
        self.sent.append(prompt)
        return ()


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    rows = tuple((None if n % 5 == 0 else f"{n % 28 + 1:02d}.03.2024", "1") for n in range(40))
    with Sandbox() as loaded:
        loaded.load([SampleTable("PLT", None, COLUMNS, rows=rows)])
        yield loaded


def _sent(sandbox: Sandbox, templates: Templates) -> Prompt:
    listening = Listening()
    desk = Desk(sandbox, listening, ExampleBank.load(), templates=templates)  # type: ignore[arg-type]
    assert not candidates_for(RULE, SCOPE, PLACE, desk)
    assert not desk.ledger[0].receipt.leaks
    return listening.sent[0]


def test_shapes_of_source_columns_stand_before_the_rule(sandbox: Sandbox) -> None:
    prompt = _sent(sandbox, HINTED)
    assert "text_01 -> DATE\ntext_01: dates as DD.MM.YYYY, some missing\ntext_01 as the old" in prompt.body
    assert "03.2024" not in prompt.body


def test_as_shipped_nothing_is_told_of_values(sandbox: Sandbox) -> None:
    assert "DD.MM.YYYY" not in _sent(sandbox, SHIPPED).body.rpartition("user")[2]


def test_worked_examples_look_the_same_with_a_place_for_hints(sandbox: Sandbox) -> None:
    assert _sent(sandbox, HINTED).prefix == _sent(sandbox, SHIPPED).prefix

"""Rows behind the numbers of the Rows card, with their reasons."""

from __future__ import annotations

import pytest

from signoff.core.domain.checks import RowsCard, RowStep
from signoff.core.domain.codec import from_json
from signoff.core.domain.plan import Draft
from signoff.core.domain.spec import TargetMapping
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.verify.step_rows import StepNumber, rows_of_step
from signoff.core.verify.verify import verify

JOINED = "from orders as o join parties as p on o.party_id = p.id"


def steps_of(sandbox: Sandbox, sql: str) -> tuple[RowStep, ...]:
    card = verify(Draft("t", sql, sql, (), existing="kept"), TargetMapping("t", ()), sandbox).card
    assert card is not None
    return card.steps


@pytest.mark.parametrize(
    "sql, place, number, reasons",
    [
        (f"select o.id {JOINED}", 1, "left out", ["no value in party_id", "no row of parties with id 9"]),
        (f"select o.id {JOINED}", 1, "doubled", [2]),
        (f"select o.id {JOINED}", 1, "unknown", ["no value in party_id"]),
        (
            "select id from orders where status <> 'A' and code = 'x'",
            1,
            "left out",
            [
                "does not hold: status <> 'A'",
                "does not hold: status <> 'A'",
                "does not hold: status <> 'A'",
                "no value in status",
            ],
        ),
        ("select id from orders where coalesce(status, null) <> 'A'", 1, "unknown", ["no value in status"]),
        (
            "select id, count(*) as n from parties group by id having count(*) > 1",
            2,
            "left out",
            ["does not hold: COUNT(*) > 1"],
        ),
        (
            "select id from parties qualify row_number() over (partition by id order by name) = 1",
            1,
            "left out",
            ["does not hold: ROW_NUMBER() OVER (PARTITION BY id ORDER BY name) = 1"],
        ),
    ],
)
def test_the_rows_behind_a_number_say_why(
    sandbox: Sandbox, sql: str, place: int, number: str, reasons: list[object]
) -> None:
    step = steps_of(sandbox, sql)[place]
    found = rows_of_step(step, sandbox, number=StepNumber(number))
    assert sorted((row[-1] for row in found.rows), key=str) == sorted(reasons, key=str)
    if number != "doubled":
        assert len(found.rows) == getattr(step, number.replace(" ", "_"))


def test_a_number_without_rows_to_show_is_a_sentence(sandbox: Sandbox) -> None:
    with pytest.raises(SignoffError, match="can't be listed"):
        rows_of_step(RowStep("start", 4), sandbox)


def test_cards_stored_before_there_were_such_statements_are_still_read() -> None:
    stored = '{"target":"t","one_row_per":"id","rows":1,"steps":[{"words":"w","rows_in":1,"sql":"select 1"}]}'
    assert from_json(stored, RowsCard).steps == (RowStep("w", 1, sql="select 1"),)

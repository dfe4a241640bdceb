"""Flags told as Y or N, texts told piece by piece, spans whose end is open: read to the last word, or not at all."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping, SourceColumn, SourceRef
from signoff.core.generate.patterns import compile_rule


def _sql(rule: str, columns: dict[str, str], kind: str = "varchar(40)") -> str:
    scope = Scope(
        tuple(ScopeColumn("u", "u", SourceColumn(name, each), True) for name, each in columns.items()),
        "VARCHAR",
    )
    sources = tuple(SourceRef("u", name) for name in columns)
    made = compile_rule(ColumnMapping("t", "c", type=kind, sources=sources, rule=rule), scope)
    return made.sql.lower() if made is not None else ""


@pytest.mark.parametrize(
    "rule",
    [
        "Y for agent and admin, all others N",
        "Y for agent or admin; otherwise N",
        "Y for agent, admin, the rest N",
    ],
)
def test_codes_of_yes_and_the_rest(rule: str) -> None:
    made = _sql(rule, {"role": "VARCHAR"})
    assert made == "case when u.role in ('agent', 'admin') then 'y' else 'n' end"


def test_a_type_of_y_and_n_says_what_else_there_is() -> None:
    assert _sql("Y if active", {"active": "BOOLEAN"}, "Y/N") == "case when u.active then 'y' else 'n' end"
    assert "else" not in _sql("Y if active", {"active": "BOOLEAN"}, "varchar(1)")


def test_an_empty_flag_is_the_other_one() -> None:
    made = _sql("N if the flag is false, Y if it is true or empty", {"shown": "BOOLEAN"}, "Y/N")
    assert made == "case when not u.shown then 'n' else 'y' end"


def test_one_state_unless_another_flag_is_set() -> None:
    flags = {"suspended": "BOOLEAN", "active": "BOOLEAN"}
    made = _sql("Shut if suspended; else Idle unless flagged active; else Open", flags)
    assert made == "case when u.suspended then 'shut' when u.active then 'open' else 'idle' end"


def test_pieces_are_put_together() -> None:
    columns = {"chat_id": "BIGINT", "event_no": "INTEGER"}
    made = _sql("letter H, chat_id, hyphen, event_no with zeros in front to 3 digits", columns)
    assert made == "'h' || cast(u.chat_id as text) || '-' || lpad(cast(u.event_no as text), 3, '0')"
    assert _sql("letter H, chat_id, hyphen, event_no of the last event", columns) == ""


def test_a_span_goes_on_to_a_moment() -> None:
    columns = {"start_at": "TIMESTAMP", "end_at": "TIMESTAMP"}
    made = _sql(
        "full minutes from start_at to end_at; for the current one up to 2025-06-30 18:00:00", columns
    )
    assert "coalesce(u.end_at, cast('2025-06-30 18:00:00' as timestamp))" in made
    assert "/ 60" in made

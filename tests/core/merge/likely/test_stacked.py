"""Sentences that stack tables, values without quotes behind their column."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.spec import SourceColumn
from signoff.core.merge.likely.bare_values import with_bare_values_quoted
from signoff.core.merge.likely.stacked import named_at, stacked_pieces

TABLES = ["raw_comments", "raw_ticket_events"]
COLUMNS = [
    ScopeColumn("t", "touches", SourceColumn("actor_role", "VARCHAR")),
    ScopeColumn("t", "touches", SourceColumn("touch_type", "VARCHAR")),
    ScopeColumn("t", "touches", SourceColumn("touch_count", "INTEGER")),
]


@pytest.mark.parametrize(
    ("sentence", "limit"),
    [
        (
            "union all of the comments and of the events with field_name 'a' or 'b'",
            " with field_name 'a' or 'b'",
        ),
        (
            "raw_comments union all raw_ticket_events where field_name in ('a', 'b')",
            " where field_name in ('a', 'b')",
        ),
        ("Union of the comments and the ticket events", ""),
        ("all rows of both, comments first and then the events, one below the other", ""),
    ],
)
def test_each_table_has_what_is_said_of_it(sentence: str, limit: str) -> None:
    assert stacked_pieces(sentence, TABLES) == ["union all", "raw_comments", f"raw_ticket_events{limit}"]


@pytest.mark.parametrize(
    "sentence",
    [
        "the comments and the events of the ticket",
        "union all of the comments",
        "only where the state is open: union all of comments and events",
    ],
)
def test_other_sentences_stay_whole(sentence: str) -> None:
    assert stacked_pieces(sentence, TABLES) == [sentence]


def test_a_noun_of_two_tables_means_none() -> None:
    assert not named_at("events", "raw_events", ["raw_events", "stg_events"])


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        (
            "made by somebody with actor_role agent or admin",
            "made by somebody with actor_role 'agent' or 'admin'",
        ),
        ("touches of type public comment, 0 if none", "touches of type 'public comment', 0 if none"),
        ("touches whose actor_role is empty or null", "touches whose actor_role is empty or null"),
        ("touch_count high or low", "touch_count high or low"),
    ],
)
def test_values_without_quotes(said: str, quoted: str) -> None:
    assert with_bare_values_quoted(said, COLUMNS) == quoted

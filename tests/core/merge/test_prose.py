"""Running text about rows as steps: lists of what is left out, unions told as a list, what is not followed."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import Step, StepKind, TargetMapping
from signoff.core.merge.prose import prose_followed, with_prose
from tests.core.merge.cases import schema_of

SCHEMA = schema_of(
    {
        "tables": {
            "pat": "pat_no INTEGER key, merged_into INTEGER",
            "rx": "rx_id INTEGER key, start_on DATE",
            "disp": "disp_no INTEGER key, packs INTEGER",
            "sessions": "session_id INTEGER key, user_id INTEGER, campaign VARCHAR, began TIMESTAMP",
            "users": "user_id INTEGER key",
            "campaigns": "code VARCHAR key",
        }
    }
)


def told(*notes: str) -> list[tuple[str, str, str, str]]:
    """Kind, section, table and condition of the steps that notes become."""
    steps = tuple(Step("result", n, StepKind.NOTE, condition=text) for n, text in enumerate(notes))
    target = TargetMapping("result", (), steps)
    return [(s.kind.value, s.section, s.table, s.condition) for s in with_prose(target, SCHEMA).steps]


def test_items_of_a_list_are_left_out() -> None:
    steps = told("Built from pat, but without", "- records that were merged (merged_into is filled),")

    assert ("driving table", "", "pat", "") in steps
    assert ("filter", "", "", "leave out records that were merged (merged_into is filled)") in steps


def test_a_union_is_told_as_a_list() -> None:
    steps = told(
        "Two sources are put below one another:",
        "ORDERS from rx, only those with a start_on",
        "PHARMACY from disp",
    )

    assert [s for s in steps if s[1]] == [
        ("driving table", "ORDERS", "rx", ""),
        ("filter", "ORDERS", "", "only those with a start_on"),
        ("driving table", "PHARMACY", "disp", ""),
    ]


def test_joins_stand_in_brackets_and_keep_their_own_brackets() -> None:
    steps = told(
        "driving: sessions, sessions of known users (inner join users on user_id)",
        "left join campaigns on code = upper(trim(campaign))",
    )

    assert ("inner join", "", "users", "user_id") in steps
    assert ("left join", "", "campaigns", "code = upper(trim(campaign))") in steps


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "sessions of known users (inner join users on user_id) that began at or before signed_up",
            "began <= signed_up",
        ),
        ("all sessions that started before signed_up", "began < signed_up"),
        ("sessions which have begun after '2024-01-01'", "began > '2024-01-01'"),
        ("the sessions that started on or after signed_up", "began >= signed_up"),
        ("sessions that were started since '2024-01-01'", "began >= '2024-01-01'"),
    ],
)
def test_rows_are_told_by_when_they_began(text: str, condition: str) -> None:
    steps = told(text)

    assert ("driving table", "", "sessions", "") in steps
    assert [s[3] for s in steps if s[0] == "filter"] == [condition]


def test_a_restriction_beside_a_join_in_brackets_is_not_lost() -> None:
    steps = told("sessions of known users (inner join users on user_id) that felt strange to the watchman")

    assert ("inner join", "", "users", "user_id") in steps
    assert "strange" in steps[-1][3]


def test_what_is_not_followed_holds_the_sign_off_and_the_rest_is_shown() -> None:
    text = "driving: sessions. Sessions of robots are left out by the watchman, joined by magic"
    before = TargetMapping("result", (), (Step("result", 1, StepKind.NOTE, condition=text),))

    codes = [f.code for f in prose_followed(before, with_prose(before, SCHEMA), SCHEMA)]

    assert "D206" in codes


@pytest.mark.parametrize(
    "text",
    [
        "Cancelled sessions (campaign = 'X') are not loaded.",
        "Sessions with campaign = 'X' are left out",
        "One row per session. Cancelled sessions (campaign = 'X') are not loaded.",
    ],
)
def test_a_sentence_that_leaves_rows_out_is_no_beginning_of_a_list(text: str) -> None:
    filters = [condition for kind, _, _, condition in told(text) if kind == "filter"]

    assert len(filters) == 1 and "campaign = 'X'" in filters[0]


def test_what_is_said_of_some_rows_is_said_of_others_too() -> None:
    steps = told("from sessions; sessions without campaign are dropped, so are sessions without user_id")

    assert [condition for kind, _section, _table, condition in steps if kind == "filter"] == [
        "leave out sessions without campaign",
        "leave out sessions without user_id",
    ]

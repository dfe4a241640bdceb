"""Ends, leads and missing values of lists of codes in more words, put into those that compilers know."""

from __future__ import annotations

import pytest

from signoff.core.generate.patterns.rest_words import plain_rest


@pytest.mark.parametrize(
    ("rule", "plain"),
    [
        ("A=Air; R=Road; remaining types, or none=OTHER", "A=Air; R=Road; anything else or null -> OTHER"),
        ("A -> Air, R -> Road, other units unchanged", "A -> Air, R -> Road, others unchanged"),
        ("A = Air, all the rest (incl. null) = Sea", "A = Air; anything else or null -> Sea"),
        ("A: Air, R: Road. No status or another one: Sea", "A: Air, R: Road. anything else or null -> Sea"),
        (
            "ignoring case and spaces around: a -> Air. Whatever else, also nothing at all -> Sea",
            "a -> Air. anything else or null -> Sea; ignore case and spaces around",
        ),
        (
            "percent -> fraction (30 becomes 0.3). Not agreed yet (null): 0.2",
            "percent to fraction; 0.2 if null",
        ),
        ("prefix A- in front of the id, e.g. A-1001", "prefix 'A-' in front of the id"),
        ("null, phone system had no couriers", "Set to NULL"),
    ],
)
def test_said_plainly(rule: str, plain: str) -> None:
    assert plain_rest(rule) == plain


@pytest.mark.parametrize(
    "rule",
    [
        "A = Air, other types only if open = Sea",
        "A: take X. B: X / 1000. Any other unit or no unit: leave empty",
        "prefix A- in front of the id, e.g. B-1001",
        "null, if it has no courier",
        "null, phone system had no couriers before 2020 unless noted",
        "A = Air, other months unchanged since May",
        "the remaining types are OTHER",
    ],
)
def test_what_limits_or_says_else_stays(rule: str) -> None:
    assert plain_rest(rule) == rule

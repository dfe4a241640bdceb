"""Rules that change the one above in a single way, and those that say more."""

from __future__ import annotations

import pytest

from signoff.core.parse.rules_of_above import changed_from_above

COUNT = "number of letters the clerk wrote, 0 if none"
FIRST = "earliest of the clerk's letters and calls, whichever came first"


@pytest.mark.parametrize(
    ("above", "text", "meant"),
    [
        (
            COUNT,
            "same, but only those with status sent",
            "number of letters the clerk wrote with status sent, 0 if none",
        ),
        (
            COUNT,
            "the same, only the ones with status sent",
            "number of letters the clerk wrote with status sent, 0 if none",
        ),
        ("sum of fees", "as above, but only rows where kind = 'A'", "sum of fees where kind = 'A'"),
        (FIRST, "the latest of them", "latest of the clerk's letters and calls"),
        (FIRST, "last of these", "last of the clerk's letters and calls"),
        ("latest of the letters", "the earliest one of them", "earliest of the letters"),
    ],
)
def test_the_rule_above_is_changed(above: str, text: str, meant: str) -> None:
    assert changed_from_above(above, text) == meant


@pytest.mark.parametrize(
    ("above", "text"),
    [
        (COUNT, "same, but only on Mondays"),
        (COUNT, "same, but only those with status sent, per month"),
        ("number of letters with status open, 0 if none", "same, but only those with kind A"),
        ("trim, upper case", "same, but only those with status sent"),
        (FIRST, "the first of them"),
        (FIRST, "the latest of them before May"),
        ("fee of the letter", "the latest of them"),
    ],
)
def test_what_says_more_is_left(above: str, text: str) -> None:
    assert changed_from_above(above, text) == ""

"""SQL is cut from words that explain it, and from none that change it."""

from __future__ import annotations

import pytest

from signoff.core.domain.code_marks import without_code_marks
from signoff.core.domain.explained import explained

NAMES = ("shelf_label", "go_loan_facts", "state")


def is_call(text: str) -> bool:
    return (text.endswith(")") and "(" in text and " - " not in text) or text == "'EUR'"


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("Standardisation: UPPER(state)", "UPPER(state)"),
        ("UPPER(state) - uppercase label", "UPPER(state)"),
        ("CONCAT('L', state) - generate unique loan fact id", "CONCAT('L', state)"),
        ("'EUR' - default currency", "'EUR'"),
        ("Pass-through — renamed", "Pass-through"),
        ("ROUND(state * 0.07, 2) (7%)", "ROUND(state * 0.07, 2)"),
    ],
)
def test_words_that_describe_are_left_out(rule: str, text: str) -> None:
    found = [each.text for each in explained(rule, NAMES, is_call) if each.explains]
    assert found[:1] == [text]


@pytest.mark.parametrize(
    "rule",
    [
        "ROUND(state * 0.07, 2) - gadget margin",
        "Gadget margin: ROUND(state * 0.07, 2)",
        "UPPER(state) - trimmed",
        "ROUND(state, 2) - 3 decimals",
        "UPPER(state) - as in 'ABC'",
    ],
)
def test_words_that_are_not_known_make_it_likely_and_no_more(rule: str) -> None:
    found = list(explained(rule, NAMES, is_call))
    assert found
    assert not any(each.explains for each in found)


@pytest.mark.parametrize(
    "rule",
    [
        "UPPER(state) - only for open loans",
        "UPPER(state) - unless it is empty",
        "SUM(fee) - refunds excluded",
        "If open: UPPER(state)",
        "Pass-through — but not before 2020",
        "'EUR' - except in Norway",
    ],
)
def test_words_that_change_a_value_are_not_left_out(rule: str) -> None:
    assert not list(explained(rule, NAMES, is_call))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("`TRIM(a)`; never null", "TRIM(a); never null"),
        ("``LEFT(a, 5)``", "LEFT(a, 5)"),
        ("Take `order date` as it is", "Take `order date` as it is"),
        ("no marks", "no marks"),
    ],
)
def test_marks_of_code_go_and_those_of_a_name_with_blanks_stay(written: str, plain: str) -> None:
    assert without_code_marks(written) == plain

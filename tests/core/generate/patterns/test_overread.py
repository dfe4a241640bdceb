"""Expressions that nobody means, told by their SQL beside the rule, and sound ones that look alike."""

from __future__ import annotations

import pytest

from signoff.core.generate.patterns.no_values import turns_words_to_values
from signoff.core.generate.patterns.overread import overreads


@pytest.mark.parametrize(
    ("rule", "sql", "is_overread"),
    [
        (
            "first non-NULL in the order A, B",
            "CASE WHEN t.x = 'first' THEN 'non-NULL in the order A' END",
            True,
        ),
        (
            "hash key, see Conventions",
            "CASE WHEN t.x = 'hash' THEN 'key' WHEN t.x = 'see' THEN 'Conventions' END",
            True,
        ),
        ("true if the order is in SET1", "t.customer_id = 'SET1'", True),
        ("true if the order is in SET1", "t.order_set = 'SET1'", False),
        ("name without brackets", "coalesce(t.name, 'name')", True),
        ("name, 'name' if empty", "coalesce(t.name, 'name')", False),
        ("trim, NULL, lower case", "coalesce(t.email, lower(t.email))", True),
        ("Y/N to true/false", "CASE WHEN t.f IN ('Y', 'N') THEN true END", True),
        ("Y or N is true", "CASE WHEN t.f IN ('Y', 'N') THEN true END", False),
        (
            "P = 'present', A = 'absent'",
            "CASE WHEN t.c = 'P' THEN CASE WHEN t.c IN ('present', 'A') THEN 'x' END END",
            True,
        ),
        ("up to 30 days 'current'", "CASE WHEN t.d <= 30 THEN CAST(t.d AS VARCHAR) || 'current' END", True),
        ("the days and ' d' up to 30", "CASE WHEN t.d <= 30 THEN CAST(t.d AS VARCHAR) || ' d' END", False),
        ("amount of A minus amount of B", "count(CASE WHEN t.k = 'A' THEN t.amount END) - 1", True),
        ("number of A", "count(CASE WHEN t.k = 'A' THEN t.amount END)", False),
        ("true if any was cancelled", "coalesce(bool_or(t.cancelled = t.cancelled), false)", True),
        ("currency, 'EUR' if empty", "CASE WHEN (t.c || 'EUR' IS NULL) THEN t.c END", True),
    ],
)
def test_what_nobody_means_is_told(rule: str, sql: str, *, is_overread: bool) -> None:
    assert overreads(sql, rule) is is_overread


@pytest.mark.parametrize(
    ("rule", "sql", "is_wrong"),
    [
        ("Text to number; not a number: NULL", "CASE WHEN t.p <> 'number' THEN NULL ELSE t.p END", True),
        ("NULL unless it is 'number'", "CASE WHEN t.p <> 'number' THEN NULL ELSE t.p END", False),
        ("Upper case; 'N/A' if NULL or blank", "coalesce(upper(t.c), 'N/A')", True),
        ("Upper case; 'N/A' if NULL or blank", "coalesce(nullif(upper(trim(t.c)), ''), 'N/A')", False),
        ("Upper case; 'N/A' if NULL", "coalesce(upper(t.c), 'N/A')", False),
    ],
)
def test_words_are_no_values(rule: str, sql: str, *, is_wrong: bool) -> None:
    assert turns_words_to_values(rule, sql) is is_wrong

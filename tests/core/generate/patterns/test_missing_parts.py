"""Sentences on a part that is missing, tests of whether there is a value, and days that are weekends or numbers."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping, SourceColumn, SourceRef
from signoff.core.generate.patterns import compile_rule

PLACE = (("zip", "VARCHAR"), ("city", "VARCHAR"))
NAMES = (("last_name", "VARCHAR"), ("first_name", "VARCHAR"))
DAY = (("day", "DATE"),)
EITHER = "COALESCE(a.zip || ' ' || a.city, a.zip, a.city)"
IS_ACTIVE = "CASE WHEN a.discontinued_on IS NULL THEN 'Y' ELSE 'N' END"
WEEKEND = "CASE WHEN isodow(a.day) IN (6, 7) THEN 'Y' ELSE 'N' END"
ENDED = (("discontinued_on", "DATE"),)


def _sql(rule: str, columns: tuple[tuple[str, str], ...], kind: str = "VARCHAR") -> str:
    scope = Scope(tuple(ScopeColumn("a", "a", SourceColumn(*each), True) for each in columns), kind)
    refs = tuple(SourceRef("a", name) for name, _ in columns)
    found = compile_rule(ColumnMapping("t", "x", kind, refs, rule, rule), scope)
    return "" if found is None else " ".join(found.sql.split())


@pytest.mark.parametrize(
    ("rule", "columns", "sql"),
    [
        ("Zip, space, city. If one of the two is missing, just the other one", PLACE, EITHER),
        ("Zip, space, city; if one is missing only the other", PLACE, EITHER),
        (
            "last_name, first_name (with comma and space). A missing last name is written as n/a",
            NAMES,
            "COALESCE(a.last_name, 'n/a') || ', ' || a.first_name",
        ),
        ("Y if there is no discontinuation date, else N", ENDED, IS_ACTIVE),
        ("Y for Saturday and Sunday, N for the other days", DAY, WEEKEND),
        ("English name of the month, e.g. January", DAY, "monthname(a.day)"),
    ],
)  # fmt: skip
def test_what_is_told_is_followed(rule: str, columns: tuple[tuple[str, str], ...], sql: str) -> None:
    assert _sql(rule, columns) == sql


def test_a_date_is_written_as_a_number() -> None:
    assert _sql("Date as a number, YYYYMMDD", DAY, "INTEGER") == "CAST(strftime(a.day, '%Y%m%d') AS INTEGER)"


@pytest.mark.parametrize(
    ("rule", "columns"),
    [
        ("Zip, space, city. If one of the two is missing, just the other one, unless it is a box", PLACE),
        ("last_name, first_name (with comma and space). A missing nick name is written as n/a", NAMES),
        ("Y if there is no invoice date, else N", ENDED),
        ("Y for Saturday and Sunday, N for working days unless it is a holiday", DAY),
    ],
)
def test_what_is_not_understood_stays_open(rule: str, columns: tuple[tuple[str, str], ...]) -> None:
    assert _sql(rule, columns) == ""

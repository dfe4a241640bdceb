"""Spans whose end may be missing, parts beside a sign, trims of each part, hashes of parts: read wholly or left."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import Expression, Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping, SourceColumn, SourceRef
from signoff.core.generate.patterns import compile_rule

DAYS = {"opened_dt": "DATE", "closed_dt": "DATE"}
NAMES = {"first_nm": "VARCHAR", "last_nm": "VARCHAR"}
MAIL = {"primary_email": "VARCHAR"}
IDS = {"visit_id": "INTEGER", "person_id": "INTEGER"}
SPAN = "DATE_DIFF('DAY', t.opened_dt, COALESCE(t.closed_dt, CAST('2024-12-31' AS DATE)))"
PLACE = "STRPOS(t.primary_email, '@')"
DOMAIN = f"CASE WHEN {PLACE} > 0 THEN LOWER(SUBSTRING(t.primary_email, {PLACE} + 1)) END"


def _compiled(rule: str, kinds: dict[str, str], target: str) -> Expression | None:
    columns = tuple(ScopeColumn("t", "t", SourceColumn(n, k), is_source=True) for n, k in kinds.items())
    mapping = ColumnMapping("x", "y", target, tuple(SourceRef("t", n) for n in kinds), rule)
    return compile_rule(mapping, Scope(columns, target))


@pytest.mark.parametrize(
    "rule",
    [
        "days from opening to closing; not closed: to 31 Dec 2024. NULL if never opened",
        "days from opened_dt to closed_dt; not closed yet: until 2024-12-31",
        "days between opened_dt and closed_dt; still open: until 2024-12-31; never opened: NULL",
        "days from opened_dt to closed_dt, or to 31 Dec 2024 if closed_dt is empty",
        "number of days from opening to closing; no closing date: up to Dec 31, 2024",
    ],
)
def test_a_span_goes_to_a_fixed_day_while_its_end_is_missing(rule: str) -> None:
    made = _compiled(rule, DAYS, "BIGINT")
    assert made is not None and made.sql == SPAN


@pytest.mark.parametrize(
    "rule",
    [
        "days from opening to closing; not closed: to 31 Dec 2024, only for large ones",
        "days from opening to closing; not paid: to 31 Dec 2024",
        "days from opening to closing; not closed: to 31 Dec 2024; never closed: NULL",
    ],
)
def test_a_span_with_a_clause_that_is_not_understood_is_left(rule: str) -> None:
    assert _compiled(rule, DAYS, "BIGINT") is None


@pytest.mark.parametrize(
    "rule",
    [
        "lower case part behind the @; no @ or no e-mail: NULL",
        "lower case part behind the @; NULL if there is no @",
        "part after the @, lower case; no @: empty",
    ],
)
def test_a_part_beside_a_sign_is_missing_without_the_sign(rule: str) -> None:
    made = _compiled(rule, MAIL, "VARCHAR")
    assert made is not None
    same = made.sql == DOMAIN or "contains(" in made.sql.lower()
    assert same and "lower(" in made.sql.lower()


@pytest.mark.parametrize(
    "rule",
    [
        "lower case part behind the @; no @ or no customer: NULL",
        "lower case part behind the @; no @: NULL unless new",
    ],
)
def test_a_part_beside_a_sign_with_a_further_limit_is_left(rule: str) -> None:
    made = _compiled(rule, MAIL, "VARCHAR")
    assert made is None


@pytest.mark.parametrize(
    "rule",
    [
        "first and last name with a blank between, both without surrounding blanks",
        "first_nm and last_nm, both trimmed, with a blank between",
        "first and last name, each trimmed, separated by a space",
    ],
)
def test_each_part_is_trimmed_and_not_the_whole(rule: str) -> None:
    made = _compiled(rule, NAMES, "VARCHAR")
    assert made is not None and made.sql == "trim(t.first_nm) || ' ' || trim(t.last_nm)"


@pytest.mark.parametrize(
    ("rule", "sign"),
    [
        ("md5 hash (hex, lower case) of visit_id, hyphen, person_id", "-"),
        ("md5 over visit_id, pipe, person_id", "|"),
    ],
)
def test_the_sign_of_a_hash_may_stand_between_its_parts(rule: str, sign: str) -> None:
    made = _compiled(rule, IDS, "VARCHAR")
    assert made is not None and made.sql.startswith("md5(") and f"|| '{sign}' ||" in made.sql


@pytest.mark.parametrize(
    "rule", ["md5 of visit_id, hyphen", "md5 of visit_id, hyphen, person_id, only of live ones"]
)
def test_a_hash_with_words_left_over_is_left(rule: str) -> None:
    assert _compiled(rule, IDS, "VARCHAR") is None

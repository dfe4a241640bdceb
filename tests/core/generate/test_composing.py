"""Rules put together from pick lists are compiled by the pattern compilers, every kind of them."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import Origin, Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping, SourceColumn
from signoff.core.generate.composing import Comparison, Fixed, Kind, Parts, When, composed
from signoff.core.generate.patterns import compile_rule


def _column(name: str, kind: str = "VARCHAR", relation: str = "c") -> ScopeColumn:
    return ScopeColumn(relation, "customers", SourceColumn(name, kind))


FIRST, LAST, STATUS = _column("FRST_NM"), _column("LST_NM"), _column("status")
ODD, SAME_NAME, AMOUNT = (
    _column("Name 2"),
    _column("status", relation="o"),
    _column("amount", "DECIMAL(12,2)"),
)
SCOPE = (FIRST, LAST, STATUS, ODD, SAME_NAME, AMOUNT, _column("order"), _column("Straße"))

CASES = [
    (Parts(Kind.COPY, (FIRST,)), "VARCHAR", "c.FRST_NM"),
    (Parts(Kind.COPY, (ODD,)), "VARCHAR", 'c."Name 2"'),
    (Parts(Kind.COPY, (SAME_NAME,)), "VARCHAR", "o.status"),
    (Parts(Kind.FIXED, text="It's"), "VARCHAR", "'It''s'"),
    (Parts(Kind.FIXED, text="7"), "INTEGER", "7"),
    (Parts(Kind.TIDY, (FIRST,)), "VARCHAR", "trim(c.FRST_NM)"),
    (Parts(Kind.TIDY, (SCOPE[6],), letters="upper"), "VARCHAR", 'upper(trim(c."order"))'),
    (Parts(Kind.TIDY, (ODD,), letters="lower"), "VARCHAR", 'lower(trim(c."Name 2"))'),
    (Parts(Kind.TIDY, (STATUS,), trim=False, letters="upper"), "VARCHAR", "upper(c.status)"),
    (Parts(Kind.TIDY, (STATUS,), trim=False, letters="lower"), "VARCHAR", "lower(c.status)"),
    (Parts(Kind.FIRST, (FIRST, LAST)), "VARCHAR", "coalesce(c.FRST_NM, c.LST_NM)"),
    (Parts(Kind.FIRST, (FIRST, LAST, ODD)), "VARCHAR", 'coalesce(c.FRST_NM, c.LST_NM, c."Name 2")'),
    (Parts(Kind.FIRST, (FIRST,), otherwise=Fixed("n/a")), "VARCHAR", "coalesce(c.FRST_NM, 'n/a')"),
    (Parts(Kind.FIRST, (FIRST, LAST), otherwise=Fixed("X")), "VARCHAR", "coalesce(c.FRST_NM, c.LST_NM, 'X')"),
    (Parts(Kind.JOIN, (FIRST, LAST)), "VARCHAR", "c.FRST_NM || c.LST_NM"),
    (Parts(Kind.JOIN, (FIRST, LAST), text=" "), "VARCHAR", "c.FRST_NM || ' ' || c.LST_NM"),
    (Parts(Kind.JOIN, (FIRST, LAST), text=", "), "VARCHAR", "c.FRST_NM || ', ' || c.LST_NM"),
    (
        Parts(Kind.JOIN, (FIRST, ODD, LAST), text=" - ", skip_missing=True),
        "VARCHAR",
        "concat_ws(' - ', c.FRST_NM, c.\"Name 2\", c.LST_NM)",
    ),
    (
        Parts(Kind.CODES, (STATUS,), codes=(("A", "Active"), ("I", "Inactive")), otherwise=Fixed("Unknown")),
        "VARCHAR",
        "CASE c.status WHEN 'A' THEN 'Active' WHEN 'I' THEN 'Inactive' ELSE 'Unknown' END",
    ),
    (
        Parts(Kind.CODES, (STATUS,), codes=(("A", "Active"),), otherwise=Fixed(None)),
        "VARCHAR",
        "CASE c.status WHEN 'A' THEN 'Active' ELSE NULL END",
    ),
    (
        Parts(Kind.CODES, (STATUS,), codes=(("A", "Active"), ("I", "Inactive")), otherwise=STATUS),
        "VARCHAR",
        "CASE WHEN c.status = 'A' THEN 'Active' WHEN c.status = 'I' THEN 'Inactive' ELSE c.status END",
    ),
    (Parts(Kind.DATE, (STATUS,), text="DD.MM.YYYY"), "DATE", "CAST(strptime(c.status, '%d.%m.%Y') AS DATE)"),
    (Parts(Kind.DATE, (ODD,), text="YYYYMMDD"), "DATE", "CAST(strptime(c.\"Name 2\", '%Y%m%d') AS DATE)"),
    (
        Parts(Kind.WHEN, whens=(When(STATUS, Comparison.IS, "A", Fixed("yes")),), otherwise=Fixed("no")),
        "VARCHAR",
        "CASE WHEN c.status = 'A' THEN 'yes' ELSE 'no' END",
    ),
    (
        Parts(Kind.WHEN, whens=(When(STATUS, Comparison.IS_NOT, "A", FIRST),), otherwise=LAST),
        "VARCHAR",
        "CASE WHEN c.status IS DISTINCT FROM 'A' THEN c.FRST_NM ELSE c.LST_NM END",
    ),
    (
        Parts(Kind.WHEN, whens=(When(FIRST, Comparison.MISSING, "", Fixed("none")),), otherwise=LAST),
        "VARCHAR",
        "CASE WHEN c.FRST_NM IS NULL THEN 'none' ELSE c.LST_NM END",
    ),
    (
        Parts(Kind.WHEN, whens=(When(FIRST, Comparison.FILLED, "", Fixed("Y")),), otherwise=Fixed("N")),
        "VARCHAR",
        "CASE WHEN c.FRST_NM IS NOT NULL THEN 'Y' ELSE 'N' END",
    ),
    (
        Parts(
            Kind.WHEN,
            whens=(
                When(AMOUNT, Comparison.MORE, "100", Fixed("high")),
                When(AMOUNT, Comparison.LESS, "1.5", Fixed("low")),
            ),
            otherwise=Fixed(None),
        ),
        "VARCHAR",
        "CASE WHEN c.amount > 100 THEN 'high' WHEN c.amount < 1.5 THEN 'low' ELSE NULL END",
    ),
    (
        Parts(Kind.WHEN, whens=(When(FIRST, Comparison.HOLDS, "@", Fixed("1")),), otherwise=Fixed("0")),
        "INTEGER",
        "CASE WHEN contains(c.FRST_NM, '@') THEN 1 ELSE 0 END",
    ),
]


@pytest.mark.parametrize(("parts", "kind", "sql"), CASES, ids=lambda each: getattr(each, "kind", None))
def test_a_rule_from_parts_is_compiled_to_what_was_picked(parts: Parts, kind: str, sql: str) -> None:
    made = compile_rule(ColumnMapping("t", "x"), Scope(SCOPE, kind), rule=composed(parts))
    assert made is not None, composed(parts)
    assert made.sql == sql
    assert made.origin in (Origin.DIRECT, Origin.PATTERN)


def test_every_kind_has_a_case() -> None:
    assert {parts.kind for parts, _, _ in CASES} == set(Kind)


@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_is_said_while_nothing_is_picked(kind: Kind) -> None:
    assert composed(Parts(kind)) == ""

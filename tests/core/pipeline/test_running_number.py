"""Surrogate keys that the document asks for without an order."""

from __future__ import annotations

import pytest

from signoff.core.domain.plan import JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema, SourceColumn, SourceRef, SourceTable
from signoff.core.pipeline.places import Place
from signoff.core.pipeline.running_number import running_number

SHOP = SourceTable("shop", (SourceColumn("shop_no", "INTEGER"), SourceColumn("town", "VARCHAR")))
NUMBERED = "row_number() OVER (ORDER BY shop.shop_no)"


@pytest.mark.parametrize(
    ("rule", "key", "sql"),
    [
        ("Autoincrement SK", True, NUMBERED),
        ("Autoincrement SK", False, NUMBERED),
        ("Surrogate key, auto-increment", True, NUMBERED),
        ("auto generated id", True, NUMBERED),
        ("SK (identity)", True, NUMBERED),
        ("Auto number", False, NUMBERED),
        ("Surrogate key from the key store", True, None),
        ("Autoincrement per town", True, None),
        ("Direct move", True, None),
    ],
)
def test_numbers_follow_the_natural_key(rule: str, key: bool, sql: str | None) -> None:
    mapping = ColumnMapping("t", "shop_sk", "INTEGER", rule=rule, key=True)
    rows = (
        mapping,
        ColumnMapping("t", "no", key=key, sources=(SourceRef("shop", "shop_no"),), rule="Direct move"),
        ColumnMapping("t", "town", sources=(SourceRef("shop", "town"),)),
    )
    section = SectionPlan("", (Relation("shop", "shop", JoinKind.DRIVING),))

    made = running_number(mapping, rows, section, Schema((SHOP,)), Place("t", "shop_sk"))

    assert (made.sql if made is not None else None) == sql
    assert made is None or [f.code for f in made.findings] == ["D13"]

"""Remarks beside a column that give the value where there is none."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.pipeline.beside import with_default_beside
from signoff.core.pipeline.places import Place


@pytest.mark.parametrize(
    ("note", "rule", "sql"),
    [
        ("missing salary = 0", "", "coalesce(p.amount, 0)"),
        ("null -> 0", "1:1", "coalesce(p.amount, 0)"),
        ("If null load 0", "", "coalesce(p.amount, 0)"),
        ("empty counts as -1", "", "coalesce(p.amount, -1)"),
        ("default 0 if missing", "", "coalesce(p.amount, 0)"),
        ("not found: 0", "Lookup on pay by id", "coalesce(p.amount, 0)"),
        ("no match -> -1", "join with pay", "coalesce(p.amount, -1)"),
        ("not found: 0", "1:1", "p.amount"),
        ("missing is fine", "", "p.amount"),
        ("null = unknown person", "", "p.amount"),
        ("missing values to be asked for", "", "p.amount"),
        ("10 digits in source", "", "p.amount"),
    ],
)
def test_a_remark_gives_the_value_where_there_is_none(note: str, rule: str, sql: str) -> None:
    mapping = ColumnMapping("t", "pay", "INTEGER", rule=rule, note=note)
    moved = Expression("p.amount", Origin.DIRECT)

    made = with_default_beside(moved, mapping, Scope((), "INTEGER"), Place("t", "pay"))

    assert made.sql == sql
    assert [f.code for f in made.findings] == (["D215"] if sql != "p.amount" else [])

"""Texts about rows in many wordings: filters, joins, which of several rows stays."""

from __future__ import annotations

from typing import Any

import pytest

from signoff.core.domain.expressions import Scope
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.domain.spec import ColumnMapping, SourceRef
from signoff.core.generate.patterns import compile_condition
from signoff.core.merge.keytexts import said_condition
from signoff.core.merge.latestwords import Latest, read_latest
from signoff.core.merge.missing_nouns import missing_beside
from signoff.core.merge.rowfilters import row_clauses
from tests.core.merge.cases import FOLDER, load, schema_of

ROWS, KEYS, LATEST = (load(FOLDER / f"{name}.yml") for name in ("row_texts", "key_texts", "latest_texts"))


def compiled(text: str, scope: Scope) -> Condition | None:
    """As the pipeline resolves a condition, without a language model."""
    found = compile_condition(text, scope)
    return Condition(text, found.sql, found.origin) if found is not None else None


@pytest.mark.parametrize("case", ROWS["cases"], ids=lambda c: c["text"])
def test_filters_are_read_in_many_wordings(case: dict[str, Any]) -> None:
    driving = Relation("log", "log", JoinKind.DRIVING)

    clauses = row_clauses(case["text"], [driving], schema_of(ROWS), compiled, None)

    if case["sql"] is None:
        assert not all(clause.is_understood for clause in clauses)
    else:
        assert [c.sql for clause in clauses for c in clause.conditions] == case["sql"]
        assert all(clause.is_understood for clause in clauses)


@pytest.mark.parametrize("case", KEYS["cases"], ids=lambda c: c["text"])
def test_join_conditions_are_read_in_many_wordings(case: dict[str, Any]) -> None:
    here, there = Relation("reading", "r", JoinKind.DRIVING), Relation("tariff", "t", JoinKind.LEFT)

    found = said_condition(case["text"], there, [here], schema_of(KEYS), None)

    assert (found.sql if found is not None else None) == case["sql"]


@pytest.mark.parametrize("case", LATEST["cases"], ids=lambda c: c["text"])
def test_the_row_that_stays_is_read_in_many_wordings(case: dict[str, Any]) -> None:
    found = read_latest(case["text"])

    if case["keys"] is None:
        assert found is None
    else:
        tie = (case.get("tie", ""), case.get("tie_falls", True))
        assert found == Latest(tuple(case["keys"]), case["order"], case.get("falls", True), *tie)


@pytest.mark.parametrize(
    ("text", "sql"),
    [
        ("do not load nulls", "log.changed_on is not null"),
        ("Reject if null", "log.changed_on is not null"),
        ("do not load null dates", "log.changed_on is not null"),
        ("skip empty change dates", None),
        ("default null to 0", None),
        ("nulls are fine", None),
    ],
)
def test_missing_values_beside_a_column_are_those_of_its_source(text: str, sql: str | None) -> None:
    mapping = ColumnMapping("t", "day", sources=(SourceRef("log", "changed_on"),))
    driving = Relation("log", "log", JoinKind.DRIVING)

    found = missing_beside(text, mapping, [driving], schema_of(ROWS), None)

    assert (found.sql if found is not None else None) == sql

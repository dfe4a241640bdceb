"""Joins said in words: what a condition is for, and which rows of the joined table count."""

from __future__ import annotations

from typing import Any

import pytest

from signoff.core.domain.expressions import Scope
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.generate.patterns import compile_condition
from signoff.core.merge.join_sayings import join_condition
from tests.core.merge.cases import FOLDER, load, schema_of

TEXTS = load(FOLDER / "join_texts.yml")


def _compiled(text: str, scope: Scope) -> Condition | None:
    found = compile_condition(text, scope)
    return Condition(text, found.sql, found.origin) if found is not None else None


@pytest.mark.parametrize("case", TEXTS["cases"], ids=lambda c: c["text"])
def test_joins_are_read_in_many_wordings(case: dict[str, Any]) -> None:
    """The condition is the one beside the text, or none is made up."""
    here, there = Relation("visits", "v", JoinKind.DRIVING), Relation("guests", "g", JoinKind.LEFT)

    found = join_condition(case["text"], there, [here], schema_of(TEXTS), _compiled, None)

    assert (found.sql if found is not None else None) == case["sql"]

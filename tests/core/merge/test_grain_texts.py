"""What a row of the target is, and which of several rows stays, in many wordings."""

from __future__ import annotations

from typing import Any

import pytest

from signoff.core.domain.expressions import Scope
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.domain.spec import TargetMapping
from signoff.core.generate.patterns import compile_condition
from signoff.core.merge.deduping import dedup_condition
from signoff.core.merge.grouping import grouping_in, grouping_of
from tests.core.merge.cases import FOLDER, load, schema_of

TEXTS = load(FOLDER / "grain_texts.yml")
ORDERS = [Relation("orders", "orders", JoinKind.DRIVING)]


def compiled(text: str, scope: Scope) -> Condition | None:
    """As the pipeline resolves a condition, without a language model."""
    found = compile_condition(text, scope)
    return Condition(text, found.sql, found.origin) if found is not None else None


@pytest.mark.parametrize("case", TEXTS["grain"], ids=lambda c: c["text"])
def test_the_grain_is_read_in_many_wordings(case: dict[str, Any]) -> None:
    target = TargetMapping("customer_summary", ())

    keys, unknown = grouping_of(
        grouping_in(case["text"]), ORDERS, schema_of(TEXTS), target, compiled, cell=None
    )

    if case["keys"] is None:
        assert unknown
    else:
        assert ([key.sql for key in keys], unknown) == (case["keys"], [])


@pytest.mark.parametrize("case", TEXTS["stays"], ids=lambda c: c["text"])
def test_the_row_that_stays_is_read_in_many_wordings(case: dict[str, Any]) -> None:
    found = dedup_condition(case["text"], ORDERS, schema_of(TEXTS), None)

    if case["order"] is None:
        assert found is None
    else:
        over = f"partition by orders.order_id order by {case['order']} nulls last"
        assert found is not None
        assert found.sql == f"row_number() over ({over}) = 1"

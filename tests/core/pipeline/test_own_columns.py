"""Rules about the target's own columns: what these are made of stands in their place."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import DraftColumn
from signoff.core.pipeline.own_columns import _put_in as put_in

OWN = {
    "paid": DraftColumn("paid", "DECIMAL", (Expression("coalesce(p.paid, 0)", Origin.PATTERN),)),
    "debt": DraftColumn("debt", "DECIMAL", (Expression("a.debt - a.credit", Origin.PATTERN),)),
    "place": DraftColumn("place", "BIGINT", (Expression("rank() over (order by a.debt)", Origin.PATTERN),)),
}


@pytest.mark.parametrize(
    ("read", "sql"),
    [
        ("this_row.paid - this_row.debt", "coalesce(p.paid, 0) - (a.debt - a.credit)"),
        ("this_row.paid > 0", "coalesce(p.paid, 0) > 0"),
        ("sum(this_row.paid) over (order by a.day)", "sum(coalesce(p.paid, 0)) over (order by a.day)"),
        ("sum(this_row.place) over (order by a.day)", ""),
        ("a.debt + 1", ""),
    ],
)
def test_own_columns_stand_for_what_they_are_made_of(read: str, sql: str) -> None:
    assert put_in(read, OWN, 0) == sql

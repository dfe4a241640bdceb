"""Values beside other groups are computed over what each group comes to."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import Condition, DraftColumn, JoinKind, Relation, SectionPlan
from signoff.core.pipeline.over_groups import with_sums

SECTION = SectionPlan(
    "",
    (Relation("hours", "h", JoinKind.DRIVING),),
    group_by=(Condition("", "h.region", Origin.PATTERN), Condition("", "h.day", Origin.PATTERN)),
)


def column(name: str, sql: str) -> DraftColumn:
    return DraftColumn(name, "", (Expression(sql, Origin.PATTERN),))


COLUMNS = (
    column("region", "h.region"),
    column("meters", "count(distinct h.meter)"),
    column("usage", "sum(h.kwh)"),
)


@pytest.mark.parametrize(
    ("sql", "grouped"),
    [
        (
            "rank() over (partition by h.day order by h.kwh)",
            "rank() over (partition by h.day order by sum(h.kwh))",
        ),
        ("sum(h.kwh) over (partition by h.day)", "sum(sum(h.kwh)) over (partition by h.day)"),
        (
            "lag(h.kwh) over (partition by h.region order by h.day)",
            "lag(sum(h.kwh)) over (partition by h.region order by h.day)",
        ),
    ],
)
def test_columns_stand_for_what_the_target_sums_them_up_to(sql: str, grouped: str) -> None:
    assert with_sums(sql, SECTION, COLUMNS, 0) == grouped


def test_a_column_that_is_summed_up_in_no_way_or_in_two_is_left_to_a_person() -> None:
    twice = (*COLUMNS, column("most", "max(h.kwh)"))

    assert with_sums("rank() over (order by h.kwh)", SECTION, twice, 0) == ""
    assert with_sums("rank() over (order by h.other)", SECTION, COLUMNS, 0) == ""

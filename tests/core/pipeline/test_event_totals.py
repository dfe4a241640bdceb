"""Running totals over what happened by two days, and a column of the target that a rule calls cleaned."""

from __future__ import annotations

from typing import cast

import pytest

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import CarriedColumn, Condition, DraftColumn, JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, SourceRef
from signoff.core.pipeline.cleaned_names import with_cleaned_named
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.event_totals import event_total
from signoff.core.pipeline.places import Place

SUBQUERY = "\nunion all\n".join(
    f"select shop, {day} as happened_at, '{day}' as happened from t" for day in ("opened_at", "closed_on")
)
CARRIES = (CarriedColumn("happened_at", "TIMESTAMP"), CarriedColumn("happened", "VARCHAR"))
EVENTS = Relation("t", "t", JoinKind.DRIVING, subquery=SUBQUERY, carries=CARRIES, told="t twice")
SECTION = SectionPlan("", (EVENTS,), group_by=(Condition("", "t.shop"), Condition("", "t.month")))
ROWS = (
    ColumnMapping("shop_months", "shop", "VARCHAR", (SourceRef("t", "shop"),), key=True),
    ColumnMapping("shop_months", "month_start", "DATE", (SourceRef("t", "day"),), key=True),
)
MADE = (
    DraftColumn("shop", "VARCHAR", (Expression("t.shop", Origin.DIRECT),)),
    DraftColumn("month_start", "DATE", (Expression("t.month", Origin.PATTERN),)),
)


class _Works(Place):
    def works(self, sql: str, desk: Desk) -> bool:
        return True


def _total(rule: str) -> str:
    mapping = ColumnMapping("shop_months", "open", "INTEGER", rule=rule)
    place = _Works("shop_months", "open", SECTION)
    found = event_total(mapping, (*ROWS, mapping), place, MADE, 0, cast(Desk, None))
    return found.sql if found is not None else ""


@pytest.mark.parametrize(
    "rule",
    [
        "running total per shop: everything opened so far minus everything closed so far, this month included",
        "cumulative sum for each shop: all opened minus all closed so far",
        "running balance of the shop: what was opened so far less what was closed so far (including this month)",
    ],
)
def test_what_happened_so_far_is_summed_up(rule: str) -> None:
    one, two = (f"count(case when t.happened = '{day}' then 1 end)" for day in ("opened_at", "closed_on"))
    assert _total(rule) == f"sum({one} - {two}) over (partition by t.shop order by t.month)"


@pytest.mark.parametrize(
    "rule",
    [
        "running total per town: everything opened so far minus everything closed so far",
        "running total per shop: everything opened so far minus everything paid so far",
        "running total per shop: everything opened so far minus everything closed so far, this year included",
        "running total per shop: everything opened so far minus everything closed so far, weekends left out",
    ],
)
def test_other_totals_are_left(rule: str) -> None:
    assert _total(rule) == ""


LOGIN = DraftColumn("login", "VARCHAR", (Expression("lower(u.login)", Origin.PATTERN),))


@pytest.mark.parametrize(
    ("rule", "said", "names"),
    [
        ("name; if blank the cleaned login", "name; if blank login", ["login"]),
        ("name, else the standardized login", "name, else login", ["login"]),
        ("name, else the login", "name, else the login", []),
        ("name, else the cleaned login_name", "name, else the cleaned login_name", []),
    ],
)
def test_the_cleaned_value_is_the_targets_own(rule: str, said: str, names: list[str]) -> None:
    told, columns = with_cleaned_named(rule, (LOGIN,))
    assert told == said
    assert [c.name for c in columns] == names

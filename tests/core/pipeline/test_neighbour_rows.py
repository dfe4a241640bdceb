"""Values of the row before or behind for each thing, and numbers of rows in order, by the target's key."""

from __future__ import annotations

from typing import cast

import pytest

from signoff.core.domain.expressions import Expression, Origin, Scope, ScopeColumn
from signoff.core.domain.plan import DraftColumn, JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, SourceColumn, SourceRef
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.neighbour_rows import neighbour_value
from signoff.core.pipeline.places import Place

KEYS = (
    ColumnMapping("rent_changes", "flat_no", "INTEGER", (SourceRef("r", "flat_no"),), "copy", key=True),
    ColumnMapping("rent_changes", "month_on", "DATE", (SourceRef("r", "month_on"),), "copy", key=True),
)
MADE = tuple(
    DraftColumn(name, kind, (Expression(sql, Origin.DIRECT),))
    for name, kind, sql in (
        ("flat_no", "INTEGER", "r.flat_no"),
        ("month_on", "DATE", "r.month_on"),
        ("opened", "INTEGER", "count(r.x)"),
    )
)
WINDOW = "over (partition by r.flat_no order by r.month_on)"
LAG = f"case when lag(r.month_on) {WINDOW} = r.month_on - interval 1 month then lag(r.rent) {WINDOW} end"


class _Works(Place):
    def works(self, sql: str, desk: Desk) -> bool:
        return True


def _value(rule: str, source: str = "", qualify: bool = False) -> str:
    section = SectionPlan("", (Relation("rents", "r", JoinKind.DRIVING),))
    refs = (SourceRef("r", source),) if source else ()
    mapping = ColumnMapping("rent_changes", "wanted", "INTEGER", refs, rule)
    columns = (ScopeColumn("r", "rents", SourceColumn(source, "INTEGER"), is_source=True),) if source else ()
    place = _Works("rent_changes", "wanted", section)
    found = neighbour_value(mapping, (*KEYS, mapping), Scope(columns), place, MADE, 0, cast(Desk, None))
    return found.sql if found is not None else ""


@pytest.mark.parametrize(
    ("rule", "source", "sql"),
    [
        ("rent of the flat in the month before, 0 in its first month", "rent", f"coalesce({LAG}, 0)"),
        ("rent of the flat in the previous month, null in its first", "rent", LAG),
        ("the flat's rent of the month before; 0 in the first month", "rent", f"coalesce({LAG}, 0)"),
        ("rent in the flat's previous row, null in its first", "rent", f"lag(r.rent) {WINDOW}"),
        ("rent in the next row of the same flat, 0 in its last row", "", ""),
        ("opened in the flat's previous row, null in its first", "", f"lag(count(r.x)) {WINDOW}"),
        ("month_on of the flat's next change, null for the last one", "", f"lead(r.month_on) {WINDOW}"),
        ("1, 2, 3 … for the changes of a flat in order of month_on", "", f"row_number() {WINDOW}"),
        ("1, 2, 3 ... through the changes of each flat, sorted by month_on", "", f"row_number() {WINDOW}"),
        ("1, 2, 3, … per flat in the order of month_on", "", f"row_number() {WINDOW}"),
    ],
)
def test_the_rows_of_a_thing_stand_in_the_order_of_its_dates(rule: str, source: str, sql: str) -> None:
    assert _value(rule, source) == sql


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        ("rent of the tenant in the month before, 0 in its first month", "rent"),
        ("rent of the flat in the week before, 0 in its first week", "rent"),
        ("rent of the flat in the month before, 0 in its last month", "rent"),
        ("rent of the flat in the month before the move", "rent"),
        ("month_on of the flat's next payment, null for the last one", ""),
        ("month_on of the flat's next change that was paid", ""),
        ("1, 2, 3 … for the changes of a flat in order of rent", ""),
        ("1, 2, 3 … for the payments of a flat in order of month_on", ""),
    ],
)
def test_other_things_and_other_rows_are_left(rule: str, source: str) -> None:
    assert _value(rule, source) == ""

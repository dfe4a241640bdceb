"""What was changed in SQL that came back is told column by column; what else was changed is told, not taken."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import Draft, DraftColumn
from signoff.core.errors import SignoffError
from signoff.core.merge.returned_sql import returned_sql

BEFORE = "select p.A as a, trim(p.B) as b, cast(null as VARCHAR) as c from P as p where p.A > 1"


def draft() -> Draft:
    def one(name: str, sql: str) -> DraftColumn:
        return DraftColumn(name, "", (Expression(sql, Origin.PATTERN),))

    return Draft(
        "t", BEFORE, BEFORE, (one("a", "p.A"), one("b", "trim(p.B)"), one("c", "CAST(NULL AS VARCHAR)"))
    )


def test_layout_and_case_are_no_change() -> None:
    found = returned_sql(BEFORE, BEFORE.replace("select", "SELECT\n  ").replace("p.B", "P.b"), draft())
    assert found.columns == () and found.around == ()


def test_a_changed_column_is_placed() -> None:
    found = returned_sql(BEFORE, BEFORE.replace("trim(p.B)", "upper(p.B)"), draft())
    assert [(c.name, c.sql, c.is_placed) for c in found.columns] == [("b", "UPPER(p.B)", True)]


def test_an_empty_column_is_filled() -> None:
    found = returned_sql(BEFORE, BEFORE.replace("cast(null as VARCHAR)", "p.A || 'x'"), draft())
    assert [(c.name, c.is_placed) for c in found.columns] == [("c", True)]


@pytest.mark.parametrize(
    ("after", "parts"),
    [
        (BEFORE.replace("from P as p", "from P as p left join Q as q on q.A = p.A"), 1),
        (BEFORE.replace("> 1", "> 2"), 1),
        (f"with x as (select 1 as z) {BEFORE} order by 1", 2),
        (BEFORE.replace(", trim(p.B) as b", ""), 1),
    ],
)
def test_what_else_was_changed_is_told(after: str, parts: int) -> None:
    found = returned_sql(BEFORE, after, draft())
    assert found.columns == () and len(found.around) == parts


def test_a_column_made_in_steps_or_unknown_is_not_placed() -> None:
    wrapped = "select s.b as b, p.A as a, cast(null as VARCHAR) as c from P as p where p.A > 1"
    found = returned_sql(wrapped, wrapped.replace("s.b as b", "lower(s.b) as b, 1 as d"), draft())
    assert [(c.name, c.is_placed) for c in found.columns] == [("b", False), ("d", False)]


def test_what_is_no_query_is_refused() -> None:
    with pytest.raises(SignoffError):
        returned_sql(BEFORE, "drop table P", draft())

"""Windows over all parts of a union, and those that no window over the target's own columns stands behind."""

from __future__ import annotations

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import DraftColumn
from signoff.core.merge.likely.listed_orders import listed_orders
from signoff.core.merge.whole_windows import put_together, windows_of_all


def _column(name: str, *sql: str, origin: Origin = Origin.PATTERN) -> DraftColumn:
    return DraftColumn(name, "INTEGER", tuple(Expression(each, origin) for each in sql))


KEY, DAY, NET = _column("k", "a.x", "upper(b.y)"), _column("d", "a.d", "b.e"), _column("n", "a.n", "-b.n")
FIRST = "sum(a.n) over (partition by a.x order by a.d)"


def test_one_window_runs_through_all_parts() -> None:
    total = _column("r", FIRST, "sum(-b.n) over (partition by upper(b.y) order by b.e)")
    found = windows_of_all([KEY, DAY, NET, total])
    assert found == {"r": "sum(all_parts.n) over (partition by all_parts.k order by all_parts.d)"}
    sql = put_together(["k", "d", "n", "r"], found, "select 1\n\nunion all\n\nselect 2\n")
    assert sql.startswith("select\n    all_parts.k as k,")
    assert sql.endswith(") as all_parts\n")


def test_windows_of_the_parts_that_differ_stay() -> None:
    other_order = _column("r", FIRST, "sum(-b.n) over (partition by upper(b.y) order by b.n)")
    hidden = _column("r", FIRST, "sum(-b.n) over (partition by b.z order by b.e)")
    open_yet = _column("r", FIRST, "", origin=Origin.UNRESOLVED)
    for column in (other_order, hidden, open_yet):
        assert windows_of_all([KEY, DAY, NET, column]) == {}


def test_one_part_keeps_its_window() -> None:
    assert windows_of_all([_column("k", "a.x"), _column("r", "sum(a.x) over (order by a.x)")]) == {}


def test_every_column_of_a_told_order_counts() -> None:
    names = ("d", "src", "id", "line")
    assert listed_orders("running total of n per k in the order d, src, id (as text), line", names) == [
        "d",
        "src",
        "cast(id as varchar)",
        "line",
    ]
    assert listed_orders("ordered by d desc, line", names) == ["d desc", "line"]
    assert listed_orders("running total in the order d, unknown", names) == []
    assert listed_orders("in the order d, src (as written in the ledger)", names) == []
    assert listed_orders("running total of n per k", names) is None

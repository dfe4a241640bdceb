"""Filters on columns that the target itself works out: in place where all is clear, left open where it is not."""

from __future__ import annotations

from collections.abc import Sequence

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, DraftColumn, JoinKind, Plan, Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    TargetMapping,
)
from signoff.core.merge.computed_before import value_computed_before
from signoff.core.pipeline.own_filters import with_own_filters

RENTS = SourceTable(
    "rents",
    tuple(SourceColumn(n, k) for n, k in (("flat_no", "INTEGER"), ("month_on", "DATE"), ("rent", "INTEGER"))),
)
LAG = "lag(r.rent) over (partition by r.flat_no order by r.month_on)"
MADE = {
    "flat_no": "r.flat_no",
    "month_on": "r.month_on",
    "rent_eur": "r.rent * 2",
    "previous_rent": LAG,
    "rent_change": f"r.rent - {LAG}",
    "rents": "sum(r.rent)",
}


def _column(name: str, rule: str = "", key: bool = False) -> ColumnMapping:
    refs = (SourceRef("rents", name),) if not rule else ()
    return ColumnMapping("rent_changes", name, "INTEGER", refs, rule, key=key)


def _target(*more: ColumnMapping) -> TargetMapping:
    columns = (
        _column("flat_no", key=True),
        _column("month_on", key=True),
        _column("rent_eur", "twice the rent"),
        _column("previous_rent", "rent of the row before"),
        _column("rent_change", "rent - previous_rent"),
        _column("rents", "sum of all"),
    )
    return TargetMapping("rent_changes", (*columns, *more))


def _filtered(text: str, *more: ColumnMapping, join: JoinKind = JoinKind.LEFT) -> Plan:
    relations = (
        Relation("rents", "r", JoinKind.DRIVING),
        Relation("flats", "f", join, Condition("", "f.flat_no = r.flat_no")),
    )
    section = SectionPlan("", relations, unresolved=(Condition(text),))
    told = Finding("D206", Severity.ERROR, say("merge.filter_not_understood"), None, "rent_changes")
    plan = Plan("rent_changes", (section,), findings=(told,))

    def resolve(name: str, before: Sequence[DraftColumn]) -> DraftColumn:
        return DraftColumn(name, "INTEGER", (Expression(MADE[name], Origin.PATTERN),))

    return with_own_filters(plan, _target(*more), Schema((RENTS,)), lambda known: resolve)


def test_a_filter_on_a_value_of_the_row_is_a_filter() -> None:
    plan = _filtered("rent_eur > 100")
    assert [c.sql for c in plan.sections[0].filters] == ["(r.rent * 2) > 100"]
    assert not plan.findings
    assert not plan.sections[0].unresolved


def test_what_looks_at_other_rows_is_worked_out_before_rows_are_left_out() -> None:
    section = _filtered("rent_change <> 0").sections[0]
    first = section.relations[0]
    assert [c.name for c in first.carries if not c.table] == ["previous_rent", "rent_change"]
    assert first.subquery.endswith(f"qualify r.rent - ({LAG}) <> 0") or first.subquery.endswith(
        f"qualify (r.rent - {LAG}) <> 0"
    )
    value = value_computed_before(_column("previous_rent", "rent of the row before"), section)
    assert value is not None
    assert value.sql == "r.previous_rent"
    assert value_computed_before(_column("rent_eur", "twice the rent"), section) is None


def test_numbers_of_the_targets_own_rows_are_of_those_that_stay() -> None:
    number = _column("change_no", "1, 2, 3 … for the changes of a flat in order of month_on")
    assert _filtered("rent_change <> 0", number).sections[0].relations[0].subquery


def test_numbers_of_other_rows_leave_the_filter_open() -> None:
    number = _column("row_no", "running number of the months of the flat")
    assert _filtered("rent_change <> 0", number).sections[0].unresolved


def test_a_join_that_drops_rows_leaves_it_open() -> None:
    assert _filtered("rent_change <> 0", join=JoinKind.INNER).sections[0].unresolved


def test_sums_and_names_of_nothing_leave_it_open() -> None:
    assert _filtered("rents > 3").sections[0].unresolved
    assert _filtered("rent_change <> other").sections[0].unresolved
    assert _filtered("rent changes a lot").sections[0].unresolved

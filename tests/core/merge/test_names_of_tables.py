"""Letters, views and functions that stand where a document should name a table or a column."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    Step,
    StepKind,
    TargetMapping,
)
from signoff.core.merge.initials import with_initials_named
from signoff.core.merge.unnamed_columns import with_columns_of_rules
from signoff.core.merge.views import with_tables_for_views


def table(name: str, *columns: str) -> SourceTable:
    return SourceTable(name, tuple(SourceColumn(column, "VARCHAR") for column in columns))


SCHEMA = Schema(
    (
        table("fact_visit", "visit_id", "clinic_id", "fee"),
        table("dim_clinic", "clinic_id", "name"),
        table("dim_country", "country_id", "name"),
    )
)


def mapped(rule: str, *sources: SourceRef, tables: tuple[str, ...] = (), name: str = "made") -> ColumnMapping:
    return ColumnMapping("visits", name, "VARCHAR", sources, rule, rule_resolved=rule, source_tables=tables)


def target(*columns: ColumnMapping, steps: tuple[Step, ...] = ()) -> TargetMapping:
    return TargetMapping("visits", columns, steps)


def test_letters_become_the_one_table_they_shorten() -> None:
    step = Step("visits", 1, StepKind.LEFT_JOIN, table="dim_clinic", condition="dc.clinic_id = fv.clinic_id")
    read = with_initials_named(
        target(mapped("fv.fee * 2", SourceRef("fact_visit", "fee")), steps=(step,)), SCHEMA
    )
    assert read.steps[0].condition == "dim_clinic.clinic_id = fact_visit.clinic_id"
    assert read.columns[0].rule_resolved == "fact_visit.fee * 2"
    assert read.columns[0].rule == "fv.fee * 2"


@pytest.mark.parametrize(
    "condition",
    [
        "dc.name = 'x'",  # two tables begin so and have the column
        "dc.phone = 'x'",  # neither has it
        "zz.clinic_id = 1",
        "'dc.clinic_id' = 'x'",
    ],
)
def test_letters_that_fit_none_or_several_tables_stay(condition: str) -> None:
    steps = (
        Step("visits", 1, StepKind.LEFT_JOIN, table="dim_clinic", condition=condition),
        Step("visits", 2, StepKind.LEFT_JOIN, table="dim_country"),
    )
    assert with_initials_named(target(steps=steps), SCHEMA).steps == steps


@pytest.mark.parametrize(
    ("said", "read"),
    [("v_dim_clinic", "dim_clinic"), ("stage.dim_clinic_vw", "dim_clinic"), ("v_unknown", "v_unknown")],
)
def test_a_view_that_is_not_there_is_read_as_its_table(said: str, read: str) -> None:
    step = Step("visits", 1, StepKind.DRIVING, table=said)
    assert with_tables_for_views(target(steps=(step,)), SCHEMA).steps[0].table == read


@pytest.mark.parametrize(
    ("column", "sources"),
    [
        (mapped("COUNT(DISTINCT visit_id) GROUP BY clinic_id", tables=("fact_visit",)), ("visit_id",)),
        (mapped("COUNT(*) GROUP BY clinic_id", tables=("fact_visit",)), ("clinic_id",)),
        (mapped("`MIN(fee)` per clinic", SourceRef("", "fact_visit")), ("fee",)),
        (mapped("Primary key", SourceRef("", "fact_visit"), name="visit_id"), ("visit_id",)),
        (mapped("the fee of the visit", tables=("fact_visit",)), ()),
        (mapped("COUNT(DISTINCT 'fee')", tables=("fact_visit",)), ()),
    ],
)
def test_columns_of_a_named_table_are_those_in_the_rule(
    column: ColumnMapping, sources: tuple[str, ...]
) -> None:
    read = with_columns_of_rules(target(column), SCHEMA).columns[0]
    assert tuple(ref.column for ref in read.sources if ref.table) == sources

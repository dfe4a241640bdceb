"""Tables that are counted each by itself: how they are joined, and which rows the words of a rule count."""

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
from signoff.core.merge.counts_apart import with_counts_apart


def _table(name: str, **columns: str) -> SourceTable:
    return SourceTable(name, tuple(SourceColumn(c, kind) for c, kind in columns.items()))


SCHEMA = Schema(
    (
        _table("ward", ward_id="INTEGER"),
        _table(
            "stay",
            stay_id="INTEGER",
            ward_id="INTEGER",
            is_planned="BOOLEAN",
            status="VARCHAR",
            bill_id="INTEGER",
        ),
        _table("stay_cost", stay_id="INTEGER", visit_count="BIGINT"),
        _table(
            "bed",
            ward_id="INTEGER",
            is_icu="BOOLEAN",
            is_open="BOOLEAN",
            state_cd="VARCHAR",
            room_nm="VARCHAR",
        ),
    )
)
NOTE = (
    "Base: ward. Counted separately per ward_id and then put together: stay (with stay_cost on stay_id), bed."
)


def _made(rule: str, source: str = "stay.status", note: str = NOTE) -> TargetMapping:
    column = ColumnMapping("wards", "figure", "BIGINT", (SourceRef(*source.split(".")),), rule)
    steps = (Step("wards", 1, StepKind.NOTE, condition=note),)
    return with_counts_apart(TargetMapping("wards", (column,), steps=steps, any_case=("o", "c")), SCHEMA)


def _sql(rule: str, source: str = "stay.status") -> str:
    (column,) = _made(rule, source).columns
    said = column.rule_resolved.removeprefix("coalesce(count(").removesuffix("), 0)")
    return said.removeprefix("case when ").removesuffix(" then 1 end")


def test_each_table_is_a_join_that_is_grouped_first() -> None:
    steps = _made("stays").steps
    assert [(s.kind.value, s.table, s.condition) for s in steps] == [
        ("driving table", "ward", ""),
        (
            "left join",
            "stay",
            "stay.ward_id = ward.ward_id; left joined with stay_cost (stay_id), grouped by ward_id first",
        ),
        ("left join", "bed", "bed.ward_id = ward.ward_id; grouped by ward_id first"),
    ]


@pytest.mark.parametrize(
    ("rule", "source", "sql"),
    [
        (
            "stays that are not planned, status closed",
            "stay.status",
            "stay.is_planned is not true and stay.status = 'closed'",
        ),
        (
            "no planned ones, status closed",
            "stay.status",
            "stay.is_planned is not true and stay.status = 'closed'",
        ),
        (
            "planned stays with status closed",
            "stay.status",
            "stay.is_planned = true and stay.status = 'closed'",
        ),
        (
            "number of stays with status 'closed' or 'gone'",
            "stay.status",
            "stay.status in ('closed', 'gone')",
        ),
        (
            "stays with at least one visit, planned or not",
            "stay_cost.visit_count",
            "stay_cost.visit_count >= 1",
        ),
        ("stays that have a bill in bill_id", "stay.bill_id", "stay.bill_id is not null"),
        ("beds with state O", "bed.state_cd", "lower(bed.state_cd) = 'o'"),
        ("beds with state X", "bed.state_cd", "bed.state_cd = 'X'"),
        ("open beds with is_icu = true", "bed.is_icu", "bed.is_open = true and bed.is_icu = true"),
        (
            "number of different rooms of the open beds; upper/lower case makes no difference",
            "bed.room_nm",
            "distinct case when bed.is_open = true then lower(bed.room_nm) end",
        ),
    ],
)
def test_rows_are_named_by_their_nouns_flags_and_codes(rule: str, source: str, sql: str) -> None:
    assert _sql(rule, source) == sql


@pytest.mark.parametrize(
    "rule",
    [
        "stays with status closed unless planned again",
        "stays of last year",
        "stays with at least one nurse",
        "beds with status closed",
        "status closed",
        "longest stay",
    ],
)
def test_a_rule_with_a_word_left_over_stays_as_it_is(rule: str) -> None:
    (column,) = _made(rule).columns
    assert not column.rule_resolved


@pytest.mark.parametrize(
    "note",
    [
        "Base: ward. Counted separately per ward_id and then put together: stay (in summer only), bed.",
        "Base: ward. Counted separately per floor and then put together: stay, bed.",
        "Base: ward. Stays and beds are counted.",
    ],
)
def test_tables_that_are_not_told_wholly_are_not_joined(note: str) -> None:
    assert [s.kind for s in _made("stays", note=note).steps] == [StepKind.NOTE]


def test_what_limits_the_rows_of_a_table_stays_a_note() -> None:
    steps = _made("stays", note=f"{NOTE} Of bed only rows with is_open = true.").steps
    assert steps[-1].condition == "Of bed only rows with is_open = true"

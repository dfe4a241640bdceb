"""Joins that one paragraph tells behind the roles of their tables: which are made, of which kind, under which name."""

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
from signoff.core.merge.joined_lines.roles import with_roles_told


def _table(name: str, *columns: str) -> SourceTable:
    return SourceTable(name, tuple(SourceColumn(c, "INTEGER") for c in columns))


SCHEMA = Schema(
    (
        _table("visit", "visit_id", "ward_id", "clerk_person_id"),
        _table("visit_staff", "visit_id", "person_id", "rate_id"),
        _table("person", "person_id", "full_name"),
        _table("ward", "ward_id", "ward_name"),
        _table("bed", "bed_id", "ward_id"),
    )
)
SOURCES = (
    ("nurse_name", "person.full_name", "of the nurse"),
    ("clerk_name", "person.full_name", "of the clerk"),
    ("ward_name", "ward.ward_name", ""),
    ("staff_id", "visit_staff.person_id", ""),
)


def _target(*notes: str, sources: tuple[tuple[str, str, str], ...] = SOURCES) -> TargetMapping:
    columns = tuple(
        ColumnMapping("visits", name, "VARCHAR", (SourceRef(*ref.split(".")),), rule)
        for name, ref, rule in sources
    )
    steps = tuple(Step("visits", n, StepKind.NOTE, condition=text) for n, text in enumerate(notes, 1))
    return TargetMapping("visits", columns, steps=steps)


def _joins(target: TargetMapping) -> list[tuple[str, str, str, str]]:
    made, _ = with_roles_told(target, SCHEMA)
    return [(s.kind.value, s.table, s.alias, s.condition) for s in made.steps if s.kind is not StepKind.NOTE]


BASE = "Base: visit joined to visit_staff on visit_id."
ROLES = "Nurse: person on visit_staff.person_id; clerk: person on clerk_person_id. Ward: ward on ward_id."


def test_a_table_in_two_roles_is_joined_once_for_each_and_a_kind_is_said_once() -> None:
    assert _joins(_target(f"{BASE} {ROLES} Only the staff is mandatory.")) == [
        ("driving table", "visit", "", ""),
        ("inner join", "visit_staff", "", "visit.visit_id = visit_staff.visit_id"),
        ("left join", "person", "nurse", "visit_staff.person_id = nurse.person_id"),
        ("left join", "person", "clerk", "visit.clerk_person_id = clerk.person_id"),
        ("left join", "ward", "", "visit.ward_id = ward.ward_id"),
    ]


@pytest.mark.parametrize(
    ("kinds", "ward"),
    [
        ("All of these are optional joins.", "left join"),
        ("All joins are left joins.", "left join"),
        ("None of these may lose rows.", "left join"),
        ("All but the ward are optional.", "inner join"),
        ("The ward is mandatory.", "inner join"),
        ("Everything else is optional.", "left join"),
    ],
)
def test_the_kind_of_joins_may_be_said_for_all_or_for_one(kinds: str, ward: str) -> None:
    found = _joins(_target(f"{BASE} {ROLES} {kinds}"))
    assert [kind for kind, table, *_ in found if table == "ward"] == [ward]


@pytest.mark.parametrize(
    "further",
    [
        "Bed: bed on ward_id, only in summer.",
        "Bed: bed on ward_id (unless it is closed).",
        "Bed: bed on shelf_no.",
        "Only the garden is mandatory.",
    ],
)
def test_a_join_with_a_limit_that_is_not_understood_leaves_the_paragraph_unread(further: str) -> None:
    assert _joins(_target(f"{BASE} {ROLES} {further}")) == []


def test_what_else_is_said_stays_a_note() -> None:
    made, _ = with_roles_told(_target(f"{BASE} {ROLES} Visits of today are not taken."), SCHEMA)
    assert [s.condition for s in made.steps if s.kind is StepKind.NOTE] == ["Visits of today are not taken"]


def test_a_table_of_which_values_over_many_rows_are_taken_is_not_joined() -> None:
    sources = (*SOURCES, ("beds", "bed.bed_id", "all beds of the ward, separated by comma"))
    found = _joins(_target(f"{BASE} {ROLES} Beds: bed on ward_id.", sources=sources))
    assert "bed" not in [table for _, table, *_ in found] and "ward" in [table for _, table, *_ in found]


def test_brackets_say_that_rows_without_a_partner_stay() -> None:
    text = "Base: visit. Ward: ward on ward_id (a deleted ward is not found, the visit stays)."
    found = _joins(_target(text, sources=SOURCES[2:3]))
    assert found[1:] == [("left join", "ward", "", "visit.ward_id = ward.ward_id")]

"""Columns found by a key that the rule names; flags and codes told beside a rule; lines on one part of a union."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import Scope, ScopeColumn
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
from signoff.core.merge.codes_alike import with_codes_alike
from signoff.core.merge.flags_told import with_flags_told
from signoff.core.merge.found_in import with_found_in
from signoff.core.merge.keyed_columns import with_keyed_columns
from signoff.core.merge.part_labels import with_part_labels

_SCHEMA = Schema(
    (
        SourceTable(
            "ticket",
            tuple(SourceColumn(n, "BIGINT") for n in ("id", "owner_id", "helper_id")),
            ("id",),
        ),
        SourceTable(
            "person",
            (
                SourceColumn("person_id", "BIGINT"),
                SourceColumn("full_name", "VARCHAR"),
                SourceColumn("is_staff", "VARCHAR", told="Y for agents, all others N"),
            ),
        ),
    )
)


def _rule(rule: str, note: str = "", column: str = "full_name") -> str:
    mapping = ColumnMapping("t", "c", sources=(SourceRef("person", column),), rule=rule, note=note)
    start = Step("t", 1, StepKind.DRIVING, table="ticket")
    found = with_keyed_columns(TargetMapping("t", (mapping,), (start,)), _SCHEMA).columns[0]
    return found.rule_resolved


@pytest.mark.parametrize(
    ("rule", "note"),
    [
        ("of owner_id; not found = Nobody here", ""),
        ("by owner_id; none or unknown = Nobody here", ""),
        ("name of the person in owner_id", "nobody / not found: Nobody here"),
        ("of owner_id; otherwise Nobody here", ""),
    ],
)
def test_a_key_beside_a_value_is_a_lookup(rule: str, note: str) -> None:
    wanted = "look up full_name in person by owner_id = person_id; if not found 'Nobody here'"
    assert _rule(rule, note) == wanted


def test_a_flag_of_another_table_is_its_value() -> None:
    rule = "Y if the helper (helper_id) is staff, else N"
    assert _rule(rule, "not found: N", "is_staff").endswith("if not found 'N'")
    assert _rule(rule, "not found: Y", "is_staff") == ""


@pytest.mark.parametrize(
    ("rule", "note"),
    [
        ("of owner_id; not found = Nobody unless it is closed", ""),
        ("of owner_id", "only if the person is active"),
        ("latest of owner_id", ""),
        ("of nobody_id; not found = X", ""),
        ("of owner_id if open; not found = X", ""),
    ],
)
def test_what_limits_a_lookup_leaves_it_unread(rule: str, note: str) -> None:
    assert _rule(rule, note) == ""


def test_a_missing_flag_is_what_the_note_says() -> None:
    scope = Scope((ScopeColumn("u", "u", SourceColumn("active", "BOOLEAN"), True),))
    sql = "case when u.active then 'Y' else 'N' end"
    assert "coalesce(u.active, false)" in with_flags_told(sql, "active empty = not active", scope).lower()
    assert with_flags_told(sql, "active empty = ask the desk", scope) == sql


def test_codes_are_compared_alike() -> None:
    made = with_codes_alike("u.role in ('Agent', 'admin') and u.day = '2025-01-01'", trims=True).lower()
    assert "lower(trim(u.role)) in ('agent', 'admin')" in made
    assert "u.day = '2025-01-01'" in made


def test_lines_on_one_part_are_steps_of_it() -> None:
    text = "For B: only chats. The owner of a chat is found in person over person_id; chats without text are left out"
    steps = (
        Step("t", 1, StepKind.DRIVING, "A", "ticket"),
        Step("t", 2, StepKind.UNION_ALL, "B"),
        Step("t", 3, StepKind.DRIVING, "B", "chat"),
        Step("t", 4, StepKind.NOTE, condition=text),
        Step("t", 5, StepKind.NOTE, condition="For C: only calls"),
    )
    found = with_found_in(with_part_labels(TargetMapping("t", (), steps)), _SCHEMA).steps[3:]
    assert [(s.kind, s.section) for s in found] == [
        (StepKind.FILTER, "B"),
        (StepKind.INNER_JOIN, "B"),
        (StepKind.FILTER, "B"),
        (StepKind.NOTE, ""),
    ]
    assert (found[1].table, found[1].condition) == ("person", "person_id")

"""What one rule may use."""

from __future__ import annotations

from signoff.core.domain.expressions import Scope
from signoff.core.domain.plan import Condition, JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema, SourceColumn, SourceRef, SourceTable
from signoff.core.merge.scoping import scope_for, scope_for_condition


def table(name: str, columns: str) -> SourceTable:
    return SourceTable(name, tuple(SourceColumn(c, "VARCHAR") for c in columns.split()))


SCHEMA = Schema((table("customer", "id name birth_date is_active"), table("address", "id city name")))
SECTION = SectionPlan(
    "",
    (
        Relation("customer", "c", JoinKind.DRIVING),
        Relation("address", "home", JoinKind.LEFT, Condition("", "home.id = c.id")),
        Relation("address", "work", JoinKind.LEFT, Condition("", "work.id = c.id")),
    ),
)


def scope(rule: str, *sources: str, name: str = "x") -> Scope:
    refs = tuple(SourceRef(*s.rpartition(".")[::2]) for s in sources)
    return scope_for(SECTION, ColumnMapping("t", name, sources=refs, rule=rule), SCHEMA, target_type="DATE")


def test_sources_come_first_then_what_the_text_names() -> None:
    found = scope("if the birth date is missing then NAME", "dbo.Customer.id")

    assert [c.sql for c in found.columns] == ["c.id", "c.name", "c.birth_date"]
    assert [c.named_only for c in found.columns] == [False, True, True]
    assert found.target_type == "DATE"


def test_the_alias_tells_two_roles_apart() -> None:
    assert [c.sql for c in scope("", "work.city").sources] == ["work.city"]


def test_words_of_the_target_column_tell_two_roles_apart() -> None:
    found = scope("", "address.city", name="work_city")

    assert [c.sql for c in found.sources] == ["work.city"]
    assert [(f.code, f.severity) for f in found.findings] == [("D209", "warning")]


def test_what_stays_open_bars_sign_off() -> None:
    found = scope("", "address.city", name="city")

    assert [(f.code, f.severity) for f in found.findings] == [("D209", "error")]


def test_a_missing_column_and_a_missing_table_are_findings() -> None:
    found = scope("", "customer.nothing", "nowhere.id")

    assert [f.code for f in found.findings] == ["D208", "D210"]
    assert not found.sources


def test_without_sources_the_text_alone_counts() -> None:
    found = scope("take home.city, or work.city")

    assert {c.sql for c in found.columns} == {"home.city", "work.city"}
    assert all(c.named_only for c in found.columns)


def test_a_condition_sees_every_column_named_ones_first() -> None:
    found = scope_for_condition(SECTION.relations, SCHEMA, "only active: is_active is true")

    assert found.columns[0].sql == "c.is_active"
    assert len(found.columns) == 10
    assert found.condition

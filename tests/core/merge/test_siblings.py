"""Names that the target's own columns give to source columns."""

from __future__ import annotations

import pytest

from signoff.core.domain.plan import JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema, SourceColumn, SourceRef, SourceTable
from signoff.core.merge.scoping import scope_for
from signoff.core.merge.siblings import siblings_of

_SCHEMA = Schema(
    (SourceTable("FILIALE", (SourceColumn("FIL_NR", "INTEGER"), SourceColumn("UEBER_NR", "INTEGER"))),)
)
_TWICE = SectionPlan(
    "",
    (
        Relation("FILIALE", "FILIALE", JoinKind.DRIVING),
        Relation("FILIALE", "FILIALE_2", JoinKind.LEFT),
    ),
)
_ONCE = SectionPlan("", _TWICE.relations[:1])


@pytest.mark.parametrize("rule", ["", "1:1", "direct", "Direct Mapping", "as is", "direct move."])
def test_a_column_taken_over_as_it_is_lends_its_name(rule: str) -> None:
    row = ColumnMapping("dim_branch", "branch_no", sources=(SourceRef("FILIALE", "FIL_NR"),), rule=rule)
    names = siblings_of(_ONCE, [row], "other", _SCHEMA)
    assert [(name, column.sql) for name, column in names] == [("branch_no", "FILIALE.FIL_NR")]


@pytest.mark.parametrize("rule", ["plus 1", "1:1, blank becomes NULL", "direct if filled"])
def test_a_column_that_is_changed_lends_none(rule: str) -> None:
    row = ColumnMapping("dim_branch", "branch_no", sources=(SourceRef("FILIALE", "FIL_NR"),), rule=rule)
    assert siblings_of(_ONCE, [row], "other", _SCHEMA) == ()


def test_a_column_is_not_its_own_sibling() -> None:
    row = ColumnMapping("dim_branch", "branch_no", sources=(SourceRef("FILIALE", "FIL_NR"),))
    assert siblings_of(_ONCE, [row], "branch_no", _SCHEMA) == ()


def test_a_name_in_a_rule_without_sources_means_the_first_role_of_its_table() -> None:
    rule = ColumnMapping("dim_branch", "branch_sk", rule="running number in the order of FIL_NR")
    assert [c.sql for c in scope_for(_TWICE, rule, _SCHEMA).columns] == ["FILIALE.FIL_NR"]

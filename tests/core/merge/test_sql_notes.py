"""Clauses of SQL and lists of tables that stand as lines above a grid, taken as steps."""

from __future__ import annotations

import pytest

from signoff.core.domain.plan import JoinKind
from signoff.core.domain.spec import ColumnMapping, SourceRef, Step, StepKind, TargetMapping
from signoff.core.merge.planning import plan_target
from signoff.core.merge.sql_notes import sql_relation, with_sql_notes
from tests.core.merge.cases import schema_of

SCHEMA = schema_of(
    {
        "tables": {
            "visits": "visit_no INTEGER key, pat_no INTEGER, state VARCHAR, began DATE",
            "patients": "pat_no INTEGER key, name VARCHAR",
            "bills": "bill_no INTEGER key, visit_no INTEGER, amount DOUBLE, void VARCHAR",
        }
    }
)
Told = tuple[str, str, str, str]


def told(*notes: str) -> list[Told]:
    """Kind, table, alias and condition of the steps that notes become."""
    steps = tuple(Step("result", n, StepKind.NOTE, condition=text) for n, text in enumerate(notes))
    columns = (ColumnMapping("result", "no", "INTEGER", sources=(SourceRef("visits", "visit_no"),)),)
    made = with_sql_notes(TargetMapping("result", columns, steps), SCHEMA)
    return [(s.kind.value, s.table, s.alias, s.condition) for s in made.steps]


def test_lines_of_sql_are_steps_and_an_alias_nobody_gives_is_found_by_its_columns() -> None:
    assert told(
        "JOIN patients p ON p.pat_no = v.pat_no",
        "Scope: WHERE v.began IS NOT NULL AND v.state is not 'X' (cancelled). Open visits are in scope",
    ) == [
        ("driving table", "visits", "v", ""),
        ("inner join", "patients", "p", "p.pat_no = v.pat_no"),
        ("filter", "", "", "NOT v.began IS NULL"),
        ("filter", "", "", "v.state IS DISTINCT FROM 'X'"),
        ("note", "", "", "Open visits are in scope"),
    ]


def test_a_subquery_is_a_relation_of_its_own_and_its_table_is_not_joined_again() -> None:
    line = (
        "LEFT JOIN (select visit_no, sum(amount) as billed from bills where void is null group by visit_no) b "
        "ON b.visit_no = v.visit_no"
    )
    steps = (
        Step("result", 1, StepKind.NOTE, condition="FROM visits v"),
        Step("result", 2, StepKind.NOTE, condition=line),
    )
    columns = (
        ColumnMapping("result", "no", "INTEGER", sources=(SourceRef("visits", "visit_no"),)),
        ColumnMapping("result", "billed", "DOUBLE", sources=(SourceRef("bills", "amount"),), rule="b.billed"),
    )
    plan = plan_target(TargetMapping("result", columns, steps), SCHEMA, resolve=lambda text, scope: None)
    (section,) = plan.sections
    assert [(r.alias, r.join) for r in section.relations] == [("v", JoinKind.DRIVING), ("b", JoinKind.LEFT)]
    assert "GROUP BY" in section.relations[1].subquery
    assert [c.name for c in section.relations[1].carries] == ["visit_no", "billed"]


@pytest.mark.parametrize(
    "line",
    [
        "JOIN nowhere n ON n.pat_no = v.pat_no",
        "join the two lists by hand",
        "WHERE the ward says so",
        "from the ward's own list, on paper",
        "and more of it",
    ],
)
def test_what_is_no_clause_over_known_tables_stays_a_note(line: str) -> None:
    assert told(line) == [("note", "", "", line)]


def test_tables_are_listed_with_how_each_is_joined() -> None:
    listed = "from visits, patients left joined on pat_no, bills inner joined on visit_no (total them first)"
    assert told(listed) == [
        ("driving table", "visits", "", ""),
        ("left join", "patients", "", "pat_no"),
        ("inner join", "bills", "", "visit_no; summed per visit_no"),
    ]


def test_tables_are_told_sentence_by_sentence() -> None:
    sentences = (
        "visits with patients on pat_no (inner). bills on visit_no + bill_no, left, summed before joining."
    )
    assert told(sentences) == [
        ("driving table", "visits", "", ""),
        ("inner join", "patients", "", "pat_no"),
        ("left join", "bills", "", "visit_no and bill_no; summed per visit_no and bill_no"),
    ]


@pytest.mark.parametrize(
    "text",
    ["select * from bills", "select nothing from bills", "select visit_no from nowhere", "visits by number"],
)
def test_what_is_no_select_over_known_columns_is_no_relation(text: str) -> None:
    assert sql_relation("b", text, SCHEMA) is None


def test_a_table_beside_made_rows_is_joined_and_put_together_for_each_of_them() -> None:
    assert told(
        "grain: one row per day, every day from 2025-03-01 to 2025-03-10", "from visits on began = day"
    )[1:] == [("left join", "visits", "", "began = day"), ("group by", "", "", "day")]
    assert told("from visits on began = day") == [("note", "", "", "from visits on began = day")]

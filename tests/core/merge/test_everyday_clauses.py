"""Limits in several clauses, and rows that came first by a verb, in canonical words; others as they stand."""

from __future__ import annotations

import pytest

from signoff.core.domain.cells import Cell
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
from signoff.core.merge.everyday.restating import with_everyday_texts


def _table(name: str, **columns: str) -> SourceTable:
    return SourceTable(name, tuple(SourceColumn(n, t) for n, t in columns.items()))


SCHEMA = Schema(
    (
        _table("items", item_no="INTEGER", group_id="INTEGER", state="VARCHAR"),
        _table("groups", group_id="INTEGER", label="VARCHAR"),
        _table("calls", call_id="VARCHAR", began_at="TIMESTAMP", pages="INTEGER"),
    )
)


def _restated(table: str, text: str) -> str:
    first = next(t for t in SCHEMA.tables if t.name == table).columns[0].name
    columns = (ColumnMapping("t", "a", sources=(SourceRef(table, first),)),)
    steps = (Step("t", 1, StepKind.NOTE, condition=text, cell=Cell("map", 3, 2)),)
    return " ".join(
        s.condition for s in with_everyday_texts(TargetMapping("t", columns, steps), SCHEMA).steps
    )


@pytest.mark.parametrize(
    ("table", "text", "said"),
    [
        (
            "items",
            "An item only goes over if its group is still in the groups table, and if it was not scrapped (state S)",
            "Only rows where group_id is in groups.group_id. Leave out rows where items.state = 'S'",
        ),
        (
            "items",
            "We take over every item of a group that is in groups",
            "Only rows where group_id is in groups.group_id",
        ),
        (
            "items",
            "Blocked ones (state blocked, however it's capitalised) stay out; an item with no state at all is in",
            "Leave out rows where lower(items.state) = 'blocked'",
        ),
        (
            "calls",
            "A call_id can occur more than once: keep the one that began last",
            "Keep only the row with the highest began_at per call_id",
        ),
        (
            "calls",
            "A call_id can occur more than once: keep the one that began first, and if they began at the same time "
            "the one with more pages (a null pages loses)",
            "Keep only the row with the lowest began_at per call_id, ties go to the higher pages",
        ),
    ],
)
def test_sentences_in_canonical_words(table: str, text: str, said: str) -> None:
    assert _restated(table, text) == said


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("items", "An item only goes over if its label is nice"),
        ("items", "An item only goes over if it is in groups, and if the owner agrees"),
        ("items", "We take over every item of a group that is in groups unless it is scrapped"),
        ("calls", "A call_id can occur more than once: keep the one that somebody liked first"),
    ],
)
def test_a_clause_that_is_not_understood_leaves_the_sentence(table: str, text: str) -> None:
    assert _restated(table, text) == text

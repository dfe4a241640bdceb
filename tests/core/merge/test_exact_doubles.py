"""Notes that rows equal in every column count once."""

from __future__ import annotations

import pytest

from signoff.core.domain.plan import Condition
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
from signoff.core.merge.exact_doubles import says_doubles
from signoff.core.merge.planning import plan_target

SCHEMA = Schema(
    (
        SourceTable("CRM_KONTAKT", (SourceColumn("CRM_ID", "INTEGER"), SourceColumn("NAME", "VARCHAR"))),
        SourceTable("KONTO", (SourceColumn("KTO_NR", "INTEGER"), SourceColumn("CRM_ID", "INTEGER"))),
    )
)


def subqueries(note: str) -> list[str]:
    """What is read in place of each table."""
    row = ColumnMapping("t", "crm_id", sources=(SourceRef("CRM_KONTAKT", "CRM_ID"),))
    target = TargetMapping("t", (row,), (Step("t", 1, StepKind.NOTE, condition=note),))
    plan = plan_target(target, SCHEMA, resolve=lambda text, scope: Condition(text) if not text else None)
    return [" ".join(r.subquery.split()) for r in plan.sections[0].relations]


@pytest.mark.parametrize(
    "note",
    [
        "CRM has delivered some records twice, identical in all fields. Count them once.",
        "CRM_KONTAKT holds exact duplicates; take them only once",
        "Some lines of CRM_KONTAKT were sent twice (all columns equal), they count once",
        "CRM_KONTAKT comes with doubles that are exactly the same: use only one of them",
    ],
)
def test_a_table_is_read_without_its_doubles(note: str) -> None:
    assert subqueries(note) == ["select distinct * from CRM_KONTAKT"]


@pytest.mark.parametrize(
    "text",
    [
        "CRM has delivered some records twice.",
        "Identical names are possible.",
        "Exact duplicates are not removed.",
        "Of several records of a customer the latest counts, the older ones are dropped.",
    ],
)
def test_other_texts_say_no_such_thing(text: str) -> None:
    assert not says_doubles(text)

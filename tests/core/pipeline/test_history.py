"""End dates, current flags and values of the version before, in words."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.plan import JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema, SourceColumn, SourceRef, SourceTable
from signoff.core.pipeline.history import history_expression
from signoff.core.pipeline.places import Place

PAY = SourceTable(
    "pay",
    (SourceColumn("emp_id", "INTEGER"), SourceColumn("valid_on", "DATE"), SourceColumn("amount", "DOUBLE")),
)
ROWS = tuple(
    ColumnMapping("t", name, key=key, sources=(SourceRef("pay", name),))
    for name, key in (("emp_id", True), ("valid_on", True), ("amount", False))
)
WINDOW = "OVER (PARTITION BY pay.emp_id ORDER BY pay.valid_on)"
NEXT = f"CAST(lead(pay.valid_on) {WINDOW} - INTERVAL 1 DAY AS DATE)"
OPEN_END = f"coalesce({NEXT}, DATE '9999-12-31')"
FLAG = f"CASE WHEN lead(pay.valid_on) {WINDOW} IS NULL THEN 'Y' ELSE 'N' END"


@pytest.mark.parametrize(
    ("rule", "source", "sql"),
    [
        ("9999-12-31 while current, effective_date - 1 day when superseded", "valid_on", OPEN_END),
        (
            "31.12.9999 for the current record, otherwise the day before the next valid date",
            "valid_on",
            OPEN_END,
        ),
        ("next valid_on minus 1 day, else 9999-12-31", "valid_on", OPEN_END),
        ("null while open, valid_on - 1 day of the next record when superseded", "valid_on", NEXT),
        ("Y for the latest record of the employee else N", "", FLAG),
        ("Y if current, otherwise N", "", FLAG),
        ("Y for the current version, N for all others", "", FLAG),
        ("amount of the previous record of the same employee", "amount", f"lag(pay.amount) {WINDOW}"),
        ("value from the prior version", "amount", f"lag(pay.amount) {WINDOW}"),
        ("9999-12-31", "valid_on", None),
        ("Y if active, otherwise N", "", None),
        ("expire the old record and insert the updated one", "valid_on", None),
    ],
)
def test_columns_of_a_history(rule: str, source: str, sql: str | None) -> None:
    refs = (SourceRef("pay", source),) if source else ()
    mapping = ColumnMapping("t", "made", "VARCHAR", refs, rule, rule)
    section = SectionPlan("", (Relation("pay", "pay", JoinKind.DRIVING),))
    columns = tuple(ScopeColumn("pay", "pay", c, True) for c in PAY.columns if c.name == source)

    made = history_expression(
        mapping, (*ROWS, mapping), section, Schema((PAY,)), Scope(columns, "VARCHAR"), Place("t", "made")
    )

    assert (made.sql if made is not None else None) == sql
    assert made is None or [f.code for f in made.findings] == ["D13"]

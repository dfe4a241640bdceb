"""Rules in plain words: what they come to, and near misses that have no reading."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping, SourceColumn
from signoff.core.merge.likely.plainly.reading import likely_plain
from signoff.core.pipeline.likely_values import tools_for

_COLUMNS = {
    "birth_dt": "DATE",
    "adm_ts": "TIMESTAMP",
    "disch_ts": "TIMESTAMP",
    "fee": "DECIMAL(10,2)",
    "copay": "DECIMAL(10,2)",
    "stock_qty": "INTEGER",
    "min_qty": "INTEGER",
    "uom": "VARCHAR",
    "ward": "VARCHAR",
}


def _read(source: str, kind: str, rule: str) -> str:
    names = [source, *(name for name in _COLUMNS if name != source)]
    columns = tuple(
        ScopeColumn("t", "t", SourceColumn(name, _COLUMNS[name]), is_source=name == source) for name in names
    )
    mapping = ColumnMapping("target", "x", kind, rule=rule, rule_resolved=rule)
    return likely_plain(rule, tools_for(mapping, Scope(columns, target_type=kind)))


@pytest.mark.parametrize(
    ("source", "kind", "rule", "sql"),
    [
        ("stock_qty", "VARCHAR", "X if stock is below minimum", "CASE WHEN t.stock_qty < t.min_qty THEN 'X' END"),
        ("birth_dt", "INTEGER", "How old the patient was at admission", "date_sub('year', t.birth_dt, t.adm_ts)"),
        ("uom", "VARCHAR", "KGM = KG; all else unchanged", "CASE WHEN t.uom = 'KGM' THEN 'KG' ELSE t.uom END"),
        ("fee", "DECIMAL(10,2)", "fee minus copay, missing copay = 0", "t.fee - coalesce(t.copay, 0)"),
    ],
)  # fmt: skip
def test_what_a_rule_in_plain_words_comes_to(source: str, kind: str, rule: str, sql: str) -> None:
    assert _read(source, kind, rule) == sql


@pytest.mark.parametrize(
    ("source", "kind", "rule"),
    [
        ("fee", "DECIMAL(10,2)", "fee minus copay unless the manager objects"),
        ("fee", "DECIMAL(10,2)", "average fee minus copay"),
        ("fee", "DECIMAL(10,2)", "fee of the previous visit"),
        ("uom", "VARCHAR", "KGM = KG; ask the planner for the others"),
        ("adm_ts", "INTEGER", "working days between admission and discharge"),
        ("stock_qty", "VARCHAR", "X if stock is below what the planner wants"),
        ("ward", "VARCHAR", "the part after the hyphen, but only for surgical wards"),
    ],
)
def test_a_near_miss_has_no_reading(source: str, kind: str, rule: str) -> None:
    assert not _read(source, kind, rule)

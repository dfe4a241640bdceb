"""Source cells that name columns of the target itself."""

from __future__ import annotations

from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    TargetMapping,
)
from signoff.core.merge.own_sources import without_own_sources

_SCHEMA = Schema((SourceTable("sale", (SourceColumn("gross", "DECIMAL"), SourceColumn("paid_on", "DATE"))),))


def _told(*columns: ColumnMapping) -> list[tuple[SourceRef, ...]]:
    return [c.sources for c in without_own_sources(TargetMapping("money", columns), _SCHEMA).columns]


def test_a_column_of_the_target_is_no_source() -> None:
    gross = ColumnMapping("money", "gross_amount", sources=(SourceRef("sale", "gross"),), rule="/ 100")
    net = ColumnMapping(
        "money", "net_amount", sources=(SourceRef("", "gross_amount"),), rule="less 15 percent"
    )
    assert _told(gross, net) == [(SourceRef("sale", "gross"),), ()]


def test_a_column_that_a_source_has_too_stays() -> None:
    paid = ColumnMapping("money", "paid_on", sources=(SourceRef("sale", "paid_on"),), rule="date only")
    late = ColumnMapping("money", "is_late", sources=(SourceRef("", "paid_on"),), rule="after 2024-12-31")
    assert _told(paid, late)[1] == (SourceRef("", "paid_on"),)


def test_a_column_without_a_rule_is_left() -> None:
    gross = ColumnMapping("money", "gross_amount", sources=(SourceRef("sale", "gross"),), rule="/ 100")
    copy = ColumnMapping("money", "amount", sources=(SourceRef("", "gross_amount"),))
    assert _told(gross, copy)[1] == (SourceRef("", "gross_amount"),)

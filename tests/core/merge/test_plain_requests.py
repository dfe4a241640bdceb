"""Sentences of change requests put into plain words, and near misses that stay as they are."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import ColumnMapping, Schema, SourceColumn, SourceRef, SourceTable
from signoff.core.merge.plain_requests import plain_request
from signoff.core.merge.told_counts import told_count


def _table(name: str, *columns: str) -> SourceTable:
    return SourceTable(name, tuple(SourceColumn(column) for column in columns))


SCHEMA = Schema(
    (
        _table("stg_fin__line", "line_id", "bill_id", "account_id", "memo", "amount", "rate"),
        _table("stg_fin__bill", "bill_id", "memo", "paid_at"),
        _table("stg_fin__account", "account_id", "account_type"),
        _table(
            "stg_fin__event",
            "event_id",
            "bill_id",
            "event_type",
            "is_public",
            "happened_at",
            "field",
            "value",
        ),
    )
)


def _row(source: str = "") -> ColumnMapping:
    table, _dot, column = source.partition(".")
    sources = (SourceRef(f"stg_fin__{table}", column),) if source else ()
    return ColumnMapping("bills", "made", sources=sources)


@pytest.mark.parametrize(
    ("rule", "source", "said"),
    [
        (
            "quantity of events of type CALL with the bill_id of the bill, otherwise 0",
            "event.event_type",
            "number of events where event_type = 'CALL', 0 if there are none",
        ),
        ("quantity of events of kind CALL", "event.event_type", ""),
        ("quantity of events of type CALL with the line_id of the bill", "event.event_type", ""),
        ("quantity of events of type CALL before noon", "event.event_type", ""),
        (
            "amount times rate (0.4 = 40 %). No rate known: calculate with 0",
            "line.rate",
            "amount times rate; a missing rate counts as 0",
        ),
        (
            "amount less rate plus memo; a missing rate or memo is 0",
            "line.amount",
            "amount - coalesce(rate, 0) + coalesce(memo, 0)",
        ),
        ("amount less rate plus memo; a missing rate or discount is 0", "line.amount", ""),
        ("amount less rate plus memo; a missing rate or memo is an error", "line.amount", ""),
        ("amount times rate. No discount known: calculate with 0", "line.rate", ""),
        (
            "turn the sign round for accounts of type A or B, all others as they come",
            "line.amount",
            "case when stg_fin__account.account_type in ('A', 'B') then -1 * stg_fin__line.amount"
            " else stg_fin__line.amount end",
        ),
        ("turn the sign round for accounts of colour A", "line.amount", ""),
        ("turn the sign round for accounts of type A since May", "line.amount", ""),
        (
            "when the line carries no memo use the bill's memo",
            "line.memo",
            "coalesce(stg_fin__line.memo, stg_fin__bill.memo)",
        ),
        ("when the bill carries no memo use the line's memo", "line.memo", ""),
        ("when the line carries no memo use the bill's amount", "line.memo", ""),
        (
            "A / B -> one; C -> two; whatever else -> rest. If the line has no account, leave empty",
            "account.account_type",
            "case when stg_fin__line.account_id is null then null when stg_fin__account.account_type in ('A', 'B')"
            " then 'one' when stg_fin__account.account_type in ('C') then 'two' else 'rest' end",
        ),
        ("A / B -> one; C -> two. If the line has no account, leave empty", "account.account_type", ""),
        ("A -> one; else -> rest. If the line has no colour, leave empty", "account.account_type", ""),
    ],
)
def test_a_sentence_in_plain_words(rule: str, source: str, said: str) -> None:
    assert plain_request(rule, _row(source), SCHEMA) == said


@pytest.mark.parametrize(
    ("rule", "column", "said"),
    [
        (
            "how many events sit on the bill in stg_fin__event, only the public ones (is_public is true)."
            " No events at all = 0",
            "event_id",
            "number of events where is_public is true, 0 if there are none",
        ),
        ("how many events sit on the bill in stg_fin__event", "event_id", "number of events"),
        ("how many events sit on the bill in stg_fin__event, only the old ones (is_public is true)", "", ""),
        ("how many notes sit on the bill in stg_fin__event", "", ""),
        ("how many events sit on the bill in stg_fin__event on Mondays", "", ""),
        (
            "moment it was first seen, i.e. oldest happened_at in stg_fin__event with field = owner."
            " Entries without a value are removals and are skipped",
            "happened_at",
            "earliest happened_at where field = 'owner' and value is not null",
        ),
        ("oldest happened_at in stg_fin__event with colour = red", "", ""),
        ("oldest happened_at in stg_fin__event with field = owner, unless it is a removal", "", ""),
    ],
)
def test_a_count_of_a_named_table_gets_its_source(rule: str, column: str, said: str) -> None:
    row = _row()
    told = told_count(row, rule, SCHEMA)
    if not said:
        assert told is row
        return
    assert told.sources == (SourceRef("stg_fin__event", column),)
    assert told.rule == said

"""Values of which the first filled counts, spellings that become one, bands and rules of another target column."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping, SourceColumn, SourceRef
from signoff.core.generate.patterns import compile_rule


def _of(name: str, kind: str, place: str = "b", table: str = "", *, source: bool = True) -> ScopeColumn:
    return ScopeColumn(place, table or place, SourceColumn(name, kind), source)


def _sql(rule: str, *columns: ScopeColumn, kind: str = "VARCHAR", name: str = "x") -> str:
    refs = tuple(SourceRef(c.relation, c.column.name) for c in columns if c.is_source)
    found = compile_rule(ColumnMapping("t", name, kind, refs, rule, rule), Scope(columns, kind))
    return "" if found is None else " ".join(found.sql.split()).upper()


NUMBERS = (_of("line_owner", "INTEGER"), _of("item_owner", "INTEGER"))
DAYS = (_of("due_date", "DATE", "bill"), _of("sent_date", "DATE", "bill"))
TEXTS = (_of("line_1", "VARCHAR"), _of("line_2", "VARCHAR"))
STATE = _of("state", "VARCHAR")


@pytest.mark.parametrize(
    ("rule", "kind", "sql"),
    [
        ("first one filled, in this order", "INTEGER", "COALESCE(B.LINE_OWNER, B.ITEM_OWNER)"),
        ("first one filled", "VARCHAR", "CAST(COALESCE(B.LINE_OWNER, B.ITEM_OWNER) AS TEXT)"),
        ("the line owner, if empty the item owner", "INTEGER", "COALESCE(B.LINE_OWNER, B.ITEM_OWNER)"),
        ("the line owner, if empty the owner of the house", "INTEGER", ""),
    ],
)
def test_the_first_filled_one(rule: str, kind: str, sql: str) -> None:
    assert _sql(rule, *NUMBERS, kind=kind) == sql


def test_the_first_source_is_what_may_be_empty() -> None:
    made = _sql("if empty, bill date + 30 days", *DAYS, kind="DATE", name="due_date")
    assert made.startswith("CAST(COALESCE(BILL.DUE_DATE, CAST(BILL.SENT_DATE + INTERVAL '30' DAY")
    assert "SENT_DATE IS NULL" not in _sql(
        "if empty, order date + 30 days", *DAYS, kind="DATE", name="due_date"
    )


def test_a_chain_over_tables() -> None:
    columns = (
        _of("own_account_id", "INTEGER", "bill_line"),
        _of("cost_account_id", "INTEGER", "item"),
        _of("cost_account_id", "INTEGER", "parent_item", "item"),
        _of("sales_account_id", "INTEGER", "item"),
    )
    rule = (
        "the account on the line; if empty the cost account of the item; "
        "if empty the cost account of the parent item; if still empty the sales account of the item"
    )
    assert _sql(rule, *columns, kind="INTEGER") == (
        "COALESCE(BILL_LINE.OWN_ACCOUNT_ID, ITEM.COST_ACCOUNT_ID, PARENT_ITEM.COST_ACCOUNT_ID, ITEM.SALES_ACCOUNT_ID)"
    )


def test_texts_of_which_only_filled_ones_count() -> None:
    rule = "both lines with comma and space between them; if only one is filled then this one alone"
    made = "NULLIF(CONCAT_WS(', ', NULLIF(B.LINE_1, ''), NULLIF(B.LINE_2, '')), '')"
    assert _sql(rule, *TEXTS) == made
    assert _sql(f"{rule}, unless it is a post box", *TEXTS) == ""


@pytest.mark.parametrize(
    ("rule", "sql"),
    [
        (
            "US, USA, United States (any case, with or without surrounding blanks) -> US; others as they are, trimmed",
            "CASE WHEN UPPER(TRIM(B.STATE)) IN ('US', 'USA', 'UNITED STATES') THEN 'US' ELSE TRIM(B.STATE) END",
        ),
        ("US, USA (any case) -> US; others as they are, but only since 2020", ""),
        (
            "Open and New -> 1, anything else (also empty) -> 0",
            "CASE WHEN B.STATE IN ('OPEN', 'NEW') THEN '1' ELSE '0' END",
        ),
    ],
)
def test_spellings_that_become_one(rule: str, sql: str) -> None:
    assert _sql(rule, STATE) == sql


@pytest.mark.parametrize(
    ("rule", "bands"),
    [
        ("days late: '1-30', '31-60', 'over 60'; empty when not late", 3),
        ("days late: '1 to 30', '31+'; otherwise empty", 2),
        ("days late: '1-30', '41-60', 'over 60'; empty when not late", 0),
        ("days late: '1-30', '31-60'; empty when not late", 0),
        ("days late: '1-30', '31-60', 'over 60'; empty when paid", 0),
        ("days late: '1-30', 'later'; empty when not late", 0),
    ],
)
def test_bands_are_told_by_their_labels(rule: str, bands: int) -> None:
    made = _sql(rule, _of("days_late", "INTEGER"))
    assert made.count(" WHEN ") == bands


def test_blank_text_is_empty_once_it_is_trimmed() -> None:
    names = (_of("show_name", "VARCHAR"), _of("full_name", "VARCHAR"))
    rule = "show name without leading/trailing blanks; if it is empty, the full name"
    assert "= ''" in _sql(rule, *names)


def test_a_flag_takes_the_row_in_another_role() -> None:
    columns = (
        _of("number", "VARCHAR", "parent", "item"),
        _of("number", "VARCHAR", "item"),
        _of("part", "BOOLEAN", "item"),
    )
    made = _sql("parts: number of the parent. Others: own number", *columns)
    assert made == "CASE WHEN ITEM.PART THEN PARENT.NUMBER ELSE ITEM.NUMBER END"

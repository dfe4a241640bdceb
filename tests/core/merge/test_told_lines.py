"""Labelled lines above a grid as steps, and lines with a piece that is not understood as they were."""

from __future__ import annotations

from dataclasses import replace

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
from signoff.core.merge.told_lines.restating import with_told_lines


def _table(name: str, *columns: str, told: str = "") -> SourceTable:
    kinds = {"id": "INTEGER", "no": "INTEGER", "amount": "DECIMAL(10,2)", "on": "DATE", "is": "BOOLEAN"}
    made = []
    for each in columns:
        parts = each.split("_")
        kind = kinds["is"] if parts[0] == "is" else kinds.get(parts[-1], "VARCHAR")
        made.append(SourceColumn(each, kind, told=told if each == "kind" else ""))
    return SourceTable(name, tuple(made), ("id",) if "id" in columns else ())


SCHEMA = Schema(
    (
        _table("ord", "id", "is_cancelled", "is_paid", "customer_id", "ordered_on", "net_amount", "label"),
        _table("ord_line", "id", "ord_id", "line_no", "item_id", "line_amount", "is_cancelled"),
        _table("customer", "id", "customer_id", "name", "is_active"),
        _table("item", "id", "parent_item_id", "number", "is_part"),
        _table("refund", "id", "customer_id", "refunded_on", "net_amount"),
        _table("pay_line", "id", "ord_id", "pay_id", "paid_amount"),
        _table("pay", "id", "paid_on", "is_cancelled"),
        _table(
            "booking",
            "account_id",
            "kind",
            "booked_on",
            "net_amount",
            told="Stock -> stock_item, else 'other'",
        ),
    )
)
CELL = Cell("map", 3, 2)


def _target(text: str, *columns: ColumnMapping, notes: tuple[str, ...] = (), join: str = "") -> TargetMapping:
    steps = [
        Step("t", n, StepKind.NOTE, condition=said, cell=CELL)
        for n, said in enumerate((f"Rows from: {text}", *notes), 1)
    ]
    rows = columns or (ColumnMapping("t", "order_id", "VARCHAR", (SourceRef("ord", "id"),), "1:1", "1:1"),)
    return TargetMapping("t", (replace(rows[0], join=join), *rows[1:]), tuple(steps))


def _column(name: str, rule: str, *refs: tuple[str, str]) -> ColumnMapping:
    sources = tuple(SourceRef(*ref) for ref in refs)
    return ColumnMapping(
        "t", name, "VARCHAR", sources, rule, rule, source_tables=tuple(r.table for r in sources)
    )


def _steps(target: TargetMapping, schema: Schema = SCHEMA) -> list[tuple[str, str, str]]:
    made = with_told_lines(target, schema)
    return [(s.kind.value, s.table, s.condition) for s in made.steps if s.kind is not StepKind.NOTE]


START = ("driving table", "ord", "")
NOT_CANCELLED = ("filter", "", "not coalesce(ord.is_cancelled, false)")
LINES = ("inner join", "ord_line", "ord_line.ord_id = ord.id")


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("ord", [START]),
        ("all of ord", [START]),
        ("ord, all (cancelled too)", [START]),
        ("ord, not cancelled", [START, NOT_CANCELLED]),
        ("ord without cancelled ones", [START, NOT_CANCELLED]),
        ("ord (not cancelled). Headers only, the lines are not needed here", [START, NOT_CANCELLED]),
        ("ord, only paid ones", [START, ("filter", "", "coalesce(ord.is_paid, false)")]),
        ("ord (not cancelled) with its lines ord_line, ord_id = id", [START, LINES, NOT_CANCELLED]),
        (
            "ord with their ord_line on ord_id = ord.id; lines without line_amount are skipped",
            [START, LINES, ("filter", "", "ord_line.line_amount is not null")],
        ),
        (
            "ord with its ord_line (ord_id = id, not cancelled)",
            [START, LINES, ("filter", "", "not coalesce(ord_line.is_cancelled, false)")],
        ),
        ("ord, label is filled", [START, ("filter", "", "trim(ord.label) <> ''")]),
        ("ord, label = 'A'", [START, ("filter", "", "ord.label = 'A'")]),
    ],
)
def test_rows_are_read_piece_by_piece(text: str, steps: list[tuple[str, str, str]]) -> None:
    assert _steps(_target(text)) == steps


@pytest.mark.parametrize(
    "text",
    [
        "ord, not cancelled unless paid",
        "ord, not shipped",
        "ord, only those of last year",
        "ord with its lines ord_line",
        "ord (not cancelled). Take only the newest one of each customer",
        "ord, lines without line_amount",
        "orders of the shop",
        "ord + refund, but refunds only from 2024 on. Just put below each other",
    ],
)
def test_a_piece_that_is_not_understood_leaves_the_line(text: str) -> None:
    target = _target(text)
    assert with_told_lines(target, SCHEMA) == target


@pytest.mark.parametrize(
    ("join", "steps", "left"),
    [
        (
            "customer on customer_id, left",
            [("left join", "customer", "customer.customer_id = ord.customer_id")],
            "",
        ),
        (
            "customer on ord.customer_id = customer.id (orders without customer stay in)",
            [("left join", "customer", "customer.id = ord.customer_id")],
            "",
        ),
        (
            "Payments, left: pay_line on ord_id = ord.id with its pay (pay_id = id, not cancelled ones only), "
            "added up per ord",
            [
                (
                    "left join",
                    "pay_line",
                    "pay_line.ord_id = ord.id; joined with pay (pay.id = pay_line.pay_id and "
                    "not coalesce(pay.is_cancelled, false)), grouped by ord_id first",
                )
            ],
            "",
        ),
        (
            "customer on customer_id, left.\npay_line on ord_id = ord.id, summed per month",
            [("left join", "customer", "customer.customer_id = ord.customer_id")],
            "pay_line on ord_id = ord.id, summed per month",
        ),
        ("customer on customer_id, left, only if paid", [], "customer on customer_id, left, only if paid"),
        ("customer for the name, see below", [], "customer for the name, see below"),
    ],
)
def test_joins_are_read_item_by_item(join: str, steps: list[tuple[str, str, str]], left: str) -> None:
    made = with_told_lines(_target("ord", join=join), SCHEMA)
    found = [(s.kind.value, s.table, s.condition) for s in made.steps]
    assert (found, made.columns[0].join) == ([START, *steps], left)


@pytest.mark.parametrize(
    "join",
    [
        "item again as parent: parent_item_id = id of the parent, left",
        "left: item a second time as the parent, parent_item_id = id of the parent",
        "left: the parent (item again) on parent_item_id",
    ],
)
def test_a_table_is_joined_to_itself(join: str) -> None:
    number = _column("number", "parts: number of the parent. Others: own number", ("item", "number"))
    flagged = replace(
        SCHEMA.tables[3], columns=(*SCHEMA.tables[3].columns[:3], SourceColumn("part", "BOOLEAN"))
    )
    schema = Schema((flagged,))
    made = with_told_lines(
        _target("item, all", _column("id", "1:1", ("item", "id")), number, join=join), schema
    )
    joined = made.steps[1]
    assert (joined.alias, joined.condition) == ("parent", "parent.id = item.parent_item_id")
    assert [str(ref) for ref in made.columns[1].sources] == ["parent.number", "item.number", "item.part"]


UNION = "all of ord + refunds (refund). Just put below each other"


def _of_union(rule: str) -> list[tuple[str, str, list[str]]]:
    column = _column("amount", rule, ("ord", "net_amount"), ("refund", "net_amount"))
    notes = ("Where two sources are given the order is sales / returns",)
    made = with_told_lines(_target(UNION, column, notes=notes), SCHEMA)
    return [(c.section, c.rule, [str(ref) for ref in c.sources]) for c in made.columns]


@pytest.mark.parametrize(
    ("rule", "first", "second"),
    [
        ("1:1", "1:1", "1:1"),
        ("1:1, refunds get '0'", "1:1", "constant '0'"),
        ("returns: amount x -1", "", "amount x -1"),
        ("upper case, sales have none", "leave empty", "upper case"),
    ],
)
def test_a_rule_may_speak_of_one_part(rule: str, first: str, second: str) -> None:
    found = _of_union(rule)
    assert [each[:2] for each in found] == [("ord", first), ("refund", second)]


def test_a_part_without_a_source_is_empty() -> None:
    made = with_told_lines(_target(UNION, _column("customer", "1:1", ("refund", "customer_id"))), SCHEMA)
    assert [(c.section, c.rule, len(c.sources)) for c in made.columns] == [
        ("ord", "leave empty", 0),
        ("refund", "1:1", 1),
    ]
    assert [(s.section, s.table) for s in made.steps] == [("ord", "ord"), ("refund", "refund")]


SIDES = "One row per: order and posting side. Every order gives two rows: a debit and a credit"
ACCOUNT = "Debit row: customer_id of the order.\nCredit row: id of the order"


def _sided(note: str, account: str = ACCOUNT) -> TargetMapping:
    columns = (
        _column("order_id", "1:1", ("ord", "id")),
        _column("account", account, ("ord", "customer_id"), ("ord", "id")),
        _column("side", "'debit' / 'credit', see above"),
    )
    return with_told_lines(_target("ord, not cancelled", *columns, notes=(note,)), SCHEMA)


def test_each_side_is_a_part() -> None:
    made = _sided(SIDES)
    assert [(c.name, c.section, c.rule) for c in made.columns] == [
        ("order_id", "", "1:1"),
        ("account", "debit", "customer_id of the order"),
        ("account", "credit", "id of the order"),
        ("side", "debit", "constant 'debit'"),
        ("side", "credit", "constant 'credit'"),
    ]
    assert [s.section for s in made.steps] == ["debit", "debit", "credit", "credit"]


def test_sides_need_a_grain_that_tells_of_them() -> None:
    assert {c.section for c in _sided("One row per: order").columns} == {""}


def test_a_limit_beside_the_sides_stays_a_note() -> None:
    made = _sided("One row per: order and side, debit only if paid")
    assert [s.condition for s in made.steps if s.kind is StepKind.NOTE] == [
        "One row per: order and side, debit only if paid"
    ]


EVERY = "booking: every account that occurs there, for every month from the month of the first booking to December 2024"
BOOKED = (
    _column("account_id", "1:1", ("booking", "account_id")),
    _column("kind", "1:1", ("booking", "kind")),
    _column("first_day", "first day of the month"),
    _column("month", "month as 2024-03"),
    _column("bookings", "number of bookings of the account in the month, 0 if none"),
    _column("net", "sum over the month, 0 if none", ("booking", "net_amount")),
    _column(
        "before",
        "Stock item accounts: sum of all months before. Other accounts: 0",
        ("booking", "net_amount"),
    ),
    _column("odd", "sum over the month without returns", ("booking", "net_amount")),
)


def test_every_thing_and_month_has_a_row() -> None:
    made = with_told_lines(_target(f"{EVERY}. Months without bookings get a row as well", *BOOKED), SCHEMA)
    rules = {c.name: c.rule for c in made.columns}
    assert rules["first_day"] == "cast(months.month as date)"
    assert rules["month"] == "strftime(months.month, '%Y-%m')"
    assert rules["bookings"] == "coalesce(account_months.rows_held, 0)"
    assert rules["net"] == "coalesce(account_months.net_amount_sum, 0)"
    assert rules["before"].startswith("case when accounts.kind = 'stock_item' then coalesce(sum(")
    assert "and 1 preceding" in rules["before"]
    assert made.columns[-1].rule == "sum over the month without returns"
    assert not made.columns[-1].sources
    assert [s.table for s in made.steps if s.kind is not StepKind.NOTE] == [
        "accounts",
        "months",
        "account_months",
    ]
    assert "min(booked_on)" in made.steps[1].condition


@pytest.mark.parametrize(
    "text",
    [
        f"{EVERY}, if it is active",
        f"{EVERY}. Months of closed accounts are left out",
        "booking: every account that occurs there, for every month from the month it was opened to December 2024",
        "booking: every account that occurs there, for every month from the first booking of each account to May 2024",
    ],
)
def test_a_span_with_a_limit_is_not_followed(text: str) -> None:
    target = _target(text, *BOOKED)
    assert with_told_lines(target, SCHEMA) == target

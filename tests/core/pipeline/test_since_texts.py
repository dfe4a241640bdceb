"""Sentences on rows that two versions of a document have otherwise: followed, or told; never passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.core.domain.plan import Draft
from signoff.core.engines.sql.samples import read_folder
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.documents import draft_document, load_samples
from signoff.core.pipeline.reading_beside import read_beside, tables_in
from signoff.core.pipeline.since import since_versions
from signoff.core.prompt.examples import ExampleBank
from tests.helpers.documents import build_workbook

_SQL = """with orders as (
    select *
    from {{ ref('stg_orders') }}
    where status <> 'cancelled'
)

select
    orders.order_id,
    orders.amount,
    shops.shop_name
from orders
inner join {{ ref('stg_shops') }} as shops
    on orders.shop_id = shops.shop_id
"""
_GRID = [
    ["Column", "Source table", "Source column", "Rule"],
    ["order_id", "stg_orders", "order_id", None],
    ["amount", "stg_orders", "amount", None],
    ["shop_name", "stg_shops", "shop_name", None],
]
_TABLES = """CREATE TABLE stg_orders (
    order_id INTEGER PRIMARY KEY, amount INTEGER, shop_id INTEGER, status VARCHAR, is_test BOOLEAN
);
CREATE TABLE stg_shops (shop_id INTEGER PRIMARY KEY, shop_name VARCHAR);"""
_ORDERS = (
    "order_id,amount,shop_id,status,is_test\n1,5,1,open,false\n2,0,1,open,\\N\n"
    "3,7,9,paid,false\n4,7,1,cancelled,false\n5,8,1,paid,true\n"
)
_JOINED = ("inner join {{ ref('stg_shops')", "left join {{ ref('stg_shops')")


def _drafted(old: str, new: str, folder: Path) -> Draft:
    """The draft of the new version of a document, whose line above the grid differs from the old one's."""
    sources, existing = folder / "sources", folder / "existing"
    sources.mkdir()
    existing.mkdir()
    (existing / "order_list.sql").write_text(_SQL, encoding="utf-8")
    (sources / "schema.sql").write_text(_TABLES, encoding="utf-8")
    (sources / "stg_orders.csv").write_text(_ORDERS, encoding="utf-8")
    (sources / "stg_shops.csv").write_text("shop_id,shop_name\n1,A\n", encoding="utf-8")
    tables = read_folder(sources)
    specs = []
    for number, line in enumerate((old, new)):
        rows = [["Target table", "order_list"], [line] if line else 1, 1, *_GRID]
        book = build_workbook({"order_list": {"rows": rows}}, folder / f"{number}.xlsx")
        specs.append(read_beside(book, tables_in(tables), existing).spec)
    with Sandbox() as sandbox:
        load_samples(sandbox, tables, specs[1])
        desk = Desk(sandbox, None, ExampleBank.load())
        desk.since = since_versions(*specs)
        return (
            draft_document(specs[1], sandbox.schema(), desk, existing={"order_list": _SQL}).outcomes[0].draft
        )


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        (
            "Only orders that are not cancelled.",
            "Only orders that are not cancelled. Test orders (is_test is true) are left out.",
            "where not coalesce(orders.is_test is true, false)",
        ),
        (
            "Filter: status is not cancelled",
            "Filter: status is not cancelled and is_test is not true",
            "where not orders.is_test is true",
        ),
        ("", "Leave out orders with amount = 0.", "where (orders.amount is null or orders.amount <> 0)"),
        ("Orders without a shop are left out.", "Orders without a shop are shown too.", _JOINED[1]),
        (
            "stg_shops is joined with an inner join on shop_id",
            "stg_shops is joined with a left join on shop_id",
            _JOINED[1],
        ),
    ],
)
def test_what_the_new_version_says_of_rows_is_followed(
    old: str, new: str, written: str, tmp_path: Path
) -> None:
    draft = _drafted(old, new, tmp_path)
    assert written in draft.text.splitlines() or any(
        line.startswith(written) for line in draft.text.splitlines()
    )
    assert not {"D202", "D250"} & {finding.code for finding in draft.findings}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Leave out orders with status = 'cancelled'.", ""),
        (
            "Cancelled orders are left out.",
            "Orders come from the web shop only in the first week of a month.",
        ),
        ("", "Leave out orders of the best shops."),
        ("", "stg_shops is joined with a left join on shop_name"),
    ],
)
def test_what_is_not_followed_is_told_and_changes_nothing(old: str, new: str, tmp_path: Path) -> None:
    draft = _drafted(old, new, tmp_path)
    assert draft.text == _SQL
    assert {"D202", "D250"} & {finding.code for finding in draft.findings}


def test_what_both_versions_say_asks_for_nothing(tmp_path: Path) -> None:
    line = "From now on leave out orders with amount = 0."
    draft = _drafted(line, line, tmp_path)
    assert draft.text == _SQL and "D250" not in {finding.code for finding in draft.findings}

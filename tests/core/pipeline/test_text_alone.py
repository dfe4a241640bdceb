"""A file that does not run on the samples is edited all the same, and that nothing was tried is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from signoff.core.domain.plan import Draft
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    TargetMapping,
)
from signoff.core.engines.sql.samples import SampleTable
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.documents import with_target
from signoff.core.pipeline.updating import update_target
from signoff.core.prompt.examples import ExampleBank

ORDERS = SourceTable(
    "orders",
    (SourceColumn("id", "INTEGER"), SourceColumn("status", "VARCHAR"), SourceColumn("amount", "DOUBLE")),
)
TARGET = TargetMapping(
    "x",
    (
        ColumnMapping("x", "status", "VARCHAR", (SourceRef("orders", "status"),), state="new"),
        ColumnMapping("x", "total", "DOUBLE", (SourceRef("elsewhere", "total"),), state="new"),
    ),
)
TEXTS = {
    "a table without samples": "left join {{ ref('elsewhere') }} as e on e.id = o.id",
    "a macro that is not there": "left join e on e.id = o.id",
}


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Sandbox() as sandbox:
        sandbox.load([SampleTable("orders", None, ORDERS.columns, rows=(("1", "open", "2.5"),))])
        yield Desk(sandbox, None, ExampleBank.load())


def text_of(join: str) -> str:
    return (
        "with e as (\n    {{ far.away('z') }}\n),\no as (\n    select * from {{ ref('orders') }}\n)\n"
        f"select\n    o.id,\n    e.more\nfrom o\n{join}\n"
    )


def drafted(join: str, desk: Desk) -> Draft:
    return update_target(TARGET, text_of(join), Schema((ORDERS,)), desk).draft


@pytest.mark.parametrize("join", TEXTS.values(), ids=TEXTS)
def test_columns_whose_tables_run_are_found(join: str, desk: Desk) -> None:
    draft = drafted(join, desk)

    assert "    e.more,\n    o.status,\n" in draft.text
    assert "D239" in [f.code for f in draft.findings]
    assert draft.edits is not None and draft.edits.reverted(draft.text) == draft.existing


def test_what_reads_it_later_is_not_stopped(desk: Desk) -> None:
    outcome = update_target(TARGET, text_of(TEXTS["a table without samples"]), Schema((ORDERS,)), desk)

    assert with_target(Schema((ORDERS,)), outcome, desk) == Schema((ORDERS,))

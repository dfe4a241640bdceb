"""Made-up rows: they load as samples, joins find partners, codes of rules come up, odd values are among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.core.domain.spec import Schema, SourceColumn, SourceTable
from signoff.core.engines.sql.samples import read_folder
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.verify.synthesise import synthesise

SCHEMA = Schema(
    (
        SourceTable(
            "orders",
            (
                SourceColumn("order_id", "BIGINT", nullable=False),
                SourceColumn("party_id", "BIGINT"),
                SourceColumn("status", "VARCHAR"),
                SourceColumn("amount", "DECIMAL(10,2)"),
                SourceColumn("day", "DATE"),
                SourceColumn("seen", "TIMESTAMP"),
            ),
            ("order_id",),
        ),
        SourceTable(
            "party", (SourceColumn("party_id", "BIGINT"), SourceColumn("name", "VARCHAR")), ("party_id",)
        ),
    )
)
STATED = """
create table orders (order_id bigint not null, party_id bigint, status varchar, amount decimal(10,2), day date,
  seen timestamp);
create table party (party_id bigint, name varchar);
"""


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    for name, data in synthesise(SCHEMA, 200, {"STATUS": ["OPEN", "SHUT"]}, seed=3).items():
        (tmp_path / f"{name}.csv").write_bytes(data)
    (tmp_path / "schema.sql").write_text(STATED)
    loaded = Sandbox()
    assert loaded.load(read_folder(tmp_path).tables) == ()
    return loaded


def test_made_up_rows_are_usable_and_full_of_odd_values(sandbox: Sandbox) -> None:
    with sandbox:
        assert sandbox.count("select distinct order_id from orders") == 200
        assert sandbox.count("select 1 from orders o join party p on o.party_id = p.party_id") > 100
        assert sandbox.count("select 1 from orders where status = 'OPEN'") > 20
        assert sandbox.count("select 1 from orders where status is null") > 0
        assert sandbox.count("select 1 from orders where trim(status) = '' ") > 0
        assert sandbox.count("select 1 from orders where day = date '9999-12-31'") > 0
        assert sandbox.count("select 1 from party where name like 'made up %'") > 100


def test_the_same_seed_gives_the_same_bytes_and_another_one_others() -> None:
    assert synthesise(SCHEMA, 50, seed=1) == synthesise(SCHEMA, 50, seed=1)
    assert synthesise(SCHEMA, 50, seed=1) != synthesise(SCHEMA, 50, seed=2)

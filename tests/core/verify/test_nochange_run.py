"""The second witness: old and new at work on the same rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from signoff.core.domain.spec import SourceColumn
from signoff.core.engines.sql.samples import SampleTable
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.verify.nochange.by_run import Pair, RunWitness, by_run

QUERY = """
with named as (select * from customer where name <> 'nobody')
select n.id, n.name, coalesce(o.amount, 0) as amount, n.weight * 2 as weight
from named n left join bill o on o.customer = n.id
"""
COLUMNS = {"id": "id", "name": "name", "amount": "amount", "weight": "weight"}


@pytest.fixture(scope="module")
def tables() -> Iterator[Sandbox]:
    kinds = {"id": "INTEGER", "name": "VARCHAR", "weight": "DOUBLE"}
    customer = SampleTable(
        "customer",
        columns=tuple(SourceColumn(name, kind) for name, kind in kinds.items()),
        rows=tuple((str(n), "ab"[n % 2], str(n / 7)) for n in range(1, 30)),
    )
    bill = SampleTable(
        "bill", columns=(SourceColumn("customer", "INTEGER"), SourceColumn("amount", "INTEGER"))
    )
    with Sandbox() as made:
        made.load([customer, bill])
        yield made


def _run(tables: Sandbox, new: str, columns: Mapping[str, str] = COLUMNS, old: str = QUERY) -> RunWitness:
    return by_run([Pair(old, new)], columns, tables, tables=tables.schema().tables)


def _states(found: RunWitness) -> dict[str, str]:
    return {name: witness.state.value for name, witness in found.columns.items()}


def test_a_column_more_changes_no_other(tables: Sandbox) -> None:
    found = _run(tables, QUERY.replace("select n.id,", "select 1 as one, n.id,"))
    assert found.rows.same and set(_states(found).values()) == {"same"}
    assert len(found.digest) == 64


def test_a_changed_default_shows_in_its_column_alone(tables: Sandbox) -> None:
    found = _run(tables, QUERY.replace("amount, 0", "amount, 1"))
    assert found.rows.same
    assert _states(found) == {"id": "same", "name": "same", "amount": "differs", "weight": "same"}


def test_a_value_no_sample_row_has_is_made_up(tables: Sandbox) -> None:
    found = _run(tables, QUERY.replace("'nobody'", "'somebody'"))
    assert found.rows.same or found.rows.differs
    assert _states(found)["name"] == "differs"
    assert "made-up rows of customer" in found.columns["name"].reason


def test_a_renamed_column_is_held_against_its_old_name(tables: Sandbox) -> None:
    columns = {"id": "id", "who": "name", "amount": "amount", "weight": "weight"}
    found = _run(tables, QUERY.replace("n.name,", "n.name as who,"), columns)
    assert _states(found)["who"] == "same"


def test_rows_that_are_gone_are_counted(tables: Sandbox) -> None:
    found = _run(tables, QUERY.replace("on o.customer = n.id", "on o.customer = n.id where n.id > 5"))
    assert found.rows.differs and "29 rows before, 24 after" in found.rows.reason
    assert _states(found)["id"] == "same"


def test_a_column_that_differs_from_itself_is_no_witness(tables: Sandbox) -> None:
    text = QUERY.replace("n.name,", "random() as name,")
    found = _run(tables, text, old=text)
    assert found.columns["name"].state.value == "could not run"
    assert "the old text differs from itself" in found.columns["name"].reason


def test_what_does_not_run_says_why(tables: Sandbox) -> None:
    found = _run(tables, QUERY.replace("n.name,", "to_money(n.name) as name,"))
    assert set(_states(found).values()) == {"could not run"}
    assert "to_money" in found.rows.reason and found.digest == ""


def test_a_table_without_rows_gets_some(tables: Sandbox) -> None:
    old = "select customer, amount from bill"
    columns = {"customer": "customer", "amount": "amount"}
    found = _run(tables, "select customer, amount + 1 as amount from bill", columns, old)
    assert _states(found) == {"customer": "same", "amount": "differs"}


TIES = """
select n.id, n.name, row_number() over (partition by n.name order by n.weight > 2) as place,
rank() over (partition by n.name order by n.weight > 2) as level
from customer n
"""
JOINED = TIES.replace(
    "from customer n", "from customer n left join (select * from bill) b on b.customer = n.id"
)
PLACES = {name: name for name in ("id", "name", "place", "level")}


def test_numbers_among_equal_rows_are_no_witness_and_ranks_are(tables: Sandbox) -> None:
    turned = TIES.replace("weight > 2)", "weight > 2, n.id desc)")
    found = _run(tables, turned, PLACES, old=TIES)
    assert _states(found) == {"id": "same", "name": "same", "place": "could not run", "level": "differs"}
    assert found.unstable == {"place"} and "ties" in found.columns["place"].reason


def test_a_further_join_leaves_numbers_among_equal_rows_open(tables: Sandbox) -> None:
    states = _states(_run(tables, JOINED, PLACES, old=TIES))
    assert states["level"] == "same" and states["place"] in ("same", "could not run")


def test_numbers_in_a_whole_order_are_a_witness(tables: Sandbox) -> None:
    whole = TIES.replace("weight > 2)", "weight, n.id)")
    found = _run(
        tables, whole.replace("n.weight, n.id) as place", "n.weight desc, n.id) as place"), PLACES, old=whole
    )
    assert _states(found)["place"] == "differs" and not found.unstable


def test_numbers_among_equal_rows_without_a_key(tables: Sandbox) -> None:
    names = {name: name for name in ("name", "place", "weight")}
    old = "select n.name, row_number() over (order by n.name) as place, n.weight from customer n"
    found = _run(tables, old.replace("by n.name)", "by n.name, n.weight desc)"), names, old=old)
    assert _states(found) == {"name": "same", "place": "could not run", "weight": "same"}


def test_how_many_rows_there_are_may_be_open(tables: Sandbox) -> None:
    old = """
    with m as (select n.*, row_number() over (partition by n.name order by n.name) as place from customer n)
    select id from m where place = 1 and weight > 2
    """
    new = old.replace("order by n.name)", "order by n.id desc)")
    found = _run(tables, new, {"id": "id"}, old=old)
    assert not found.rows.differs or "rows before" not in found.rows.reason

"""Proofs of whole files: Jinja in both states of a load, edits that were asked for and those that were not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from signoff.core.domain.edits import EditKind, EditScript, EditState, MandatedEdit, Splice
from signoff.core.domain.proofs import ColumnVerdict, NoChangeProof
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.pipeline.proving import Files, prove
from tests.core.verify.nochange_models import samples

INCREMENTAL = """{{ config(materialized='incremental', unique_key='id') }}
select o.id, o.amount, o.ordered_at, {{ cents('o.amount') }} as cents
from {{ ref('orders') }} o
{% if is_incremental() %}
where o.ordered_at > (select max(ordered_at) from {{ this }})
{% endif %}
"""
PLAIN = "select o.id, o.amount\nfrom orders o\nwhere o.amount > 10\n"
LOOKUP = "left join items i on i.order_id = o.id\n"


@pytest.fixture(scope="module")
def tables() -> Iterator[Sandbox]:
    with Sandbox() as made:
        made.load(samples())
        yield made


def _verdicts(proof: NoChangeProof) -> dict[str, str]:
    return {column.column: column.verdict.value for column in proof.columns}


def _edit(
    name: str, kind: EditKind, place: str, after: str, *, before: str = "", needs: tuple[str, ...] = ()
) -> MandatedEdit:
    start = PLAIN.index(place) + (0 if before else len(place))
    splice = Splice(start, start + len(before), before, after)
    column = (
        "channel" if kind is EditKind.ADD_COLUMN else "amount" if kind is EditKind.CHANGE_EXPRESSION else ""
    )
    return MandatedEdit(name, kind, column, "It is asked for.", splices=(splice,))


ADD = _edit("add", EditKind.ADD_COLUMN, "o.amount", ", o.channel")
CHANGE = _edit(
    "change", EditKind.CHANGE_EXPRESSION, "o.amount\n", "o.amount * 2 as amount\n", before="o.amount\n"
)
JOIN = _edit("join", EditKind.ADD_JOIN, "from orders o\n", LOOKUP)
FILTER = _edit("filter", EditKind.CHANGE_FILTER, "> 10", "> 20", before="> 10")


def _script(*edits: MandatedEdit) -> EditScript:
    return EditScript(edits, PLAIN)


def _proven(script: EditScript, tables: Sandbox | None, text: str = "") -> NoChangeProof:
    return prove(Files(PLAIN, text or script.applied(), script), tables)


def test_a_column_that_is_asked_for_is_added_and_nothing_else(tables: Sandbox) -> None:
    proof = _proven(_script(ADD), tables)
    assert _verdicts(proof) == {"id": "identical", "amount": "identical", "channel": "added"}
    assert not proof.bars_sign_off and not proof.text_only
    assert proof.of("channel").edits == ("add",)  # type: ignore[union-attr]


def test_a_change_by_hand_beside_it_is_without_mandate(tables: Sandbox) -> None:
    script = _script(ADD)
    proof = _proven(script, tables, script.applied().replace("select o.id", "select o.id + 1 as id"))
    assert _verdicts(proof)["id"] == "unmandated" and proof.bars_sign_off
    dropped = _proven(script, tables, script.applied().replace("where o.amount > 10", ""))
    assert dropped.rows_verdict is ColumnVerdict.UNMANDATED and dropped.bars_sign_off


def test_a_column_more_or_less_that_nobody_asked_for_bars(tables: Sandbox) -> None:
    nothing = _script()
    more = _proven(nothing, tables, PLAIN.replace("o.amount\n", "o.amount, o.status\n"))
    assert _verdicts(more)["status"] == "added" and more.bars_sign_off
    less = _proven(nothing, tables, PLAIN.replace(", o.amount\n", "\n"))
    assert _verdicts(less)["amount"] == "gone" and less.bars_sign_off


def test_a_changed_column_is_as_mandated_unless_its_edit_is_refused(tables: Sandbox) -> None:
    script = _script(CHANGE)
    proof = _proven(script, tables)
    assert _verdicts(proof) == {"id": "identical", "amount": "mandated"} and not proof.bars_sign_off
    refused = script.with_state("change", EditState.REFUSED)
    assert _verdicts(_proven(refused, tables, script.applied()))["amount"] == "unmandated"


def test_a_join_that_is_asked_for_may_not_multiply_rows(tables: Sandbox) -> None:
    proof = _proven(_script(JOIN), tables)
    assert proof.rows.differs and proof.rows_by_run.differs
    assert proof.rows_verdict is ColumnVerdict.UNMANDATED and proof.bars_sign_off


def test_a_filter_that_is_asked_for_changes_the_rows_and_is_named(tables: Sandbox) -> None:
    proof = _proven(_script(FILTER), tables)
    assert proof.rows_verdict is ColumnVerdict.MANDATED and proof.rows_edits == ("filter",)
    assert not proof.bars_sign_off
    swapped = _script(FILTER).applied().replace("o.id", "o.customer_id as id")
    assert _proven(_script(FILTER), tables, swapped).bars_sign_off


def test_without_samples_it_says_text_only_and_why() -> None:
    proof = _proven(_script(ADD), None)
    assert proof.text_only and not proof.bars_sign_off
    assert "no sample rows" in proof.of("id").by_run.reason  # type: ignore[union-attr]


def test_both_states_of_a_load_are_proven(tables: Sandbox) -> None:
    same = prove(Files(INCREMENTAL, INCREMENTAL.replace("  ", " ")), tables)
    assert not same.bars_sign_off and same.rows.same and same.rows_by_run.same
    for old, new in (("ordered_at >", "ordered_at >="), ("max(ordered_at)", "min(ordered_at)")):
        later = prove(Files(INCREMENTAL, INCREMENTAL.replace(old, new)), tables)
        assert later.rows.differs and later.rows_by_run.differs and later.bars_sign_off


def test_an_unknown_macro_leaves_its_column_to_the_text(tables: Sandbox) -> None:
    same = prove(Files(INCREMENTAL, INCREMENTAL + "\n"), tables)
    assert [column.column for column in same.columns if column.text_only] == ["cents"]
    assert "cents" in same.of("cents").by_run.reason  # type: ignore[union-attr]
    other = prove(Files(INCREMENTAL, INCREMENTAL.replace("cents('o.amount')", "cents('o.discount')")), tables)
    assert _verdicts(other)["cents"] == "unmandated"


def test_a_setting_that_nobody_asked_for_bars(tables: Sandbox) -> None:
    proof = prove(Files(INCREMENTAL, INCREMENTAL.replace("unique_key='id'", "unique_key='amount'")), tables)
    assert proof.bars_sign_off and "unique_key" in proof.rows.reason


@pytest.mark.parametrize("head", ["create table x as ", "create or replace view v as\n", "insert into x "])
def test_the_query_inside_a_statement_is_proven(head: str, tables: Sandbox) -> None:
    proof = prove(Files(head + PLAIN, head.upper() + PLAIN.replace("> 10", "> 11")), tables)
    assert proof.rows_verdict is ColumnVerdict.UNMANDATED and proof.rows.differs
    assert not prove(Files(head + PLAIN, head + PLAIN), tables).bars_sign_off


@pytest.mark.parametrize("text", ["", "\x00\x01", "select", "{{ x", "(" * 300 + "select 1" + ")" * 300])
def test_what_is_no_query_has_no_opinion_and_bars_nothing_by_mistake(text: str, tables: Sandbox) -> None:
    try:
        proof = prove(Files(PLAIN, text), tables)
    except SignoffError:
        return
    assert not proof.rows.same and proof.bars_sign_off

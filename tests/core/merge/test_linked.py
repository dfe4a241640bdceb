"""Records that point at others by one field: what texts and rules that follow such links come to."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import (
    ColumnMapping,
    GeneralKind,
    GeneralRule,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    Step,
    StepKind,
    TargetMapping,
)
from signoff.core.merge.linked.restating import with_linked_records

SCHEMA = Schema(
    tuple(
        SourceTable(name, tuple(SourceColumn(*c.split(" ")) for c in columns.split(", ")))
        for name, columns in {
            "wms_item": "id BIGINT, org VARCHAR, item_no VARCHAR, title VARCHAR, store BIGINT, state BIGINT, "
            "kind INTEGER",
            "wms_store": "id BIGINT, org VARCHAR, store_no VARCHAR, title VARCHAR",
            "wms_state": "id BIGINT, area VARCHAR, code VARCHAR, title VARCHAR",
            "wms_list": "list_name VARCHAR, number INTEGER, label VARCHAR",
            "wms_move": "id BIGINT, item BIGINT, kind INTEGER, qty DECIMAL(10,2), begun TIMESTAMP, done TIMESTAMP",
        }.items()
    )
)
GENERAL = (
    GeneralRule(GeneralKind.LINKED, "", "id", ""),
    GeneralRule(GeneralKind.LEFT_OUT, "org", "TST", ""),
    GeneralRule(GeneralKind.NO_DAY, "", "1900-01-01", ""),
)


def _column(target: str, name: str, source: str, rule: str = "1:1", *, key: bool = False) -> ColumnMapping:
    refs = tuple(SourceRef(*ref.rpartition(".")[::2]) for ref in source.split(", ") if ref)
    return ColumnMapping(target, name, sources=refs, rule=rule, rule_resolved=rule, key=key)


def _target(name: str, notes: tuple[str, ...], *columns: ColumnMapping) -> TargetMapping:
    steps = tuple(Step(name, n, StepKind.NOTE, condition=note) for n, note in enumerate(notes, 1))
    return TargetMapping(name, columns, steps=steps)


STORES = _target(
    "mart_store",
    ("One record per store in wms_store.",),
    _column("mart_store", "org", "wms_store.org", "upper case", key=True),
    _column("mart_store", "store_no", "wms_store.store_no", key=True),
    _column("mart_store", "title", "wms_store.title"),
)


def _restated(*columns: ColumnMapping, notes: tuple[str, ...] = ()) -> TargetMapping:
    items = _target("mart_item", ("One record per item in wms_item.", *notes), *columns)
    return with_linked_records((STORES, items), GENERAL, SCHEMA)[1]


def _rule(target: TargetMapping) -> str:
    return target.columns[-1].rule_resolved


def _steps(target: TargetMapping, kind: StepKind) -> list[str]:
    return [s.condition for s in target.steps if s.kind is kind]


def test_rows_that_no_table_has_are_left_out() -> None:
    target = _restated(_column("mart_item", "item_no", "wms_item.item_no"))

    assert _steps(target, StepKind.FILTER) == ["coalesce(upper(trim(wms_item.org)), '') <> 'TST'"]


def test_a_value_of_the_own_table_comes_over_the_record() -> None:
    target = _restated(_column("mart_item", "store", "mart_store.title", "via wms_item.store"))

    assert _rule(target) == "mart_store.title"
    assert _steps(target, StepKind.LEFT_JOIN) == [
        "wms_item.store = wms_store.id",
        "mart_store.org = upper(wms_store.org) and mart_store.store_no = wms_store.store_no",
    ]


@pytest.mark.parametrize(
    ("source", "rule", "says"),
    [
        (
            "wms_item.kind",
            "the label from wms_list for list_name Kinds and the number in the feed. "
            "Number not in wms_list: Unknown (n)",
            "coalesce(wms_list_kind.label, 'Unknown (' || cast(wms_item.kind as varchar) || ')')",
        ),
        (
            "wms_item.state",
            "record in wms_state with that id and area Item; take title, or code if title is empty. "
            "No such record: Unknown",
            "case when wms_state.id is null then 'Unknown' else coalesce(nullif(trim(wms_state.title), ''), "
            "nullif(trim(wms_state.code), '')) end",
        ),
        ("wms_item.store", "store_no of the store it points to", "wms_store.store_no"),
        (
            "wms_item.title",
            "if empty take the item no",
            "coalesce(nullif(trim(wms_item.title), ''), wms_item.item_no)",
        ),
    ],
)
def test_values_along_links(source: str, rule: str, says: str) -> None:
    target = _restated(
        _column("mart_item", "item_no", "wms_item.item_no"), _column("mart_item", "it", source, rule)
    )

    assert _rule(target) == says


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("mart_store.title", "via wms_item.store, only for open stores"),
        ("mart_store.title", "via wms_item.store. No link: store of the year before"),
        (
            "wms_item.kind",
            "the label from wms_list for list_name Kinds and the number in the feed, unless it is 9",
        ),
        ("wms_item.state", "record in wms_state with that code and area Item; take title"),
        ("wms_item.store", "colour of the store it points to"),
        ("wms_item.title", "if empty take the item no of the year before"),
        ("wms_move.item", "number of moves (all kinds) that point to this item and are done; none: 0"),
    ],
)
def test_limits_that_are_not_understood_stay(source: str, rule: str) -> None:
    target = _restated(
        _column("mart_item", "item_no", "wms_item.item_no"), _column("mart_item", "it", source, rule)
    )

    assert _rule(target) == rule
    assert not target.columns[-1].query


def test_rows_that_belong_are_counted_and_summed_up() -> None:
    note = "Moves: wms_move, item = wms_item.id."
    summed = _restated(
        _column("mart_item", "qty", "wms_move.qty", "sum for kind 2 (Out), none = 0"), notes=(note,)
    )
    counted = _restated(
        _column("mart_item", "n", "wms_move.item", "number of moves that point to this item; none: 0")
    )

    assert _rule(summed) == (
        "(select coalesce(sum(wms_move_each.qty), 0) from wms_move as wms_move_each "
        "where wms_move_each.item = wms_item.id and wms_move_each.kind = 2)"
    )
    assert summed.columns[-1].query
    assert _rule(counted).startswith("(select count(*) from wms_move")
    assert not _steps(summed, StepKind.NOTE)


def test_only_rows_of_an_own_table_and_none_that_go_backward() -> None:
    items = _target(
        "mart_item",
        ("One record per item in wms_item.",),
        _column("mart_item", "item_no", "wms_item.item_no", key=True),
    )
    note = (
        "Left out: moves without an item that is in mart_item (via wms_move.item), "
        "and moves that end before they start."
    )
    moves = _target(
        "mart_move",
        ("One record per move in wms_move.", note),
        _column("mart_move", "started_on", "wms_move.begun"),
        _column("mart_move", "ended_on", "wms_move.done"),
    )
    target = with_linked_records((items, moves), GENERAL, SCHEMA)[1]

    assert _steps(target, StepKind.FILTER) == [
        "mart_item.item_no is not null",
        "not coalesce(nullif(wms_move.done, timestamp '1900-01-01') < wms_move.begun, false)",
    ]
    assert not _steps(target, StepKind.NOTE)


@pytest.mark.parametrize(
    "note",
    [
        "Left out: moves that end before they start unless they are corrections.",
        "Only moves that are in mart_item since May.",
        "Only moves that are in mart_nothing.",
    ],
)
def test_texts_on_rows_that_are_not_understood_stay_notes(note: str) -> None:
    target = _restated(_column("mart_item", "item_no", "wms_item.item_no"), notes=(note,))

    assert note.rstrip(".") in "".join(_steps(target, StepKind.NOTE))


def test_a_driving_table_with_a_limit_keeps_its_sentence() -> None:
    items = _target(
        "mart_item",
        ("One record per closed item in wms_item.",),
        _column("mart_item", "item_no", "wms_item.item_no"),
    )

    (note,) = _steps(with_linked_records((items,), GENERAL, SCHEMA)[0], StepKind.NOTE)
    assert note.startswith("One record per closed item in wms_item")


def test_without_links_nothing_is_restated() -> None:
    items = _target(
        "mart_item", ("One record per item in wms_item.",), _column("mart_item", "a", "wms_item.title")
    )

    assert with_linked_records((items,), GENERAL[1:], SCHEMA) == (items,)


UNION = "Two feeds in one table: moves from wms_move (M), items from wms_item (I)."


def test_a_union_under_letters_has_a_rule_for_each_part() -> None:
    both = _target(
        "mart_all",
        (
            UNION,
            "M: leave out moves that are wrong (kind = 9); kind empty = not wrong. Items have no such flag.",
        ),
        _column("mart_all", "no", "id", "M- or I- in front of id, after the feed", key=True),
        _column("mart_all", "what", "", "fixed: M: Move, I: Item"),
    )
    target = with_linked_records((both,), GENERAL, SCHEMA)[0]

    assert [(c.section, c.rule_resolved) for c in target.columns] == [
        ("M", "'M-' || trim(wms_move.id)"),
        ("I", "'I-' || trim(wms_item.id)"),
        ("M", "constant 'Move'"),
        ("I", "constant 'Item'"),
    ]
    assert "coalesce(wms_move.kind <> 9, true)" in _steps(target, StepKind.FILTER)


def test_a_union_with_a_text_that_is_not_understood_stays() -> None:
    both = _target(
        "mart_all", (UNION, "Moves of May count twice."), _column("mart_all", "no", "id", key=True)
    )

    assert with_linked_records((both,), GENERAL, SCHEMA)[0].steps == both.steps

"""Texts that say what is asked from now on, legends of marks, and rules under headings that say nothing of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.engines.documents.reading import read_grids
from signoff.core.merge.asked_sayings import left_out
from signoff.core.parse import read_sheets
from signoff.core.parse.conditions_now import conditions_now
from signoff.core.parse.labels_now import paired_lines
from signoff.core.parse.legends import meanings_in
from signoff.core.parse.now_texts import asked_now
from tests.helpers.documents import build_workbook

CASES: Any = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "reading" / "asked_now.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("text", "state", "rest"), CASES["leads"])
def test_what_says_that_it_is_asked_now(text: str, state: str, rest: str) -> None:
    assert asked_now(text) == (state, rest)


@pytest.mark.parametrize(("text", "said"), CASES["left_out"])
def test_a_sentence_on_rows_as_a_filter(text: str, said: str) -> None:
    assert left_out(text) == said


@pytest.mark.parametrize(("before", "now", "said"), CASES["conditions"])
def test_what_becomes_of_each_condition(before: str, now: str, said: list[list[str]]) -> None:
    assert [list(each) for each in conditions_now(before, now)] == said


_LINES = [
    (["Filter so far", "a is filled"], ["Filter from v2 on", "a is filled"], 1),
    (["Old system", "a is filled"], ["New system", "b is filled"], 0),
    (["Filter so far", "a is filled"], ["Selection from now on", "b is filled"], 0),
    (["Filter until v1", "a is filled"], ["Filter from v1 on", "b is filled"], 0),
]


@pytest.mark.parametrize(("one", "other", "count"), _LINES)
def test_two_lines_are_one_change_where_they_are_about_the_same_rows(
    one: list[str], other: list[str], count: int, tmp_path: Path
) -> None:
    rows = [
        ["Target", "shops"],
        one,
        other,
        1,
        ["Column", "Source", "Rule", "Since"],
        ["a", "shop.a", "", "v2"],
    ]
    book = build_workbook({"shops": {"rows": rows}}, tmp_path / "m.xlsx")
    grids = read_grids(book)
    spec = read_sheets(book.name, grids)
    assert len(list(paired_lines(spec.targets, grids))) == count


@pytest.mark.parametrize(("text", "meanings"), CASES["legends"])
def test_a_legend(text: str, meanings: dict[str, str]) -> None:
    assert meanings_in(text) == meanings


@pytest.mark.parametrize("heading", CASES["rules_under_any_heading"])
def test_a_column_of_words_beside_target_and_source_is_never_passed_over(
    heading: str, tmp_path: Path
) -> None:
    rows = [
        ["Target column", "Source table", "Source column", heading],
        ["shop_no", "shop", "no", "leading zeros go"],
        ["city", "shop", "town", None],
        ["is_big", "shop", "area", "true from 400 square metres on"],
    ]
    book = build_workbook({"dim_shop": {"rows": rows}}, tmp_path / "m.xlsx")
    spec = read_sheets(book.name, read_grids(book))
    told = [f"{c.rule}{c.note}{c.description}" for c in spec.targets[0].columns]
    assert told == ["leading zeros go", "", "true from 400 square metres on"]
    assert spec.targets[0].columns[2].rule or {"P20", "P14"} & {f.code for f in spec.findings}, heading

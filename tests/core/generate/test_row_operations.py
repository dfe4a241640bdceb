"""Answers that tell a sentence on rows as one operation: how they are read, and what the grammar lets through."""

from __future__ import annotations

import pytest

from signoff.core.domain.prompts import Prompt
from signoff.core.engines.sqltext import parse_expression
from signoff.core.generate.row_operations import RowKind, read_row_operation, row_grammar

PROMPT = Prompt(
    "", "", "", "", columns=("text_01", "date_01"), column_types=("VARCHAR", "DATE"), condition=True
)


@pytest.mark.parametrize(
    ("text", "kind", "keys", "condition"),
    [
        ("WHERE date_01 IS NOT NULL", RowKind.WHERE, (), "date_01 IS NOT NULL"),
        ("ONE ROW PER text_01, text_02", RowKind.ONE_PER, ("text_01", "text_02"), ""),
        ("ONE ROW PER text_01, text_01", RowKind.ONE_PER, ("text_01",), ""),
        ("DISTINCT", RowKind.DISTINCT, (), ""),
        ("NOTHING", RowKind.NOTHING, (), ""),
        (
            "LATEST PER text_01, text_02 BY date_01 ASC",
            RowKind.LATEST,
            ("text_01", "text_02"),
            "row_number() OVER (PARTITION BY text_01, text_02 ORDER BY date_01 ASC NULLS LAST) = 1",
        ),
        (
            "LATEST PER date_01 BY date_01 DESC",
            RowKind.LATEST,
            (),
            "row_number() OVER (ORDER BY date_01 DESC NULLS LAST) = 1",
        ),
    ],
)
def test_answers_are_read(text: str, kind: RowKind, keys: tuple[str, ...], condition: str) -> None:
    found = read_row_operation(text)
    assert found is not None
    assert (found.kind, found.keys, found.condition) == (kind, keys, condition)
    if condition:
        parse_expression(condition)


@pytest.mark.parametrize(
    "text", ["", "LATEST PER text_01", "SELECT 1", "one row per text_01", "LATEST PER text_01 BY date_01"]
)
def test_other_texts_are_no_operation(text: str) -> None:
    assert read_row_operation(text) is None


def test_the_grammar_names_no_other_columns() -> None:
    start = row_grammar(PROMPT).split("\n")[:3]
    assert start[2] == 'row_column: "text_01" | "date_01"'
    assert start[0].startswith('start: "WHERE " b_')

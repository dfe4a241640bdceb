"""Source cells whose tables and columns stand in the place of the parts they are of."""

from __future__ import annotations

import pytest

from signoff.core.parse.labels import row_labels
from signoff.core.parse.sources import source_cells


@pytest.mark.parametrize(
    ("tables", "columns", "refs"),
    [
        ("a_x / b_x / c_x", "no / no / id", ["a_x.no", "b_x.no", "c_x.id"]),
        ("a_x\nb_x\nc_x", "no\nno\nid", ["a_x.no", "b_x.no", "c_x.id"]),
        ("a_x; b_x", "no; id", ["a_x.no", "b_x.id"]),
        ("a_x / - / c_x", "no", ["a_x.no", "c_x.no"]),
        ("a_x / b_x / c_x", "no / - / id", ["a_x.no", "c_x.id"]),
        ("a_x, b_x", "one, two, b_x.id", ["a_x.one", "a_x.two", "b_x.id"]),
        ("a_x, b_x", "one, two, three", ["one", "two", "three"]),
    ],
)
def test_columns_are_of_the_table_in_their_place(tables: str, columns: str, refs: list[str]) -> None:
    assert [str(ref) for ref in source_cells(tables, columns).refs] == refs


def test_how_tables_are_joined_stays_with_the_text() -> None:
    text = "left: item on item_id = item.id, and the parent item (item again) on parent_item_id"
    assert [label.value for label in row_labels(5, [(1, "Joins"), (2, text)])] == [text]

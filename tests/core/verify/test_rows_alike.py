"""Made-up rows are alike to the samples in all that is counted, and hold none of their values."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signoff.core.verify.rows_alike import NO_VALUE, Reference, TableShape, as_csv, rows_alike
from signoff.core.verify.shapes import column_shape, shape_of

ORDERS = [(f"C-{n:04d}", 1) for n in range(30)]
KEYS = column_shape("NO", "VARCHAR", ORDERS, ())
CITY = column_shape("CITY", "VARCHAR", [("Gent", 12), ("Lyon", 9), ("  ", 3), (None, 6)], ())
CODE = column_shape("CODE", "VARCHAR", [("FRM", 20), ("frm ", 4), ("SPT", 6)], {"frm"})
WHEN = column_shape("WHEN", "VARCHAR", [(f"{1 + n % 28:02d}.03.2021", 1) for n in range(28)] + [("", 2)], ())
PRICE = column_shape("PRICE", "DECIMAL(10,2)", [(f"{n}.50", 1) for n in range(30)], ())
FLAG = column_shape("FLAG", "BOOLEAN", [("true", 10), ("false", 20)], ())
LINES = column_shape("NO", "VARCHAR", [(f"C-{n:04d}", 2) for n in range(10)] + [("C-9999", 1)], ())
TABLES = (
    TableShape("ORDERS", (KEYS, CITY, CODE, WHEN, PRICE, FLAG), (("NO",),)),
    TableShape("LINES", (LINES,)),
)
REFERENCES = (Reference(("LINES", "NO"), ("ORDERS", "NO"), 11, 10),)


def made(seed: str = "1") -> dict[str, tuple[tuple[str, ...], ...]]:
    return rows_alike(TABLES, REFERENCES, written=str.lower, may_be=lambda _text: True, seed=seed, most=1_000)


def column(table: str, number: int) -> list[str]:
    return [row[number] for row in made()[table]]


def test_rows_missing_values_and_different_values_are_as_many() -> None:
    cities = Counter(column("ORDERS", 1))
    assert sorted(cities.values()) == [3, 6, 9, 12]
    assert cities["  "] == 3 and cities[NO_VALUE] == 6
    assert len(set(column("ORDERS", 0))) == 30


def test_no_value_of_a_sample_is_made_up() -> None:
    for number, shape in enumerate(TABLES[0].columns):
        kept = {text for text, _rows in shape.kept}
        assert not (set(column("ORDERS", number)) & shape.taken) - kept


def test_lengths_and_formats_are_alike() -> None:
    assert {shape_of(text) for text in column("ORDERS", 0)} <= {
        "A-9999",
        "A-0999",
        "A-0099",
        "A-0009",
        "A-0000",
    }
    assert {len(text) for text in column("ORDERS", 1) if text != NO_VALUE} == {2, 4}
    assert all(text == "" or text[2] == text[5] == "." for text in column("ORDERS", 3))
    assert all(
        text.partition(".")[2].isdigit() and len(text.partition(".")[2]) == 2 for text in column("ORDERS", 4)
    )


def test_values_the_rules_name_stay_as_they_are_written_masked() -> None:
    assert Counter(column("ORDERS", 2))["frm"] == 20
    assert set(column("ORDERS", 5)) == {"true", "false"}


def test_keys_join_as_they_did() -> None:
    orders, lines = set(column("ORDERS", 0)), column("LINES", 0)
    assert len(set(lines)) == 11 and len(set(lines) - orders) == 1


def test_a_key_of_several_columns_differs_on_every_row() -> None:
    one = column_shape("A", "INTEGER", [(str(n), 10) for n in range(5)], ())
    other = column_shape("B", "INTEGER", [(str(n), 5) for n in range(10)], ())
    table = TableShape("T", (one, other), (("A", "B"),))
    rows = rows_alike((table,), (), written=str, may_be=lambda _text: True, seed="1", most=100)["T"]
    assert len(set(rows)) == len(rows) >= 45


def test_the_same_seed_gives_the_same_rows_and_a_file_reads_back() -> None:
    assert made() == made() and made("1") != made("2")
    assert as_csv(["A", "B"], [["x,y", NO_VALUE]]) == b'A,B\n"x,y",\\N\n'


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=20, unique=True))
def test_texts_of_any_kind_are_never_given_away(texts: list[str]) -> None:
    shape = column_shape("X", "VARCHAR", [(text, 1) for text in texts], ())
    if not shape.shapes or all(set(s) <= set(s).difference("Aa9") for s, _n in shape.shapes):
        return
    rows = rows_alike(
        (TableShape("T", (shape,)),), (), written=str, may_be=lambda _t: True, seed="1", most=50
    )["T"]
    letters = {
        text for text in texts if any(each.isalnum() and each != "0" for each in text) and len(text) > 3
    }
    assert not {row[0] for row in rows} & letters


@pytest.mark.parametrize(
    ("text", "shape"), [("Ab-12", "Aa-99"), ("0012", "0099"), ("x" * 50, "~50"), ("Über 7", "Aaaa 9")]
)
def test_a_shape_tells_no_letter(text: str, shape: str) -> None:
    assert shape_of(text) == shape

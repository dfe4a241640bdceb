"""Grids under numbered headings of their own, between lines that mention other tables: each is its own target."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import Spec, StepKind
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse import read_sheets

HEADER = ("Field", "Format", "Source", "Rule")
ROWS = (
    HEADER,
    ("order_id", "VARCHAR", "orders.order_id", "number to text"),
    ("state", "VARCHAR", "orders.state", ""),
)
TOTALS = (
    HEADER,
    ("order_id", "VARCHAR", "order_info.order_id", ""),
    ("lines", "BIGINT", "order_line.line_no", "number of lines"),
)


def _spec(heading: str, *lines: str) -> Spec:
    first = (("1. order_info",), ("Orders. One record per order.",), ("Base: orders",), *ROWS)
    second = ((heading,), *((line,) for line in lines), *TOTALS)
    return read_sheets("b.xlsx", (SheetGrid("Mapping", (*first, ("",), *second)),))


@pytest.mark.parametrize("heading", ["2. order_totals", "2) order_totals", "(2) order_totals"])
@pytest.mark.parametrize(
    "line",
    [
        "Figures per order. One record per order of order_info, also those without lines.",
        "One record per order, all orders that are in order_info.",
    ],
)
def test_a_target_with_a_heading_of_its_own_is_not_put_into_the_one_a_line_mentions(
    heading: str, line: str
) -> None:
    spec = _spec(heading, line, "Base: order_info; order_line on order_id, optional, grouped by order.")
    assert [(t.name, len(t.columns)) for t in spec.targets] == [("order_info", 2), ("order_totals", 2)]
    notes = [s.condition for s in spec.targets[1].steps if s.kind is StepKind.NOTE]
    assert notes == [line, "Base: order_info; order_line on order_id, optional, grouped by order."]


@pytest.mark.parametrize("line", ["Base view: order_info", "Tables: order_info, order_line", "Orders."])
def test_tables_that_are_read_and_a_sentence_of_one_word_name_no_target(line: str) -> None:
    assert [t.name for t in _spec("2. order_totals", line).targets] == ["order_info", "order_totals"]


def test_a_heading_without_a_number_right_over_its_sentences_names_the_target() -> None:
    line = "Figures per order. One record per order of order_info, also those without lines."
    assert [t.name for t in _spec("order_totals", line).targets] == ["order_info", "order_totals"]


def test_a_line_under_a_heading_that_speaks_into_another_target_is_of_that_one() -> None:
    spec = _spec("2. order_totals", "Only rows with a state come into order_info.")
    notes = {t.name: [s.condition for s in t.steps] for t in spec.targets}
    assert "Only rows with a state come into order_info." in notes["order_info"]


def test_a_title_of_words_still_names_the_table_in_it() -> None:
    spec = _spec("Totals of orders for order_totals", "All orders.")
    assert [t.name for t in spec.targets] == ["order_info", "order_totals"]


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("Base: orders joined to customer on customer_id. All rows.", True),
        ("Base: orders; customer on customer_id, optional.", True),
        ("Base: WAREHOUSE", False),
        (
            "Driving table: orders. Buyer: customer on buyer_id; seller: customer on seller_id. All optional.",
            True,
        ),
    ],
)
def test_a_base_with_sentences_behind_it_tells_of_rows(line: str, is_told: bool) -> None:
    spec = read_sheets("b.xlsx", (SheetGrid("Mapping", (("1. order_info",), (line,), *ROWS)),))
    assert (line in [s.condition for s in spec.targets[0].steps]) is is_told

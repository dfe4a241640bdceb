"""Rules that speak of the parts of a union one by one."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import ColumnMapping, SourceRef, Step, StepKind, TargetMapping
from signoff.core.merge.part_rules import Part, rule_of_part
from signoff.core.merge.stepping import read_section, sections_of
from tests.core.merge.cases import schema_of

PARTS = (Part("Shops", 1, "stg_shop_sales"), Part("Web", 2, "web_orders"))

SAID = (
    ("Section 1: constant 'SHOP'. Section 2: constant 'WEB'", "constant 'SHOP'", "constant 'WEB'"),
    ("Shops: 'S'; Web: 'W'", "'S'", "'W'"),
    ("shop sales: till number; web orders: empty", "till number", "empty"),
    ("first part: sold_at; second part: ordered_at plus 1 day", "sold_at", "ordered_at plus 1 day"),
    ("sold_at for shops; ordered_at for web", "sold_at", "ordered_at"),
    ("'S' (Shops); 'W' (Web)", "'S'", "'W'"),
    (
        "day of sold_at in the first section; day of ordered_at in the second section",
        "day of sold_at",
        "day of ordered_at",
    ),
    ("Shops -> 'S', Web -> 'W'", "'S'", "'W'"),
    ("'SHOP' / 'WEB'", "'SHOP'", "'WEB'"),
    ("Web: discount; others: 0", "0", "discount"),
    (
        "shop for rows out of stg_shop_sales, web for rows out of web_orders",
        "constant 'shop'",
        "constant 'web'",
    ),
    (
        "'shop' for the rows from stg_shop_sales and 'web' for the rows from web_orders",
        "constant 'shop'",
        "constant 'web'",
    ),
    ("rows out of stg_shop_sales: shop, rows out of web_orders: web", "constant 'shop'", "constant 'web'"),
    ("sum. Web delivers cents: divide by 100", "sum", "sum, divide by 100"),
    ("sum; web_orders is in cents: divide by 100", "sum", "sum, divide by 100"),
    ("sum. Web delivers cents on Sundays: divide by 100", None, None),
    ("sum. Web delivers cents: divide by 100. Only paid ones.", None, None),
    ("shop for rows out of stg_shop_sales, web for rows out of web_orders since 2020", None, None),
    ("trim; blank becomes NULL", None, None),
    ("A: open; B: closed", None, None),
    ("Shops: 'S'; upper case", None, None),
    ("Shops: 'S'; Shops: 'T'; Web: 'W'", None, None),
)


@pytest.mark.parametrize(("rule", "first", "second"), SAID, ids=[each[0] for each in SAID])
def test_each_part_gets_what_is_said_of_it(rule: str, first: str | None, second: str | None) -> None:
    """A rule that names both parts says each its own; any other stays whole."""
    assert [rule_of_part(rule, part, PARTS) for part in PARTS] == [first, second]


def test_a_section_that_begins_with_a_union_line_begins_with_its_table() -> None:
    """``union all`` with a table, in a section of its own, is what that section starts from."""
    steps = [
        Step("t", 1, StepKind.DRIVING, section="A", table="shops", alias="s"),
        Step("t", 2, StepKind.UNION_ALL, section="B", table="web", alias="w"),
        Step("t", 3, StepKind.INNER_JOIN, section="B", table="prices", alias="p", condition="w.id = p.id"),
    ]
    (_, first), (_, second) = sections_of(steps)
    assert [(s.kind, s.table) for s in (*first, *second)] == [
        (StepKind.DRIVING, "shops"),
        (StepKind.DRIVING, "web"),
        (StepKind.INNER_JOIN, "prices"),
    ]


def test_a_note_that_asks_for_rows_of_each_row_is_done_with_the_driving_table() -> None:
    """``for every stay one row per month …`` as a note beside the table that has the ends."""
    schema = schema_of({"tables": {"stay_log": "guest VARCHAR, came_on DATE, left_on DATE"}})
    target = TargetMapping("t", (ColumnMapping("t", "guest", sources=(SourceRef("stay_log", "guest"),)),))
    steps = [
        Step("t", 1, StepKind.DRIVING, table="stay_log", alias="s"),
        Step("t", 2, StepKind.NOTE, condition="for every visit one row per month from came_on to left_on"),
    ]
    (relation,) = read_section("", steps, target, schema, lambda _text, _scope: None).relations
    assert (relation.alias, relation.carries[-1].name) == ("s", "month")

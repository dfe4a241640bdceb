"""Rows made up at the edges of a rule: from its words and the columns, never from drafts or sample values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.verify.boundary import EdgeColumn, edge_values
from signoff.core.verify.forgiving import forgiving
from signoff.core.verify.made_up_rows import MOST_ROWS, made_up_rows

STATUS = EdgeColumn("o", "status", "VARCHAR", known=("OPEN", "SHUT"), shapes=("AAAA",))
NOTE = EdgeColumn("o", "note", "VARCHAR", known=("late",))
AMOUNT = EdgeColumn("p", "amount", "DECIMAL(10,2)")
ENDED = EdgeColumn("p", "ended", "DATE")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as empty:
        empty.load([])
        yield empty


def _values(rule: str, column: EdgeColumn, literals: Sequence[str] = ()) -> tuple[str | None, ...]:
    return edge_values(rule, literals, [column])[0]


def test_a_code_stands_exact_in_other_case_padded_near_and_beside_nothing_and_blank() -> None:
    found = _values("closed when 'SHUT'", STATUS, ["SHUT"])
    assert {"SHUT", "shut", " SHUT ", "SHUTX", None, "", "  "} <= set(found)
    assert found[0] == "SHUT"


def test_a_code_goes_to_the_column_whose_samples_know_it() -> None:
    status, note = edge_values("SHUT or late", ["SHUT", "late"], [STATUS, NOTE])
    assert "shut" in status and "LATE" not in status
    assert "LATE" in note and "SHUT" not in note


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("from 100 on", {"99", "100", "101", "99.99", "100.01"}),
        ("12.5 percent of it", {"12.5", "0.125"}),
        ("the amount", {"0", "-1", None, "999999.99", "2.345"}),
        ("since 2020-01-01", {"0"}),
    ],
)
def test_numbers_stand_below_at_and_above_those_of_the_rule(rule: str, wanted: set[str | None]) -> None:
    found = _values(rule, AMOUNT)
    assert wanted <= set(found) and "2020" not in found


def test_whole_numbers_stay_whole() -> None:
    found = _values("rounded to 2.5", EdgeColumn("o", "pieces", "INTEGER"))
    assert all(value is None or "." not in value for value in found)


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("until 03/04/2024", {"2024-03-03", "2024-03-04", "2024-03-05", "2024-04-02", "2024-04-03"}),
        ("after 2020-12-31", {"2020-12-30", "2020-12-31", "2021-01-01"}),
        ("in 2019", {"2018-12-31", "2019-01-01", "2019-12-31", "2020-01-01"}),
        ("the date", {"2024-02-29", "2024-01-31", None}),
    ],
)
def test_days_stand_before_at_and_after_those_of_the_rule(rule: str, wanted: set[str | None]) -> None:
    assert wanted <= set(_values(rule, ENDED))


def test_texts_that_hold_dates_are_dates_and_one_that_is_none() -> None:
    column = EdgeColumn("o", "day", "VARCHAR", shapes=("99.99.9999",))
    found = _values("as a date", column)
    assert found[0] == "15.03.2024" and {"04.03.2024", "03.04.2024", "not a date", ""} <= set(found)


def test_rows_are_few_the_same_each_time_and_hold_pairs_of_edges(sandbox: Sandbox) -> None:
    columns = (STATUS, NOTE, AMOUNT, ENDED)
    rule = "SHUT and from 100 on until 2024-06-30"
    made = made_up_rows(rule, ["SHUT"], columns)
    assert made == made_up_rows(rule, ["SHUT"], columns)
    assert len(made.rows) <= MOST_ROWS and len(set(made.rows)) == len(made.rows)
    assert any(row[0] is None and row[3] is None and row[2] is not None for row in made.rows)
    answer = sandbox.run(f"SELECT o.status, o.note, p.amount, p.ended {made.frame} ORDER BY {made.identity}")
    assert answer.types == ("VARCHAR", "VARCHAR", "DECIMAL(10,2)", "DATE")
    assert [row[0] for row in answer.rows] == [row[0] for row in made.rows]


def test_odd_texts_reach_the_engine_as_they_are(sandbox: Sandbox) -> None:
    made = made_up_rows("the one of 'O''Neil; x'", ["O'Neil; x"], (STATUS,))
    answer = sandbox.run(f"SELECT o.status {made.frame} ORDER BY {made.identity}", limit=1)
    assert answer.rows == (("O'Neil; x",),)


def test_grouped_rows_come_in_small_groups_with_one_key_each(sandbox: Sandbox) -> None:
    key = EdgeColumn("o", "order_id", "INTEGER")
    made = made_up_rows("total", [], (AMOUNT, STATUS), keys=(key,), key_sql=("o.order_id",), is_grouped=True)
    rows = sandbox.run(f"SELECT o.order_id, count(*), sum(p.amount) {made.frame} ORDER BY 1").rows
    assert rows[:4] == ((0, 1, "10.00"), (1, 2, "20.00"), (2, 2, None), (3, 2, "10.00"))
    assert {row[1] for row in rows} == {1, 2, 3}


def test_what_is_grouped_by_is_the_same_in_a_group(sandbox: Sandbox) -> None:
    made = made_up_rows("total", [], (AMOUNT, STATUS), key_sql=("o.status",), is_grouped=True)
    answer = sandbox.run(f"SELECT {made.identity}, count(*) {made.frame}")
    assert len({row[0] for row in answer.rows}) == len(answer.rows)


@pytest.mark.parametrize(
    ("sql", "value"),
    [
        ("CAST('x' AS INTEGER) + 1", None),
        ("CAST(strptime('x', '%d.%m.%Y') AS DATE)", None),
        ("CAST('2' AS INTEGER) + 1", 3),
        ("sum(CAST('x' AS INTEGER))", None),
    ],
)
def test_a_value_that_can_not_be_converted_is_none_and_stops_nothing(
    sandbox: Sandbox, sql: str, value: object
) -> None:
    assert sandbox.run(f"SELECT {forgiving(sql)}").rows == ((value,),)


def test_what_can_not_be_read_is_left_as_it_is() -> None:
    assert forgiving("nope(") == "nope("

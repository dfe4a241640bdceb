"""Lists of changes that say one thing a line: what limits or contradicts a line keeps its change from being made."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.core.domain.mandates import MandateState
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.merge.markwords import says_both, state_of_cell
from signoff.core.parse.one_row_each import with_one_row_each
from tests.core.pipeline.row_requests import PACKAGES, drafted, row_request

CASE = PACKAGES / "one_change_a_line.yml"


@pytest.mark.parametrize(
    ("line", "instead", "kept"),
    [
        (
            row_request(CASE).data["asked"],
            "loans with status cancelled are not counted in first_loan, but they are in loan_count",
            "select * from {{ ref('stg_lib__loan') }}\n",
        ),
        ("0 without fees", "0 without loans", "reader_fees.all_fees"),
        ("0 for readers without loans", "0 for young readers without loans", "reader_loans.number_of_loans"),
        (
            "sum of amount over fees with fee_kind repair",
            "sum of amount over fees with fee_kind repair, next to the other two",
            "sum(fees.amount) as all_fees\n    from fees",
        ),
    ],
)
def test_what_is_not_understood_wholly_is_not_made(
    line: str, instead: str, kept: str, tmp_path: Path
) -> None:
    draft = drafted(row_request(CASE), tmp_path, instead=(line, instead))
    assert kept in draft.text or "null as" in draft.text
    assert {"D01", "D47", "D202", "D254"} & {finding.code for finding in draft.findings}


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "listed_in_another_table",
            "A booking which was moved to another one must not show up any more. Its price stands in moved_booking_id",
        ),
        (
            "listed_in_another_table",
            "A booking which was moved before 2024 must not show up any more. Its id then stands in moved_booking_id",
        ),
        (
            "before_and_after_without_sources",
            "Bookings of test guests older than 2020 are noise, leave them out: guest_name ends in Test.",
        ),
        (
            "only_these_and_none_of_those",
            "From this release only paid web bookings (booking is_paid = true), and nothing from old staff guests.",
        ),
    ],
)
def test_rows_that_are_limited_further_stay_and_are_told(name: str, sentence: str, tmp_path: Path) -> None:
    case = row_request(PACKAGES / f"{name}.yml")
    draft = drafted(case, tmp_path, instead=(case.data["asked"], sentence))
    assert "\nwhere " not in draft.text
    assert {"D202", "D254"} & {finding.code for finding in draft.findings}


def _row(state: str, rule: str = "", note: str = "") -> ColumnMapping:
    return ColumnMapping("loans", "loan_count", rule=rule, rule_resolved=rule, note=note, state=state)


@pytest.mark.parametrize(
    ("rows", "left"),
    [
        ([_row("rename", note="number_of_loans"), _row("rule", "0 if none")], 1),
        ([_row("rename", note="number_of_loans"), _row("rule", "0 if none"), _row("rule", "1 if none")], 3),
        ([_row("rename", "1 if none", "number_of_loans"), _row("rule", "0 if none")], 2),
        ([_row("rename"), _row("rule", "0 if none")], 2),
        ([_row("new", note="number_of_loans"), _row("rule", "0 if none")], 2),
    ],
)
def test_two_rows_on_one_column_are_one_change_where_one_only_renames(
    rows: list[ColumnMapping], left: int
) -> None:
    (told,) = with_one_row_each((TargetMapping("loans", tuple(rows)),))
    assert len(told.columns) == left
    if left == 1:
        assert (told.columns[0].was, told.columns[0].rule) == ("number_of_loans", "0 if none")


@pytest.mark.parametrize(
    ("mark", "both"),
    [
        ("rename, rule", True),
        ("renamed and changed", True),
        ("renamed", False),
        ("rule", False),
        ("renamed, rule unchanged", False),
    ],
)
def test_a_mark_that_renames_and_changes(mark: str, both: bool) -> None:
    assert says_both(mark) is both


@pytest.mark.parametrize(
    ("mark", "state"),
    [
        ("rule", MandateState.CHANGED),
        ("logic", MandateState.CHANGED),
        ("rule unchanged", MandateState.UNCHANGED),
        ("rule of thumb", None),
    ],
)
def test_what_changes_as_a_mark(mark: str, state: MandateState | None) -> None:
    assert state_of_cell(mark) is state

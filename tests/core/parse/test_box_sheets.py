"""A sheet with one line for each target tells what it reads, joins, leaves out and has one row of."""

from __future__ import annotations

from signoff.core.domain.spec import Spec, StepKind
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.reader import read_sheets

_GRID = (
    ("Table", "Field", "From", "Source field", "Logic"),
    ("members", "member_id", "crm_members", "no", "copy"),
    ("", "town", "crm_members", "town", "trim"),
    ("loans", "loan_id", "lib_loans", "id", "copy"),
    ("", "title", "lib_books", "title", "copy"),
)


def _read(*rows: tuple[str, ...]) -> Spec:
    return read_sheets("mapping.xlsx", [SheetGrid("Mapping", _GRID), SheetGrid("Rows of each table", rows)])


def _steps(spec: Spec, target: str) -> list[tuple[StepKind, str, str]]:
    found = next(t for t in spec.targets if t.name == target)
    return [(s.kind, s.table, s.condition) for s in found.steps]


def test_each_line_becomes_the_steps_of_its_target() -> None:
    spec = _read(
        ("Table", "FROM", "JOIN", "WHERE", "One row per", "Remarks"),
        ("members", "crm_members", "–", "town is filled", "no", "moved in 2024"),
        ("loans", "lib_loans", "LEFT JOIN lib_books ON book_id", "state <> 'draft'", "id", ""),
    )

    assert (StepKind.DRIVING, "crm_members", "") in _steps(spec, "members")
    assert (StepKind.NOTE, "", "moved in 2024") in _steps(spec, "members")
    assert (StepKind.LEFT_JOIN, "lib_books", "book_id") in _steps(spec, "loans")
    assert (StepKind.FILTER, "", "state <> 'draft'") in _steps(spec, "loans")
    assert not any(kind is StepKind.FILTER and "draft" in said for kind, _, said in _steps(spec, "members"))
    assert not [u for u in spec.unused if u.cell.sheet == "Rows of each table"]


def test_a_heading_of_two_pieces_and_a_column_that_tells_rows_are_read() -> None:
    spec = _read(
        ("Table", "Main source", "Joins", "Rows kept / selection", "Hints for the team"),
        ("members", "crm_members", "none", "town is filled", "members who left are thrown away"),
        ("loans", "lib_loans", "none", "state <> 'draft'", "we do not need loans of the staff"),
    )

    assert (StepKind.FILTER, "", "state <> 'draft'") in _steps(spec, "loans")
    assert (StepKind.NOTE, "", "we do not need loans of the staff") in _steps(spec, "loans")


def test_a_table_that_is_no_target_keeps_its_line_unused() -> None:
    spec = _read(
        ("Model", "Main table", "Joins", "Filter"),
        ("members", "crm_members", "none", "town is filled"),
        ("visits", "lib_visits", "none", "none"),
    )

    assert (StepKind.FILTER, "", "town is filled") in _steps(spec, "members")
    assert {u.cell.row for u in spec.unused if u.cell.sheet == "Rows of each table"} == {3}


def test_steps_in_lines_of_their_own_stay_steps() -> None:
    spec = _read(
        ("Target", "Step", "Table", "Condition"),
        ("loans", "driving", "lib_loans", ""),
        ("loans", "left join", "lib_books", "book_id"),
        ("loans", "filter", "", "state <> 'draft'"),
    )

    assert (StepKind.LEFT_JOIN, "lib_books", "book_id") in _steps(spec, "loans")


def test_remarks_on_rows_stay_remarks() -> None:
    spec = _read(
        ("Table", "Main source", "Joins", "Which rows / remarks"),
        ("members", "crm_members", "none", "All members. Honorary members (kind = 'H') pay nothing."),
        ("loans", "lib_loans", "none", "All loans."),
    )

    assert [kind for kind, _, said in _steps(spec, "members") if "Honorary" in said] == [StepKind.NOTE]

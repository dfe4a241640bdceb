"""Lists of changes: descriptions and marks that hold rules, new names of columns, lines on rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.parse.reader import parse_document
from tests.helpers.documents import build_workbook


def _read(folder: Path, *lines: str) -> TargetMapping:
    rows = [[cell or None for cell in line.split("|")] for line in lines]
    return parse_document(build_workbook({"Changes": {"rows": rows}}, folder / "m.xlsx")).targets[0]


def _row(folder: Path, line: str, header: str = "model|field|change|source|description") -> ColumnMapping:
    return _read(folder, header, line, "loans|other_id|new|stg_loan.other_id|").columns[0]


@pytest.mark.parametrize(
    ("source", "text", "is_rule"),
    [
        ("stg_loan.shelf", "shelf of the book; A if it is empty", True),
        ("stg_loan.shelf", "shelf that the book stands on", False),
        ("stg_loan.fee", "sum of the fees", True),
        ("stg_loan.late_days", "number of days late", False),
        ("", "shelf that the book stands on", True),
    ],
)
def test_a_description_is_the_rule_where_it_says_how(
    source: str, text: str, is_rule: bool, tmp_path: Path
) -> None:
    row = _row(tmp_path, f"loans|late_days|new|{source}|{text}")
    assert row.rule == (text if is_rule else "")
    assert row.description == text


def test_descriptions_beside_rules_stay_descriptions(tmp_path: Path) -> None:
    header = "model|field|change|source|rule|description"
    first = "loans|shelf|new|stg_loan.shelf||A if it is empty"
    target = _read(tmp_path, header, first, "loans|fee|changed|stg_loan.fee|0 if empty|what was paid")
    assert target.columns[0].rule == ""


def test_a_mark_and_the_rule_behind_it_are_parted(tmp_path: Path) -> None:
    header = "Model|Column|Update|Comes from"
    row = _row(tmp_path, "loans|shelf|Changed. Loans without a shelf read 'none'.|stg_loan.shelf", header)
    assert (row.state, row.rule) == ("Changed", "Loans without a shelf read 'none'.")


@pytest.mark.parametrize("said", ["renamed to late_fee", "Rename: late_fee", "now called late_fee"])
def test_a_row_under_the_old_name_gets_the_new_one(said: str, tmp_path: Path) -> None:
    row = _row(tmp_path, f"loans|fee|{said}|stg_loan.fee|")
    assert (row.name, row.was) == ("late_fee", "fee")


def test_a_new_name_that_has_a_row_of_its_own_is_left_alone(tmp_path: Path) -> None:
    row = _row(tmp_path, "loans|fee|renamed to other_id|stg_loan.fee|")
    assert (row.name, row.was) == ("fee", "")


@pytest.mark.parametrize(("state", "asked"), [("new", "from now on"), ("keep", "")])
def test_lines_on_rows_are_asked_where_every_row_is_a_change(state: str, asked: str, tmp_path: Path) -> None:
    line = "loans||rows||loans with is_practice = true are excluded"
    rows = ["loans|shelf|new|stg_loan.shelf|", f"loans|fee|{state}|stg_loan.fee|"]
    target = _read(tmp_path, "model|field|change|source|description", *rows, line)
    assert [step.state for step in target.steps if "is_practice" in step.condition] == [asked]

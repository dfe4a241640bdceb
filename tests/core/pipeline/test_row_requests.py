"""Sentences of a document that change which rows existing SQL gives: followed to the byte, or said to be open."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.core.domain.findings import Severity
from signoff.core.merge.changed_rows import Way, asks_for_change, changed_rows
from signoff.core.parse.reader import parse_document
from signoff.core.pipeline.told_history import history_rows
from tests.core.pipeline.row_requests import FOLDER, PACKAGES, drafted, row_request
from tests.helpers.documents import build_workbook

CASES = sorted((*FOLDER.glob("*.yml"), *PACKAGES.glob("*.yml")))


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_the_file_comes_out_as_written_beside_the_request(path: Path, tmp_path: Path) -> None:
    case = row_request(path)
    draft = drafted(case, tmp_path)
    assert draft.text == case.after
    assert "D202" not in [finding.code for finding in draft.findings]
    assert draft.edits is not None and draft.edits.reverted(draft.text) == case.before


SAID_OTHERWISE = [
    pytest.param(path, asked, id=f"{path.stem}-{number}")
    for path in CASES
    for number, asked in enumerate(row_request(path).data.get("otherwise", ()))
]


@pytest.mark.parametrize(("path", "asked"), SAID_OTHERWISE)
def test_the_same_request_in_other_words_gives_the_same_file(path: Path, asked: str, tmp_path: Path) -> None:
    case = row_request(path)
    draft = drafted(case, tmp_path, instead=(case.data["asked"], asked))
    assert draft.text == case.after
    assert "D202" not in [finding.code for finding in draft.findings]


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("orders_on_two_tables", " unless they are older than 2020"),
        ("only_these_rows", " in the first week of a month"),
        ("one_row_an_id", " unless it is archived"),
        ("one_row_an_id", " among those with a badge"),
        ("latest_instead_of_a_flag", " except for test ads"),
        ("groups_of_another_size", " without a break"),
        ("another_source_table", " for the year 2024"),
        ("another_source_table", " unless a reading is older"),
        ("third_part_in_a_note", " unless they are damaged"),
        ("third_part_in_a_note", " and article"),
    ],
)
def test_a_limit_behind_an_order_is_not_passed_over(name: str, more: str, tmp_path: Path) -> None:
    case = row_request(FOLDER / f"{name}.yml")
    said = case.data["otherwise"][0].rstrip(".")
    draft = drafted(case, tmp_path, instead=(case.data["asked"], f"{said}{more}."))
    assert draft.text != case.after
    assert {"D202", "D254"} & {finding.code for finding in draft.findings}


_ASKED = "Orders of training shops (is_training is true) are to disappear from the list."


@pytest.mark.parametrize(
    "sentence",
    [
        "Orders of training shops older than two years (is_training is true) are to disappear from the list.",
        "Foreign orders of training shops (is_training is true) are to disappear from the list.",
        "Orders without a customer are no longer listed.",
        "Cancelled orders are shown again.",
        "Orders from 2024-01-05 on instead of 2023-01-01.",
        "Of several orders of a shop only the dearest is shown from now on.",
        "Shops with fewer than 2 orders a week are no longer listed.",
        "Orders of training shops (is_training is true) are no longer listed, unless they are paid.",
        "Show only orders of training shops older than two years from now on.",
        "Leave out foreign orders of training shops with is_training = true from now on.",
        "Do not list orders of training shops (is_training is true) any more unless they are paid.",
        "From now on leave out orders with is_training = true of shops that are closed.",
        "Do not trust is_training of stg_shops any more.",
        "Do not trust is_training any more. Keep one order a shop: the best one.",
    ],
)
def test_a_sentence_that_is_not_understood_changes_no_row_and_is_said(sentence: str, tmp_path: Path) -> None:
    case = row_request(FOLDER / "new_filter_on_a_joined_table.yml")
    draft = drafted(case, tmp_path, instead=(_ASKED, sentence))
    told = [f for f in draft.findings if f.code == "D202"]
    assert told and all(f.severity is Severity.ERROR and f.cell is not None for f in told)
    assert " where " not in f" {' '.join(draft.text.split())} " and " inner join" not in draft.text


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Rows: cancelled orders are shown again. Test orders are still left out.", [Way.IN, Way.STAY]),
        ("Invoices without a customer got lost so far. They must be shown too", [Way.STAY, Way.IN]),
        ("from now on closed accounts (is_closed) are left out; all others stay", [Way.OUT, Way.STAY]),
        ("only orders over 100 instead of 50", [Way.BOUND]),
        (
            "The feed sends some rows twice. Per order_no only the newest row is kept now",
            [Way.STAY, Way.PICK],
        ),
        ("the report is to be faster", [Way.OPEN]),
        ("Leave out A with x = 1, and do not count B with y = 2 now", [Way.OUT, Way.OUT]),
        ("Please stop listing test shops now. The flag is always filled.", [Way.OUT, Way.STAY]),
        ("Show cancelled bookings again", [Way.IN]),
        ("From now on show only paid ones", [Way.ONLY]),
        (
            "Test bills (is_test is true) and void ones (voided_on filled) are not counted now",
            [Way.OUT, Way.OUT],
        ),
        ("Open requests stop appearing: keep only rows with status PAID", [Way.ONLY]),
        ("The team lookup must not lose people any more", [Way.IN]),
        ("Whoever has no team appears with an empty team_name now", [Way.IN]),
        ("From now on bills with is_void = true are left out, all the others stay", [Way.OUT, Way.STAY]),
        ("Deleted firms are left out now. No value in the flag means deleted.", [Way.OUT, Way.OPEN]),
    ],
)
def test_each_sentence_is_told_apart(text: str, ways: list[Way]) -> None:
    assert asks_for_change(text)
    assert [said.way for said in changed_rows(text)] == ways


def test_what_a_pronoun_means_is_taken_from_the_sentence_before() -> None:
    said = changed_rows("Invoices without a matching customer got lost so far. They must be shown too")
    assert said[1].rows == "Invoices without a matching customer"


def test_a_filter_that_no_condition_of_the_file_answers_is_told(tmp_path: Path) -> None:
    case = row_request(PACKAGES / "filter_line_is_a_sentence.yml")
    line = next(each for each in case.data["document"]["Mapping"].splitlines() if each.startswith("Filter|"))
    draft = drafted(case, tmp_path, instead=(line, "Filter|the usual bookings of the season"))
    told = [f for f in draft.findings if f.code in ("D202", "D254")]
    assert told and all(f.cell is not None for f in told)
    assert " where " not in f" {' '.join(draft.text.split())} "


HISTORY = {
    "Mapping": {
        "rows": [
            ["Table", "bills"],
            1,
            ["Column", "Source table", "Source column", "Rule", "Status"],
            ["bill_id", "stg_bills", "bill_id", "copy", "unchanged"],
            ["amount", "stg_bills", "amount", "copy", "unchanged"],
        ]
    },
    "History": {
        "rows": [["Version", "What"], ["1.0", "first version of it"], ["1.1", "deleted bills are left out"]]
    },
}


def test_the_last_entry_of_a_history_that_changes_rows_is_told(tmp_path: Path) -> None:
    spec = parse_document(build_workbook(HISTORY, tmp_path / "mapping.xlsx"))
    told = list(history_rows(spec, ["bills"]))
    assert [(f.code, f.target) for f in told] == [("D202", "bills")] and told[0].cell is not None
    assert not list(history_rows(spec, []))

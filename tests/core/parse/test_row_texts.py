"""Texts about rows: lists under a line, equal rows, remarks beside the first column."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import StepKind, TargetMapping
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse import read_sheets

HEADER = ("Destination Field", "Source field", "Logic", "Comment field")


def _target(*above: str, remark: str = "", later: str = "") -> TargetMapping:
    lines = [("PERSON", "", "", ""), *[(text, "", "", "") for text in above]]
    rows = [
        ("person_id", "PAT.pat_no", "", remark),
        ("surname", "PAT.surname", "", ""),
        ("sex", "PAT.sex", "", later),
    ]
    return read_sheets("book.xlsx", [SheetGrid("person", (*lines, ("",) * 4, HEADER, *rows))]).targets[0]


def _notes(target: TargetMapping) -> list[str]:
    return [step.condition for step in target.steps if step.kind is StepKind.NOTE]


@pytest.mark.parametrize(
    ("lead", "first", "word"),
    [
        (
            "Built from PAT, one line per patient, BUT without",
            "Built from PAT, one line per patient",
            "without",
        ),
        ("All rows of PAT except", "All rows of PAT", "except"),
        ("Taken from PAT, excluding:", "Taken from PAT", "excluding"),
        ("Taken from PAT, leaving out the following:", "Taken from PAT", "leaving out"),
        ("From PAT, but only those", "From PAT", "only"),
    ],
)
@pytest.mark.parametrize("bullet", ["- ", "  - ", "• ", "1) ", "a) "])
def test_each_item_says_itself_what_becomes_of_it(lead: str, first: str, word: str, bullet: str) -> None:
    target = _target(lead, f"{bullet}records with merged_into,", f"{bullet}test patients (kind = T).")
    assert _notes(target) == [first, f"{word} records with merged_into", f"{word} test patients (kind = T)"]


def test_a_line_that_leads_to_nothing_stays_whole() -> None:
    assert _notes(_target("Built from PAT, nothing is left without", "one row per patient")) == [
        "Built from PAT, nothing is left without",
        "one row per patient",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "CRM has delivered some records twice. Count them once.",
        "Some lines come several times, identical in all fields",
        "When a sample was run again we have several lines: the one validated last wins",
        "Records may be doubled in the export",
        "A patient may be in the file more than once",
    ],
)
def test_texts_about_equal_rows_are_notes(text: str) -> None:
    assert _notes(_target(text)) == [text]


@pytest.mark.parametrize(
    "remark",
    [
        "Pupils marked as deleted (DEL_FLAG Y) are not handed over",
        "Drafts (STATUS 10) are not loaded; orders without a status are.",
        "Only pupils of PAT for whom there is no guardian",
        "one row per patient",
        "test rows are left out",
        "Entries without a date are skipped",
    ],
)
def test_a_remark_about_rows_beside_the_first_column(remark: str) -> None:
    target = _target(remark=remark)
    assert _notes(target) == [remark]
    assert target.columns[0].note == remark


@pytest.mark.parametrize(
    "remark",
    [
        "natural key",
        "not null",
        "only the first 10 characters",
        "never empty",
        "goes on letters",
        "only if filled",
    ],
)
def test_a_remark_about_the_column_makes_no_step(remark: str) -> None:
    assert _notes(_target(remark=remark)) == []


def test_a_remark_beside_a_later_column_makes_no_step() -> None:
    assert _notes(_target(later="test rows are left out")) == []

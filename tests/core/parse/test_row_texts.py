"""Texts about rows: lists under a line, equal rows."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import StepKind, TargetMapping
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse import read_sheets

HEADER = ("Destination Field", "Source field", "Logic", "Comment field")


def _target(*above: str) -> TargetMapping:
    lines = [("PERSON", "", "", ""), *[(text, "", "", "") for text in above]]
    rows = [("person_id", "PAT.pat_no", "", ""), ("surname", "PAT.surname", "", "")]
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

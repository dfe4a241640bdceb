"""Words that a cover sheet defines, and rows that are loaded only where their partner exists."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import Spec, StepKind
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse import read_sheets

HEADER = ("Destination Field", "Source field", "Logic", "Comment field")
LOOKUP = "look up PERSON by person_source_value = pat_no"
JOIN = "inner join PERSON on person_source_value = pat_no"


def _spec(*cover: str, rule: str = "person", above: str = "Lab results out of LAB.") -> Spec:
    sheet = SheetGrid(
        "measurement",
        (
            ("MEASUREMENT", "", "", ""),
            (above, "", "", ""),
            ("",) * 4,
            HEADER,
            ("lab_no", "LAB.lab_no", "", ""),
            ("person_id", "LAB.pat_no", rule, ""),
        ),
    )
    return read_sheets("book.xlsx", [SheetGrid("Read me", tuple((text,) for text in cover)), sheet])


def _rule(spec: Spec) -> str:
    return spec.targets[0].columns[1].rule_resolved or spec.targets[0].columns[1].rule


def _joins(spec: Spec) -> list[str]:
    return [s.condition for s in spec.targets[0].steps if s.kind is StepKind.NOTE and "join" in s.condition]


@pytest.mark.parametrize(
    "cover",
    [
        '2. person_id: if a sheet says "person", look up PERSON by person_source_value = pat_no of the source line.',
        'Where a rule says "person", look up PERSON by person_source_value = pat_no.',
        '"person" means look up PERSON by person_source_value = pat_no',
        '"person" stands for: look up PERSON by person_source_value = pat_no of the source row',
        "When the logic just says 'person', look up PERSON by person_source_value = pat_no in the same record.",
    ],
)
def test_a_defined_word_stands_for_its_meaning(cover: str) -> None:
    assert _rule(_spec(cover)) == LOOKUP
    assert _rule(_spec(cover, rule="Person, may be empty")) == f"{LOOKUP}, may be empty"
    assert _rule(_spec(cover, rule="personal number")) == "personal number"
    assert _joins(_spec(cover)) == []


@pytest.mark.parametrize(
    "behind",
    [
        "Lines whose patient is not in PERSON (merged, test) are NOT loaded, except where the sheet says otherwise.",
        "Rows that are not found in PERSON are left out.",
        "Records without a row in PERSON are skipped",
        "Lines whose person does not exist: rows not in PERSON are dropped.",
        "Source rows with a number not known in PERSON are not loaded.",
    ],
)
def test_rows_without_a_partner_are_left_out(behind: str) -> None:
    cover = f'if a sheet says "person", look up PERSON by person_source_value = pat_no of the source line. {behind}'
    assert _joins(_spec(cover)) == [JOIN]
    assert _joins(_spec(cover, rule="1:1")) == []
    assert _joins(_spec(cover, above="Here, different from the general rule, all rows are loaded.")) == []


@pytest.mark.parametrize(
    "cover",
    [
        'if a sheet says "patient", look up PERSON by person_source_value = pat_no',
        "Persons are looked up in PERSON",
        '"person" is not used any more',
    ],
)
def test_no_definition_of_the_word(cover: str) -> None:
    spec = _spec(cover)
    assert _rule(spec) == "person"
    assert spec.general == ()


def _labelled(label: str, text: str, rule: str) -> str:
    sheet = SheetGrid(
        "measurement",
        (
            ("MEASUREMENT", "", "", ""),
            ("Lab results out of LAB.", "", "", ""),
            ("",) * 4,
            HEADER,
            ("lab_no", "LAB.lab_no", "", ""),
            ("remark", "LAB.remark", rule, ""),
        ),
    )
    return _rule(read_sheets("book.xlsx", [SheetGrid("Read me", ((label, text),)), sheet]))


CLEAN = "take off leading and trailing blanks; if nothing is left the value is NULL"


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("'clean'", f"Wherever a transformation says 'clean': {CLEAN}."),
        ("Words", f"'clean' means: {CLEAN}."),
        ("clean", f"{CLEAN}."),
        ("Wording", f"Where a rule says 'clean', {CLEAN}."),
    ],
)
def test_a_meaning_of_several_clauses_stays_whole(label: str, text: str) -> None:
    assert _labelled(label, text, "clean") == CLEAN
    assert _labelled(label, text, "clean, upper case") == f"{CLEAN}; upper case"
    assert _labelled(label, text, "upper case, clean") == f"upper case; {CLEAN}"
    assert _labelled(label, text, "clean room") == "clean room"


def test_a_label_that_no_rule_uses_defines_nothing() -> None:
    assert _labelled("trim", "only blanks at the end are taken off", "trim") == "trim"
    assert _labelled("Author", "R. Okafor of the lab programme", "author") == "author"


def test_words_for_a_time_zone_are_its_name() -> None:
    zone = "Vendor times are UTC. 'Local' is Europe/Zurich, daylight saving respected."
    said = "lab_ts converted from UTC to local time (see Read me)"
    assert _labelled("Time zone", zone, said) == "lab_ts converted from UTC to Europe/Zurich"
    assert _labelled("Time zone", zone, "local number") == "local number"

"""Terms are found with score, reasons and places; what is planted in a document stands near the top."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.cells import Cell
from signoff.core.domain.masking import Term, TermKind
from signoff.core.domain.spec import Schema, SheetReading, SourceColumn, SourceTable, Spec, UnusedCell
from signoff.core.mask.candidates import Candidate, candidates
from signoff.core.mask.material import Said, Where, material_of
from tests.core.mask.planted import schema_of_case, spec_of_case

CASES = Path(__file__).parents[2] / "cases" / "masking" / "planted.yml"
PLANTED = yaml.safe_load(CASES.read_text(encoding="utf-8"))
TOP = 40
"""A list a person reads through; the documents have up to 51 candidates."""


def found_in(case: dict[str, Any], **kept: Any) -> tuple[Candidate, ...]:
    return candidates(material_of(spec_of_case(case), schema_of_case(case)), **kept)


def remarks(*texts: str) -> Spec:
    return Spec(
        "map.xlsx", unused=tuple(UnusedCell(Cell("Notes", n, 1), t, "") for n, t in enumerate(texts, 1))
    )


def one(found: tuple[Candidate, ...], text: str) -> Candidate:
    return next(each for each in found if each.text == text)


@pytest.mark.parametrize("case", PLANTED, ids=lambda case: case["name"])
def test_everything_planted_is_near_the_top(case: dict[str, Any]) -> None:
    top = [each.text.casefold() for each in found_in(case)[:TOP]]
    assert [word for word in case["hidden"] if word.casefold() not in top] == []


def test_the_most_telling_stand_before_words_of_everyday_language() -> None:
    found = found_in(PLANTED[0])
    order = [each.text for each in found]
    assert order.index("Helvora Re") < order.index("treaty")
    assert order.index("GB33BUKB20201555555555") < order.index("Landmark")
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


def test_a_candidate_tells_why_and_where() -> None:
    found = one(found_in(PLANTED[0]), "Goldshield")
    assert "no English word" in found.reasons and "written like a name" in found.reasons
    assert found.places[0] == "policy.policyholder_name" and found.count == 3


def test_what_is_listed_or_refused_is_not_offered() -> None:
    listed = (Term("Goldshield", TermKind.WORD),)
    texts = {each.text for each in found_in(PLANTED[0], listed=listed, refused={"guidewire"})}
    assert texts.isdisjoint({"Goldshield", "Guidewire"}) and "Landmark" in texts


def test_a_word_beside_a_listed_term_is_more_telling() -> None:
    plain = one(found_in(PLANTED[0]), "treaty")
    near = one(found_in(PLANTED[0], listed=(Term("Helvora Re", TermKind.WORD),)), "treaty")
    assert near.score > plain.score and "stands beside a term of the glossary" in near.reasons


def test_everyday_words_and_months_are_no_candidates() -> None:
    spec = remarks("The value is rounded in October, then compared with the first row of the table.")
    assert [each.text for each in candidates(material_of(spec, Schema()))] == []


def test_sheets_and_systems_are_offered_with_their_places() -> None:
    spec = Spec("map.xlsx", (SheetReading("Vinyards", 1),))
    material = material_of(spec, Schema(), systems=[Said("Tarn", Where.SYSTEM, "Vinyards!C4")])
    system = one(candidates(material), "Tarn")
    assert system.reasons[0] == "name of a system" and system.places == ("Vinyards!C4",)
    assert "name of a sheet" in one(candidates(material), "Vinyards").reasons


def test_a_column_of_personal_data_is_offered_and_its_values_only_where_the_document_names_them() -> None:
    schema = Schema((SourceTable("CLIENT", (SourceColumn("LAST_NM"), SourceColumn("MAIL"))),))
    samples = {
        ("CLIENT", "LAST_NM"): ["Okafor", "Sorensen"],
        ("CLIENT", "MAIL"): ["a@tarn.example", "b@tarn.example", "c@tarn.example"],
    }
    found = candidates(material_of(remarks("approved by Okafor"), schema, samples))
    assert "its sample values: names of persons" in one(found, "LAST_NM").reasons
    assert "its sample values: an e-mail address" in one(found, "MAIL").reasons
    assert "names of persons" in one(found, "Okafor").reasons
    assert {"Sorensen", "a@tarn.example"}.isdisjoint(each.text for each in found)


def test_a_column_keeps_the_group_of_its_type_when_it_is_listed() -> None:
    schema = Schema((SourceTable("WINE", (SourceColumn("BOTTLED_ON", "DATE"),)),))
    found = candidates(material_of(remarks(), schema), types={"bottled_on": "DATE"})
    assert one(found, "BOTTLED_ON").term == Term("BOTTLED_ON", TermKind.COLUMN, "date")

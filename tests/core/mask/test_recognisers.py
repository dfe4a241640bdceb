"""Personal data is told by its form and its check digits, in values, in texts and in columns."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from signoff.core.mask.recognisers import Personal, is_birth_date, personal_column, personal_in, recognised

CASES = Path(__file__).parents[2] / "cases" / "masking" / "personal.yml"
KINDS = yaml.safe_load(CASES.read_text(encoding="utf-8"))
EXAMPLES = [
    (kind, value, truth) for kind, both in KINDS.items() for truth in (True, False) for value in both[truth]
]


@pytest.mark.parametrize(("kind", "value", "is_one"), EXAMPLES)
def test_a_value_is_of_a_kind_only_when_its_check_holds(kind: str, value: str, is_one: bool) -> None:
    found = recognised(value)
    assert (found is not None and found.kind == kind) is is_one


def test_every_kind_with_a_form_has_examples() -> None:
    assert {Personal.BIRTH.value, Personal.NAME.value} == {kind.value for kind in Personal} - set(KINDS)


def test_every_single_wrong_digit_is_seen() -> None:
    for value in ("DE89370400440532013000", "4111111111111111", "86095742719", "44051401359", "111222333"):
        kind = recognised(value)
        assert kind is not None
        for place, letter in enumerate(value):
            wrong = (
                value[:place] + str((int(letter) + 1) % 10) + value[place + 1 :]
                if letter.isdigit()
                else value
            )
            other = recognised(wrong)
            assert wrong == value or other is None or other.kind is not kind.kind


def test_sure_kinds_are_found_inside_a_text_and_no_word_after_them() -> None:
    text = "Ask ada@nordhafen.example about GB33 BUKB 2020 1555 5555 55 and 123456782, before 2024-01-31."
    assert [(each.kind, each.text) for each in personal_in(text)] == [
        (Personal.EMAIL, "ada@nordhafen.example"),
        (Personal.IBAN, "GB33 BUKB 2020 1555 5555 55"),
    ]


@pytest.mark.parametrize(
    ("name", "values", "kind"),
    [
        ("burger_nr", ["111222333", "123456782", "999990019"], Personal.BSN_NL),
        ("order_no", ["111222333", "123456789", "100000001", "100000002"], None),
        ("contact", ["a@b.example", "c@d.example", "n/a", "e@f.example"], Personal.EMAIL),
        ("note", ["a@b.example", "call again", "see letter", "none", "open"], None),
        ("GEB_DAT", ["31.12.1969", "01.02.1980"], Personal.BIRTH),
        ("birth_place", ["Lund", "Graz"], None),
        ("valid_from", ["31.12.1969", "01.02.1980"], None),
        ("last_name", ["Brandt", "Yilmaz"], Personal.NAME),
        ("table_name", ["a", "b"], None),
        ("supplier_id", ["0000100972", "0000100771", "0000100840"], None),
    ],
)
def test_a_column_is_personal_by_its_values_or_its_name(
    name: str, values: list[str], kind: Personal | None
) -> None:
    assert personal_column(name, values) is kind


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("1980-02-29", True),
        ("1981-02-29", False),
        ("2999-01-01", False),
        ("1899-12-31", False),
        ("12/31/1990", True),
    ],
)
def test_a_birth_date_is_a_day_in_a_living_persons_time(text: str, is_one: bool) -> None:
    assert is_birth_date(text) is is_one

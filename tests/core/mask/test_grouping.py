"""Groups are suggested by stem, abbreviation, shared source column and translation."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from signoff.core.domain.masking import Term, TermKind
from signoff.core.mask.alike import abbreviates, same_word
from signoff.core.mask.grouping import TermGroup, head_of, suggested_groups
from signoff.core.mask.material import Material, Said, Where


def columns(*names: str) -> list[Term]:
    return [Term(name, TermKind.COLUMN) for name in names]


def words(*texts: str) -> list[Term]:
    return [Term(text, TermKind.WORD) for text in texts]


def material(texts: Sequence[str] = (), pairs: Sequence[tuple[str, str]] = ()) -> Material:
    said = tuple(Said(text, Where.DESCRIPTION, f"Notes!A{n}") for n, text in enumerate(texts, 1))
    return Material((), said, (), {}, tuple(pairs))


def members(groups: Sequence[TermGroup], concept: str) -> dict[str, str]:
    group = next(group for group in groups if group.concept == concept)
    return {member.term.text: member.reason for member in group.members}


def test_all_ways_to_write_a_thing_are_one_group() -> None:
    terms = [
        *words("Supplier", "Suppliers", "SUPP", "Lieferant"),
        *columns("supp_nm", "LIEFERANT_NR", "supplier_no"),
    ]
    found = suggested_groups(
        terms, material(["Lieferant (supplier) as in the old system"], [("supplier_no", "LIEFERANT_NR")])
    )
    assert len(found) == 1
    assert set(members(found, "supplier")) == {term.text for term in terms}


def test_the_reason_is_told_for_each_member() -> None:
    found = suggested_groups([*words("supplier", "suppliers", "SUPP")], material())
    assert members(found, "supplier") == {
        "supplier": "",
        "suppliers": "another form of supplier",
        "SUPP": "short for supplier",
    }


def test_mappings_of_one_column_pair_words_that_look_nothing_alike() -> None:
    terms = columns("supplier_id", "supplier_name", "VNDR_ID", "VNDR_NM")
    pairs = [("supplier_id", "VNDR_ID"), ("supplier_name", "VNDR_NM")]
    found = members(suggested_groups(terms, material(pairs=pairs)), "supplier")
    assert set(found) == {term.text for term in terms}
    assert found["VNDR_NM"] == "made from the same columns in 2 rows"


def test_a_list_of_translations_is_read_from_neighbouring_cells() -> None:
    cells = [("Lieferant", "supplier"), ("Vertrag", "contract"), ("Rechnung", "invoice")]
    said = tuple(
        Said(text, Where.DESCRIPTION, f"Words!{letter}{row}")
        for row, pair in enumerate(cells, 2)
        for letter, text in zip("AB", pair, strict=True)
    )
    found = suggested_groups(words("Vertrag", "contract"), Material((), said, (), {}))
    assert members(found, "contract") == {"Vertrag": "translated beside it", "contract": ""}


def test_initials_behind_a_name_belong_to_it() -> None:
    found = suggested_groups(
        words("Tarn ledger", "TL", "Ledger"), material(["kept in the Tarn Wine Ledger (TWL)"])
    )
    assert all("TL" not in {m.term.text for m in group.members} for group in found)


def test_words_that_only_look_alike_stay_apart() -> None:
    terms = words("plant", "planter", "contract", "contractor", "party", "partner")
    assert suggested_groups(terms, material()) == ()


def test_a_group_that_is_listed_keeps_its_name_and_takes_more_members() -> None:
    listed = Term("vendor", TermKind.WORD, concept="our suppliers")
    found = suggested_groups([listed, *words("vendors")], material())
    assert members(found, "our suppliers").keys() == {"vendor", "vendors"}
    assert {term.concept for term in found[0].terms} == {"our suppliers"}
    assert (
        suggested_groups([listed, Term("vendors", TermKind.WORD, concept="our suppliers")], material()) == ()
    )


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("supp_nm", "supp"),
        ("SUPP", "supp"),
        ("supplierName", "supplier"),
        ("status_code", ""),
        ("tariff_meter_no", ""),
        ("x_id", ""),
    ],
)
def test_a_name_is_about_its_only_telling_word(name: str, head: str) -> None:
    assert head_of(name) == head


@pytest.mark.parametrize(
    ("short", "long", "is_short"),
    [
        ("supp", "supplier", True), ("splr", "supplier", True), ("cntr", "contract", True), ("vndr", "vendor", True),
        ("cust", "customer", True), ("ct", "contract", False), ("vndr", "supplier", False), ("order", "ordered", True),
        ("cat", "contract", False), ("party", "parity", False),
    ],
)  # fmt: skip
def test_short_forms_are_beginnings_or_consonants(short: str, long: str, is_short: bool) -> None:
    assert abbreviates(short, long) is is_short


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("supplier", "suppliers", True), ("policy", "Policies", True), ("Kunde", "Kunden", True),
        ("Lieferant", "Lieferanten", True), ("box", "boxes", False), ("car", "cars", False),
        ("plant", "planter", False), ("meter", "metering", False),
    ],
)  # fmt: skip
def test_inflections_are_one_word(one: str, other: str, is_same: bool) -> None:
    assert same_word(one, other) is is_same and same_word(other, one) is is_same

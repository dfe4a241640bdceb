"""Aliases of a project are undone exactly, the same each time, guessed by nobody, and equal to nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signoff.core.domain.masking import MaskingLevel, Term, TermKind
from signoff.core.domain.spec import ColumnMapping, Schema, SourceColumn, SourceTable, Spec, TargetMapping
from signoff.core.mask.alias_kinds import kinds_of
from signoff.core.mask.pseudonyms import Pseudonyms

SECRET = bytes(range(32))
TERMS = (
    Term("harbour master licence", TermKind.WORD),
    Term("HARBOUR_MASTER", TermKind.TABLE),
    Term("LastVisitDate", TermKind.COLUMN, "date"),
    Term("berth_fee", TermKind.COLUMN),
    Term("BERTH_ID", TermKind.COLUMN),
    Term("Lieferant", TermKind.WORD, concept="supplier"),
    Term("purveyor", TermKind.WORD, concept="supplier"),
    Term("Gro\u00dfkreuz", TermKind.WORD),
    Term("\u041a\u043e\u0440\u0430\u0431\u043b\u044c", TermKind.WORD),
    Term("harbour", TermKind.WORD),
    Term("QX77", TermKind.VALUE),
    Term("status", TermKind.COLUMN),
    Term("\u6e2f\u6e7e\u8239\u8236", TermKind.WORD),
)
SCHEMA = Schema(
    (
        SourceTable(
            "HARBOUR_MASTER",
            (
                SourceColumn("LastVisitDate", "DATE"),
                SourceColumn("berth_fee", "DECIMAL(10,2)"),
                SourceColumn("BERTH_ID", "INTEGER"),
                SourceColumn("status", "VARCHAR"),
            ),
        ),
    )
)
SPEC = Spec("map.csv", targets=(TargetMapping("berth", (ColumnMapping("berth", "berth_id", key=True),)),))
NAMES = Pseudonyms(SECRET, TERMS, kinds_of(SPEC, SCHEMA))
FULL = Pseudonyms(SECRET, TERMS, kinds_of(SPEC, SCHEMA), MaskingLevel.FULL)
ALIAS = re.compile(r"(?:date|time|key|amt|num|flag|text|val|tbl|word)_[a-z][a-z2-7]{7}")

_pieces = st.one_of(
    st.text(max_size=12),
    st.sampled_from([term.text for term in TERMS]),
    st.sampled_from([term.text for term in TERMS]).map(str.upper),
    st.sampled_from([term.text for term in TERMS]).map(str.title),
    st.sampled_from([term.text for term in TERMS]).map(lambda text: text.replace("_", " ") + "s"),
    st.sampled_from([term.text for term in TERMS]).map(lambda text: f'"{text[:4]} {text[4:]}"'),
    st.sampled_from([term.text for term in TERMS]).map(lambda text: NAMES.name(text)),
    st.sampled_from([term.text for term in TERMS]).map(lambda text: NAMES.name(text)[:-1].upper()),
    st.sampled_from(["text_", "_", "date", " of ", "\n", "'", "word_abcdefgh", "\u0301", "\u00ad"]),
)
texts = st.lists(_pieces, max_size=10).map("".join)


@given(texts)
def test_unmasking_gives_back_exactly_what_was_masked(text: str) -> None:
    for names in (NAMES, FULL):
        assert names.unmask(names.mask(text).text) == text


@given(texts)
def test_no_term_is_left_and_masking_is_the_same_each_time(text: str) -> None:
    masked = NAMES.mask(text)
    assert NAMES.scan(masked.text).leaks == ()
    assert Pseudonyms(SECRET, TERMS, kinds_of(SPEC, SCHEMA)).mask(text) == masked


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("LastVisitDate", "date"),
        ("BERTH_FEE", "amt"),
        ("berth_id", "key"),
        ("harbour_master", "tbl"),
        ("QX77", "val"),
        ("Lieferant", "word"),
        ("status", "text"),
    ],
)
def test_an_alias_shows_kind_and_type(text: str, kind: str) -> None:
    assert NAMES.name(text).lower().startswith(f"{kind}_")


def test_one_name_has_one_code_in_every_case_style_and_number() -> None:
    written = ["HARBOUR_MASTER", "harbour_master", "Harbour_Master", "harbour master", "harbourMasters"]
    codes = {NAMES.mask(each).text.lower()[:11] for each in written}
    assert len(codes) == 1
    assert NAMES.mask("HARBOUR_MASTER").text.isupper() and NAMES.mask("harbour_master").text.islower()
    assert NAMES.mask("HARBOUR_MASTER").text.lower() == NAMES.mask("harbour_master").text


def test_terms_of_one_group_share_a_code_and_stay_apart() -> None:
    one, other = NAMES.name("Lieferant"), NAMES.name("purveyor")
    assert one != other and one[:-1] == other[:-1]
    assert NAMES.unmask(f"{one}en, {other}") == "Lieferanten, purveyor"


def test_a_longer_term_is_never_split() -> None:
    masked = NAMES.mask("harbour master licence of the harbour master at the harbour").text
    assert len(ALIAS.findall(masked)) == 3
    assert ALIAS.sub("*", masked) == "* of the * at the *"


def test_quoting_and_compounds_keep_what_is_around() -> None:
    masked = NAMES.mask('select "berth_fee", `LastVisitDate` from src.HARBOUR_MASTER_old').text
    assert ALIAS.sub("*", masked.lower()) == 'select "*", `*` from src.*_old'


def test_another_secret_gives_other_aliases() -> None:
    other = Pseudonyms(bytes(32), TERMS, {})
    mine = {NAMES.name(term.text)[-8:].lower() for term in TERMS}
    assert not mine & {other.name(term.text)[-8:].lower() for term in TERMS}
    text = "the Lieferant of the kor\u0430bl"
    assert other.unmask(NAMES.mask(text).text) != text


def test_equal_texts_hide_alike_and_different_ones_do_not_show_what_they_share() -> None:
    one, other = (NAMES.mask(text).text for text in ("har bour", "har boxr ha rbour"))
    assert one == NAMES.mask("har bour").text
    assert one[-8:] not in other


def test_many_terms_have_as_many_aliases_and_none_is_a_term() -> None:
    terms = tuple(Term(f"zork{n:05d}blat", TermKind.COLUMN) for n in range(3000))
    names = Pseudonyms(SECRET, terms, {})
    aliases = {names.name(term.text) for term in terms}
    assert len(aliases) == len(terms)
    assert not aliases & {term.text for term in terms}


@given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=6, unique=True), st.text(max_size=60))
def test_any_terms_and_any_text_come_back(words: list[str], text: str) -> None:
    names = Pseudonyms(SECRET, tuple(Term(word, TermKind.WORD) for word in words), {})
    whole = text + " ".join(words) + text
    assert names.unmask(names.mask(whole).text) == whole
    assert names.scan(names.mask(whole).text).leaks == ()

"""What the generator sees of one rule at each level."""

from __future__ import annotations

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.masking import MaskingLevel, Term, TermKind
from signoff.core.domain.spec import SourceColumn
from signoff.core.mask.leaks import Gate
from signoff.core.mask.masking import mask_rule, unmask

GLOSSARY = (Term("Nordhafen", TermKind.WORD), Term("vessel", TermKind.WORD))
NAMES = (Term("PORT_CALL", TermKind.TABLE), Term("BERTH_NO", TermKind.COLUMN), Term("MOORED", TermKind.VALUE))
SCOPE = Scope(
    (
        ScopeColumn("p", "PORT_CALL", SourceColumn("BERTH_NO", "VARCHAR"), is_source=True),
        ScopeColumn("p", "PORT_CALL", SourceColumn("VESSEL_NM", "VARCHAR")),
        ScopeColumn("p", "PORT_CALL", SourceColumn("DATE", "DATE")),
    )
)
RULE = "if the berth no of PORT_CALL is 'MOORED' in Nordhafen, then bathymetry of vessel nm, else date"


def seen(level: MaskingLevel) -> str:
    terms = GLOSSARY if level is MaskingLevel.TERMS else (*NAMES, *GLOSSARY)
    masked = mask_rule(RULE, SCOPE, terms, level)
    assert Gate(terms, level=level).scan(masked.rule.text).leaks == ()
    return masked.rule.text


def test_at_terms_only_the_glossary_is_hidden() -> None:
    assert seen(MaskingLevel.TERMS) == (
        "if the BERTH_NO of PORT_CALL is 'MOORED' in word_1, then bathymetry of text_01, else date_01"
    )


def test_at_identifiers_names_and_values_are_hidden_too() -> None:
    assert seen(MaskingLevel.IDENTIFIERS) == (
        "if the text_01 of name_1 is 'val_1' in word_2, then bathymetry of text_02, else date_01"
    )


def test_at_full_every_word_is_hidden_that_is_not_common() -> None:
    assert seen(MaskingLevel.FULL) == (
        "if the text_01 of name_1 is 'val_1' in word_2, then word_7 of text_02, else date_01"
    )


def test_what_is_shown_at_terms_comes_back_as_it_is() -> None:
    masked = mask_rule(RULE, SCOPE, GLOSSARY, MaskingLevel.TERMS)
    sql = unmask("CASE WHEN BERTH_NO = 'MOORED' THEN text_01 END", masked)
    assert sql == "CASE WHEN p.BERTH_NO = 'MOORED' THEN p.VESSEL_NM END"
    assert {each.alias for each in masked.aliases} == {"text_01", "date_01", "word_1"}

"""Masking hides every term, keeps the rule readable, and can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.masking import Term, TermKind
from signoff.core.domain.spec import SourceColumn
from signoff.core.errors import SignoffError
from signoff.core.mask.leaks import Gate, LeakFound, require_clean
from signoff.core.mask.masking import mask_rule, mask_text, unmask

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "mask" / "rules.yml").read_text(encoding="utf-8")
)

SCOPE = Scope(
    columns=(
        ScopeColumn("v", "VENDOR_MASTER", SourceColumn("VEND_NM", "VARCHAR"), is_source=True),
        ScopeColumn("v", "VENDOR_MASTER", SourceColumn("VEND_STAT_CD", "VARCHAR")),
        ScopeColumn("v", "VENDOR_MASTER", SourceColumn("DUE_DT", "DATE")),
        ScopeColumn("c", "CONTRACT", SourceColumn("STATUS", "VARCHAR")),
        ScopeColumn("c", "CONTRACT", SourceColumn("AMT", "DECIMAL(10,2)")),
    )
)
TERMS = (
    Term("VENDOR_MASTER", TermKind.TABLE),
    Term("RATING_AGCY", TermKind.COLUMN),
    Term("VEND_STAT_CD", TermKind.COLUMN),
    Term("CONTRACT", TermKind.TABLE),
    Term("Meridian", TermKind.WORD),
    Term("STATUS", TermKind.COLUMN),
    Term("VEND_NM", TermKind.COLUMN),
    Term("ACTV", TermKind.VALUE),
)


@pytest.mark.parametrize("case", CASES, ids=[case["rule"][:40] for case in CASES])
def test_rule_is_masked_as_written_down(case: dict[str, object]) -> None:
    masked = mask_rule(str(case["rule"]), SCOPE, TERMS)
    assert masked.rule.text == case["masked"]
    if "literals" in case:
        assert list(masked.rule.literals) == case["literals"]


def test_columns_of_one_name_get_aliases_of_their_own() -> None:
    twice = Scope((SCOPE.columns[0], ScopeColumn("w", "VENDOR_OLD", SourceColumn("VEND_NM", "VARCHAR"))))
    masked = mask_rule("take w.VEND_NM, else VEND_NM", twice, TERMS)
    assert masked.rule.text == "take text_02, else text_01"
    assert unmask("coalesce(text_02, text_01)", masked) == "COALESCE(w.VEND_NM, v.VEND_NM)"


def test_unmask_puts_columns_and_values_back() -> None:
    masked = mask_rule("If status is 'ACTV' then 'it''s on' else VEND_NM", SCOPE, TERMS)
    sql = unmask("CASE WHEN text_02 = 'val_1' THEN 'Y' ELSE text_01 END", masked)
    assert sql == "CASE WHEN c.STATUS = 'ACTV' THEN 'Y' ELSE v.VEND_NM END"


def test_unmask_refuses_a_column_out_of_scope() -> None:
    masked = mask_rule("trim VEND_NM", SCOPE, TERMS)
    with pytest.raises(SignoffError, match="may not use"):
        unmask("trim(salary)", masked)


def test_a_value_with_a_quote_survives() -> None:
    masked = mask_rule('constant "O\'Brien Ltd"', SCOPE, TERMS)
    assert unmask("'val_1'", masked) == "'O''Brien Ltd'"


def test_further_text_uses_the_same_aliases() -> None:
    masked = mask_rule("If status is 'ACTV' then 1", SCOPE, TERMS)
    assert (
        mask_text("STATUS 'ACTV' of VENDOR_MASTER fails", masked, TERMS) == "text_02 'val_1' of name_1 fails"
    )


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from([t.text for t in TERMS] + ["and", "then", "'x'", ",", "(", "of the"]), max_size=12
    )
)
def test_no_term_survives_masking(words: list[str]) -> None:
    masked = mask_rule(" ".join(words), SCOPE, TERMS)
    assert not Gate(TERMS).scan(masked.rule.text).leaks


def test_leak_scan_stops_the_run() -> None:
    receipt = Gate(TERMS).scan("Rule: take the rating agcy")
    assert [(leak.term.text, leak.position) for leak in receipt.leaks] == [("RATING_AGCY", 15)]
    with pytest.raises(LeakFound, match="nothing was sent") as caught:
        require_clean(receipt, "contract.rating")
    assert "RATING" not in str(caught.value)

"""What the no-change proof does to a sign-off: bars it, is bound in it, or asks for a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.proofs import (
    ColumnProof,
    ColumnVerdict,
    NoChangeProof,
    TextOnly,
    Witness,
    WitnessState,
)
from signoff.core.domain.review import Waiver
from signoff.core.review.binding import binding_of
from signoff.core.review.gate import remarks, sign_gate
from signoff.core.review.proving import TEXT_ONLY, digest_of_text
from tests.helpers.dossiers import AT, BY, TODAY, approved, undecided

SAME = Witness(WitnessState.SAME)
DIFFERS = Witness(WitnessState.DIFFERS, "it reads b instead of a")
NOT_RUN = Witness(WitnessState.COULD_NOT_RUN, "cents is not known here")


def _plain() -> Dossier:
    return approved(undecided())


def _proof(*columns: ColumnProof, rows: ColumnVerdict = ColumnVerdict.IDENTICAL) -> NoChangeProof:
    return NoChangeProof(columns, SAME, SAME, rows)


def _with(proof: NoChangeProof) -> Dossier:
    whole = _plain()
    old, new = "select 1", whole.draft.text
    proof = replace(proof, old_digest=digest_of_text(old), new_digest=digest_of_text(new))
    return replace(whole, draft=replace(whole.draft, existing=old, proof=proof))


def _reasons(found: Dossier) -> list[tuple[str, str]]:
    return [
        (r.code, r.column) for r in sign_gate(found, today=TODAY).reasons if r.code in ("proof", "remark")
    ]


CITY = ColumnProof("city", ColumnVerdict.IDENTICAL, SAME, SAME)


def test_an_identical_column_bars_nothing() -> None:
    assert _reasons(_with(_proof(CITY))) == _reasons(_plain())


@pytest.mark.parametrize("verdict", [ColumnVerdict.UNMANDATED, ColumnVerdict.ADDED, ColumnVerdict.GONE])
def test_a_column_without_mandate_bars_and_says_what_to_do(verdict: ColumnVerdict) -> None:
    found = _with(_proof(replace(CITY, verdict=verdict, by_text=DIFFERS)))
    assert ("proof", "city") in _reasons(found)
    said = next(r.message for r in sign_gate(found, today=TODAY).reasons if r.code == "proof")
    assert "city" in said and "have the document ask for it" in said


def test_a_mandated_column_bars_nothing() -> None:
    for verdict in (ColumnVerdict.MANDATED, ColumnVerdict.ADDED, ColumnVerdict.GONE):
        assert _reasons(_with(_proof(replace(CITY, verdict=verdict, edits=("e1",))))) == _reasons(_plain())


def test_other_rows_without_mandate_bar() -> None:
    assert ("proof", "") not in _reasons(_with(_proof(CITY)))
    assert [code for code, _ in _reasons(_with(_proof(CITY, rows=ColumnVerdict.UNMANDATED)))].count(
        "proof"
    ) == 1


def test_a_proof_of_another_text_bars() -> None:
    found = _with(_proof(CITY))
    assert ("proof", "") in _reasons(replace(found, draft=replace(found.draft, text="select 2")))


def test_text_alone_is_a_remark_to_accept_unless_the_project_says_otherwise() -> None:
    found = _with(_proof(replace(CITY, by_run=NOT_RUN)))
    told = [r for r in remarks(found) if r.code == TEXT_ONLY]
    assert len(told) == 1 and "by its text only, because cents is not known here" in told[0].message
    accepted = replace(
        found, waivers=(*found.waivers, Waiver(found.target, "", TEXT_ONLY, "Looked at.", BY, AT))
    )
    assert ("remark", "") in _reasons(found) and ("remark", "") not in _reasons(accepted)
    assert ("remark", "") not in _reasons(replace(found, text_only=TextOnly.SUFFICES))
    assert ("proof", "") in _reasons(replace(accepted, text_only=TextOnly.BARS))


def test_the_sign_off_is_bound_to_the_proof() -> None:
    first, second = _with(_proof(CITY)), _with(_proof(replace(CITY, by_run=NOT_RUN)))
    assert len({binding_of(first), binding_of(second), binding_of(_plain())}) == 3
    assert binding_of(first) == binding_of(_with(_proof(CITY)))

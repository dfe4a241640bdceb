"""What the no-change proof of an update means for its sign-off."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from signoff.core.domain.codec import to_data
from signoff.core.domain.dossier import Dossier, GateReason
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.proofs import ColumnProof, ColumnVerdict, NoChangeProof, TextOnly
from signoff.core.domain.review import ROWS
from signoff.core.domain.sentences import say

TEXT_ONLY = "V220"
"""Code of the remark that something is proven by its text alone."""


def proof_reasons(dossier: Dossier) -> Iterator[GateReason]:
    """What of the proof keeps the gate shut: changes nobody asked for, or a proof of other texts."""
    proof = dossier.proof
    if proof is None:
        return
    if not _is_of(proof, dossier):
        yield GateReason("proof", say("gate.proof_of_another", target=dossier.target))
        return
    if proof.rows_verdict is ColumnVerdict.UNMANDATED:
        yield GateReason("proof", say("gate.rows_without_mandate", reason=_reason(proof)), ROWS)
    for column in proof.columns:
        if column.without_mandate:
            yield GateReason("proof", _without_mandate(column), column.column)
    if proof.text_only and dossier.text_only is TextOnly.BARS:
        yield GateReason("proof", text_only_sentence(proof))


def proof_remarks(dossier: Dossier) -> Iterator[Finding]:
    """The remark that something is proven by its text alone, where the project wants it accepted."""
    proof = dossier.proof
    if proof is not None and proof.text_only and dossier.text_only is TextOnly.ACCEPTED:
        yield Finding(TEXT_ONLY, Severity.ERROR, text_only_sentence(proof), None, dossier.target)


def text_only_sentence(proof: NoChangeProof) -> str:
    """That columns, or the rows, are proven by their text only, and why."""
    columns = [c for c in proof.columns if c.text_only]
    if not columns:
        return say("gate.rows_by_text_only", reason=proof.rows_by_run.reason)
    names = ", ".join(c.column for c in columns[:3]) + (", …" if len(columns) > 3 else "")
    reasons = "; ".join(dict.fromkeys(c.by_run.reason for c in columns))
    return say("gate.text_only", count=len(columns), names=names, reason=reasons)


def proof_part(dossier: Dossier, column: str = "") -> dict[str, object]:
    """What a sign-off, or the decision on one column, is bound to of the proof; nothing where there is none."""
    proof = dossier.proof
    if proof is None:
        return {}
    if not column:
        return to_data(proof)  # type: ignore[no-any-return]
    found = proof.of(column)
    return (
        {}
        if found is None
        else {"verdict": found.verdict.value, "was": found.was, "edits": list(found.edits)}
    )


def _without_mandate(column: ColumnProof) -> str:
    if column.verdict is ColumnVerdict.ADDED:
        return say("gate.added_without_mandate", column=column.column)
    if column.verdict is ColumnVerdict.GONE:
        return say("gate.gone_without_mandate", column=column.column)
    witness = column.by_run if column.by_run.differs else column.by_text
    return say("gate.without_mandate", column=column.column, reason=witness.reason)


def _reason(proof: NoChangeProof) -> str:
    witness = proof.rows_by_run if proof.rows_by_run.differs else proof.rows
    return witness.reason


def _is_of(proof: NoChangeProof, dossier: Dossier) -> bool:
    texts = (dossier.draft.existing, dossier.draft.text)
    return (proof.old_digest, proof.new_digest) == tuple(map(digest_of_text, texts))


def digest_of_text(text: str) -> str:
    """SHA-256 of a text, as proofs name it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

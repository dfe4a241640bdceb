"""Receipts of looks through everything, kept in the project."""

from __future__ import annotations

from signoff.core.domain.mask_proofs import MaskProof
from signoff.core.project.project import Project

_KIND = "mask_proof"


def keep_mask_proof(project: Project, proof: MaskProof) -> MaskProof:
    """Keep a receipt, as an act of whoever asked for it; the record names its digest."""
    with project.act("prove masking", proof.digest[:16], by=proof.by):
        project.put("prove masking", _KIND, _KIND, proof, by=proof.by)
    return proof


def last_mask_proof(project: Project) -> MaskProof | None:
    """The receipt that was kept last; None when nobody asked for one."""
    return project.get(_KIND, _KIND, MaskProof)


def prompts_since_proof(project: Project) -> bool:
    """Whether prompts were sent after the receipt that was kept last; False without one."""
    proved = project.written_at(_KIND, _KIND)
    sent = max((seq for (kind, _place), seq in project.marks().items() if kind == "prompt"), default=0)
    return 0 < proved < sent

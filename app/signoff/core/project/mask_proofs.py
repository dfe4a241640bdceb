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

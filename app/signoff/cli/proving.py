"""``signoff mask PROJECT prove``: the gate's scan over everything, with a receipt as a file."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from signoff.cli.exit_codes import ExitCode
from signoff.cli.speech import say_progress
from signoff.core.domain.mask_proof_words import receipt_text
from signoff.core.domain.mask_proofs import MaskProof
from signoff.core.pipeline.kept_states import kept_states
from signoff.core.pipeline.mask_proving import gather_proof, prove_masking, write_receipt
from signoff.core.project.mask_proofs import keep_mask_proof
from signoff.core.project.project import Project


def add_prove(prove: argparse.ArgumentParser) -> None:
    """Where the receipt goes, and what else is looked through."""
    prove.add_argument("--out", type=Path, metavar="FILE", help="the receipt as .json, and beside it as .md")
    prove.add_argument(
        "--masked",
        type=Path,
        nargs="+",
        default=[],
        metavar="PATH",
        help="further files or folders that were exported as masked, beside the hand-overs of the project",
    )


def prove_project(arguments: argparse.Namespace) -> ExitCode:
    """Look through everything, print the receipt, keep it in the project; a no when a term is found."""
    with (
        Project.open(arguments.project, by=arguments.by) as project,
        tempfile.TemporaryDirectory(prefix="signoff-") as private,
    ):
        inputs = gather_proof(project, Path(private), by=arguments.by, handed=arguments.masked)
        proof = prove_masking(inputs, kept_states, report=say_progress)
        if project.read_only:
            print(f"Not recorded in the project: {project.holder} holds it.", file=sys.stderr)
        else:
            keep_mask_proof(project, proof)
    _show(proof, arguments)
    return ExitCode.DONE if proof.is_clean else ExitCode.NOT_DONE


def _show(proof: MaskProof, arguments: argparse.Namespace) -> None:
    if arguments.out is not None:
        write_receipt(proof, arguments.out)
    print(receipt_text(proof, with_terms=True), end="")

"""``signoff verify --proof``: proofs made again, or two files proven."""

from __future__ import annotations

import argparse
from pathlib import Path

from signoff.cli.exit_codes import ExitCode
from signoff.core.domain.proofs import ColumnVerdict, verdict_words
from signoff.core.domain.sentences import say
from signoff.core.pipeline.proof_checking import CheckedProof, check_files, check_project, check_proof_file
from signoff.core.project.project import Project

_PROJECT = ".signoff"


def run_proofs(arguments: argparse.Namespace) -> ExitCode:
    """Print what each proof says, and what differs from the one that was kept; exit 1 when anything does."""
    found = _checked(arguments)
    for each in found:
        _print(each)
    return ExitCode.DONE if all(each.holds for each in found) else ExitCode.NOT_DONE


def _checked(arguments: argparse.Namespace) -> tuple[CheckedProof, ...]:
    first: Path = arguments.project
    if first.suffix.lower() == _PROJECT:
        with Project.open(first, read_only=True) as project:
            return check_project(project, arguments.targets)
    if len(arguments.targets) == 1:
        return (check_files(first, Path(arguments.targets[0]), arguments.sources),)
    return (check_proof_file(first, arguments.sources),)


def _print(checked: CheckedProof) -> None:
    proof = checked.proof
    counts = [(verdict, len(proof.with_verdict(verdict))) for verdict in ColumnVerdict]
    print(f"{checked.target}: " + ", ".join(f"{n} {verdict_words(v)}" for v, n in counts if n))
    print(f"  rows: {verdict_words(proof.rows_verdict)}; {_rows(checked)}")
    for column in proof.columns:
        if column.without_mandate:
            witness = column.by_run if column.by_run.differs else column.by_text
            print(f"  {column.column}: {verdict_words(column.verdict)}: {witness.reason}".rstrip(": "))
        elif column.text_only:
            print(f"  {column.column}: {say('proof.text_only', reason=column.by_run.reason)}")
    for sentence in (*checked.differing, checked.words):
        if sentence:
            print(f"  {sentence}")


def _rows(checked: CheckedProof) -> str:
    proof = checked.proof
    return f"by text {proof.rows.state.value}, by run {_said(proof.rows_by_run.state.value, proof.rows_by_run.reason)}"


def _said(state: str, reason: str) -> str:
    return f"{state} ({reason})" if reason else state

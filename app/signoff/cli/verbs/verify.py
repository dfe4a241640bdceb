"""Run every check on the drafts of a project again, on its samples; or make no-change proofs again.

With --proof the first argument is a project, an exported proof, or the old one of two SQL files.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from signoff.cli.exit_codes import ExitCode
from signoff.cli.opening import add_project
from signoff.cli.proofs import run_proofs
from signoff.core.domain.checks import CheckState
from signoff.core.pipeline.flow import verify_project
from signoff.core.project.project import Project

SUMMARY = "run every check on the drafts, on samples"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Project, targets and who asks."""
    add_project(parser)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="all when left out")
    parser.add_argument("--by", default="", metavar="NAME", help="who does this; written into the record")
    parser.add_argument(
        "--proof", action="store_true", help="make no-change proofs again and hold them against"
    )
    parser.add_argument("--sources", type=Path, metavar="DIR", help="sample rows for a proof of files")
    parser.set_defaults(usage_error=parser.error)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the Rows card and the checks that did not pass; exit 1 when one failed."""
    if arguments.proof:
        return run_proofs(arguments)
    if not arguments.by:
        arguments.usage_error("the following arguments are required: --by")
    with Project.open(arguments.project, by=arguments.by) as project:
        project.require_writing()
        found = verify_project(project, by=arguments.by, targets=arguments.targets)
    failed = 0
    for each in found:
        states = [check.state for check in each.checks]
        failed += states.count(CheckState.FAILED)
        print(f"{each.target}: {states.count(CheckState.PASSED)} of {len(states)} checks passed")
        for step in each.card.steps if each.card else ():
            print(
                f"  {step.words}: {step.rows_in} in, {step.left_out} left out, {step.doubled} doubled, "
                f"{step.unknown} unknown, {step.rows_out} out"
            )
        for check in each.checks:
            if check.state is not CheckState.PASSED:
                print(f"  {check.state.value}: {check.column or 'rows'}: {check.message}")
    return ExitCode.NOT_DONE if failed else ExitCode.DONE

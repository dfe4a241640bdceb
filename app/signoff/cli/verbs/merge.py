"""Show the draft of one target, or for an update what it changes in the existing file."""

from __future__ import annotations

import argparse
import difflib

from signoff.cli.exit_codes import ExitCode
from signoff.cli.opening import add_project
from signoff.core.errors import SignoffError
from signoff.core.project.project import Project

SUMMARY = "show a target's draft, or what an update changes in the existing SQL"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Project, target and form of output."""
    add_project(parser)
    parser.add_argument("target", metavar="TARGET")
    parser.add_argument("--diff", action="store_true", help="only what changes in the existing SQL")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the draft's text, or its difference from the existing file."""
    with Project.open(arguments.project, read_only=True) as project:
        draft = project.draft(arguments.target)
    if draft is None:
        raise SignoffError(f"There is no draft of {arguments.target} yet; run `signoff generate` first.")
    if not arguments.diff:
        print(draft.text, end="" if draft.text.endswith("\n") else "\n")
        return ExitCode.DONE
    before, after = draft.existing.splitlines(), draft.text.splitlines()
    name = f"{draft.target}.sql"
    print("\n".join(difflib.unified_diff(before, after, f"existing/{name}", f"draft/{name}", lineterm="")))
    return ExitCode.DONE

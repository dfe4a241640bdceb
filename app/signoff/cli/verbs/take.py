"""Take a new version of the mapping document, whole or by table, add another document, or put one aside.

A folder that was handed over masked and came back is taken the same way: its SQL, answers and comments.
"""

from __future__ import annotations

import argparse
import sys

from signoff.cli import papers
from signoff.cli.exit_codes import ExitCode
from signoff.cli.handing import run_taken
from signoff.cli.opening import add_by, add_project
from signoff.cli.proposing import add_document, proposed
from signoff.core.errors import SignoffError
from signoff.core.pipeline.taking import preview, put_aside, take
from signoff.core.project.project import Project

SUMMARY = "take a new version of the document, whole or by table"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Project, document, and how much of it."""
    add_project(parser)
    add_document(parser)
    parser.add_argument(
        "--table", action="append", metavar="TABLE", help="only this table; more than one can be given"
    )
    parser.add_argument("--aside", action="store_true", help="keep the document for later and change nothing")
    add_by(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Do it as one act; decisions, comments and answers stay."""
    if arguments.document is not None and arguments.document.is_dir():
        return run_taken(arguments)
    if arguments.aside and arguments.table:
        raise SignoffError("A document is put aside whole; leave --table out.")
    with Project.open(arguments.project, by=arguments.by) as project:
        proposal = proposed(project.require_writing(), arguments)
        if arguments.aside:
            put_aside(project, proposal.read, by=arguments.by)
            print(f"{proposal.read.name}: put aside")
            return ExitCode.DONE
        if proposal.is_known:
            print(f"{proposal.read.name} is in the project already; nothing was changed.")
            return ExitCode.DONE
        asked = len(preview(project, proposal).contradictions)
        taken = take(project, proposal, arguments.table, by=arguments.by)
    print(f"{taken.document}: taken {', '.join(taken.tables) or 'no table'}")
    if taken.gone:
        print(f"no longer in it: {', '.join(taken.gone)}; what was decided on them stays in the record")
    if taken.left_out:
        print(f"not taken: {', '.join(taken.left_out)}")
    papers.say_answers(proposal.read)
    if asked:
        print("Some answers stand against new rules: see `signoff review`.", file=sys.stderr)
    print(f"Next: signoff generate {arguments.project} --by NAME", file=sys.stderr)
    return ExitCode.DONE

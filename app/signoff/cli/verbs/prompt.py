"""Show the prompts of a project exactly as the language model gets them; sends nothing."""

from __future__ import annotations

import argparse

from signoff.cli.exit_codes import ExitCode
from signoff.cli.opening import add_project
from signoff.core.errors import SignoffError
from signoff.core.pipeline.flow import preview_prompts
from signoff.core.project.project import Project

SUMMARY = "show the prompts exactly as they would be sent"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Project, and which column's prompt."""
    add_project(parser)
    parser.add_argument("target", nargs="?", default="", metavar="TARGET")
    parser.add_argument("column", nargs="?", default="", metavar="COLUMN")


def run(arguments: argparse.Namespace) -> ExitCode:
    """List the prompts, or print one column's in full."""
    with Project.open(arguments.project, read_only=True) as project:
        records = [
            r
            for r in preview_prompts(project)
            if arguments.target.casefold() in ("", r.target.casefold())
            and arguments.column.casefold() in ("", r.column.casefold())
        ]
    if not records:
        raise SignoffError(
            "No prompt would be sent for that: its rules are compiled, or the name is not in the project."
        )
    for record in records:
        print(f"{record.prompt.hash[:12]}  {record.prompt.template}  {record.target}.{record.column}")
        if arguments.column:
            print(record.prompt.prefix + record.prompt.body)
    return ExitCode.DONE

"""Show the draft of one target, or for an update what it changes in the existing file, and decide on each edit."""

from __future__ import annotations

import argparse
import difflib
import json
import sys

from signoff.cli.edits import decide, edit_data, edit_lines
from signoff.cli.exit_codes import ExitCode
from signoff.cli.opening import add_project
from signoff.core.domain.edits import EditState
from signoff.core.domain.plan import Draft
from signoff.core.errors import SignoffError
from signoff.core.project.project import Project

SUMMARY = "show a target's draft, or what an update changes in the existing SQL; decide on its edits"
_STATES = {"accept": EditState.ACCEPTED, "refuse": EditState.REFUSED, "propose": EditState.PROPOSED}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Project, target, form of output, and what is said of edits."""
    add_project(parser)
    parser.add_argument(
        "target",
        metavar="TARGET",
        nargs="?",
        help="with --edits it can be left out: the edits of all targets",
    )
    parser.add_argument("--diff", action="store_true", help="only what changes in the existing SQL")
    parser.add_argument("--edits", action="store_true", help="list the edits, each with its number and state")
    parser.add_argument("--json", action="store_true", help="print the edits as JSON")
    for word, what in (
        ("accept", "accept an edit; a suggestion is made then"),
        ("refuse", "take an edit out of the text, with those that need it"),
        ("propose", "take back what was said of an edit"),
    ):
        parser.add_argument(f"--{word}", action="append", default=[], metavar="N", help=what)
    parser.add_argument("--reason", default="", metavar="TEXT", help="why; kept in the record")
    parser.add_argument("--by", default="", metavar="NAME", help="who decides; written into the record")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the draft's text, its difference from the existing file or its edits; first do what is said of edits."""
    said = [(state, number) for word, state in _STATES.items() for number in getattr(arguments, word)]
    if said:
        _decide(arguments, said)
    if arguments.edits or (said and not arguments.diff):
        return _show_edits(arguments)
    with Project.open(arguments.project, read_only=True) as project:
        draft = _draft(project, arguments.target)
    if not arguments.diff:
        print(draft.text, end="" if draft.text.endswith("\n") else "\n")
        return ExitCode.DONE
    before, after = draft.existing.splitlines(), draft.text.splitlines()
    name = f"{draft.target}.sql"
    print("\n".join(difflib.unified_diff(before, after, f"existing/{name}", f"draft/{name}", lineterm="")))
    return ExitCode.DONE


def _decide(arguments: argparse.Namespace, said: list[tuple[EditState, str]]) -> None:
    if not arguments.target:
        raise SignoffError("Name the target whose edits these are.")
    if not arguments.by.strip():
        raise SignoffError("Say who decides: --by NAME.")
    with Project.open(arguments.project, by=arguments.by) as project:
        draft = _draft(project.require_writing(), arguments.target)
        for line in decide(project, draft, said, by=arguments.by, reason=arguments.reason):
            print(line, file=sys.stderr)


def _show_edits(arguments: argparse.Namespace) -> ExitCode:
    with Project.open(arguments.project, read_only=True) as project:
        drafts = [_draft(project, arguments.target)] if arguments.target else project.drafts()
        if arguments.json:
            json.dump(
                [edit_data(project, draft) for draft in drafts], sys.stdout, ensure_ascii=False, indent=1
            )
            sys.stdout.write("\n")
        else:
            print("\n".join(line for draft in drafts for line in edit_lines(project, draft)))
    return ExitCode.DONE


def _draft(project: Project, target: str | None) -> Draft:
    if not target:
        raise SignoffError("Name the target, or list the edits of all with --edits.")
    draft = project.draft(target)
    if draft is None:
        raise SignoffError(f"There is no draft of {target} yet; run `signoff generate` first.")
    return draft

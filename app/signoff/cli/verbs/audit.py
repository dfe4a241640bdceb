"""Verify a project's record: every entry covers all before it, and what each act wrote is still there."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict

from signoff.cli.exit_codes import ExitCode
from signoff.cli.opening import add_project
from signoff.core.project.project import Project

SUMMARY = "verify the record of a project and show its entries"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Project and form of output."""
    add_project(parser)
    parser.add_argument("--json", action="store_true", help="entries and result as JSON")
    parser.add_argument(
        "--head", metavar="DIGEST", help="a head printed into an export: is it still in the record?"
    )


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the entries and whether the chain holds; exit 1 when it does not."""
    with Project.open(arguments.project, read_only=True) as project:
        entries, broken = project.entries(), project.verify_chain()
        head = project.head()
    is_known = not arguments.head or any(entry.digest == arguments.head for entry in entries)
    if arguments.json:
        found = {
            "entries": [asdict(entry) for entry in entries],
            "head": head,
            "broken": None if broken is None else asdict(broken),
            "head_found": is_known,
        }
        print(json.dumps(found, indent=1, ensure_ascii=False))
    else:
        for entry in entries:
            mark = "  earlier than the entry before" if entry.early else ""
            print(f"{entry.seq:>5}  {entry.at}  {entry.by}: {entry.act} {entry.subject}{mark}")
    if broken is not None:
        print(f"The record is broken at entry {broken.seq}: {broken.reason}.", file=sys.stderr)
    elif not is_known:
        print(
            f"No entry has the digest {arguments.head}: entries after it were cut off or made anew.",
            file=sys.stderr,
        )
    else:
        print(f"Record: {len(entries)} entries, intact, head {head}", file=sys.stderr)
    return ExitCode.DONE if broken is None and is_known else ExitCode.NOT_DONE

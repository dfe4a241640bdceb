"""Show what is hidden from the language model: the terms, and every rule before and after masking."""

from __future__ import annotations

import argparse
import json

from signoff.cli.exit_codes import ExitCode
from signoff.cli.opening import add_project
from signoff.core.pipeline.flow import preview_prompts
from signoff.core.project.project import Project

SUMMARY = "show every rule before and after masking, and the receipt of the leak scan"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Project and form of output."""
    add_project(parser)
    parser.add_argument("--json", action="store_true", help="machine-readable output")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print before, after, aliases and scan of every rule that would be sent; sends nothing."""
    with Project.open(arguments.project, read_only=True) as project:
        records = preview_prompts(project)
    if arguments.json:
        rows = [
            {
                "target": r.target,
                "column": r.column,
                "before": r.rule,
                "after": r.masked,
                "aliases": {a.alias: a.term.text for a in r.aliases},
                "terms_searched": r.receipt.terms,
                "leaks": len(r.receipt.leaks),
            }
            for r in records
        ]
        print(json.dumps(rows, indent=1, ensure_ascii=False))
        return ExitCode.DONE
    for record in records:
        print(f"{record.target}.{record.column}\n  before  {record.rule}\n  after   {record.masked}")
        for alias in record.aliases:
            print(f"          {alias.alias} = {alias.term.text}")
        print(f"  scan    {record.receipt.terms} terms searched, {len(record.receipt.leaks)} found")
    print(f"{len(records)} rules would reach the language model; the others are compiled or need an answer.")
    return ExitCode.DONE

"""Read a mapping document: its targets, columns, rules and steps, and what is doubtful in it."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from signoff.cli.exit_codes import ExitCode
from signoff.core.domain.spec import Role, Spec, TargetMapping
from signoff.core.parse.output import contract
from signoff.core.pipeline.existing_told import ExistingTold, tell_existing
from signoff.core.pipeline.reading_beside import read_beside

SUMMARY = "read a mapping document"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("document", type=Path, metavar="DOCUMENT", help="workbook, CSV or Markdown file")
    parser.add_argument("--existing", type=Path, metavar="DIR", help="SQL that exists, for its targets")
    parser.add_argument("--json", action="store_true", help="print the contract of docs/parse-json.md")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print what was read; a document without a mapping is a no, with --json told by its findings only."""
    read = read_beside(arguments.document, (), arguments.existing)
    spec, beside = read.spec, read.existing
    told = tell_existing(beside.texts, [target.name for target in spec.targets], beside.around)
    if arguments.json:
        data = contract(spec) | ({"existing": list(map(_existing_data, told))} if arguments.existing else {})
        json.dump(data, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
        return ExitCode.DONE
    print("\n".join([*summary(spec), *map(existing_line, told)]))
    return ExitCode.DONE if spec.targets else ExitCode.NOT_DONE


def existing_line(each: ExistingTold) -> str:
    """What one file of SQL that exists is, and the target it is for."""
    whose = f"for {each.target}" if each.target else "for no target of the document"
    return f"  existing {each.name}: {each.trouble or each.what}, {len(each.columns)} columns, {whose}"


def _existing_data(each: ExistingTold) -> dict[str, Any]:
    return {
        "name": each.name,
        "target": each.target,
        "what": each.what,
        "columns": list(each.columns),
        "trouble": each.trouble,
    }


def summary(spec: Spec) -> list[str]:
    """Lines a person can read."""
    lines = [spec.document]
    for sheet in spec.sheets:
        if sheet.header_row:
            roles = ", ".join(f"{letter} {role}" for letter, role in sheet.roles if role is not Role.OTHER)
            lines.append(f"  sheet {sheet.sheet}: header in row {sheet.header_row}; {roles}")
        else:
            lines.append(f"  sheet {sheet.sheet}: no mapping")
    for target in spec.targets:
        lines.append(_target_line(target))
    for finding in spec.findings:
        place = f"{finding.cell}: " if finding.cell else ""
        lines.append(f"  {finding.severity} {finding.code} {place}{finding.message}")
    if spec.unused:
        lines.append(f"  {len(spec.unused)} cells were not used")
    return lines


def _target_line(target: TargetMapping) -> str:
    ruled = sum(1 for column in target.columns if column.rule)
    extra = "; existing SQL in a cell" if target.existing_sql else ""
    counts = f"{len(target.columns)} columns, {ruled} with a rule, {len(target.steps)} steps"
    return f"  target {target.name}: {counts}{extra}"

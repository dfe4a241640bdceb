"""Look for what is wrong or doubtful in a mapping document before anything is drafted."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from signoff.cli import papers
from signoff.cli.exit_codes import ExitCode
from signoff.cli.questions import question_data, question_lines
from signoff.core.domain.findings import Finding, Severity
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.engines.sql.samples import read_folder
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.parse.output import finding_data
from signoff.core.pipeline.questioning import Questioned, questioned
from signoff.core.pipeline.reading_beside import read_beside, tables_in
from signoff.core.pipeline.sample_rows import SampleRows
from signoff.core.pipeline.sourcing import plain_folder
from signoff.core.project.project import SUFFIX, Project

SUMMARY = "look for what is doubtful in a mapping document"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument(
        "document", type=Path, metavar="DOCUMENT", help="workbook, CSV, Markdown file, or a .signoff project"
    )
    parser.add_argument("--sources", type=Path, metavar="DIR", help="source tables; see `signoff sources`")
    parser.add_argument(
        "--existing", type=Path, metavar="DIR", help="SQL that exists: what it answers is not asked"
    )
    parser.add_argument("--questions", action="store_true", help="list what is asked, with the choices")
    parser.add_argument("--json", action="store_true", help="print findings, or questions, as JSON")
    papers.add_options(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the findings of parse and lint; a finding of severity error is a no."""
    found = _questioned(arguments)
    if arguments.json:
        data = question_data(found) if arguments.questions else {"findings": list(map(_data, found.findings))}
        json.dump(data, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        print("\n".join(question_lines(found) if arguments.questions else _lines(found)))
    bad = any(f.severity is Severity.ERROR for f in found.findings if f not in found.accepted)
    return ExitCode.NOT_DONE if bad else ExitCode.DONE


def _questioned(arguments: argparse.Namespace) -> Questioned:
    """What is said and asked of a document, or of a project's document with its answers worked in."""
    if arguments.document.suffix == SUFFIX:
        if arguments.existing is not None:
            raise SignoffError("A project has its existing SQL already; leave --existing out.")
        with Project.open(arguments.document, read_only=True) as project:
            return papers.write_of_project(arguments, project)
    if arguments.sources is None:
        read = read_beside(arguments.document, (), arguments.existing)
        return _written(arguments, questioned(read.spec, existing=read.existing.texts), read.grids)
    with plain_folder(arguments.sources) as place, Sandbox() as sandbox:
        folder = read_folder(place)
        read = read_beside(arguments.document, tables_in(folder), arguments.existing)
        spec, grids, beside = read.spec, read.grids, read.existing.texts
        sandbox.load(folder.tables)
        schema = sandbox.schema().merged_with(spec.sources)
        return _written(arguments, questioned(spec, schema, SampleRows(sandbox), existing=beside), grids)


def _written(arguments: argparse.Namespace, asked: Questioned, grids: tuple[SheetGrid, ...]) -> Questioned:
    papers.write_of_document(arguments, asked, grids)
    return asked


def _data(finding: Finding) -> dict[str, Any]:
    asked = finding.question.id if finding.question else None
    return {**finding_data(finding), "target": finding.target, "column": finding.column, "question": asked}


def _lines(found: Questioned) -> list[str]:
    lines = []
    for finding in found.findings:
        place = f"{finding.cell}: " if finding.cell else ""
        stays = " (accepted)" if finding in found.accepted else ""
        lines.append(f"{finding.severity} {finding.code} {place}{finding.message}{stays}")
    counts = Counter(finding.severity for finding in found.findings)
    return [*lines, ", ".join(f"{counts[severity]} {severity}" for severity in reversed(Severity))]

"""Look for what is wrong or doubtful in a mapping document before anything is drafted."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from signoff.cli import papers
from signoff.cli.exit_codes import ExitCode
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.spec import Schema, Spec
from signoff.core.engines.sql.samples import tables_from_folder
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.lint import lint
from signoff.core.parse import read_with_grids
from signoff.core.parse.output import finding_data
from signoff.core.pipeline.sourcing import plain_folder

SUMMARY = "look for what is doubtful in a mapping document"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("document", type=Path, metavar="DOCUMENT", help="workbook, CSV or Markdown file")
    parser.add_argument("--sources", type=Path, metavar="DIR", help="source tables; see `signoff sources`")
    parser.add_argument("--json", action="store_true", help="print findings as JSON")
    papers.add_options(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the findings of parse and lint; a finding of severity error is a no."""
    spec, grids = read_with_grids(arguments.document)
    schema = _schema(arguments.sources, spec)
    findings = (*spec.findings, *lint(spec, schema))
    papers.write_of_document(arguments, spec, grids, schema)
    if arguments.json:
        data = [{**finding_data(f), "target": f.target, "column": f.column} for f in findings]
        json.dump({"findings": data}, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        print("\n".join(_lines(findings)))
    bad = any(finding.severity is Severity.ERROR for finding in findings)
    return ExitCode.NOT_DONE if bad else ExitCode.DONE


def _schema(folder: Path | None, spec: Spec) -> Schema | None:
    """The source tables given and those the document lists; None when none are given."""
    if folder is None:
        return None
    with plain_folder(folder) as place, Sandbox() as sandbox:
        sandbox.load(tables_from_folder(place))
        return sandbox.schema().merged_with(spec.sources)


def _lines(findings: tuple[Finding, ...]) -> list[str]:
    lines = []
    for finding in findings:
        place = f"{finding.cell}: " if finding.cell else ""
        lines.append(f"{finding.severity} {finding.code} {place}{finding.message}")
    counts = Counter(finding.severity for finding in findings)
    return [*lines, ", ".join(f"{counts[severity]} {severity}" for severity in reversed(Severity))]

"""Make a project of a mapping document, sample files and, for updates, existing SQL."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from signoff.cli.exit_codes import ExitCode
from signoff.cli.opening import add_by, add_project
from signoff.core.mask.glossary_files import read_glossary
from signoff.core.pipeline.reading_beside import read_beside, tables_of
from signoff.core.pipeline.sourcing import keep_sources, read_source_folder
from signoff.core.project.making import Material, make_project

SUMMARY = "make a project of a document, samples and existing SQL"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the project begins with."""
    add_project(parser)
    parser.add_argument("--document", type=Path, required=True, metavar="DOC", help="the mapping document")
    parser.add_argument(
        "--sources",
        type=Path,
        required=True,
        metavar="DIR",
        help="source tables: CSV, Parquet, workbooks, databases, DDL, dbt's manifest.json",
    )
    parser.add_argument(
        "--existing", type=Path, metavar="DIR", help="<target>.sql files to update, or a dbt project"
    )
    parser.add_argument("--glossary", type=Path, metavar="FILE", help="words to hide: YAML, xlsx or csv")
    parser.add_argument("--dialect", default="duckdb", help="SQL of the warehouse, bound in every sign-off")
    parser.add_argument("--name", help="the project's name; its file's name when left out")
    add_by(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Read everything, then make the file; prints what it holds."""
    sources = read_source_folder(arguments.sources)
    read = read_beside(arguments.document, tables_of(sources), arguments.existing)
    spec, existing = read.spec, read.existing
    material = Material(
        document=arguments.document,
        spec=spec,
        existing=existing.texts,
        around=existing.around,
        glossary=read_glossary(arguments.glossary) if arguments.glossary else (),
    )
    name = arguments.name or arguments.project.stem
    with make_project(
        arguments.project, material, name=name, dialect=arguments.dialect, by=arguments.by
    ) as project:
        try:
            keep_sources(project, sources, by=arguments.by, names=arguments.sources.name)
        except BaseException:
            project.close()
            arguments.project.unlink(missing_ok=True)
            raise
    columns = sum(len(target.columns) for target in spec.targets)
    print(
        f"{arguments.project}: {len(spec.targets)} targets, {columns} column mappings, {sources.count} source "
        f"tables, {len(material.existing)} existing models, {len(spec.findings)} findings"
    )
    for remark in sources.remarks:
        print(f"note: {remark}", file=sys.stderr)
    print(f"Next: signoff generate {arguments.project} --by NAME", file=sys.stderr)
    return ExitCode.DONE

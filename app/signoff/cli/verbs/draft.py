"""Draft every target of a mapping document over sample files; what it writes is approved by nobody."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from signoff.cli.exit_codes import ExitCode
from signoff.cli.opening import add_generator, opened_generator
from signoff.cli.speech import say_progress
from signoff.core.domain.known_names import KnownNames
from signoff.core.domain.mandates import Since
from signoff.core.domain.masking import MaskingLevel
from signoff.core.domain.policies import (
    policy,
    require_dialect,
    require_draft,
    require_export_folder,
    require_level,
)
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Spec
from signoff.core.engines.sql.samples import read_folder
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.mask.glossary_files import read_glossary
from signoff.core.parse import read_with_grids
from signoff.core.pipeline.batch import Batch, draft_batch
from signoff.core.pipeline.colour_marks import marks_of
from signoff.core.pipeline.decisive import folder_digest
from signoff.core.pipeline.desk import Desk, Said
from signoff.core.pipeline.documents import load_samples
from signoff.core.pipeline.headless import GeneratorFacts, ReportFacts, read_answers
from signoff.core.pipeline.reading_beside import read_beside, tables_in
from signoff.core.pipeline.since import since_versions
from signoff.core.pipeline.sourcing import plain_folder
from signoff.core.prompt.examples import ExampleBank

SUMMARY = "draft SQL for every target of a document, without a project"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The contract that scripts rely on; see docs/draft.md."""
    parser.add_argument("document", type=Path, metavar="DOCUMENT")
    parser.add_argument("--sources", type=Path, required=True, metavar="DIR", help="CSV, Parquet, schema.sql")
    parser.add_argument(
        "--existing", type=Path, metavar="DIR", help="<target>.sql files to update, or a dbt project"
    )
    parser.add_argument(
        "--since",
        type=Path,
        metavar="OLD",
        help="the version of the document that the existing SQL was made from: only what differs is changed",
    )
    parser.add_argument("--answers", type=Path, metavar="FILE", help="JSON: question id to choice or value")
    parser.add_argument("--glossary", type=Path, metavar="FILE", help="words to hide: YAML, xlsx or csv")
    parser.add_argument(
        "--masking",
        choices=[level.value for level in MaskingLevel],
        help="how much is hidden from the language model (default identifiers, or what the administrator set)",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--dialect",
        default="duckdb",
        help="SQL of the warehouse (default duckdb)",
    )
    add_generator(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Draft all targets, going on with what an earlier run left; exit 0 when every target has a file."""
    require_draft()
    require_dialect(arguments.dialect)
    require_export_folder(arguments.out)
    level = _level(arguments.masking)
    answers = read_answers(arguments.answers)
    listed = read_glossary(arguments.glossary) if arguments.glossary else ()
    with (
        plain_folder(arguments.sources) as place,
        opened_generator(arguments.generator) as (generator, file),
        Sandbox() as sandbox,
    ):
        folder = read_folder(place)
        read = read_beside(arguments.document, tables_in(folder), arguments.existing)
        spec, existing = read.spec, read.existing
        since = _since(arguments, spec, read.known)
        findings = load_samples(sandbox, folder, spec)
        desk = Desk(sandbox, generator, ExampleBank.load(), said=Said(answers=answers), report=say_progress)
        desk.level = level
        desk.stop_on_leak, desk.around, desk.dialect = False, existing.around, arguments.dialect
        desk.colours, desk.since = marks_of(spec, read.grids), since
        facts = None if file is None else GeneratorFacts(file.name, file.sha256)
        report = ReportFacts(spec.document, arguments.dialect, facts, desk.level)
        batch = Batch(
            spec,
            sandbox.schema(),
            folder_digest(place),
            existing.texts,
            tuple(listed),
            findings,
            report,
            arguments.out,
        )
        counts = draft_batch(batch, desk)
    kept = f" ({counts.taken_over} by an earlier run)" if counts.taken_over else ""
    print(
        f"{counts.targets} of {len(spec.targets)} targets drafted{kept}, {counts.columns} columns, "
        f"{counts.questions} questions; see {arguments.out / 'report.json'}",
        file=sys.stderr,
    )
    return ExitCode.DONE if counts.targets == len(spec.targets) else ExitCode.NOT_DONE


def _level(wanted: str | None) -> MaskingLevel:
    """The masking level asked for, which may be too low; where none is, the lowest that is allowed and usual."""
    if wanted is None:
        return policy().at_least(MaskingLevel.IDENTIFIERS)
    require_level(MaskingLevel(wanted))
    return MaskingLevel(wanted)


def _since(arguments: argparse.Namespace, spec: Spec, known: KnownNames) -> Mapping[str, Since]:
    """The version that existing SQL was made from, by target; nothing where none is named."""
    if arguments.since is None:
        return {}
    if arguments.existing is None and not any(target.existing_sql.strip() for target in spec.targets):
        raise SignoffError(
            "There is no existing SQL that the earlier version could be held against; name its folder with --existing."
        )
    old = read_with_grids(arguments.since, known=known)[0]
    if not old.targets:
        raise SignoffError(say("versions.no_table", document=arguments.since.name))
    return since_versions(old, spec)

"""Write the dbt project of every signed target, with its evidence; no flag lets anything unsigned out."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from signoff.cli.exit_codes import ExitCode
from signoff.cli.handing import run_masked
from signoff.cli.opening import add_by, add_project
from signoff.core.domain.backfills import BackfillProof
from signoff.core.domain.masking import MaskingLevel
from signoff.core.export.proof import ProofResult, is_dbt_there
from signoff.core.export.writing import Edited
from signoff.core.project.exporting import export_project, prove_backfills_of, prove_export, view_of
from signoff.core.project.placing_back import PlacingPlan, place_back, plan_placing
from signoff.core.project.project import Project

SUMMARY = "write signed targets as a dbt project with evidence"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, and which."""
    add_project(parser)
    places = parser.add_mutually_exclusive_group(required=True)
    places.add_argument("--out", type=Path, metavar="DIR", help="folder of the dbt project")
    places.add_argument(
        "--masked", type=Path, metavar="DIR", help="hand the project over masked, for help from outside"
    )
    parser.add_argument(
        "--level",
        choices=(MaskingLevel.IDENTIFIERS.value, MaskingLevel.FULL.value),
        default=MaskingLevel.FULL.value,
        help="with --masked: what is hidden in running text; full hides every word that is not common (default)",
    )
    parser.add_argument(
        "--target", action="append", default=[], metavar="TARGET", help="only this one; repeatable"
    )
    parser.add_argument("--dbt-name", default="", metavar="NAME", help="name of the dbt project")
    parser.add_argument(
        "--into",
        type=Path,
        metavar="DBT_PROJECT",
        help="put signed updates of existing SQL back into the dbt project they came from, too",
    )
    edited = parser.add_mutually_exclusive_group()
    edited.add_argument("--replace", action="store_true", help="write files anew that were edited since")
    edited.add_argument(
        "--keep-edited", action="store_true", help="leave files that were edited since as they are"
    )
    edited.add_argument(
        "--replace-file",
        action="append",
        default=[],
        metavar="PATH",
        help="write this one anew though it was edited, and leave the others; repeatable",
    )
    parser.add_argument(
        "--prove",
        action="store_true",
        help="run dbt on the samples: build what is written, and run on and fill updated tables",
    )
    add_by(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Write and perhaps prove; exit 1 when a target was held back or the proof failed."""
    if arguments.masked is not None:
        return run_masked(arguments)
    backfills: tuple[BackfillProof, ...] = ()
    with Project.open(arguments.project, by=arguments.by) as project:
        if arguments.prove and is_dbt_there() and project.settings.dialect == "duckdb":
            backfills = prove_backfills_of(
                project.require_writing(), by=arguments.by, targets=arguments.target
            )
        if arguments.into is not None:
            plan_placing(view_of(project, by=arguments.by), arguments.into, arguments.target)
        result = export_project(
            project.require_writing(),
            arguments.out,
            by=arguments.by,
            dbt_project_name=arguments.dbt_name,
            targets=arguments.target,
            edited=_policy(arguments),
            replace=arguments.replace_file,
        )
        placing = _placed(project, arguments)
        proof = prove_export(project, arguments.out) if arguments.prove else None
    for path in result.written:
        print(path)
    if placing is not None:
        _say_placed(placing)
    for path, aside in zip(result.replaced, result.set_aside, strict=True):
        print(f"replaced although edited: {path}; what it was lies in {aside}", file=sys.stderr)
    for path in result.kept:
        print(f"kept as edited: {path}", file=sys.stderr)
    for gate in result.held_back:
        for reason in gate.reasons:
            print(f"held back: {gate.target}: {reason.message}", file=sys.stderr)
    print(f"{len(result.targets)} targets in {result.folder}", file=sys.stderr)
    if proof is not None:
        _say_proof(proof)
    for backfill in backfills:
        print(f"dbt {backfill.state.value}: {backfill.words}", file=sys.stderr)
    failed = (proof is not None and not proof.passed) or not all(b.holds for b in backfills)
    return ExitCode.NOT_DONE if failed or result.held_back else ExitCode.DONE


def _placed(project: Project, arguments: argparse.Namespace) -> PlacingPlan | None:
    if arguments.into is None:
        return None
    return place_back(project, arguments.into, by=arguments.by, targets=arguments.target)


def _say_placed(placing: PlacingPlan) -> None:
    for file in placing.files:
        print(f"{'new' if file.before is None else 'changed'}: {placing.root / file.path}", file=sys.stderr)
    for remark in placing.remarks:
        print(f"by hand: {remark}", file=sys.stderr)
    if not placing.files:
        print(f"{placing.root} has all of it already", file=sys.stderr)


def _policy(arguments: argparse.Namespace) -> Edited:
    if arguments.replace:
        return Edited.REPLACE
    keeps = arguments.keep_edited or arguments.replace_file
    return Edited.KEEP if keeps else Edited.REFUSE


def _say_proof(proof: ProofResult) -> None:
    outcome = "built" if proof.passed else "did not build"
    print(
        f"dbt {outcome}: {proof.models} models, {proof.tests} tests passed, {len(proof.warned)} warned, "
        f"{len(proof.failed)} failed, {proof.seconds} s",
        file=sys.stderr,
    )
    for line in (*proof.failed, proof.message):
        if line:
            print(f"  {line}", file=sys.stderr)

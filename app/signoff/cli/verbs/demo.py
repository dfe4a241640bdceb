"""Run the whole flow on the sample project with the real language model, and dbt on the result where it is here."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from signoff.cli.exit_codes import ExitCode
from signoff.cli.opening import add_generator, opened_generator
from signoff.cli.speech import say_progress
from signoff.core.export.proof import ProofResult
from signoff.core.pipeline.demo import DemoResult, run_demo
from signoff.core.pipeline.flow import generator_used

SUMMARY = "run the whole flow on the sample project"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, and which generator."""
    parser.add_argument("--out", type=Path, default=Path("build/demo"), metavar="DIR")
    add_generator(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the summary; exit 0 only when every target was signed, exported, and built where dbt is."""
    with opened_generator(arguments.generator) as (generator, file):
        used = None if file is None else generator_used(file.name, file.sha256)
        result = run_demo(arguments.out, generator, used, say_progress)
    _print(result)
    for line in result.refused:
        print(f"not signed: {line}", file=sys.stderr)
    if result.proof is not None:
        for line in (*result.proof.failed, result.proof.message):
            if line:
                print(f"dbt: {line}", file=sys.stderr)
    return ExitCode.DONE if result.complete else ExitCode.NOT_DONE


def _print(result: DemoResult) -> None:
    origins = ", ".join(f"{count} {origin}" for origin, count in result.origins)
    checks = ", ".join(f"{count} {state}" for state, count in result.checks)
    print(f"""
Signoff demo: {result.signed} of {result.targets} target tables signed by a script, which the evidence says
  columns      {sum(count for _, count in result.origins)}: {origins}
  checks       {checks}
  questions    {result.questions}
  dbt          {_built(result.proof)}
  seconds      {result.seconds} for the whole flow
  dbt project  {result.export.folder}
  evidence     {result.export.folder / "evidence"}
  project      {result.project}""")


def _built(proof: ProofResult | None) -> str:
    if proof is None:
        return "not installed here; 'dbt build' in the folder below proves the export where it is"
    built = "built" if proof.passed else "did NOT build"
    return f"{built}: {proof.models} models, {proof.tests} tests passed, {proof.seconds} s"

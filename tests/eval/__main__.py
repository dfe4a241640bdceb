"""Drafts documents with `signoff draft` and scores the drafts: ``python -m tests.eval``.

Without arguments the sample project; ``--project NAME`` one of the small ones, ``--all`` them and the sample.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from signoff.cli.main import main as signoff
from tests.eval.score import ColumnScore, as_json, score_folder, summary

ROOT = Path(__file__).resolve().parents[2]
PROJECTS = Path(__file__).resolve().parent / "projects"


@dataclass(frozen=True)
class Case:
    """One document with its sources and its reference."""

    name: str
    document: Path
    sources: Path
    reference: Path
    existing: Path | None = None
    answers: Path | None = None


def sample() -> Case:
    """The sample project."""
    folder = ROOT / "resources" / "sample"
    return Case(
        "sample",
        folder / "supplier_migration_mapping.xlsx",
        folder / "sources",
        ROOT / "tests" / "reference",
        folder / "existing",
    )


def project(name: str) -> Case:
    """One of the small projects."""
    folder = PROJECTS / name
    document = next(path for path in (folder / "mapping.xlsx", folder / "mapping.csv") if path.exists())
    existing = folder / "existing"
    return Case(
        name, document, folder / "sources", folder / "reference", existing if existing.exists() else None
    )


def projects() -> list[Case]:
    """All small projects."""
    return [project(path.name) for path in sorted(PROJECTS.iterdir()) if (path / "reference").is_dir()]


def draft(case: Case, out: Path, generator: str | None) -> None:
    """Run `signoff draft` on one case."""
    arguments = ["draft", str(case.document), "--sources", str(case.sources), "--out", str(out)]
    optional = {"--existing": case.existing, "--answers": case.answers, "--generator": generator}
    for option, value in optional.items():
        if value is not None:
            arguments += [option, str(value)]
    code = signoff(arguments)
    if not (out / "report.json").exists():
        sys.exit(f"{case.name}: signoff draft ended with {code} and wrote no report")


def list_wrong(scores: Sequence[ColumnScore], held_out: bool) -> None:
    """Print every wrong column; those of the held-out half only when asked for."""
    for score in scores:
        if not score.right and (held_out or not score.held_out):
            print(f"{score.target}.{score.column} [{score.origin}] {score.expression}")
            print(f"    {score.why}")


def cases_of(arguments: argparse.Namespace) -> list[Case]:
    """The cases asked for."""
    if arguments.all:
        return [sample(), *projects()]
    if arguments.project:
        return [project(name) for name in arguments.project]
    if arguments.document is None:
        known = sample()
        return [
            Case("sample", known.document, known.sources, known.reference, known.existing, arguments.answers)
        ]
    return [
        Case(
            arguments.document.stem,
            arguments.document,
            arguments.sources,
            arguments.reference,
            arguments.existing,
            arguments.answers,
        )
    ]


def parser() -> argparse.ArgumentParser:
    """The arguments."""
    made = argparse.ArgumentParser(prog="python -m tests.eval", description=__doc__)
    made.add_argument("--document", type=Path)
    made.add_argument("--sources", type=Path)
    made.add_argument("--reference", type=Path)
    made.add_argument("--existing", type=Path)
    made.add_argument("--answers", type=Path)
    made.add_argument("--generator", help="as for signoff draft; 'none' for none")
    made.add_argument("--project", action="append", metavar="NAME")
    made.add_argument("--all", action="store_true")
    made.add_argument("--scored", type=Path, metavar="OUT", help="score this folder instead of drafting anew")
    made.add_argument("--out", type=Path, help="folder to keep the drafts in, one folder a case")
    made.add_argument("--json", type=Path, metavar="FILE")
    made.add_argument("--wrong", action="store_true", help="list every wrong column of the tuning half")
    made.add_argument("--held-out", action="store_true", help="with --wrong: the held-out half too")
    return made


def main(given: Sequence[str] | None = None) -> int:
    """Draft, score, print; 0 when every case was scored."""
    arguments = parser().parse_args(given)
    results: dict[str, list[ColumnScore]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for case in cases_of(arguments):
            out = arguments.scored or (arguments.out or Path(scratch)) / case.name
            if not arguments.scored:
                draft(case, out, arguments.generator)
            results[case.name] = score_folder(out, case.sources, case.reference)
            print(f"== {case.name}\n{summary(results[case.name])}\n")
            if arguments.wrong:
                list_wrong(results[case.name], held_out=arguments.held_out)
    if len(results) > 1:
        print(f"== together\n{summary([score for scores in results.values() for score in scores])}\n")
    if arguments.json:
        data = {name: as_json(scores) for name, scores in results.items()}
        arguments.json.write_text(json.dumps(data, indent=1, default=str) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

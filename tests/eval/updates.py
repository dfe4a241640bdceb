"""Scores updates of existing SQL: ``python -m tests.eval.updates``, columns to keep and columns to change apart.

A case of ``increments/PART/NAME`` has the document, source tables and existing SQL that `signoff draft` takes, and the
statement a person wrote for the result; ``keys.yml`` names what is new or changed and what goes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.eval.cases import ROOT, Case, Wanted, document_in
from tests.eval.drafting import Variation, draft, tools_for
from tests.eval.score import ColumnScore, score_folder

FOLDER = Path(__file__).resolve().parent / "increments"
OUT = ROOT / "build" / "eval" / "increments"


@dataclass(frozen=True)
class Outcome:
    """One update: the scores of what stays and of what was to change, and columns that should have gone."""

    name: str
    kept: tuple[ColumnScore, ...]
    changed: tuple[ColumnScore, ...]
    lingering: tuple[str, ...] = ()


def cases(part: str = "") -> list[Case]:
    """The cases of one part, or of all."""
    found = sorted(path.parent for path in FOLDER.glob(f"{part or '*'}/*/reference"))
    return [
        Case(path.name, document_in(path), path / "sources", path / "reference", path / "existing")
        for path in found
    ]


def outcome_of(case: Case, drafted: Path) -> Outcome:
    """The scores of a folder that was drafted."""
    facts: Any = yaml.safe_load((case.reference / "keys.yml").read_text(encoding="utf-8"))
    changed = {name.casefold() for name in facts["changed"]}
    scores = score_folder(drafted, case.sources, case.reference)
    report: Any = json.loads((drafted / "report.json").read_text(encoding="utf-8"))
    left = {column["name"].casefold() for target in report["targets"] for column in target["columns"]}
    return Outcome(
        case.name,
        tuple(each for each in scores if each.column not in changed),
        tuple(each for each in scores if each.column in changed),
        tuple(name for name in facts.get("removed") or () if name.casefold() in left),
    )


def told(outcomes: Sequence[Outcome]) -> str:
    """A line for each case and one for all."""
    lines = [f"{'':24}{'kept':>10}{'changed':>10}"]
    for each in outcomes:
        left = f"  still there: {', '.join(each.lingering)}" if each.lingering else ""
        lines.append(f"{each.name:24}{_share(each.kept):>10}{_share(each.changed):>10}{left}")
    kept = [score for each in outcomes for score in each.kept]
    changed = [score for each in outcomes for score in each.changed]
    return "\n".join([*lines, f"{'all':24}{_share(kept):>10}{_share(changed):>10}"])


def _share(scores: Sequence[ColumnScore]) -> str:
    return f"{sum(score.right for score in scores)}/{len(scores)}"


def main(given: Sequence[str] | None = None) -> int:
    """Draft every case, score it, print."""
    made = argparse.ArgumentParser(prog="python -m tests.eval.updates", description=__doc__)
    made.add_argument("--part", default="", help="only this folder of increments/")
    made.add_argument("--case", action="append", help="only this case")
    made.add_argument("--generator", default="none", help="as for signoff draft; none by default")
    made.add_argument("--wrong", action="store_true", help="list wrong columns")
    made.add_argument("--out", type=Path, default=OUT)
    arguments = made.parse_args(given)
    variation = Variation(generator=arguments.generator)
    outcomes = []
    with tools_for(variation) as tools:
        for case in cases(arguments.part):
            if arguments.case and case.name not in arguments.case:
                continue
            place = arguments.out / case.document.parent.parent.name / case.name
            draft(Wanted(case), place, variation, tools)
            outcomes.append(outcome_of(case, place))
    print(told(outcomes))
    if arguments.wrong:
        for score in (s for each in outcomes for s in (*each.kept, *each.changed) if not s.right):
            print(f"{score.target}.{score.column} [{score.origin}] {score.expression}\n    {score.why}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

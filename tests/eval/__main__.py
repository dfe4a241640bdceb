"""Drafts the evaluation set as `signoff draft` does and scores the drafts: ``python -m tests.eval``.

Without arguments every project in full; a run that was killed goes on when it is started again.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tests.eval.cases import ROOT, Case, Wanted, every_case, fresh, part_of, project, some_of
from tests.eval.comparing import (
    FRESH,
    FULL,
    FULL_WITHOUT,
    SAMPLE,
    ablations,
    beside_naive,
    keep_first,
    with_expert,
)
from tests.eval.drafting import DEFAULT_LEVEL, LEVELS, Variation
from tests.eval.printing import as_json
from tests.eval.printing import summary as summary_of_scores
from tests.eval.results import TargetResult
from tests.eval.running import run
from tests.eval.score import ColumnScore, score_folder
from tests.eval.shown import summary

OUT = ROOT / "build" / "eval"


def list_wrong(scores: Sequence[ColumnScore], held_out: bool) -> None:
    """Print every wrong column; those of the held-out half only when asked for."""
    for score in scores:
        if not score.right and (held_out or not score.held_out):
            print(f"{score.target}.{score.column} [{score.origin}] {score.expression}")
            print(f"    {score.why}")


def wanted_of(arguments: argparse.Namespace) -> list[Wanted]:
    """The cases asked for."""
    if arguments.document is not None:
        places = (arguments.sources, arguments.reference, arguments.existing, arguments.answers)
        return [Wanted(Case(arguments.document.stem, arguments.document, *places))]
    if arguments.project:
        return [Wanted(project(name)) for name in arguments.project]
    if arguments.fresh:
        return [Wanted(case) for case in fresh()]
    return part_of(every_case()) if arguments.sample else [Wanted(case) for case in every_case()]


def name_of(arguments: argparse.Namespace) -> str:
    """What a run is called in its folder: what was asked for, and with which language model."""
    what = SAMPLE if arguments.sample else FULL
    if arguments.document is not None:
        what = f"document-{arguments.document.stem}"
    elif arguments.project:
        what = "-".join(sorted(arguments.project))
    elif arguments.fresh:
        what = FRESH
    what = f"{what}-hints" if arguments.hints else what
    what = what if arguments.level == DEFAULT_LEVEL else f"{what}-level-{arguments.level}"
    return what if arguments.generator is None else f"{what}-{arguments.generator}"


def parser() -> argparse.ArgumentParser:
    """The arguments."""
    made = argparse.ArgumentParser(prog="python -m tests.eval", description=__doc__)
    made.add_argument("--document", type=Path)
    made.add_argument("--sources", type=Path)
    made.add_argument("--reference", type=Path)
    made.add_argument("--existing", type=Path)
    made.add_argument("--answers", type=Path)
    made.add_argument("--generator", help="as for signoff draft; 'none' for none")
    made.add_argument(
        "--hints", action="store_true", help="prompts say how the values of columns are written"
    )
    made.add_argument(
        "--level",
        choices=LEVELS,
        default=DEFAULT_LEVEL,
        help="how much is hidden in prompts; 'none' hides nothing, which only measures",
    )
    made.add_argument("--project", action="append", metavar="NAME", help="only this one; 'sample' is one too")
    made.add_argument("--all", action="store_true", help="every project, as without any choice")
    made.add_argument("--fresh", action="store_true", help="the fresh loads, which no other choice takes in")
    made.add_argument("--sample", action="store_true", help="the fixed part of some sixty columns")
    made.add_argument("--sme", action="store_true", help="then answer what is asked, draft and score again")
    made.add_argument(
        "--naive", type=int, metavar="N", help="then ask for N whole targets in one prompt each"
    )
    made.add_argument("--ablations", action="store_true", help="then the fixed part with parts exchanged")
    made.add_argument("--scored", type=Path, metavar="OUT", help="score this folder instead of drafting anew")
    made.add_argument("--out", type=Path, default=OUT, help="folder for drafts, answers and results")
    made.add_argument("--json", type=Path, metavar="FILE")
    made.add_argument("--wrong", action="store_true", help="list every wrong column of the tuning half")
    made.add_argument("--held-out", action="store_true", help="with --wrong: the held-out half too")
    return made


def main(given: Sequence[str] | None = None) -> int:
    """Draft, score, print; 0 when every case was scored."""
    arguments = parser().parse_args(given)
    wanted = wanted_of(arguments)
    if arguments.scored:
        return _score(arguments, wanted[0].case, arguments.scored)
    name = name_of(arguments)
    variation = Variation(generator=arguments.generator, hints=arguments.hints, level=arguments.level)
    results: list[TargetResult] = run(wanted, variation, arguments.out, name)
    print(f"== {name}\n{summary(results)}\n\neverything: {arguments.out / name}.json")
    if arguments.wrong:
        for each in wanted:
            drafted = arguments.out / name / each.case.name
            list_wrong(_scores(each, drafted), held_out=arguments.held_out)
    compare(arguments, wanted, name)
    if name in (FULL, FULL_WITHOUT) and (
        kept := keep_first(arguments.out / f"{name}.json", date.today().isoformat())
    ):
        print(f"first figures of the held-out half kept: {', '.join(kept)}")
    if arguments.json:
        arguments.json.write_text(
            (arguments.out / f"{name}.json").read_text(encoding="utf-8"), encoding="utf-8"
        )
    return 0


def compare(arguments: argparse.Namespace, wanted: Sequence[Wanted], name: str) -> None:
    """What was asked for beside the run itself."""
    variation = Variation(generator=arguments.generator, hints=arguments.hints, level=arguments.level)
    out = arguments.out
    for engineer in (False, True) if arguments.sme else ():
        answered = with_expert(wanted, variation, out, name, engineer=engineer)
        print(f"== {name}, answered{' by an engineer too' if engineer else ''}\n{summary(answered)}\n")
    if arguments.naive:
        subset = some_of([each.case for each in wanted], arguments.naive, salt="naive")
        print(f"== whole targets in one prompt\n{summary(beside_naive(subset, out))}\n")
    if arguments.ablations:
        for title, results in ablations(part_of(every_case()), out).items():
            print(f"== {title}\n{summary(results)}\n")


def _scores(wanted: Wanted, drafted: Path) -> list[ColumnScore]:
    scores = score_folder(drafted, wanted.case.sources, wanted.case.reference)
    return [s for s in scores if not wanted.targets or s.target in wanted.targets]


def _score(arguments: argparse.Namespace, case: Case, out: Path) -> int:
    """Score a folder that was drafted before."""
    scores = score_folder(out, case.sources, case.reference)
    print(f"== {case.name}\n{summary_of_scores(scores)}\n")
    if arguments.wrong:
        list_wrong(scores, held_out=arguments.held_out)
    if arguments.json:
        data = {case.name: as_json(scores)}
        arguments.json.write_text(json.dumps(data, indent=1, default=str) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What stands beside a full run: answers of a scripted expert, the naive prompt, and runs with a part exchanged."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from signoff.core.errors import SignoffError
from signoff.core.generate.store import locate
from signoff.core.pipeline.files import write_atomically
from tests.eval.cases import Wanted
from tests.eval.drafting import ABLATIONS, DEFAULT_LEVEL, LEVELS, Tools, Variation, tools_for
from tests.eval.metrics import figures_of
from tests.eval.naive import naive
from tests.eval.results import TargetResult
from tests.eval.running import ANSWERS, read, run, write
from tests.eval.sme import answer_case

FIRST = Path(__file__).with_name("first_figures.json")
"""The first figures of the held-out half, by language model and project; what stands there is never changed."""
NO_GENERATOR = "patterns only"
"""How a run without a language model is called."""
NAIVE_ANSWERS = "naive.jsonl"
FULL, SAMPLE, FRESH, NAIVE = "full", "sample", "fresh", "naive"
"""Names of runs: everything, the fixed part, the fresh loads, with the default language model; the naive prompt."""
FULL_WITHOUT = f"{FULL}-none"
"""Name of the run of everything without a language model."""
EXPERT, ENGINEER = "expert", "engineer"
"""What is added to the name of a run whose questions were answered."""


def with_expert(
    wanted: Sequence[Wanted], variation: Variation, folder: Path, name: str, *, engineer: bool
) -> list[TargetResult]:
    """Answer what a finished run asks, draft again and score: ``<name>-expert.json`` or ``<name>-engineer.json``."""
    own = f"{name}-{ENGINEER if engineer else EXPERT}"
    found: list[TargetResult] = []
    replies: list[dict[str, object]] = []
    with tools_for(variation, folder / ANSWERS) as tools:
        for each in wanted:
            print(f"answering {each.case.name}", file=sys.stderr, flush=True)
            places = (folder / name / each.case.name, folder / own / each.case.name)
            answered = answer_case(each, *places, variation, tools, engineer=engineer)
            found += answered.results
            replies += [vars(reply) for reply in answered.replies]
        write(folder / f"{own}.json", found, variation, tools)
    write_atomically(folder / f"{own}-replies.json", json.dumps(replies, indent=1) + "\n")
    return found


def beside_naive(wanted: Sequence[Wanted], folder: Path) -> list[TargetResult]:
    """Ask for whole targets in one prompt each: ``naive.json``."""
    file = locate()
    results = naive(wanted, file, folder / NAIVE_ANSWERS)
    write(folder / f"{NAIVE}.json", results, Variation("naive"), Tools(None, file))
    return results


def ablations(wanted: Sequence[Wanted], folder: Path) -> dict[str, list[TargetResult]]:
    """The fixed part with one thing exchanged at a time, and as it is: a file each."""
    found = {"as it is": run(wanted, Variation(), folder, SAMPLE)}
    for variation in ABLATIONS:
        try:
            found[variation.name] = run(wanted, variation, folder, file_of(variation))
        except SignoffError as error:
            print(f"{variation.name} is left out: {error}", file=sys.stderr)
    return found


def file_of(variation: Variation) -> str:
    """What the run of an ablation is called."""
    return f"ablation-{variation.name.replace(' ', '-')}"


def levels_of(run: str) -> dict[str, str]:
    """Names of the runs of the same part at each masking level, what hides least first."""
    return {level: run if level == DEFAULT_LEVEL else f"{run}-level-{level}" for level in LEVELS}


def keep_first(file: Path, when: str, first: Path = FIRST) -> list[str]:
    """Keep the held-out figures of each project that has none yet with this language model, or with none.

    Args:
        file: of a full run.
        when: the day of the run, ISO.
        first: where first figures are kept.

    Returns:
        Names of the projects whose figures were kept now.
    """
    about, results = read(file)
    generator = (about["generator"] or {}).get("name", NO_GENERATOR)
    kept = json.loads(first.read_text(encoding="utf-8")) if first.exists() else {}
    known, new = kept.get(generator, {}), {}
    for name in dict.fromkeys(r.project for r in results):
        found = figures_of([r for r in results if r.project == name and r.held_out])
        if found.columns and name not in known:
            counts = ("columns", "right", "not_trivial", "not_trivial_right", "silent")
            new[name] = {"when": when, **{count: getattr(found, count) for count in counts}}
    if new:
        write_atomically(first, json.dumps({**kept, generator: {**known, **new}}, indent=1) + "\n")
    return list(new)

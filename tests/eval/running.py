"""Runs parts of the set one case after the other; a killed run goes on, and results of other code are redone.

A run has a folder: ``<run>/<project>/`` with the draft and one JSON file a target, and beside it ``<run>.json`` with
everything together. Answers of the language model lie in ``answers.jsonl`` for all runs of the folder.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from signoff.core.engines.llama.machine import physical_cores
from signoff.core.pipeline.files import write_atomically
from tests.eval.cases import Case, Wanted
from tests.eval.digests import digest_of, digest_of_places, files_of
from tests.eval.drafting import Tools, Variation, draft, tools_for
from tests.eval.metrics import as_data
from tests.eval.results import TargetResult, from_data, results_of, to_data
from tests.eval.tables import read_reference

ANSWERS = "answers.jsonl"
_RESULT = ".result.json"
_SCORING = ("drafting", "freely", "unmasked", "results", "score", "tables")
_CODE = (
    "app/signoff/core",
    "resources/examples",
    "resources/masking",
    "resources/prompts",
    "resources/synonyms",
    *(f"tests/eval/{name}.py" for name in _SCORING),
)


def run(wanted: Sequence[Wanted], variation: Variation, folder: Path, name: str) -> list[TargetResult]:
    """Draft and score cases, each unless its results are there already.

    Args:
        wanted: cases with the targets to draft.
        variation: what is exchanged.
        folder: keeps drafts, results and answers.
        name: of the run: its place in the folder.
    """
    found: list[TargetResult] = []
    with tools_for(variation, folder / ANSWERS) as tools:
        code = digest_of_code()
        for each in wanted:
            found += run_case(each, variation, tools, folder / name / each.case.name, code)
    write(folder / f"{name}.json", found, variation, tools)
    return found


def run_case(wanted: Wanted, variation: Variation, tools: Tools, out: Path, code: str) -> list[TargetResult]:
    """Results of one case: kept ones when every one of them is of this code, else drafted anew."""
    names = wanted.targets or tuple(read_reference(wanted.case.reference).sql)
    key = _key(wanted.case, variation, tools, code)
    kept = [_kept(out / f"{name}{_RESULT}", key) for name in names]
    if all(kept):
        return [result for result in kept if result]
    print(f"drafting {wanted.case.name}", file=sys.stderr, flush=True)
    draft(wanted, out, variation, tools)
    results = results_of(wanted.case, out, wanted.targets)
    for result in results:
        data = {"key": key, "result": to_data(result)}
        write_atomically(out / f"{result.target}{_RESULT}", json.dumps(data, indent=1) + "\n")
    return results


def write(file: Path, results: Sequence[TargetResult], variation: Variation, tools: Tools) -> None:
    """Everything of one run: what ran, all figures, every target."""
    about = {
        "variation": vars(variation),
        "generator": None if tools.file is None else {"name": tools.file.name, "sha256": tools.file.sha256},
        "threads": physical_cores(),
        "cores": os.cpu_count(),
        "code": digest_of_code(),
    }
    data = {"about": about, "figures": as_data(results), "targets": [to_data(each) for each in results]}
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, json.dumps(data, indent=1) + "\n")


def read(file: Path) -> tuple[dict[str, Any], list[TargetResult]]:
    """What ran, and every target, from the file of a run."""
    data = json.loads(file.read_text(encoding="utf-8"))
    return data["about"], [from_data(each) for each in data["targets"]]


def digest_of_code() -> str:
    """One digest over all that decides a draft or its score, but for the documents themselves."""
    return digest_of_places(*_CODE)


def _key(case: Case, variation: Variation, tools: Tools, code: str) -> str:
    places = [case.document, case.sources, case.reference, case.existing, case.answers]
    documents = digest_of(path for place in places if place for path in files_of(place))
    model = tools.generator.identity if tools.generator else "none"
    return hashlib.sha256("|".join((code, documents, model, repr(variation))).encode()).hexdigest()


def _kept(file: Path, key: str) -> TargetResult | None:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return from_data(data["result"]) if data.get("key") == key else None

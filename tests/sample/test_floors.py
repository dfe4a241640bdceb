"""The fixed part of the evaluation set does not fall below what it reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.core.generate.store import GeneratorFile
from tests.eval.cases import PART, Wanted, every_case, part_of
from tests.eval.drafting import Variation, draft, tools_for
from tests.eval.metrics import Figures, figures_of
from tests.eval.results import results_of

GENERATED = 8
"""Columns drafted with the language model, at least: more would take the check too long."""


def figures(wanted: list[Wanted], variation: Variation, folder: Path) -> Figures:
    results = []
    with tools_for(variation) as tools:
        for each in wanted:
            draft(each, folder / each.case.name, variation, tools)
            results += results_of(each.case, folder / each.case.name, each.targets)
    return figures_of(results)


def test_what_patterns_alone_reach(tmp_path: Path) -> None:
    found = figures(part_of(every_case()), Variation(generator="none"), tmp_path)
    assert found.columns >= PART
    assert found.run == found.targets
    assert found.right / found.columns >= 0.44
    assert found.not_trivial_right / found.not_trivial >= 0.27
    assert found.silent / found.columns <= 0.03
    assert found.certain_on_matching / found.certain >= 0.93


@pytest.mark.generator
def test_what_the_language_model_adds(tmp_path: Path, generator_file: GeneratorFile) -> None:
    wanted = part_of(every_case(), GENERATED, salt="d")
    patterns = figures(wanted, Variation(generator="none"), tmp_path / "patterns")
    found = figures(wanted, Variation(generator=generator_file.id), tmp_path / "all")
    assert found.columns >= GENERATED
    assert found.bound > patterns.bound
    assert found.right >= patterns.right

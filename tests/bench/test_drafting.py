"""What a right column costs, beside the naive prompt with the same file, threads and machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from signoff.core.generate.store import GeneratorFile
from tests.eval.cases import Wanted, every_case, some_of
from tests.eval.drafting import Variation, draft, tools_for
from tests.eval.metrics import Figures, figures_of
from tests.eval.naive import naive
from tests.eval.results import results_of

Figure = Callable[[str, float, str], None]

TARGETS = 3
MOST_COLUMNS = 12
"""Of one table, so that the naive prompt takes minutes and not an hour."""
SHARE = 1 / 4
"""Of the naive prompt's seconds for a right column, at most."""


def test_a_right_column_costs_a_quarter_of_the_naive_prompt(
    tmp_path: Path, generator_file: GeneratorFile, figure: Figure
) -> None:
    wanted = some_of(every_case(), TARGETS, salt="bench", most_columns=MOST_COLUMNS)
    ours = drafted(wanted, tmp_path)
    theirs = figures_of(naive(wanted, generator_file))
    figure("seconds a right column", ours.seconds_a_right_column or 0.0, "s")
    figure("seconds a right column, naive prompt", theirs.seconds_a_right_column or 0.0, "s")
    figure("right columns", ours.right, f"of {ours.columns}")
    figure("right columns, naive prompt", theirs.right, f"of {theirs.columns}")
    assert ours.columns == theirs.columns
    assert ours.right > theirs.right
    assert ours.seconds * theirs.right <= SHARE * theirs.seconds * ours.right


def drafted(wanted: list[Wanted], folder: Path) -> Figures:
    """Figures of drafts made anew, nothing taken over from earlier runs."""
    results = []
    with tools_for(Variation()) as tools:
        for each in wanted:
            draft(each, folder / each.case.name, Variation(), tools)
            results += results_of(each.case, folder / each.case.name, each.targets)
    return figures_of(results)

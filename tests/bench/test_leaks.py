"""Goal T8 in full: generated rules and every prompt of the evaluation set, held against a naive oracle."""

from __future__ import annotations

import pytest

from tests.bench.conftest import Figure
from tests.eval.cases import Case, every_case
from tests.helpers.leak_runs import common_words, faults_of_aliases, leaks_of_rows, own_text, prompts_of
from tests.helpers.naive_oracle import terms_in

_ROWS = 10_000


def test_ten_thousand_rows(figure: Figure) -> None:
    leaks, sent = leaks_of_rows(seed=8, count=_ROWS)
    assert leaks == [] and sent == _ROWS
    assert faults_of_aliases(seed=9, count=_ROWS) == []
    figure("generated rows with a leak, a collision or no way back", 0, f"of {_ROWS}")


@pytest.mark.parametrize("case", every_case(), ids=lambda case: case.name)
def test_every_prompt_of_the_evaluation_set(case: Case, figure: Figure) -> None:
    prompts, terms = prompts_of(case)
    leaks = [found for prompt in prompts for found in terms_in(own_text(prompt), terms, common_words())]
    assert leaks == []
    figure(f"prompts of {case.name} with a leak", 0, f"of {len(prompts)}")

"""Expressions in words: the cases say how they read; whatever is given, a reading comes back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from signoff.core.review.reading import reading_of

ROOT = Path(__file__).parents[3]
CASES = yaml.safe_load((ROOT / "tests/cases/reading/expressions.yml").read_text(encoding="utf-8"))
EXAMPLES = [
    str(example["sql"])
    for path in sorted((ROOT / "resources/examples").glob("*.yml"))
    for example in yaml.safe_load(path.read_text(encoding="utf-8"))
    if "sql" in example
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["sql"])
def test_an_expression_reads_as_a_person_would_say_it(case: dict[str, Any]) -> None:
    reading = reading_of(case["sql"])
    assert reading.sentence == case["words"]
    assert list(reading.unsaid) == case.get("unsaid", [])


def test_every_worked_example_is_wholly_in_words() -> None:
    assert len(EXAMPLES) > 200
    assert [sql for sql in EXAMPLES if not reading_of(sql).complete] == []


def test_the_role_of_a_relation_shows_which_of_two_joins_a_column_comes_from() -> None:
    assert reading_of("b.CITY", {"b": "of ADR (billing)"}).sentence == "CITY of ADR (billing)"


@given(
    st.one_of(
        st.text(max_size=60), st.sampled_from(EXAMPLES).flatmap(lambda sql: st.just(sql[: len(sql) // 2]))
    )
)
def test_whatever_is_given_a_reading_comes_back(text: str) -> None:
    reading = reading_of(text)
    assert isinstance(reading.sentence, str) and (reading.complete or reading.unsaid)

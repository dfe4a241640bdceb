"""Rules in the words of many authors: what is compiled gives the values meant, and near misses are left."""

from __future__ import annotations

from functools import lru_cache

import pytest

from tests.helpers.voices import Bench, Rule, Voice, compiled, voices

LEAST = {
    "a": 160,
    "b": 38,
    "c": 205,
    "d": 131,
    "e": 25,
    "f": 49,
}
"""Rules of the files that begin so which are compiled rightly; more may be, never fewer."""


@lru_cache
def _outcomes(name: str) -> tuple[tuple[Rule, str, str], ...]:
    voice = next(each for each in voices() if each.name == name)
    bench = Bench(voice)
    return tuple((rule, *bench.outcome(rule)) for rule in voice.cases)


@pytest.mark.parametrize("voice", voices(), ids=lambda voice: voice.name)
def test_what_is_compiled_means_what_was_said(voice: Voice) -> None:
    wrong = {rule.text: sql for rule, outcome, sql in _outcomes(voice.name) if outcome == "wrong"}
    assert wrong == {}


@pytest.mark.parametrize("voice", voices(), ids=lambda voice: voice.name)
def test_a_near_miss_is_left(voice: Voice) -> None:
    made = {rule.text: compiled(voice, rule) for rule in voice.near}
    assert {text: expression.sql for text, expression in made.items() if expression is not None} == {}


@pytest.mark.parametrize("letter", sorted(LEAST))
def test_at_least_as_many_rules_as_before_are_read(letter: str) -> None:
    names = [voice.name for voice in voices() if voice.name.startswith(letter)]
    right = sum(outcome == "right" for name in names for _, outcome, _ in _outcomes(name))
    assert right >= LEAST[letter]

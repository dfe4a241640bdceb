"""A hundred rules over the shipped prefix, cold, warm, loaded and resumed: the same text each time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from signoff.core.generate.generator import Generator
from signoff.core.generate.store import locate
from signoff.core.prompt.build import build_prompt
from signoff.core.prompt.examples import ExampleBank
from tests.bench.conftest import Figure
from tests.helpers.clearing import cleared
from tests.helpers.kept_states import four_ways

_RULES = 100


@pytest.mark.generator
def test_a_hundred_rules_four_ways(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figure: Figure) -> None:
    monkeypatch.setenv("SIGNOFF_CACHE", str(tmp_path))
    file, bank = locate(), ExampleBank.load()
    rules = [example.rule for example in bank.others[:_RULES]]
    shipped = replace(bank, others=())
    prompts = [build_prompt(rule, token_budget=1200, examples=shipped) for rule in rules]
    other = replace(prompts[0], prefix=prompts[0].prefix.replace("SQL", "sql", 1), has_public_prefix=False)
    found = four_ways(
        lambda: Generator(file.path, sha256=file.sha256), list(map(cleared, prompts)), cleared(other)
    )
    assert found["cold"] == found["warm"] == found["loaded"] == found["resumed"]
    figure("rules drafted alike cold, warm, loaded and resumed", len(rules), f"of {_RULES}")

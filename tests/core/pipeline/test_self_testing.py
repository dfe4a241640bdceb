"""The self-test: each part does its piece of work, and one that fails stops no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.core.errors import SignoffError
from signoff.core.pipeline.self_testing import self_test


def _no_window() -> str:
    raise SignoffError("no screen here")


def test_a_part_that_fails_is_told_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SIGNOFF_GENERATORS", str(tmp_path))
    probes = {probe.part: probe for probe in self_test(_no_window)}
    assert {part: probe.ok for part, probe in probes.items()} == {
        "sql": True,
        "project": True,
        "window": False,
        "generator": False,
    }
    assert probes["window"].sentence == "no screen here"


@pytest.mark.generator
def test_the_language_model_writes_an_expression() -> None:
    *_others, last = self_test(lambda: "drawn")
    assert (last.part, last.ok) == ("generator", True), last.sentence

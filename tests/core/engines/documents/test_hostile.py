"""Hostile documents: each ends in a reading or in one sentence, and at the child's cost alone.

How soon is measured in tests/bench; here a child that works on for a minute counts as hanging.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from signoff.core.engines.documents.reader import LIMITS, WORKER, Sheets, read_document
from signoff.core.errors import SignoffError
from signoff.core.isolation import Child, ChildDied
from signoff.core.parse import read_sheets
from tests.helpers.hostile import HOSTILE
from tests.helpers.memory import peak_kilobytes

_GROWTH_KB = 50 * 1024
_DEADLY = ("a cell in the last row", "entities that grow", "a million merges", "a part twice")
"""Read as the program reads a document, each in a child of its own; the others share one."""


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    with Child(WORKER, replace(LIMITS, call_seconds=60.0), "document reader") as warm:
        warm.start()
        yield warm


def test_there_are_enough_of_them() -> None:
    assert len(HOSTILE) >= 40


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_document(name: str, tmp_path: Path, child: Child) -> None:
    path = HOSTILE[name](tmp_path)
    sheets = Sheets()
    before = peak_kilobytes()
    try:
        child.call("read", {"path": str(path)}, on_event=sheets.take)
        spec = read_sheets(path.name, sheets.grids())
    except SignoffError as error:
        _is_one_sentence(str(error), path.name)
    except ChildDied:
        assert name in _DEADLY
    else:
        assert spec.findings or spec.targets
    assert peak_kilobytes() - before < _GROWTH_KB


@pytest.mark.parametrize("name", _DEADLY)
def test_a_document_of_its_own_child(name: str, tmp_path: Path) -> None:
    path = HOSTILE[name](tmp_path)
    try:
        spec = read_sheets(path.name, read_document(path))
    except SignoffError as error:
        _is_one_sentence(str(error), path.name)
    else:
        assert spec.findings or spec.targets


def _is_one_sentence(sentence: str, name: str) -> None:
    assert sentence.endswith("."), sentence
    assert name in sentence
    assert "Traceback" not in sentence

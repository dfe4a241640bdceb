"""Hostile and damaged documents: how soon each verdict comes, and what the program grows by.

`MUTATED` documents are damaged with a fixed seed; `SIGNOFF_MUTATED` names another number.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from signoff.core.engines.documents.reader import read_document
from signoff.core.engines.documents.reading import read_grids
from signoff.core.errors import SignoffError
from signoff.core.parse import read_sheets
from tests.helpers.hostile import HOSTILE
from tests.helpers.memory import peak_kilobytes
from tests.helpers.mutations import base_documents, mutated

MUTATED = int(os.environ.get("SIGNOFF_MUTATED", "10000"))

Figure = Callable[[str, float, str], None]


def test_hostile(figure: Figure, tmp_path: Path) -> None:
    slowest, grown = 0.0, 0
    for name, make in HOSTILE.items():
        folder = tmp_path / name
        folder.mkdir()
        path = make(folder)
        before, begin = peak_kilobytes(), time.perf_counter()
        try:
            read_sheets(path.name, read_document(path))
        except SignoffError as error:
            assert str(error).endswith(".")
        slowest = max(slowest, time.perf_counter() - begin)
        grown = max(grown, peak_kilobytes() - before)
    figure(f"slowest verdict of {len(HOSTILE)} hostile documents", slowest, "s")
    figure("most the parent grew by one", grown / 1024, "MB")


def test_mutated(figure: Figure, tmp_path: Path) -> None:
    slowest, read, refused = 0.0, 0, 0
    for name, data in mutated(base_documents(tmp_path), MUTATED, seed=5):
        path = tmp_path / name
        path.write_bytes(data)
        begin = time.perf_counter()
        try:
            spec = read_sheets(path.name, read_grids(path))
            assert spec.findings or spec.targets
            read += 1
        except SignoffError as error:
            assert str(error).endswith(".")
            refused += 1
        slowest = max(slowest, time.perf_counter() - begin)
    assert read + refused == MUTATED
    figure("mutated documents read", read, "")
    figure("mutated documents refused in a sentence", refused, "")
    figure("slowest of them", slowest, "s")

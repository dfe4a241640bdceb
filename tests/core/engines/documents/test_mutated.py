"""Damaged documents: each one is read or refused in a sentence, never anything else.

A few hundred here; the full number is in tests/bench.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.core.engines.documents.reading import read_grids
from signoff.core.errors import SignoffError
from signoff.core.parse import read_sheets
from tests.helpers.mutations import base_documents, mutated

_EACH = 120


@pytest.mark.parametrize("seed", range(4))
def test_damaged_documents(tmp_path: Path, seed: int) -> None:
    read = refused = 0
    for name, data in mutated(base_documents(tmp_path), _EACH, seed):
        path = tmp_path / name
        path.write_bytes(data)
        try:
            spec = read_sheets(path.name, read_grids(path))
        except SignoffError as error:
            assert str(error).endswith(".")
            assert name in str(error)
            refused += 1
        else:
            assert spec.findings or spec.targets
            read += 1
    assert read > 0
    assert refused > 0

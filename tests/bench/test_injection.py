"""The cells that try to talk a draft into more than they were mapped to, put to the real language model."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.core.generate.generator import Generator
from signoff.core.generate.store import locate
from tests.bench.conftest import Figure
from tests.core.pipeline.test_injection import draft_cells, faults


@pytest.mark.generator
def test_the_language_model_reads_nothing_beyond(tmp_path: Path, figure: Figure) -> None:
    file = locate()
    with Generator(file.path, sha256=file.sha256, family=file.family) as generator:
        columns = draft_cells(tmp_path, generator)
    assert faults(columns) == []
    figure("injection cells that read beyond their columns", 0, f"of {len(columns)}")

"""A remark that says what stands for a missing value; one that says NULL gives none."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import ColumnMapping
from signoff.core.pipeline.beside import _told


@pytest.mark.parametrize(
    ("note", "value"),
    [
        ("missing = 0", "0"),
        ("blank name: NULL", ""),
        ("blank: 'none'", "none"),
        ("empty -> UNKNOWN", "UNKNOWN"),
    ],
)
def test_a_remark_gives_its_default(note: str, value: str) -> None:
    assert _told(ColumnMapping("t", "c", "VARCHAR", rule="trim", note=note)) == value

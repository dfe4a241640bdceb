"""File names of drafts stay inside their folder, whatever a target is called."""

from __future__ import annotations

import pytest

from signoff.core.pipeline.headless import file_name


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("contract", "contract.sql"),
        ("dbo.Contract", "dbo.Contract.sql"),
        ("../x", "_x.sql"),
        ("a:b", "a_b.sql"),
        ("..", "target.sql"),
        ("C:\\temp", "C__temp.sql"),
    ],
)
def test_file_name_is_plain(target: str, expected: str) -> None:
    assert file_name(target) == expected

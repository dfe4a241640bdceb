"""Which candidates are worth trying."""

from __future__ import annotations

import pytest

from signoff.core.generate.filtering import usable, uses_literals


@pytest.mark.parametrize(
    ("sql", "expected"),
    [("upper(text_01)", True), ("", False), ("upper(", False), ("CASE WHEN 1 = 1 THEN 2 END", True)],
)
def test_usable(sql: str, expected: bool) -> None:
    assert usable(sql) is expected


@pytest.mark.parametrize(
    ("sql", "literals", "expected"),
    [
        ("CASE WHEN a = 'val_1' THEN 'Y' END", ["val_1", "Y"], True),
        ("CASE WHEN a = 'VAL_1' THEN 'y' END", ["val_1", "Y"], True),
        ("coalesce(a, 99999)", ["99999"], True),
        ("a LIKE '%val_1%'", ["val_1"], True),
        ("a = 'val_2'", ["val_1"], False),
        ("a", [], True),
        ("upper(", ["x"], False),
    ],
)
def test_uses_literals(sql: str, literals: list[str], expected: bool) -> None:
    assert uses_literals(sql, literals) is expected

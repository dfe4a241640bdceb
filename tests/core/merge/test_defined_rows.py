"""Words before a condition in brackets that are but a name for its rows."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import Schema, SourceColumn, SourceTable
from signoff.core.merge.defined_rows import is_defined

SCHEMA = Schema(
    (SourceTable("loan", (SourceColumn("is_practice", "BOOLEAN"), SourceColumn("closed_on", "DATE"))),)
)


@pytest.mark.parametrize(
    ("rows", "condition", "expected"),
    [
        ("development builds", "is_practice = true", True),
        ("dummies", "is_practice is true", True),
        ("old builds", "is_practice = true", False),
        ("closed builds", "is_practice = true", False),
        ("builds of two years", "is_practice = true", False),
        ("development builds", "see below", False),
    ],
)
def test_no_column_could_say_what_the_words_say(rows: str, condition: str, expected: bool) -> None:
    assert is_defined(rows, condition, SCHEMA) is expected

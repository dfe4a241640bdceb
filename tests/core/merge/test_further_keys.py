"""Texts that ask all joins to compare a further key, and texts that do not."""

from __future__ import annotations

import pytest

from signoff.core.merge.further_keys import further_key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Every join also compares source_relation", "source_relation"),
        ("all joins must also match on source_relation", "source_relation"),
        ("The joins now also use source_relation.", "source_relation"),
        ("add source_relation to all joins", "source_relation"),
        ("source_relation is part of every join", "source_relation"),
        ("Accounts and campaigns are looked up within the same source_relation.", "source_relation"),
        ("tables are joined by source_relation as well", "source_relation"),
        ("joined by account_id", ""),
        ("the joins stay as they are", ""),
        ("every join also compares a_key; all joins also compare b_key", ""),
        ("joined on the same key", ""),
    ],
)
def test_the_key_is_found_where_all_joins_are_meant(text: str, expected: str) -> None:
    assert further_key(text) == expected

"""Steps of a query as a person reads them."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import Condition
from signoff.core.verify.wording import filter_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("status is not 'X'", "keep where status is not 'X'"),
        ("Leave out parties whose DEL_FLG is X", "leave out parties whose DEL_FLG is X"),
        ("only open\norders", "only open orders"),
        ("", "keep where a.x = 1"),
        ("country in DE, FR", "keep where country in DE, FR"),
        ("Duplicate rows (party_id), latest first", "apply “Duplicate rows (party_id), latest first”"),
        ("Duplicates are removed", "apply “Duplicates are removed”"),
        ("active suppliers", "apply “active suppliers”"),
    ],
)
def test_a_condition_that_is_an_order_is_not_told_as_a_condition(text: str, words: str) -> None:
    assert filter_words(Condition(text, "a.x = 1", origin=Origin.PATTERN)) == words

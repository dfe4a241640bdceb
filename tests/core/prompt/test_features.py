"""Likeness of rules rests on what they are about, not on the words they happen to use."""

from __future__ import annotations

import pytest

from signoff.core.domain.masking import MaskedRule
from signoff.core.prompt.features import features


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("strip all blanks", "remove the spaces", {"~remove", "~sign"}),
        ("others become 'val_1'", "else 'val_1'", {"~else"}),
        ("show as XXX-XX", "xx.xx please", {"~mask"}),
        ("0-5 low, 6-9 high", "from 1 to 3 small", {"~numbers-range"}),
    ],
)
def test_different_words_for_one_thing_meet(one: str, other: str, shared: set[str]) -> None:
    assert shared <= features(MaskedRule(one, ())) & features(MaskedRule(other, ()))


def test_stand_ins_and_fillers_say_nothing() -> None:
    assert features(MaskedRule("text_01", ())) == features(MaskedRule("take the text_07", ()))

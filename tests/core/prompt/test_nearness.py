"""What a rule is about counts for more than a word that few use."""

from __future__ import annotations

import pytest

from signoff.core.prompt.nearness import Weights

BANK = [frozenset({"~sum", "type:INTEGER", f"word{n}"}) for n in range(9)] + [
    frozenset({"~count", "tractor"})
]
WEIGHTS = Weights.of(BANK)


def test_the_same_is_one_and_nothing_in_common_is_nought() -> None:
    assert WEIGHTS.likeness(BANK[0], BANK[0]) == pytest.approx(1)
    assert WEIGHTS.likeness(BANK[0], BANK[-1]) == 0
    assert WEIGHTS.likeness(frozenset(), BANK[0]) == 0


def test_a_shared_concept_outweighs_a_shared_word_as_rare_as_it() -> None:
    asked = frozenset({"~count", "tractor"})
    by_concept = WEIGHTS.likeness(asked, frozenset({"~count", "other"}))
    by_word = WEIGHTS.likeness(asked, frozenset({"~none", "tractor"}))
    assert by_concept > by_word > 0


def test_a_word_that_no_example_has_makes_a_rule_less_like_all_of_them() -> None:
    assert WEIGHTS.likeness(BANK[0] | {"zebra"}, BANK[0]) < 1

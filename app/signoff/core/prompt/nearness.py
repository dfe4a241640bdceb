"""How near two sets of features are: shared ones count by their sort and by how rare they are in the bank."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

_SORTS = (("~", 1.3, 3.0), ("col:", 2.0, 2.5), ("type:", 2.5, 2.5), ("values:", 2.0, 2.5))
"""Beginning of a feature, its factor, and the most that rarity counts: what a rule is about decides, not a word that
one example happens to use."""
_WORD = (1.0, 2.0)
"""Factor and most of a plain word."""


@dataclass(frozen=True)
class Weights:
    """The weight of each feature, squared, as a bank of examples has it."""

    squares: Mapping[str, float] = field(default_factory=dict)

    @staticmethod
    def of(bank: Sequence[frozenset[str]]) -> Weights:
        """Weights by rarity in a bank, given as the features of each example."""
        counts = Counter(word for words in bank for word in words)
        return Weights({word: _square(word, math.log((1 + len(bank)) / n)) for word, n in counts.items()})

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """From 0 for nothing in common to 1 for the same: the cosine of the two sets by weight."""
        norm = math.sqrt(self._mass(one) * self._mass(other))
        return self._mass(one & other) / norm if norm else 0.0

    def _mass(self, words: Iterable[str]) -> float:
        return sum(self.squares.get(word, _UNKNOWN) for word in words)


def _square(word: str, rarity: float) -> float:
    factor, most = next((rest for start, *rest in _SORTS if word.startswith(start)), _WORD)
    return (factor * min(rarity, most)) ** 2


_UNKNOWN = _square("", math.inf)
"""Of a word that no example has."""

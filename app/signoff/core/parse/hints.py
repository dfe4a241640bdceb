"""What a header hints at without telling it: words of everyday speech, and parts of compounds.

`lexicon` says what a header means; this says what it may mean, for `fitting` to hold against the cells.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import yaml

from signoff.core.domain.resources import resources_folder
from signoff.core.parse.lexicon import Side, guess
from signoff.core.parse.words import phrase, words

_LEAST_HEAD, _LEAST_TAIL = 3, 3
"""Letters of the parts of a compound."""
_JOINTS = ("", "s", "es", "n", "en")
"""Letters between the parts of a compound."""


@dataclass(frozen=True)
class Hints:
    """The words of `hints.yml`, folded."""

    sides: dict[str, frozenset[Side]]
    kinds: dict[str, frozenset[str]]
    marks: frozenset[str]
    target_labels: frozenset[str]


@dataclass(frozen=True)
class Hint:
    """What one header hints at."""

    sides: frozenset[Side]
    kinds: frozenset[str]
    """Kinds as in headers.yml."""
    told: str = ""
    """The kind that its words tell beyond doubt; empty for none."""
    told_side: Side | None = None


@lru_cache(maxsize=1)
def hints() -> Hints:
    """The words of `hints.yml`."""
    path = resources_folder() / "synonyms" / "hints.yml"
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    sides: dict[str, set[Side]] = {}
    for side, listed in data["sides"].items():
        for word in listed:
            sides.setdefault(phrase(word), set()).add(Side(side))
    kinds: dict[str, set[str]] = {}
    for kind, listed in data["kinds"].items():
        for word in listed:
            kinds.setdefault(phrase(word), set()).add(kind)
    return Hints(
        {word: frozenset(found) for word, found in sides.items()},
        {word: frozenset(found) for word, found in kinds.items()},
        frozenset(phrase(word) for word in data["marks"]),
        frozenset(phrase(text) for text in data["target_labels"]),
    )


@lru_cache(maxsize=20_000)
def hint_of(header: str) -> Hint:
    """What a header hints at."""
    known = hints()
    parts = [phrase(header), *(part for word in words(header) for part in _parts(word))]
    sides = {side for part in parts for side in known.sides.get(part, ())}
    kinds = {kind for part in parts for kind in known.kinds.get(part, ())}
    told = guess(header)
    sure = told.known >= 0.99 and told.exact
    if told.side is not None and told.known >= 0.5:
        sides.add(told.side)
    if told.kind and told.known >= 0.5:
        kinds.add(told.kind)
    return Hint(frozenset(sides), frozenset(kinds), told.kind if sure else "", told.side if sure else None)


def _parts(word: str) -> tuple[str, ...]:
    """The two known parts of a compound such as `Berichtsspalte`; the word itself where it has none."""
    known = hints()
    if word in known.sides or word in known.kinds:
        return (word,)
    for cut in range(_LEAST_HEAD, len(word) - _LEAST_TAIL + 1):
        head, tail = word[:cut], word[cut:]
        if tail in known.kinds:
            bare = next((head.removesuffix(j) for j in _JOINTS if head.removesuffix(j) in known.sides), head)
            return (bare, tail)
    return (word,)

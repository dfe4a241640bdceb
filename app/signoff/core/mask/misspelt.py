"""Words of a text that are a word of some term with one slip of the pen, or with another ending."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz.distance import OSA

from signoff.core.engines.automaton import Automaton
from signoff.core.mask.folding import fold
from signoff.core.mask.needles import SPLIT_FROM, Needle, Way
from signoff.core.mask.vocabulary import is_common, is_english
from signoff.core.mask.words import plain_words

_RUN = re.compile(r"[^\W\d_]{5,}")
_NEIGHBOUR = re.compile(r"[^\W_]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ENDINGS = ("s", "es", "ed", "d", "ing", "e", "en", "n", "er", "ern", "s'")
_MOST_KEPT = 50_000
"""Pieces of text that are remembered."""
_REACH = 80
"""Characters on each side in which the other words of a term are looked for."""


class Misspelt:
    """Looks for the words of some terms with one letter lacking, added, exchanged or swapped, or inflected."""

    def __init__(self, needles: Iterable[Needle]) -> None:
        """Take in the words of six letters and more of the terms that count in every spelling."""
        self._terms: defaultdict[str, list[tuple[Needle, int]]] = defaultdict(list)
        self._near: defaultdict[str, set[str]] = defaultdict(set)
        self._stems: defaultdict[str, set[str]] = defaultdict(set)
        self._pieces: dict[str, dict[str, frozenset[str]]] = {}
        self._meant: dict[str, frozenset[str]] = {}
        for needle in needles:
            for place, word in enumerate(needle.words if needle.way is Way.ANYWHERE else ()):
                if len(word) >= SPLIT_FROM and not word.isdigit() and word not in plain_words():
                    self._terms[word].append((needle, place))
        for word in self._terms:
            for shorter in (word, *_without_one(word)):
                self._near[shorter].add(word)
            for stem in _stems_of(word):
                self._stems[stem].add(word)

    def found(self, text: str, rest: str) -> Iterator[tuple[int, int, Needle]]:
        """Start and end of each term of which a word is misspelt or inflected.

        Args:
            text: the whole text.
            rest: the same without what was found in it as it is spelt.
        """
        if not self._terms:
            return
        meant: dict[str, frozenset[str]] = {}
        for piece in set(rest.split()):
            known = self._pieces.get(piece)
            meant.update(self._meant_in(piece) if known is None else known)
        if not meant:
            return
        looked_for = list(meant)
        for last, number in Automaton(looked_for).hits(text):
            run = looked_for[number]
            start, end = last + 1 - len(run), last + 1
            if _stands_alone(text, start, end):
                for word in meant[run]:
                    yield from self._terms_at(text, start, end, word)

    def _meant_in(self, piece: str) -> dict[str, frozenset[str]]:
        """The misspelt words in one piece without blanks, each with what it may mean; remembered."""
        runs = [part for run in _RUN.findall(piece) for part in _HUMP.split(run)]
        meant = {run: words for run in runs if (words := self._words_meant(run))}
        if len(self._pieces) < _MOST_KEPT:
            self._pieces[piece] = meant
        return meant

    def _words_meant(self, run: str) -> frozenset[str]:
        if run not in self._meant:
            word = fold(run)
            if word in self._terms or len(word) < SPLIT_FROM - 1 or is_common(word):
                self._meant[run] = frozenset()
            else:
                meant = self._inflected(word) if is_english(word) else self._nearest(word)
                self._meant[run] = frozenset(meant)
        return self._meant[run]

    def _inflected(self, word: str) -> Iterator[str]:
        """Words of terms that are the same word with another ending."""
        for stem in (word, *_stems_of(word)):
            yield from self._stems.get(stem, ())
            if stem in self._terms:
                yield stem

    def _nearest(self, word: str) -> Iterator[str]:
        yield from self._stems.get(word, ())
        for stem in (word, *_stems_of(word)):
            keys = (stem, *_without_one(stem))
            for near in {each for key in keys for each in self._near.get(key, ())}:
                if OSA.distance(stem, near, score_cutoff=1) <= 1:
                    yield near

    def _terms_at(self, text: str, start: int, end: int, word: str) -> Iterator[tuple[int, int, Needle]]:
        for needle, place in self._terms[word]:
            before, after = needle.words[:place], needle.words[place + 1 :]
            left = _matched(before[::-1], _backwards(text, start), self._terms, self._words_meant)
            right = _matched(after, _forwards(text, end), self._terms, self._words_meant)
            if left is not None and right is not None:
                yield (left[0] if left else start), (right[1] if right else end), needle


_Place = tuple[int, int]


def _matched(
    wanted: tuple[str, ...],
    tokens: Iterator[tuple[int, int, str]],
    known: Mapping[str, object],
    meant: object,
) -> _Place | tuple[()] | None:
    """Place of the last of the wanted words where they stand in this order; empty for none wanted, None for not so."""
    last: _Place | tuple[()] = ()
    for word in wanted:
        start, end, token = next(tokens, (0, 0, ""))
        folded = fold(token)
        if folded != word and not (callable(meant) and word in known and word in meant(token)):
            return None
        last = (start, end)
    return last


def _forwards(text: str, end: int) -> Iterator[tuple[int, int, str]]:
    return ((m.start(), m.end(), m.group()) for m in _NEIGHBOUR.finditer(text, end, end + _REACH))


def _backwards(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    found = list(_NEIGHBOUR.finditer(text, max(0, start - _REACH), start))
    return ((m.start(), m.end(), m.group()) for m in reversed(found))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a run of letters is a whole one, or a hump of one."""
    is_begin = (
        start == 0 or not text[start - 1].isalpha() or (text[start].isupper() and text[start - 1].islower())
    )
    is_end = end == len(text) or not text[end].isalpha() or (text[end].isupper() and text[end - 1].islower())
    return is_begin and is_end


def _stems_of(word: str) -> Iterator[str]:
    """What a word may be without its ending."""
    yield from (word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending))
    if word.endswith("ies"):
        yield f"{word[:-3]}y"


def _without_one(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))

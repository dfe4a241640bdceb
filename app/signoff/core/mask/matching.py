"""Finds every term in a text, in whatever spelling: what masking replaces and what the gate looks for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from signoff.core.domain.masking import MaskingLevel, Term, TermKind
from signoff.core.engines.automaton import Automaton
from signoff.core.mask.folding import Folded, fold, folded
from signoff.core.mask.misspelt import Misspelt
from signoff.core.mask.needles import Needle, Way, needles_of
from signoff.core.mask.uncommon import uncommon_words
from signoff.core.mask.word_ends import (
    end_anywhere,
    end_of_word,
    has_blank,
    is_chance,
    is_wide,
    is_word,
    with_accents,
)

_IDENTIFIER = re.compile(r"(?<=[\w\])`\"]\.)[^\W\d]\w*|(?<=`)[^`\n]{1,80}(?=`)|(?<=\[)[^\[\]\n]{1,80}(?=\])")


class Found(NamedTuple):
    """A term in a text."""

    start: int
    end: int
    term: Term


@dataclass
class Look:
    """What one look at a text gave."""

    found: list[Found] = field(default_factory=list)
    passed: Counter[Needle] = field(default_factory=Counter)
    """Terms whose letters stand there as a word of their own and do not count, with how often."""


class Matcher:
    """Looks for the terms of a project; built once, used on any number of texts."""

    def __init__(self, terms: Sequence[Term], level: MaskingLevel = MaskingLevel.IDENTIFIERS) -> None:
        """Prepare.

        Args:
            terms: what to find.
            level: at *full*, each word that is not common counts as a term too.
        """
        self.level = level
        self.needles = needles_of(terms)
        groups: defaultdict[str, list[Needle]] = defaultdict(list)
        for needle in self.needles:
            groups[needle.tight].append(needle)
        self._groups = list(groups.values())
        self._terms = [group[0].term for group in self._groups]
        self._is_anywhere = np.array([[n.way for n in g] == [Way.ANYWHERE] for g in self._groups], dtype=bool)
        self._is_whole = np.array(
            [all(n.way is not Way.ANYWHERE for n in g) for g in self._groups], dtype=bool
        )
        self._lengths = np.array([len(tight) for tight in groups], dtype=np.int64)
        self._identifiers = {n.tight: n for n in self.needles if n.way is Way.IDENTIFIER}
        self._misspelt = Misspelt(self.needles)
        self.automaton = Automaton(groups)

    def found(self, text: str) -> list[Found]:
        """Every term in a text, in order; of terms that overlap the longest, so that none is split."""
        return self.look(text).found

    def look(self, text: str) -> Look:
        """Every term in a text, and what was let through."""
        look = Look()
        look.found = self._whole(text, look.passed)
        return look

    def _whole(self, text: str, passed: Counter[Needle]) -> list[Found]:
        places = [*self._written(text, passed), *self._as_identifiers(text)]
        misspelt = self._misspelt.found(text, _without(text, places))
        places += [Found(start, end, needle.term) for start, end, needle in misspelt]
        if self.level is MaskingLevel.FULL:
            places += [Found(s, e, Term(text[s:e], TermKind.WORD)) for s, e in uncommon_words(text)]
        longest = _longest(places)
        beside = [found for gap in _touched(text, longest) for found in self._within(text, *gap)]
        return sorted([*longest, *beside], key=lambda found: found.start) if beside else longest

    def _within(self, text: str, start: int, end: int) -> list[Found]:
        """Terms in what is left between two others: the replaced one beside it is no part of its word any more."""
        found = self._whole(text[start:end], Counter())
        return [Found(start + each.start, start + each.end, each.term) for each in found]

    def _written(self, text: str, passed: Counter[Needle]) -> list[Found]:
        """What stands there letter by letter; the many hits that are whole words without more ado come first."""
        shape = folded(text)
        hits = self.automaton.hits(shape.tight)
        pairs = np.fromiter(chain.from_iterable(hits), dtype=np.int64, count=2 * len(hits))
        ends, numbers = pairs[::2], pairs[1::2]
        starts, stops = shape.places[ends - self._lengths[numbers] + 1], shape.places[ends] + 1
        has_gap = (stops - starts) != self._lengths[numbers]
        is_letter, is_joint = shape.beside(starts - 1)
        is_inside = (is_letter | is_joint) & self._is_whole[numbers]
        is_anywhere, goes_on, has_s = (
            self._is_anywhere[numbers],
            shape.beside(stops)[0],
            shape.ends_in_s(stops),
        )
        is_clear = is_anywhere & ~is_letter & (~goes_on | has_s)
        may_be_chance = is_anywhere & (is_letter | goes_on)
        stops = stops + (is_clear & has_s)
        found: list[Found] = []
        columns = (starts, stops, has_gap, is_clear, may_be_chance, numbers)
        for start, stop, gap, clear, chance, number in zip(
            *(each[~is_inside].tolist() for each in columns), strict=True
        ):
            if clear and not (gap and is_wide(text, start, stop)):
                found.append(Found(start, stop, self._terms[number]))
            elif not (chance and is_chance(text, shape, start, stop, has_gap=gap)):
                self._look_closer(text, shape, start, stop, number, found, passed)
        return found

    def _look_closer(
        self,
        text: str,
        shape: Folded,
        start: int,
        stop: int,
        number: int,
        found: list[Found],
        passed: Counter[Needle],
    ) -> None:
        stop = with_accents(shape, stop)
        has_gap = has_blank(text, shape, start, stop)
        for needle in self._groups[number]:
            if needle.way is Way.ANYWHERE:
                end = end_anywhere(text, shape, start, stop, has_gap=has_gap)
            else:
                end = end_of_word(needle, text, start, stop)
                if not end and not has_gap and is_word(text, start, stop):
                    passed[needle] += 1
            if end:
                found.append(Found(start, end, needle.term))

    def _as_identifiers(self, text: str) -> Iterator[Found]:
        for match in _IDENTIFIER.finditer(text) if self._identifiers else ():
            needle = self._identifiers.get(fold(match.group()))
            if needle is not None:
                yield Found(match.start(), match.end(), needle.term)


def _without(text: str, found: Iterable[Found]) -> str:
    """What is left of a text."""
    pieces, last = [], 0
    for each in sorted(found, key=itemgetter(0)):
        pieces.append(text[last : each.start])
        last = max(last, each.end)
    return "\n".join([*pieces, text[last:]])


def _touched(text: str, found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """What stands between terms, where a letter of it touches one."""
    last, is_touched = 0, False
    for each in found:
        if last < each.start and (is_touched or text[each.start - 1].isalnum()):
            yield last, each.start
        last, is_touched = each.end, text[each.end : each.end + 1].isalnum()
    if is_touched:
        yield last, len(text)


def _longest(found: Iterable[Found]) -> list[Found]:
    """The longest of those that overlap, in the order of the text; what lies within another one is left out at once."""
    kept: list[Found] = []
    cluster: list[Found] = []
    reach = -1
    for each in sorted(found, key=lambda place: (place[0], -place[1])):
        if each[1] <= reach:
            continue
        if each[0] >= reach:
            kept += cluster if len(cluster) < 2 else _longest_of(cluster)
            cluster = []
        cluster.append(each)
        reach = each[1]
    return kept + (cluster if len(cluster) < 2 else _longest_of(cluster))


def _longest_of(cluster: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for each in sorted(cluster, key=lambda place: (place.start - place.end, place.start)):
        if all(each.end <= other.start or each.start >= other.end for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda place: place.start)


_MOST_KEPT = 4
_kept: list[tuple[Sequence[Term], Matcher]] = []


def matcher_of(terms: Sequence[Term], level: MaskingLevel = MaskingLevel.IDENTIFIERS) -> Matcher:
    """The matcher of these terms; the ones used last are kept, since building one takes longer than using it."""
    terms = tuple(terms)
    for each, matcher in _kept:
        if matcher.level is level and (each is terms or each == terms):
            return matcher
    made = Matcher(terms, level)
    _kept[:] = [(terms, made), *_kept[: _MOST_KEPT - 1]]
    return made

"""Finds every term in a text, in whatever spelling: what masking replaces and what the gate looks for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from signoff.core.domain.masking import MaskingLevel, Term, TermKind
from signoff.core.engines.automaton import Automaton
from signoff.core.mask.folding import (
    SEPARATOR,
    TRANSPARENT,
    Folded,
    fold,
    folded,
    folded_character,
    is_transparent,
)
from signoff.core.mask.misspelt import Misspelt
from signoff.core.mask.needles import Needle, Way, needles_of
from signoff.core.mask.uncommon import uncommon_words
from signoff.core.mask.vocabulary import is_english

_PLURAL = re.compile(r"(?:e?s)?(?!\w)", re.IGNORECASE)
_INFLECTED = re.compile(r"(?:s|es|ed|ing)?(?!\w)", re.IGNORECASE)
_WIDEST_GAP = 3
"""Characters that may stand between two letters of a term that is split or spaced."""
_IDENTIFIER = re.compile(r"(?<=[\w\])`\"]\.)[^\W\d]\w*|(?<=`)[^`\n]{1,80}(?=`)|(?<=\[)[^\[\]\n]{1,80}(?=\])")


@dataclass(frozen=True)
class Found:
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
        every = [*self._written(text, look.passed), *self._misspelt.found(text), *self._as_identifiers(text)]
        places = [Found(start, end, needle.term) for start, end, needle in every]
        if self.level is MaskingLevel.FULL:
            places += [Found(s, e, Term(text[s:e], TermKind.WORD)) for s, e in uncommon_words(text)]
        look.found = _longest(places)
        return look

    def _written(self, text: str, passed: Counter[Needle]) -> Iterator[tuple[int, int, Needle]]:
        shape = folded(text)
        hits = self.automaton.hits(shape.tight)
        if not hits:
            return
        ends, numbers = np.array(hits, dtype=np.int64).T
        begins = ends - self._lengths[numbers] + 1
        starts, stops = shape.places[begins], shape.places[ends] + 1
        unbroken = (stops - starts) == (ends - begins + 1)
        rows = zip(starts.tolist(), stops.tolist(), unbroken.tolist(), numbers.tolist(), strict=True)
        for start, stop, is_unbroken, number in rows:
            stop = _with_accents(shape, stop)
            for needle in self._groups[number]:
                if needle.way is Way.ANYWHERE:
                    end = _end_anywhere(text, shape, start, stop, is_unbroken=is_unbroken)
                else:
                    end = _end_of_word(needle, text, start, stop)
                    if not end and is_unbroken and _begins_word(text, start) and _PLURAL.match(text, stop):
                        passed[needle] += 1
                if end:
                    yield start, end, needle

    def _as_identifiers(self, text: str) -> Iterator[tuple[int, int, Needle]]:
        for match in _IDENTIFIER.finditer(text) if self._identifiers else ():
            needle = self._identifiers.get(fold(match.group()))
            if needle is not None:
                yield match.start(), match.end(), needle


def _end_of_word(needle: Needle, text: str, start: int, stop: int) -> int:
    """Where a term ends that counts as a whole word only; 0 where its letters are none."""
    written = text[start:stop]
    if needle.way is Way.IDENTIFIER or not _begins_word(text, start):
        return 0
    if needle.way is Way.WRITTEN and written not in _cases(needle.term):
        return 0
    if needle.way is Way.WHOLE and not needle.shape.fullmatch(_loose(written)):
        return 0
    ending = _PLURAL.match(text, stop)
    return ending.end() if ending else 0


def _end_anywhere(text: str, shape: Folded, start: int, stop: int, *, is_unbroken: bool) -> int:
    """Where a term ends that counts in every spelling; 0 where its letters are chance."""
    before = text[start - 1] if start else " "
    is_begin = not before.isalnum() or _turns(before, text[start])
    if is_begin and (is_unbroken or not _is_wide(shape, text, start, stop)):
        ending = _INFLECTED.match(text, stop)
        if ending:
            return ending.end()
        after = text[stop]
        if not after.isalnum() or _turns(text[stop - 1], after):
            return stop
    if not is_unbroken and SEPARATOR in shape.kinds[start:stop]:
        return 0
    return 0 if is_english(fold(_token(text, shape, start, stop))) else stop


def _turns(one: str, other: str) -> bool:
    """Whether a new word of a name begins between two characters: a hump, or a digit beside a letter."""
    return (one.islower() and other.isupper()) or one.isdigit() != other.isdigit()


def _begins_word(text: str, start: int) -> bool:
    return start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "_")


def _is_wide(shape: Folded, text: str, start: int, stop: int) -> bool:
    """Whether more stands between two letters than would between the letters of one term."""
    gap = 0
    for place in range(start, stop):
        gap = gap + 1 if shape.kinds[place] == SEPARATOR else 0
        if gap > _WIDEST_GAP or text[place] == "\n":
            return True
    return False


def _with_accents(shape: Folded, stop: int) -> int:
    """The end, with accents that belong to the last letter."""
    while stop < len(shape.kinds) and shape.kinds[stop] == TRANSPARENT:
        stop += 1
    return stop


def _token(text: str, shape: Folded, start: int, stop: int) -> str:
    """The unbroken letters and digits around a place."""
    while start and shape.kinds[start - 1] != SEPARATOR:
        start -= 1
    while stop < len(text) and shape.kinds[stop] != SEPARATOR:
        stop += 1
    return text[start:stop]


def _loose(text: str) -> str:
    """Folded letters with what stands between them."""
    return "".join(folded_character(each) or ("" if is_transparent(each) else each) for each in text)


def _cases(term: Term) -> tuple[str, ...]:
    return (term.text,) if term.kind is TermKind.VALUE else (term.text, term.text.lower(), term.text.upper())


def _longest(found: Iterable[Found]) -> list[Found]:
    """The longest of those that overlap, in the order of the text."""
    kept: list[Found] = []
    cluster: list[Found] = []
    reach = -1
    for each in sorted(found, key=lambda place: place.start):
        if each.start >= reach:
            kept += _longest_of(cluster)
            cluster = []
        cluster.append(each)
        reach = max(reach, each.end)
    return kept + _longest_of(cluster)


def _longest_of(cluster: list[Found]) -> list[Found]:
    if len(cluster) < 2:
        return cluster
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

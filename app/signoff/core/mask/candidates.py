"""Terms are found, not typed: what a project names that may give its customer away, the most telling first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from math import log2

from signoff.core.domain.masking import Term, TermKind
from signoff.core.domain.sentences import say
from signoff.core.mask.alike import is_generic
from signoff.core.mask.glossary import type_group
from signoff.core.mask.material import Material, Said, Where
from signoff.core.mask.recognisers import Personal, personal_column, personal_in
from signoff.core.mask.running_text import Spoken, spoken_in
from signoff.core.mask.vocabulary import UNKNOWN, rank
from signoff.core.mask.words import is_plain, parts

_MOST_PLACES = 50
_MOST_OF_A_COLUMN = 25
"""Sample values of one column that are offered."""
_LONGEST = 80
_NAMED, _PERSONAL, _NEAR = 0.15, 0.55, 0.1
_LEAST_RARE, _RAREST = 1_500, 20_000
"""Ranks between which English words are more and more telling."""
_EVERYDAY = 300
"""Rank of a word that is no term even where names are made of it."""
_NAMES = (TermKind.TABLE, TermKind.COLUMN)


@dataclass(frozen=True)
class Candidate:
    """Something that may have to be hidden."""

    text: str
    kind: TermKind
    score: float
    """How telling it is, 0 to 1."""
    reasons: tuple[str, ...]
    """Sentences, the weightiest first."""
    places: tuple[str, ...]
    """Sheet and cell, or table and column; each once, the first ones."""
    count: int
    """Mentions."""
    group: str = ""
    """Type group of a column."""

    @property
    def term(self) -> Term:
        """What is listed when it is accepted."""
        return Term(self.text, self.kind, self.group)


@dataclass
class _Found:
    """What is known of one text while it is gathered."""

    text: str
    kind: TermKind
    base: float
    weights: dict[str, float] = field(default_factory=dict)
    """By reason."""
    places: dict[str, None] = field(default_factory=dict)
    count: int = 0

    def add(self, reason: str, weight: float) -> None:
        """Take one more reason into account; the same counts once."""
        self.weights[reason] = max(weight, self.weights.get(reason, 0.0))

    def at(self, place: str) -> None:
        """Take one more mention into account."""
        self.count += 1
        if len(self.places) < _MOST_PLACES:
            self.places.setdefault(place)

    def candidate(self, group: str) -> Candidate:
        """As it is shown."""
        score = min(1.0, self.base + sum(self.weights.values()) + 0.03 * log2(1 + self.count))
        ordered = sorted(self.weights, key=lambda reason: -self.weights[reason])
        return Candidate(
            self.text, self.kind, round(score, 3), tuple(ordered), tuple(self.places), self.count, group
        )


def candidates(
    material: Material,
    *,
    listed: Sequence[Term] = (),
    refused: Collection[str] = (),
    types: dict[str, str] | None = None,
) -> tuple[Candidate, ...]:
    """Everything that may have to be hidden and is not in the glossary yet, the most telling first.

    Args:
        material: all texts of the project.
        listed: terms of the glossary; what stands beside one is more telling.
        refused: texts that a person refused, in any case.
        types: type of each column by its case-folded name.
    """
    search = _Search(material, listed)
    found = search.found()
    left_out = {term.text.casefold() for term in listed} | {text.casefold() for text in refused}
    groups = {name: type_group(kind) for name, kind in (types or {}).items()}
    made = [
        each.candidate(groups.get(key, "") if each.kind is TermKind.COLUMN else "")
        for key, each in found.items()
        if key not in left_out
    ]
    return tuple(sorted(made, key=lambda c: (-c.score, -c.count, c.text.casefold())))


class _Search:
    """One pass over a project's texts."""

    def __init__(self, material: Material, listed: Sequence[Term]) -> None:
        self._material = material
        self._known = frozenset(word for term in listed for word in parts(term.text))
        self._all: dict[str, _Found] = {}
        self._part_counts = _part_counts(material.names)
        tables = (said.text for said in material.names if said.where is Where.TABLE)
        self._in_tables = frozenset(word for text in tables for word in parts(text))
        self._spoken = tuple(spoken_in(material.texts))
        self._foreign = _share_unknown(self._spoken)

    def found(self) -> dict[str, _Found]:
        """All of it, by case-folded text."""
        self._names()
        self._running_text()
        self._literals()
        self._personal_texts()
        self._samples()
        return self._all

    def _take(self, text: str, kind: TermKind, base: float) -> _Found:
        key = text.casefold()
        if key not in self._all:
            self._all[key] = _Found(text, kind, base)
        self._all[key].base = max(base, self._all[key].base)
        return self._all[key]

    def _names(self) -> None:
        for said in self._material.names:
            if is_plain(said.text) or len(said.text) < 2 or len(said.text) > _LONGEST:
                continue
            is_table = said.where is Where.TABLE
            found = self._take(said.text, TermKind.TABLE if is_table else TermKind.COLUMN, 0.15)
            found.at(said.place)
            found.add(say("candidate.table" if is_table else "candidate.column"), 0.05)
            words = parts(said.text)
            rarest = _rarest(words)
            if _rank(rarest) > _LEAST_RARE:
                found.add(*self._rare(rarest))
            if len(words) == 1 and rarest:
                self._add_use_in_names(found, rarest)

    def _running_text(self) -> None:
        for spoken in self._spoken:
            words = parts(spoken.text)
            rarest = _rarest(words)
            if not self._is_worth_it(spoken, rarest):
                continue
            found = self._take(spoken.text, TermKind.WORD, 0.05)
            found.at(spoken.place)
            if found.kind in _NAMES:
                continue  # it is told from its being a name already
            if _rank(rarest) > _LEAST_RARE:
                found.add(*self._rare(rarest))
            self._add_shape(found, spoken)
            if len(words) == 1:
                self._add_use_in_names(found, words[0])
            if spoken.near & self._known:
                found.add(say("candidate.near"), _NEAR)

    def _is_worth_it(self, spoken: Spoken, rarest: str) -> bool:
        if spoken.where in (Where.SHEET, Where.SYSTEM) and not is_plain(spoken.text):
            return True
        is_named = bool(rarest) and len(parts(spoken.text)) == 1 and bool(self._part_counts.get(rarest))
        is_shaped = bool(rarest) and (spoken.is_capital or spoken.is_code)
        return is_shaped or _rank(rarest) > _LEAST_RARE or (is_named and rank(rarest) > _EVERYDAY)

    def _add_shape(self, found: _Found, spoken: Spoken) -> None:
        if spoken.where is Where.SYSTEM:
            found.add(say("candidate.system"), 0.35)
        if spoken.where is Where.SHEET:
            found.add(say("candidate.sheet"), 0.1)
        if spoken.is_company:
            found.add(say("candidate.company"), 0.4)
        if spoken.is_person:
            found.add(say("candidate.person"), 0.35)
        if spoken.is_capital:
            found.add(say("candidate.capital"), 0.3 if " " in spoken.text else 0.2)
        elif spoken.begins_with_capital and _rarity(spoken.text) == UNKNOWN:
            found.add(say("candidate.capital"), 0.15 * (1 - self._foreign))
        elif spoken.is_code:
            found.add(say("candidate.code"), 0.2)

    def _add_use_in_names(self, found: _Found, word: str) -> None:
        """Things of the business stand in the names of tables and columns."""
        count = self._part_counts.get(word, 0)
        if count:
            weight = min(0.35, _NAMED + 0.04 * count) + 0.1 * (word in self._in_tables)
            found.add(say("candidate.in_names", count=count), weight)

    def _rare(self, word: str) -> tuple[str, float]:
        """Why a word is telling; in a document of another language being no English word says little."""
        if rank(word) == UNKNOWN:
            return say("candidate.unknown"), 0.1 + 0.25 * (1 - self._foreign)
        return say("candidate.rare"), 0.15 * log2(rank(word) / _LEAST_RARE) / log2(_RAREST / _LEAST_RARE)

    def _literals(self) -> None:
        for said in self._material.literals:
            if not _rarity(said.text):
                continue
            found = self._take(said.text, TermKind.VALUE, 0.1)
            found.at(said.place)
            if found.kind in _NAMES:
                continue
            found.add(say("candidate.literal"), 0.1)
            if _rarity(said.text) == UNKNOWN:
                found.add(say("candidate.unknown"), 0.2)

    def _personal_texts(self) -> None:
        for said in self._material.texts:
            for each in personal_in(said.text):
                found = self._take(each.text, TermKind.VALUE, 0.2)
                found.at(said.place)
                found.add(_personal_words(each.kind), _PERSONAL)

    def _samples(self) -> None:
        for (table, column), values in self._material.samples.items():
            place = f"{table}.{column}"
            kind = personal_column(column, values)
            if kind is not None:
                name = self._take(column, TermKind.COLUMN, 0.15)
                name.add(say("candidate.holds", what=_personal_words(kind)), _PERSONAL)
                name.places.setdefault(place)
            self._values(place, {value.strip(): None for value in values if _is_telling(value)}, kind)

    def _values(self, place: str, values: Collection[str], kind: Personal | None) -> None:
        """Values that the document speaks of too; of a column of few values that is not personal, all of them.

        Persons are not listed one by one: their column is, and no value of it is ever sent.
        """
        is_listed = kind is None and len(values) <= _MOST_OF_A_COLUMN
        for value in values:
            if value.casefold() not in self._all and not is_listed:
                continue
            found = self._take(value, TermKind.VALUE, 0.05)
            found.at(place)
            found.add(say("candidate.sample", column=place), 0.02)
            if kind is not None:
                found.add(_personal_words(kind), 0.35)
            elif found.kind is TermKind.VALUE and _rarity(value) == UNKNOWN:
                found.add(say("candidate.unknown"), 0.1)


def _rarest(words: Sequence[str]) -> str:
    """The rarest word that names something; empty where there are only words of form."""
    return max((word for word in words if not is_generic(word)), key=rank, default="")


def _rank(word: str) -> int:
    return rank(word) if word else 0


def _part_counts(names: Iterable[Said]) -> dict[str, int]:
    """In how many different names each word stands."""
    counts: dict[str, int] = {}
    for name in {said.text.casefold(): said.text for said in names}.values():
        for word in set(parts(name)):
            counts[word] = counts.get(word, 0) + 1
    return counts


def _share_unknown(spoken: Sequence[Spoken]) -> float:
    """How much of the running text is not English, 0 to 1; capitals aside, since names are no language."""
    words = [word for each in spoken if not each.is_capital and not each.is_code for word in parts(each.text)]
    return sum(rank(word) == UNKNOWN for word in words) / len(words) if words else 0.0


def _is_telling(value: str) -> bool:
    """Whether a sample value may be a term: text with a word that is not everyday."""
    text = value.strip()
    return 3 <= len(text) <= _LONGEST and "\n" not in text and _rarity(text) > _LEAST_RARE


def _rarity(value: str) -> int:
    """Rank of the rarest word of letters in a value; 0 where it has none."""
    return max((rank(word) for word in parts(value) if word.isalpha() and not is_generic(word)), default=0)


def _personal_words(kind: Personal) -> str:
    return say(kind.value)

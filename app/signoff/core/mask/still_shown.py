"""What the language model still reads of a project: every word that no stand-in hides, how often, and why it stays."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from signoff.core.domain.masking import OwnParts, Term
from signoff.core.domain.prompts import Prompt
from signoff.core.domain.sentences import say
from signoff.core.mask.folding import fold
from signoff.core.mask.needles import Way, needles_of
from signoff.core.mask.uncommon import sql_words
from signoff.core.mask.vocabulary import is_common
from signoff.core.mask.words import STAND_IN, plain_words

_WORD = re.compile(r"[^\W_][\w'’]*")


class WhyShown(StrEnum):
    """Why a word stays, those first that a person should look at."""

    UNLISTED = "unlisted"
    """Nobody listed it, and it names nothing of the document."""
    LEVEL = "level"
    """The document calls something so, and the level of the project shows it."""
    NAME = "name"
    """An everyday word that a column or table is called too."""
    COMMON = "common"
    """A common English word."""
    SQL = "sql"
    """A word of SQL, or of types."""
    NUMBER = "number"


_WORDS = {
    WhyShown.UNLISTED: "shown.unlisted",
    WhyShown.LEVEL: "shown.level",
    WhyShown.NAME: "shown.name",
    WhyShown.COMMON: "shown.common",
    WhyShown.SQL: "shown.sql",
    WhyShown.NUMBER: "shown.number",
}


@dataclass(frozen=True)
class ShownWord:
    """One word that the language model reads."""

    text: str
    """In small letters."""
    count: int
    why: WhyShown
    places: tuple[str, ...]
    """Columns whose prompts hold it, each once."""


@dataclass(frozen=True)
class PlacedPrompt:
    """A prompt, where its answer stands, and what stands in for terms in it."""

    place: str
    prompt: Prompt
    aliases: Collection[str]


def why_words(why: WhyShown) -> str:
    """Why a word stays, as a sentence."""
    return say(_WORDS[why])


def words_shown(
    prompts: Iterable[PlacedPrompt], fixed: OwnParts, terms: Sequence[Term]
) -> tuple[ShownWord, ...]:
    """Every word of the prompts' own text that is no stand-in, those first that a person should look at.

    Args:
        prompts: as they are sent.
        fixed: knows the shipped text inside them.
        terms: all terms of the project, also those that its level shows.
    """
    counts: Counter[str] = Counter()
    places: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for each in prompts:
        text = each.prompt.prefix + each.prompt.body
        for start, end in fixed.own_parts(text)[0]:
            for match in _WORD.finditer(text[start:end]):
                word = match.group().rstrip("'’").casefold()
                if word not in each.aliases and not STAND_IN.fullmatch(word):
                    counts[word] += 1
                    places[word][each.place] = None
    names = {needle.tight: needle.way for needle in needles_of(terms)}
    order = list(WhyShown)
    found = [ShownWord(word, n, _why(word, names), tuple(places[word])) for word, n in counts.items()]
    return tuple(sorted(found, key=lambda each: (order.index(each.why), -each.count, each.text)))


def _why(word: str, names: Mapping[str, Way]) -> WhyShown:
    if word[0].isdigit():
        return WhyShown.NUMBER
    way = names.get(fold(word))
    if way is not None:
        return WhyShown.NAME if way is Way.IDENTIFIER else WhyShown.LEVEL
    if word in sql_words():
        return WhyShown.SQL
    if len(word) == 1 or word in plain_words() or is_common(word):
        return WhyShown.COMMON
    return WhyShown.UNLISTED

"""Readings in which everyday nouns stand for source columns: "the last name" for LAST, "amounts" for AMD_AMT.

They are tried only where no reading by the columns' own names compiles, and only the rule's own source columns
are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.generate.patterns.mentions import GRAMMAR_WORDS, settled
from signoff.core.generate.patterns.phrases import COLUMN, Mark, Phrase
from signoff.core.generate.patterns.tokens import Kind, Token
from signoff.core.generate.patterns.wordlists import word_set

_LONGEST = 3
_SHORTEST = 3
_PLAIN = word_set("name date number amount text code value id")
"""Words that say little: they need no part of the name as partner."""
_GENERAL = _PLAIN | word_set(
    "nm dt no nr num amt txt cd val on at ts eur usd chf gbp kg fld col flg flag "
    "m3 m2 l t h s m km cm mm ms min sec pct perc percent hrs raw src"
)
"""Parts of names that need no word as partner."""
_NEVER = GRAMMAR_WORDS - {"amount"} | word_set(
    "row rows record records part sign digit digits letter letters word words negative positive next never without"
)

_COUNTED = ("number", "count", "how")
"""What is counted is rows as a rule, not the column of that name."""


def noun_readings(phrases: Iterator[Phrase], scope: Scope) -> Iterator[Phrase]:
    """Each phrase with nouns taken for the only source column they fit; nothing where there is no such noun."""
    for phrase in phrases:
        marks = _marked(phrase.marks, scope.sources)
        if marks != phrase.marks:
            yield settled(Phrase(marks, phrase.source))


def _marked(marks: tuple[Mark, ...], sources: tuple[ScopeColumn, ...]) -> tuple[Mark, ...]:
    """The marks, one for each run of words that stands for a source column."""
    made: list[Mark] = []
    at = 0
    while at < len(marks):
        length, column = _noun(marks, at, sources)
        if column is None:
            made.append(marks[at])
        else:
            token = Token(Kind.WORD, "", marks[at].token.start, marks[at + length - 1].token.end)
            made.append(Mark(COLUMN, token, column))
        at += length
    return tuple(made)


def _noun(
    marks: tuple[Mark, ...], at: int, sources: tuple[ScopeColumn, ...]
) -> tuple[int, ScopeColumn | None]:
    """Number of words that begin here and stand for a source column, and the column."""
    run: list[str] = []
    for mark in marks[at : at + _LONGEST]:
        if mark.column is not None or mark.token.kind is not Kind.WORD or not mark.text.isalpha():
            break
        run.append(mark.text)
    if at > 1 and marks[at - 1].text == "of" and marks[at - 2].text in _COUNTED:
        return 1, None
    for length in range(len(run), 0, -1):
        words = run[:length]
        if length == 1 and (words[0] in _NEVER or len(words[0]) < _SHORTEST):
            continue
        fitting = [each for each in sources if _stands_for(words, each.column.name, alone=len(sources) == 1)]
        if len(fitting) == 1:
            return length, fitting[0]
    return 1, None


def _stands_for(words: list[str], name: str, *, alone: bool) -> bool:
    """Whether words and parts of the name are each other's partners but for those that say little.

    Such words may be left over on one side only: the country name is not in COUNTRY_CODE. Of the only source, any
    part of the name will do.
    """
    parts = [part for part in re.split(r"[\W_]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()) if part]
    pairs = [(word, part) for word in words for part in parts if _partners(word, part)]
    over = set(words) - {word for word, _ in pairs}
    left = set(parts) - {part for _, part in pairs}
    return bool(pairs) and over <= _PLAIN and (alone or left <= _GENERAL) and not (over and left)


def _partners(word: str, part: str) -> bool:
    """Whether the part of a name is the word, its singular, or the word shortened."""
    single = word.removesuffix("s") if len(word) > _SHORTEST else word
    if part in (word, single):
        return True
    letters = iter(single)
    return len(part) >= _SHORTEST and part[0] == single[0] and all(each in letters for each in part)

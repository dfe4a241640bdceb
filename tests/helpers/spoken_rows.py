"""Rules of no customer, with made-up terms in them as people write them: inflected, misspelt, split, accented."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.masking import Term, TermKind
from signoff.core.domain.spec import SourceColumn

_SYLLABLES = tuple(
    re.findall(r"\w+", "bra cke dru fyl gho kru lem mbo nax plo qui rza sto twy vex wug zil thro skep")
)
_PLAIN = tuple(
    re.findall(r"\w+", "take the first value of if it is missing then use last and trim with when not empty")
)
_LOOK_ALIKE = {"a": "\u0430", "e": "\u0435", "o": "\u043e", "c": "\u0441", "x": "\u0445", "p": "\u0440"}
_ACCENTS = ("\u0301", "\u0308", "\u030c")
_BESIDE = {"a": "s", "e": "r", "i": "o", "l": "k", "n": "m", "o": "p", "r": "t", "t": "y", "u": "i", "x": "z"}
Spelling = Callable[[str, random.Random], str]


def _word(luck: random.Random) -> str:
    return "".join(luck.choices(_SYLLABLES, k=luck.randint(2, 3)))


def _long_words(text: str) -> list[str]:
    return [word for word in text.replace("_", " ").split() if len(word) > 6]


def _in_one_word(change: Callable[[str, random.Random], str]) -> Spelling:
    """A change to one long word of a term; the term itself where it has none."""

    def spelt(text: str, luck: random.Random) -> str:
        words = _long_words(text)
        word = luck.choice(words) if words else ""
        return text.replace(word, change(word, luck), 1) if word else text

    return spelt


def _place(word: str, luck: random.Random) -> int:
    return luck.randrange(1, len(word) - 1)


def _dropped(word: str, luck: random.Random) -> str:
    place = _place(word, luck)
    return word[:place] + word[place + 1 :]


def _doubled(word: str, luck: random.Random) -> str:
    place = _place(word, luck)
    return word[:place] + word[place] + word[place:]


def _swapped(word: str, luck: random.Random) -> str:
    place = _place(word, luck)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _mistyped(word: str, luck: random.Random) -> str:
    place = _place(word, luck)
    return word[:place] + _BESIDE.get(word[place].lower(), "h") + word[place + 1 :]


def _accented(text: str, luck: random.Random) -> str:
    place = luck.randrange(1, len(text))
    return text[:place] + luck.choice(_ACCENTS) + text[place:] if text[place - 1].isalpha() else text


def _disguised(text: str, _luck: random.Random) -> str:
    return "".join(_LOOK_ALIKE.get(each, each) for each in text)


def _wide(text: str, _luck: random.Random) -> str:
    return "".join(chr(ord(each) + 0xFEE0) if each.isascii() and each.isalnum() else each for each in text)


def _split(text: str, luck: random.Random) -> str:
    place = luck.randrange(2, len(text) - 2)
    return text[:place] + luck.choice((" ", "-", " - ", "\u00ad")) + text[place:]


SPELLINGS: dict[str, Spelling] = {
    "as it is": lambda text, _luck: text,
    "capitals": lambda text, _luck: text.upper(),
    "title": lambda text, _luck: text.title(),
    "humps": lambda text, _luck: text.replace("_", " ").title().replace(" ", ""),
    "spaced": lambda text, _luck: text.replace("_", " "),
    "dashed": lambda text, _luck: text.replace("_", "-"),
    "plural": lambda text, _luck: f"{text}s",
    "of it": lambda text, _luck: f"{text}'s",
    "past": _in_one_word(lambda word, _luck: f"{word}ed"),
    "going on": _in_one_word(lambda word, _luck: f"{word}ing"),
    "German": _in_one_word(lambda word, _luck: f"{word}en"),
    "qualified": lambda text, _luck: f"src.{text}",
    "in a name": lambda text, _luck: f"stg_{text}_old",
    "in a word": lambda text, _luck: f"{text}nummer",
    "quoted": lambda text, _luck: f'"{text}"',
    "one letter lacks": _in_one_word(_dropped),
    "one letter twice": _in_one_word(_doubled),
    "letters swapped": _in_one_word(_swapped),
    "letter mistyped": _in_one_word(_mistyped),
    "accented": _accented,
    "look-alikes": _disguised,
    "wide": _wide,
    "split": _split,
}


@dataclass(frozen=True)
class SpokenRow:
    """One rule, and what stands in it."""

    rule: str
    planted: tuple[str, ...]
    """Terms as they are spelt there."""
    kinds: tuple[str, ...]
    """Names of the spellings."""


def made_up_terms(luck: random.Random, count: int) -> tuple[Term, ...]:
    """Terms of all kinds, each word of two or three syllables that no language has."""
    kinds = (TermKind.COLUMN, TermKind.TABLE, TermKind.WORD, TermKind.VALUE)
    texts: dict[str, None] = {}
    while len(texts) < count:
        text = "_".join(_word(luck) for _ in range(luck.randint(1, 3)))
        if len(text) > 6:
            texts[text] = None
    return tuple(Term(text, kinds[number % len(kinds)]) for number, text in enumerate(texts))


def scope_of(terms: tuple[Term, ...]) -> Scope:
    """The first columns among the terms, in scope of a rule."""
    columns = [term for term in terms if term.kind is TermKind.COLUMN][:5]
    types = ("VARCHAR", "DATE", "DECIMAL(10,2)", "VARCHAR", "INTEGER")
    return Scope(
        tuple(
            ScopeColumn("s", "SRC", SourceColumn(term.text, kind), is_source=number == 0)
            for number, (term, kind) in enumerate(zip(columns, types, strict=True))
        ),
        target_type="VARCHAR",
    )


def spoken_rows(terms: tuple[Term, ...], luck: random.Random, count: int) -> Iterator[SpokenRow]:
    """Rules with one to three terms each."""
    for _ in range(count):
        chosen = luck.sample(terms, luck.randint(1, 3))
        kinds = tuple(luck.choice(list(SPELLINGS)) for _term in chosen)
        planted = tuple(SPELLINGS[kind](term.text, luck) for kind, term in zip(kinds, chosen, strict=True))
        words = [luck.choice(_PLAIN) for _ in range(luck.randint(4, 12))]
        for spelt in planted:
            words.insert(luck.randrange(len(words) + 1), spelt)
        yield SpokenRow(" ".join(words), planted, kinds)

"""The words that headers are made of, loaded from `resources/synonyms`: what one header says by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any

import yaml
from rapidfuzz import fuzz, process

from signoff.core.domain.resources import resources_folder
from signoff.core.domain.spec import StepKind
from signoff.core.parse.own_headers import own_meaning
from signoff.core.parse.words import phrase, plain, words

_FUZZY_LETTERS = 5
"""Shorter words are compared exactly."""
_FUZZY_SCORE = 86
_MAX_WORDS = 9
"""A longer text is a sentence, no header."""
_MAX_LETTERS = 70
_LONG_HEADER = 40
"""Of a longer header, brackets and what follows a colon, dash or line end are left out."""
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*")
_DIGIT = re.compile(r"\d")
_ASIDE = re.compile(r"[(:\n]| [-–—] ")


_COLUMN_WORDS = frozenset({"column", "columns", "field", "fields", "attribute", "attributes"})


class Side(StrEnum):
    """Whose column a header speaks of."""

    SOURCE = "source"
    TARGET = "target"


# When a header names several kinds, the first of these wins: `Source Column Type` is a type.
_PRECEDENCE = (
    "quality",
    "rule_kind",
    "rule_code",
    "step_kind",
    "left_table",
    "right_table",
    "foreign",
    "length",
    "nullable",
    "required",
    "default",
    "example",
    "type",
    "rule",
    "join",
    "filter",
    "lookup",
    "key",
    "description",
    "note",
    "alias",
    "condition",
    "section",
    "state",
    "number",
    "column",
    "table",
    "system",
    "step",
    "other",
)
_WEAK = frozenset({"number", "state", "description", "note", "section", "lookup"})
"""Kinds that lose against column, table or system when the header names a side too: `Target Field id`."""


@dataclass(frozen=True)
class HeaderGuess:
    """What one header says by itself."""

    side: Side | None
    kind: str
    """One of the kinds of headers.yml; empty when it names none."""
    known: float
    """Share of its words that are known, 0 to 1."""
    layer: int = -1
    """Place among the layers from landing to reporting; -1 when it names none."""
    both_sides: bool = False
    exact: bool = True
    """No word had to be guessed."""


NOTHING = HeaderGuess(None, "", 0.0)


@dataclass(frozen=True)
class Lexicon:
    """All header words, by word."""

    sides: dict[str, Side]
    layers: dict[str, int]
    kinds: dict[str, str]
    fillers: frozenset[str]
    phrases: dict[str, str]

    @cached_property
    def all_words(self) -> frozenset[str]:
        """Every word known."""
        return frozenset(self.sides) | frozenset(self.layers) | frozenset(self.kinds) | self.fillers

    @cached_property
    def long_words(self) -> tuple[str, ...]:
        """The words known that are long enough to be told with a slip in them."""
        return tuple(word for word in self.all_words if len(word) >= _FUZZY_LETTERS)


def _load(name: str) -> Any:
    path = resources_folder() / "synonyms" / name
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The header words of `headers.yml`."""
    data = _load("headers.yml")
    kinds = {plain(word): kind for kind, listed in data["kinds"].items() for word in listed}
    return Lexicon(
        sides={plain(word): Side(side) for side, listed in data["sides"].items() for word in listed},
        layers={plain(word): rank for rank, word in enumerate(data["layers"])},
        kinds=kinds,
        fillers=frozenset(plain(word) for word in data["fillers"]) - frozenset(kinds),
        phrases={phrase(text): kind for text, kind in data["phrases"].items()},
    )


@lru_cache(maxsize=1)
def step_names() -> dict[str, StepKind]:
    """What documents call the kinds of steps, as bare phrases."""
    return {phrase(name): StepKind(kind) for kind, names in _load("steps.yml").items() for name in names}


@lru_cache(maxsize=1)
def placeholder_words() -> dict[str, frozenset[str]]:
    """What stands for "no source": `whole` cells, `starts` of cells, and `undecided` ones."""
    return {
        name: frozenset(plain(text) for text in texts) for name, texts in _load("placeholders.yml").items()
    }


@lru_cache(maxsize=1)
def command_words() -> frozenset[str]:
    """First words of a remark that is a rule."""
    return frozenset(plain(text) for text in _load("rule_phrases.yml")["commands"])


def is_command(text: str) -> bool:
    """Whether a remark begins with what is to be done."""
    padded = f"{plain(text)} "
    return any(padded.startswith(f"{each} ") for each in command_words())


_WHENCE = re.compile(
    r"^(?:where\s+(?:it\s+)?(?:from|comes?\s+from)|(?:it\s+)?(?:comes?|taken|read|got|fetched)\s+from|found\s+in|whence|woher|"
    r"waar\s*vandaan|d['’]o[uù])\b",
    re.IGNORECASE,
)
"""Headers that ask in everyday words where something comes from."""


_SPOKEN: tuple[tuple[re.Pattern[str], tuple[Side | None, str]], ...] = tuple(
    (re.compile(rf"^{shape}\W*$", re.IGNORECASE), said)
    for shape, said in (
        (
            r"(?:what\s+)?(?:we|it|they)\s+(?:call|calls|is\s+called|will\s+be\s+called)(?:\s+(?:it|them))?",
            (Side.TARGET, "column"),
        ),
        (
            r"(?:what|how)\s+(?:we|it|they)\s+(?:call|is\s+called|are\s+called|name)\b.*",
            (Side.TARGET, "column"),
        ),
        (r"(?:new|our|final|its|the)\s+(?:new\s+)?name(?:\s+(?:for|of|in)\b.*)?", (Side.TARGET, "column")),
        (r"(?:what\s+)?(?:kind|sort|type)\s+of\s+(?:data|value|values|content|field)", (None, "type")),
        (
            r"(?:(?:where\s+)?(?:it|this|they)\s+)?(?:comes?|coming|taken|read|fed|filled|copied|derived|populated|sourced|loaded|fetched|mapped)\s+from",
            (Side.SOURCE, "column"),
        ),
        (r"where\s+(?:from|(?:it|this|we|they)\b.*\bfrom)", (Side.SOURCE, "column")),
        (
            r"feeds(?:\s+into)?|(?:is\s+)?(?:goes|loaded|mapped|maps|moved|written|lands|ends\s+up)\s+(?:in)?to"
            r"|lands\s+in|ends\s+up\s+in",
            (Side.TARGET, "column"),
        ),
        (r"how\s+(?:it|this|that|we|they|to)\b.*", (None, "rule")),
        (r"what\s+(?:happens|is\s+done|we\s+do|to\s+do|must\s+be\s+done)\b.*", (None, "rule")),
        (r"(?:good\s+to\s+know|what\s+else|anything\s+else|further\s+words?)", (None, "note")),
    )
)
"""Headers that are little sentences: ``What we call it``, ``Comes from``, ``How it is worked out``."""


@lru_cache(maxsize=20_000)
def guess(header: str) -> HeaderGuess:
    """What a header says by itself, without its neighbours and band; the user's own words win."""
    if (own := own_meaning(header)) is not None:
        return HeaderGuess(Side(own.side) if own.side else None, own.kind, 1.0, exact=own.exact)
    header = _WHENCE.sub("source", header)
    for shape, said in _SPOKEN:
        if shape.match(header.strip()):
            return HeaderGuess(said[0], said[1], 1.0)
    if len(header) > _LONG_HEADER:
        header = _ASIDE.split(header, maxsplit=1)[0]
    elif (bare := _BRACKETS.sub("", header)) != header:
        told = guess(bare)
        if told.known >= 0.99 and told.kind in ("table", "column") and told.side is not None:
            return told
    if not header or len(header) > _MAX_LETTERS:
        return NOTHING
    split = tuple(part for word in words(header) for part in _parts(word))
    if not split or len(split) > _MAX_WORDS:
        return NOTHING
    lex = lexicon()
    if (kind := lex.phrases.get(" ".join(split))) is not None:
        return HeaderGuess(None, kind, 1.0)
    sides, kinds, layers, known, exact = _collect(split)
    kind = _settled(kinds, split, bool(sides or layers), " or " in header or "/" in header)
    sided = [word for word in split if word not in lex.sides]
    if not kind or kind in ("key", "type", "rule"):
        kind = lex.phrases.get(" ".join(sided), kind)
    side = next(iter(sides)) if len(sides) == 1 else None
    return HeaderGuess(side, kind, known / len(split), max(layers, default=-1), len(sides) > 1, exact)


def may_be_header(text: str) -> bool:
    """A quick look that everything passes that `guess` would know wholly: no word of the text is unknown."""
    if len(text) > _LONG_HEADER:
        text = _ASIDE.split(text, maxsplit=1)[0]
    elif "(" in text:
        text = _BRACKETS.sub("", text)
    return len(text) <= _MAX_LETTERS and not _DIGIT.search(text) and _is_known(text)


@lru_cache(maxsize=20_000)
def _is_known(text: str) -> bool:
    """Whether every word of a text is known, or all of them as a phrase."""
    split = words(text)
    lex = lexicon()
    known = lex.all_words
    if any(shape.match(text.strip()) for shape, _said in _SPOKEN):
        return True
    wholly = bool(split) and all(part in known for word in split for part in _parts(word))
    return wholly or " ".join(split) in lex.phrases


def is_sure(found: HeaderGuess) -> bool:
    """Whether a text is a header beyond doubt."""
    return found.known >= 0.99 and found.exact and not found.both_sides and bool(found.kind or found.side)


def _collect(split: tuple[str, ...]) -> tuple[set[Side], set[str], set[int], float, bool]:
    lex = lexicon()
    sides: set[Side] = set()
    kinds: set[str] = set()
    layers: set[int] = set()
    known, exact = 0.0, True
    for word in split:
        found = _nearest(word)
        if found is None:
            continue
        exact = exact and found == word
        known += 1.0
        if found in lex.sides and ((found != "to" and found != "from") or len(split) <= 3):
            sides.add(lex.sides[found])
        elif found in lex.kinds:
            kinds.add(lex.kinds[found])
        elif found in lex.layers:
            layers.add(lex.layers[found])
        elif found.isdigit():
            known -= 0.5
    return sides, kinds, layers, known, exact


def _settled(kinds: set[str], split: tuple[str, ...], sided: bool, either: bool) -> str:
    """The one kind of several; `either` when the header tells of one or another: `Source Field / Logic`."""
    if {"join", "type"} <= kinds:
        return "step_kind"
    if kinds == {"rule", "default"}:
        return "rule"
    if {"rule", "type"} <= kinds:
        return "rule" if either else "rule_kind"
    if {"key", "foreign"} <= kinds and {"pk", "primary"} & set(split) and {"fk", "foreign"} & set(split):
        return "key"
    if sided and {"column", "rule"} <= kinds and ("expression" in split or either):
        return "column"
    if (
        ("length" in kinds or (sided and kinds == {"key", "column"}))
        and split[-1] in _COLUMN_WORDS
        and "of" not in split
    ):
        return "column"
    if {"step", "number"} <= kinds or kinds == {"step"}:
        return "step_order"
    if {"column", "number"} <= kinds and "id" not in split and not sided:
        return "number"
    strong = kinds - _WEAK
    if sided and strong & {"column", "table", "system"} and not kinds & {"description", "note"}:
        kinds = strong
    return next((kind for kind in _PRECEDENCE if kind in kinds), "")


@lru_cache(maxsize=20_000)
def _nearest(word: str) -> str | None:
    """The known word that is meant: itself, or one that differs by a slip."""
    known = lexicon().all_words
    if word in known or word.isdigit():
        return word
    if len(word) < _FUZZY_LETTERS:
        return None
    best = process.extractOne(word, lexicon().long_words, scorer=fuzz.ratio, score_cutoff=_FUZZY_SCORE)
    if best is None or word.rstrip("s") == best[0].rstrip("s"):
        return None
    return str(best[0])


@lru_cache(maxsize=20_000)
def _parts(word: str) -> tuple[str, ...]:
    """A run-together word in its known parts (`tgtcolumn`, `Quelltabelle`); itself when it has none."""
    known = lexicon().all_words
    if word in known or len(word) < 6:
        return (word,)
    for cut in range(len(word) - 3, 2, -1):
        head, tail = word[:cut], word[cut:]
        if head in known and len(head) >= 3:
            rest = _parts(tail) if len(tail) >= 6 else (tail,)
            if all(part in known for part in rest):
                return (head, *rest)
    return (word,)

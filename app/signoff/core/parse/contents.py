"""What the cells under one header hold: names, types, numbers, few marks again and again, or words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from signoff.core.domain.known_names import NO_NAMES, KnownNames
from signoff.core.parse.hints import hints
from signoff.core.parse.placeholders import is_blank
from signoff.core.parse.types import looks_like_type
from signoff.core.parse.words import words

_NAMES = re.compile(r"[^\W\d][\w$#]*(?:\.[\w$#]+)*(?:\s*[,;+\n]\s*[^\W\d][\w$#]*(?:\.[\w$#]+)*)*")
"""One name or a list of names, as a database has them."""
_DOTTED = re.compile(r"[^\W\d][\w$#]*(?:\.[\w$#]+)+(?:\s*[,;+\n]\s*[^\W\d][\w$#]*(?:\.[\w$#]+)+)*")
_BETWEEN = re.compile(r"[,;+\n]")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)*")
_WORDS_OF_PROSE = 3
"""Words from which a text says something, rather than naming it."""
_WORDS_OF_MARK = 4
_FEW = 6
"""Different marks at most."""
_LONGEST_MARK = 40


@dataclass(frozen=True)
class Contents:
    """Shares of the rows, 0 to 1, and what else tells a column's part."""

    filled: float
    """Rows with a text."""
    names: float
    """Texts that are a name, or a list of names."""
    dotted: float
    """Texts that are names with the table's before them."""
    lists: float
    """Texts that are lists of names."""
    types: float
    numbers: float
    prose: float
    """Texts of several words that are no list of names."""
    different: float
    """Different texts, of all texts."""
    longest: int
    """Words of the longest text."""
    few: bool
    """Few short texts again and again, or seldom any."""
    marks: float
    """Texts with a word that says what becomes of a row."""
    count: int
    """Texts at all."""
    outputs: float = 0
    """Texts that are columns of existing SQL."""
    tables: float = 0
    """Texts that are source tables, or lists of them."""
    models: float = 0
    """Texts that are files of existing SQL."""
    columns: float = 0
    """Texts that are columns of source tables, or lists of them."""


NO_CONTENTS = Contents(0, 0, 0, 0, 0, 0, 0, 0, 0, False, 0, 0)


def contents_of(texts: Sequence[str], known: KnownNames = NO_NAMES) -> Contents:
    """What the cells of a column hold.

    Args:
        texts: of the rows of the grid, empty ones included.
        known: names that exist.
    """
    said = [text.strip() for text in texts if not is_blank(text)]
    if not said:
        return NO_CONTENTS
    number = len(said)
    different = len({text.casefold() for text in said})
    names = [text for text in said if _NAMES.fullmatch(text)]
    counts = [len(words(text)) if not _NAMES.fullmatch(text) else 1 for text in said]
    return Contents(
        number / len(texts),
        len(names) / number,
        _share(said, _DOTTED),
        sum(bool(re.search(r"[,;+\n]", text)) for text in names) / number,
        sum(map(looks_like_type, said)) / number,
        _share(said, _NUMBER),
        sum(count >= _WORDS_OF_PROSE for count in counts) / number,
        different / number,
        max(counts),
        _are_few(said, different, len(texts), max(counts)),
        sum(_is_mark(text) for text in said) / number,
        number,
        sum(text.casefold() in known.outputs for text in said) / number,
        sum(_all_in(text, known.tables) for text in names) / number,
        sum(text.casefold() in known.models for text in said) / number,
        sum(_all_in(text, known.columns, last=True) for text in names) / number,
    )


def _all_in(text: str, known: Collection[str], *, last: bool = False) -> bool:
    """Whether each name of a list is known: as a whole, or by its last part."""
    names = [name.strip().casefold() for name in _BETWEEN.split(text)]
    return all((name.rpartition(".")[2] if last else name) in known for name in names)


def _share(texts: Sequence[str], pattern: re.Pattern[str]) -> float:
    return sum(bool(pattern.fullmatch(text)) for text in texts) / len(texts)


def _are_few(said: Sequence[str], different: int, rows: int, longest: int) -> bool:
    if longest > _WORDS_OF_MARK or max(map(len, said)) > _LONGEST_MARK:
        return False
    return different <= _FEW and (different <= max(3, rows // 2) or len(said) * 2 <= rows)


def _is_mark(text: str) -> bool:
    return len(words(text)) <= _WORDS_OF_MARK and not hints().marks.isdisjoint(words(text))

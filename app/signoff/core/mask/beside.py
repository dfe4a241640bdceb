"""Words that a document itself puts side by side: a term and its translation, a name and its initials."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from signoff.core.mask.material import Said, Where
from signoff.core.mask.vocabulary import is_english
from signoff.core.mask.words import is_plain

_WORD = r"[^\W\d_][\w'’-]{2,40}"
_PAIRED = (
    re.compile(rf"(?<![\w.])({_WORD})\s*\(\s*(?:engl?\.|en:|de:|dt\.|german:?|english:?)?\s*({_WORD})\s*\)"),
    re.compile(rf"(?<![\w./])({_WORD})\s*[/=]\s*({_WORD})(?![\w./])"),
)
_SPELT = re.compile(r"((?:[^\W\d_][\w'’-]*\s+){1,5}[^\W\d_][\w'’-]*)\s*\(\s*([A-Z]{2,6})\s*\)")
_CELL = re.compile(r"^(.*)!([A-Z]{1,3})(\d+)$")
_FEWEST_LINES = 3


def translations_in(texts: Iterable[Said]) -> tuple[tuple[str, str], ...]:
    """Pairs of words of which one is English and the other not: in brackets, around a slash, in cells side by side."""
    kept = tuple(texts)
    found = [pair for said in kept for pair in _in_one(said)]
    found += _listed(kept)
    return tuple(dict.fromkeys(found))


def acronyms_in(texts: Iterable[Said]) -> tuple[tuple[str, str], ...]:
    """Names and the initials that stand in brackets behind them."""
    found = []
    for said in texts:
        for match in _SPELT.finditer(said.text):
            words, short = match[1].split(), match[2]
            long = words[-len(short) :]
            if len(long) == len(short) and "".join(word[0] for word in long).upper() == short:
                found.append((" ".join(long), short))
    return tuple(dict.fromkeys(found))


def _in_one(said: Said) -> Iterator[tuple[str, str]]:
    if said.where is Where.RULE:
        return
    for form in _PAIRED:
        for match in form.finditer(said.text):
            if _is_pair(match[1], match[2]):
                yield match[1], match[2]


def _is_pair(one: str, other: str) -> bool:
    if is_plain(one) or is_plain(other) or one.casefold() == other.casefold():
        return False
    return is_english(one) != is_english(other) and one.upper() != one and other.upper() != other


def _listed(texts: Iterable[Said]) -> list[tuple[str, str]]:
    """Single words in neighbouring cells, where at least three lines of a sheet are so: a list of translations."""
    cells: dict[tuple[str, str, int], str] = {}
    for said in texts:
        place = _CELL.match(said.place)
        if place and said.where is Where.DESCRIPTION and re.fullmatch(_WORD, said.text.strip()):
            cells[place[1], place[2], int(place[3])] = said.text.strip()
    lines: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for (sheet, letter, row), text in cells.items():
        other = cells.get((sheet, _next(letter), row))
        if other is not None and _is_pair(text, other):
            lines[sheet, letter].append((text, other))
    return [pair for pairs in lines.values() if len(pairs) >= _FEWEST_LINES for pair in pairs]


def _next(letter: str) -> str:
    """The column after one, for the first 25."""
    return chr(ord(letter) + 1) if len(letter) == 1 and letter < "Z" else ""

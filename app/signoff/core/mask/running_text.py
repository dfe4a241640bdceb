"""Words and names in running text, with what their look tells: capitals, codes, companies, persons."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from signoff.core.mask.glossary import without_quoted
from signoff.core.mask.material import Said, Where
from signoff.core.mask.recognisers import personal_in
from signoff.core.mask.vocabulary import UNKNOWN, function_words, rank
from signoff.core.mask.words import is_neutral_value, is_plain, parts

_WORD = re.compile(r"[^\W\d_]\w*(?:[’'-]\w+)*|\S")
_COMPANY_ENDINGS = (
    "gmbh ag kg ohg se ug inc llc ltd plc corp co bv nv sa sarl sas srl spa spzoo oy ab as aps pty holding"
)
_ADDRESSES = "mr mrs ms dr prof herr frau firma mme monsieur madame señor señora signor signora pan pani"
_COMPANY, _TITLES = frozenset(_COMPANY_ENDINGS.split()), frozenset(_ADDRESSES.split())
_CALENDAR = frozenset(name.casefold() for name in (*calendar.month_name, *calendar.day_name))
_STOP = frozenset('.!?:;|•–—([{"„“/=,')
_NEAR = 4
"""Words on each side that count as beside."""
_EVERYDAY = 100
"""Rank of a word that even with a capital is only the begin of a sentence."""
_MOST_WORDS = 4


@dataclass(frozen=True)
class Spoken:
    """A word, or a name of several words, as it stands in a text."""

    text: str
    where: Where
    place: str
    is_capital: bool = False
    """Written like a name: with a capital where none is due."""
    is_code: bool = False
    """In capitals, while the text around is not."""
    is_company: bool = False
    is_person: bool = False
    begins_with_capital: bool = False
    """With a capital where a sentence or a cell begins."""
    near: frozenset[str] = frozenset()
    """Words beside it, case-folded."""


def spoken_in(texts: Iterable[Said]) -> Iterator[Spoken]:
    """Every word that may be telling, and every name of several words."""
    for said in texts:
        if said.where in (Where.SHEET, Where.SYSTEM):
            yield Spoken(said.text.strip(), said.where, said.place)
            continue
        yield from _of_text(said)


def _of_text(said: Said) -> Iterator[Spoken]:
    tokens = _words(without_quoted(said.text) if said.where is Where.RULE else said.text)
    is_all_capital = said.text.upper() == said.text
    place = 0
    while place < len(tokens):
        length = _name_length(tokens, place)
        name = tokens[place : place + length]
        if length > 1 or _is_word(tokens[place]):
            yield _spoken(said, tokens, place, " ".join(name), length, is_all_capital=is_all_capital)
        if length > 1:
            own = (each for each in name if _is_word(each) and rank(each) == UNKNOWN)
            yield from (Spoken(each, said.where, said.place, is_capital=True) for each in own)
        place += length


def _words(text: str) -> list[str]:
    """Words and signs, the English genitive left off, and personal data, which is found as a whole."""
    for each in personal_in(text):
        text = text.replace(each.text, " ; ")
    return [re.sub(r"[’']s$", "", token) for token in _WORD.findall(text)]


def _spoken(
    said: Said, tokens: list[str], place: int, text: str, length: int, *, is_all_capital: bool
) -> Spoken:
    first = tokens[place]
    before, after = tokens[max(0, place - _NEAR) : place], tokens[place + length : place + length + _NEAR]
    is_code = not is_all_capital and length == 1 and len(first) > 1 and first.upper() == first
    return Spoken(
        text,
        said.where,
        said.place,
        is_capital=length > 1 or (_has_capital(first) and not is_code and not _begins(tokens, place)),
        is_code=is_code,
        is_company=length > 1 and tokens[place + length - 1].casefold().rstrip(".") in _COMPANY,
        is_person=bool(before) and before[-1].casefold().rstrip(".") in _TITLES and _has_capital(first),
        begins_with_capital=_has_capital(first) and not is_code,
        near=frozenset(word.casefold() for word in (*before, *after)),
    )


def _name_length(tokens: list[str], place: int) -> int:
    """Words from here on that are one name: each with a capital, none of them everyday; 1 for a word alone."""
    end = place
    while end < len(tokens) and end - place < _MOST_WORDS and _is_of_a_name(tokens[end]):
        end += 1
    if end - place > 1 and _begins(tokens, place) and rank(tokens[place]) < _EVERYDAY:
        return 1
    return max(1, end - place)


def _is_of_a_name(token: str) -> bool:
    if len(token) < 2 or "_" in token or is_plain(token) or token.casefold() in (_TITLES | function_words()):
        return False
    return _has_capital(token) and (token.upper() != token or token.casefold() in _COMPANY)


def _has_capital(token: str) -> bool:
    return token[:1].isupper()


def _begins(tokens: list[str], place: int) -> bool:
    """Whether a word stands where a sentence, a cell or a listing begins, so that its capital tells nothing."""
    return place == 0 or tokens[place - 1] in _STOP


def _is_word(token: str) -> bool:
    if len(token) < 3 or token.casefold() in (_CALENDAR | function_words()):
        return False
    return bool(parts(token)) and not is_plain(token) and not is_neutral_value(token)

"""Where a term ends whose letters stand in a text, and whether they are the term at all."""

from __future__ import annotations

import re
from functools import lru_cache

from signoff.core.domain.masking import Term, TermKind
from signoff.core.mask.folding import SEPARATOR, TRANSPARENT, Folded, fold, folded_character, is_transparent
from signoff.core.mask.needles import Needle, Way
from signoff.core.mask.vocabulary import is_english

_END = re.compile(r"(?!\w)")
_PLURAL = re.compile(r"(?:e?s)?(?!\w)", re.IGNORECASE)
_INFLECTED = re.compile(r"(?:s|es|ed|ing)?(?!\w)", re.IGNORECASE)
_WIDE = re.compile(r"\n|[\W_]{6}|[,;:.!?()]\s|\s[()]")
"""More than may stand between two letters of a term that is split or spaced."""
_NAME = re.compile(r"\w+")
_ACCENT = bytes([TRANSPARENT])


def end_of_word(needle: Needle, text: str, start: int, stop: int) -> int:
    """Where a term ends that counts as a whole word only; 0 where its letters are none."""
    written = text[start:stop]
    if needle.way is Way.IDENTIFIER or not _begins_word(text, start):
        return 0
    if needle.way is Way.WRITTEN and written not in _cases(needle.term):
        return 0
    if needle.way is Way.WHOLE and not needle.shape.fullmatch(_loose(written)):
        return 0
    is_fixed = needle.way is Way.WRITTEN and needle.term.kind is TermKind.VALUE
    ending = (_END if is_fixed else _PLURAL).match(text, stop)
    return ending.end() if ending else 0


def end_anywhere(text: str, shape: Folded, start: int, stop: int, *, has_gap: bool) -> int:
    """Where a term ends that counts in every spelling; 0 where its letters are chance."""
    before = text[start - 1] if start else " "
    is_begin = not before.isalnum() or _turns(before, text[start])
    if is_begin and not (has_gap and _WIDE.search(text, start, stop)):
        ending = _INFLECTED.match(text, stop)
        if ending:
            return ending.end()
        after = text[stop]
        if not after.isalnum() or _turns(text[stop - 1], after):
            return stop
    return 0 if has_gap or _is_english(_token(text, shape, start, stop)) else stop


@lru_cache(maxsize=10_000)
def _is_english(token: str) -> bool:
    return is_english(fold(token))


def is_chance(text: str, shape: Folded, start: int, stop: int, *, has_gap: bool) -> bool:
    """Whether letters within a word are surely no term: those of an English word, or of several words."""
    if not text[start].islower():
        return False
    is_inside = start > 0 and text[start - 1].isalnum()
    if has_gap:
        return is_inside and " " in text[start:stop]
    if not is_inside and (not text[stop : stop + 1].islower() or _INFLECTED.match(text, stop)):
        return False
    return _is_english(_token(text, shape, start, stop))


def _turns(one: str, other: str) -> bool:
    """Whether a new word of a name begins between two characters: a hump, or a digit beside a letter."""
    return (one.islower() and other.isupper()) or one.isdigit() != other.isdigit()


def is_word(text: str, start: int, stop: int) -> bool:
    """Whether a stretch is a whole word, perhaps in the plural."""
    return _begins_word(text, start) and _PLURAL.match(text, stop) is not None


def is_wide(text: str, start: int, stop: int) -> bool:
    """Whether more stands between two of its letters than between the letters of one term."""
    return _WIDE.search(text, start, stop) is not None


def has_blank(text: str, shape: Folded, start: int, stop: int) -> bool:
    """Whether anything but an underscore stands between its letters."""
    return SEPARATOR in shape.kinds[start:stop] and not _NAME.fullmatch(text, start, stop)


def _begins_word(text: str, start: int) -> bool:
    return start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "_")


def with_accents(shape: Folded, stop: int) -> int:
    """The end, with accents that belong to the last letter."""
    if shape.kinds[stop : stop + 1] != _ACCENT:
        return stop
    while stop < len(shape.kinds) and shape.kinds[stop] == TRANSPARENT:
        stop += 1
    return stop


def _token(text: str, shape: Folded, start: int, stop: int) -> str:
    """The unbroken letters and digits around a place."""
    end = shape.kinds.find(SEPARATOR, stop)
    return text[shape.kinds.rfind(SEPARATOR, 0, start) + 1 : end if end >= 0 else len(text)]


def _loose(text: str) -> str:
    """Folded letters with what stands between them."""
    if text.isascii():
        return text.lower()
    return "".join(folded_character(each) or ("" if is_transparent(each) else each) for each in text)


def _cases(term: Term) -> tuple[str, ...]:
    return (term.text,) if term.kind is TermKind.VALUE else (term.text, term.text.lower(), term.text.upper())

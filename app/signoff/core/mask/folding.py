"""Text as it is compared: without case, diacritics, separators and look-alike letters, each place mapped back."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

_LOOK_ALIKES = {
    **dict(zip("авекмнорстухіјѕԁһԛԝӏьг", "abekmhopctyxijsdhqwlbr", strict=True)),
    **dict(zip("АВЕКМНОРСТУХІЈЅԀҺԚԜӀЬГ", "abekmhopctyxijsdhqwlbr", strict=True)),
    **dict(zip("αβεηικμνορτυχγωςσ", "abenikuvoptuxywss", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧΓΣ", "abezhikmnoptyxys", strict=True)),
    **dict(zip("ıɑɡøØłŁđĐħĦŧŦðÐ", "iagoollddhhttdd", strict=True)),
    **{"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "þ": "th", "Þ": "th"},
}
"""Letters of other alphabets that a person reads as Latin ones, and Latin ones that no decomposition takes apart."""

SEPARATOR, LETTER, TRANSPARENT = 0, 1, 2
"""What a character is to a comparison; a transparent one (an accent, a soft hyphen) belongs to the one before it."""
_BLOCK = 8
_UNDERSCORE, _SMALL = ord("_"), 0x20


@dataclass(frozen=True)
class Folded:
    """A text in the form in which it is compared."""

    tight: str
    """Letters and digits only, folded."""
    places: NDArray[np.int64]
    """For each character of `tight` where it stands in the text."""
    kinds: bytes
    """What each character of the text is."""
    codes: NDArray[np.uint8] | NDArray[np.uint32]
    """Number of each character of the text."""

    def ends_in_s(self, places: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether an s that ends a word stands at each of these places."""
        at = np.minimum(places, len(self.codes) - 1)
        is_s = (places < len(self.codes)) & ((self.codes[at] | _SMALL) == ord("s"))
        is_letter, is_joint = self.beside(places + 1)
        found: NDArray[np.bool_] = is_s & ~(is_letter | is_joint)
        return found

    def beside(self, places: NDArray[np.int64]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Of characters of the text, whether each is a letter or digit, and whether it is an underscore.

        Args:
            places: of the characters; before the first and after the last there is neither.
        """
        is_there = (places >= 0) & (places < len(self.kinds))
        at = np.where(is_there, places, 0)
        kinds = np.frombuffer(self.kinds, dtype=np.uint8)
        return is_there & (kinds[at] != SEPARATOR), is_there & (self.codes[at] == _UNDERSCORE)


@cache
def folded_character(character: str) -> str:
    """One character folded: letters and digits only; empty for a separator or an accent."""
    if character in _LOOK_ALIKES:
        return _LOOK_ALIKES[character]
    plain = unicodedata.normalize("NFKD", character)
    letters = (_LOOK_ALIKES.get(each, each.casefold()) for each in plain if each.isalnum())
    return "".join(_LOOK_ALIKES.get(each, each) for letter in letters for each in letter)


@cache
def is_transparent(character: str) -> bool:
    """Whether a character only belongs to the one before it: an accent, a soft hyphen, a joiner."""
    return not folded_character(character) and unicodedata.category(character) in ("Mn", "Me", "Cf")


def fold(text: str) -> str:
    """A whole text folded, without places: what equal spellings have in common."""
    if text.isascii():
        return "".join(filter(str.isalnum, text.lower()))
    return "".join(map(folded_character, text))


def folded(text: str) -> Folded:
    """A text folded, each letter with its place."""
    if text.isascii():
        plain = text.encode("ascii")
        kinds = plain.translate(_ASCII_KINDS)
        places = np.flatnonzero(np.frombuffer(kinds, dtype=bool))
        tight = plain.lower().translate(None, _ASCII_SEPARATORS).decode("ascii")
        return Folded(tight, places, kinds, np.frombuffer(plain, dtype=np.uint8))
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    _TABLE.learn(codes)
    counts = _TABLE.counts[codes]
    has_several = bool((counts > 1).any())
    places = np.repeat(np.arange(len(codes)), counts) if has_several else np.flatnonzero(counts)
    letters = _TABLE.first[codes[places]]
    if has_several:
        _spread(text, counts, places, letters)
    tight = letters.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
    return Folded(tight, places, _TABLE.kinds[codes].tobytes(), codes)


def _spread(
    text: str, counts: NDArray[np.uint8], places: NDArray[np.int64], letters: NDArray[np.uint32]
) -> None:
    """Write the letters of characters that fold to several of them."""
    for start in np.flatnonzero(np.diff(places, prepend=-1)):
        place = int(places[start])
        if counts[place] > 1:
            several = folded_character(text[place])
            letters[start : start + len(several)] = [ord(each) for each in several]


class _Table:
    """What each character folds to, worked out block by block as blocks are met."""

    def __init__(self) -> None:
        size = 0x110000
        self.first = np.zeros(size, dtype=np.uint32)
        self.counts = np.zeros(size, dtype=np.uint8)
        self.kinds = np.zeros(size, dtype=np.uint8)
        self._known = np.zeros(size >> _BLOCK, dtype=bool)
        self.learn(np.zeros(1, dtype=np.uint32))

    def learn(self, codes: NDArray[np.uint32]) -> None:
        """Work out the blocks of these characters."""
        met = np.bincount(codes >> _BLOCK, minlength=1) > 0
        for block in np.flatnonzero(met & ~self._known[: len(met)]):
            first = int(block) << _BLOCK
            for code in range(first, first + (1 << _BLOCK)):
                self._learn(code)
            self._known[block] = True

    def _learn(self, code: int) -> None:
        character = chr(code)
        plain = folded_character(character)
        self.counts[code] = len(plain)
        if plain:
            self.first[code] = ord(plain[0])
            self.kinds[code] = LETTER
        elif is_transparent(character):
            self.kinds[code] = TRANSPARENT


_TABLE = _Table()
_ASCII_KINDS = bytes(_TABLE.kinds[:128].tolist() + [SEPARATOR] * 128)
_ASCII_SEPARATORS = bytes(code for code in range(128) if _ASCII_KINDS[code] == SEPARATOR)

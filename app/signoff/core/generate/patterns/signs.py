"""Signs by their names: colon, dash, blank; and a slot that names or quotes one."""

from __future__ import annotations

import re

from signoff.core.generate.patterns.context import fixed
from signoff.core.generate.patterns.phrases import Phrase

_NAMES = {
    ":": "colon doppelpunkt",
    ",": "comma komma",
    "-": "dash hyphen minus bindestrich",
    " ": "space blank",
    "/": "slash",
    "_": "underscore",
    ".": "dot period point",
    ";": "semicolon",
    "|": "pipe",
    "@": "at",
    "#": "hash",
    "%": "percent percentage",
    "*": "star asterisk",
    "+": "plus",
    "&": "ampersand",
    "(": "bracket",
    ">": "greater",
}
_BY_NAME = {name: sign for sign, names in _NAMES.items() for name in (*names.split(), sign)}
_BY_NAME["="] = "="


def _single(word: str) -> str:
    """The name of a sign without the ending of its plural."""
    return re.sub(r"(?<=sh)es$|s$", "", word)


def sign_named(word: str) -> str:
    """The sign that a single word is, quotes or names; empty for anything else."""
    plain = word.strip("'\"").casefold()
    return _BY_NAME.get(plain, "") or _BY_NAME.get(_single(plain), "")


def sign_of(slot: Phrase) -> str | None:
    """The sign a slot quotes, writes or names; None for anything else."""
    piece = fixed(slot)
    if piece is not None:
        return piece.literal or None
    words = slot.text.strip()
    for lead in ("first ", "any ", "a "):
        words = words.removeprefix(lead)
    for tail in (" sign", " character", " symbol"):
        words = words.removesuffix(tail)
    found = [
        _BY_NAME.get(word) or _BY_NAME.get(_single(word))
        for word in re.split(r" (?:and|then|\+|&|followed by) |, ", words)
    ]
    return "".join(sign for sign in found if sign) if all(found) else None

"""Spellings of a term that an alias can tell apart by its last letter and by its capitals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from signoff.core.mask.words import parts

FORMS = "abcdefghijklmnopqrstuvwxyz23456"
"""Last letter of an alias: which member of a group of terms, and what stands between its words."""
ODD = "7"
"""Last letter of an alias that carries its spelling with it."""
_JOINTS = ("_", " ", "", "-")
_WORD = re.compile(r"[^\W_]+")


def shapes_of(members: Iterable[str]) -> tuple[str, ...]:
    """Each member as it is and with its words joined otherwise, at most one a letter of `FORMS`."""
    shapes: dict[str, str] = {}
    members = tuple(members)
    for member in members:
        shapes.setdefault(member.lower(), member)
    for member in members:
        words = parts(member)
        for joint in _JOINTS if len(words) > 1 else ():
            shape = joint.join(words)
            shapes.setdefault(shape.lower(), shape)
    return tuple(shapes.values())[: len(FORMS)]


Style = tuple[Callable[[str], str], Callable[[str], str]]
"""How an alias is written, and what spelling of the term that says."""


def _as_is(shape: str) -> str:
    """Small letters where a term has one case only, so that capitals can say capitals."""
    return shape.lower() if shape.upper() == shape else shape


def _titled(shape: str) -> str:
    return _WORD.sub(lambda match: match.group()[:1].upper() + match.group()[1:].lower(), shape)


def _first(shape: str) -> str:
    return shape[:1].upper() + shape[1:].lower()


def _second_part(alias: str) -> str:
    kind, _, code = alias.partition("_")
    return f"{kind}_{code[:1].upper()}{code[1:]}"


STYLES: tuple[Style, ...] = (
    (str.lower, _as_is),
    (str.upper, str.upper),
    (_titled, _titled),
    (lambda alias: alias[:1].upper() + alias[1:], _first),
    (_second_part, str.lower),
)


def spelling(shape: str, alias: str) -> str:
    """What spelling of a shape an alias stands for, by its capitals."""
    plain = alias.lower()
    return next((spell(shape) for write, spell in STYLES if write(plain) == alias), _as_is(shape))


def styled(shape: str, alias: str, written: str) -> str:
    """The alias with the capitals that say this spelling; empty where none does."""
    for write, spell in STYLES:
        if spell(shape) == written:
            return write(alias)
    return ""

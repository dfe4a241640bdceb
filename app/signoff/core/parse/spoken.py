"""Headers that name the two systems instead of source and target: `MySQL Column` beside `MongoDB Field`."""

from __future__ import annotations

from collections.abc import Sequence

from signoff.core.parse.lexicon import Side, guess, lexicon
from signoff.core.parse.words import words

_PARTS = frozenset({"table", "column", "type", "system", "length"})
"""What a system's name stands before."""
_SAID = {Side.SOURCE: "Source", Side.TARGET: "Target"}


def spoken(texts: Sequence[str]) -> list[str]:
    """The headers of a row, in which the system on the left says source and the one on the right target.

    A single system's name is the side that the other headers don't tell. Headers that say it themselves stay.

    Args:
        texts: from left to right.
    """
    kinds: dict[str, set[str]] = {}
    for text in texts:
        system, kind = _system_and_kind(text)
        if kind:
            kinds.setdefault(system, set()).add(kind)
    named = [system for system, found in kinds.items() if "column" in found]
    systems = [system for system in named if len(kinds[system]) > 1]
    systems = named if len(named) == 2 and systems else systems
    told = {found.side for text in texts if (found := guess(text)).side is not None}
    if len(systems) == 2 and not told:
        sides = dict(zip(systems, Side, strict=True))
    elif len(systems) == 1 and len(told) == 1:
        sides = {systems[0]: Side.SOURCE if told == {Side.TARGET} else Side.TARGET}
    else:
        return list(texts)
    return [_said(text, sides) for text in texts]


def _system_and_kind(text: str) -> tuple[str, str]:
    """The unknown first word of a header and what the rest names; empty texts where it is built otherwise."""
    system, _blank, rest = text.partition(" ")
    if not rest or not _is_own(words(system)):
        return "", ""
    found = guess(rest)
    sure = found.known >= 0.99 and found.kind in _PARTS and found.side is None and found.layer < 0
    return (system.casefold(), found.kind) if sure else ("", "")


def _is_own(name: tuple[str, ...]) -> bool:
    """Whether a word, in the parts it is written in, is a name rather than header words: `MongoDB`, not `FieldName`."""
    known = lexicon()
    told = any(part in known.sides or part in known.layers for part in name)
    return not told and any(part not in known.kinds and part not in known.fillers for part in name)


def _said(text: str, sides: dict[str, Side]) -> str:
    system, _blank, rest = text.partition(" ")
    side = sides.get(system.casefold())
    return text if side is None or not rest else f"{_SAID[side]} {rest}"

"""The last pass of masking: what the gate would find goes the same way as what was found before."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from signoff.core.domain.masking import Alias, Term, TermKind
from signoff.core.mask.folding import fold
from signoff.core.mask.matching import Found, Matcher
from signoff.core.mask.words import STAND_IN

_APART = "\N{WORD JOINER}"
"""Put into text that only looks like a stand-in, so that no pass takes it for one."""
_WORD = re.compile(r"\w+")


def set_apart(text: str) -> str:
    """A text in which nothing can be taken for a stand-in; `joined` undoes it."""
    return STAND_IN.sub(lambda match: match.group().replace("_", f"_{_APART}"), text)


def joined(text: str) -> str:
    """A text without the marks of `set_apart`."""
    return text.replace(_APART, "")


def numbers_from(prefix: str, width: int, taken: Collection[str], first: int = 1) -> Iterator[str]:
    """Stand-ins of one kind with rising numbers, none of them taken."""
    number = first
    while True:
        alias = f"{prefix}_{number:0{width}d}"
        if alias not in taken:
            yield alias
        number += 1


def taken_by(text: str, terms: Sequence[Term]) -> frozenset[str]:
    """What looks like a stand-in in a text or among the terms, so that no stand-in may be called so."""
    own = (term.text for term in terms if STAND_IN.fullmatch(term.text.lower()))
    return frozenset(each.lower() for each in (*STAND_IN.findall(text), *own))


def mask_rest(
    text: str, aliases: tuple[Alias, ...], matcher: Matcher, taken: Collection[str] = ()
) -> tuple[str, tuple[Alias, ...]]:
    """The text without any term that a matcher finds, and the stand-ins with those that were added.

    Args:
        text: masked by the passes before.
        aliases: what stands in for what so far; a term that has a stand-in keeps it.
        matcher: finds what is left.
        taken: what no stand-in may be called.
    """
    known = {fold(each.term.text): each.alias for each in reversed(aliases)}
    used = {each.alias for each in aliases} | set(taken)
    added: list[Alias] = []
    pieces, last = [], 0
    for found in _outside_stand_ins(text, matcher.found(text)):
        start, end = _whole_name(text, found)
        if start < last:
            continue
        key = fold(found.term.text)
        if key not in known:
            kind = "name" if found.term.kind in (TermKind.TABLE, TermKind.COLUMN) else "word"
            known[key] = next(numbers_from(kind, 1, used, len(aliases) + 1))
            used.add(known[key])
            added.append(Alias(found.term, known[key]))
        pieces += [text[last:start], known[key]]
        last = end
    return "".join([*pieces, text[last:]]), (*aliases, *added)


def _outside_stand_ins(text: str, found: Sequence[Found]) -> list[Found]:
    stand_ins = [match.span() for match in STAND_IN.finditer(text)]
    return [f for f in found if all(f.end <= start or f.start >= end for start, end in stand_ins)]


def _whole_name(text: str, found: Found) -> tuple[int, int]:
    """The term with the rest of the name it is part of, unless a stand-in is part of that too."""
    start = next((m.start() for m in _WORD.finditer(text) if m.end() > found.start), found.start)
    last = next((m.end() for m in _WORD.finditer(text, found.start) if m.end() >= found.end), found.end)
    start, end = min(start, found.start), max(last, found.end)
    if STAND_IN.search(text[start : found.start]) or STAND_IN.search(text[found.end : end]):
        return found.start, found.end
    return start, end

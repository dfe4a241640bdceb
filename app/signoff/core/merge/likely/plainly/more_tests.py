"""Further conditions in plain words: how long a text is, a code between two, what outdoes what."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.merge.likely.plainly.bounds import bounds_of
from signoff.core.merge.likely.plainly.ground import Ground, literal
from signoff.core.merge.likely.plainly.names import kind_of
from signoff.core.merge.likely.plainly.numbers import amount_of

_CHARS = r"(?:digits?|characters?|chars?|letters?|places|positions)"
_LENGTH = re.compile(
    r"^(?:(?P<noun>[\w\s]*?)\s*(?:is|has|have|with)?\s*)?(?:(?:the\s+|a\s+)?length\s*(?:is|of|=)?\s*"
    rf"(?P<a>.+?)(?:\s+{_CHARS})?|(?P<b>(?:exactly\s+|at\s+least\s+|at\s+most\s+|less\s+than\s+|more\s+"
    rf"than\s+|fewer\s+than\s+)?\d+)\s+{_CHARS}(?:\s+long)?|"
    rf"(?P<side>longer|shorter)\s+than\s+(?P<c>\d+)(?:\s+{_CHARS})?)$",
    re.IGNORECASE,
)
_OUTDOES = re.compile(
    r"^(?P<sign>more|less|fewer|not\s+more|no\s+more|no\s+less)\s+(?:(?:was|were|is|are|has\s+been|have\s+"
    r"been)\s+)?(?P<a>[\w\s]+?)\s+than\s+(?:(?:was|were|is|are)\s+)?(?P<b>[\w\s]+)$",
    re.IGNORECASE,
)
_NOTHING_DONE = re.compile(
    r"^(?:nothing|none|no\s+\w+)\s+(?:(?:was|were|is|has\s+been|yet)\s+)*(?P<verb>[a-z]+)(?:\s+yet)?$",
    re.IGNORECASE,
)
_CODE_RANGE = re.compile(r"^(?P<a>[A-Z]+\d+)\s*(?:to|-|through|until|up\s+to)\s*(?P<b>[A-Z]+\d+)$")
_SIGNS = {"more": ">", "less": "<", "fewer": "<", "not more": "<=", "no more": "<=", "no less": ">="}


def length_test(text: str, ground: Ground) -> str:
    """How long a text is: ``longer than 20 characters``, ``with 13 digits``."""
    match = _LENGTH.match(text)
    column = ground.names.source("text")
    if match is None or column is None:
        return ""
    if match["side"]:
        return f"length({ground.bare(column)}) {'>' if match['side'].casefold() == 'longer' else '<'} {match['c']}"
    bounds = bounds_of(match["a"] or match["b"])
    return " AND ".join(f"length({ground.bare(column)}) {each}" for each in bounds)


def outdone(text: str, ground: Ground) -> str:
    """``more was delivered than ordered``."""
    match = _OUTDOES.match(text)
    if match is None:
        return ""
    first, second = amount_of(match["a"], ground), amount_of(match["b"], ground)
    sign = _SIGNS[" ".join(match["sign"].casefold().split())]
    return f"{first} {sign} {second}" if first and second and first != second else ""


def nothing_done(text: str, ground: Ground) -> str:
    """``nothing was ordered``: its number is missing or zero."""
    match = _NOTHING_DONE.match(text)
    column = ground.names.called(match["verb"], "number") if match is not None else None
    return f"coalesce({ground.bare(column)}, 0) = 0" if column is not None else ""


def code_range(text: str, ground: Ground) -> str:
    """Codes from one to another, by as many signs as they have: ``E10 to E14``."""
    match = _CODE_RANGE.match(text.strip())
    column = ground.names.source("text")
    if match is None or column is None or len(match["a"]) != len(match["b"]) or kind_of(column) != "text":
        return ""
    return f"left({ground.letters(column)}, {len(match['a'])}) BETWEEN {literal(match['a'])} AND {literal(match['b'])}"


MORE: tuple[Callable[[str, Ground], str], ...] = (length_test, outdone, nothing_done, code_range)
"""Each makes SQL of a condition, or nothing."""

"""Running numbers said without "ordered": "running number per guest by arrival and visit number".

The number restarts with each value behind "per"; every column must be one that the words name alone.
"""

from __future__ import annotations

from signoff.core.domain.sentences import say
from signoff.core.generate.patterns.column_nouns import column_of, key_of
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece

NAME = "P36 running"

_NUMBER = (
    "(running number|sequential number|consecutive number|sequence number|serial number|row number|row_number|"
    "running counter|counter|sequence|running id|numbered)"
)
_PER = "(per|within|for each|for every|within each|inside|restarting per|restarting for each)"
_BY = "(by|over|along|according to|ordered by|in order of|sorted by|following|in sequence of)"
_LAST = "[(,|\\()] [(in that order|in this order|in given order|ascending)] [\\)]"
_TEMPLATES = (
    f"{_NUMBER} {_PER} {{ps:any}} [,] {_BY} {{cs:any}} {_LAST}",
    f"{_NUMBER} {_BY} {{cs:any}} {_PER} {{ps:any}}",
    f"{_NUMBER} {_BY} {{cs:any}} {_LAST}",
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The running number, when the whole phrase says what it counts along, and within what."""
    if ctx.scope.aggregate:
        return None
    slots = next((found for each in _TEMPLATES if (found := phrase.match(each)) is not None), None)
    if slots is None:
        return None
    order = _columns(slots["cs"], ctx)
    within = _columns(slots["ps"], ctx) if "ps" in slots else ()
    if not order or within is None:
        return None
    ctx.remark("D36", say("assumed.equal_rows"))
    parts = f"PARTITION BY {', '.join(piece.sql for piece in within)} " if within else ""
    return Piece(f"row_number() OVER ({parts}ORDER BY {', '.join(piece.sql for piece in order)})", "BIGINT")


def _columns(slot: Phrase, ctx: Context) -> tuple[Piece, ...] | None:
    """The columns of a list; None where one of them is not told, or told twice."""
    found = [
        column_of(part, ctx) or key_of(part, ctx) for part in slot.split(r"(?:, and |, then |then |, |and )")
    ]
    known = tuple(piece for piece in found if piece is not None)
    return known if len(known) == len(found) == len({piece.sql for piece in known}) else None

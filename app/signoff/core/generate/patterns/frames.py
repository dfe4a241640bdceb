"""Which rows a window looks at, in words: within what, in which order, and what holds where there is no other row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.generate.patterns.column_nouns import key_of
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.types import Family

SAME = (
    "(within|per|for each|of each|for every|of the same|of same|for same|of one|by|in each|"
    "inside|inside each|within each|within same|of its|within its|of|for|over|in|partitioned "
    "by|restarting for each|restarting per)"
)
_BY = "(by|in order of|ordered by|sorted by|in order by|order by|based on|according to|as of|going by|judged by)"
_FIRST = (
    "(oldest first|earliest first|first one first|starting with oldest|starting with "
    "earliest|from oldest to newest|in order of time|chronologically|in chronological order|"
    "in time order|oldest = 1)"
)
_LAST = (
    "(newest first|latest first|most recent first|starting with newest|starting with latest|"
    "from newest to oldest|newest = 1)"
)
_TAILS = (
    (f"{{rest:any}} [(,|\\(|;)] {_FIRST} [\\)]", "", False),
    (f"{{rest:any}} [(,|\\(|;)] {_LAST} [\\)]", "", True),
    (
        f"{{rest:any}} [(,|\\()] {_BY} {{o:columns}} (descending|desc|, (newest|latest|highest|largest) first) [\\)]",
        "o",
        True,
    ),
    (f"{{rest:any}} [(,|\\()] {_BY} {{o:columns}} [(ascending|asc)] [\\)]", "o", False),
)
_EMPTY = (
    (
        "{rest:any} (,|;|\\() [(and|it is|this is)] (null|none|empty|no value|nothing|blank) "
        "(for|on|at|in case of|when it is|if it is) [(its|each)] (first|last|very first|earliest|"
        "latest|first one|last one) {w:some} [\\)]"
    ),
    (
        "{rest:any} (,|;) (first|last|first one|last one) {w:some} [(is|=|gets|has|:|stays)] "
        "(null|none|empty|no value) [\\)]"
    ),
    "{rest:any} (,|;|\\() (null|none|empty|no value) (if|when|where) there is (none|no {w:any}) [\\)]",
)
DATED = (Family.DATE, Family.TIMESTAMP)


@dataclass(frozen=True)
class Frame:
    """Which rows belong together and how they are put in order."""

    keys: tuple[Piece, ...]
    order: tuple[Piece, ...]
    falling: bool = False

    def over(self, *, falling: bool | None = None, running: bool = False) -> str:
        """The window as SQL."""
        down = self.falling if falling is None else falling
        within = f"PARTITION BY {', '.join(key.sql for key in self.keys)} " if self.keys else ""
        order = ", ".join(f"{piece.sql}{' DESC NULLS LAST' if down else ''}" for piece in self.order)
        rows = " ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW" if running else ""
        return f"OVER ({within}ORDER BY {order}{rows})"


def order_of(phrase: Phrase, ctx: Context) -> tuple[Phrase, tuple[Piece, ...], bool]:
    """The phrase without what it says of the order, the columns ordered by, and whether the order falls."""
    for template, slot, falling in _TAILS:
        slots = phrase.match(template)
        if slots is not None:
            return slots["rest"], ctx.pieces(slots[slot]) if slot else (), falling
    return phrase, (), False


def frame_of(keys: Phrase, order: tuple[Piece, ...], falling: bool, ctx: Context) -> Frame | None:
    """The frame of a key in words and an order; the only date among the sources where the order is not named."""
    found = keys_of(keys, ctx)
    if found is None:
        return None
    taken = {piece.sql for piece in found}
    dated = [c for c in map(column_piece, ctx.scope.sources) if c.family in DATED and c.sql not in taken]
    order = order or (tuple(dated) if len(dated) == 1 else () if dated else _own_day(taken, ctx))
    return Frame(found, order, falling) if order else None


def _own_day(taken: set[str], ctx: Context) -> tuple[Piece, ...]:
    """The only date that other columns of the target take over: what their rows follow each other by."""
    pieces = {c.sql: column_piece(c) for _, c in ctx.scope.spoken if c.sql not in taken}
    dated = [piece for piece in pieces.values() if piece.family in DATED]
    return tuple(dated) if len(dated) == 1 else ()


def keys_of(slot: Phrase, ctx: Context) -> tuple[Piece, ...] | None:
    """The columns of "customer", "customer_id and year", "the same meter and day"; none when one is not known."""
    parts = slot.split(r"(?:, and |, |and |\+ |& )")
    keys = [key_of(noun_of(part), ctx) for part in parts]
    return None if not slot.marks or any(key is None for key in keys) else tuple(k for k in keys if k)


def noun_of(slot: Phrase) -> Phrase:
    """The noun without "the same" and the like in front."""
    found = re.match(r"(?:(?:same|its|each|every|one|single|this|given|respective|own|the|§s) )+", slot.text)
    return slot.cut(found.end(), len(slot.text)) if found and found.end() < len(slot.text) else slot


def without_empty(phrase: Phrase) -> Phrase:
    """The phrase without "null for the first one", which a value of the row before is anyway."""
    slots = next((found for each in _EMPTY if (found := phrase.match(each))), None)
    return slots["rest"] if slots is not None and only_rows(slots["w"].text) else phrase


_ROWS = re.compile(
    r"(?!(?:.* )?(?:for|but|except|plus|minus|times|before|after|since|until|where|when|unless|if|only|out|"
    r"not|no|without|among|and|or|as|than|with|last|first|next|previous|§\S*|[^\w ]+) )"
    r"(?:[^\W\d]\w* ){0,2}(?:(?:of|per|in|within) (?:the |each |every |an? |that |this |same |its )*[^\W\d]\w* )?"
)


def only_rows(text: str) -> bool:
    """Whether words behind "first" or "last" only call the row something: ``order of the customer``.

    Args:
        text: the words, each with a blank behind it.
    """
    return _ROWS.fullmatch(text) is not None

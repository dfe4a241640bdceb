"""Dates as people name them: the column, "the order date", "shipping (shipped_on)", "the day of the visit"."""

from __future__ import annotations

import re

from signoff.core.generate.patterns.column_nouns import column_of, name_parts, names_rows, says
from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.frames import DATED
from signoff.core.generate.patterns.phrases import COLUMN, Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.patterns.wordlists import word_set

_SAY_LITTLE = word_set(
    "date day time timestamp moment datetime calendar value given respective same its source input"
)
_IN_WHICH = re.compile(
    r" (?:in|on|at) which (?P<noun>[^\W\d]\w*) (?:was|were|is|has been) [^\W\d]\w*ed $| of §s $"
)
_TELLING = word_set(
    "if when not next previous minus plus first last after before days and or end start only for except but "
    "unless without within until since than per each every weekday weekdays week month months year years "
    "quarter quarters name number hour hours minute minutes half fiscal working business following later "
    "earlier latest earliest maximum minimum max min newest oldest most no none all any second third "
    "tomorrow yesterday ago from to between out"
)
"""Words beside a named column that say more than what it is called."""
UNITS = {
    "year": "year",
    "yr": "year",
    "month": "month",
    "mth": "month",
    "week": "week",
    "day": "day",
    "hour": "hour",
    "hr": "hour",
    "minute": "minute",
    "min": "minute",
    "second": "second",
    "sec": "second",
    "quarter": "quarter",
}


def unit_of(word: str) -> str:
    """The unit of time a word names; empty for any other word."""
    plain = word.strip().removesuffix("s") if len(word.strip()) > 2 else word.strip()
    return UNITS.get(plain, "")


def dated(slot: Phrase, ctx: Context) -> Piece | None:
    """The date a phrase stands for; the only date among the sources where the phrase is empty or says "it"."""
    if slot.text == f"{COLUMN} ":
        return _date(column_piece(slot.columns[0]))
    value = fixed(slot)
    if value is not None:
        return value.fitted("DATE") if value.type == "DATE" else None
    beside = (
        slot.match("{w:some} \\( {c} \\)")
        or slot.match("{w:some} \\( by {c} \\)")
        or slot.match("{w:some} {c}")
    )
    if beside is not None and not beside["w"].columns and _only_words(beside["w"], ctx):
        return _date(column_piece(beside["c"].columns[0]))
    dates = [column_piece(c) for c in ctx.scope.sources if column_piece(c).family in DATED]
    words = [w for w in slot.text.split() if w not in _SAY_LITTLE and w != "§s"]
    if not words:
        return dates[0] if len(dates) == 1 and not slot.columns else None
    if slot.columns or not all(w.isalpha() for w in words):
        return None
    fitting = [d for d in dates if _has_all(d, words)]
    return fitting[0] if len(fitting) == 1 else _date(column_of(slot, ctx))


def period_edge(date: Piece, unit: str, *, first: bool) -> Piece:
    """The first or last day of the week, month, quarter or year that a date lies in."""
    begins = f"date_trunc('{unit}', {date.sql})"
    if first:
        return Piece(f"CAST({begins} AS DATE)", "DATE")
    if unit == "month":
        return Piece(f"last_day({date.sql})", "DATE")
    length = {"quarter": "3 MONTH", "year": "1 YEAR", "week": "7 DAY"}[unit]
    return Piece(f"CAST({begins} + INTERVAL {length} - INTERVAL 1 DAY AS DATE)", "DATE")


def _date(piece: Piece | None) -> Piece | None:
    return piece if piece is not None and piece.family in DATED else None


def _has_all(piece: Piece, words: list[str]) -> bool:
    column = piece.column
    parts = name_parts(column.column.name) if column is not None else ()
    tables = name_parts(column.table) if column is not None else ()
    own = any(any(says(p, w) for p in parts) for w in words)
    return own and all(any(says(p, w) for p in (*parts, *tables)) for w in words)


def _only_words(slot: Phrase, ctx: Context) -> bool:
    """Whether words beside a named column only call it something."""
    words = slot.text.split()
    return len(words) <= 4 and all(w.isalpha() for w in words) and not _TELLING.intersection(words)


def without_occasion(phrase: Phrase, ctx: Context) -> Phrase:
    """The phrase without "in which the order was placed", which says once more what the date is of."""
    found = _IN_WHICH.search(phrase.text)
    if found is None:
        return phrase
    noun = phrase.cut(found.start("noun"), found.end("noun") + 1) if found["noun"] else None
    return phrase.cut(0, found.start() + 1) if noun is None or names_rows(noun, ctx) else phrase

"""The larger or smaller of a value and a fixed number: ``MAX(0, paid_date - due_date)``, ``the larger of 0 and A - B``.

No value stays no value.
"""

from __future__ import annotations

import re

from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.phrases import COLUMN, NUMBER, Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.types import Family

NAME = "P67 bounds"

_MOST = r"(?:max|greatest|maximum|larger|greater|higher|bigger|largest|highest)"
_LEAST = r"(?:min|least|minimum|smaller|lesser|lower|smallest|lowest)"
_SHAPES = tuple(
    (re.compile(shape.replace("{fn}", function)), sign)
    for function, sign in ((_MOST, "<"), (_LEAST, ">"))
    for shape in (
        rf"{{fn}} (?:of )?\( (?P<n>{NUMBER} )(?:, |; |and )(?P<x>(?:\S+ )+)\) $",
        rf"{{fn}} (?:of )?\( (?P<x>(?:\S+ )+)(?:, |; |and )(?P<n>{NUMBER} )\) $",
        rf"(?!max|min){{fn}} (?:one )?of (?P<n>{NUMBER} )and (?P<x>(?:\S+ )+)$",
        rf"(?!max|min){{fn}} (?:one )?of (?P<x>(?:\S+ )+)and (?P<n>{NUMBER} )$",
    )
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The bounded value, when the whole phrase is one."""
    if ctx.scope.aggregate:
        return None
    for shape, sign in _SHAPES:
        found = shape.match(phrase.text)
        if found is None:
            continue
        bound = fixed(phrase.cut(*found.span("n")))
        inner = phrase.cut(*found.span("x"))
        value = _days(inner) or ctx.value(inner)
        usable = (
            value is not None
            and value.literal is None
            and value.sql != "NULL"
            and value.family is Family.NUMBER
        )
        if bound is not None and value is not None and usable:
            return Piece(
                f"CASE WHEN {value.sql} {sign} {bound.sql} THEN {bound.sql} ELSE {value.sql} END", value.type
            )
    return None


def _days(phrase: Phrase) -> Piece | None:
    """The days from one date to another: paid_date - due_date."""
    ends = [column_piece(column) for column in phrase.columns]
    if phrase.text not in (f"{COLUMN} - {COLUMN} ", f"{COLUMN} minus {COLUMN} "):
        return None
    dates = all(end.family is Family.DATE for end in ends)
    return Piece(f"date_diff('day', {ends[1].sql}, {ends[0].sql})", "BIGINT") if dates else None

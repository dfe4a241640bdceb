"""Rules whose parts nest freely: a value with shapes, exceptions and defaults behind it, each of them any value again."""

from __future__ import annotations

from signoff.core.generate.patterns.composed.reading import Reader
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece

NAME = "P62 composed"


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The piece, when the whole phrase is read and every source of a whole rule is used."""
    if ctx.composing or ctx.scope.aggregate or not phrase.marks:
        return None
    ctx.composing = True
    try:
        piece = Reader(ctx).rule(phrase)
    finally:
        ctx.composing = False
    if piece is None or piece.sql == "NULL" or piece.literal is not None or piece.column is not None:
        return None
    used = ctx.depth > 0 or all(column.sql in piece.sql for column in ctx.scope.sources)
    return piece if used else None

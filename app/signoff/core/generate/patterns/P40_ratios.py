"""A multiple of what a group gives: "100 times the number of late orders divided by the number of orders"."""

from __future__ import annotations

from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.types import Family

NAME = "P40 ratios"

_TIMES = "{n:n} (times|x|*|multiplied by) [the] {r:any}"
_BEHIND = (
    "{r:any} [,] (times|x|*|multiplied by) {n:n}",
    "{r:any} [(,|\\()] (in|as) [a] (percent|percentage|%) [\\)]",
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The product, where the rest of the phrase is a value of the group."""
    if not ctx.scope.aggregate or ctx.depth > 1:
        return None
    for template in (_TIMES, *_BEHIND):
        slots = phrase.match(template)
        inner = ctx.value(slots["r"]) if slots else None
        if slots is None or inner is None or inner.family is not Family.NUMBER or inner.literal is not None:
            continue
        if " / " not in inner.sql:
            continue
        number = slots["n"].marks[0].token.value if "n" in slots and slots["n"].marks else "100"
        return Piece(f"{number} * ({inner.sql})", "DOUBLE")
    return None

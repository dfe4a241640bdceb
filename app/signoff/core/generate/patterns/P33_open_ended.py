"""What holds until a day: "Y so long as the school has no closing date, or one that lies after 2025-02-01"."""

from __future__ import annotations

import re

from signoff.core.generate.patterns.column_nouns import column_of
from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.phrases import DATE, Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece, literal_of, quoted_text, unified
from signoff.core.generate.types import Family, family_of

NAME = "P33 open-ended"

_IF = (
    "(so long as|as long as|if|when|where|while|provided|provided that|in case|only if|only where|for those "
    "with|for)"
)
_HAS = "[{w:some}] (has|have|with|there is|there are|shows|show|is there|without|missing|carries|without any)"
_LATER = "(lies|is|falls|comes|lie|are|stands)"
_SHAPES = (
    f"{{v:any}} [,] {_IF} {_HAS} [(no|not yet|no known|missing)] {{x:any}} [,] or [(has|with|have)] "
    f"[(one|§s|it|one only|only one|that)] [(that|which)] [{_LATER}] "
    "(after|later than|past|beyond|on or after|not before) {d:any} {rest:some}",
    f"{{v:any}} [,] {_IF} {{x:any}} (is|are) (empty|missing|null|not filled|not set|open|blank|not "
    f"there) [,] or [(§s|it)] [{_LATER}] "
    "(after|later than|past|beyond|on or after|not before) {d:any} {rest:some}",
)
_ELSE = (
    "[(,|;|.)] [and] (else|otherwise|in all other cases|all others|everything else|all else|if not|"
    "others) [(:|,|->|=)] {o:any}"
)
_NO = re.compile(
    r"\b(?:no|not yet|without|missing|without any|empty|null|not filled|not set|open|blank|not there) "
)
_ALSO = re.compile(r"\b(?:on or after|not before) ")


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The value of what is still open on a day, when the whole phrase says so."""
    slots = next((found for each in _SHAPES if (found := phrase.match(each)) is not None), None)
    if slots is None or _NO.search(phrase.text) is None:
        return None
    value, column, day = _value(slots["v"]), _moment(slots["x"], ctx), slots["d"]
    if value is None or column is None or day.text.strip() != DATE:
        return None
    literal = literal_of(day.marks[0].token.value, column.type)
    other = _other(slots["rest"], value, ctx)
    made = unified((value, other), ctx.target_type) if literal is not None and other is not None else None
    if literal is None or made is None:
        return None
    sign = ">=" if _ALSO.search(phrase.text) else ">"
    test = f"{column.sql} IS NULL OR {column.sql} {sign} {literal.sql}"
    return Piece(f"CASE WHEN {test} THEN {made[0][0]} ELSE {made[0][1]} END", made[1])


def _moment(slot: Phrase, ctx: Context) -> Piece | None:
    """The day a noun stands for; the only source where that is the only day."""
    column = column_of(slot, ctx)
    only = ctx.only_source
    if column is None and only is not None and slot.text.split()[-1] in ("date", "day", "end", "until"):
        column = column_piece(only)
    dated = column is not None and column.family in (Family.DATE, Family.TIMESTAMP)
    return column if dated else None


def _value(slot: Phrase) -> Piece | None:
    """A fixed value: quoted, a number, or a short word in capitals."""
    made = fixed(slot)
    if made is not None or len(slot.marks) != 1:
        return made
    word = slot.raw
    return quoted_text(word) if word.isupper() or word.lower() in ("true", "false", "yes") else None


def _other(rest: Phrase, value: Piece, ctx: Context) -> Piece | None:
    """What holds otherwise: said, or the opposite of yes."""
    if rest.marks:
        slots = rest.match(_ELSE)
        return _value(slots["o"]) if slots else None
    opposite = {"y": "N", "yes": "no", "true": "false", "1": "0"}.get((value.literal or "").lower())
    if opposite is None or family_of(ctx.target_type) not in (Family.TEXT, Family.FLAG, Family.UNKNOWN):
        return None
    return quoted_text(opposite)

"""The text between two signs: ``what is in brackets``, ``text between '<' and '>'``, ``inside the quotes``.

Where one of the two is not there, there is no such text.
"""

from __future__ import annotations

from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece, text_literal
from signoff.core.generate.patterns.signs import sign_of
from signoff.core.generate.types import Family

NAME = "P47 between"

_TAKE = "[(take|get|use|load|extract|keep|return|only|take only|keep only|use only|pick)]"
_WHAT = (
    "[(part|text|everything|substring|string|characters|value|all|§s|anything|piece|portion|"
    "content|contents|number|code|"
    "what|whatever|what stands|what is|whatever is|whatever stands|words|word)] [(of|that "
    "is|which is|standing|found|"
    "is|stands)]"
)
_OF = "[(of|from|in) {s}]"
_BRACKETS: tuple[tuple[str, str, str], ...] = (
    ("(brackets|bracket|the brackets)", "(", ")"),
    ("(square brackets|square bracket)", "[", "]"),
    ("(curly brackets|curly braces|braces)", "{", "}"),
    ("(angle brackets|pointed brackets)", "<", ">"),
    ("(double quotes|quotation marks|inverted commas)", '"', '"'),
    ("(single quotes|apostrophes)", "'", "'"),
)
_TWO = (
    f"{_TAKE} {_WHAT} {{c:c}} (between|in between) [first] {{low:any}} and [(next|following|"
    f"closing|second)] {{high:any}}",
    f"{_TAKE} {_WHAT} (between|in between) [first] {{low:any}} and [(next|following|closing)] "
    f"{{high:any}} {_OF}",
    f"{_TAKE} {_WHAT} (after|following) [first] {{low:any}} [(and|but)] (before|up to|until) "
    "[(next|following|closing)] "
    f"{{high:any}} {_OF}",
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The text between the two signs, when the whole phrase says which."""
    for word, low, high in _BRACKETS:
        slots = first_match(
            phrase,
            (
                f"{_TAKE} {_WHAT} (between|in|inside|within|inside of|enclosed in|enclosed by) {word} {_OF}",
                f"{_TAKE} {_WHAT} {{c}} (between|in|inside|within) {word}",
            ),
        )
        if slots is not None:
            return _between(slots, low, high, ctx)
    slots = first_match(phrase, _TWO)
    signs = (sign_of(slots["low"]), sign_of(slots["high"])) if slots else (None, None)
    if slots is None or not signs[0] or not signs[1] or "bracket" in slots["low"].text:
        return None
    return _between(slots, signs[0], signs[1], ctx)


def _between(slots: dict[str, Phrase], low: str, high: str, ctx: Context) -> Piece | None:
    """SQL of the text between the first opening sign and the closing one after it."""
    subject = ctx.subject(slots.get("c") or slots.get("s") or Phrase((), ""))
    if subject is None or subject.family is not Family.TEXT:
        return None
    after = f"substring({subject.sql}, strpos({subject.sql}, {text_literal(low)}) + {len(low)})"
    found = f"contains({subject.sql}, {text_literal(low)}) AND contains({after}, {text_literal(high)})"
    return Piece(f"CASE WHEN {found} THEN split_part({after}, {text_literal(high)}, 1) END", "VARCHAR")

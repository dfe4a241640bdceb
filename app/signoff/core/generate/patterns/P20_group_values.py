"""Values of a group of rows: the date of the latest order, a list of methods, a total over some of the rows.

Only where rows are grouped.
"""

from __future__ import annotations

import re

from signoff.core.generate.patterns.column_nouns import (
    column_of,
    names_rows,
)
from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.counted_rows import own_part, row_condition, value_of
from signoff.core.generate.patterns.frames import DATED
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece, text_literal
from signoff.core.generate.types import Family

NAME = "P20 group values"

_DIFFERENT = "(different|distinct|unique|various|different values of|distinct values of)"


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The aggregate, when the target is grouped and the whole phrase is understood."""
    if not ctx.scope.aggregate:
        return None
    for made in (_dated, _listed, _row_with, _conditional):
        piece = made(phrase, ctx)
        if piece is not None:
            return piece
    return None


_LATEST = "(latest|last|most recent|newest|youngest)"
_EARLIEST = "(earliest|first|oldest)"
_WHEN = "(date|day|time|timestamp|moment|point in time|date and time)"
_DATES = tuple(
    (template, function)
    for words, function in ((_LATEST, "max"), (_EARLIEST, "min"))
    for template in (
        f"[the] {_WHEN} of {words} {{n:any}}",
        f"{words} {{n:any}} {_WHEN}",
        f"when {words} {{n:any}} (was|took place|happened|was made|was filed|came in|was placed)",
        f"{words} {{n:any}}",
    )
)


def _dated(phrase: Phrase, ctx: Context) -> Piece | None:
    """The date of the first or last thing."""
    dates = [c for c in map(column_piece, ctx.scope.sources) if c.family in DATED]
    if len(dates) != 1 or len(ctx.scope.sources) != 1:
        return None
    for plain in dict.fromkeys((own_part(phrase, ctx), phrase)):
        for template, function in _DATES:
            slots = plain.match(template)
            if slots is not None and (names_rows(slots["n"], ctx) or column_of(slots["n"], ctx)):
                return Piece(f"{function}({dates[0].sql})", dates[0].type)
    return None


_ORDERS = (
    "(in alphabetical order|alphabetically|sorted alphabetically|in alphabetic order|ordered "
    "alphabetically|sorted|a to z|from a to z|sorted a to z|in ascending order|sorted by "
    "name|ordered|in order)"
)
_PARTED = (
    "[(,|;)] [and] (separated|parted|joined|divided|delimited|put together|with|"
    "concatenated) [(by|with|using)] [a] {sep:any} [(between|between them|as separator|in "
    "between)]"
)
_LISTS = (
    f"[(list of)] [all] {_DIFFERENT} {{n:any}} [,] {_ORDERS} {_PARTED}",
    f"[(list of)] [all] {_DIFFERENT} {{n:any}} {_PARTED} [,] {_ORDERS}",
    (
        f"[(list of|list)] [all] {{n:any}} (once|only once|each once|without duplicates|each only "
        f"once|, each once|, each only once|, without duplicates) [,] {_ORDERS} {_PARTED}"
    ),
    f"(alphabetical list|sorted list) of [all] {_DIFFERENT} {{n:any}} {_PARTED}",
)
_SIGNS = {
    "comma": ",",
    "commas": ",",
    "comma and blank": ", ",
    "comma and space": ", ",
    "comma + blank": ", ",
    "comma , blank": ", ",
    "comma blank": ", ",
    "semicolon": ";",
    "semicolons": ";",
    "semicolon and blank": "; ",
    "slash": "/",
    "pipe": "|",
    "blank": " ",
    "space": " ",
    "hyphen": "-",
}


def _listed(phrase: Phrase, ctx: Context) -> Piece | None:
    """All different values in one text."""
    for plain in dict.fromkeys((phrase, own_part(phrase, ctx))):
        for template in _LISTS:
            slots = plain.match(template)
            value = value_of(own_part(slots["n"], ctx), ctx) if slots else None
            sign = _sign(slots["sep"]) if slots else ""
            if value is None or not sign or value.family is not Family.TEXT:
                continue
            return Piece(
                f"string_agg(DISTINCT {value.sql}, {text_literal(sign)} ORDER BY {value.sql})", "VARCHAR"
            )
    return None


def _sign(slot: Phrase) -> str:
    """The text between the values."""
    piece = fixed(slot)
    return (piece.literal or "") if piece is not None else _SIGNS.get(slot.text.strip(), "")


_MOST = (
    ("(highest|largest|greatest|maximum|biggest|latest|newest|most recent)", "arg_max"),
    ("(lowest|smallest|least|minimum|earliest|oldest)", "arg_min"),
)
_ROWS_WITH = tuple(
    (template, function)
    for words, function in _MOST
    for template in (
        f"{{v:any}} (of|from|in|on) {{n:any}} with {words} {{o:any}}",
        f"{{v:any}} (of|from|in|on) {{n:any}} (that has|which has|whose) {words} {{o:any}}",
        f"{{v:any}} (of|from|in|on) {words} {{n:any}} (by|according to|going by) {{o:any}}",
        f"{{v:any}} where {{o:any}} is {words}",
        f"{{v:any}} with {words} {{o:any}}",
    )
)


def _row_with(phrase: Phrase, ctx: Context) -> Piece | None:
    """The value of the row with the highest or lowest other value."""
    for template, function in _ROWS_WITH:
        slots = phrase.match(template)
        if slots is None or ("n" in slots and not names_rows(slots["n"], ctx)):
            continue
        value, order = column_of(slots["v"], ctx), column_of(slots["o"], ctx)
        if value is not None and order is not None and value.sql != order.sql:
            return Piece(f"{function}({value.sql}, {order.sql})", value.type)
    return None


_ONLY = (
    "(sum of|sum|total of|total|sum up|add up) {v:any} (for|of|over|from) [(all|only)] {cond:any}",
    (
        "(sum of|sum|total of|total|sum up|add up) {v:any} (where|if|for rows where|of rows "
        "where|of rows with|over rows where|for rows with|only where|with|of those with|of rows "
        "whose|for rows whose) {cond:any}"
    ),
)


def _conditional(phrase: Phrase, ctx: Context) -> Piece | None:
    """A total over the rows a noun describes: sum of amount for successful payments."""
    for template in _ONLY:
        slots = phrase.match(template)
        value = (column_of(slots["v"], ctx) or ctx.value(slots["v"])) if slots else None
        if (
            slots is None
            or value is None
            or value.family is not Family.NUMBER
            or "(" in value.sql.split(" ")[0]
        ):
            continue
        condition = _row_words(slots["cond"], ctx)
        if condition:
            return Piece(f"sum(CASE WHEN {condition} THEN {value.sql} END)", value.type)
    return None


def _row_words(slot: Phrase, ctx: Context) -> str | None:
    """A condition on rows, with the noun for the rows before or after it."""
    plain = row_condition(slot, ctx)
    if plain or len(slot.marks) < 2:
        return plain
    last = slot.text.rstrip().rfind(" ") + 1
    if names_rows(slot.cut(last, len(slot.text)), ctx):
        return row_condition(slot.cut(0, last), ctx)
    found = re.search(r"(?<!\S)(?:where|whose|which|that|with|for which) ", slot.text)
    if found and found.start() and names_rows(slot.cut(0, found.start()), ctx):
        return row_condition(slot.cut(found.end(), len(slot.text)), ctx)
    return None

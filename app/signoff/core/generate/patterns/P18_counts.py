"""How many there are: "number of orders", "how many are late", "number of different skus".

Only where rows are grouped.
"""

from __future__ import annotations

import re

from signoff.core.generate.patterns.column_nouns import (
    name_parts,
    names_group,
    names_rows,
    says,
    words_of,
)
from signoff.core.generate.patterns.context import Choice, Context
from signoff.core.generate.patterns.counted_rows import own_part, row_condition, value_of
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece

NAME = "P18 counts"

_HOW_MANY = (
    "(number of|how many|count of|count|quantity of|total number of|total count of|count all|"
    "amount of|no . of|nr of|total of all)"
)
_DIFFERENT = "(different|distinct|unique|various|different values of|distinct values of)"
_WHICH = (
    "(where|whose|which|that|who|with|without|having|for which|of which|if|when|in which|marked as|being)"
)
_HAS = (
    "(has|have|had|made|placed|filed|got|took|took part in|has made|has placed|has filed|"
    "have filed|has had|ever had|did|sent|has sent|received|has received|bought|has bought|"
    "owns|holds)"
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The aggregate, when the target is grouped and the whole phrase is understood."""
    if not ctx.scope.aggregate:
        return None
    for made in (_counted, _different):
        piece = made(phrase, ctx)
        if piece is not None:
            return piece
    return None


def _rows(slot: Phrase, ctx: Context, conditioned: bool = False) -> str | None:
    """SQL that is filled in every row the noun stands for; None when it stands for no rows."""
    if slot.columns:
        return slot.columns[0].sql if len(slot.marks) == 1 else None
    if not names_rows(slot, ctx):
        return None
    sources = [c for c in ctx.scope.sources if names_key(c.column.name, slot)]
    if len(sources) == 1:
        return sources[0].sql
    return "" if conditioned or len({c.relation for c in ctx.scope.columns}) <= 1 else None


def names_key(name: str, slot: Phrase) -> bool:
    """Whether the column is the number of the things the noun stands for."""
    parts = name_parts(name)
    keyed = parts[-1] in ("id", "no", "nr", "num", "number", "key", "code", "sk", "seq", "uuid", "sku")
    words = words_of(slot)
    return keyed or (bool(words) and any(says(part, words[-1]) for part in parts))


_COUNTS = (
    f"{_HOW_MANY} {{n:any}} {_WHICH} {{cond:any}}",
    f"{_HOW_MANY} {{n:any}} (are|were|have been|was|is) {{cond:any}}",
    f"{_HOW_MANY} {{n:any}} (have|has|had) {{cond:any}}",
    f"{_HOW_MANY} {{n:any}} {{g:any}} {_HAS}",
    f"{_HOW_MANY} {{n:any}} (there are|there were|exist|we have|were found)",
    f"{_HOW_MANY} {{n:any}}",
)


def _counted(phrase: Phrase, ctx: Context) -> Piece | None:
    """The number of rows, of all or of those with a condition."""
    for plain in dict.fromkeys((own_part(phrase, ctx), phrase)):
        for template in _COUNTS:
            slots = plain.match(template)
            if slots is None or (slots.get("g") and not names_group(slots["g"], ctx)):
                continue
            made = _count(slots, plain, ctx)
            if made is not None:
                return made
    return None


def _count(slots: dict[str, Phrase], plain: Phrase, ctx: Context) -> Piece | None:
    noun, condition = slots["n"], None
    if slots.get("cond"):
        condition = row_condition(_with_word(plain, slots["cond"]), ctx) or row_condition(slots["cond"], ctx)
        if condition is None:
            return None
    elif len(noun.marks) > 1 and _rows(noun, ctx) is None:
        noun, condition = _described(noun, ctx)
        if condition is None:
            return None
    rows = _rows(noun, ctx, condition is not None)
    if rows is None:
        return None
    once = "DISTINCT " if rows and ctx.holds(Choice.COUNTED_ONCE) else ""
    if condition:
        return Piece(f"count({once}CASE WHEN {condition} THEN {rows or '1'} END)", "BIGINT")
    return Piece(f"count({once}{rows or '*'})", "BIGINT")


def _with_word(plain: Phrase, condition: Phrase) -> Phrase:
    """The condition with the "with" or "without" before it, which may be part of it."""
    before = plain.text[: len(plain.text) - len(condition.text)]
    word = re.search(r"(?<!\S)(?:with|without) $", before)
    return plain.cut(word.start(), len(plain.text)) if word else condition


def _described(noun: Phrase, ctx: Context) -> tuple[Phrase, str | None]:
    """A noun with a word before it that is a flag's name: successful payments."""
    return noun.cut(noun.text.index(" ") + 1, len(noun.text)), row_condition(
        noun.cut(0, noun.text.index(" ") + 1), ctx
    )


_DIFFERENTS = (
    f"{_HOW_MANY} {_DIFFERENT} {{n:any}}",
    f"{_DIFFERENT} {{n:any}} counted [once]",
    "(distinct count|count distinct) [of] {n:any}",
    (
        f"{_HOW_MANY} {{n:any}} (, each counted once|, each only once|, every one once|counted "
        "once|without duplicates|, no duplicates|, each once)"
    ),
)


def _different(phrase: Phrase, ctx: Context) -> Piece | None:
    """The number of different values."""
    for plain in dict.fromkeys((own_part(phrase, ctx), phrase)):
        for template in _DIFFERENTS:
            slots = plain.match(template)
            value = value_of(slots["n"], ctx) if slots else None
            if value is not None:
                return Piece(f"count(DISTINCT {value.sql})", "BIGINT")
    return None

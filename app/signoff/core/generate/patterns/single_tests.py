"""Single tests in words: "status is not 'X'", "amount is above 100", "end date is missing", "email has no '@'"."""

from __future__ import annotations

import re

from signoff.core.generate.patterns.bare import bare_text, is_free_text
from signoff.core.generate.patterns.context import Choice, Context, fixed
from signoff.core.generate.patterns.folding import EXACT, Fold, without_fold
from signoff.core.generate.patterns.loose_tests import loose_test
from signoff.core.generate.patterns.phrases import Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece, column_piece, quoted_text
from signoff.core.generate.patterns.signs import sign_of
from signoff.core.generate.patterns.single_test_words import (
    AGAINST_ZERO,
    ALL,
    ANY_MISSING,
    BETWEEN_VALUES,
    COMPARISONS,
    FLAGS,
    LISTS,
    NO_SIGN,
    NULL_TESTS,
    RANGE,
    TEXT_TESTS,
    WORD_TESTS,
)
from signoff.core.generate.patterns.spans_apart import says_distance
from signoff.core.generate.types import Family

_IN_TIME = re.compile(r"(?:^| )(?:before|after|earlier|later|since|until|vor|nach) ")
_COUNTS = re.compile(
    r"\b(?:more|less|least|most|greater|up to|over|under|above|below|exceeds|bigger|smaller|than)\b"
    r"(?<!earlier than)(?<!later than)"
)
"""Words that count days rather than name one: "more than 30 days before B" is further away, and so earlier."""


def single_test(
    phrase: Phrase, ctx: Context, carried: Phrase | None = None, fold: Fold = EXACT
) -> str | None:
    """Boolean SQL of one test; None when any word of it is not understood.

    Args:
        phrase: the test.
        ctx: the compilation.
        carried: the column of the test before, for one that names none: "A is missing or above 5".
        fold: what makes no difference between texts.
    """
    for test in (
        _missing,
        _any_missing,
        _all_missing,
        _range,
        _against_zero,
        _text_test,
        _word_test,
        _without_sign,
        _listed,
        _comparison,
        _flag,
        _beside,
        loose_test,
    ):
        sql = test(phrase, ctx, carried, fold)
        if sql is not None:
            return sql
    body, own = without_fold(phrase)
    return single_test(body, ctx, carried, own) if own and not fold else None


def _left(slot: Phrase, ctx: Context, carried: Phrase | None) -> Piece | None:
    return ctx.subject(slot if slot.marks or carried is None else carried)


def _missing(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    for template, test in NULL_TESTS:
        slots = phrase.match(template)
        if slots is not None:
            left = _left(slots.get("s") or slots.get("c") or Phrase((), phrase.source), ctx, carried)
            return None if left is None else null_test(left, test, ctx)
    return None


def null_test(left: Piece, test: str, ctx: Context) -> str:
    """SQL of null, present, missing, known, blank or filled for one value."""
    text = left.family in (Family.TEXT, Family.UNKNOWN)
    blank = f"trim({left.sql}) = ''"
    with_blank = text and (
        test in ("blank", "filled") or (test in ("missing", "known") and ctx.holds(Choice.BLANK_IS_MISSING))
    )
    if test in ("present", "known", "filled"):
        return (
            (f"{left.sql} IS NOT NULL AND trim({left.sql}) <> ''")
            if with_blank
            else f"{left.sql} IS NOT NULL"
        )
    return f"({left.sql} IS NULL OR {blank})" if with_blank else f"{left.sql} IS NULL"


def _any_missing(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    """Whether one of the columns the rule is about is missing."""
    if phrase.match(ANY_MISSING[0]) is None:
        return None
    pieces = tuple(column_piece(column) for column in ctx.about or ctx.scope.sources)
    tests = [null_test(piece, "missing", ctx) for piece in pieces]
    return f"({' OR '.join(tests)})" if len(tests) > 1 else None


def _all_missing(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    """One test over several columns: A and B are both filled."""
    for template, test in ALL:
        slots = phrase.match(template)
        if slots is not None and len(slots["cs"].columns) > 1 and " / " not in slots["cs"].text:
            return " AND ".join(null_test(piece, test, ctx) for piece in ctx.pieces(slots["cs"]))
    return None


def _against_zero(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    """A number held against zero in words: amount is positive."""
    for template, test in AGAINST_ZERO:
        slots = phrase.match(template)
        left = _left(slots["s"], ctx, carried) if slots else None
        if left is not None:
            return f"{left.sql} {test}" if left.family is Family.NUMBER else None
    return None


def _word_test(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    """Whether the text begins with, ends with or holds one word."""
    for template, function in WORD_TESTS:
        slots = phrase.match(template)
        left = _left(slots["s"], ctx, carried) if slots else None
        if slots is None or left is None or slots["w"].columns:
            continue
        word = fixed(slots["w"]) or quoted_text(slots["w"].raw)
        return f"{function}({fold.of(Piece(left.as_text, 'VARCHAR'))}, {fold.of(word)})"
    return None


def _without_sign(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    """Whether a sign is not in the text: it has no colon."""
    for template in NO_SIGN:
        slots = phrase.match(template)
        sign = sign_of(slots["q"]) if slots else None
        left = _left(slots.get("s") or Phrase((), phrase.source), ctx, carried) if slots and sign else None
        if left is not None and sign:
            return f"NOT contains({left.as_text}, {quoted_text(sign).sql})"
    return None


def equal_to(phrase: Phrase, ctx: Context, carried: Phrase, fold: Fold) -> str | None:
    """A value after "or" as one more value of the column before: "A is null or 0"."""
    left = ctx.subject(carried)
    value = fixed(phrase) if left is not None else None
    fitting = value.fitted(left.type) if left is not None and value is not None else None
    return f"{fold.of(left)} = {fold.of(fitting)}" if left is not None and fitting is not None else None


def _range(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    slots = first_match(phrase, RANGE)
    left = _left(slots["s"], ctx, carried) if slots else None
    if slots is None or left is None:
        return None
    bounds = [operand(slots[name], left, ctx, ordered=True) for name in ("low", "high")]
    if bounds[0] is None or bounds[1] is None:
        return None
    return f"{ordered_sql(left, bounds[0])} BETWEEN {bounds[0].sql} AND {bounds[1].sql}"


def _text_test(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    for template, function in TEXT_TESTS:
        slots = phrase.match(template)
        if slots is None:
            continue
        left, right = _left(slots["s"], ctx, carried), fixed(slots["q"])
        if left is None or right is None:
            return None
        text = Piece(left.as_text, "VARCHAR")
        return f"{function}({fold.of(text)}, {fold.of(right)})"
    return None


def _listed(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    for template, within in LISTS:
        slots = phrase.match(template)
        left = _left(slots["s"], ctx, carried) if slots else None
        if slots is None or left is None:
            continue
        parts = slots["vs"].split(BETWEEN_VALUES)
        if " and " in slots["vs"].text and any(
            part.raw.islower() and fixed(part) is None for part in parts[1:]
        ):
            continue
        values = [operand(part, left, ctx) or _twin(part, parts) for part in parts]
        if (len(parts) < 2 and "in" not in template) or any(
            value is None or value.literal is None for value in values
        ):
            continue
        members = ", ".join(fold.of(value) for value in values if value)
        sql = f"{fold.of(left)} {'IN' if within else 'NOT IN'} ({members})"
        passes = not within and " <>" not in phrase.text and ctx.holds(Choice.UNEQUAL_PASSES_NULL)
        return f"({left.sql} IS NULL OR {sql})" if passes else sql
    return None


def _comparison(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    for template, operator in COMPARISONS:
        slots = phrase.match(template)
        left = _left(slots["s"], ctx, carried) if slots else None
        if slots is None or left is None or _is_out_of_time(left, slots, phrase):
            continue
        if says_distance(slots["v"].text) and _COUNTS.search(_between(slots, phrase)):
            return None
        ordered = operator[0] in "<>" and operator != "<>"
        right = operand(slots["v"], left, ctx, ordered=ordered)
        if right is None or right.sql == "NULL":
            continue
        if ordered:
            return f"{ordered_sql(left, right)} {operator} {right.sql}"
        if operator == "not":
            operator = "IS DISTINCT FROM" if ctx.holds(Choice.UNEQUAL_PASSES_NULL) else "<>"
        return f"{fold.of(left)} {operator} {fold.of(right)}"
    return None


def _is_out_of_time(left: Piece, slots: dict[str, Phrase], phrase: Phrase) -> bool:
    """Whether a number that is no date stands before or after something: the year of "before 2020" is no amount."""
    return left.family is Family.NUMBER and _IN_TIME.search(_between(slots, phrase)) is not None


def _between(slots: dict[str, Phrase], phrase: Phrase) -> str:
    return phrase.text[len(slots["s"].text) :].removesuffix(slots["v"].text)


def _flag(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    slots = first_match(phrase, FLAGS)
    left = ctx.subject(slots["c"]) if slots else None
    return left.sql if left is not None and left.family is Family.FLAG else None


def _twin(part: Phrase, parts: tuple[Phrase, ...]) -> Piece | None:
    """A code in small letters beside the same in capitals: X or x."""
    raw = part.raw
    return quoted_text(raw) if raw.isalpha() and raw.upper() in {other.raw for other in parts} else None


def _beside(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    """A column with its code beside it: status A, status 'A'."""
    slots = phrase.match("{c} {v:any}")
    left = ctx.subject(slots["c"]) if slots else None
    code = slots["v"].raw if slots else ""
    value = fixed(slots["v"]) if slots else None
    if value is None and code.isalnum() and code.isupper() and len(code) <= _LONGEST_CODE:
        value = quoted_text(code)
    fitting = value.fitted(left.type) if left is not None and value is not None else None
    return f"{fold.of(left)} = {fold.of(fitting)}" if left is not None and fitting is not None else None


_LONGEST_CODE = 4


def operand(slot: Phrase, left: Piece, ctx: Context, *, ordered: bool = False) -> Piece | None:
    """The right side of a comparison, a fixed value taking the type of the left side."""
    word = bare_text(slot, short=True)
    told = quoted_text(word) if word and not (word.islower() and is_free_text(left)) else None
    value = fixed(slot) or told
    if value is None or value.literal is None:
        value = _share(slot, ctx) or (ctx.value(slot) if not word or told else None)
        if value is not None and value.sql.startswith("CASE ") and left.sql in value.sql:
            return None  # the next branch of a choice, and nothing to compare with
        return value if value is not None and _comparable(left, value) else None
    if ordered and left.family is Family.TEXT and value.family is Family.NUMBER:
        return value
    return value.fitted(left.type)


def _share(slot: Phrase, ctx: Context) -> Piece | None:
    """A share of another column: 80 percent of A."""
    slots = first_match(slot, ("{n} (percent|%|per cent) of {c}",))
    base = ctx.subject(slots["c"]) if slots else None
    if slots is None or base is None or base.family is not Family.NUMBER:
        return None
    return Piece(f"{base.sql} * {slots['n'].marks[0].token.value} / 100", base.type)


def _comparable(left: Piece, right: Piece) -> bool:
    """Whether the two sides may stand beside each other without a cast."""
    families = {left.family, right.family}
    return len(families) == 1 or Family.UNKNOWN in families or families == {Family.DATE, Family.TIMESTAMP}


def ordered_sql(left: Piece, right: Piece) -> str:
    """The left side of an ordering: text is turned into a number where it is held against one."""
    if left.family is Family.TEXT and right.literal is not None and right.family is Family.NUMBER:
        return f"CAST({left.sql} AS DOUBLE)"
    return left.sql

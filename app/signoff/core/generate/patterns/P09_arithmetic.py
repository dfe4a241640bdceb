"""Arithmetic in words: "quantity times unit price", "multiply by 100", "A minus B, rounded to 2 decimals".

A division by zero gives no value (zero where the rule says so), never the infinity that DuckDB would write.
"""

from __future__ import annotations

import re

from signoff.core.generate.patterns.column_nouns import name_parts
from signoff.core.generate.patterns.context import Context, fixed, number
from signoff.core.generate.patterns.grouped import fits_grouping
from signoff.core.generate.patterns.per_groups import tells_groups
from signoff.core.generate.patterns.phrases import Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.types import Family, is_integer

NAME = "P09 arithmetic"

_NUMERIC = (Family.NUMBER, Family.UNKNOWN)

_DO = (
    "[(calculate|compute|calculated as|load|set to|derive|take|use|get|calculation|result of|value of|=|"
    "equals)] [(:|as)]"
)
_AND = "(and|with|by|times|,|x|&)"
TWO = (
    (
        f"{_DO} {{a:any}} (times|multiplied by|multiplied with|multiply by|multiply with|multiply|x|\\*|mal|"
        f"fois|por|multipliziert mit) {{b:any}}",
        "*",
    ),
    (
        f"{_DO} [(product of|product|multiply|multiplication of|multiplying|mult)] {{a:any}} (and|with|by|"
        f"und|et|y) {{b:any}}",
        "**",
    ),
    (f"{_DO} [(multiply|multiplied|multiply with|multiplied by|times|\\*)] [(by|with)] {{b:n}}", "*self"),
    (f"{_DO} {{a:any}} (plus|added to|\\+|increased by) {{b:any}}", "+"),
    (
        f"{_DO} (add|sum|sum of|sum up|adding|addition of|total of|summe aus|summe von) {{a:any}} (and|with|"
        f"to|plus|\\+|,|und) {{b:any}}",
        "+",
    ),
    (f"{_DO} (add|plus|increase by|\\+) {{b:n}} [to §s]", "+self"),
    (f"{_DO} {{a:any}} (minus|less|reduced by|decreased by|net of|-|moins|menos|abzüglich) {{b:any}}", "-"),
    (f"{_DO} (subtract|deduct) {{b:any}} from {{a:any}}", "-"),
    (f"{_DO} (difference between|difference of|difference|subtract) {{a:any}} (and|minus|-) {{b:any}}", "-"),
    (f"{_DO} (subtract|minus|decrease by) {{b:n}} [from §s]", "-self"),
    (
        f"{_DO} {{a:any}} (divided by|divide by|/|over|per|geteilt durch|divisé par|dividido por) {{b:any}}",
        "/",
    ),
    (f"{_DO} (divide|dividing|division of|quotient of) {{a:any}} (by|and|through|with) {{b:any}}", "/"),
    (f"{_DO} (ratio of|ratio between|ratio) {{a:any}} (to|and|over|:|by) {{b:any}}", "/"),
    (f"{_DO} (divide|divided|/) [by] {{b:n}}", "/self"),
    (f"{_DO} {{a:any}} (as|in) (percent|percentage|%|a percentage|share) of {{b:any}}", "%"),
    (f"{_DO} (percentage|percent|share in percent) of {{a:any}} (in|of|to|from) {{b:any}}", "%"),
)
ONE = (
    ("(absolute value|absolute|abs|absolute amount|betrag|unsigned value) [of] {s}", "abs({0})"),
    (
        "(negate|negative of|negated|reverse sign of|reverse sign|change sign of|change sign|flip sign|flip "
        "sign of|multiply by -1|invert sign|invert sign of|opposite sign of) {s}",
        "-{0}",
    ),
    (
        "(round down|floor|rounded down|floor of) {s} [to (integer|whole number|next integer|full number)]",
        "floor({0})",
    ),
    (
        "(round up|ceil|ceiling|rounded up|ceiling of) {s} [to (integer|whole number|next integer|full "
        "number)]",
        "ceil({0})",
    ),
)
DOWN = (
    "{v:any} (,|;) [(and|then)] (rounded down|round down|rounding down|cut off) [to] [(whole|full|next "
    "lower|next)] [(number|integer|whole number|full number)]",
    "{v:any} (,|;) [(and|then)] (rounded up|round up|rounding up) [to] [(whole|full|next higher|next)] "
    "[(number|integer|whole number|full number)]",
)
THREE = ("{a:any} (multiplied by|times) {b:any} [,] [and] divided by {n}",)
ROUND = (
    "{v:some} [(,|;|\\(|.)] [(and|then)] (round|rounded|rounding|gerundet|arrondi|redondeado|runden) [(§s|"
    "result|value|it|off)] [(to|on|at|auf|with|à|a)] {n:any} [(decimals|decimal|decimal places|decimal "
    "place|places|digits|decimal digits|dp|digits after decimal point|nachkommastellen|stellen|digits after "
    "comma)] [\\)]",
    "(round|rounded|runden) {c} [(to|on|at|auf)] {n:any} [(decimals|decimal|decimal places|decimal place|"
    "places|digits|decimal digits|dp|nachkommastellen|stellen)]",
    "{v:some} [(,|;)] [(and|then)] (round|rounded) [(§s|result|it)] [(to|to nearest)] (integer|whole "
    "number|whole numbers|nearest integer|full number|no decimals|zero decimals)",
)
ZERO = (
    "{v:any} (,|;|\\(|.) [(and|but|with)] {z:any} (if|when|where|in case) {b:any} (is|=|equals) (zero|"
    "{q:n}) [\\)]",
    "{v:any} (,|;|\\(|.) [(and|but)] (if|when|where|in case) {b:any} (is|=|equals) (zero|{q:n}) [(then|,|"
    "use|load|set|->)] [(use|load|set to)] {z:any} [\\)]",
)
_DIVISOR = ("divisor", "denominator", "it", "§s")


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The calculation, when the whole phrase is one."""
    return (
        _rounded(phrase, ctx)
        or _cut(phrase, ctx)
        or _share(phrase, ctx)
        or _guarded(phrase, ctx)
        or _two(phrase, ctx)
        or _one(phrase, ctx)
    )


def _numeric(slot: Phrase, ctx: Context) -> Piece | None:
    """A slot as number: a column, a number, or a calculation of its own."""
    piece = fixed(slot) or ctx.value(slot)
    if piece is None:
        return None
    return piece if piece.family in _NUMERIC and piece.sql != "NULL" else None


def _operand(slot: Phrase, ctx: Context) -> Piece | None:
    """One side of a sign: a single value, something in brackets, or an aggregate.

    Two signs in words without brackets are no operand: which binds first would be a guess.
    """
    if len(slot.marks) == 1:
        return _numeric(slot, ctx)
    inner = slot.match("\\( {v:any} \\)")
    if inner is not None:
        return _numeric(inner["v"], ctx)
    piece = _numeric(slot, ctx) if ctx.scope.aggregate else None
    return (
        piece
        if piece is not None
        and re.fullmatch(
            r"(sum|count|avg|min|max|"
            r"median)\([^()]*\)",
            piece.sql,
        )
        else None
    )


def _rounded(phrase: Phrase, ctx: Context) -> Piece | None:
    for template in ROUND:
        slots = phrase.match(template)
        if slots is None:
            continue
        places = number(slots["n"]) if "n" in slots else 0
        inner = slots.get("v") or slots.get("c") or Phrase((), phrase.source)
        value = _numeric(inner, ctx) if inner.marks else ctx.subject(inner)
        if places is not None and 0 <= places <= 18 and value is not None and value.family in _NUMERIC:
            return Piece(f"round({value.sql}, {places})", value.type or "DOUBLE")
    return None


def _cut(phrase: Phrase, ctx: Context) -> Piece | None:
    """A calculation rounded down or up to a whole number."""
    for template, function in zip(DOWN, ("floor", "ceil"), strict=True):
        slots = phrase.match(template)
        value = _numeric(slots["v"], ctx) if slots else None
        if value is not None and value.literal is None:
            return Piece(f"{function}({value.sql})", value.type or "DOUBLE")
    return None


def _share(phrase: Phrase, ctx: Context) -> Piece | None:
    """A product divided by a fixed number: A times B divided by 100."""
    slots = first_match(phrase, THREE)
    sides = [_operand(slots[name], ctx) for name in ("a", "b")] if slots else []
    if slots is None or sides[0] is None or sides[1] is None or not float(slots["n"].marks[0].token.value):
        return None
    product = f"{_bracketed(sides[0])} * {_bracketed(sides[1])}"
    return Piece(f"{product} / {slots['n'].marks[0].token.value}", "DOUBLE")


def _guarded(phrase: Phrase, ctx: Context) -> Piece | None:
    """A division with what holds where the divisor is zero."""
    for template in ZERO:
        slots = phrase.match(template)
        if slots is None or (slots["q"].marks and number(slots["q"]) != 0):
            continue
        parts = _division(slots["v"], ctx)
        instead = ctx.value(slots["z"])
        if parts is None or instead is None:
            continue
        named = slots["b"].text.strip()
        if named not in _DIVISOR and (not slots["b"].columns or slots["b"].columns[0] is not parts[1].column):
            continue
        top, bottom = parts
        if instead.sql == "NULL":
            return Piece(f"{_bracketed(top)} / nullif({bottom.sql}, 0)", "DOUBLE")
        return Piece(
            f"CASE WHEN {bottom.sql} = 0 THEN {instead.sql} ELSE {_bracketed(top)} / "
            f"{_bracketed(bottom)} END",
            "DOUBLE",
        )
    return None


def _division(phrase: Phrase, ctx: Context) -> tuple[Piece, Piece] | None:
    """The two sides of a phrase that is a division."""
    for template, sign in TWO:
        slots = phrase.match(template) if sign == "/" else None
        if slots is None:
            continue
        if " per " in f" {phrase.text} " and tells_groups(slots["a"], slots["b"]):
            continue
        top, bottom = _operand(slots["a"], ctx), _operand(slots["b"], ctx)
        if top is not None and bottom is not None:
            return top, bottom
    return None


_CHANGED = re.compile(r"\b(?:increased|reduced|decreased|raised|lowered) by ")


def is_share(piece: Piece) -> bool:
    """Whether a column holds percent, by which a value is scaled rather than to which it is added."""
    parts = name_parts(piece.column.column.name) if piece.column is not None else ()
    return bool({"pct", "percent", "percentage", "perc"}.intersection(parts))


def _two(phrase: Phrase, ctx: Context) -> Piece | None:
    for template, sign in TWO:
        slots = phrase.match(template)
        if slots is None or (sign == "**" and not any(word in phrase.text for word in ("product", "mult"))):
            continue
        if sign.endswith("self"):
            if phrase.text.count(" ") == 1:
                continue
            left = ctx.subject(Phrase((), phrase.source))
        else:
            left = _operand(slots["a"], ctx)
        right = _operand(slots["b"], ctx)
        if left is None or right is None or left.family not in _NUMERIC or (left.literal and right.literal):
            continue
        if sign == "/" and "per" in phrase.text.split() and tells_groups(slots.get("a", phrase), slots["b"]):
            continue
        if _CHANGED.search(phrase.text) and is_share(right):
            continue
        if sign == "/" and right.literal and f" over {slots['b'].text}" in phrase.text:
            continue
        made = _calculated(left, right, sign[0])
        if made is not None and not mixes_totals(made.sql, ctx):
            return made
    return None


def mixes_totals(sql: str, ctx: Context) -> bool:
    """Whether a total stands beside a single row's value: "sum of A times B" is no total of A times one B."""
    totals = re.search(r"\b(?:sum|count|avg|min|max|median)\(", sql)
    return ctx.scope.aggregate and totals is not None and not fits_grouping(sql, ctx.scope)


def _calculated(left: Piece, right: Piece, sign: str) -> Piece | None:
    """SQL of two numbers and a sign."""
    if sign == "/" and right.literal is not None:
        return Piece(f"{_bracketed(left)} / {right.sql}", "DOUBLE") if float(right.literal) else None
    if sign == "/":
        return Piece(f"{_bracketed(left)} / nullif({right.sql}, 0)", "DOUBLE")
    if sign == "%":
        return Piece(f"{_bracketed(left)} * 100 / nullif({right.sql}, 0)", "DOUBLE")
    same = left.type == right.type or (is_integer(right.type) and left.type.startswith("DECIMAL"))
    kind = left.type if same else "DOUBLE"
    return Piece(f"{_bracketed(left)} {sign} {_bracketed(right)}", kind)


def _bracketed(piece: Piece) -> str:
    """The piece in brackets unless it is a single value."""
    single = (
        piece.column is not None
        or piece.literal is not None
        or (piece.sql.endswith(")") and " " not in piece.sql.split("(")[0])
    )
    return piece.sql if single else f"({piece.sql})"


def _one(phrase: Phrase, ctx: Context) -> Piece | None:
    for template, sql in ONE:
        slots = phrase.match(template)
        subject = ctx.subject(slots["s"]) if slots else None
        if subject is not None and subject.family in _NUMERIC:
            return Piece(sql.replace("{0}", subject.sql), subject.type)
    return None

"""Calculations on one row as people say them: "net plus 20 % VAT", "half of it", "A net of B and C", "margin = A - B".

A percentage is taken of the value beside it. Whether VAT is put on or taken off follows from the words and must agree
with what the column is called: nothing is put on a gross amount.
"""

from __future__ import annotations

import re

from signoff.core.generate.patterns.column_nouns import column_of, name_parts
from signoff.core.generate.patterns.context import Context, fixed, number
from signoff.core.generate.patterns.P19_terms import combined, factor
from signoff.core.generate.patterns.P34_units import factor_between
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.types import Family

NAME = "P58 spoken amounts"

_PCT = "(%|percent|per cent|pct|p . c .)"
_VAT = "(vat|value added tax|sales tax|tax|gst|mwst|ust|surcharge|markup|mark - up|mark up|margin|fee|commission)"
_ON = (
    (
        f"{{v:any}} (plus|\\+|and|with|incl .|incl|including|inclusive of|increased by|raised by|marked up by|"
        f"grossed up by|uplifted by) [a] {{p:any}} {_PCT} [{_VAT}]"
    ),
    (
        f"{{v:any}} (plus|\\+|incl .|incl|including|inclusive of|with) {_VAT} [(at|of|rate)] [\\(] [(at|of)] "
        f"{{p:any}} {_PCT} [\\)]"
    ),
    f"(add|put) {{p:any}} {_PCT} [{_VAT}] (to|on|on top of|onto) {{v:any}}",
    f"(add|put on|plus) {_VAT} [(at|of)] {{p:any}} {_PCT} (to|on|on top of) {{v:any}}",
    f"{{v:any}} with {{p:any}} {_PCT} [{_VAT}] (added|on top|added on top|applied on top)",
    f"(increase|raise|uplift|mark up) {{v:some}} by {{p:any}} {_PCT}",
    f"(add|plus|\\+) {{p:any}} {_PCT} [{_VAT}]",
)
_OFF = (
    (
        f"{{v:any}} (minus|-|less|reduced by|decreased by|lowered by|discounted by) [a] {{p:any}} {_PCT} "
        f"[(discount|rebate|reduction|commission|fee)]"
    ),
    f"(deduct|subtract|take off|take) {{p:any}} {_PCT} (from|off) {{v:any}}",
    f"(reduce|decrease|lower|discount) {{v:some}} by {{p:any}} {_PCT}",
    f"{{v:any}} (after|net of) [a] {{p:any}} {_PCT} (discount|rebate|reduction)",
)
_OUT = (
    (
        f"{{v:any}} (without|excl .|excl|excluding|exclusive of|net of|before|less) {{p:any}} {_PCT} (vat|value "
        f"added tax|sales tax|tax|gst|mwst|ust)"
    ),
    (
        f"{{v:any}} (without|excl .|excl|excluding|exclusive of|net of|before|less) (vat|value added tax|sales "
        f"tax|tax|gst|mwst|ust) [(at|of)] [\\(] [(at|of)] {{p:any}} {_PCT} [\\)]"
    ),
)
_SHARE = (
    f"{{p:any}} {_PCT} (of|on) {{v:any}}",
    f"{_VAT} (at|of) {{p:any}} {_PCT} (of|on) {{v:any}}",
    f"{_VAT} (of|on) {{v:any}} (at|with) {{p:any}} {_PCT}",
    f"{_VAT} \\( {{p:any}} {_PCT} \\) (of|on) {{v:any}}",
    f"{_VAT} [amount] [:] {{p:any}} {_PCT} (of|on) {{v:any}}",
    f"{{p:any}} {_PCT} {_VAT} (of|on) {{v:any}}",
)
_GROSS = frozenset(("gross", "incl", "brutto", "total", "including"))
_NET = frozenset(("net", "excl", "netto", "before"))
_MULTIPLES = (
    ("(half|one half|50 percent) [of] {v:any}", "/ 2"), ("{v:any} halved", "/ 2"), ("halve {v:any}", "/ 2"),
    ("(twice|double|two times|2 x) [of] {v:any}", "* 2"), ("{v:any} doubled", "* 2"),
    ("(three times|triple|3 x) [of] {v:any}", "* 3"), ("(a third|third|one third) of {v:any}", "/ 3"),
    ("(a quarter|quarter|one quarter) of {v:any}", "/ 4"), ("(a tenth|tenth|one tenth) of {v:any}", "/ 10"),
    ("{v:some} as [a] (fraction|ratio|decimal fraction) [\\( (divide|divided) by {n} \\)]", "/ 100"),
    ("percent to (fraction|ratio|decimal)", "/ 100"),
)  # fmt: skip
_LABEL = re.compile(r"^(?:(?:[^\W\d]\w*|§c|-|/|%) ){1,6}(?:=|:) ")
_NO_LABEL = re.compile(
    r"\b(?:if|when|where|unless|null|default|sum|total|running|else|rank|count|average|source|note)\b"
)
_NET_OF = re.compile(
    r"(?<=\s)(?:net of|less|minus|after deducting|after deduction of|after subtracting|without|excluding|excl "
    r"\.?|reduced by) "
)
_LIST = r"(?:, and |, |and |& |as well as |plus |\+ )"
_SUMS = (
    "(sum of|total of|sum|add|add up|add together|adding up|adding|sum up) [:] {cs:any}",
    "{cs:any} (added up|summed up|added together|together|in sum|added)",
)
_MEANS = ("(average|mean|avg|arithmetic mean|midpoint) (of|between) {cs:any}",)
_ABSOLUTE = (
    (
        "(absolute|abs|unsigned|positive) (difference|deviation|distance|gap) (between|of|from) {a:any} (and|to|"
        "from|minus) {b:any}"
    ),
    "(absolute|abs) [(value of|value)] \\( {a:any} (-|minus) {b:any} \\)",
)
_SAFE = (
    (
        "(safe divide|safely divide|safe_divide|safe division of|safe division|divide safely) [\\(] {a:any} (by|,|"
        "and) {b:any} [\\)]"
    ),
    (
        "{a:any} (divided by|/|÷|over) {b:any} [(,|\\()] (safe division|safe divide|safely|safe|null safe|null - "
        "safe|zero safe|zero - safe|guard against zero|no division by zero|avoid division by zero|div / 0 safe) "
        "[\\)]"
    ),
)
_THEN = re.compile(
    r"(?<=\s)(?:, (?:and then |then |and )?|and then |then |and |; )(?:(?P<op>multiply|multiplied|times|"
    r"divide|divided|subtract|deduct|minus|less|add|plus) )"
    r"(?:(?:§s|result|this|that|outcome) )?(?:(?:by|with) )?"
)
_DRESSED = (
    ("{v:any} [,] (with|in) (reversed|opposite|inverted|flipped|changed|inverse) sign", "-{0}"),
    (
        (
            "(rounded up|round up|round upwards|rounded upwards) [to] [(next|nearest|full|next full|next higher)] "
            "(whole number|whole numbers|integer|full number|unit)"
        ),
        "ceil({0})",
    ),
    (
        (
            "(rounded down|round down|round downwards|rounded downwards) [to] [(next|nearest|full|next full|next "
            "lower)] (whole number|whole numbers|integer|full number|unit)"
        ),
        "floor({0})",
    ),
)
_PLACES = "[(with|to|rounded to|in)] {n:any} (decimals|decimal places|decimal digits|dp)"
_PER_THING = "{a:any} per {w:word} \\( {b:c} \\)"


def _dressed(phrase: Phrase, ctx: Context) -> Piece | None:
    """A number with its sign turned, or rounded, nothing else being said."""
    for template, sql in _DRESSED:
        slots = phrase.match(template)
        value = _amount(slots.get("v") or Phrase((), phrase.source), ctx) if slots is not None else None
        if value is not None and value.literal is None:
            inner = f"({value.sql})" if sql[0] == "-" and value.column is None else value.sql
            return Piece(sql.replace("{0}", inner), value.type or "DOUBLE")
    slots = phrase.match(_PLACES)
    places = number(slots["n"]) if slots and ctx.depth == 0 else None
    value = ctx.subject(Phrase((), phrase.source)) if places is not None else None
    if value is not None and value.family is Family.NUMBER and places is not None and 0 <= places < 19:
        return Piece(f"round({value.sql}, {places})", value.type)
    slots = phrase.match(_PER_THING)
    top = _amount(slots["a"], ctx) if slots else None
    bottom = column_of(slots["b"], ctx) if slots and top is not None else None
    if top is None or bottom is None or bottom.family is not Family.NUMBER:
        return None
    return combined(top, bottom, "/")


_OPS = {
    "multiply": "*",
    "multiplied": "*",
    "times": "*",
    "divide": "/",
    "divided": "/",
    "subtract": "-",
    "deduct": "-",
    "minus": "-",
    "less": "-",
    "add": "+",
    "plus": "+",
}


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The amount, when the whole phrase is one."""
    if not phrase.marks or len(phrase.marks) > 40:
        return None
    if ctx.scope.aggregate and ctx.depth == 0:
        return _in_unit(phrase, ctx)
    for made in (
        _in_unit,
        _percent,
        _multiple,
        _labelled,
        _absolute,
        _safe,
        _mean,
        _added,
        _net_of,
        _stepwise,
        _dressed,
    ):
        piece = made(phrase, ctx)
        if piece is not None:
            return piece
    return None


def _amount(slot: Phrase, ctx: Context) -> Piece | None:
    """A number: a column, or a calculation of its own."""
    if not slot.marks:
        return ctx.subject(slot)
    inner = slot.match("\\( {v:any} \\)")
    piece = (
        column_of(slot, ctx) or fixed(slot) or (ctx.value(inner["v"]) if inner else None) or ctx.value(slot)
    )
    return piece if piece is not None and piece.family is Family.NUMBER and piece.sql != "NULL" else None


def _percent(phrase: Phrase, ctx: Context) -> Piece | None:
    if not re.search(r"(?:^|\s)(?:%|percent|per|pct|p) ", phrase.text):
        return None
    for templates, way in ((_OUT, "out"), (_OFF, "off"), (_ON, "on"), (_SHARE, "share")):
        for template in templates:
            slots = phrase.match(template)
            value = _amount(slots.get("v") or Phrase((), phrase.source), ctx) if slots else None
            rate = _rate(slots["p"], ctx) if slots and value is not None else None
            if value is None or rate is None or value.literal is not None or not _agrees(value, way, phrase):
                continue
            return _with_rate(value, rate, way)
    return None


def _rate(slot: Phrase, ctx: Context) -> Piece | None:
    """The percentage: a number, or a column that holds one."""
    piece = fixed(slot) or column_of(slot, ctx)
    return piece if piece is not None and piece.family is Family.NUMBER else None


def _agrees(value: Piece, way: str, phrase: Phrase) -> bool:
    """Whether nothing is put on what is gross already, nor taken out of what is net."""
    if re.search(r"\b(?:vat|tax|gst|mwst|ust|value added)\b", phrase.text) is None or value.column is None:
        return way != "out"
    parts = set(name_parts(value.column.column.name))
    return not (parts & (_GROSS if way == "on" else _NET if way == "out" else set()))


def _with_rate(value: Piece, rate: Piece, way: str) -> Piece:
    sql = factor(value)
    if way == "share":
        return Piece(f"{sql} * {rate.sql} / 100", "DOUBLE")
    share = f"{rate.sql} / 100" if rate.literal is None else _hundredth(rate.literal)
    sign = "-" if way == "off" else "+"
    if way == "out":
        return Piece(f"{sql} / (1 + {share})", "DOUBLE")
    return Piece(f"{sql} * (1 {sign} {share})", "DOUBLE")


def _hundredth(number: str) -> str:
    whole, _, rest = number.partition(".")
    digits = whole.rjust(3, "0")
    return (f"{digits[:-2]}.{digits[-2:]}{rest}").rstrip("0").rstrip(".") or "0"


def _multiple(phrase: Phrase, ctx: Context) -> Piece | None:
    for template, sign in _MULTIPLES:
        slots = phrase.match(template)
        if (
            slots is None
            or (ctx.depth and "fraction" in template)
            or (slots.get("n") and slots["n"].marks[0].token.value != "100")
        ):
            continue
        value = _amount(slots.get("v") or Phrase((), phrase.source), ctx)
        if value is not None and "fraction" in template and value.column is None:
            return value if " / " in value.sql and "* 100" not in value.sql else None
        if value is not None and value.literal is None:
            return Piece(f"{factor(value)} {sign}", "DOUBLE" if sign[0] == "/" else value.type)
    return None


_UNIT_SAID = "{v:any} [,] [(converted|shown|expressed)] (in|as|to|into|->) {u:word}"
_ONE_NUMBER = re.compile(r"(?:(?:sum|avg|min|max)\()?[\w.\"]+\)?")


def _in_unit(phrase: Phrase, ctx: Context) -> Piece | None:
    """A number whose column is called by its unit, in another one: "total of amount_cents in euros"."""
    slots = phrase.match(_UNIT_SAID)
    value = _amount(slots["v"], ctx) if slots else None
    if slots is None or value is None or not _ONE_NUMBER.fullmatch(value.sql):
        return None
    inner = value.sql.rpartition("(")[2].rstrip(")")
    column = next((c for c in ctx.scope.columns if c.sql == inner), None)
    unit = name_parts(column.column.name)[-1] if column is not None else ""
    found = factor_between(unit, slots["u"].text.strip()) if unit else None
    if found is None:
        return None
    return Piece(f"{value.sql} / {found[0]}" if found[0] > 1 else f"{value.sql} * {found[1]}", "DOUBLE")


def _labelled(phrase: Phrase, ctx: Context) -> Piece | None:
    """A calculation behind what its result is called: "margin = A - B"."""
    label = _LABEL.match(phrase.text)
    if label is None or _NO_LABEL.search(label.group()) or ctx.depth > 1 or ctx.scope.aggregate:
        return None
    rest = phrase.cut(label.end(), len(phrase.text))
    made = ctx.value(rest) if rest.columns else None
    calculated = made is not None and made.column is None and made.literal is None
    return made if calculated and made is not None and re.search(r" [-+*/|]|\w\(", made.sql) else None


def _absolute(phrase: Phrase, ctx: Context) -> Piece | None:
    slots = next((found for each in _ABSOLUTE if (found := phrase.match(each))), None)
    sides = [_amount(slots[name], ctx) for name in ("a", "b")] if slots else []
    if len(sides) < 2 or sides[0] is None or sides[1] is None:
        return None
    made = combined(sides[0], sides[1], "-")
    return Piece(f"abs({made.sql})", made.type) if made else None


def _safe(phrase: Phrase, ctx: Context) -> Piece | None:
    """A division that is said to be safe: it gives no value where it would divide by zero."""
    slots = next((found for each in _SAFE if (found := phrase.match(each))), None)
    sides = [_amount(slots[name], ctx) for name in ("a", "b")] if slots else []
    return combined(sides[0], sides[1], "/") if len(sides) == 2 and sides[0] and sides[1] else None


def _all(slot: Phrase, ctx: Context, least: int) -> list[Piece]:
    parts = [part for part in slot.split(_LIST) if part.marks]
    pieces = [column_of(part, ctx) for part in parts]
    known = [p for p in pieces if p is not None and p.family is Family.NUMBER]
    alone = len({p.sql for p in known}) == len(known)
    return known if len(known) == len(parts) >= least and alone else []


def _mean(phrase: Phrase, ctx: Context) -> Piece | None:
    slots = next((found for each in _MEANS if (found := phrase.match(each))), None)
    pieces = _all(slots["cs"], ctx, 2) if slots and not ctx.scope.aggregate else []
    if not pieces:
        return None
    return Piece(f"({' + '.join(piece.sql for piece in pieces)}) / {len(pieces)}", "DOUBLE")


def _added(phrase: Phrase, ctx: Context) -> Piece | None:
    if ctx.scope.aggregate:
        return None
    slots = next((found for each in _SUMS if (found := phrase.match(each))), None)
    pieces = _all(slots["cs"], ctx, 3) if slots else []
    made = pieces[0] if pieces else None
    for piece in pieces[1:]:
        made = combined(made, piece, "+") if made is not None else None
    return made


def _net_of(phrase: Phrase, ctx: Context) -> Piece | None:
    """An amount with several others taken off: "gross net of discount and tax"."""
    for found in _NET_OF.finditer(phrase.text):
        first = column_of(phrase.cut(0, found.start()), ctx)
        off = _all(phrase.cut(found.end(), len(phrase.text)), ctx, 1) if first is not None else []
        if first is None or not off or first.family is not Family.NUMBER or first.sql in {p.sql for p in off}:
            continue
        made: Piece | None = first
        for piece in off:
            made = combined(made, piece, "-") if made is not None else None
        return made
    return None


def _stepwise(phrase: Phrase, ctx: Context) -> Piece | None:
    """One step after the other: "subtract A from B and multiply by C"."""
    for found in reversed(list(_THEN.finditer(phrase.text))):
        head = phrase.cut(0, found.start())
        taken = head.match("(take|start with|begin with|starting with|starting from|from) {v:any}")
        first = ctx.value(taken["v"] if taken else head) if head.marks else None
        calculated = (
            first is not None and (taken is not None or first.column is None) and first.literal is None
        )
        if first is None or not calculated or first.family is not Family.NUMBER:
            continue
        rest = phrase.cut(found.end(), len(phrase.text))
        slots = rest.match("{x:any} [(from|to) [(§s|result|this|that|it)]]")
        other = _amount(slots["x"], ctx) if slots else None
        if other is None or "from" in rest.text.split()[:-2]:
            continue
        sign = _OPS[found["op"]]
        left = (
            Piece(f"({first.sql})", first.type) if re.search(r" [-+] ", first.sql) and sign in "*/" else first
        )
        return combined(left, other, sign)
    return None

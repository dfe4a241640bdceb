"""A calculation with what is said after it: "…, 2 decimals", "…, 0 when none", "…, never below 0", "…, missing as 0".

Endings are taken off one at a time, the last first, until what is left is understood by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from signoff.core.generate.patterns import P26_minor_units, P34_units
from signoff.core.generate.patterns.column_nouns import column_of, name_parts, names_rows
from signoff.core.generate.patterns.composed.times import decimal_span
from signoff.core.generate.patterns.context import Context, fixed, number
from signoff.core.generate.patterns.P19_terms import factor
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.patterns.row_speech import clause_test
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family, is_integer

NAME = "P22 endings"

Ending = Callable[[Piece, Phrase, Phrase, Context], Piece | None]

_CUT = (
    r"(?:; (?:but |and |then |with )?|\. (?:but |then )?|, (?:but |then |and then |and |with "
    r")?|\( |then |(?=rounded )|(?=(?:over|across) all )|(?=with \S+ (?:decimals?|dp|decimal places?) )|"
    r"(?=(?:in|as) (?:percent|percentage|"
    r"%) )|and (?=rounded |divided ))"
)
_MOST_CUTS = 6


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The calculation with its endings, when all of them are understood."""
    for main, ending in _cuts(phrase):
        fitting = [each for each in _ENDINGS if _may_be(each, ending)]
        if not fitting:
            continue
        piece = ctx.value(main) or ctx.part(compile_phrase, main)
        if piece is None and set(fitting) <= {_rounded, _none_is, _cut_off}:
            piece = ctx.part(_in_other_unit, main)
        if piece is None or piece.literal is not None or piece.family is not Family.NUMBER:
            continue
        made = next((done for each in fitting if (done := each(piece, ending, main, ctx))), None)
        if made is not None:
            return made
    return None


def _in_other_unit(phrase: Phrase, ctx: Context) -> Piece | None:
    """A measure in another unit, which is never part of anything but its own endings."""
    return P34_units.compile_phrase(phrase, ctx) or P26_minor_units.compile_phrase(phrase, ctx)


def _cuts(phrase: Phrase) -> Iterator[tuple[Phrase, Phrase]]:
    """The phrase cut where an ending may begin, last first; the bracket of an ending in brackets taken off."""
    cuts = list(re.finditer(rf"(?<!\S){_CUT}", phrase.text))
    for found in reversed(cuts[-_MOST_CUTS:]):
        ending = phrase.text[found.end() :]
        closed = found.group().startswith("( ")
        whole = ending.split().count("(") == ending.split().count(")")
        if closed == whole or (closed and not ending.endswith(") ")) or not found.start() or not ending:
            continue
        yield phrase.cut(0, found.start()), phrase.cut(found.end(), len(phrase.text) - 2 * closed)


def _may_be(ending: Ending, phrase: Phrase) -> bool:
    """Whether the words fit the ending, before the main clause is looked at."""
    return any(phrase.match(template) is not None for template in _WORDS[ending])


_PLACES = (
    "(decimals|decimal|decimal places|decimal place|places|digits after comma|digits after "
    "point|digits|decimal digits|dp|dps|d . p .|dec|decs)"
)
_ROUNDINGS = (
    (
        "[(rounded|round|rounding|commercially rounded|rounded half up)] [(§s|result|it|half "
        f"up)] [(to|on|with|at|in)] {{n:any}} {_PLACES} [half up]"
    ),
    (
        "(rounded|round|rounding|commercially rounded) [(§s|result)] [half up] [(to|on)] [(full|"
        "nearest|next)] {cents} [half up]"
    ),
    "[(rounded|round)] [(§s|result)] [(to|as)] [(full|nearest|a)] {whole}",
    "(round|rounded) [(§s|result)] [to] {n}",
)
_CENTS = "(cents|cent|penny|pennies)"
_WHOLE = "(whole number|whole numbers|integer|whole|full number|no decimals|without decimals|zero decimals)"
_ROUNDED = tuple(each.replace("{cents}", _CENTS).replace("{whole}", _WHOLE) for each in _ROUNDINGS)


def _rounded(piece: Piece, ending: Phrase, main: Phrase, ctx: Context) -> Piece | None:
    """Rounded to some decimals, halves away from zero."""
    for template in _ROUNDED:
        slots = ending.match(template)
        if slots is None:
            continue
        places = number(slots["n"]) if "n" in slots else 2 if ending.match(_ROUNDED[1]) is not None else 0
        if places is not None and 0 <= places <= 18:
            spanned = decimal_span(piece.sql, str(places)) if places and str(places).isdigit() else None
            if spanned is not None and places:
                return Piece(spanned, "DOUBLE")
            return Piece(f"round({piece.sql}, {places})", piece.type or "DOUBLE")
    return None


_MORE = (
    "(divided by|divide by|/|divided through) {n}",
    "(times|multiplied by|multiply by|\\*|x) {n}",
    "(in|as) (percent|%|percentage|a percentage|per cent)",
    "(percent|%|percentage|per cent)",
)


def _scaled(piece: Piece, ending: Phrase, main: Phrase, ctx: Context) -> Piece | None:
    """Divided or multiplied by a number, or shown in percent."""
    slots = ending.match(_MORE[0])
    if slots is not None:
        value = slots["n"].marks[0].token.value
        return Piece(f"{factor(piece)} / {value}", "DOUBLE") if float(value) else None
    slots = ending.match(_MORE[1])
    if slots is not None:
        return Piece(f"{factor(piece)} * {slots['n'].marks[0].token.value}", piece.type)
    divided = piece.sql.count(" / ") == 1 and "* 100" not in piece.sql
    return Piece(f"100 * {piece.sql}", "DOUBLE") if divided else None


_SIGN = (
    (
        "[shown] [(as|with|always|is)] [a] (positive|positive figure|positive number|positive "
        "amount|positive value|absolute|absolute value)"
    ),
    "without [its] (sign|minus)",
    (
        "[shown] (as|with) [a] (minus|negative|negative figure|negative number|negative amount|"
        "negative value|minus sign|negative sign)"
    ),
    (
        "(sign reversed|reversed sign|opposite sign|with opposite sign|with sign reversed|sign "
        "changed|times -1|with changed sign)"
    ),
)


def _signed(piece: Piece, ending: Phrase, main: Phrase, ctx: Context) -> Piece | None:
    """Without its sign, or as a minus."""
    absolute = any(ending.match(template) is not None for template in _SIGN[:2])
    return Piece(f"abs({piece.sql})" if absolute else f"-({piece.sql})", piece.type)


_LOW = (
    (
        "(0|zero|{z:n}) (if|when|where|in case) [(§s|it|this)] [(is|was|arrived|came|would be)] "
        "[too] (early|earlier|negative|below 0|before|on time or early|less than 0|smaller than "
        "0)"
    ),
    "{x:any} [(too)] (early|before) (counts|count) as (0|zero|{z:n})",
    "(early|earlier) {x:any} (counts|count|are counted|is counted) as (0|zero|{z:n})",
    "[it] [is] (never|not|no) (below|less than|lower than|under|smaller than|negative) [{n}]",
    "(minimum|at least|min|not negative|no negative values|never negative|but at least|lowest is) [{n}]",
    (
        "(negative|negatives|negative values|negative results|early|anything below 0) (counts as|"
        "count as|are|is|become|becomes|=|as|gives|give) (0|zero|{z:n})"
    ),
)
_HIGH = (
    "(never|not|no) (above|more than|higher than|over|greater than|exceeding) {n}",
    "(maximum|at most|max|capped at|cap at|limited to|but at most) {n}",
)


def _bounded(piece: Piece, ending: Phrase, main: Phrase, ctx: Context) -> Piece | None:
    """Kept from going below or above a number; no value stays no value."""
    for templates, sign in ((_LOW, "<"), (_HIGH, ">")):
        slots = next((found for each in templates if (found := ending.match(each))), None)
        if slots is None:
            continue
        slot = slots.get("n") or slots.get("z")
        bound = slot.marks[0].token.value if slot is not None and slot.marks else "0"
        if "z" in slots and float(bound):
            return None
        return Piece(f"CASE WHEN {piece.sql} {sign} {bound} THEN {bound} ELSE {piece.sql} END", piece.type)
    return None


_EITHER = (
    (
        "(null|no value|empty|nothing) (if|when|where|as soon as) (one|any|either|one or both|at "
        "least one) [of] [(two|both|them|these|columns|dates|values|parts)] [of them] (is|are) "
        "(missing|null|empty|not known|unknown|blank)"
    ),
    (
        "(null|no value|empty|nothing) (if|when|where) one of (two|both|them|these|two dates|"
        "dates|columns|values) (is|are) (missing|null|empty|not known|unknown|blank)"
    ),
    "(unknown|missing|null) (stays|remains) (unknown|missing|null|empty)",
)


_OPEN = (
    "(null|no value|empty|nothing) (while|as long as|until|if|when|where) {x:any} or {y:any}",
    "(null|no value|empty|nothing) (while|as long as|if|when|where) {x:any}",
    "(null|no value|empty|nothing) {x:any}",
)


def _still_open(piece: Piece, ending: Phrase, main: Phrase, ctx: Context) -> Piece | None:
    """No value while a date of the span is not there, as it is anyway: "null while not delivered"."""
    if not piece.sql.startswith(("date_diff(", "date_sub(", "CASE WHEN date_")) or "coalesce" in piece.sql:
        return None
    slots = next((found for each in _OPEN if (found := ending.match(each))), None)
    if slots is not None and "y" not in slots and _nobody_did(slots["x"], piece, ctx):
        return piece
    tests = [clause_test(slots[name], ctx) for name in ("x", "y") if name in slots] if slots else []
    missing = [test.removesuffix(" IS NULL") for test in tests if test and test.endswith(" IS NULL")]
    return (
        piece if tests and len(missing) == len(tests) and all(each in piece.sql for each in missing) else None
    )


_NOBODY = re.compile(r"^(?:nobody|no one|nothing|none) (?:has |was |is |had )?(?P<verb>[a-z]+)(?: yet)? $")


def _nobody_did(words: Phrase, piece: Piece, ctx: Context) -> bool:
    """Whether words say that what a date of the span tells has not happened: "nobody replied" of `first_reply_at`."""
    found = _NOBODY.match(words.text)
    if found is None or len(found["verb"]) < _SHORTEST_VERB:
        return False
    dates = [c for c in ctx.scope.columns if c.sql in piece.sql]
    told = [c for c in dates if any(part[:4] == found["verb"][:4] for part in name_parts(c.column.name))]
    return len(told) == 1


_SHORTEST_VERB = 4
_BEFORE = (
    "(0|zero|{z:n}) (if|when|where|in case) {x:any} (came|comes|is|was|lies|happened) (before|earlier than) "
    "{y:any}"
)


def _not_before(piece: Piece, ending: Phrase, main: Phrase, ctx: Context) -> Piece | None:
    """Nothing where the end of a span lies before its beginning."""
    slots = ending.match(_BEFORE)
    if slots is None or (slots["z"].marks and number(slots["z"]) != 0):
        return None
    end, start = (column_of(slots["x"], ctx), column_of(slots["y"], ctx)) if slots else (None, None)
    if end is None or start is None or not piece.sql.endswith(f", {start.sql}, {end.sql})"):
        return None
    return Piece(f"CASE WHEN {piece.sql} < 0 THEN 0 ELSE {piece.sql} END", piece.type)


_NO_NO = ("no {x:any} [,] no {y:any} \\( (null|empty|no value) \\)", "no {x:any} [,] no {y:any}")


def _no_no(piece: Piece, ending: Phrase, main: Phrase, ctx: Context) -> Piece | None:
    """No price, no cost: no value where a column is missing, as it is anyway."""
    slots = next((found for each in _NO_NO if (found := ending.match(each))), None)
    column = column_of(slots["x"], ctx) if slots is not None else None
    if column is None or column.sql not in piece.sql or f"coalesce({column.sql}" in piece.sql.lower():
        return None
    return None if f"({column.sql.lower()}, 0)" in piece.sql.lower() else piece


def _either_missing(piece: Piece, ending: Phrase, main: Phrase, ctx: Context) -> Piece | None:
    """No value where a part is missing, as it is anyway."""
    return None if re.search(r"coalesce|greatest|least|sum\(|count\(", piece.sql) else piece


_NONE = (
    (
        "(0|zero|{n}) (if|when|where|in case) (none|no|not|there is none|there are none|there "
        "was none|there were none|there is nothing|nothing|no rows|empty|missing|null|§s is null|"
        "nothing found|not found)"
    ),
    (
        "(if|when|where) (none|there is none|there are none|nothing is found|null|empty|missing|"
        "nothing) [(,|then|:)] [(use|load|set)] (0|zero|{n})"
    ),
    "(none|nothing|no rows) (is|gives|=|->|counts as|means|as|becomes) (0|zero|{n})",
    "(0|zero|{n}) (if|when|where) (there are|there is|there were|there was) no {w:any}",
    "(0|zero|{n}) (if|when|where) (it|they|§s) (has|have|had) (none|no {w:any})",
    "(0|zero|{n}) (if|when|where) {x:any} (has|have|had) no {w:any}",
    "(0|zero|{n}) (if|when|where) no {w:any}",
    "(0|zero|{n}) for {x:any} (without|with no) {w:any}",
    "(0|zero|{n}) (otherwise|else|by default|as default)",
)


def _none_is(piece: Piece, ending: Phrase, main: Phrase, ctx: Context) -> Piece | None:
    """A number where there is nothing."""
    for template in _NONE:
        slots = ending.match(template)
        if slots is None or not _about_nothing(slots, piece, ctx):
            continue
        counts = piece.sql.startswith("count(") and piece.sql.count("(") == piece.sql.count(")")
        slot = slots["n"]
        value = slot.marks[0].token.value if slot.marks else "0"
        if piece.sql == "count(*)" and ctx.only_source is not None:
            return Piece(f"count({ctx.only_source.sql})", piece.type)
        if counts and value == "0" and not re.search(r"\) [-+*/]", piece.sql):
            return piece
        return Piece(f"coalesce({piece.sql}, {value})", piece.type)
    return None


def _about_nothing(slots: dict[str, Phrase], piece: Piece, ctx: Context) -> bool:
    """Whether what there is nothing of are the rows or the values the calculation is about."""
    what = slots.get("w")
    if what is None or not what.marks:
        return True
    column = column_of(what, ctx)
    if column is not None and f"nullif({column.sql.lower()}, 0)" in piece.sql.lower():
        return True
    if column is not None:
        others = [c.sql for c in ctx.scope.columns if c.sql != column.sql and c.sql in piece.sql]
        return column.sql in piece.sql and not others
    return not what.columns and names_rows(what, ctx)


_NEVER = ("(null|no value|empty|nothing) (for|if|when) {x:any} (who|that|which) never {v:any}",)


def _never(piece: Piece, ending: Phrase, main: Phrase, ctx: Context) -> Piece | None:
    """No value where what is divided by never happened, as it is anyway: "who never received one"."""
    divisors = re.findall(r"nullif\((.+?), 0\)", piece.sql)
    slots = ending.match(_NEVER[0])
    verb = slots["v"].text.split() if slots is not None else []
    if (
        len(divisors) != 1
        or not verb
        or len(verb[0]) < _SHORTEST_VERB
        or verb[1:] not in ([], ["one"], ["any"], ["it"])
    ):
        return None
    told = [
        c for c in ctx.scope.columns if any(part[:5] == verb[0][:5] for part in name_parts(c.column.name))
    ]
    used = [c.sql for c in told if c.sql in piece.sql]
    return piece if len(used) == 1 and used[0] in divisors[0] else None


_BASE = "(base|divisor|denominator|total|that total|whole|§s|it|sum|number|count|basis|reference)"
_NULL_IF = (
    (
        "(null|no value|empty|nothing) (if|when|where|in case) (total|sum|number|count|total number) of "
        "{b:any} (is|=|equals|are) "
        "(0|zero|{z:n})"
    ),
    (
        f"(null|no value|empty|nothing|none|leave empty) (if|when|where|in case) [the] {_BASE} "
        f"(is|=|equals) (0|zero|{{z:n}}) [or (null|missing|empty)]"
    ),
    f"(null|no value|empty|nothing) (if|when|where) [the] {_BASE} (is) (null|missing|empty) or (0|zero|{{z:n}})",
    (
        "(null|no value|empty|nothing) (if|when|where|in case) {b:any} (is|=|equals|are) (0|zero|"
        "{z:n}) [or (null|missing|empty)]"
    ),
    (
        "(null|no value|empty|nothing) (if|when|where|in case) {b:any} (is|are) (missing or|"
        "empty or|null or) (0|zero|{z:n})"
    ),
    "(null|no value|empty|nothing) (for|with|at) {b:any} (0|zero|{z:n}) [or (null|missing|empty)]",
    "(null|no value|empty|nothing) (if|when|where) (there is|there are|it has|we have) no {b:any}",
    "(null|no value|empty|nothing) (without|with no|for missing) {b:any}",
    "(null|no value|empty|nothing) (if|when|where) (none|no rows|there is none|there are none|nothing)",
)


_LIMITS = word_set(
    ", ; . : only except unless if when where for before after until of among times plus minus but not"
)
"""Words behind a divisor that say more than that it is zero."""


def _null_if(piece: Piece, ending: Phrase, main: Phrase, ctx: Context) -> Piece | None:
    """No value where the divisor is zero, which a division has anyway; only said of what is divided by."""
    divisors = re.findall(r"nullif\((.+?), 0\)", piece.sql)
    slots = next((found for each in _NULL_IF if (found := ending.match(each))), None)
    if slots is None or not divisors or (slots.get("z") and number(slots["z"]) != 0):
        return None
    what = slots.get("b")
    if what is None or not what.marks:
        return piece
    if what.columns and len(what.marks) > 1:
        if any(mark.text in _LIMITS for mark in what.marks):
            return None
        return piece if all(any(c.sql in each for each in divisors) for c in what.columns) else None
    column = column_of(what, ctx)
    if column is None:
        return (
            piece
            if names_rows(what, ctx) and any(d.startswith(("count(", "sum(")) for d in divisors)
            else None
        )
    return piece if any(column.sql in divisor for divisor in divisors) else None


_MISSING = "(missing|null|nulls|no|empty|blank|unknown|absent)"
_AS_WORDS = (
    "(as|is|=|are|counts as|count as|counted as|counting as|treated as|taken as|means|mean|"
    "->|to be taken as|is treated as|are treated as|is taken as|adds|add|stands for)"
)
_AS_ZERO = (
    (
        f"[(a|any)] {_MISSING} [(values|ones|amounts|numbers|parts|value|amount|number)] "
        f"{_AS_WORDS} (0|zero|nothing|{{n}})"
    ),
    f"[(a|any)] {_MISSING} {{b:any}} {_AS_WORDS} (0|zero|nothing|{{n}})",
    f"{{b:any}} {_MISSING} {_AS_WORDS} (0|zero|{{n}})",
    f"(if|when|where) {{b:any}} is {_MISSING} [(,|then|use|take)] (0|zero|{{n}})",
    f"(treat|treating|taking|take|counting|count) {_MISSING} [(values|ones|amounts)] as (0|zero|{{n}})",
    f"(treat|treating|taking|take|counting|count) {_MISSING} {{b:any}} as (0|zero|{{n}})",
)


def _missing_as(piece: Piece, ending: Phrase, main: Phrase, ctx: Context) -> Piece | None:
    """Missing values of one column, or of all that the calculation is about, as a number."""
    for template in _AS_ZERO:
        slots = ending.match(template)
        if slots is None:
            continue
        named = column_of(slots["b"], ctx) if "b" in slots and slots["b"].marks else None
        if named is None and ctx.only_source is not None and "b" in slots and _names_target(slots["b"], ctx):
            named = column_piece(ctx.only_source)
        if "b" in slots and slots["b"].marks and named is None:
            continue
        columns = [named.sql] if named else _meant(ending, main, ctx)
        value = fixed(slots["n"]) if slots["n"].marks else None
        sql = piece.sql
        for column in columns:
            sql = _or_zero(sql, column, value.sql if value else "0")
        return Piece(sql, piece.type) if sql != piece.sql else None
    return None


def _names_target(noun: Phrase, ctx: Context) -> bool:
    """Whether a noun is what the target's column is called."""
    name = ctx.mapping.name if ctx.mapping is not None else ""
    return bool(name) and tuple(noun.text.split()) == name_parts(name)


def _meant(ending: Phrase, main: Phrase, ctx: Context) -> list[str]:
    """The columns that missing values are spoken of: the one before a bracket, or all of the calculation."""
    before = ending.source[: ending.marks[0].token.start].rstrip()
    if before.endswith("(") and main.marks[-1].column is not None:
        return [main.marks[-1].column.sql]
    columns = dict.fromkeys((*main.columns, *ctx.scope.sources))
    return [column.sql for column in columns if column_piece(column).family is not Family.TEXT]


def _or_zero(sql: str, column: str, value: str) -> str:
    """The SQL with that value in the column's place where it has none."""
    return re.sub(rf"(?<![\w.\"]){re.escape(column)}(?![\w\"])", f"coalesce({column}, {value})", sql)


_TOTALS = (
    "(over|across|for|in|of) (all|all rows|all lines|all records|all of them|all {w:word})",
    "in all",
    "in total",
    "all together",
    "altogether",
)


def _overall(piece: Piece, ending: Phrase, main: Phrase, ctx: Context) -> Piece | None:
    """A total that is said to be over all rows."""
    return piece if ctx.scope.aggregate else None


_DOWN = (
    "(rounded|round|rounding|cut|truncated) (down|off) [to] [(whole|full)] [(number|integer|units|numbers)]",
    "(rounded|round|rounding) up [to] [(whole|full)] [(number|integer|units|numbers)]",
)


def _cut_off(piece: Piece, ending: Phrase, main: Phrase, ctx: Context) -> Piece | None:
    """Rounded down or up to a whole number."""
    if is_integer(piece.type):
        return None
    return Piece(f"{'ceil' if ending.match(_DOWN[0]) is None else 'floor'}({piece.sql})", piece.type)


_WORDS: dict[Ending, tuple[str, ...]] = {
    _rounded: _ROUNDED,
    _scaled: _MORE,
    _signed: _SIGN,
    _bounded: _LOW + _HIGH,
    _none_is: _NONE,
    _null_if: _NULL_IF,
    _missing_as: _AS_ZERO,
    _overall: _TOTALS,
    _cut_off: _DOWN,
    _either_missing: _EITHER,
    _no_no: _NO_NO,
    _still_open: _OPEN,
    _never: _NEVER,
    _not_before: (_BEFORE,),
}
_ENDINGS = tuple(_WORDS)

"""What is computed over a window once its parts are taken out: a number, a rank, a total, the value of another row.

A core may stand in a calculation with values of the row itself; at least one side of it is a window.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.frames import DATED
from signoff.core.generate.patterns.gathered.nouns import dates_of, is_rows, key_sql, named_column
from signoff.core.generate.patterns.gathered.spans import trimmed
from signoff.core.generate.patterns.gathered.window_parts import Order, Parts
from signoff.core.generate.patterns.gathered.words import EARLY, FUNCTIONS, LATE
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.patterns.spans import Match, cut, matched
from signoff.core.generate.types import Family

_ANY = r"(?:\S+ )+"
_DO = r"(?:(?:calculate|compute|take|get|give|show|assign|generate|derive|load|use|set) )?"
_COUNTER = (
    r"(?:running number|sequence number|sequential number|consecutive number|serial number|ordinal number|"
    r"row number|row_number|"
    r"running count|counter|sequence|ordinal|running index|index|position|place in sequence|numbering|"
    r"count up|count down|count)"
)
_PREVIOUS = r"(?:previous|prior|preceding|foregoing)"
_SINCE = r"(?:previous|prior|preceding|foregoing|last)"
_NEXT = r"(?:next|following|subsequent|coming)"
_TOTAL = r"(?:running|cumulative|cumulated|accumulated|progressive|rolling)"
_RUN = "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW"
_RUN_BEFORE = "ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING"
_UNITS = {"day": "day", "hour": "hour", "minute": "minute", "second": "second", "week": "week"}


def core_piece(body: Phrase, parts: Parts, ctx: Context) -> Piece | None:
    """The window that a phrase without its parts is; None where a word of it is left over."""
    plain = trimmed(body)
    for read in _CORES:
        made = read(plain, parts, ctx)
        if made is not None:
            return made
    return None


def calculated(
    body: Phrase, parts: Parts, ctx: Context, scalar: Callable[[Phrase], Piece | None]
) -> Piece | None:
    """A window, or a calculation of windows and values of the row itself."""
    made = core_piece(body, parts, ctx)
    if made is not None:
        return made
    plain = trimmed(body)
    between = matched(rf"(?:difference|change) (?:between|of) (?P<a>{_ANY}?)(?:and|to) (?P<b>{_ANY})", plain)
    if between is not None:
        return _joined(
            "-", _side(between.part("a"), parts, ctx, scalar), _side(between.part("b"), parts, ctx, scalar)
        )
    percent = matched(
        rf"(?P<a>{_ANY}?)(?:as|in) (?:a )?(?:percentage|percent|%|per cent) of (?P<b>{_ANY})", plain
    )
    if percent is not None:
        return _percent(
            _side(percent.part("a"), parts, ctx, scalar), _side(percent.part("b"), parts, ctx, scalar)
        )
    share = matched(
        (
            rf"(?P<p>percentage|percent|%|share|part|fraction|proportion) of (?P<a>{_ANY}?)in "
            rf"(?P<b>{_ANY}?)(?P<pc>(?:, |\( )?(?:in|as) (?:percent|%|percentage) (?:\) )?)?"
        ),
        plain,
    )
    if share is not None:
        sides = (
            _side(_own_row(share.part("a"), ctx), parts, ctx, scalar),
            _side(share.part("b"), parts, ctx, scalar),
        )
        return (
            _percent(*sides)
            if share.has("pc") or share.text("p") in ("percentage", "percent", "%")
            else _joined("/", *sides)
        )
    for signs in (("minus", "-", "less", "plus", "+"), ("/", "divided", "*", "times", "x")):
        for at in range(len(plain.marks) - 2, 0, -1):
            if plain.marks[at].text not in signs or _depth(plain, at):
                continue
            last = (
                at + 2 if plain.marks[at].text == "divided" and plain.marks[at + 1].text == "by" else at + 1
            )
            sides = _side(cut(plain, 0, at), parts, ctx, scalar), _side(cut(plain, last), parts, ctx, scalar)
            made = _joined(_SIGNS[plain.marks[at].text], *sides)
            if made is not None:
                return made
    return None


_SIGNS = {
    "minus": "-",
    "-": "-",
    "less": "-",
    "plus": "+",
    "+": "+",
    "/": "/",
    "divided": "/",
    "*": "*",
    "times": "*",
    "x": "*",
}


def _own_row(phrase: Phrase, ctx: Context) -> Phrase:
    """The phrase without "the order's" or "of the order" where that names the row itself."""
    owner = matched(rf"(?P<r>[^\W\d]\w* )' (?:s )?(?P<v>{_ANY})", phrase) or matched(
        rf"(?P<v>{_ANY}?)of (?:this |§s |its )?(?P<r>[^\W\d]\w* )", phrase
    )
    return owner.part("v") if owner is not None and is_rows(owner.text("r"), ctx) else phrase


def _depth(phrase: Phrase, at: int) -> int:
    return sum((m.text == "(") - (m.text == ")") for m in phrase.marks[:at])


def _side(
    phrase: Phrase, parts: Parts, ctx: Context, scalar: Callable[[Phrase], Piece | None]
) -> Piece | None:
    """One side of a calculation: a window, or a value of the row."""
    plain = trimmed(phrase)
    if not plain.marks:
        return None
    inner = plain.match("\\( {v:any} \\)")
    plain = inner["v"] if inner is not None and _depth(plain, len(plain.marks) - 1) == 1 else plain
    plain = _own_row(plain, ctx)
    made = calculated(plain, replace(parts, default="") if not parts.default else parts, ctx, scalar)
    return made or scalar(plain)


def _joined(sign: str, left: Piece | None, right: Piece | None) -> Piece | None:
    if left is None or right is None or left.sql == right.sql:
        return None
    if not (" OVER (" in left.sql or " OVER (" in right.sql):
        return None
    if {left.family, right.family} != {Family.NUMBER}:
        return None
    one = f"({left.sql})" if sign in "*/" and _is_sum(left.sql) else left.sql
    two = f"({right.sql})" if sign in "*/-" and _is_sum(right.sql) else right.sql
    if sign == "/":
        whole = all("INT" in each.type for each in (left, right))
        return Piece(f"{one}{' * 1.0' if whole else ''} / nullif({two}, 0)", "DOUBLE")
    return Piece(f"{one} {sign} {two}", left.type if left.type == right.type else "DOUBLE")


def _is_sum(sql: str) -> bool:
    outside, before = sql, ""
    while outside != before:
        before, outside = outside, re.sub(r"\([^()]*\)", "", outside)
    return re.search(r" [-+*/] ", outside) is not None


def _percent(left: Piece | None, right: Piece | None) -> Piece | None:
    made = _joined("/", left, right)
    if made is None or left is None:
        return None
    return Piece(f"100.0 * {made.sql}", "DOUBLE")


def _is_row(slot: Phrase, ctx: Context, singular_only: bool = False) -> bool:
    """Whether a noun stands for the rows; nothing said does."""
    words = [
        w
        for w in slot.text.split()
        if w not in ("this", "§s", "same", "single", "all", "each", "its", "one", "of", "for", "row")
    ]
    return (
        all(is_rows(word, ctx) and not (singular_only and _plural(word)) for word in words)
        and len(words) <= 1
    )


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def _order(parts: Parts, ctx: Context, *, value: Piece | None = None) -> Order:
    """The order that is said, or else the only date there is."""
    if parts.order:
        return parts.order
    dates = [value] if value is not None and value.family in DATED else dates_of(ctx)
    return ((dates[0], parts.way),) if len(dates) == 1 else ()


def _number(body: Phrase, parts: Parts, ctx: Context) -> Piece | None:
    """The number of a row among its fellows."""
    found = (
        matched(rf"{_DO}{_COUNTER} ?(?:(?:of|for) )?(?P<r>(?:\S+ )*?)", body)
        or matched(rf"{_DO}(?:number|enumerate|count|numbering) (?P<r>{_ANY}?)", body)
        or matched(rf"{_DO}(?P<r>{_ANY}?)(?:are |is )?(?:numbered|counted|enumerated) ", body)
    )
    if not body.marks and parts.starts:
        rows = cut(body, 0)
    elif found is not None:
        rows = found.part("r")
    else:
        return None
    order = parts.order
    if (
        not order
        or not _is_row(rows, ctx)
        or parts.default
        or parts.included is not None
        or parts.last
        or parts.ties
    ):
        return None
    if body.text.startswith("number of "):
        return None
    if body.text.startswith("count down") and not order[0][1]:
        return None
    if body.text.startswith(("position", "place")) and order[0][0].family is Family.NUMBER:
        return None
    return Piece(f"row_number() {parts.over(order)}", "BIGINT")


def _nth(body: Phrase, parts: Parts, ctx: Context) -> Piece | None:
    """The number of a row that is counted out: "1 for the first order, 2 for the second, and so on"."""
    found = matched(
        (
            rf"§n for (?P<w>{EARLY}|{LATE}) (?P<r>[^\W\d]\w* )?(?:, |; )?§n for second (?P<q>[^\W\d]\w* "
            rf")?(?:(?:, |; )?§n for third (?:[^\W\d]\w* )?)?(?:, |; |and |… |\. |etc |so |on |forth )*"
        ),
        body,
    )
    ones = [m.token.value for m in body.marks if m.text == "§n"]
    order = _order(parts, ctx)
    if found is None or ones[:2] != ["1", "2"] or not order or order[0][1]:
        return None
    if not all(_is_row(found.part(name), ctx) for name in ("r", "q")):
        return None
    late = re.fullmatch(LATE, found.text("w")) is not None and re.fullmatch(EARLY, found.text("w")) is None
    told = tuple((piece, late != bool(down)) for piece, down in order)
    return Piece(f"row_number() {parts.over(told)}", "BIGINT")


def _rank(body: Phrase, parts: Parts, ctx: Context) -> Piece | None:
    found = matched(
        r"(?P<d>dense )?(?:rank|ranking|place|standing|position)(?: number)?(?: (?:of|for) (?P<r>(?:\S+ )*?))?",
        Phrase(body.marks, body.source),
    ) or matched(
        r"(?P<d>dense )?(?:rank|ranking|place|standing|position) ?(?:number )?(?:(?:of|for) )?(?P<r>(?:\S+ )*?)",
        body,
    )
    if found is None or not parts.order or parts.order[0][1] is None or not _is_row(found.part("r"), ctx):
        return None
    function = parts.ties or ("dense_rank" if found.has("d") else "rank")
    return Piece(f"{function}() {parts.over()}", "BIGINT")


def _running(body: Phrase, parts: Parts, ctx: Context) -> Piece | None:
    """A total that grows from row to row."""
    found = matched(
        rf"{_TOTAL} (?:total|sum|amount|balance|totals) (?:of |over |: )?(?P<v>{_ANY})", body
    ) or matched(
        rf"(?P<v>{_ANY}?)(?:cumulated|accumulated|added up|summed up|running total|cumulatively) ", body
    )
    value = _amount(found.part("v"), ctx) if found is not None else None
    if (
        found is None
        and parts.included
        and body.columns
        and len(body.marks) == len(trimmed(parts.rest).marks) == 1
    ):
        value = _amount(body, ctx)
    if value is None or not parts.order or parts.last:
        return None
    frame = _RUN_BEFORE if parts.included is False else _RUN
    return _defaulted(Piece(f"sum({value.sql}) {parts.over(frame=frame)}", value.type), parts)


def _counted(body: Phrase, parts: Parts, ctx: Context) -> Piece | None:
    """How many rows of the same thing there are, or were so far."""
    found = matched(
        (
            rf"(?:total |overall )?(?:number of|count of|how many|no \. of|#) (?P<r>{_ANY}?)(?:(?:there are|"
            rf"has|have|in all|in total|altogether) )*"
        ),
        body,
    )
    so_far = matched(r"(?P<r>[^\W\d]\w* )", body) if found is None and parts.included is not None else None
    counted = found or so_far
    rows = counted.part("r") if counted is not None else None
    words = rows.text.split() if rows is not None else []
    if (
        rows is None
        or not parts.keys
        or not words
        or not _plural(words[-1])
        or not is_rows(words[-1], ctx)
        or not _is_row(rows, ctx)
    ):
        return None
    key = key_sql(words[-1], ctx) or "*"
    if parts.order or parts.included is not None:
        if not parts.order or parts.included is None or parts.last:
            return None
        return Piece(f"count({key}) {parts.over(frame=_RUN if parts.included else _RUN_BEFORE)}", "BIGINT")
    return None if parts.last else Piece(f"count({key}) {parts.over(())}", "BIGINT")


def _total(body: Phrase, parts: Parts, ctx: Context) -> Piece | None:
    """What all rows of the same thing come to, or the last so many."""
    for function, words in FUNCTIONS:
        found = matched(
            (
                rf"(?:overall |moving |rolling )?{words} (?:of |over |for )?(?:all )?(?P<v>{_ANY}?)"
                rf"(?:(?:of|over|for|in|among|"
                rf"across) (?:all )?(?P<r>[^\W\d]\w* ))?"
            ),
            body,
        )
        value = _amount(found.part("v"), ctx, function) if found is not None else None
        if found is None or value is None or not parts.keys or not _is_row(found.part("r"), ctx):
            continue
        if found.has("r") and not _plural(found.text("r")):
            continue
        kind = "DOUBLE" if function == "avg" else value.type
        if parts.last:
            if not parts.order or parts.included is None:
                return None
            first, end = (parts.last - 1, "CURRENT ROW") if parts.included else (parts.last, "1 PRECEDING")
            return Piece(
                f"{function}({value.sql}) {parts.over(frame=f'ROWS BETWEEN {first} PRECEDING AND {end}')}",
                kind,
            )
        if parts.order or parts.included is not None:
            return None
        return _defaulted(Piece(f"{function}({value.sql}) {parts.over(())}", kind), parts)
    return None


def _amount(slot: Phrase, ctx: Context, function: str = "sum") -> Piece | None:
    column = named_column(slot, ctx)
    piece = column_piece(column) if column is not None else None
    if (
        piece is None
        and len(slot.marks) > 2
        and slot.columns
        and not re.search(r"\b(?:and|or|,)\b", slot.text)
    ):
        piece = ctx.value(slot)
    if piece is None or piece.literal is not None or " OVER (" in piece.sql:
        return None
    numbers = piece.family is Family.NUMBER
    return piece if numbers or (function in ("max", "min") and piece.family in DATED) else None


def _beside(body: Phrase, parts: Parts, ctx: Context) -> Piece | None:
    """The value in the row before, or in the one after."""
    shapes = (
        (rf"{_PREVIOUS} (?:value of )?(?P<v>{_ANY})", "lag"),
        (rf"(?P<v>{_ANY}?)(?:of|from|in|on|at) {_PREVIOUS} (?P<r>(?:\S+ )?)", "lag"),
        (
            (
                rf"(?P<v>{_ANY}?)(?:of|from|in|on|at) (?P<r>(?:\S+ )?)(?:directly |just |immediately |right "
                rf")?before (?:this one |§s one |it |§s |that )?"
            ),
            "lag",
        ),
        (
            (
                rf"(?P<v>{_ANY}?)(?:of|from|in|on|at) (?P<r>(?:\S+ )?)(?:placed |made |booked |done |taken |"
                rf"that came |which came )(?:directly |just )?before (?:this one |§s one |it |§s )?"
            ),
            "lag",
        ),
        (rf"(?P<v>{_ANY}?)(?:worked in|was in|held|had|lived in|was at|belonged to) before ", "lag"),
        (rf"{_NEXT} (?:value of )?(?P<v>{_ANY})", "lead"),
        (rf"(?P<v>{_ANY}?)(?:of|from|in|on|at) {_NEXT} (?P<r>(?:\S+ )?)", "lead"),
        (
            (
                rf"(?P<v>{_ANY}?)(?:of|from|in|on|at) (?P<r>(?:\S+ )?)(?:directly |just |immediately |right "
                rf")?after (?:this one |§s one |it |§s |that )?"
            ),
            "lead",
        ),
        (
            (
                rf"(?P<v>{_ANY}?)(?:of|from|in|on|at) (?P<r>(?:\S+ )?)(?:placed |made |booked |done |taken |"
                rf"that came |which came )(?:directly |just )?after (?:this one |§s one |it |§s )?"
            ),
            "lead",
        ),
    )
    for shape, function in shapes:
        found = matched(shape, body)
        if found is None or not _is_row(found.part("r"), ctx):
            continue
        column = named_column(found.part("v"), ctx)
        piece = column_piece(column) if column is not None else None
        order = _order(parts, ctx, value=piece) if piece is not None else ()
        if piece is None or not order or not parts.keys or parts.included is not None or parts.last:
            continue
        return _defaulted(Piece(f"{function}({piece.sql}) {parts.over(order)}", piece.type), parts)
    return None


def _day_before(body: Phrase, parts: Parts, ctx: Context) -> Piece | None:
    """The day before the next row begins."""
    found = matched(rf"(?:one |§n )?day before (?P<v>{_ANY})", body)
    inner = (
        _beside(found.part("v"), replace(parts, default="", nothing=False), ctx)
        if found is not None
        else None
    )
    if found is None or inner is None or inner.family not in DATED:
        return None
    if any(m.token.value != "1" for m in body.marks if m.text == "§n"):
        return None
    return _defaulted(Piece(f"CAST({inner.sql} - INTERVAL 1 DAY AS DATE)", "DATE"), parts)


def _end(body: Phrase, parts: Parts, ctx: Context) -> Piece | None:
    """The value of the first or last row; of a date itself the least or the greatest."""
    for words, late in ((EARLY, False), (LATE, True)):
        for shape in (
            rf"(?P<v>{_ANY}?)(?:of|from|in|on|at) {words} (?P<r>(?:\S+ )?)",
            rf"{words} (?:value of )?(?P<v>{_ANY})",
        ):
            found = matched(shape, body)
            column = (
                named_column(found.part("v"), ctx)
                if found is not None and _is_row(found.part("r"), ctx)
                else None
            )
            if found is None or column is None or not parts.keys or parts.included is not None or parts.last:
                continue
            piece = column_piece(column)
            order = parts.order
            if piece.family in DATED and (not order or order[0][0].sql == piece.sql):
                return Piece(f"{'max' if late else 'min'}({piece.sql}) {parts.over(())}", piece.type)
            order = _order(parts, ctx)
            if not order or order[0][0].sql == piece.sql or order[0][1]:
                return None
            told = tuple((p, late != bool(down)) for p, down in order)
            return _defaulted(Piece(f"first_value({piece.sql}) {parts.over(told)}", piece.type), parts)
    return None


def _span(body: Phrase, parts: Parts, ctx: Context) -> Piece | None:
    """The time since the row before, or until the one after."""
    for pattern, function in (
        (
            (
                rf"(?:number of |whole |full )*(?P<u>days|hours|minutes|seconds|weeks) (?:since|after|from|"
                rf"passed since|elapsed since) {_SINCE} (?P<r>(?:\S+ )?)(?:\( (?P<c>\S+ )\) )?"
            ),
            "lag",
        ),
        (
            (
                rf"(?:number of |whole |full )*(?P<u>days|hours|minutes|seconds|weeks) between (?:§s |this |it "
                rf")?(?P<q>(?:\S+ )?)and {_SINCE} (?P<r>(?:\S+ )?)(?:\( (?P<c>\S+ )\) )?"
            ),
            "lag",
        ),
        (
            (
                rf"(?:number of |whole |full )*(?P<u>days|hours|minutes|seconds|weeks) between (?:§s |this |it "
                rf")?(?P<q>(?:\S+ )?)and {_NEXT} (?P<r>(?:\S+ )?)(?:\( (?P<c>\S+ )\) )?"
            ),
            "lead",
        ),
        (
            (
                rf"(?:number of |whole |full )*(?P<u>days|hours|minutes|seconds|weeks) (?:until|to|till|"
                rf"before) {_NEXT} (?P<r>(?:\S+ )?)(?:\( (?P<c>\S+ )\) )?"
            ),
            "lead",
        ),
    ):
        found = matched(pattern, body)
        if (
            found is None
            or not _is_row(found.part("r"), ctx)
            or not _is_row(found.part("q"), ctx)
            or not parts.keys
            or parts.included is not None
        ):
            continue
        column = named_column(found.part("c"), ctx, DATED) if found.has("c") else None
        order = parts.order or (((column_piece(column), None),) if column is not None else _order(parts, ctx))
        own = column_piece(column) if column is not None else order[0][0] if order else None
        if own is None or own.family not in DATED or not order or order[0][1]:
            return None
        other = f"{function}({own.sql}) {parts.over(order)}"
        ends = (other, own.sql) if function == "lag" else (own.sql, other)
        unit = _UNITS[found.text("u").removesuffix("s")]
        return _defaulted(Piece(f"date_diff('{unit}', {ends[0]}, {ends[1]})", "BIGINT"), parts)
    return None


def _defaulted(piece: Piece, parts: Parts) -> Piece:
    return Piece(f"coalesce({piece.sql}, {parts.default})", piece.type) if parts.default else piece


_Reader = Callable[[Phrase, Parts, Context], "Piece | None"]
_CORES: tuple[_Reader, ...] = (
    _nth,
    _number,
    _rank,
    _running,
    _counted,
    _total,
    _day_before,
    _span,
    _beside,
    _end,
)
__all__ = ["Match", "calculated", "core_piece"]

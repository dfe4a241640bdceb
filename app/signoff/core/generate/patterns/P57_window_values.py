"""What a row is beside its fellows: its share of their total, its difference to the one before, whether it is the last.

"share of the country's total", "net minus the average net of the same country", "days since the customer's previous
order", "Y if it is the latest per customer".
"""

from __future__ import annotations

import re

from signoff.core.domain.sentences import say
from signoff.core.generate.patterns.column_nouns import column_of, names_rows
from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.frames import DATED
from signoff.core.generate.patterns.P56_spoken_windows import over, window_of
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece, quoted_text, unified
from signoff.core.generate.patterns.window_speech import Told, told_windows
from signoff.core.generate.types import Family, family_of

NAME = "P57 window values"

_TOTALS = (
    ("(sum|total|overall sum|grand total|total sum|overall total) [(of|over|for)] {v:any}", "sum"),
    ("(average|avg|mean|average value) [(of|over|for)] {v:any}", "avg"),
    ("(max|maximum|highest|largest|greatest|biggest) [(of|over|for)] {v:any}", "max"),
    ("(min|minimum|lowest|smallest|least) [(of|over|for)] {v:any}", "min"),
    ("{v:any} (summed up|summed|added up|in total)", "sum"),
)
_COUNTS = (
    "(number|count|total number|no .|#) [of] [all] {q:any}",
    "how many {q:any} [(there are|are there|exist)]",
)
_PERCENT = "(percentage|percent|%|per cent|share in percent|share in %|percentage share)"
_SHARES = (
    (
        (
            f"{_PERCENT} [of] [{{v:any}}] (in|of|from|to) [its] (total|sum|overall total|overall sum|total sum) "
            f"[(of|in)] [{{w:some}}]"
        ),
        100,
    ),
    (
        f"{{v:any}} (as|in) [a] {_PERCENT} of [its] (total|sum|overall total|overall sum) [(of|in)] [{{w:some}}]",
        100,
    ),
    (f"{_PERCENT} [of] (total|sum) {{v:any}}", 100),
    (
        (
            "(share|fraction|proportion|part|portion|ratio) [of] {v:any} (in|of|from|to|on|within|relative to) "
            "[its] (total|sum|overall total|overall sum|total sum|whole) [(of|in)] [{w:some}]"
        ),
        1,
    ),
    (
        (
            "{v:any} (divided by|/|as share of|as a share of|as fraction of|over|relative to) [its] (total|sum|"
            "overall total|overall sum|total sum) [(of|in)] [{w:some}]"
        ),
        1,
    ),
)
_TIMES = "{n:n} (\\*|times|x) {rest:any}"
_OF_ALL = re.compile(
    r" (?:of|over|across|for|in) (?:all|all rows|everything|the whole table|whole table|all [^\W\d]\w*) $"
)
_DIFFERENCES = (
    "{a:any} (minus|less|-|compared with|compared to|vs|vs .|versus) {b:any}",
    (
        "(difference|change|delta|increase|growth) (of|in|between) {a:any} (and|to|from|vs|vs .|versus|compared "
        "to|compared with|against|over) {b:any}"
    ),
)
_TO_PREVIOUS = (
    (
        "(difference|change|delta|increase|growth) [(of|in)] {v:any} (to|from|vs|vs .|versus|compared to|compared "
        "with|against|over|since) (previous|prior|preceding|last) [{q:any}]"
    ),
    (
        "(difference|change|delta) (to|from|vs|versus|compared to|compared with|against) (previous|prior|"
        "preceding|last) [value of] {v:any}"
    ),
)
_SPANS = (
    (
        (
            "[(number of|elapsed|full|whole)] {u:word} [(elapsed|passed|gone by)] (since|after|from) (previous|"
            "prior|preceding|last) {q:any}"
        ),
        "lag",
    ),
    (
        "[(number of|full|whole)] {u:word} (until|to|till|up to|before) (next|following|subsequent) {q:any}",
        "lead",
    ),
    ("{v:any} (minus|-|less) (previous|prior|preceding|last) {w:any} [,] (in|as) {u:word}", "lag"),
    (
        "[(number of|full|whole)] {u:word} between (previous|prior|preceding|last) {q:any} and (this|it|this one|§s)",
        "lag",
    ),
    (
        (
            "[(number of|full|whole)] {u:word} between (this|it|this one|§s|current|current one) [{x:some}] and "
            "(previous|prior|preceding|last) {q:any}"
        ),
        "lag",
    ),
    ("[(number of|full|whole)] {u:word} between {v:any} and (previous|prior|preceding|last) {w:any}", "lag"),
)
_UNITS = {"day": "day", "hour": "hour", "minute": "minute", "second": "second", "week": "week"}
_FIRST = "(first|earliest|oldest|very first|initial)"
_LAST = "(latest|last|newest|most recent|current|very last)"
_FLAGS = tuple(
    (template, late)
    for words, late in ((_FIRST, False), (_LAST, True))
    for template in (
        f"{{l}} [,] (if|when|for|where|on) [(§s|it|this|this one|row)] [is] {words} [{{q:any}}]",
        f"{{l:word}} [,] (if|when|for|where|on) [(§s|it|this|this one|row)] [is] {words} [{{q:any}}]",
        (
            f"(flag|whether|flag for|flag whether|indicates whether|indicator for|marks|is|mark) [(§s|it|this|"
            f"this one|row)] [is] {words} [{{q:any}}]"
        ),
    )
)
_ELSE = re.compile(
    r"(?:,|;)? ?(?:and )?(?:else|otherwise|all others|others|rest|for all others) (?:: |= |are |is )?(?P<e>\S+) $"
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The value, when every word of the phrase belongs to one of its parts."""
    if ctx.scope.aggregate or ctx.depth > 2 or not 2 <= len(phrase.marks) <= 40:
        return None
    flag = _flag(phrase, ctx)
    if flag is not None:
        return flag
    for told in told_windows(phrase, ctx):
        for made in (_share, _to_previous, _span, _total, _count):
            piece = made(told.rest, told, ctx)
            if piece is not None:
                return piece
    return _difference(phrase, ctx)


def _trim(phrase: Phrase) -> Phrase:
    marks = phrase.marks
    while marks and marks[-1].text in (",", ";", ":", "."):
        marks = marks[:-1]
    return Phrase(marks, phrase.source)


def _number(slot: Phrase, ctx: Context) -> Piece | None:
    piece = column_of(slot, ctx) if slot.marks else None
    return piece if piece is not None and piece.family is Family.NUMBER else None


def _total(rest: Phrase, told: Told, ctx: Context) -> Piece | None:
    """What all rows of the same thing come to; only where it is said of which thing."""
    if not told.keys or told.order:
        return None
    for template, function in _TOTALS:
        slots = _trim(rest).match(template)
        value = column_of(slots["v"], ctx) if slots else None
        if value is None or (function in ("sum", "avg") and value.family is not Family.NUMBER):
            continue
        return Piece(
            f"{function}({value.sql}) {over(told, ())}", "DOUBLE" if function == "avg" else value.type
        )
    return None


def _count(rest: Phrase, told: Told, ctx: Context) -> Piece | None:
    if not told.keys or told.order:
        return None
    slots = next((found for each in _COUNTS if (found := _trim(rest).match(each))), None)
    if slots is None or not names_rows(slots["q"], ctx):
        return None
    return Piece(f"count(*) {over(told, ())}", "BIGINT")


def _share(rest: Phrase, told: Told, ctx: Context) -> Piece | None:
    if told.order:
        return None
    plain = _trim(rest)
    everything = _OF_ALL.search(plain.text)
    whole = plain.cut(0, everything.start() + 1) if everything else plain
    if not told.keys and everything is None:
        return None
    times = whole.match(_TIMES)
    if times is not None and times["n"].marks[0].token.value == "100":
        inner = _share(times["rest"], told, ctx)
        return Piece(inner.sql.replace("* 1.0 /", "* 100.0 /"), "DOUBLE") if inner is not None else None
    for template, factor in _SHARES:
        slots = whole.match(template)
        if slots is None:
            continue
        own = _number(slots["v"], ctx) or (_only_number(ctx) if not slots["v"].marks else None)
        again = slots.get("w")
        of = own if again is None or not again.marks else _number(again, ctx)
        if own is None or of is None or of.sql != own.sql:
            continue
        head = f"{own.sql} * 100.0" if factor == 100 else f"{own.sql} * 1.0"
        return Piece(f"{head} / nullif(sum({own.sql}) {over(told, ())}, 0)", "DOUBLE")
    return None


def _only_number(ctx: Context) -> Piece | None:
    numbers = [c for c in map(column_piece, ctx.scope.sources) if c.family is Family.NUMBER]
    return numbers[0] if len(numbers) == 1 else None


def _to_previous(rest: Phrase, told: Told, ctx: Context) -> Piece | None:
    """The difference to the row before, in one noun: "change in amount vs previous order"."""
    for template in _TO_PREVIOUS:
        slots = _trim(rest).match(template)
        value = _number(slots["v"], ctx) if slots else None
        if slots is None or value is None or not told.keys:
            continue
        if (
            "q" in slots
            and slots["q"].marks
            and not names_rows(slots["q"], ctx)
            and slots["q"].text.strip() not in ("one", "value")
        ):
            continue
        order = told.order or _only_day(told, ctx)
        if not order:
            return None
        before = f"lag({value.sql}) {over(told, order)}"
        before = f"coalesce({before}, {told.default})" if told.default else before
        return Piece(f"{value.sql} - {before}", value.type)
    return None


def _only_day(told: Told, ctx: Context) -> tuple[tuple[Piece, bool | None], ...]:
    days = [c for c in map(column_piece, ctx.scope.sources) if c.family in DATED]
    return ((days[0], told.way),) if len(days) == 1 else ()


def _span(rest: Phrase, told: Told, ctx: Context) -> Piece | None:
    """The time since the row before or until the next one."""
    for template, function in _SPANS:
        slots = _trim(rest).match(template)
        unit = _UNITS.get(slots["u"].text.strip().removesuffix("s")) if slots else None
        if slots is None or unit is None or not told.keys:
            continue
        named = [column_of(slots[name], ctx) for name in ("v", "w") if name in slots]
        rows = slots.get("q")
        if any(piece is None for piece in named) or len({piece.sql for piece in named if piece}) > 1:
            continue
        if (
            rows is not None
            and not names_rows(rows, ctx)
            and column_of(rows, ctx) is None
            and rows.text.strip() != "one"
        ):
            continue
        order = told.order or (
            ((named[0], None),) if named and named[0] is not None else _only_day(told, ctx)
        )
        own = named[0] if named and named[0] is not None else order[0][0] if order else None
        if own is None or own.family not in DATED or (order and order[0][1]):
            continue
        other = f"{function}({own.sql}) {over(told, order)}"
        ends = (other, own.sql) if function == "lag" else (own.sql, other)
        sql = f"date_diff('{unit}', {ends[0]}, {ends[1]})"
        ctx.remark("D36", say("assumed.equal_rows"))
        return Piece(f"coalesce({sql}, {told.default})" if told.default else sql, "BIGINT")
    return None


def _difference(phrase: Phrase, ctx: Context) -> Piece | None:
    """A row's own value less one of other rows: a total, an average, the one before."""
    for template in _DIFFERENCES:
        slots = phrase.match(template)
        own = _number(slots["a"], ctx) if slots else None
        other = _of_others(slots["b"], ctx) if slots and own is not None else None
        if own is not None and other is not None and other.family is Family.NUMBER:
            return Piece(f"{own.sql} - {other.sql}", "DOUBLE")
    return None


def _of_others(phrase: Phrase, ctx: Context) -> Piece | None:
    for told in told_windows(phrase, ctx):
        piece = _total(told.rest, told, ctx) or (window_of(told, ctx) if told.keys else None)
        if piece is not None:
            return piece
    return None


def _flag(phrase: Phrase, ctx: Context) -> Piece | None:
    """Whether the row is the first or last of its thing."""
    found = _ELSE.search(phrase.text)
    main = (
        phrase.cut(0, found.start() + (phrase.text[found.start()] == " "))
        if found and found.start()
        else phrase
    )
    other = _fixed(phrase.cut(found.start("e"), len(phrase.text))) if found else None
    if found is not None and other is None:
        return None
    for told in told_windows(main, ctx):
        for template, late in _FLAGS:
            slots = _trim(told.rest).match(template)
            one = _fixed(slots["l"]) if slots and "l" in slots else quoted_text("true")
            rows = slots.get("q") if slots else None
            if (
                slots is None
                or one is None
                or not told.keys
                or (rows is not None and rows.marks and not rows.columns and not names_rows(rows, ctx))
            ):
                continue
            named = column_of(rows, ctx) if rows is not None and rows.columns else None
            if (
                rows is not None
                and rows.columns
                and (named is None or named.family not in DATED or told.order)
            ):
                continue
            order = ((named, None),) if named is not None else told.order or _only_day(told, ctx)
            if not order or told.default:
                return None
            flipped = tuple((piece, late != bool(down)) for piece, down in order)
            ctx.remark("D36", say("assumed.equal_rows"))
            return _valued(f"row_number() {over(told, flipped)} = 1", one, other, ctx)
    return None


def _fixed(slot: Phrase) -> Piece | None:
    made = fixed(slot)
    raw = slot.raw
    word = (
        len(slot.marks) == 1
        and raw.isalpha()
        and (raw.isupper() or raw.lower() in ("true", "false", "yes", "no"))
    )
    return made or (quoted_text(raw) if word else None)


def _valued(test: str, one: Piece, other: Piece | None, ctx: Context) -> Piece | None:
    """True and false, or the two values that the rule tells."""
    pair = ((one.literal or "").lower(), (other.literal or "").lower() if other is not None else "false")
    if pair == ("true", "false") and family_of(ctx.target_type) in (Family.FLAG, Family.UNKNOWN):
        return Piece(test, "BOOLEAN")
    opposite = {"y": "N", "yes": "No", "true": "false", "1": "0", "j": "N"}.get((one.literal or "").lower())
    other = other or (quoted_text(opposite) if opposite else None)
    made = unified((one, other), ctx.target_type) if other is not None else None
    return Piece(f"CASE WHEN {test} THEN {made[0][0]} ELSE {made[0][1]} END", made[1]) if made else None

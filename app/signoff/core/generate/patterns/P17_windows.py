"""Values beside other rows of the same thing: running numbers, previous and next values, latest of each, ranks.

The order has to be known: named in the rule, or the only date or moment among the sources. Equal places are settled
by nothing but chance, which is remarked upon.
"""

from __future__ import annotations

import re

from signoff.core.domain.sentences import say
from signoff.core.generate.patterns.column_nouns import column_of, names_rows
from signoff.core.generate.patterns.context import Choice, Context, fixed
from signoff.core.generate.patterns.frames import (
    DATED,
    SAME,
    Frame,
    frame_of,
    keys_of,
    noun_of,
    order_of,
    without_empty,
)
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.types import Family, family_of

NAME = "P17 windows"


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The window, when the whole phrase is one and its order is known."""
    if ctx.scope.aggregate and ctx.scope.group_keys:
        return None
    for made in (_number, _flag, _since, _beside, _until, _running, _rank):
        piece = made(phrase, ctx)
        if piece is not None:
            ctx.remark("D36", say("assumed.equal_rows"))
            return piece
    return None


_COUNTER = (
    "(running|consecutive|sequence|sequential|serial|ordinal|ascending|rising|current) "
    "(number|no|no .|nr|counter|position|count)"
)
_NUMBERS = (
    f"{_COUNTER} {SAME} {{k:any}}",
    f"{_COUNTER} (of|for) {{w:any}} {SAME} {{k:any}}",
    f"(number|position|place|order|sequence|rank) (of) {{w:any}} {SAME} {{k:any}}",
    f"{{w:any}} (number|position|counter) {SAME} {{k:any}}",
    f"(which|how many -th|§q) {{w:any}} {SAME} {{k:any}} (it|this) is",
    (
        f"(number|count|counts|numbered|numbering) {{w:some}} [(consecutively|from 1|from 1 up|"
        f"upwards)] {SAME} {{k:any}}"
    ),
)


def _number(phrase: Phrase, ctx: Context) -> Piece | None:
    """A running number within each thing."""
    rest, order, falling = order_of(_plain_number(phrase), ctx)
    for template in _NUMBERS:
        slots = rest.match(template)
        if slots is None or not _counted(slots.get("w"), ctx):
            continue
        named = order or falling or len(rest.marks) < len(phrase.marks) or "running" in rest.text
        frame = frame_of(slots["k"], order, falling, ctx) if named else None
        if frame is not None:
            return Piece(f"row_number() {frame.over()}", "BIGINT")
    return None


def _plain_number(phrase: Phrase) -> Phrase:
    """The phrase without the example: 1, 2, 3 and so on."""
    found = re.search(
        r"[(,:]? ?(?:§n , )+§n (?:, )?(?:… |\. \. \. |etc (?:\. )?|and so (?:on|forth) )?(?:\) )?(?:, )?",
        phrase.text,
    )
    if found is None or not found.start():
        return phrase
    first = phrase.text[: found.start()].count(" ")
    last = first + found.group().lstrip(" ").count(" ")
    return Phrase(phrase.marks[:first] + phrase.marks[last:], phrase.source)


def _counted(slot: Phrase | None, ctx: Context) -> bool:
    """Whether the noun that is numbered stands for the rows; one that is not said does."""
    return (
        slot is None or not slot.marks or names_rows(noun_of(slot), ctx) or column_of(slot, ctx) is not None
    )


_ELSE = (
    "[(,|;)] [and] [(else|otherwise|all others|all others are|for all others|others|rest|for "
    "rest|if not|others are)] [(false|:)] [false]"
)
_FIRSTS = "(first|earliest|oldest|very first)"
_LASTS = "(last|latest|newest|most recent|very last|current)"
_FLAGS = tuple(
    (template, falling)
    for words, falling in ((_FIRSTS, False), (_LASTS, True))
    for template in (
        (
            "[§s] [is] (true|yes|y|1|flag|whether it is|whether this is) (for|on|if §s is|if it is|"
            f"if|when §s is|only for|when|where §s is) [only] {words} {{w:some}} {SAME} {{k:any}}"
        ),
        f"(is|marks|marked for|flag for|whether §s is|indicates|§s is) {words} {{w:some}} {SAME} {{k:any}}",
    )
)
_OTHERS = (
    (
        "{rest:any} (,|;|.) [and] (else|otherwise|all others|for all others|all others are|for "
        "all other {w:word}|others|for others|rest|all other {w:word}|if not) [(are|is|:)] "
        "(false|no|n|0)"
    ),
)


def _flag(phrase: Phrase, ctx: Context) -> Piece | None:
    """True for the first or last row of each thing."""
    others = next(
        (
            slots["rest"]
            for each in _OTHERS
            if (
                slots := phrase.match(
                    each.replace("{w:word}", "{x:word}", 1) if each.count("{w:word}") > 1 else each
                )
            )
        ),
        phrase,
    )
    rest, order, falling = order_of(others, ctx)
    for template, last in _FLAGS:
        slots = rest.match(template)
        if slots is None or not _counted(slots["w"], ctx):
            continue
        frame = frame_of(slots["k"], order, False, ctx) if not falling else None
        if frame is not None and family_of(ctx.target_type) in (Family.FLAG, Family.UNKNOWN):
            return Piece(f"row_number() {frame.over(falling=last)} = 1", "BOOLEAN")
    return None


_UNITS = {
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "second": "second",
    "week": "week",
    "month": "month",
}
_PREVIOUS = "(previous|preceding|last|prior|one before|before)"
_SINCES = (
    (
        f"[(number of|time in|elapsed|passed)] {{u:word}} [(passed|elapsed)] (since|after|from) "
        f"{_PREVIOUS} {{w:some}} {SAME} {{k:any}}"
    ),
    (
        f"[(number of)] {{u:word}} [(passed|elapsed)] between [(§s|this)] {{a:c}} and {{b:c}} "
        f"{SAME} {{k:any}} previous {{w:any}}"
    ),
    "[(number of)] {u:word} [(passed|elapsed)] between [(§s|this)] {a:c} and {b:c} of {k:word} ' s previous {w:any}",
    (
        f"[(number of)] {{u:word}} [(passed|elapsed)] between {{a:c}} and {{b:c}} of {_PREVIOUS} "
        f"{{w:some}} {SAME} {{k:any}}"
    ),
    f"[(number of)] {{u:word}} between (this|it|§s) and {_PREVIOUS} {{w:some}} {SAME} {{k:any}}",
)


def _since(phrase: Phrase, ctx: Context) -> Piece | None:
    """The time since the row before."""
    rest, order, falling = order_of(without_empty(phrase), ctx)
    for template in _SINCES:
        slots = rest.match(template)
        unit = _UNITS.get(slots["u"].text.strip().removesuffix("s")) if slots else None
        if slots is None or not unit or not _counted(slots["w"], ctx) or falling:
            continue
        frame = frame_of(slots["k"], order, False, ctx)
        own = column_piece(slots["a"].columns[0]) if "a" in slots else frame.order[0] if frame else None
        before = column_piece(slots["b"].columns[0]) if "b" in slots else own
        if frame is None or own is None or before is None or own.family not in DATED or before.sql != own.sql:
            continue
        function = "date_diff"
        if unit in ("month", "week") and ctx.holds(Choice.WHOLE_PERIODS):
            function = "date_sub"
        return Piece(f"{function}('{unit}', lag({own.sql}) {frame.over()}, {own.sql})", "BIGINT")
    return None


_NEXT = "(next|following|subsequent)"
_BESIDE = tuple(
    (template, function)
    for words, function in ((_PREVIOUS, "lag"), (_NEXT, "lead"))
    for template in (
        f"{words.replace('|last', '')} {{v:any}} {SAME} {{k:any}}",
        f"{{v:any}} (of|from|in|on|at) {words} {{w:any}} {SAME} {{k:any}}",
    )
)


def _beside(phrase: Phrase, ctx: Context) -> Piece | None:
    """The value of the row before or after."""
    rest, order, falling = order_of(without_empty(phrase), ctx)
    for template, function in _BESIDE:
        slots = rest.match(template)
        value = column_of(slots["v"], ctx) if slots else None
        if slots is None or value is None or falling or not _counted(slots.get("w"), ctx):
            continue
        frame = frame_of(slots["k"], order, False, ctx)
        if frame is not None:
            return Piece(f"{function}({value.sql}) {frame.over()}", value.type)
    return None


_OPEN = (
    (
        "{rest:any} (,|;|.) [and] {l} (while|when|if|for|as long as|where) [(§s|it|is|it is|"
        "there is)] (current|still current|no next|none|last|last one|last row|last {w:word}|"
        "latest|latest one|current one|no later|open|there is no next one|there is none|current "
        "row|no next one|no later one)"
    ),
    (
        "{rest:any} (,|;|.) [and] (last|for last|for last one|current|for current|for latest|"
        "otherwise|else|for current one|last one|if there is none|if none|no next one|when there "
        "is none) {w:some} [(:|=|is|gets|->)] {l}"
    ),
)
_UNTILS = (
    (
        "(day before|one day before|1 day before|date before|last day before|§n day before) "
        f"(next|following) {{w:some}} {SAME} {{k:any}}"
    ),
    f"(day before|one day before|1 day before|§n day before) {{w:any}} of next {{x:any}} {SAME} {{k:any}}",
    (
        f"(day before|one day before|1 day before|§n day before) next {{w:any}} {SAME} {{k:any}} "
        "(begins|starts|begin|start|becomes valid|takes effect)"
    ),
    f"(day before|one day before|1 day before|§n day before) [the] next {{w:any}} {SAME} {{k:any}}",
)


def _until(phrase: Phrase, ctx: Context) -> Piece | None:
    """The day before the next row of the same thing begins, with a fixed day for the last."""
    opened = next((slots for each in _OPEN if (slots := phrase.match(each))), None)
    last = fixed(opened["l"]) if opened else None
    until = last.fitted("DATE") if last is not None else None
    if opened is not None and until is None:
        return None
    rest, order, falling = order_of(opened["rest"] if opened else without_empty(phrase), ctx)
    for template in _UNTILS:
        slots = rest.match(template)
        if slots is None or falling or slots["w"].columns[1:]:
            continue
        named = ctx.pieces(slots["w"])[:1] if slots["w"].columns else ()
        frame = frame_of(slots["k"], order or named, False, ctx)
        if frame is None or frame.order[0].family not in DATED:
            continue
        sql = f"CAST(lead({frame.order[0].sql}) {frame.over()} - INTERVAL 1 DAY AS DATE)"
        return Piece(f"coalesce({sql}, {until.sql})" if until else sql, "DATE")
    return None


_RUNNING = (
    f"(running|cumulative|cumulated|accumulated) (total|sum|amount|value) of {{v:any}} {SAME} {{k:any}}",
    f"(running|cumulative|cumulated|accumulated) {{v:c}} {SAME} {{k:any}}",
    f"{{v:c}} (added up|summed up|cumulated|accumulated) {SAME} {{k:any}}",
)


def _running(phrase: Phrase, ctx: Context) -> Piece | None:
    """A total that grows from row to row."""
    rest, order, falling = order_of(phrase, ctx)
    for template in _RUNNING:
        slots = rest.match(template)
        value = ctx.value(slots["v"]) if slots else None
        if slots is None or value is None or value.family is not Family.NUMBER or falling:
            continue
        frame = frame_of(slots["k"], order, False, ctx)
        if frame is not None:
            return Piece(f"sum({value.sql}) {frame.over(running=True)}", value.type)
    return None


_HIGH = "(highest|largest|biggest|greatest|most|latest|newest) (first|= 1|is 1|gets 1|one first)"
_LOW = "(lowest|smallest|least|earliest|oldest) (first|= 1|is 1|gets 1|one first)"
_RANKS = tuple(
    (template, falling)
    for words, falling in ((_HIGH, True), (_LOW, False))
    for template in (
        f"(rank|ranking|place) (by|of|on|according to) {{v:any}} {SAME} {{k:any}} (,|\\() {words} [\\)]",
        f"(rank|ranking|place) {SAME} {{k:any}} (by|on|according to) {{v:any}} (,|\\() {words} [\\)]",
        f"(rank|ranking|place) (by|of|on|according to) {{v:any}} (,|\\() {words} [\\)]",
    )
)
_TIES = (
    (
        (
            "{rest:any} (,|;|.) (ties|equal values|equal amounts|equal ones|same values) [all] "
            "(share a rank|share rank|share same rank|get same rank|have same rank|share place) "
            "[[(and|,)] (next one is skipped|next ranks are skipped|next rank is skipped|with gaps)]"
        ),
        "rank",
    ),
    (
        (
            "{rest:any} (,|;|.) (ties|equal values|equal amounts|equal ones|same values) [all] "
            "(share a rank|share rank|share same rank|get same rank|have same rank) (without gaps|"
            "and no gaps|, no gaps|and no rank is skipped|, without gaps)"
        ),
        "dense_rank",
    ),
)


def _rank(phrase: Phrase, ctx: Context) -> Piece | None:
    """A place by size."""
    ties = next(
        ((slots["rest"], function) for each, function in _TIES if (slots := phrase.match(each))), None
    )
    rest, function = ties or (phrase, "rank")
    for template, falling in _RANKS:
        slots = rest.match(template)
        value = column_of(slots["v"], ctx) if slots else None
        keys = keys_of(slots["k"], ctx) if slots and "k" in slots else ()
        if value is not None and keys is not None:
            return Piece(f"{function}() {Frame(keys, (value,), falling).over()}", "BIGINT")
    return None

"""Values beside other rows in any wording: "the customer's previous order date", "rank by amount, highest first".

Keys, order and defaults are taken out first (`window_speech`); what is left has to be one of a few things. An order
that is not said is the only date there is; a rank needs its direction.
"""

from __future__ import annotations

import re

from signoff.core.domain.sentences import say
from signoff.core.generate.patterns.column_nouns import column_of, names_rows
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.frames import DATED
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.patterns.window_speech import Told, told_windows
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family

NAME = "P56 spoken windows"

_SAYS = re.compile(
    r"\b(?:running|cumulative|cumulated|accumulated|rolling|moving|sequence|sequential|consecutive|serial|"
    r"ordinal|number|numbered|row_number|counter|"
    r"rank|ranking|ranked|dense|position|place|previous|prior|preceding|before|next|following|subsequent|lag|"
    r"lead|last|first|latest|earliest|"
    r"total|sum|average|avg|mean|max|maximum|min|minimum|highest|lowest|count|share|percentage|percent|"
    r"divided|nth|key|sk|generated|identity|increment|autoincrement|restarts|restarting)\b|[%#]"
)
_DO = "[(calculate|compute|take|get|give|show|assign|generate|derive|make|add|load)]"
_ROW = "{r:some}"
_NUMBERS = (
    (
        f"{_DO} [{{r:any}}] (sequence|sequential|running|consecutive|serial|ordinal|row|order|line|position|"
        f"counting|continuous) (number|no|no .|nr|counter|count|index|id) [(of|for)] [{{q:any}}]"
    ),
    (
        f"{_DO} (row_number|rownumber|row_number \\( \\)|row number \\( \\)|counter|sequence|numbering|running "
        f"index|#) [(of|for)] [{{q:any}}]"
    ),
    (
        f"{_DO} (number|count|counting|numbering|enumerate|sequence) {{q:any}} [(consecutively|from 1|starting at "
        f"1|starting with 1|1 , 2 , 3 …|upwards|starting at §n|starting with §n)]"
    ),
    "{q:any} (numbered|counted) [consecutively] [(starting at|starting with|from)] [(1|§n)]",
    "(nth|n - th|which) {q:any} (it|this) is",
    "(nth|n - th) {q:any}",
    f"{_DO} (sequence|sequential|running|consecutive|serial) {{q:any}} (number|no|no .|nr|counter|count|index)",
    "§n for first {q:some} , §n for second {x:some} [,] [(etc|etc .|and so on|and so forth|…|. . .)]",
    "(running|cumulative) count [of] {q:any}",
)
_RANKS = (
    (
        f"{_DO} (rank|ranking|place|position|standing|rank number) [(of|for)] [{{q:some}}] [[,] (in|within) [its]]",
        "rank",
    ),
    ("(rank|ranked|ranking) {q:some}", "rank"),
    (
        f"{_DO} (dense rank|dense_rank|dense ranking|rank without gaps|dense_rank \\( \\)) [(of|for)] [{{q:some}}]",
        "dense_rank",
    ),
)
_RUNNING = (
    (
        f"{_DO} (running|cumulative|cumulated|accumulated|rolling|progressive) (total|sum|amount|value|balance|"
        f"totals) [(of|:|over|for)] {{v:any}}"
    ),
    f"{_DO} (running|cumulative|cumulated|accumulated|progressive|cum) {{v:any}} [(total|sum)]",
    "{v:any} (cumulated|accumulated|cumulatively|added up|summed up|running total|running sum|cumulative)",
    "(running total|cumulative total|running sum|cumulative sum) : {v:any}",
)
_BESIDE = (
    ("(previous|prior|preceding|foregoing|lagged) [value of] {v:any}", "lag"),
    ("(next|following|subsequent|coming|leading) [value of] {v:any}", "lead"),
    (
        "{v:any} (of|from|in|on|at) (previous|prior|preceding|last|foregoing|row before|one before) [{q:any}]",
        "lag",
    ),
    ("{v:any} (of|from|in|on|at) (row|record|line|one|entry) before", "lag"),
    ("{v:any} (of|from|in|on|at) (next|following|subsequent|coming) [{q:any}]", "lead"),
    ("{v:any} (of|from|in|on|at) (row|record|line|one|entry) after", "lead"),
    ("lag [of] [\\(] {v:any} [, §n] [\\)]", "lag"),
    ("lead [of] [\\(] {v:any} [, §n] [\\)]", "lead"),
    ("(date|day|moment|time) of (previous|prior|preceding|last) {q:any}", "lag"),
    ("(date|day|moment|time) of (next|following|subsequent) {q:any}", "lead"),
)
_ENDS = (
    ("{v:any} (of|from|in|on|at) (first|earliest|oldest|very first|initial) {q:any}", False),
    ("{v:any} (of|from|in|on|at) (last|latest|newest|most recent) {q:any}", True),
    ("(first|earliest|initial) {v:any}", False),
    ("(last|latest|newest|most recent) {v:any}", True),
)
_MOVING = (
    (
        "(moving|rolling|trailing) {f:word} [of] {v:any} (over|across|of|for) [(last|previous|latest|past)] {n:n} "
        "[{q:some}]"
    ),
    "{f:word} [of] {v:any} (over|across|of|for|in) (last|previous|latest|past|trailing) {n:n} [{q:some}]",
    "{n:n} [-] {q:word} (moving|rolling|trailing) {f:word} [of] {v:any}",
)
_FUNCTIONS = {
    "average": "avg",
    "avg": "avg",
    "mean": "avg",
    "sum": "sum",
    "total": "sum",
    "max": "max",
    "maximum": "max",
    "min": "min",
    "minimum": "min",
}


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The window, when every word of the phrase belongs to one of its parts."""
    if ctx.scope.aggregate or ctx.depth > 2 or not phrase.marks or not _SAYS.search(phrase.text):
        return None
    if len(phrase.marks) > 40:
        return None
    for told in told_windows(phrase, ctx):
        piece = window_of(told, ctx)
        if piece is not None:
            ctx.remark("D36", say("assumed.equal_rows"))
            return piece
    return None


def window_of(told: Told, ctx: Context) -> Piece | None:
    """What the rest of a phrase computes over the window that was told."""
    rest = _trimmed(told.rest, ctx)
    for made in (_number, _made_key, _rank, _running, _moving, _beside, _end):
        piece = made(rest, told, ctx)
        if piece is not None:
            return piece
    return None


def _trimmed(phrase: Phrase, ctx: Context) -> Phrase:
    """The phrase without signs at its ends."""
    marks = phrase.marks
    while marks and marks[-1].text in (",", ";", ":", "."):
        marks = marks[:-1]
    while marks and marks[0].text in (",", ";", ":"):
        marks = marks[1:]
    plain = Phrase(marks, phrase.source)
    among = re.search(
        r"(?<=\s)(?:among|amongst|within|over|across|in|of) (?:all )?(?P<n>[^\W\d]\w* )$", plain.text
    )
    if among is not None and names_rows(plain.cut(among.start("n"), len(plain.text)), ctx) and among.start():
        return plain.cut(0, among.start())
    return plain


def _is_row(slot: Phrase | None, ctx: Context) -> bool:
    """Whether a noun stands for the rows themselves; nothing said does."""
    if slot is None or not slot.marks:
        return True
    plain = slot.match("[(of|for|the|each|all|every|this|its|same)] {x:any}")
    noun = plain["x"] if plain else slot
    return names_rows(noun, ctx) or noun.text.strip() in ("one", "it", "§s", "time", "them", "value")


def _order(told: Told, ctx: Context, value: Piece | None = None) -> tuple[tuple[Piece, bool | None], ...]:
    """The order that is said, or else the only date there is."""
    if told.order:
        return told.order
    taken = {key.sql for key in told.keys}
    dates = [c for c in map(column_piece, ctx.scope.sources) if c.family in DATED and c.sql not in taken]
    if value is not None and value.family in DATED:
        dates = [value]
    return ((dates[0], told.way),) if len(dates) == 1 else ()


def over(told: Told, order: tuple[tuple[Piece, bool | None], ...], frame: str = "") -> str:
    """The window as SQL; empty places come last."""
    keys = f"PARTITION BY {', '.join(key.sql for key in told.keys)}" if told.keys else ""
    by = ", ".join(f"{piece.sql}{' DESC NULLS LAST' if down else ''}" for piece, down in order)
    parts = [keys, f"ORDER BY {by}" if by else "", frame]
    return f"OVER ({' '.join(part for part in parts if part)})"


def _number(rest: Phrase, told: Told, ctx: Context) -> Piece | None:
    for template in _NUMBERS:
        slots = rest.match(template)
        if slots is None or not all(_is_row(slots.get(name), ctx) for name in ("r", "q")):
            continue
        ones = [mark.token.value for mark in rest.marks if mark.text == "§n"]
        order = _order(told, ctx)
        if not order or (ones and ones[:2] not in (["1"], ["1", "2"])):
            return None
        return Piece(f"row_number() {over(told, order)}", "BIGINT")
    return None


_KEY_WORDS = word_set(
    "surrogate technical artificial generated generate running sequential sequence unique integer numeric "
    "warehouse dwh key sk id number "
    "identity counter auto increment autoincrement autonumber new own row row_number consecutive serial ( ) , "
    ": ; §n 1 … from starting "
    "at with start up upwards 2 3 . meaningless rownum"
)


def _made_key(rest: Phrase, told: Told, ctx: Context) -> Piece | None:
    """A key that is only a number, in an order that is said."""
    words = rest.text.split()
    ones = [mark.token.value for mark in rest.marks if mark.text == "§n"]
    if (
        not words
        or not set(words) <= _KEY_WORDS
        or not told.order
        or told.keys
        or told.default
        or ones not in ([], ["1"], ["1", "2", "3"])
    ):
        return None
    if not set(words) & {
        "surrogate",
        "key",
        "sk",
        "id",
        "number",
        "sequence",
        "identity",
        "generated",
        "counter",
        "autoincrement",
        "increment",
    }:
        return None
    return Piece(f"row_number() {over(told, told.order)}", "BIGINT")


def _rank(rest: Phrase, told: Told, ctx: Context) -> Piece | None:
    for template, function in _RANKS:
        slots = rest.match(template)
        if slots is None:
            continue
        order, said = told.order, slots.get("q")
        if not order and said is not None and said.columns and told.way is not None:
            column = column_of(said, ctx)
            order = ((column, told.way),) if column is not None else ()
        elif not _is_row(said, ctx):
            continue
        if not order or order[0][1] is None:
            return None
        return Piece(f"{function}() {over(told, order)}", "BIGINT")
    return None


def _running(rest: Phrase, told: Told, ctx: Context) -> Piece | None:
    for template in _RUNNING:
        slots = rest.match(template)
        value = (column_of(slots["v"], ctx) or ctx.value(slots["v"])) if slots else None
        if (
            value is None
            or (slots is not None and re.search(r"(?<!\S)(?:and|or) ", slots["v"].text))
            or value.family is not Family.NUMBER
            or value.literal is not None
            or "OVER" in value.sql
        ):
            continue
        order = _order(told, ctx)
        if not order:
            return None
        frame = "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW"
        return Piece(f"sum({value.sql}) {over(told, order, frame)}", value.type)
    return None


def _moving(rest: Phrase, told: Told, ctx: Context) -> Piece | None:
    for template in _MOVING:
        slots = rest.match(template)
        function = _FUNCTIONS.get(slots["f"].text.strip()) if slots else None
        value = column_of(slots["v"], ctx) if slots and function else None
        if slots is None or function is None or value is None or value.family is not Family.NUMBER:
            continue
        count, order = slots["n"].marks[0].token.value, _order(told, ctx)
        if not order or not count.isdigit() or not _is_row(slots.get("q"), ctx):
            return None
        frame = f"ROWS BETWEEN {int(count) - 1} PRECEDING AND CURRENT ROW"
        return Piece(
            f"{function}({value.sql}) {over(told, order, frame)}",
            "DOUBLE" if function == "avg" else value.type,
        )
    return None


def _beside(rest: Phrase, told: Told, ctx: Context) -> Piece | None:
    for template, function in _BESIDE:
        slots = rest.match(template)
        if slots is None or not _is_row(slots.get("q"), ctx):
            continue
        value = _beside_value(slots, told, ctx)
        order = _order(told, ctx, value if not told.order else None) if value is not None else ()
        if value is None or not order or not told.keys or "§n" in rest.text:
            continue
        sql = f"{function}({value.sql}) {over(told, order)}"
        return Piece(f"coalesce({sql}, {told.default})" if told.default else sql, value.type)
    return None


def _beside_value(slots: dict[str, Phrase], told: Told, ctx: Context) -> Piece | None:
    if "v" in slots:
        named = slots["v"].match("{x:any} (date|day|value)")
        return column_of(slots["v"], ctx) or (column_of(named["x"], ctx) if named else None)
    dates = [c for c in map(column_piece, ctx.scope.sources) if c.family in DATED]
    return dates[0] if len(dates) == 1 else None


def _end(rest: Phrase, told: Told, ctx: Context) -> Piece | None:
    """The value of the first or last row; of a date itself, the least or the greatest."""
    for template, late in _ENDS:
        slots = rest.match(template)
        value = column_of(slots["v"], ctx) if slots else None
        if slots is None or value is None or not told.keys or not _is_row(slots.get("q"), ctx):
            continue
        order = _order(told, ctx)
        if value.family in DATED and not told.order:
            return Piece(f"{'max' if late else 'min'}({value.sql}) {over(told, ())}", value.type)
        if not order or order[0][0].sql == value.sql:
            continue
        flipped = tuple((piece, late != bool(down)) for piece, down in order)
        return Piece(f"first_value({value.sql}) {over(told, flipped)}", value.type)
    return None

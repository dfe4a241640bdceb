"""Times: spans between two moments, parts and edges of a date, days shifted from another.

"waiting time in minutes, from A to B", "completed years from A to B", "age on the day of A", "first day of the month
of A", "three months after A"; each moment is any value that is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.generate.patterns.composed.lexicon import SAYS_NOTHING, kin, parts_of, unit_named
from signoff.core.generate.patterns.context import Choice, Context
from signoff.core.generate.patterns.date_speech import period_edge, unit_of
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.patterns.spans import NUMBER, matched
from signoff.core.generate.types import Family

Value = Callable[[Phrase], Piece | None]
_DATED = (Family.DATE, Family.TIMESTAMP)
_U = r"(?P<u>years?|months?|weeks?|days?|hours?|minutes?|mins?|seconds?|quarters?|hrs?|secs?|h|min|s)"
_WHOLE = r"(?P<whole>(?:whole|full|completed|complete) )?(?:calendar |elapsed )?"
_A, _B = r"(?P<a>(?:\S+ )+?)", r"(?P<b>(?:\S+ )+?)"
_TO = r"(?:to|until|till|and|up to|-|->) "
_COUNT = r"(?:number of |no \. of |# of |count of |how many |total |amount of )?"
_WORDS = r"(?P<label>(?:[^\W\d]\w* ){0,6}?)"
_BOTH = (
    r"(?P<both>(?:, |\( )(?:both (?:days |dates |ends )?(?:included|inclusive|counted|count)|"
    r"inclusive|including both(?: days)?|first and last day included|"
    r"counting both days)(?: \))? )?"
)
_SPANS = (
    rf"{_COUNT}{_WHOLE}{_U} (?:passed |elapsed |that passed |that lie |there are )?(?:between|"
    rf"from) {_A}{_TO}{_B}{_BOTH}",
    rf"{_COUNT}{_WHOLE}{_U} (?P<label>(?:[^\W\d]\w* ){{1,8}}?)(?:, )?(?:counted |measured |taken |"
    rf"that is )?(?:between|from) {_A}{_TO}{_B}{_BOTH}",
    rf"{_WORDS}(?:in|as) {_WHOLE}{_U} (?:, |: |\( )?(?:counted |measured |taken |i\.e |"
    rf"that is )?(?:between|from|=)? ?{_A}{_TO}{_B}(?:\) )?{_BOTH}",
    rf"{_WORDS}(?:, |: |\( )?(?:between|from) {_A}{_TO}{_B}(?:\) )?(?:, )?(?:in|as|counted in|"
    rf"measured in) {_WHOLE}{_U} ",
    rf"{_COUNT}{_WHOLE}{_U} (?P<label>(?:[^\W\d]\w* ){{0,4}}?)(?:since|after) {_A}(?:at|on|by|"
    rf"until|as of|when) {_B}",
    rf"(?P<label>){_COUNT}{_WHOLE}{_U} (?P<late>late|overdue|early|delay|delayed|too late|"
    rf"of delay)(?: =| :|,)? {_B}(?:minus|-|vs|versus|against|compared to|compared with|over) {_A}",
    rf"{_WORDS}{_COUNT}{_WHOLE}{_U} (?P<label2>(?:[^\W\d]\w* ){{0,3}}?)(?:: |= ){_B}(?:minus|-) {_A}",
)
_AGES = (
    rf"(?P<label>(?:[^\W\d]\w* ){{0,6}}?)(?:in |as )?(?P<whole>(?:whole|full|completed|"
    rf"complete) )?(?:calendar )?(?:years )(?:of age )?(?:on|at|as of|by|when) {_B}",
    rf"(?P<label>(?:[^\W\d]\w* ){{1,6}}?)(?:on|at|as of|by|when) {_B}(?:, |\( )?(?:in |"
    rf"as )?(?P<whole>(?:whole|full|completed|complete) )?(?:years )(?:\) )?",
)
_PARTS: tuple[tuple[str, str, str], ...] = (
    (r"(?:calendar |reference )?year", "year({0})", "BIGINT"),
    (r"(?:calendar )?month(?: number| no \.)?", "month({0})", "BIGINT"),
    (r"(?:calendar )?quarter(?: number)?", "quarter({0})", "BIGINT"),
    (r"(?:iso |calendar )?week(?: number| no \.)?", "week({0})", "BIGINT"),
    (r"day of (?:the )?month", "day({0})", "BIGINT"),
    (r"day of (?:the )?year", "dayofyear({0})", "BIGINT"),
    (r"hour(?: of (?:the )?day)?", "hour({0})", "BIGINT"),
    (r"minute(?: of (?:the )?hour)?", "minute({0})", "BIGINT"),
    (
        r"(?:weekday|name of (?:the )?(?:week)?day|day name|weekday name|day of (?:the )?week as text)",
        "dayname({0})",
        "VARCHAR",
    ),
    (r"(?:month name|name of (?:the )?month)", "monthname({0})", "VARCHAR"),
    (
        r"(?:day|date|date part|date only|calendar day|calendar date|just (?:the )?date)",
        "CAST({0} AS DATE)",
        "DATE",
    ),
)
_OF = r"(?:of|from|in|for|on which|in which|when|at|they|it|that|,|:)"
_SHIFT = rf"(?P<n>{NUMBER}) (?P<u>years?|months?|weeks?|days?|hours?|minutes?|quarters?)"
_TAIL = (
    r"(?: (?:they|it|he|she|we|which|that|when|in which|on which|to which|of|from|for|in|"
    r"containing|at)){0,3} (?P<d>(?:\S+ )+?)(?:in |on |lies |falls |belongs |belongs to |lies in |"
    r"falls in |was placed |took place |happened )?"
)


def timed(phrase: Phrase, value: Value, ctx: Context) -> Piece | None:
    """The span, part, edge or shifted day that a phrase is; None where it is none."""
    for made in (_span, _named_span, _age, _edge, _shifted, _turns, _part, _when):
        piece = made(phrase, value, ctx)
        if piece is not None:
            return piece
    return None


def _span(phrase: Phrase, value: Value, ctx: Context) -> Piece | None:
    for pattern in _SPANS:
        found = matched(pattern, phrase)
        if found is None or not _calls(found.text("label"), ctx) or not _calls(found.text("label2"), ctx):
            continue
        start, end = value(found.part("a")), value(found.part("b"))
        unit = _unit(found.text("u"))
        if start is None or end is None or not unit or not {start.family, end.family} <= set(_DATED):
            continue
        if start.sql == end.sql:
            continue
        sql = span_sql(unit, start, end, bool(found.text("whole")), ctx)
        return Piece(f"{sql} + 1", "BIGINT") if found.has("both") and unit == "day" else Piece(sql, "BIGINT")
    return None


def _named_span(phrase: Phrase, value: Value, ctx: Context) -> Piece | None:
    """How long something lasts, from the first of two moments to the second."""
    found = matched(
        rf"how long (?:[^\W\d]\w* ){{1,3}}(?:took|lasted|was|takes|lasts|stayed|"
        rf"took place)(?: ,)? (?:in|as) {_WHOLE}{_U} ",
        phrase,
    ) or matched(
        rf"(?:[^\W\d]\w* )?(?:stay|duration|length|elapsed time|lead time|waiting time|run time|"
        rf"travel time|driving time|length of stay) (?:in|as) {_WHOLE}{_U} ",
        phrase,
    )
    dates = [piece for piece in map(column_piece, ctx.scope.sources) if piece.family in _DATED]
    if found is None or len(dates) != 2 or len(ctx.scope.sources) != 2 or not _calls(phrase.text, ctx):
        return None
    return Piece(
        span_sql(_unit(found.text("u")), dates[0], dates[1], bool(found.text("whole")), ctx), "BIGINT"
    )


def _unit(word: str) -> str:
    named = unit_named(word)
    return unit_of(word) or (named if named in ("hour", "minute", "second") else "")


def span_sql(unit: str, start: Piece, end: Piece, whole: bool, ctx: Context) -> str:
    """SQL of the units between two moments; a date beside a moment counts by days."""
    one, two = start.sql, end.sql
    if start.family is not end.family and unit in ("day", "week", "month", "year", "quarter"):
        one, two = (f"CAST({p.sql} AS DATE)" if p.family is Family.TIMESTAMP else p.sql for p in (start, end))
    loose = not whole and unit in ("month", "year", "quarter", "week") and ctx.holds(Choice.WHOLE_PERIODS)
    return f"{'date_sub' if whole or loose else 'date_diff'}('{unit}', {one}, {two})"


def _age(phrase: Phrase, value: Value, ctx: Context) -> Piece | None:
    """Completed years from a birth to another day."""
    births = [c for c in map(column_piece, ctx.scope.sources) if c.family in _DATED and _is_birth(c)]
    phrase = _without_genitive(phrase)
    for pattern in _AGES:
        found = matched(pattern, phrase)
        if found is None or len(births) != 1:
            continue
        label = found.text("label").split()
        day = value(found.part("b"))
        told = "age" in label or found.text("whole")
        rest = [
            w
            for w in label
            if w not in ("age", "completed", "full", "whole", "years") and w not in SAYS_NOTHING
        ]
        if (
            day is None
            or day.family not in _DATED
            or not told
            or day.sql == births[0].sql
            or not all(_owner(w, ctx) for w in rest)
        ):
            continue
        return Piece(span_sql("year", births[0], day, True, ctx), "BIGINT")
    return None


def _without_genitive(phrase: Phrase) -> Phrase:
    """The phrase without "'s" behind a noun."""
    texts = [mark.text for mark in phrase.marks]
    kept = [
        mark
        for at, mark in enumerate(phrase.marks)
        if not (mark.text == "'" and texts[at + 1 : at + 2] == ["s"])
        and not (mark.text == "s" and texts[at - 1] == "'")
    ]
    return Phrase(tuple(kept), phrase.source)


def _when(phrase: Phrase, value: Value, ctx: Context) -> Piece | None:
    """The day on which something was done: the day the car was brought, when it was collected."""
    found = matched(
        r"(?:(?:day|date|time|moment) (?:on which |when |that |at which )?)?(?:(?P<who>[^\W\d]\w*|§s) )"
        r"(?:was|were|has been|have been|got|is) (?P<done>[^\W\d]\w* )(?:in )?",
        phrase,
    )
    if found is None or found.text("who") in _NO_ROWS or found.text("done") in _NO_DEEDS:
        return None
    piece = value(found.part("done"))
    return piece if piece is not None and piece.column is not None and piece.family in _DATED else None


_NO_ROWS = frozenset(
    ("not", "no", "nothing", "none", "first", "last", "next", "previous", "which", "what", "never")
)
_NO_DEEDS = frozenset(
    ("not", "no", "null", "missing", "empty", "blank", "unknown", "known", "given", "filled", "there")
)


def _is_birth(piece: Piece) -> bool:
    return piece.column is not None and any(kin(part, "birth") for part in parts_of(piece.column.column.name))


def _owner(word: str, ctx: Context) -> bool:
    """Whether a word is what rows of the query are called."""
    places = {part for c in ctx.scope.columns for part in parts_of(c.table)}
    target = parts_of(ctx.mapping.target) if ctx.mapping else ()
    return any(len(p) > 2 and kin(p, word) for p in (*places, *target)) or word in (
        "person",
        "customer",
        "patient",
        "employee",
        "member",
        "building",
    )


def _calls(label: str, ctx: Context) -> bool:
    """Whether the words before a span only call it something: none of them changes what is counted."""
    return not any(word in _CHANGES for word in label.split())


_CHANGES = frozenset(
    (
        "working",
        "business",
        "workdays",
        "week",
        "net",
        "average",
        "total",
        "sum",
        "not",
        "without",
        "except",
        "excluding",
        "if",
        "when",
        "unless",
        "only",
        "first",
        "last",
        "previous",
        "next",
        "per",
        "each",
        "minus",
        "plus",
        "percent",
        "share",
    )
)


def _edge(phrase: Phrase, value: Value, ctx: Context) -> Piece | None:
    """The first or last day of a month, quarter, year or week."""
    starts = matched(
        rf"(?:(?:first|1st|start|beginning|begin)(?: (?:day|date))? of )(?P<u>month|quarter|year|"
        rf"week){_TAIL}",
        phrase,
    )
    starts = starts or matched(
        r"(?P<d>(?:\S+ )+?)(?P<u>month|quarter|year|week) \( (?:first|1st) day(?: of it)? \) ", phrase
    )
    starts = starts or matched(
        r"(?P<u>month|quarter|year|week) (?:start|begin|beginning) (?:of )?(?P<d>(?:\S+ )+)", phrase
    )
    starts = starts or matched(
        rf"(?P<u>week)(?: {_OF})? (?P<d>(?:\S+ )+?)(?:in )?\( (?:monday|starts monday|monday start|"
        rf"starting monday|from monday) \) ",
        phrase,
    )
    ends = matched(
        rf"(?:(?:last|final|end|close)(?: (?:calendar )?(?:day|date))? of )(?P<u>month|quarter|year|"
        rf"week){_TAIL}",
        phrase,
    )
    found = starts or ends
    day = value(found.part("d")) if found is not None else None
    if found is None or day is None or day.family not in _DATED:
        return None
    return period_edge(day, found.text("u"), first=starts is not None)


def _shifted(phrase: Phrase, value: Value, ctx: Context) -> Piece | None:
    """A day so many units before or after another."""
    after = matched(
        rf"(?:(?:day|date|the day|moment) )?{_SHIFT} (?P<way>after|from|past|later than|before|"
        rf"prior to|ahead of) (?P<d>(?:\S+ )+)",
        phrase,
    )
    plus = matched(rf"(?P<d>(?:\S+ )+?)(?P<way>plus|\+|minus|-|less) {_SHIFT} ", phrase)
    found = after or plus
    day = value(found.part("d")) if found is not None else None
    if found is None or day is None or day.family not in _DATED or day.literal is not None:
        return None
    count, unit = found.number("n"), unit_of(found.text("u"))
    if not count.isdigit() or not unit:
        return None
    sign = "-" if found.text("way") in ("before", "prior to", "ahead of", "minus", "-", "less") else "+"
    return _moved(day, sign, count, unit)


def _moved(day: Piece, sign: str, count: str, unit: str) -> Piece:
    sql = f"{day.sql} {sign} INTERVAL {count} {unit.upper()}"
    whole = day.family is Family.DATE and unit not in ("hour", "minute", "second")
    return Piece(f"CAST({sql} AS DATE)", "DATE") if whole else Piece(sql, "TIMESTAMP")


def _turns(phrase: Phrase, value: Value, ctx: Context) -> Piece | None:
    """The birthday on which somebody reaches an age."""
    found = matched(
        rf"(?:day|date)(?: on which| when)? (?:(?P<who>[^\W\d]\w*) |§s )?(?:turns|reaches|becomes|"
        rf"will be) (?:the age of |age )?(?P<n>{NUMBER})(?: years(?: old)?)? ",
        phrase,
    )
    births = [c for c in map(column_piece, ctx.scope.sources) if c.family in _DATED and _is_birth(c)]
    if found is None or len(births) != 1 or not (not found.has("who") or _owner(found.text("who"), ctx)):
        return None
    return _moved(births[0], "+", found.number("n"), "year")


def _part(phrase: Phrase, value: Value, ctx: Context) -> Piece | None:
    """A part of a date: the year of it, its weekday, the day without the time."""
    for words, sql, kind in _PARTS:
        found = matched(rf"{words} (?:{_OF} ){{0,2}}(?P<d>(?:\S+ )+?)(?:in |on )?", phrase) or matched(
            rf"(?P<d>(?:\S+ )+?)(?:, )?{words}(?: only)? ", phrase
        )
        day = value(found.part("d")) if found is not None else None
        if found is None or day is None or day.family not in _DATED or day.literal is not None:
            continue
        if sql.startswith(("hour", "minute")) and day.family is Family.DATE:
            continue
        if sql.startswith("CAST") and day.family is Family.DATE:
            return day
        return Piece(sql.replace("{0}", day.sql), kind)
    return None


def decimal_span(sql: str, digits: str) -> str | None:
    """A count of whole hours, minutes or days between moments as a count with decimals."""
    found = re.fullmatch(r"date_(?:diff|sub)\('(hour|minute|day)', (.+)\)", sql)
    if found is None:
        return None
    seconds = {"hour": 3600, "minute": 60, "day": 86400}[found[1]]
    return f"round(date_diff('second', {found[2]}) / {seconds}, {digits})"

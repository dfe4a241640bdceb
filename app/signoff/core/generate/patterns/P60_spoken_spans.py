"""Spans, shifts and clocks in any wording: "days late = a - b", "epoch millis", "plus 1 year minus 1 day".

A fiscal year needs the month it starts in and which of its two calendar years it is called by.
"""

from __future__ import annotations

import re

from signoff.core.generate.patterns.context import Choice, Context, fixed, number
from signoff.core.generate.patterns.date_speech import dated, unit_of
from signoff.core.generate.patterns.frames import DATED
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece, quoted_text, unified
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family, family_of

NAME = "P60 spoken spans"

_WHOLE = "[(full|whole|complete|completed|calendar|elapsed)]"
_SPANS = (
    (
        (
            f"[(number of|no . of|count of|calculate|# of|#)] {_WHOLE} {{u:word}} (between|from) {{a:any}} (and|"
            f"to|until|till) {{b:any}}"
        ),
        1,
    ),
    (
        (
            f"(difference|time|duration|elapsed time|gap|interval|lag|lead time) [(in|as)] {_WHOLE} {{u:word}} "
            f"(between|from) {{a:any}} (and|to|until) {{b:any}} \\( {{y:any}} (-|minus) {{x:any}} \\)"
        ),
        0,
    ),
    (
        (
            f"[(calculate|compute)] [{{w:word}}] {{b:any}} (-|minus|less) {{a:any}} [(,|\\()] [(in|as)] {_WHOLE} "
            f"{{u:word}} [\\)]"
        ),
        1,
    ),
    (
        f"[(number of|no . of|#)] {_WHOLE} {{u:word}} [{{w:some}}] \\( {{a:any}} (->|to|until|till) {{b:any}} \\)",
        1,
    ),
    (
        f"how many {_WHOLE} {{u:word}} {{b:any}} (is|was|lies|comes|falls) (after|later than|past|behind) {{a:any}}",
        1,
    ),
    (
        f"how many {_WHOLE} {{u:word}} {{a:any}} (is|was|lies|comes|falls) (before|earlier than|ahead of) {{b:any}}",
        1,
    ),
    (
        f"[(number of|no . of|#)] {_WHOLE} {{u:word}} {{b:any}} (is|was|lies|falls) (after|later than|past) {{a:any}}",
        1,
    ),
    (
        (
            f"[(number of|no . of|#)] {_WHOLE} {{u:word}} (until|to|till|left until) {{b:any}} (from|counted from|"
            f"starting from|as of) {{a:any}}"
        ),
        1,
    ),
    (
        (
            f"[(number of|no . of|#)] {_WHOLE} {{u:word}} (since|after|passed since|elapsed since) {{a:any}} (as "
            f"of|on|at|until|by|up to) {{b:any}}"
        ),
        1,
    ),
)
_LABEL = re.compile(r"^(?P<head>(?:[^\W\d]\w* |§c ){1,5})(?:=|:|is|equals) ")
_HEAD_UNIT = re.compile(r"\b(days?|hours?|minutes?|months?|weeks?|years?)\b")
_PLAIN_MINUS = ("{b:any} (-|minus|less) {a:any}",)
_AGES = (
    (
        "[{o:word} ' s] age (on|at|as of|by) {b:any} [,] [in] [(full|completed|whole|complete)] [years] [(\\(|,) "
        "[(from|based on|by)] {a:any} [\\)]]"
    ),
    "age of {o:word} (on|at|as of|by) {b:any} [,] [\\(] [in] [(full|completed|whole|complete)] [years] [\\)]",
    (
        "[{o:word} ' s] age [in] [(full|completed|whole|complete)] [years] (on|at|as of|by) {b:any} [(\\(|,) "
        "[(from|based on|by)] {a:any} [\\)]]"
    ),
    "(full|completed|whole|complete) years of age (on|at|as of|by) {b:any}",
)
_SHIFT = re.compile(
    r"(?P<sign>\+|-|plus|minus|add|less|subtract) (?P<n>§n|one|two|three|four|six|twelve) (?P<u>days?|weeks?|"
    r"months?|years?|quarters?|hours?|minutes?) "
)
_LEADS = (
    "{n:any} {u:word} (after|later than|from|past|following) {d:any}",
    "{n:any} {u:word} (before|prior to|ahead of|earlier than) {d:any}",
    "(day|date|next day) (after|following) {d:any}",
    "(day|date|last day) before {d:any}",
)
_EPOCH = re.compile(
    r"(?:(?:convert|converted|turn|transform|change|from|source|is|in|as|holds|value|§s|§c|stored|given|cast|"
    r"unix|epoch|time|timestamp|timestamps|utc|number|integer|"
    r"to|into|a|date|day|datetime|moment|seconds|secs|sec|s|milliseconds|millis|millisecond|ms|since|1970|"
    r"after|of|and|time_t|§d|posix|->|,|;|:|\(|\)|=) )+"
)
_COMPACT = re.compile(
    r"(?:(?:convert|converted|turn|transform|change|from|source|is|in|as|holds|value|§s|§c|stored|given|cast|"
    r"number|integer|int|integers|numeric|parse|parsed|read|"
    r"to|into|a|date|proper|real|dates|format|of|and|yyyymmdd|text|string|->|,|;|:|\(|\)|=|key) )+"
)
_WEEKENDS = re.compile(
    r"(?:(?P<one>§q|§n|[^\W\d]\w*) )?(?:if |when |on |for |where |whether )?(?:(?:§s|§c|date|day|it|order "
    r"date) )?(?:is |falls |lies |was )?(?:on |in )?(?:an? )?"
    r"(?:weekends?(?: days?)?|sat(?:urdays?)? (?:or|and|/|,|&|\+) (?:an? |on )?sun(?:days?)?)(?: "
    r"(?:flag|indicator|y / n|yes / no))? "
    r"(?:(?:, |; )?(?:and )?(?:(?:else|otherwise) (?P<two>\S+) |(?P<rest>\S+) (?:if |when |on |for |= )?"
    r"(?:(?:all |any |every )?(?:other|remaining) (?:days?|weekdays?|dates?)|rest(?: of week)?|(?:other )?week ?days?"
    r"|(?:other )?(?:working|business|week) days?|mon(?:day)? (?:to|-|through|until) fri(?:day)?|else|otherwise) ))?"
)
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = rf"(?P<m>{'|'.join(m for m in _MONTHS)}|{'|'.join(m[:3] for m in _MONTHS)})"
_FISCAL = re.compile(
    rf"(?:fiscal|financial) (?P<what>year|quarter|month|period)(?: number)?(?: of (?:§c|§s))? ?(?:\( |, |: |; "
    rf"|- )?(?:of the company )?(?:\( )?(?:(?:fiscal |financial )?year )?"
    rf"(?:which )?(?:start(?:s|ing)?|begin(?:s|ning)?) (?:on |in |with |at )*(?:§n |first |1st |1 )?(?:of |in "
    rf")?{_MONTH}(?P<rest>.*)"
)
_NAMING = word_set(
    "named labelled labeled called numbered identified denoted known after by as for year calendar in which it "
    "fiscal of its is the and = "
    "financial §s ( ) , ; - number labels carries name gets belongs to takes"
)
_ENDING = frozenset(("end", "ends", "ending", "closes", "finishes"))
_STARTING = frozenset(("start", "starts", "starting", "begins", "beginning", "begin"))


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The span, the shifted date or the flag, when the whole phrase is one."""
    if not phrase.marks or len(phrase.marks) > 30:
        return None
    if ctx.scope.aggregate and ctx.depth == 0:
        return None
    for made in (_since_epoch, _compact, _age, _span, _shifted, _weekend, _fiscal):
        piece = made(phrase, ctx)
        if piece is not None:
            return piece
    return None


def _number_source(phrase: Phrase, ctx: Context) -> Piece | None:
    columns = tuple(mark for mark in phrase.marks if mark.column is not None)
    subject = ctx.subject(Phrase(columns[:1], phrase.source)) if len(columns) < 2 else None
    return subject if subject is not None and subject.family is Family.NUMBER else None


def _since_epoch(phrase: Phrase, ctx: Context) -> Piece | None:
    """Seconds or milliseconds since 1970 as a moment, or as its day."""
    words = set(phrase.text.split())
    millis, seconds = (
        words & {"milliseconds", "millis", "millisecond", "ms"},
        words & {"seconds", "secs", "sec", "s"},
    )
    since = words & {"epoch", "unix", "1970", "posix"} or any(
        m.token.value == "1970-01-01" for m in phrase.marks
    )
    if not since or bool(millis) == bool(seconds) or _EPOCH.fullmatch(phrase.text) is None:
        return None
    subject, wants = _number_source(phrase, ctx), family_of(ctx.target_type)
    if subject is None or wants not in (Family.DATE, Family.TIMESTAMP, Family.UNKNOWN):
        return None
    moment = f"make_timestamp(CAST({subject.sql} AS BIGINT) * {'1000' if millis else '1000000'})"
    return Piece(f"CAST({moment} AS DATE)", "DATE") if wants is Family.DATE else Piece(moment, "TIMESTAMP")


def _compact(phrase: Phrase, ctx: Context) -> Piece | None:
    """A number such as 20240131 as a date."""
    if "yyyymmdd" not in phrase.text.split() or _COMPACT.fullmatch(phrase.text) is None:
        return None
    subject = _number_source(phrase, ctx)
    if subject is None or family_of(ctx.target_type) is not Family.DATE:
        return None
    read = "try_strptime" if ctx.holds(Choice.UNFIT_IS_NULL) else "strptime"
    return Piece(f"CAST({read}(CAST({subject.sql} AS VARCHAR), '%Y%m%d') AS DATE)", "DATE")


def _span_sql(unit: str, start: Piece, end: Piece, whole: bool, ctx: Context) -> Piece:
    function = "date_sub" if whole else "date_diff"
    if not whole and unit in ("month", "year", "quarter", "week") and ctx.holds(Choice.WHOLE_PERIODS):
        function = "date_sub"
    return Piece(f"{function}('{unit}', {start.sql}, {end.sql})", "BIGINT")


def _span(phrase: Phrase, ctx: Context) -> Piece | None:
    """The time between two dates; which is taken from which is said."""
    whole = re.search(r"(?<!\S)(?:full|whole|complete|completed) ", phrase.text) is not None
    for template, _ in _SPANS:
        slots = phrase.match(template)
        unit = unit_of(slots["u"].text) if slots else ""
        if slots is None or not unit:
            continue
        start, end = dated(slots["a"], ctx), dated(slots["b"], ctx)
        if (
            start is None
            or end is None
            or start.sql == end.sql
            or not slots["a"].marks
            or not slots["b"].marks
        ):
            continue
        if "y" in slots:
            end, start = dated(slots["y"], ctx) or end, dated(slots["x"], ctx) or start
        if start.sql != end.sql:
            return _span_sql(unit, start, end, whole, ctx)
    label = _LABEL.match(phrase.text)
    unit_said = _HEAD_UNIT.search(label["head"]) if label is not None else None
    if label is None:
        return _days_alone(phrase, ctx)
    slots = phrase.cut(label.end(), len(phrase.text)).match(_PLAIN_MINUS[0])
    start, end = (dated(slots["a"], ctx), dated(slots["b"], ctx)) if slots and unit_said else (None, None)
    if start is None or end is None or unit_said is None or start.sql == end.sql:
        return None
    return _span_sql(unit_of(unit_said.group(1)), start, end, whole, ctx)


def _days_alone(phrase: Phrase, ctx: Context) -> Piece | None:
    """A day less another, nothing said of a unit: the days between them, where a number is wanted."""
    plus = phrase.match("{b:c} (plus|\\+) {n:n}")
    if plus is not None and family_of(ctx.target_type) is Family.DATE:
        day, count = column_piece(plus["b"].columns[0]), plus["n"].marks[0].token.value
        fits = day.family is Family.DATE and count.isdigit()
        return Piece(f"CAST({day.sql} + INTERVAL {count} DAY AS DATE)", "DATE") if fits else None
    slots = phrase.match("{b:c} (minus|less) {a:c}")
    ends = [column_piece(slots[name].columns[0]) for name in ("a", "b")] if slots else []
    if (
        not ends
        or any(end.family is not Family.DATE for end in ends)
        or family_of(ctx.target_type) is not Family.NUMBER
    ):
        return None
    return Piece(f"date_diff('day', {ends[0].sql}, {ends[1].sql})", "BIGINT")


def _age(phrase: Phrase, ctx: Context) -> Piece | None:
    """Completed years of life on a day."""
    dates = [c for c in map(column_piece, ctx.scope.sources) if c.family in DATED]
    for template in _AGES:
        slots = phrase.match(template)
        day = dated(slots["b"], ctx) if slots and slots["b"].marks else None
        if slots is None or day is None:
            continue
        told = slots.get("a")
        births = (
            [dated(told, ctx)] if told is not None and told.marks else [c for c in dates if c.sql != day.sql]
        )
        if len(births) == 1 and births[0] is not None and births[0].sql != day.sql:
            return Piece(f"date_sub('year', {births[0].sql}, {day.sql})", "BIGINT")
    return None


def _shifted(phrase: Phrase, ctx: Context) -> Piece | None:
    """A date moved by fixed spans, one after the other; what it is called may stand before."""
    label = _LABEL.match(phrase.text)
    plain = phrase.cut(label.end(), len(phrase.text)) if label is not None and ctx.depth < 2 else phrase
    if plain is phrase and not re.search(r"(?:plus|minus|\+|-|add|less) ", phrase.text) and label is None:
        return _led(phrase, ctx)
    led = _led(plain, ctx)
    if led is not None:
        return led
    steps = list(_SHIFT.finditer(plain.text))
    if not steps or plain.text[steps[0].start() :] != "".join(step.group() for step in steps):
        return None
    date = dated(plain.cut(0, steps[0].start()), ctx) if steps[0].start() else None
    if date is None:
        return None
    sql = date.sql
    for step in steps:
        count = number(plain.cut(step.start("n"), step.end("n") + 1))
        sign = "-" if step["sign"] in ("-", "minus", "less", "subtract") else "+"
        if count is None:
            return None
        sql = f"{sql} {sign} INTERVAL {count} {unit_of(step['u']).upper()}"
    whole = date.family is Family.DATE and not re.search(r"HOUR|MINUTE", sql)
    return Piece(f"CAST({sql} AS DATE)", "DATE") if whole else Piece(sql, "TIMESTAMP")


def _led(phrase: Phrase, ctx: Context) -> Piece | None:
    """A date told by another one: "14 days after the order date", "the day before X"."""
    for at, template in enumerate(_LEADS):
        slots = phrase.match(template)
        date = dated(slots["d"], ctx) if slots and slots["d"].marks else None
        count = number(slots["n"]) if slots and "n" in slots else 1
        unit = unit_of(slots["u"].text) if slots and "u" in slots else "day"
        if date is None or count is None or not unit:
            continue
        moved = f"{date.sql} {'+' if at % 2 == 0 else '-'} INTERVAL {count} {unit.upper()}"
        whole = date.family is Family.DATE and unit not in ("hour", "minute", "second")
        return Piece(f"CAST({moved} AS DATE)", "DATE") if whole else Piece(moved, "TIMESTAMP")
    return None


def _weekend(phrase: Phrase, ctx: Context) -> Piece | None:
    """Whether a day is a Saturday or Sunday, as truth or as one of two values."""
    found = _WEEKENDS.fullmatch(phrase.text)
    columns = tuple(mark for mark in phrase.marks if mark.column is not None)
    date = dated(Phrase(columns, phrase.source), ctx) if found is not None and len(columns) < 2 else None
    if found is None or date is None:
        return None
    test = f"isodow({date.sql}) IN (6, 7)"
    one = _value(phrase.cut(found.start("one"), found.end("one") + 1)) if found["one"] else None
    other = "two" if found["two"] else "rest"
    two = _value(phrase.cut(found.start(other), found.end(other) + 1)) if found[other] else None
    if found[other] and two is None:
        return None
    if found["one"] and one is None and found["one"] not in ("flag", "whether", "is", "indicator", "check"):
        return None
    flag = family_of(ctx.target_type) in (Family.FLAG, Family.UNKNOWN)
    if (
        flag
        and (one is None or (one.literal or "").lower() == "true")
        and (two is None or (two.literal or "").lower() == "false")
    ):
        return Piece(f"coalesce({test}, false)" if two is not None else test, "BOOLEAN")
    opposite = (
        {"y": "N", "yes": "No", "1": "0", "true": "false"}.get((one.literal or "").lower()) if one else None
    )
    two = two or (quoted_text(opposite) if opposite else None)
    made = unified((one, two), ctx.target_type) if one is not None and two is not None else None
    return Piece(f"CASE WHEN {test} THEN {made[0][0]} ELSE {made[0][1]} END", made[1]) if made else None


def _value(slot: Phrase) -> Piece | None:
    raw = slot.raw
    plain = (
        len(slot.marks) == 1
        and raw.isalpha()
        and (raw.isupper() or raw.lower() in ("true", "false", "yes", "no", "weekend", "weekday"))
    )
    return fixed(slot) or (quoted_text(raw) if plain else None)


def _fiscal(phrase: Phrase, ctx: Context) -> Piece | None:
    """Year, quarter or month of a business year, when it is said in which month that starts."""
    found = _FISCAL.fullmatch(phrase.text)
    columns = tuple(mark for mark in phrase.marks if mark.column is not None)
    date = dated(Phrase(columns, phrase.source), ctx) if found is not None and len(columns) < 2 else None
    if found is None or date is None:
        return None
    ones = [mark.token.value for mark in phrase.marks if mark.text == "§n"]
    start = next(at for at, month in enumerate(_MONTHS, start=1) if month[:3] == found["m"][:3])
    rest = found["rest"].strip(" )(") + " " if found["rest"].strip(" )(") else ""
    if ones not in ([], ["1"]) or start == 1:
        return None
    if found["what"] in ("quarter", "month") and not rest:
        months = f"(month({date.sql}) + {13 - start - 1}) % 12 + 1"
        if found["what"] == "month":
            return Piece(months, "BIGINT")
        return Piece(f"((month({date.sql}) + {12 - start}) % 12) // 3 + 1", "BIGINT")
    words = found["rest"].split()
    ways = [bool(_ENDING & set(words)), bool(_STARTING & set(words))]
    if found["what"] != "year" or ways[0] == ways[1] or not set(words) <= _NAMING | _ENDING | _STARTING:
        return None
    shift = f"+ INTERVAL {13 - start} MONTH" if ways[0] else f"- INTERVAL {start - 1} MONTH"
    return Piece(f"year({date.sql} {shift})", "BIGINT")

"""Dates in more words: cut to the month or hour, spans between things in words, seconds since 1970, labels of periods.

Where a span may be negative or a part of it missing, the endings of calculations say what holds then.
"""

from __future__ import annotations

import re

from signoff.core.generate.patterns.column_nouns import column_of
from signoff.core.generate.patterns.context import Choice, Context, fixed
from signoff.core.generate.patterns.frames import DATED
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.types import Family

NAME = "P24 spans"

_PERIODS = ("month", "year", "quarter", "week", "day", "hour", "minute")
_LONG = ("month", "year", "quarter", "week", "day")


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The date, span or label, when the whole phrase is understood."""
    for made in (_truncated, _since_epoch, _span, _age, _shifted, _label):
        piece = made(phrase, ctx)
        if piece is not None:
            return piece
    return None


_CUTS = (
    (
        "{s} (cut|cut off|truncated|truncate|rounded down|trunc|reduced|brought|set back) [down] "
        "(to|at|to start of) [(full|whole|its)] {u:word} [[,] as [a] date]"
    ),
    "(cut|truncate|cut off|reduce|set) {s} [down] (to|at) [(full|whole|its)] {u:word} [[,] as [a] date]",
    "(full|whole) {u:word} of {s}",
    "(first day|first|1st|1st day|start|beginning) of {u:word} (of|in|for) {s} [[,] as [a] date]",
    (
        "{u:word} of {s} [,] (as|written as|stored as) [a] (date|first day|first of month|its "
        "first day|first day of month)"
    ),
    "{u:word} of {s} \\( (first day|as date|its first day|1st of month|first of month) \\)",
)


def _truncated(phrase: Phrase, ctx: Context) -> Piece | None:
    """A date or moment cut to the beginning of its month, hour and so on."""
    for template in _CUTS:
        slots = phrase.match(template)
        unit = slots["u"].text.strip() if slots else ""
        subject = ctx.subject(slots["s"]) if slots else None
        if subject is None or unit not in _PERIODS or subject.family not in DATED:
            continue
        if unit == "day":
            return Piece(f"CAST({subject.sql} AS DATE)", "DATE")
        cut = f"date_trunc('{unit}', {subject.sql})"
        return Piece(f"CAST({cut} AS DATE)", "DATE") if unit in _LONG else Piece(cut, "TIMESTAMP")
    return None


_SINCE = (
    r"(?:(?:source|register|system|column|§s|field|it|\w+) (?:keeps|holds|stores|has|is|are|"
    r"in|contains) )?(?:(?:unix time(?:stamp)?|epoch) (?:in )?)?(?P<u>seconds|milliseconds|"
    r"ms)(?: (?:since|from|after) (?:§d|epoch|unix epoch|§n / §n / §n|1st of january 1970|1 "
    r"january 1970|1970)| \( epoch \)| epoch)? (?:\( utc \) |utc |in utc |\( epoch \) )?"
)
_MADE = (
    r"(?:(?:, |; |\. |-> |to |as |into |: )?(?:(?:to be |is |are )?(?:made|converted|turned|"
    r"make|convert|turn|show|read|changed|taken)? ?(?:in|into|to|as|of it)? ?)?(?:time ?stamp|"
    r"time stamp|date and time|date|day|moment)(?: of (?:it|§s|them|this))? ?(?:\( utc \) )?)?"
)
_DAY = (
    r"(?P<day>(?:, |; |\. )?(?:only|just) day(?: (?:is (?:of \w+|needed|wanted|used|kept|"
    r"loaded|relevant)|counts|matters|of it|without time))? ?)?"
)
_EPOCH = re.compile(rf"{_SINCE}{_MADE}{_DAY}")


def _since_epoch(phrase: Phrase, ctx: Context) -> Piece | None:
    """Seconds or milliseconds since 1970 as a moment, or as its day."""
    found = _EPOCH.fullmatch(phrase.text)
    subject = ctx.subject(Phrase((), phrase.source)) if found else None
    begins = [mark.token.value for mark in phrase.marks if mark.text == "§d"]
    if found is None or subject is None or subject.family is not Family.NUMBER:
        return None
    if any(day != "1970-01-01" for day in begins) or not re.search(r"1970|epoch|unix", phrase.raw.lower()):
        return None
    if not ctx.target_type.startswith(("DATE", "TIMESTAMP")) and ctx.target_type:
        return None
    micros = "1000000" if found["u"] == "seconds" else "1000"
    moment = f"make_timestamp(CAST({subject.sql} AS BIGINT) * {micros})"
    dated = ctx.target_type == "DATE" or found["day"]
    return Piece(f"CAST({moment} AS DATE)", "DATE") if dated else Piece(moment, "TIMESTAMP")


_UNIT = "{u:word}"
_SPANS = (
    (
        f"[(number of|count of)] [(full|whole|complete|completed|calendar|elapsed)] {_UNIT} "
        f"(between|from) {{a:any}} (and|to|until|till) {{b:any}}"
    ),
    (
        f"[(number of|count of)] [(full|whole|complete|completed|calendar|elapsed)] {_UNIT} (that "
        f"passed|passed|elapsed|gone by) (between|from) {{a:any}} (and|to|until|till) {{b:any}}"
    ),
    (
        f"(time|duration|difference|interval|lead time) (between|from) {{a:any}} (and|to|until|"
        f"till) {{b:any}} [,] (in|as) [(full|whole)] {_UNIT}"
    ),
    (
        f"how many [(full|whole|complete|calendar)] {_UNIT} (lie between|passed between|are "
        f"between|there are between|from) {{a:any}} (and|to) {{b:any}}"
    ),
)
_IGNORED = (
    (
        "{rest:any} (,|;|\\() [(times|time)] [of day] (ignored|is ignored|are ignored|does not "
        "matter|not counted|does not count) [\\)]"
    ),
    (
        "{rest:any} (,|;|\\() (without time|without times|by date only|by calendar day|dates "
        "only|times of day ignored|ignoring time|ignoring times of day|ignoring time of day) "
        "[\\)]"
    ),
)


def _span(phrase: Phrase, ctx: Context) -> Piece | None:
    """Days, minutes and so on between two dates, named or in words."""
    ignored = next((found for each in _IGNORED if (found := phrase.match(each)) is not None), None)
    rest = ignored["rest"] if ignored else phrase
    for template in _SPANS:
        slots = rest.match(template)
        unit = slots["u"].text.strip().removesuffix("s") if slots else ""
        if slots is None or unit not in (*_PERIODS, "second"):
            continue
        start, end = _dated(slots["a"], ctx), _dated(slots["b"], ctx)
        if start is None or end is None or start.sql == end.sql or (start.literal and end.literal):
            continue
        whole = re.search(r"(?<!\S)(?:full|whole|complete|completed) ", rest.text) is not None
        if not whole and not ignored and unit in ("month", "year", "quarter", "week"):
            whole = ctx.holds(Choice.WHOLE_PERIODS)
        return Piece(f"{'date_sub' if whole else 'date_diff'}('{unit}', {start.sql}, {end.sql})", "BIGINT")
    return None


def _dated(slot: Phrase, ctx: Context) -> Piece | None:
    """A date: a column, one of the sources in words, or a fixed day."""
    value = fixed(slot)
    if value is not None:
        return value.fitted("DATE") if value.type == "DATE" else None
    piece = column_of(slot, ctx)
    return piece if piece is not None and piece.family in DATED else None


_AGES = (
    "[(age|age in)] [in] [(full|completed|whole)] years [of life] (on|at|as of|by|until) {b:any}",
    "age [of {w:word}] (on|at|as of|by) {b:any} [,] [in] [(full|completed|whole)] [years]",
    "[(full|completed|whole)] years (between|from) {s} (and|to) {b:any}",
    "[(full|completed|whole)] years since {s} (on|at|as of) {b:any}",
)


def _age(phrase: Phrase, ctx: Context) -> Piece | None:
    """Completed years from the only date among the sources to a day."""
    dates = [c for c in map(column_piece, ctx.scope.sources) if c.family in DATED]
    for template in _AGES:
        slots = phrase.match(template)
        day = _dated(slots["b"], ctx) if slots else None
        births = [c for c in dates if day is not None and c.sql != day.sql]
        if day is not None and len(births) == 1 and (not slots or not slots.get("s") or slots["s"].columns):
            return Piece(f"date_sub('year', {births[0].sql}, {day.sql})", "BIGINT")
    return None


_SHIFTS = (
    ("{d:c} (plus|\\+|increased by) {n:any} (day|days)", "+"),
    ("{n:any} days (after|from|past) {d:c}", "+"),
    ("{d:c} (plus|\\+) {n:c} [\\( in days \\)]", "+"),
    ("{d:c} (minus|-|less|reduced by) {n:any} (day|days)", "-"),
    ("{n:any} days before {d:c}", "-"),
)


def _shifted(phrase: Phrase, ctx: Context) -> Piece | None:
    """A date moved by as many days as a column says."""
    for template, sign in _SHIFTS:
        slots = phrase.match(template)
        date = column_piece(slots["d"].columns[0]) if slots else None
        count = ctx.value(slots["n"]) if slots and slots["n"].columns else None
        if date is None or date.family not in DATED or count is None:
            continue
        if count.family not in (Family.NUMBER, Family.UNKNOWN):
            continue
        moved = f"{date.sql} {sign} {count.sql} * INTERVAL 1 DAY"
        return (
            Piece(f"CAST({moved} AS DATE)", "DATE") if date.family is Family.DATE else Piece(moved, date.type)
        )
    return None


_LABELS = (
    (r"\d{4}-Q[1-4]|YYYY-Q[nq1-4Qx]?|JJJJ-Q", "strftime({0}, '%Y-Q') || quarter({0})"),
    (r"\d{4}Q[1-4]|YYYYQ[nqQx]?", "strftime({0}, '%YQ') || quarter({0})"),
    (r"\d{4}/Q[1-4]|YYYY/Q[nqQx]?", "strftime({0}, '%Y/Q') || quarter({0})"),
    (r"Q[1-4]/\d{4}|Q[nqQx]?/YYYY", "'Q' || quarter({0}) || strftime({0}, '/%Y')"),
    (r"Q[1-4] \d{4}|Q[nqQx]? YYYY", "'Q' || quarter({0}) || strftime({0}, ' %Y')"),
    (r"\d{4}-W\d{2}|YYYY-W(?:WW?|ww|nn|xx|IW)", "strftime({0}, '%G-W%V')"),
    (r"\d{4}W\d{2}|YYYYW(?:WW?|ww|nn|xx)", "strftime({0}, '%GW%V')"),
)
_PERIOD = (
    r"(?:(?:year and )?quarter|quarter and year|(?:iso )?(?:calendar )?week|year and (?:iso |calendar )?week|"
    r"quarter label|week label|year - quarter|label of quarter)"
)
_WRITTEN = (
    r"(?:in (?:form|format)|as(?: in)?|like|e \. g \.|e\.g(?: \.)?|"
    r"for example|written(?: as| like)?|such as|formatted as|"
    r"example)"
)
_LABELLED = re.compile(
    rf"(?:iso |calendar )?{_PERIOD}(?: label)?(?: (?:of|from|for))? (?:§c )?(?:, |\( |: )?{_WRITTEN}? ?"
    r"(?::|of|text)? ?(?P<label>(?:§q|§n|yyyy|jjjj|q\w*|\(|['\"“‘]).*?) ?(?:\) )?"
)


def _label(phrase: Phrase, ctx: Context) -> Piece | None:
    """The quarter or ISO week of a date as label: 2023-Q2, 2023-W07."""
    if not _LABELLED.fullmatch(phrase.text):
        return None
    example = re.search(r"['\"“‘(]?((?:\d{4}|YYYY|Q)[\w/ -]*?\w)['\"”’)]?$", phrase.raw.strip())
    found = next((sql for form, sql in _LABELS if example and re.fullmatch(form, example.group(1))), None)
    subject = ctx.subject(phrase.cut(0, 0) if not phrase.columns else _column(phrase))
    if found is None or subject is None or subject.family not in DATED:
        return None
    return Piece(found.replace("{0}", subject.sql), "VARCHAR")


def _column(phrase: Phrase) -> Phrase:
    """The only column mentioned, as a phrase of its own."""
    marks = tuple(mark for mark in phrase.marks if mark.column is not None)
    return Phrase(marks[:1], phrase.source)

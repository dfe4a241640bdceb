"""Dates: year of X, YYYYMMDD as integer, days between, add 30 days, first or last day of the month.

"Days between A and B" is B less A. Whether a started month or year counts is offered as an alternative.
"""

from __future__ import annotations

from signoff.core.generate.patterns.context import Choice, Context, number
from signoff.core.generate.patterns.formats import strptime_format
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece, text_literal
from signoff.core.generate.types import Family, family_of

NAME = "P10 dates"

_TAKE = (
    "[(take|get|extract|use|load|derive|calculate|return|only|just|populate with|take only|extract "
    "only|keep only|determine)]"
)
_OF = "[(of|from|for|in|out of|von|aus|de|:)] {s} [(as|to) (integer|number|int|whole number)]"
_UNIT = (
    "(year|years|month|months|day|days|week|weeks|quarter|quarters|hour|hours|minute|minutes|second|seconds)"
)
PARTS: tuple[tuple[str, str, str], ...] = (
    (
        f"{_TAKE} (year|year part|calendar year|year number|year component|jahr|année|año|yyyy) {_OF}",
        "year({0})",
        "BIGINT",
    ),
    (
        f"{_TAKE} (month|month part|month number|calendar month|month component|monat|mois|mes) {_OF}",
        "month({0})",
        "BIGINT",
    ),
    (f"{_TAKE} (day|day part|day of month|day number|day component|tag) {_OF}", "day({0})", "BIGINT"),
    (
        f"{_TAKE} (quarter|quarter part|quarter number|calendar quarter|quartal|trimestre) {_OF}",
        "quarter({0})",
        "BIGINT",
    ),
    (f"{_TAKE} (hour|hour part|hour of day|stunde) {_OF}", "hour({0})", "BIGINT"),
    (f"{_TAKE} (minute|minute part) {_OF}", "minute({0})", "BIGINT"),
    (f"{_TAKE} (day of year|day number of year) {_OF}", "dayofyear({0})", "BIGINT"),
    (
        f"{_TAKE} (iso week|iso week number|week number \\( iso \\)|calendar week|kalenderwoche) {_OF}",
        "week({0})",
        "BIGINT",
    ),
    (f"{_TAKE} (month name|name of month|full month name|monatsname) {_OF}", "monthname({0})", "VARCHAR"),
    (
        f"{_TAKE} (day name|weekday name|name of day|name of weekday|day of week name) {_OF}",
        "dayname({0})",
        "VARCHAR",
    ),
    (
        f"{_TAKE} (first day of month|first of month|start of month|beginning of month|month start|first day "
        f"of (its|that|same) month|erster des monats|month begin) "
        f"{_OF}",
        "CAST(date_trunc('month', {0}) AS DATE)",
        "DATE",
    ),
    (
        f"{_TAKE} (last day of month|end of month|month end|last of month|last day of (its|that|same) month|"
        f"letzter des monats) {_OF}",
        "last_day({0})",
        "DATE",
    ),
    (
        f"{_TAKE} (first day of year|start of year|beginning of year|year start) {_OF}",
        "CAST(date_trunc('year', {0}) AS DATE)",
        "DATE",
    ),
    (
        f"{_TAKE} (first day of quarter|start of quarter|beginning of quarter|quarter start) {_OF}",
        "CAST(date_trunc('quarter', {0}) AS DATE)",
        "DATE",
    ),
    (
        f"{_TAKE} (date|date part|date only|date portion|date component|only date|datum|date without time|"
        f"date part only|calendar date) {_OF} [only]",
        "CAST({0} AS DATE)",
        "DATE",
    ),
    ("(truncate|trunc|truncated|cut) {s} [to] (date|day)", "CAST({0} AS DATE)", "DATE"),
    (
        f"(remove|drop|strip|cut off|ignore|without) (time|time part|time portion|time component|time of day|"
        f"timestamp part) {_OF}",
        "CAST({0} AS DATE)",
        "DATE",
    ),
    ("{c} (without time|date only|date part|date part only|as date only)", "CAST({0} AS DATE)", "DATE"),
    ("(truncate|trunc) {s} to month", "CAST(date_trunc('month', {0}) AS DATE)", "DATE"),
)
AFTER_COLUMN = {"year": "year", "month": "month", "quarter": "quarter", "day": "day"}
FORMATS = (
    "(format|convert|formatted|show|write|display|output|transform|change|load|express|store|render|"
    "convert date|format date|date) {s} [(as|to|in|into|with)] [(text|string|date|a string|char)] [(in|"
    "with|as|of|using)] [(format|form|pattern)] [:] {f:any} [format] [(as (integer|number|int|text|"
    "string)|\\( (integer|number|int) \\)|integer|number|int)]",
    "{c} [(as|to|in|in format|formatted as|with format)] {f:any} [format] [(as (integer|number|int|text|"
    "string)|\\( (integer|number|int) \\)|integer|number)]",
    "[(format|as|in|to|in format|in format of|date format|date in format|date as|date key|date key as|"
    "date key in format|integer date key)] [:] [\\(] {f:any} [\\)] [format] [(as (integer|number|int|text|"
    "string)|\\( (integer|number|int) \\)|integer|number)] [of {s}]",
)
KEYS = (
    "(convert|transform|change|turn) {s} (into|to) [a] {w:word} \\( {f:any} \\)",
    "{w:word} \\( {f:any} \\) [of {s}]",
)
BETWEEN = (
    f"{_TAKE} [(number of|count of|total|difference in|difference)] {{u:word}} (between|from|elapsed "
    f"between|elapsed from|passed between|difference between) {{a:c}} (and|to|until|till) {{b:c}}",
    f"{_TAKE} (difference between|difference of|duration between|time between|duration from) {{a:c}} (and|"
    f"to) {{b:c}} (in|as) {{u:word}}",
    f"{_TAKE} [(number of|difference in)] {{u:word}} from {{a:c}} to {{b:c}}",
)
MINUS = (
    f"{_TAKE} {{b:c}} (minus|-|less) {{a:c}} [\\(] (in|as) [(number of|full)] {{u:word}} [\\)]",
    f"{_TAKE} {{b:c}} (minus|-|less) {{a:c}} \\( {{u:word}} \\)",
    f"{_TAKE} {{u:word}} (difference of|difference) [:] {{b:c}} (minus|-) {{a:c}}",
)
SHIFT = (
    (f"{_TAKE} {{c}} (plus|\\+|add|and add) {{n:any}} {{u:word}}", 1),
    ("(add|plus|\\+) {n:any} {u:word} [(to|on)] {s}", 1),
    (f"{_TAKE} {{n:any}} {{u:word}} (after|later than|from|past|following) {{c}}", 1),
    (f"{_TAKE} {{c}} (minus|-|less) {{n:any}} {{u:word}}", -1),
    ("(subtract|deduct|minus|take away|-) {n:any} {u:word} [from] {s}", -1),
    (f"{_TAKE} {{n:any}} {{u:word}} (before|prior to|earlier than|ahead of) {{c}}", -1),
    (f"{_TAKE} [(day|date)] (before) {{c}}", -101),
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The part, format, shift or span, when the whole phrase is one."""
    for compiled in (_part, _shifted, _between, _formatted):
        piece = compiled(phrase, ctx)
        if piece is not None:
            return piece
    return None


def _dated(piece: Piece | None) -> bool:
    return piece is not None and piece.family in (Family.DATE, Family.TIMESTAMP)


def _part(phrase: Phrase, ctx: Context) -> Piece | None:
    for template, sql, kind in PARTS:
        slots = phrase.match(template)
        if slots is None:
            continue
        subject = ctx.subject(slots.get("s") or slots.get("c") or Phrase((), phrase.source))
        if subject is not None and _dated(subject):
            return Piece(sql.replace("{0}", subject.sql), kind)
    return None


def _unit(slot: Phrase) -> str:
    """The unit of time a word names, in singular; empty for any other word."""
    word = slot.text.strip().removesuffix("s")
    german = {
        "tag": "day",
        "tage": "day",
        "monate": "month",
        "monat": "month",
        "jahre": "year",
        "jahr": "year",
    }
    word = german.get(word, word)
    return word if word in ("year", "month", "day", "week", "quarter", "hour", "minute", "second") else ""


def _shifted(phrase: Phrase, ctx: Context) -> Piece | None:
    for template, direction in SHIFT:
        slots = phrase.match(template)
        if slots is None:
            continue
        count = number(slots["n"]) if "n" in slots else 1
        unit = _unit(slots["u"]) if "u" in slots else "day"
        subject = ctx.subject(slots.get("c") or slots.get("s") or Phrase((), phrase.source))
        if not unit or count is None or count < 0 or subject is None or not _dated(subject):
            continue
        moved = f"{subject.sql} {'+' if direction > 0 else '-'} INTERVAL {count} {unit.upper()}"
        whole = subject.family is Family.DATE and unit in ("day", "week", "month", "quarter", "year")
        return Piece(f"CAST({moved} AS DATE)" if whole else moved, "DATE" if whole else "TIMESTAMP")
    return None


def _between(phrase: Phrase, ctx: Context) -> Piece | None:
    for template in (*BETWEEN, *MINUS):
        slots = phrase.match(template)
        if slots is None:
            continue
        unit = _unit(slots["u"])
        start, end = (column_piece(slots[name].columns[0]) for name in ("a", "b"))
        if not unit or not _dated(start) or not _dated(end):
            continue
        function = "date_diff"
        if unit in ("month", "year", "quarter", "week") and ctx.holds(Choice.WHOLE_PERIODS):
            function = "date_sub"
        return Piece(f"{function}('{unit}', {start.sql}, {end.sql})", "BIGINT")
    return None


def _is_target(name: str, slots: dict[str, Phrase], ctx: Context) -> bool:
    """Whether a word is the target column's name, or a word for a key of a date."""
    if name not in slots:
        return True
    word = slots[name].text.strip().replace("_", "")
    own = ctx.mapping.name.lower().replace("_", "") if ctx.mapping else ""
    return word == own or word in ("dateid", "datekey", "timeid", "date", "key", "integer", "id")


def _formatted(phrase: Phrase, ctx: Context) -> Piece | None:
    """A date written in a format, as text or, where it has digits only, as number."""
    for template in (*FORMATS, *KEYS):
        slots = phrase.match(template)
        form = strptime_format(slots["f"].raw) if slots else None
        if slots is None or form is None or slots["f"].columns or not _is_target("w", slots, ctx):
            continue
        subject = ctx.subject(slots.get("c") or slots.get("s") or Phrase((), phrase.source))
        if subject is None or not _dated(subject):
            continue
        written = f"strftime({subject.sql}, {text_literal(form)})"
        says_number = any(word in phrase.text.split() for word in ("integer", "number", "int"))
        wants_number = family_of(ctx.target_type) is Family.NUMBER
        if (says_number or wants_number) and not form.replace("%", "").isalpha():
            continue
        if says_number or wants_number:
            kind = ctx.target_type if wants_number else "INTEGER"
            return Piece(f"CAST({written} AS {kind})", kind)
        return Piece(written, "VARCHAR")
    return None

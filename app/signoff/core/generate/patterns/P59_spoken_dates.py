"""Parts and shapes of a date in any wording: "order year", "month, e.g. Jan", "week start (Monday)", "as YYYYMM".

Each phrase is a thing that is taken of a date, the date, and perhaps an example; an example has to fit.
"""

from __future__ import annotations

import re

from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.date_speech import dated, period_edge, without_occasion
from signoff.core.generate.patterns.formats import has_time, strptime_format
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, text_literal
from signoff.core.generate.types import Family, family_of

NAME = "P59 spoken dates"

_DO = (
    "[(take|get|extract|derive|calculate|return|only|use|load|determine|show|convert|convert to|truncate to|"
    "format as)]"
)
_OF = "[(of|from|for|in|out of|:|on|at)] {d:some}"
_NUMBER = (
    "[(as|in) [(a|an)] (number|integer|int|whole number|numeric)] [\\( (number|integer|1 - 12|§n - §n|§n to §n|§n "
    ". . §n|§n … §n|numeric) \\)] [§n - §n]"
)
_WEEKDAY_NUMBERS = (
    "(iso day of week|iso weekday|iso day of the week|iso dow|isodow|iso weekday number|iso day number)",
    (
        "(day of week|weekday|day of the week|day number in week|weekday number|day of week number|weekday as "
        "number|number of weekday|dow|day in week) [,] [\\(] [§n (to|-|…|. .) §n] [,] [\\(] {m:monday} [\\)] [\\)]"
    ),
)
_MONDAY = (
    "(monday = §n|§n = monday|monday is §n|§n is monday|§n for monday|monday first|monday as first day|starting "
    "monday|mon = §n|§n = mon|starting on monday|monday being §n|week starts monday|monday = first day) [(…|,|-|"
    "to|. . .|;|through|. .)] [(sunday = §n|§n = sunday|sunday is §n|§n for sunday|sun = §n|§n = sun)]"
)
_PARTS: tuple[tuple[str, str, str], ...] = (
    (f"{_DO} {{d:some}} (year|calendar year|year number|yr|year part) {_NUMBER}", "year({0})", "BIGINT"),
    (
        (
            f"{_DO} {{d:some}} (month|month number|month no|month no .|calendar month|month of year|month part) "
            f"{_NUMBER}"
        ),
        "month({0})",
        "BIGINT",
    ),
    (f"{_DO} (month|month number) {_OF} {_NUMBER}", "month({0})", "BIGINT"),
    (
        f"{_DO} {{d:some}} (day|day of month|day number|day of the month|day in month) {_NUMBER}",
        "day({0})",
        "BIGINT",
    ),
    (f"{_DO} {{d:some}} (quarter|quarter number|calendar quarter|qtr) {_NUMBER}", "quarter({0})", "BIGINT"),
    (f"{_DO} {{d:some}} (hour|hour of day|hour of the day|hour number) {_NUMBER}", "hour({0})", "BIGINT"),
    (
        (
            f"{_DO} {{d:some}} (week|iso week|week number|calendar week|iso week number|week no|iso calendar week|kw|"
            f"calendar week \\( iso \\)|week \\( iso \\)) {_NUMBER}"
        ),
        "week({0})",
        "BIGINT",
    ),
    (f"{_DO} (calendar week|week|week number) \\( iso \\) {_OF}", "week({0})", "BIGINT"),
    (
        (f"{_DO} {{d:some}} (day of year|day of the year|day number in year|julian day) {_NUMBER}"),
        "dayofyear({0})",
        "BIGINT",
    ),
    *(
        (f"{_DO} {shape.replace('{m:monday}', _MONDAY)} {_OF}", "isodow({0})", "BIGINT")
        for shape in _WEEKDAY_NUMBERS
    ),
    (
        (
            f"{_DO} [(english|full|full english|long)] (weekday name|day name|name of weekday|name of day|name of the "
            f"weekday|name of day of week|day of week name|weekday in words|weekday as text|weekda"
            f"y in full|weekday as name|day of week as text|full weekday name) [in english] {_OF} "
            f"[\\( (monday , tuesday …|e.g . monday|monday|monday to sunday|english|in english) \\)]"
        ),
        "dayname({0})",
        "VARCHAR",
    ),
    (
        (
            f"{_DO} [(english|full|full english|long)] (month name|name of month|name of the month"
            f"|full month name|month "
            f"in words|month as text|month as name) [in english] {_OF} [\\( (january|e.g . january"
            f"|english|in english) \\)]"
        ),
        "monthname({0})",
        "VARCHAR",
    ),
    (
        (
            f"{_DO} (three - letter month|three letter month|3 - letter month|§n letter month|month abbreviation|"
            f"abbreviated month|short month name|month short name|abbreviated month name) [name] {_OF}"
        ),
        ("strftime({0}, '%b')"),
        "VARCHAR",
    ),
    (
        (
            f"{_DO} (three - letter weekday|three letter weekday|§n letter weekday|weekday abbreviation|abbreviated "
            f"weekday|short weekday name|short day name) [name] {_OF}"
        ),
        ("strftime({0}, '%a')"),
        "VARCHAR",
    ),
    (
        (
            f"{_DO} {{d:some}} (quarter|calendar quarter) (with|as) (q prefix|prefix q|q in front|q1 to q4|q1 - q4|q1 "
            f". . q4|q1 … q4|q1 , q2 , q3 , q4|q1 / q2 / q3 / q4)"
        ),
        ("'Q' || quarter({0})"),
        "VARCHAR",
    ),
    (
        (
            f"[(letter|prefix)] (q|§q) (followed by|and|plus|\\+|then|\\|\\||concatenated with|&) [the] (quarter|"
            f"quarter number|number of quarter|calendar quarter) {_OF}"
        ),
        ("'Q' || quarter({0})"),
        "VARCHAR",
    ),
)
_STARTS = "(start|beginning|first day|first date|first|begin|1st|1st day)"
_ENDS = "(end|last day|last calendar day|final day|last date|last|close)"
_UNIT = "(month|quarter|year|week|calendar month|calendar year|calendar quarter|calendar week|iso week)"
_EDGES: tuple[tuple[str, bool], ...] = (
    (
        f"{_DO} {_STARTS} of [(its|that|same|this)] {{u:unit}} [(of|for|in|from|containing|with|:)] {{d:some}}",
        True,
    ),
    (
        (
            f"{_DO} {{u:unit}} (start|begin|beginning|start date|first day|commencing|starting|beginning date) "
            f"[date] [(of|for|from)] {{d:some}}"
        ),
        True,
    ),
    (
        (
            f"{_DO} {{d:some}} (truncated|trunc|cut|rounded down|floored|set back|reduced|trimmed) [down] to "
            f"[(start of|first of|first day of|beginning of|full)] {{u:unit}} [(start|level)]"
        ),
        True,
    ),
    (
        (
            "(truncate|trunc|cut|floor|set|put|move|bring|round down|reduce) [back] {d:some} [(down|back)] to "
            "[(start of|first of|first day of|beginning of|1st of)] [(its|that|same)] {u:unit} [(start|level)]"
        ),
        True,
    ),
    (
        (
            f"{_DO} {{u:unit}} of {{d:some}} \\( [(as|the)] (first day|first day of month|first of month|first "
            f"day of §s|start of month|as date|first of the month) \\)"
        ),
        True,
    ),
    (f"{_DO} monday of [(its|that|same)] {{u:week}} [(of|for|in|containing|with)] {{d:some}}", True),
    (
        f"{_DO} {_ENDS} of [(its|that|same|this)] {{u:unit}} [(of|for|in|from|containing|with|:)] {{d:some}}",
        False,
    ),
    (f"{_DO} {{u:unit}} (end|end date|close|last day|ending) [date] [(of|for|from)] {{d:some}}", False),
    (f"{_DO} sunday of [(its|that|same)] {{u:week}} [(of|for|in|containing|with)] {{d:some}}", False),
)
_MONDAYS = re.compile(
    r"(?:, |\( )?(?:weeks? (?:starts?|begins?|starting|beginning) (?:on )?monday|monday(?: based)?|iso|always "
    r"monday|= monday|a monday|monday start|starting monday) (?:\) )?$"
)
_SUNDAYS = re.compile(
    r"(?:, |\( )?(?:weeks? (?:ends?|ending) (?:on )?sunday|sunday|iso|always sunday|= sunday|a sunday) (?:\) )?$"
)
_NOUNS = (
    "(date|date key|key|period|period key|year and month|month and year|year - month|year month|month|month "
    "key|year|integer|number|int|date id|time|time part|"
    "time of day|time key|day|timestamp|date and time|date time|day key|string|text|char|calendar month|smart "
    "key|surrogate date key|time part only|only time)"
)
_FORM = (
    "(in form|in the form|in format|in the format|as|in|formatted as|formatted|format|with format|written as|"
    "written|using format|using|to|:|of form|with pattern|pattern|like)"
)
_TAIL = (
    "[format] [(as (integer|number|int|text|string|a number|numeric)|\\( (integer|number|int|as number|as integer|"
    "numeric|text) \\)|integer|number|int|text|string)]"
)
_WRITTEN = (
    f"{_DO} {_NOUNS} [part] [(of|from|for)] {{d:some}} [(,|;|\\()] {_FORM} [\\(] {{f:form}} [\\)] {_TAIL}",
    f"{_DO} {_NOUNS} [(only|part)] [\\(] {{f:form}} [\\)] {_TAIL} [(of|from|for) {{d:some}}]",
    f"{_DO} {_NOUNS} [(of|from|for)] {{d:some}} \\( {{f:form}} \\)",
    f"{_DO} {{d:some}} [(,|;)] {_FORM} [\\(] {{f:form}} [\\)] {_TAIL}",
    f"{_DO} {_NOUNS} [(of|from|for) {{d:some}}] (as|in) (integer|number|int|whole number|numeric value|text|string) "
    f"[(,|;|:|-|\\()] [(in|with|of)] [(form|format|pattern)] {{f:form}} [\\)]",
    "(integer|number|int) {f:form} [(of|from|for) {d:some}]",
    "{f:form} [(integer|number|int|format|as integer|as number|as int)] [(of|from|for) {d:some}]",
)
_EXAMPLE = re.compile(
    r"(?:, |\( |: |; )?(?:e\.g \. |e\.g |e \. g \. |eg |for example |for instance |such as |like |i\.e \. |"
    r"i\.e |example |example : )(?P<x>\S+(?: \S+){0,3}) (?:\) )?$"
)
_SHOWN = (
    (r"\d{1,2}", ("month", "day", "quarter", "hour", "week")),
    (r"\d{4}", ("year",)),
    (r"Q[1-4]", ("'Q' || quarter",)),
    (r"[A-Z][a-z]{2}", ("%b", "%a")),
    (r"[A-Z][a-z]{3,}", ("monthname", "dayname", "%B")),
)
_FORMAT_WORD = re.compile(r"[YyMmDdHhSsIiQq24./:,_-]+")


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The part or the shape of a date, when the whole phrase is one."""
    if not phrase.marks or len(phrase.marks) > 24 or not any(ctx.scope.sources):
        return None
    plain = without_occasion(phrase, ctx)
    found = _EXAMPLE.search(plain.text)
    if found is not None and found.start():
        main, shown = (
            plain.cut(0, found.start()),
            plain.cut(found.start("x"), found.end("x") + 1).raw.strip("'\""),
        )
        made = (_part(main, ctx), _quartered(main, shown, ctx), _shortened(main, shown, ctx))
        return next((piece for piece in made if piece is not None and _fits(piece, shown)), None)
    plain = _without_tails(plain)
    return _part(plain, ctx) or _bare_day(plain, ctx) or _edge(plain, ctx) or _written(plain, ctx)


_ONLY = re.compile(r"(?:, )?(?:only|in english|english) $")
_BARE = (
    "(day|date) of {d:any} (without|w / o|ignoring|excluding) (time|time of day|time part|hours)",
    "(day|date) of {d:any} only",
    "only (date|day) of {d:any}",
)


def _without_tails(phrase: Phrase) -> Phrase:
    """The phrase without "only" or the language at its end."""
    found = _ONLY.search(phrase.text)
    return phrase.cut(0, found.start()) if found is not None and found.start() else phrase


def _bare_day(phrase: Phrase, ctx: Context) -> Piece | None:
    """The day of a moment."""
    slots = next((found for each in _BARE if (found := phrase.match(each))), None)
    date = dated(slots["d"], ctx) if slots else None
    return Piece(f"CAST({date.sql} AS DATE)", "DATE") if date is not None else None


def _fits(piece: Piece, shown: str) -> bool:
    """Whether an example may be what comes out."""
    return any(re.fullmatch(shape, shown) and any(way in piece.sql for way in ways) for shape, ways in _SHOWN)


def _quartered(main: Phrase, shown: str, ctx: Context) -> Piece | None:
    """A quarter with its letter, where the example has one."""
    slots = main.match(
        f"{_DO} [{{d:some}}] (quarter|calendar quarter|quarter label|quarter name) [(of|from|for)] [{{e:some}}]"
    )
    date = dated(slots["d"] if slots["d"].marks else slots["e"], ctx) if slots else None
    return (
        Piece(f"'Q' || quarter({date.sql})", "VARCHAR")
        if date is not None and re.fullmatch(r"Q[1-4]", shown)
        else None
    )


def _shortened(main: Phrase, shown: str, ctx: Context) -> Piece | None:
    """A month or a weekday by its name, as the example has it."""
    slots = main.match(f"{_DO} (month|weekday|day of week|day) {_OF}")
    date = dated(slots["d"], ctx) if slots else None
    if slots is None or date is None or not shown.isalpha():
        return None
    months = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    months_said = shown[:3].lower() in months and "month" in main.text
    days_said = shown[:3].lower() in ("mon", "tue", "wed", "thu", "fri", "sat", "sun") and "day" in main.text
    if not (months_said or days_said) or not shown.istitle():
        return None
    short = len(shown) == 3
    return Piece(
        f"strftime({date.sql}, '%{('b' if months_said else 'a') if short else ('B' if months_said else 'A')}')",
        "VARCHAR",
    )


def _part(phrase: Phrase, ctx: Context) -> Piece | None:
    for template, sql, kind in _PARTS:
        slots = phrase.match(template)
        if slots is None:
            continue
        ones = [mark.token.value for mark in phrase.marks if mark.text == "§n"]
        if "isodow" in sql and ones and not set(ones) <= {"1", "7"}:
            continue
        if "%b" in sql and "letter" in phrase.text and ones and ones != ["3"]:
            continue
        if "§q" in phrase.text and [m.token.value for m in phrase.marks if m.text == "§q"] != ["Q"]:
            continue
        date = dated(slots.get("d") or Phrase((), phrase.source), ctx)
        if date is not None and (date.family is Family.TIMESTAMP or "hour" not in sql):
            return Piece(sql.replace("{0}", date.sql), kind)
    return None


def _edge(phrase: Phrase, ctx: Context) -> Piece | None:
    """The first or last day of a month, week and so on."""
    days = _MONDAYS.search(phrase.text) or _SUNDAYS.search(phrase.text)
    plain = (
        phrase.cut(0, days.start())
        if days is not None and days.start() and "week" in phrase.text[: days.start()]
        else phrase
    )
    for template, starts in _EDGES:
        slots = plain.match(template.replace("{u:unit}", "{u:any}").replace("{u:week}", "{u:any}"))
        if slots is None:
            continue
        unit = slots["u"].text.strip().split()[-1]
        date = dated(slots["d"], ctx) if slots["u"].match(_UNIT) is not None else None
        if date is None or (
            days is not None
            and plain is not phrase
            and (_SUNDAYS.search(phrase.text) is not None and "iso" not in days.group()) == starts
        ):
            continue
        return period_edge(date, unit, first=starts)
    return None


def _written(phrase: Phrase, ctx: Context) -> Piece | None:
    """A date written in a format, as a number where the target is one."""
    for template in _WRITTEN:
        slots = phrase.match(template.replace("{f:form}", "{f:any}"))
        form_said = slots["f"].raw.strip() if slots else ""
        form = (
            strptime_format(form_said)
            if slots and _FORMAT_WORD.fullmatch(form_said.replace(" ", ""))
            else None
        )
        date = dated(slots.get("d") or Phrase((), phrase.source), ctx) if slots and form else None
        if slots is None or form is None or date is None or (has_time(form) and date.family is Family.DATE):
            continue
        text = f"strftime({date.sql}, {text_literal(form)})"
        says_number = re.search(r"\b(?:integer|number|int|numeric)\b", phrase.text) is not None
        wants = family_of(ctx.target_type)
        if wants is Family.NUMBER or (says_number and wants is not Family.TEXT):
            if not form.replace("%", "").isalpha():
                return None
            kind = ctx.target_type if wants is Family.NUMBER else "INTEGER"
            return Piece(f"CAST({text} AS {kind})", kind)
        return Piece(text, "VARCHAR") if wants in (Family.TEXT, Family.UNKNOWN) else None
    return None

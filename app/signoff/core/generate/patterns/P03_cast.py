"""Conversions: "convert to number", "CAST as int", "to date, format DD.MM.YYYY".

What cannot be converted stops the run with an error, unless the rule says "null if invalid" or the like;
the lenient form is always offered as an alternative, so that a silent loss is never the first choice.
"""

from __future__ import annotations

import re

from signoff.core.generate.patterns.context import Choice, Context
from signoff.core.generate.patterns.formats import has_time, strptime_format
from signoff.core.generate.patterns.phrases import Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece, text_literal
from signoff.core.generate.types import Family, duckdb_type, family_of, fit_to_type, is_integer

NAME = "P03 cast"

_VERB = (
    "(convert|converted|cast|casted|change|transform|parse|parsed|type cast|typecast|turn|format|store|"
    "load|read|interpret|konvertieren|umwandeln|"
    "wandeln|convertir|coerce|treat|try cast|make|convert type|change type|change data type|change "
    "datatype|change the data type|data type change|conversion|data type conversion)"
)
_TO = "[(to|into|as|in|:|->|zu|nach|en|a)] [(data type|datatype|type)]"
_FORM = (
    "[(,|;)] [\\(] [(with|using|in|from|of|as|by|source|input)] [(date|source|input)] (format|mask|"
    "pattern|format is|format mask|date format|form) [(=|:|is|of)] {f:any} [\\)]"
)
SHAPES = (
    f"{_VERB} {{s}} {_TO} {{t:any}} {_FORM}",
    f"{_VERB} {{s}} {_TO} {{t:any}} \\( {{f:any}} \\)",
    f"{_VERB} (string|text|varchar|char|number|integer|value) (to|into) {{t:any}}",
    f"{_VERB} (string|text|varchar|char|number|integer|value) (to|into) {{t:any}} \\( {{f:any}} \\)",
    f"{_VERB} (string|text|varchar|char|number|integer|value) (to|into) {{t:any}} {_FORM}",
    f"{_VERB} {{f:any}} (to|into) {{t:any}}",
    f"{_VERB} {{s}} from [(format|text|string)] {{f:any}} (to|into) {{t:any}}",
    f"{_VERB} {{s}} {_TO} {{t:any}}",
    f"(direct|direct move|move|direct mapping|copy|one to one|as is) [(,|\\(|with|and|;|then|-)] [but] "
    f"{_VERB} {{s}} {_TO} {{t:any}} [\\)]",
    f"(direct|direct move|move|direct mapping|copy|one to one|as is) [(,|\\(|with|and|;|then|-)] [(to|"
    f"as)] {{t:any}} {_VERB} [\\)]",
    f"{{c}} (to|into|as|->|zu) {{t:any}} {_FORM}",
    "{c} (to|into|as|->|zu) {t:any} \\( {f:any} \\)",
    "{c} (to|into|as|->|zu) {t:any}",
    "(to|as|into) {t:any}",
    f"(to|as|into) {{t:any}} {_FORM}",
    "{c} : : {t:any}",
    "(number|date|text|string|integer|numeric|decimal|type) (conversion|cast)",
    f"{{t:any}} from {{s}} {_FORM}",
    "(date|timestamp) (format|in format|in the format|given as|as) {f:any}",
    f"text (to|into) {{t:any}} {_FORM}",
    "text (to|into) {t:any} \\( {f:any} \\)",
    "text (to|into) {t:any}",
    "[text] (in|of|with) [(form|format|pattern)] {f:any} (to|into|as) {t:any}",
    "{f:any} (to|into) {t:any}",
)
_CHAINED = (f"{{before:most}} (and|then|, and|, then|and then|,) {_VERB} [it] {_TO} {{t:any}}",)
_LENIENT = (
    "{rest:any} [(,|;|\\(|.)] [and] [(null|set null|set to null|load null|otherwise null|else null|null "
    "otherwise)] (if|when|where|on) [(it|§s|the conversion|conversion|that|this)] [(is|can|could|does|on)] "
    "(invalid|not valid|not valid date|not possible date|not real date|no valid date|no date|no number|"
    "not valid number|not number|not date|unparsable|unparseable|not "
    "numeric|not a number|not number|not a date|not a valid date|not a valid number|cannot be converted|"
    "not possible|fails|error|impossible|not be converted|not be parsed|wrong|"
    "not convertible|not parsable|cannot be parsed|conversion fails|not numeric) [(then|,|"
    "->)] [(null|set null|load null|set to null|to null)] [\\)]",
    "{rest:any} [(,|;|\\()] [and] (invalid|unparsable|wrong|bad|non numeric|not numeric|all other|other|"
    "invalid or blank) [(value|values|dates|numbers|date|entries|ones|text)] "
    "(->|to|become|becomes|are|as|=|is|set to|give|get|result in) [(set to|loaded as|made)] (null|no "
    "value) [\\)]",
    "{rest:any} [(,|;|\\()] (else|otherwise|or) null [\\)]",
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The conversion, when the whole phrase says from which column to which type."""
    lenient = first_match(phrase, _LENIENT)
    said = (lenient is not None and "null" in phrase.text) or (
        lenient is not None and "no value" in phrase.text
    )
    if lenient is not None and not said:
        return None
    body = lenient["rest"] if lenient is not None else phrase
    for template in SHAPES:
        slots = body.match(template)
        made = _converted(slots, ctx, said) if slots is not None else None
        if made is not None:
            return made
    return _chained(body, ctx, said)


def _chained(body: Phrase, ctx: Context, lenient: bool) -> Piece | None:
    """A conversion of what the words before it make: trim and cast as integer."""
    slots = first_match(body, _CHAINED)
    before = ctx.value(slots["before"]) if slots else None
    wanted = _wanted(slots["t"].raw, ctx) if slots else ""
    if before is None or before.column is not None or before.literal is not None or not wanted:
        return None
    return _plain_cast(before, wanted, ctx, lenient)


def _converted(slots: dict[str, Phrase], ctx: Context, lenient: bool) -> Piece | None:
    """SQL of one shape's slots."""
    empty = Phrase((), "")
    subject = ctx.subject(slots.get("s") or slots.get("c") or empty)
    if subject is None:
        return None
    form_slot = slots.get("f", empty)
    wanted = _wanted(slots["t"].raw, ctx) if "t" in slots else ctx.target_type
    if not wanted:
        return None
    form = strptime_format(form_slot.raw) if form_slot.marks else None
    if form_slot.marks and form is None:
        return None
    if form is not None:
        return with_format(subject, form, wanted, ctx, lenient)
    return _plain_cast(subject, wanted, ctx, lenient)


_LOOSE = {"number": Family.NUMBER, "numeric": Family.NUMBER, "numeric "
    "value": Family.NUMBER, "a number": Family.NUMBER, "numbers": Family.NUMBER,
          "zahl": Family.NUMBER, "nombre": Family.NUMBER, "numero": Family.NUMBER, "número": Family.NUMBER,
              "decimal": Family.NUMBER,
          "text": Family.TEXT, "string": Family.TEXT, "char": Family.TEXT, "character": Family.TEXT,
              "varchar": Family.TEXT,
          "target type": Family.OTHER, "target": Family.OTHER, "target "
              "data": Family.OTHER, "target data type": Family.OTHER, "target "
                  "datatype": Family.OTHER, "type of target": Family.OTHER}  # fmt: skip


def _wanted(said: str, ctx: Context) -> str:
    """The type the rule names, the target's own where it names only its family; empty when not understood."""
    words = (
        " ".join(said.lower().split())
        .removeprefix("a ")
        .removeprefix("an ")
        .removesuffix(" type")
        .removesuffix(" format")
    )
    loose = _LOOSE.get(words)
    target = ctx.target_type
    if "(" in words and not re.search(r"\([\d\s,]+\)", words):
        return ""
    if loose is Family.OTHER:
        return target
    if loose is not None and target and family_of(target) is loose:
        return target
    if loose is Family.NUMBER:
        return "DOUBLE" if not target else ""
    return duckdb_type(words)


def _plain_cast(subject: Piece, wanted: str, ctx: Context, lenient: bool) -> Piece | None:
    """A cast without a format; none is needed within a family, except to whole numbers."""
    same = subject.family is family_of(wanted)
    if same and not (is_integer(wanted) and not is_integer(subject.type)):
        return Piece(subject.sql, subject.type)
    if same:
        return Piece(f"CAST({subject.sql} AS {wanted})", wanted)
    text = subject.family is Family.TEXT
    loses = lenient or (text and ctx.holds(Choice.UNFIT_IS_NULL))
    sql = fit_to_type(subject.sql, subject.type, wanted, lenient=loses)
    return None if sql is None or sql == subject.sql else Piece(sql, wanted)


def with_format(subject: Piece, form: str, wanted: str, ctx: Context, lenient: bool = False) -> Piece | None:
    """A text or number read as date by a format, or a date written as text by it."""
    family = family_of(wanted)
    quoted = text_literal(form)
    if subject.family in (Family.TEXT, Family.NUMBER) and family in (Family.DATE, Family.TIMESTAMP):
        reader = "try_strptime" if lenient or ctx.holds(Choice.UNFIT_IS_NULL) else "strptime"
        sql = f"{reader}({subject.as_text}, {quoted})"
        return Piece(sql if family is Family.TIMESTAMP else f"CAST({sql} AS DATE)", wanted)
    if subject.family in (Family.DATE, Family.TIMESTAMP) and family is Family.TEXT:
        return Piece(f"strftime({subject.sql}, {quoted})", "VARCHAR")
    if subject.family in (Family.DATE, Family.TIMESTAMP) and family is Family.NUMBER and not has_time(form):
        return Piece(f"CAST(strftime({subject.sql}, {quoted}) AS {wanted})", wanted)
    return None

"""Fixed values and audit columns.

Fires on "Constant 'SRM'", "Expression: "1"", "hard-coded X", "Static X", "always Y", "Set to NULL", a
quoted value or a number alone, "default X" where there is no source, and on the run's date and time
("Sysdate", "load timestamp"), which differ from run to run and are remarked upon.
"""

from __future__ import annotations

import re

from signoff.core.domain.sentences import say
from signoff.core.generate.patterns.bare import bare_text
from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.phrases import NUMBER, Phrase, first_match
from signoff.core.generate.patterns.pieces import NULL, Piece, quoted_text
from signoff.core.generate.types import Family, family_of

NAME = "P02 constant"

_KIND = (
    "(constant|const|fixed|static|hardcoded|hardcode|hard coded|hard code|literal|konstant|konstante|"
    "fest|constante|fijo|valor fijo|valeur fixe|festwert)"
)
_VALUE = "[(value|§s|text|string|literal|wert)] [(of|as|to|:|=|-|->|with|is)]"
FIXED = (
    f"[(load|populate|set|use|insert|put|assign|fill|map|derive)] [(as|with|to|a)] [a] {_KIND} {_VALUE} "
    f"{{l}}",
    f"{_KIND} {_VALUE} {{w:any}}",
    f"{{l}} [(,|-|\\()] [(as|is)] [a] {_KIND} [(value|for all rows|for all records|for every row|\\))]",
    "(always|immer|toujours|siempre) [(set|load|populate|use|assign)] [(to|as|with|=)] {l}",
    "(always|immer|toujours|siempre) [(set|load|populate|use|assign)] [(to|as|with|=)] {w:any}",
    "(load|set|populate|put|insert|assign|use|fill|write|return|setze) [(always|all|all rows|all records|"
    "column|field|target)] [(to|as|with|auf|=|value)] [(value|text|string)] {l} [(for all rows|for all "
    "records|for every row|for every record|always|in all cases)]",
    "= {l}",
    "(§s|value|text) [(=|:)] {l}",
    "{l}",
    "{l} (for all rows|for all records|for every row|for every record|always|for all)",
)
DEFAULT = (
    "<load> (default|defaults|defaulted|default value|standardwert|valeur par défaut|valor por defecto) "
    "[(value|is|to|as|:|=|of|with|to value)] {l}",
    "(set|load|populate) [(with|to|as)] default [value] {l}",
    "(default|defaults|default value) [(is|to|as|:|=|with)] {w:any}",
    "{l} (as default|by default)",
    "{l} \\( default \\)",
)
NOTHING = (
    "<load> (null|nulls)",
    "(null|always null|set to null|leave null|load null|null for all rows|not mapped , set null|not "
    "mapped , null|not available , null|no source , set to null|no source , load null|not mapped , set to "
    "null|no source - null|no source : null|not used , null|leave it null|set null|null "
    "value|default null|default to null|constant null|"
    "no source , null|set as null|null for now|keep null|leer lassen|hardcode null|hard coded null|hard "
    "coded as null|hardcoded to null|leave empty \\( null \\)|(always|stays|remains|is always|kept|left|leave it) "
    "empty|empty (in|for) (all|every) (rows|row)|no value|never filled)",
)
NOW = (
    "<load> (sysdatetime|systimestamp|now|now \\( \\)|current timestamp|current_timestamp|"
    "current_timestamp \\( \\)|"
    "getdate|getdate \\( \\)|current date time|current datetime|current date and time|current time stamp|"
    "system timestamp|"
    "system date and time|load timestamp|load time|load date and time|load datetime|etl timestamp|etl "
    "load timestamp|"
    "insert timestamp|ingestion timestamp|ingestion time|pipeline timestamp|audit timestamp|run timestamp|"
    "processing timestamp|timestamp of [(this|current)] "
    "(load|run|insert|processing)|"
    "date and time of [(this|current)] (load|run|insert|processing)|time of load|batch timestamp|sysdate "
    "with time|"
    "system time|aktueller zeitstempel|ladezeitpunkt|ladezeit|horodatage courant|fecha y hora actual)"
    "[(at|on|of|during)] [(load|insert|run|runtime|run time|loading|update|insert time|load time)]",
)
TODAY = (
    "<load> (sysdate|sysdate \\( \\)|system date|current date|current_date|current_date \\( \\)|today|"
    "today ' s date|todays date|date of [(this|current)] "
    "(load|run|insert|processing)|load date|run date|etl date|etl load date|processing date|batch date|"
    "insert date|date of today|pipeline date|pipeline run date|ingestion date|"
    "heute|heutiges datum|tagesdatum|ladedatum|date du jour|date courante|fecha actual|fecha de carga|"
    "curdate \\( \\))"
    "[(at|on|of|during)] [(load|insert|run|runtime|run time|loading|update|insert time|load time)]",
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The fixed value or the run's time, when the whole phrase says so."""
    if first_match(phrase, NOTHING) is not None:
        return NULL
    run = _run_time(phrase, ctx)
    if run is not None:
        return run
    slots = first_match(phrase, FIXED)
    if slots is None and not ctx.scope.sources:
        slots = first_match(phrase, DEFAULT)
    if slots is None:
        return _flag_alone(phrase, ctx) or _kind_says_so(phrase, ctx)
    if slots.get("l") is not None:
        return None if _doubtful(phrase, ctx) or _names_sources(slots["l"], ctx) else fixed(slots["l"])
    text = bare_text(slots["w"]) or _code(slots["w"])
    return quoted_text(text) if text else None


def _flag_alone(phrase: Phrase, ctx: Context) -> Piece | None:
    """``false`` as the whole rule of a column of truth values that has no source."""
    if family_of(ctx.target_type) is not Family.FLAG or ctx.scope.sources:
        return None
    slots = phrase.match("(true|false) [(for all rows|for every row|for all|always|everywhere|in all rows)]")
    return quoted_text(phrase.text.split()[0]) if slots is not None else None


def _names_sources(slot: Phrase, ctx: Context) -> bool:
    """Whether the text between quotes names a source column among other words: how they are put together."""
    words = {word.casefold() for word in re.findall(r"\w+", slot.raw)}
    return bool(words & {column.column.name.casefold() for column in ctx.scope.sources}) and len(words) > 1


def _doubtful(phrase: Phrase, ctx: Context) -> bool:
    """A number alone beside a source may as well be a rule's number or a note."""
    return phrase.text == f"{NUMBER} " and bool(ctx.scope.sources)


def _code(words: Phrase) -> str | None:
    """A system's code such as OLTP_SYSTEM, where the rule has said that a fixed value follows."""
    code = words.raw
    return (
        code
        if len(words.marks) == 1 and not words.columns and code.replace("_", "").isalnum() and code.isupper()
        else None
    )


def _kind_says_so(phrase: Phrase, ctx: Context) -> Piece | None:
    """A bare word where the document's kind of mapping says that it is a fixed value."""
    kind = ctx.mapping.rule_kind.casefold() if ctx.mapping else ""
    if kind not in (
        "constant",
        "default",
        "default value",
        "static",
        "hardcoded",
        "hard coded",
        "fixed",
        "literal",
        "const",
    ):
        return None
    text = bare_text(phrase) or _code(phrase)
    return quoted_text(text) if text and not ctx.scope.sources else None


def _run_time(phrase: Phrase, ctx: Context) -> Piece | None:
    """The run's date or moment, with a remark that it differs from run to run."""
    if first_match(phrase, NOW) is not None:
        piece = Piece("CAST(current_timestamp AS TIMESTAMP)", "TIMESTAMP")
    elif first_match(phrase, TODAY) is not None:
        wants_time = ctx.target_type.startswith("TIMESTAMP")
        piece = (
            Piece("CAST(current_timestamp AS TIMESTAMP)", "TIMESTAMP")
            if wants_time
            else Piece("current_date", "DATE")
        )
    else:
        return None
    ctx.remark("D31", say("assumed.time_of_run"))
    return piece

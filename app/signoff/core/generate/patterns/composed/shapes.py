"""What is done to a value once it is there: "2 decimals", "in capitals", "never below 0", "without dashes".

Each shape is words and what they make of a piece; the words may stand behind a value, after a comma, or alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.generate.patterns.composed.lexicon import unit_named
from signoff.core.generate.patterns.composed.nouns import in_unit
from signoff.core.generate.patterns.composed.spans import trimmed
from signoff.core.generate.patterns.composed.times import decimal_span
from signoff.core.generate.patterns.formats import has_time, strptime_format
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, text_literal
from signoff.core.generate.patterns.signs import sign_of
from signoff.core.generate.patterns.spans import NUMBER, Match, cut, matched
from signoff.core.generate.types import Family

Made = Callable[[Match, Piece], Piece | None]

_N = rf"(?P<n>{NUMBER})"
_DO = (
    r"(?:(?:and |then |convert |converted |put |change |changed |turn |turned |write |written |"
    r"use |take |make it |all |it |§s |result |set |to |in |into |as |is |are ))*"
)


def _rounded(piece: Piece, digits: int) -> Piece | None:
    if piece.family not in (Family.NUMBER, Family.UNKNOWN):
        return None
    spanned = decimal_span(piece.sql, str(digits)) if digits else None
    if spanned is not None:
        return Piece(spanned, "DOUBLE")
    return (
        Piece(f"round({piece.sql}, {digits})", piece.type or "DOUBLE")
        if digits
        else Piece(f"round({piece.sql})", "DOUBLE")
    )


def _round(found: Match, piece: Piece) -> Piece | None:
    digits = found.number("n")
    return _rounded(piece, int(digits)) if digits.isdigit() else None


def _text(function: str) -> Made:
    def made(found: Match, piece: Piece) -> Piece | None:
        return Piece(function.replace("{0}", piece.sql), "VARCHAR") if piece.family is Family.TEXT else None

    return made


def _number(sql: str, kind: str = "DOUBLE") -> Made:
    def made(found: Match, piece: Piece) -> Piece | None:
        if piece.family is not Family.NUMBER or piece.literal is not None:
            return None
        n = found.number("n")
        if "{n}" in sql and (not n or (sql.startswith("{0} /") and not float(n))):
            return None
        return Piece(sql.replace("{0}", _grouped(piece.sql)).replace("{n}", n), piece.type or kind)

    return made


def _grouped(sql: str) -> str:
    return sql if re.fullmatch(r"[\w.\"]+|\w+\((?:[^()]|\([^()]*\))*\)", sql) else f"({sql})"


def _cap(found: Match, piece: Piece) -> Piece | None:
    """A bound of the value; no value stays none."""
    if piece.family is not Family.NUMBER:
        return None
    sql = piece.sql
    low, high = found.number("low"), found.number("high")
    if low:
        sql = f"CASE WHEN {sql} < {low} THEN {low} ELSE {sql} END"
    if high:
        sql = f"CASE WHEN {sql} > {high} THEN {high} ELSE {sql} END"
    return Piece(sql, piece.type) if low or high else None


def _removed(found: Match, piece: Piece) -> Piece | None:
    """Without one or more signs."""
    if piece.family is not Family.TEXT:
        return None
    sql = piece.sql
    for part in re.split(r" ?(?:,|and|or|nor|&|/) (?:no |without |any |all )?", found.text("signs") + " "):
        sign = _sign(part.strip(), found)
        if not sign:
            return None
        sql = f"replace({sql}, {text_literal(sign)}, '')"
    return Piece(sql, "VARCHAR")


def _sign(word: str, found: Match) -> str:
    if "bracket" in word or "quote" in word:
        return ""
    names = {"space": " ", "spaces": " ", "blank": " ", "blanks": " ", "white space": " ", "whitespace": " "}
    if word in names:
        return " "
    slot = next(
        (
            each
            for each in found.part("signs").split(r"(?:, |and |or |nor |& |/ |no |without |any |all )")
            if each.text.strip() == word
        ),
        None,
    )
    return (sign_of(slot) or "") if slot is not None else ""


def _percentage(found: Match, piece: Piece) -> Piece | None:
    quotient = (
        " / " in piece.sql
        and piece.family is Family.NUMBER
        and piece.column is None
        and "* 100" not in piece.sql
    )
    return Piece(f"{_grouped(piece.sql)} * 100", "DOUBLE") if quotient else None


def _scaled(by: int) -> Made:
    def made(found: Match, piece: Piece) -> Piece | None:
        return Piece(f"{_grouped(piece.sql)} / {by}", "DOUBLE") if piece.family is Family.NUMBER else None

    return made


def _padded(found: Match, piece: Piece) -> Piece | None:
    digits = found.number("n")
    fits = piece.family is Family.TEXT or (piece.family is Family.NUMBER and "INT" in piece.type)
    return Piece(f"lpad({piece.as_text}, {digits}, '0')", "VARCHAR") if digits.isdigit() and fits else None


def _part(function: str) -> Made:
    def made(found: Match, piece: Piece) -> Piece | None:
        n = found.number("n") or "1"
        fits = piece.family is Family.TEXT and n.isdigit() and int(n) > 0
        return Piece(f"{function}({piece.sql}, {n})", "VARCHAR") if fits else None

    return made


def _affix(found: Match, piece: Piece) -> Piece | None:
    slot = found.part("x")
    text = _literal(slot)
    if text is None:
        return None
    made = piece.as_text
    return Piece(
        f"{text_literal(text)} || {made}" if found.knows("front") else f"{made} || {text_literal(text)}",
        "VARCHAR",
    )


def _literal(slot: Phrase) -> str | None:
    """A quoted text, a sign by its name, or a few capitals."""
    if len(slot.marks) == 1 and slot.marks[0].text == "§q":
        return slot.marks[0].token.value
    raw = slot.raw
    if len(slot.marks) == 1 and raw.isalnum() and raw.isupper() and len(raw) <= 4:
        return raw
    return sign_of(slot)


def _to_unit(found: Match, piece: Piece) -> Piece | None:
    unit = unit_named(found.text("unit"))
    return in_unit(piece, unit) if unit else None


def _stripped(found: Match, piece: Piece) -> Piece | None:
    """Without a given text in front."""
    slot = found.part("x")
    if piece.family is not Family.TEXT or not slot.marks:
        return None
    told = slot.marks[0].token.value if len(slot.marks) == 1 and slot.marks[0].text == "§q" else slot.raw
    if (
        len(told) < 2
        or re.search(r"\s|'", told)
        or slot.columns
        or (slot.marks[0].text != "§q" and not re.search(r"[/:.]", told))
    ):
        return None
    return Piece(
        f"CASE WHEN starts_with({piece.sql}, {text_literal(told)}) THEN substr({piece.sql}, {len(told) + 1}) "
        f"ELSE {piece.sql} END",
        "VARCHAR",
    )


def _before(found: Match, piece: Piece) -> Piece | None:
    sign = _literal(found.part("x"))
    if piece.column is None or piece.family is not Family.TEXT or not sign or sign.isdigit():
        return None
    return Piece(
        f"split_part({piece.sql}, {text_literal(sign)}, {2 if found.has('behind') else 1})", "VARCHAR"
    )


def _to_number(found: Match, piece: Piece) -> Piece | None:
    if piece.family is not Family.TEXT:
        return piece if piece.family is Family.NUMBER else None
    whole = bool(re.search(r"int|whole", found.text("what")))
    return Piece(f"CAST({piece.sql} AS {'BIGINT' if whole else 'DOUBLE'})", "BIGINT" if whole else "DOUBLE")


def _sentinel(found: Match, piece: Piece) -> Piece | None:
    """Values of the source that stand for none."""
    values = [mark.token.value for mark in found.part("x").marks if mark.text in ("§n", "§q", "§d")]
    dated = re.fullmatch(r"CAST\(strptime\(([\w.\"]+), ('[^']*')\) AS DATE\)", piece.sql)
    if dated is not None and values:
        inner = _sentinel(found, Piece(dated[1], "VARCHAR"))
        return (
            Piece(f"CAST(strptime({inner.sql}, {dated[2]}) AS DATE)", "DATE") if inner is not None else None
        )
    made = [Piece(text_literal(value), "VARCHAR", value).fitted(piece.type or "VARCHAR") for value in values]
    if not made or any(each is None for each in made):
        return None
    listed = ", ".join(each.sql for each in made if each is not None)
    if len(made) == 1:
        return Piece(f"nullif({piece.sql}, {listed})", piece.type)
    return Piece(f"CASE WHEN {piece.sql} IN ({listed}) THEN NULL ELSE {piece.sql} END", piece.type)


def _read_date(found: Match, piece: Piece) -> Piece | None:
    """A text as the date that it writes in a format."""
    form = "%Y%m%d" if found.text("form") in ("dats", "") else strptime_format(found.part("form").raw)
    if (
        piece.family is not Family.TEXT
        or form is None
        or has_time(form)
        or (not found.has("form") and not found.has("dats"))
    ):
        return None
    return Piece(f"CAST(strptime({piece.sql}, {text_literal(form)}) AS DATE)", "DATE")


def _written_date(found: Match, piece: Piece) -> Piece | None:
    """A date as text in a format."""
    form = strptime_format(found.part("form").raw)
    if piece.family not in (Family.DATE, Family.TIMESTAMP) or form is None:
        return None
    return Piece(f"strftime({piece.sql}, {text_literal(form)})", "VARCHAR")


def _range_note(found: Match, piece: Piece) -> Piece | None:
    """The range that a part of a date has anyway."""
    ranges = {
        "hour(": ("0", "23"),
        "month(": ("1", "12"),
        "quarter(": ("1", "4"),
        "minute(": ("0", "59"),
        "day(": ("1", "31"),
    }
    told = (found.number("a"), found.number("b"))
    return (
        piece if any(piece.sql.startswith(name) and told == span for name, span in ranges.items()) else None
    )


_DECIMALS = (
    r"(?:decimals?|decimal places?|places?|digits? after (?:point|decimal point|comma)|"
    r"dec(?: \.)?|dp)(?: (?:places?|digits?))?"
)
_ROUND = (
    r"(?:(?:commercially |and |then )*(?:round|rounded|rounding|round off|rounded off)(?: (?:off|"
    r"half up|commercially|result|it|§s))? ?(?:to|at|on|by)? ?)?"
)
_UPPER = (
    r"(?:upper ?case|upper|uppercased|upper cased|capitals|capital letters|all caps|"
    r"block capitals|big letters|in big letters|capitalised|capitalized|made upper case)"
)
_LOWER = (
    r"(?:lower ?case|lower|lowercased|lower cased|small letters|lower letters|made lower case|"
    r"all small letters)"
)
_TRIM = (
    r"(?:trim|trimmed|strip|stripped|trim it|trim §s|trim result|trim blanks|trim spaces|"
    r"trim(?:med)? (?:of )?(?:both sides|both ends|white ?space|"
    r"spaces|blanks)|(?:without|no|remove|removing|strip|minus) (?:any )?(?:leading (?:and|or|"
    r"/) trailing|surrounding|outer|extra) "
    r"(?:spaces|blanks|white ?space)|(?:leading (?:and|or|/) trailing|surrounding|"
    r"outer) (?:spaces|blanks|white ?space) "
    r"(?:removed|stripped|cut off|cut|trimmed)|without (?:spaces|"
    r"blanks)(?: \S+){0,4} (?:in )?front (?:or|and) (?:behind|after|at end)|"
    r"(?:strip|trim|remove|cut|cut off|without|no) (?:any |all )?(?:spaces|blanks|white ?space) "
    r"(?:on |at |from )?(?:left and right|"
    r"right and left|both sides|both ends|before and behind|before and after|in front and behind|front and back)|"
    r"(?:without|no) (?:spaces|blanks) (?:around it|around §s|at (?:both )?ends?|at either end))"
)
_SIGNS_LIST = r"(?P<signs>(?:\S+ )+?)"

_FORM = (
    r"(?:(?:yyyy|yy|mm|dd|mon|month|hh|hh24|mi|ss|yyyymmdd|yyyymm|ddmmyyyy|mmddyyyy|yymmdd|jjjj|"
    r"tt|[-/.:]) )+?"
)

SHAPES: tuple[tuple[str, Made], ...] = (
    (
        r"(?:as is|as it is|as §s is|as they are|as it stands|unchanged|itself|directly|"
        r"as they stand|exactly as written|exactly as it is|"
        r"as written|as it comes) ",
        lambda f, p: p,
    ),
    (rf"{_DO}{_ROUND}(?:with |at |of |to |a )*{_N} {_DECIMALS} ", _round),
    (rf"{_DO}(?:commercially )?(?:round|rounded|rounding)(?: (?:it|§s|result|off))? to {_N} ", _round),
    (
        rf"{_DO}(?:commercially )?(?:round|rounded|rounding)(?: (?:off|result|it|§s))? to (?:full |"
        rf"whole |nearest )*"
        r"(?:cents?|rappen|pennies|penny|pence) ",
        lambda f, p: _rounded(p, 2),
    ),
    (
        rf"{_DO}(?:without (?:any )?decimals?|no decimals?(?: places?)?|(?:round|rounded|"
        rf"rounding)(?: (?:it|§s|result|off))? to (?:an? |the |full |whole |nearest |next )*"
        r"(?:integer|whole number|number|units?|euros?|francs?|dollars?|whole|full number)s?|"
        r"(?:as )?(?:an? )?whole numbers?|whole|"
        r"(?:whole|full) (?:euros?|francs?|dollars?|percent)|rounded to whole \w+) ",
        lambda f, p: _rounded(p, 0),
    ),
    (
        rf"{_DO}(?:always )?(?:round|rounded|rounding) up(?: to (?:next )?(?:whole|full)? ?(?:number|"
        rf"integer|unit)?)? ",
        _number("ceil({0})"),
    ),
    (
        rf"{_DO}(?:always )?(?:round|rounded|rounding) down(?: to (?:next )?(?:whole|"
        rf"full)? ?(?:number|integer|unit)?)? ",
        _number("floor({0})"),
    ),
    (rf"{_DO}{_UPPER} ", _text("upper({0})")),
    (rf"{_DO}{_LOWER} ", _text("lower({0})")),
    (rf"{_DO}{_TRIM} ", _text("trim({0})")),
    (
        rf"{_DO}(?:trim|remove|strip|cut|cut off) (?:any )?(?:trailing|right) (?:spaces|blanks|"
        rf"white ?space) |{_DO}(?:r ?trim|right trim) ",
        _text("rtrim({0})"),
    ),
    (
        rf"{_DO}(?:trim|remove|strip|cut|cut off) (?:any )?(?:leading|left) (?:spaces|blanks|"
        rf"white ?space) |{_DO}(?:l ?trim|left trim) ",
        _text("ltrim({0})"),
    ),
    (
        rf"{_DO}(?:(?:strip|remove|drop|cut|cut off|without|no|trim|suppress|suppressing|removing|"
        rf"dropping) (?:any |all |the )?leading (?:zero|zeros|zeroes|0|0s|§n|§n s|nulls)"
        r"|leading (?:zero|zeros|zeroes|0|§n|§n s) (?:removed|stripped|cut off|suppressed|dropped)|"
        r"alpha output(?: conversion)?|conversion exit alpha output) ",
        _text("ltrim({0}, '0')"),
    ),
    (
        rf"{_DO}(?:(?:remove|strip|drop|without|removing|stripping|delete) (?:all |"
        rf"any )?(?:non numeric|non digit|non numerical|nonnumeric)(?: characters?| signs?)?"
        r"|(?:digits|numbers) only|only (?:keep )?(?:digits|numbers)|(?:keep|leave|leaving|"
        r"keeping) (?:only )?(?:digits|numbers)(?: only)?) ",
        _text("regexp_replace({0}, '[^0-9]', '', 'g')"),
    ),
    (
        rf"{_DO}(?:(?:first|cut to|cut at|truncate to|truncated to|"
        rf"truncate at|max|max \.|maximum|at most|limited to|limit to) )+{_N} (?:characters?|chars?|"
        rf"letters?|digits?|signs?|positions?) ",
        _part("left"),
    ),
    (
        rf"{_DO}(?:(?:keep|take|only|just|use|keeping) )*last {_N} (?:characters?|chars?|letters?|"
        rf"digits?|signs?|positions?) ",
        _part("right"),
    ),
    (
        rf"{_DO}(?:left )?(?:pad|padded|left pad|left padded|filled|fill|fill up|"
        rf"filled up)(?: up)?(?: on left)? (?:with )?(?:leading )?(?:zeros?|zeroes|§n s?|"
        rf"0 s?)(?: on left)? (?:to|up to|to length|to a length of|to length of) {_N}(?: (?:digits|"
        rf"characters|places|positions|chars))? ",
        _padded,
    ),
    (
        rf"(?:with )?leading (?:zeros|zeroes) (?:, |to |up to )?(?:always |in all )?"
        rf"{_N} (?:digits|characters|places|positions) ",
        _padded,
    ),
    (
        rf"{_DO}{_N} (?:digits|characters|places|positions) ?(?:,|and)? ?(?:with |padded with |"
        rf"left padded with |and )?leading (?:zeros|zeroes) ",
        _padded,
    ),
    (
        rf"{_DO}(?:left )?(?:pad|padded) (?:on left )?to {_N} (?:digits|characters|places|"
        rf"positions) with (?:leading )?(?:zeros|zeroes) ",
        _padded,
    ),
    (
        rf"{_DO}(?:without|no|remove|removing|strip|stripping|drop|delete|take out|taking out|"
        rf"replace) (?:any |all |the )?(?!leading|trailing|surrounding|outer|decimal|"
        rf"non ){_SIGNS_LIST}(?:(?:signs?|characters?) )?",
        _removed,
    ),
    (rf"{_SIGNS_LIST}(?:out|removed|stripped|taken out|left out|dropped) ", _removed),
    (rf"{_DO}(?:thousands? separators? \( (?P<signs>\S+) \)) (?:removed|stripped) ", _removed),
    (rf"{_DO}(?:remove|strip|without) (?:thousands? separators?) \( (?P<signs>\S+ )\) ", _removed),
    (
        r"(?:as |in |expressed as |given in |expressed in )?(?:an? )?(?:percentage|percent|per cent|"
        r"%|pct)(?: value| points?)? ",
        _percentage,
    ),
    (rf"{_DO}(?:times|x|\*|multiply by|multiplied by) {_N} ", _number("{0} * {n}")),
    (rf"{_DO}(?:divided by|/|over|divide by) {_N} ", _number("{0} / {n}")),
    (rf"{_DO}(?:plus|\+|increased by) {_N} ", _number("{0} + {n}")),
    (
        rf"{_DO}(?:(?:reverse|reversed|change|changed|flip|flipped|inverse|invert|inverted|turn|"
        rf"switch) (?:the )?sign|(?:with )?sign (?:reversed|changed|flipped|inverted|switched|"
        rf"turned)|negated|times - 1|with (?:a )?minus(?: sign)?|\* -1) ",
        _number("-{0}"),
    ),
    (
        rf"{_DO}(?:as |in )?absolute(?: value| amount| number)?(?: of it)? |{_DO}without sign ",
        _number("abs({0})"),
    ),
    (r"in (?:thousands|thousand|k|1000s) |/ 1000 ", _scaled(1000)),
    (r"in (?:millions|million|mio|mn) ", _scaled(1000000)),
    (
        rf"(?:but |though |and |yet )*(?:never|not|no|cannot be|can not be|must not be|may not be|"
        rf"never be|is never|not to be)(?: going| falling| be)? (?:less than|below|under|lower than|"
        rf"smaller than) (?P<low>{NUMBER}) ?(?:and|or|,|but|nor)? ?(?:(?:never|not|"
        rf"no)? ?(?:more than|above|over|greater than|higher than|exceeding) (?P<high>{NUMBER}) )?",
        _cap,
    ),
    (
        rf"(?:but |though |and |yet )*(?:never|not|no|cannot be|must not be|may not be|never be|"
        rf"is never)(?: going| be)? (?:more than|above|over|greater than|higher than|exceeding|"
        rf"larger than|bigger than) (?P<high>{NUMBER}) ?(?:and|or|,|but|nor)? ?(?:(?:never|not|"
        rf"no)? ?(?:less than|below|under|lower than) (?P<low>{NUMBER}) )?",
        _cap,
    ),
    (
        rf"(?:but |though |and )*(?:at least|minimum|min|minimum of|not under|floor|floored at|"
        rf"bounded below by|with a minimum of) (?P<low>{NUMBER}) ",
        _cap,
    ),
    (
        rf"(?:but |though |and )*(?:at most|maximum|max|maximum of|up to|cap|capped at|cap at|"
        rf"capped to|limited to|with a maximum of) (?P<high>{NUMBER}) ",
        _cap,
    ),
    (
        r"(?:but |though |and )*(?:never negative|not negative|negative (?:values |ones |results |"
        r"numbers )?(?:become|becomes|to|count as|are set to|shall be set to|are|->|=|set to) (?:0|"
        r"zero|§n)) ",
        lambda f, p: _cap_zero(f, p),
    ),
    (
        rf"(?:limited|restricted|clamped|kept|bounded) (?:to |between |"
        rf"within )(?:the range )?(?P<low>{NUMBER}) (?:and|to|-) (?P<high>{NUMBER}) ",
        _cap,
    ),
    (
        r"(?:with |add |put |plus |and )*(?:prefix|prefixed (?:with|by)|preceded by|with prefix|"
        r"prefixed)(?: :)? ?(?P<front>(?P<x>(?:\S+ )+?)) ?",
        _affix,
    ),
    (
        r"(?:with |add |put |plus |and )*(?P<x>\S+ )(?:as prefix |in front(?: of it| of §s)? |"
        r"before it |prefixed |prepended |at front |put in front |placed in front )(?P<front>)",
        _affix,
    ),
    (
        r"(?:with |add |put |plus |and )*(?:suffix|suffixed (?:with|by)|followed by|"
        r"with suffix)(?: :)? ?(?P<x>\S+ )",
        _affix,
    ),
    (
        r"(?:with |add |put |plus |and )*(?P<x>\S+ )(?:as suffix |behind(?: it)? |at end |appended |"
        r"at back )",
        _affix,
    ),
    (
        r"(?:without|remove|strip|cut off|drop|minus) (?P<x>(?:\S+ )+?)(?:in front|"
        r"at (?:the )?(?:front|beginning|start)|from (?:the )?(?:front|beginning|start)) ",
        _stripped,
    ),
    (
        r"(?:without|no|remove|cut off|drop) (?:query string|query|parameters)(?: \( (?:everything|"
        r"all)? ?(?:from|after|behind|starting with|starting at)? ?(?P<x>\S+ )(?:on |onwards |"
        r"and after )?\))? ",
        lambda f, p: _without_query(f, p),
    ),
    (
        rf"{_DO}(?:only |just )?(?:part |everything |all |text |letters |piece |bit )?(?:before|"
        rf"up to(?: but not including)?|until|in front of|left of) (?:first )?(?P<x>\S+ )(?:sign )?",
        _before,
    ),
    (
        rf"{_DO}(?:only |just )?(?:part |everything |all |text |letters |piece |bit |"
        rf"one )?(?P<behind>after|behind|following|right of) (?:first |"
        rf"only )?(?P<x>(?:\S+ ){{1,2}}?)(?:sign )?",
        _before,
    ),
    (
        rf"{_DO}(?:(?:cast|convert|converted|turn|turned|read|make it|change|changed) )?(?:to |into |"
        rf"as |in )*(?:an? )?(?P<what>number|integer|int|numeric|whole number|"
        rf"decimal(?: \( §n , §n \))?|numc -> int) ",
        _to_number,
    ),
    (
        r"(?:in |into |to |converted to |expressed in |convert to |as |load in |given in |"
        r"measured in |is wanted in |wanted in )(?P<unit>[^\W\d]\w*) ",
        _to_unit,
    ),
    (
        r"(?:only )?first letter (?:in |is )?(?:a )?(?:upper case|uppercase|capital|capitalised|big) "
        r"(?:, |and |; )*(?:all )?"
        r"rest (?:in |is )?(?:lower case|lowercase|small)(?: letters)? ",
        lambda f, p: _sentence_case(p),
    ),
    (r"(?P<a>§n) (?:to|-|until|through) (?P<b>§n) ", _range_note),
    (
        r"(?:(?:as text|in words|in full|in english|as word|as name|spelled out|"
        r"in full words) )?(?:\( )?(?:(?:monday|tuesday|wednesday|january|february|mon|tue|jan|feb|,|"
        r"…|\.|etc) )*(?:\) )?",
        lambda f, p: _named_short(f, p),
    ),
    (
        r"as text |as string |as varchar ",
        lambda f, p: (
            p
            if p.family is Family.TEXT
            else Piece(f"CAST({p.sql} AS VARCHAR)", "VARCHAR")
            if "INT" in p.type
            else None
        ),
    ),
    (
        r"(?:some of (?:these|them|those) are )?(?:just |only |all )?(?:spaces|blanks|empty strings?|"
        r"blank text|empty text|blank|blank ones)(?: only)? (?:, )?(?:(?:are|is|count|counts|treat|"
        r"treated|those|these|them|become|becomes|->|to|as|=|set) )+(?:empty|null|no value|missing|"
        r"not filled) ",
        lambda f, p: Piece(f"nullif(trim({p.sql}), '')", "VARCHAR") if p.family is Family.TEXT else None,
    ),
    (r"(?P<dats>dats) (?:->|to|as|into) date ", _read_date),
    (
        rf"{_DO}(?:from |text |format |\( |of form |in format |in form |given as |stored as |"
        rf"written as |which is |it is |is |string )*(?P<form>{_FORM})(?:text |format |string |"
        rf"\) )*(?:, )?(?:->|to|into|as|make it|make §s|becomes|convert to|read as|"
        rf"cast to) (?:a )?(?:real |proper )?date ",
        _read_date,
    ),
    (
        rf"{_DO}(?:read |parse |parsed |cast )?(?:to |as |into )*(?:a )?date (?:, |\( )?(?:from |"
        rf"using |with |in |of |source |it is |is |format |text |"
        rf"as )*(?P<form>{_FORM})(?:format )?(?:\) )?",
        _read_date,
    ),
    (
        rf"(?:text|string|varchar) (?:, |\( )?(?P<form>{_FORM})(?:\) )?(?:, )?(?:make it|make §s|"
        rf"to be made|turn it into|turn §s into|convert to|->|to) (?:a )?(?:proper |real )?date ",
        _read_date,
    ),
    (
        rf"(?:as |in |to |the |form |format |formatted |text |formatted as |in format |in form |"
        rf"written |:|, |\( )*(?P<form>{_FORM})(?:format )?(?:\) )?",
        _written_date,
    ),
    (
        r"(?:value |values |code |codes |a value of )*(?P<x>(?:§n|§q|§d) (?:(?:,|and|or|/|, or|"
        r", and) (?:§n|§q|§d) )*)(?:->|=|:|is|are|means?|stands? for|counts? as|becomes?|to|gives?|"
        r"(?:means?|is|stands? for) [^\W\d]\w* (?:,|->|:|;|and) (?:then )?(?:load|use|set|becomes?)|"
        r"replaced by|shall be replaced by|"
        r"is replaced by|set to|is set to|treated as|are treated as|are set to|is to be replaced by|"
        r"are replaced by|as|loads?) (?:an? )?(?:null|no value|empty|missing|blank|nothing) (?:instead )?",
        _sentinel,
    ),
)
"""Words and what they make of a value; a blank follows each token."""


def _sentence_case(piece: Piece) -> Piece | None:
    """A text with one capital, its first letter."""
    if piece.family is not Family.TEXT:
        return None
    return Piece(f"upper(left({piece.sql}, 1)) || lower(substring({piece.sql}, 2))", "VARCHAR")


_NAMED = {"dayname(": "%a", "monthname(": "%b", "isodow(": "%a", "month(": "%b"}
_IN_FULL = {"isodow(": "dayname(", "month(": "monthname("}


def _named_short(found: Match, piece: Piece) -> Piece | None:
    """Names of days and months, by their first letters where the examples are: Mon, Tue."""
    words = {mark.text for mark in found._phrase.marks}
    start = next((start for start in _NAMED if piece.sql.startswith(start)), "")
    form = _NAMED.get(start)
    short = bool(words & {"mon", "tue", "wed", "jan", "feb", "mar"})
    if form is None or (
        start in _IN_FULL and not short and not words & {"monday", "tuesday", "january", "february"}
    ):
        return None
    if not short:
        return Piece(_IN_FULL.get(start, start) + piece.sql[len(start) :], "VARCHAR")
    return Piece(f"strftime({piece.sql[piece.sql.index('(') + 1 : -1]}, '{form}')", "VARCHAR")


def _cap_zero(found: Match, piece: Piece) -> Piece | None:
    numbers = [m.token.value for m in found._phrase.marks if m.text == "§n"]
    if piece.family is not Family.NUMBER or any(n != "0" for n in numbers):
        return None
    return Piece(f"CASE WHEN {piece.sql} < 0 THEN 0 ELSE {piece.sql} END", piece.type)


def _without_query(found: Match, piece: Piece) -> Piece | None:
    told = found.part("x")
    if piece.family is not Family.TEXT or (told.marks and told.raw.strip() != "?"):
        return None
    return Piece(f"split_part({piece.sql}, '?', 1)", "VARCHAR")


_LONGEST = 16
_SIGNED = (
    (r"(?:as |made |a |taken )*(?:negative|minus)(?: value| number| amount| sign)? ", "-{0}"),
    (r"(?:as |made |a |taken )*(?:positive|plus)(?: value| number| amount| sign)? ", "{0}"),
)


def signed(words: Phrase, piece: Piece) -> Piece | None:
    """The piece with the sign that a branch gives it."""
    for pattern, sql in _SIGNED:
        if matched(pattern, words) is not None and piece.family is Family.NUMBER:
            return Piece(sql.replace("{0}", _grouped(piece.sql)), piece.type)
    return None


def shaped(words: Phrase, piece: Piece) -> Piece | None:
    """The piece as the words ask for it; None where they are no shape, or none that fits the piece."""
    for pattern, made in SHAPES:
        found = matched(pattern, words)
        if found is not None:
            result = made(found, piece)
            if result is not None:
                return result
    for at in range(1, len(words.marks)) if len(words.marks) <= _LONGEST else ():
        first = one_shape(cut(words, 0, at), piece)
        rest = trimmed(cut(words, at + (words.marks[at].text in ("+", "&", "and", "then")), len(words.marks)))
        made_of = shaped(rest, first) if first is not None and rest.marks else None
        if made_of is not None:
            return made_of
    return None


def one_shape(words: Phrase, piece: Piece) -> Piece | None:
    """The piece as a single shape makes it."""
    found = ((matched(pattern, words), made) for pattern, made in SHAPES)
    results = (made(match, piece) for match, made in found if match is not None)
    return next((result for result in results if result is not None), None)


def is_shape(words: Phrase) -> bool:
    """Whether the words begin with a shape of any value, and may go on with another."""
    ends = (len(words.marks), *range(1, min(len(words.marks), _LONGEST)))
    return any(_is_one(cut(words, 0, at)) for at in ends)


def _is_one(words: Phrase) -> bool:
    return any(matched(pattern, words) is not None for pattern, _ in SHAPES)

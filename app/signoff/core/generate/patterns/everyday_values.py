"""Values told in everyday words, as SQL: ``Y when it says Y, YES or 1, rest N``, ``trim + all in upper case``.

Only a text that is understood to its last word is taken.
"""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.generate.patterns.pieces import text_literal
from signoff.core.generate.types import Family, family_of

_COUNTS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_COUNT = rf"(?:\d+|{'|'.join(_COUNTS)})"
_THING = r"(?:(?:the|its|their|this|that|our|an?)\s+)?(?:\w+\s+)?(?:no\.|\w+)"
_STEPS = (
    (
        r"trim(?:med)?|(?:and\s+)?(?:no|without)\s+(?:surrounding\s+)?(?:blanks|spaces)(?:\s+around\s+(?:it|them))?",
        "trim({0})",
    ),
    (
        r"(?:all\s+)?(?:in|to|make\s+it)?\s*(?:upper(?:\s*case)?|capitals?(?:\s+letters)?|uppercased?)",
        "upper({0})",
    ),
    (r"(?:all\s+)?(?:in|to|make\s+it)?\s*(?:lower(?:\s*case)?|small\s+letters|lowercased?)", "lower({0})"),
    (
        r"(?:take\s+out|remove|without|drop|strip)\s+(?:all\s+|the\s+|any\s+)?(?:blanks|spaces)",
        "replace({0}, ' ', '')",
    ),
    (
        r"(?:if|when|and\s+if)\s+(?:it|that|this)?\s*(?:is\s+)?empty\s+(?:then\s+)?set\s+(?:it\s+)?(?:to\s+)?null",
        "nullif({0}, '')",
    ),
)
_STEP = tuple((re.compile(shape, re.IGNORECASE), sql) for shape, sql in _STEPS)
_NEXT_STEP = re.compile(r"\s*(?:[,;+&]|\bthen\b|\band\b)\s*(?:and\s+|then\s+)?", re.IGNORECASE)
_CASE_ASIDE = re.compile(
    r"\s*[(,.;]?\s*(?:(?:in\s+)?whatever\s+case|(?:upper\s+(?:and|or)\s+lower\s+)?case\s+(?:does\s+not"
    r"|doesn't)\s+matter|(?:upper\s+(?:and|or)\s+lower\s+"
    r"|capital\s+or\s+small\s+)(?:case|letters)\s+(?:does|do)\s*(?:not|n't)\s+matter|no\s+matter\s+(?:the"
    r"|which)\s+case|case[- ]insensitive"
    r"|\w+\s+(?:type|write|enter|spell)\s+(?:it|them)\s+in\s+(?:small\s+letters|lower\s*case(?:\s+letters)?)\s+too"
    r"|(?:the\s+)?\w+\s+is\s+not\s+consistent\s+about\s+upper\s+and\s+lower\s+case)\s*\)?",
    re.IGNORECASE,
)
_LIST = r"(?P<codes>(?:'[^']*'|[\w.-]+)(?:\s*(?:,|\bor\b|\band\b|/)\s*(?:'[^']*'|[\w.-]+))*)"
_REST = (
    r"(?:(?:the\s+)?(?:rest|others?|remaining(?:\s+ones)?)|otherwise|else|everything\s+else"
    r"|for\s+(?:the\s+)?(?:remaining|other)\s+\w+)(?:\s+is|\s*[=:])?"
)
_SAYS = re.compile(
    rf"(?P<yes>\w+)\s+(?:only\s+)?(?:(?:when|if|where)\s+(?:it|{_THING})\s+(?:says|is|has|shows|equals|=)"
    rf"|for)\s+{_LIST}"
    r"\s*[,;.]?\s*(?:and\s+)?(?:(?<!\w)(?P<no>\w+)\s+"
    r"(?:otherwise|else|for\s+(?:all\s+)?(?:the\s+)?(?:rest|others?|remaining)(?:\s+\w+)?)"
    rf"|{_REST}(?<=[\w=:])(?!\w)\s*(?P<no2>\w+))",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"(?P<value>[YNyn]|true|false)\s+(?:as\s+soon\s+as|when|if|once)\s+(?:there\s+is"
    r"|we\s+have)\s+an?\s+(?:[\w-]+\s*){1,3}",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"(?P<yes>Y|yes|true)\s*/\s*(?P<no>N|no|false)\s+(?:whether"
    r"|if)\s+there\s+is\s+an?\s+\w+(?P<clean>\s+(?:after|once)\s+(?:the\s+)?clean(?:ing|ed)?[\s-]*(?:up)?)?",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    rf"(?:the\s+)?(?:part|domain|text|everything)(?:\s+of\s+{_THING})?(?:\s+(?:\w+\s+)?\w+)?\s+(?:behind"
    rf"|after)\s+the\s+(?P<sign>@|-|_|/|:|\.)(?:\s+sign)?"
    r"(?:\s*[;,.]\s*(?:it\s+)?(?:is\s+|stays\s+)?(?:null|empty)\s+(?:for|if|when|where)\s+[^.;]+)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"\b(?:all|in|blanks|letters)\b", re.IGNORECASE)
_OPPOSITE = {"y": "N", "n": "Y", "true": "false", "false": "true"}
_MASK = re.compile(
    rf"(?P<stars>{_COUNT})\s+(?:stars|asterisks|x(?:es|'s)?)\s+(?:followed\s+by|and|plus"
    rf"|then)\s+(?:the\s+)?last\s+(?P<kept>{_COUNT})"
    rf"\s+(?:digits|characters|letters|places)(?:\s+of\s+{_THING})?",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"(?:the\s+)?decade(?:\s+of\s+\w+)?(?P<s>\s*,?\s*(?:with|and)\s+an\s+'?s'?\s+(?:behind|after\s+it|at\s+the\s+end))?"
    r"(?:\s*[,;(]\s*(?:so|e\.?g\.?|i\.?e\.?|like)\s+[^.]*)?(?:\.\s*(?:it\s+)?(?:stays|remains|is)\s+(?:null"
    r"|empty)\s+(?:when|if)\s+[^.]*)?",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(
    rf"(?:{_THING}\s+)?divided\s+by\s+(?P<by>\d+)\s*[,;]?\s*(?:the\s+)?(?:decimals"
    rf"|fractions?)\s+(?:are\s+)?(?:cut\s+off|dropped|truncated)(?:\s*\(?not\s+rounded\)?)?",
    re.IGNORECASE,
)
_UNITS = {"milliseconds": 1000, "ms": 1000}
_CONVERTED = re.compile(
    rf"(?:{_THING}\s+)?(?:converted\s+)?(?:from\s+(?P<unit>milliseconds"
    rf"|ms)\s+)?(?:in)?to\s+seconds(?:\s+and)?\s*,?\s*rounded(?:\s+to\s+(?:whole|full)\s+seconds)?",
    re.IGNORECASE,
)
_CENTS = re.compile(
    r"(?:(?:is\s+)?(?:delivered|given|stored)\s+in\s+cents|(?:delivers|has|holds)\s+cents)\s*\(\s*(?:divide"
    r"|/)\s*(?:by\s+)?100\s*\)"
    r"(?:\s*[.;,]\s*(?:nothing|none|no\s+value|empty|missing)(?:\s+(?:delivered|given|there))?\s*(?:=|is"
    r"|counts\s+as|means)\s*(?P<none>0|zero))?",
    re.IGNORECASE,
)
_INITIAL = re.compile(
    rf"(?:the\s+)?first\s+letter(?:\s+of\s+{_THING})?\s*,?\s*(?P<case>(?:as\s+a\s+|in\s+)?(?:capital"
    rf"|upper\s*case))?\s*,?\s*(?:and\s+)?(?:with|followed\s+by)\s+a\s+(?P<mark>dot|full\s+stop|point)"
    r"(?:\s+(?:behind|after)\s+it)?",
    re.IGNORECASE,
)
_NET = re.compile(
    r"(?:net|without|excluding|less|take\s+out)\s+(?:the\s+)?(?P<rate>\d+)\s*%\s*(?:of\s+)?(?:vat|tax|gst"
    r"|sales\s+tax)(?:\s*,\s*(?:rounded\s+to\s+)?(?P<places>two|2|one|1|no|0)\s+decimals?)?",
    re.IGNORECASE,
)
_PLACES = {"two": 2, "2": 2, "one": 1, "1": 1, "no": 0, "0": 0}
_SHARE = re.compile(
    r"(?P<yes>true|Y|yes)\s+(?:only\s+)?(?:if|when)\s+(?:the\s+)?(?P<left>\w+)\s+is\s+(?P<sign>at\s+least"
    r"|more\s+than|over|less\s+than|at\s+most)\s+(?P<share>\d+)\s*%\s+of\s+(?:the\s+)?"
    r"(?P<right>\w+)(?:\s+of\s+the\s+\w+)?\s*,?\s*(?:otherwise|else)\s+(?P<no>false|N"
    r"|no)(?:\s*[;,.]\s*(?P=no)\s+(?:as\s+well|too|also)\s+(?:if|when)\s+[^.;]+)?",
    re.IGNORECASE,
)
_SIGN = {"at least": ">=", "more than": ">", "over": ">", "less than": "<", "at most": "<="}
_DAYS = re.compile(
    r"(?:number\s+of\s+)?days\s+(?:from|between)\s+(?P<low>\w+)\s+(?:to|until"
    r"|and)\s+(?P<high>\w+)\s*[,;.]\s*(?:if|when)\s+(?P<of>\w+)\s+is\s+(?:empty|missing"
    r"|null)\s*,?\s*(?:then\s+)?(?P<none>\d+)",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"(?P<from>\w+)\s+(?:less|minus)\s+(?:what\s+(?:was|is"
    r"|has\s+been)\s+\w+\s*)?\(?(?P<what>\w+)\)?(?:\s*[,;]\s*(?:(?:\w+\s+)?(?:nothing|none|empty|missing)"
    r"|no\s+\w+)\s*(?:\w+\s+)?(?:counts?\s+as|is|=)\s*(?:0|zero))?"
    r"\s*[.;,]\s*(?:never|not|nothing)\s+(?:below|under|less\s+than)\s+(?:0|zero)(?:\s*\([^()]*\))?",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"(?P<start>\w+)\s+(?:plus|\+|and)\s+(?:the\s+)?(?P<term>\w+)\s+(?:in\s+)?(?P<unit>days|weeks|months"
    r"|years)(?:\s*,?\s*(?P<less>minus|less|-)\s+(?:one|1|a)\s+day)?",
    re.IGNORECASE,
)


def misread_value(text: str, scope: Scope) -> str:
    """Of such rules those that other compilers would read as something else, as SQL; empty for any other.

    Args:
        text: the rule.
        scope: its columns.
    """
    plain = " ".join(text.split()).strip(" .;")
    if (
        len(scope.sources) != 1
        or scope.aggregate
        or family_of(scope.sources[0].column.type) is not Family.TEXT
    ):
        return ""
    value = scope.sources[0].sql
    steps = _steps(plain, value, scope)
    is_spoken = ("+" in plain and _SPOKEN.search(plain) is not None) or "nullif" in steps
    return (steps if is_spoken else "") or _initial(plain, value, scope) or _domain(plain, value, scope)


def everyday_value(text: str, scope: Scope) -> str:
    """A rule as SQL, or empty for a text that is none of these.

    Args:
        text: the rule.
        scope: its columns.
    """
    if scope.aggregate:
        return ""
    plain = " ".join(text.split()).strip(" .;")
    only = scope.sources[0] if len(scope.sources) == 1 else None
    if only is not None and (made := _of_one(plain, only, scope)):
        return made
    return _of_several(plain, scope)


def _of_one(plain: str, column: ScopeColumn, scope: Scope) -> str:
    is_text = family_of(column.column.type) is Family.TEXT
    readers = (
        (_steps, _says, _mask, _initial, _domain)
        if is_text
        else (_decade, _cut_off, _converted, _cents, _net)
    )
    for read in (*readers, _there):
        if made := read(plain, column.sql, scope):
            return made
    return ""


def _steps(plain: str, value: str, scope: Scope) -> str:
    """Several steps over a text, one after the other; a single one has its compilers."""
    steps = [step for step in _NEXT_STEP.split(plain) if step]
    found = [next((sql for shape, sql in _STEP if shape.fullmatch(step.strip())), "") for step in steps]
    if len(steps) < 2 or not all(found):
        return ""
    for sql in sorted(found, key=lambda each: each.startswith("nullif")):
        value = sql.format(value)
    return value


def without_case_aside(text: str) -> tuple[str, bool]:
    """A text without what says that upper and lower case do not matter, and whether it said so."""
    told, number = _CASE_ASIDE.subn("", " ".join(text.split()))
    return told.strip(" .,;"), number > 0


def _says(plain: str, value: str, scope: Scope) -> str:
    told, folded = without_case_aside(plain)
    match = _SAYS.fullmatch(told)
    if match is None:
        return ""
    codes = [
        code.strip().strip("'")
        for code in re.split(r"\s*(?:,|\bor\b|\band\b|/)\s*", match["codes"])
        if code.strip()
    ]
    no = match["no"] or match["no2"]
    if not _are_flags(match["yes"], no) or any(code.casefold() in _NO_CODES for code in codes):
        return ""
    tested = f"upper(trim({value}))" if folded else value
    listed = ", ".join(text_literal(code.upper() if folded else code) for code in codes)
    return f"CASE WHEN {tested} IN ({listed}) THEN {_flag(match['yes'], scope)} ELSE {_flag(no, scope)} END"


_NO_CODES = frozenset(
    {
        "empty",
        "null",
        "filled",
        "missing",
        "blank",
        "set",
        "known",
        "not",
        "there",
        "given",
        "a",
        "an",
        "the",
        "it",
    }
)


def _there(plain: str, value: str, scope: Scope) -> str:
    if (match := _THERE.fullmatch(plain)) is not None:
        other = _OPPOSITE[match["value"].casefold()]
        return f"CASE WHEN {value} IS NOT NULL THEN {_flag(match['value'], scope)} ELSE {_flag(other, scope)} END"
    match = _WHETHER.fullmatch(plain)
    if match is None:
        return ""
    tested = f"nullif(trim({value}), '')" if match["clean"] else value
    return f"CASE WHEN {tested} IS NOT NULL THEN {_flag(match['yes'], scope)} ELSE {_flag(match['no'], scope)} END"


def _are_flags(yes: str, no: str) -> bool:
    return {yes.casefold(), no.casefold()} in (
        {"y", "n"},
        {"yes", "no"},
        {"true", "false"},
        {"1", "0"},
        {"j", "n"},
    )


def _flag(word: str, scope: Scope) -> str:
    is_truth = word.casefold() in ("true", "false") and family_of(scope.target_type) in (
        Family.FLAG,
        Family.UNKNOWN,
    )
    return word.casefold() if is_truth else text_literal(word)


def _count(word: str) -> int:
    return _COUNTS.get(word.casefold()) or int(word)


def _mask(plain: str, value: str, scope: Scope) -> str:
    match = _MASK.fullmatch(plain)
    if match is None:
        return ""
    return f"repeat('*', {_count(match['stars'])}) || right({value}, {_count(match['kept'])})"


def _initial(plain: str, value: str, scope: Scope) -> str:
    match = _INITIAL.fullmatch(plain)
    letter = f"left({value}, 1)"
    return f"{f'upper({letter})' if match['case'] else letter} || '.'" if match is not None else ""


def _domain(plain: str, value: str, scope: Scope) -> str:
    match = _DOMAIN.fullmatch(plain)
    return f"nullif(split_part({value}, {text_literal(match['sign'])}, 2), '')" if match is not None else ""


def _decade(plain: str, value: str, scope: Scope) -> str:
    match = _DECADE.fullmatch(plain)
    if match is None:
        return ""
    column = scope.sources[0].column.type
    year = value if family_of(column) is Family.NUMBER else f"year({value})"
    return f"CAST({year} // 10 * 10 AS VARCHAR) || 's'" if match["s"] else f"{year} // 10 * 10"


def _cut_off(plain: str, value: str, scope: Scope) -> str:
    match = _CUT_OFF.fullmatch(plain)
    return f"trunc({value} / {match['by']})" if match is not None else ""


def _converted(plain: str, value: str, scope: Scope) -> str:
    match = _CONVERTED.fullmatch(plain)
    in_name = scope.sources[0].column.name.casefold().endswith(("_ms", "_millis", "_milliseconds"))
    return f"round({value} / 1000)" if match is not None and (match["unit"] or in_name) else ""


def _cents(plain: str, value: str, scope: Scope) -> str:
    match = _CENTS.fullmatch(plain)
    if match is None:
        return ""
    return f"coalesce({value} / 100, 0)" if match["none"] else f"{value} / 100"


def _net(plain: str, value: str, scope: Scope) -> str:
    match = _NET.fullmatch(plain)
    if match is None or not match["places"]:
        return ""
    return f"round({value} / {1 + int(match['rate']) / 100:g}, {_PLACES[match['places'].casefold()]})"


def _column(name: str, scope: Scope) -> ScopeColumn | None:
    """The only column of a name."""
    found = scope.find(name)
    return found[0] if len(found) == 1 else None


def _days(plain: str, scope: Scope) -> str:
    match = _DAYS.fullmatch(plain)
    if match is None:
        return ""
    low, high = _column(match["low"], scope), _column(match["high"], scope)
    if low is None or high is None or _column(match["of"], scope) != high:
        return ""
    return f"coalesce(date_diff('day', {low.sql}, {high.sql}), {match['none']})"


def _of_several(plain: str, scope: Scope) -> str:
    if (match := _SHARE.fullmatch(plain)) is not None:
        left, right = _column(match["left"], scope), _column(match["right"], scope)
        sign = _SIGN[" ".join(match["sign"].casefold().split())]
        if left is not None and right is not None:
            test = f"{left.sql} {sign} {int(match['share']) / 100:g} * {right.sql}"
            return f"CASE WHEN {test} THEN {_flag(match['yes'], scope)} ELSE {_flag(match['no'], scope)} END"
    if days := _days(plain, scope):
        return days
    if (match := _LESS.fullmatch(plain)) is not None:
        first, less = _column(match["from"], scope), _column(match["what"], scope)
        if first is not None and less is not None:
            return f"greatest({first.sql} - coalesce({less.sql}, 0), 0)"
    if (match := _TERM.fullmatch(plain)) is not None:
        start, term = _column(match["start"], scope), _column(match["term"], scope)
        if start is not None and term is not None and family_of(start.column.type) is Family.DATE:
            less = " - INTERVAL 1 DAY" if match["less"] else ""
            unit = match["unit"].upper().removesuffix("S")
            return f"CAST({start.sql} + {term.sql} * INTERVAL 1 {unit}{less} AS DATE)"
    return ""

"""Values told in everyday words, as SQL: ``Y when it says Y, YES or 1, rest N``, ``trim + all in upper case``.

Only a text that is understood to its last word is taken.
"""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.generate.patterns.everyday_flags import flag_of
from signoff.core.generate.patterns.everyday_numbers import READERS
from signoff.core.generate.patterns.everyday_several import days_between, of_several
from signoff.core.generate.patterns.everyday_words import THING
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
    (
        r"(?:and\s+)?(?:empty|blank)\s+(?:strings?|ones|values?|text|results?)\s*(?:->|→|=>|=|becomes?|to|are|is|as|turns?\s+into|means?|counts?\s+as)\s*null",
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
_CODE = r"(?:'[^']*'|(?!(?:all|any|every|the)\b)[\w.-]+)"
_LIST = rf"(?P<codes>{_CODE}(?:\s*(?:,|\bor\b|\band\b|/)\s*{_CODE})*)"
_REST = (
    r"(?:(?:(?:all|any|every)\s+)?(?:the\s+)?(?:rest|others?|remaining(?:\s+ones)?)|otherwise|else|everything\s+else"
    r"|for\s+(?:the\s+)?(?:remaining|other)\s+\w+)(?:\s+is|\s*[=:])?"
)
_SAYS = re.compile(
    rf"(?P<yes>\w+)\s+(?:only\s+)?(?:(?:when|if|where)\s+(?:it|{THING})\s+(?:says|is|has|shows|equals|=)"
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
    rf"(?:the\s+)?(?:part|domain|text|everything)(?:\s+of\s+{THING})?(?:\s+(?:\w+\s+)?\w+)?\s+(?:behind"
    rf"|after)\s+the\s+(?P<sign>@|-|_|/|:|\.)(?:\s+sign)?"
    r"(?:\s*[;,.]\s*(?:it\s+)?(?:is\s+|stays\s+)?(?:null|empty)\s+(?:for|if|when|where)\s+[^.;]+)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"\b(?:all|in|blanks|letters)\b", re.IGNORECASE)
_OPPOSITE = {"y": "N", "n": "Y", "true": "false", "false": "true"}
_MASK = re.compile(
    rf"(?P<stars>{_COUNT})\s+(?:stars|asterisks|x(?:es|'s)?)\s+(?:followed\s+by|and|plus"
    rf"|then)\s+(?:the\s+)?last\s+(?P<kept>{_COUNT})"
    rf"\s+(?:digits|characters|letters|places)(?:\s+of\s+{THING})?",
    re.IGNORECASE,
)
_INITIAL = re.compile(
    rf"(?:the\s+)?first\s+letter(?:\s+of\s+{THING})?\s*,?\s*(?P<case>(?:as\s+a\s+|in\s+)?(?:capital"
    rf"|upper\s*case))?\s*,?\s*(?:and\s+)?(?:with|followed\s+by)\s+a\s+(?P<mark>dot|full\s+stop|point)"
    r"(?:\s+(?:behind|after)\s+it)?",
    re.IGNORECASE,
)


def misread_value(text: str, scope: Scope) -> str:
    """Of such rules those that other compilers would read as something else, as SQL; empty for any other.

    Args:
        text: the rule.
        scope: its columns.
    """
    plain = " ".join(text.split()).strip(" .;")
    if not scope.aggregate and (days := days_between(plain, scope)):
        return days
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
    return of_several(plain, scope)


def _of_one(plain: str, column: ScopeColumn, scope: Scope) -> str:
    is_text = family_of(column.column.type) is Family.TEXT
    readers = (_steps, _says, _mask, _initial, _domain) if is_text else READERS
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
    return (
        f"CASE WHEN {tested} IN ({listed}) THEN {flag_of(match['yes'], scope)} ELSE {flag_of(no, scope)} END"
    )


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
        return f"CASE WHEN {value} IS NOT NULL THEN {flag_of(match['value'], scope)} ELSE {flag_of(other, scope)} END"
    match = _WHETHER.fullmatch(plain)
    if match is None:
        return ""
    tested = f"nullif(trim({value}), '')" if match["clean"] else value
    return f"CASE WHEN {tested} IS NOT NULL THEN {flag_of(match['yes'], scope)} ELSE {flag_of(match['no'], scope)} END"


def _are_flags(yes: str, no: str) -> bool:
    return {yes.casefold(), no.casefold()} in (
        {"y", "n"},
        {"yes", "no"},
        {"true", "false"},
        {"1", "0"},
        {"j", "n"},
    )


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

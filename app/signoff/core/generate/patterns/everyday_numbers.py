"""Values of one number or day told in everyday words: ``decimals are cut off``, ``the decade with an s behind``."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope
from signoff.core.generate.patterns.everyday_words import THING
from signoff.core.generate.types import Family, family_of

_DECADE = re.compile(
    r"(?:the\s+)?decade(?:\s+of\s+\w+)?(?P<s>\s*,?\s*(?:with|and)\s+an\s+'?s'?\s+(?:behind|after\s+it|at\s+the\s+end))?"
    r"(?:\s*[,;(]\s*(?:so|e\.?g\.?|i\.?e\.?|like)\s+[^.]*)?(?:\.\s*(?:it\s+)?(?:stays|remains|is)\s+(?:null"
    r"|empty)\s+(?:when|if)\s+[^.]*)?",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(
    rf"(?:{THING}\s+)?divided\s+by\s+(?P<by>\d+)\s*[,;]?\s*(?:the\s+)?(?:decimals"
    rf"|fractions?)\s+(?:are\s+)?(?:cut\s+off|dropped|truncated)(?:\s*\(?not\s+rounded\)?)?",
    re.IGNORECASE,
)
_CONVERTED = re.compile(
    rf"(?:{THING}\s+)?(?:converted\s+)?(?:from\s+(?P<unit>milliseconds"
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
_NET = re.compile(
    r"(?:net|without|excluding|less|take\s+out)\s+(?:the\s+)?(?P<rate>\d+)\s*%\s*(?:of\s+)?(?:vat|tax|gst"
    r"|sales\s+tax)(?:\s*,\s*(?:rounded\s+to\s+)?(?P<places>two|2|one|1|no|0)\s+decimals?)?",
    re.IGNORECASE,
)
_PLACES = {"two": 2, "2": 2, "one": 1, "1": 1, "no": 0, "0": 0}


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


READERS = (_decade, _cut_off, _converted, _cents, _net)
"""Each gives SQL for a rule on one line, the column's SQL and the scope, or nothing."""

"""Parts of a text beside a sign, and trims told of each part of a text.

``lower case part behind the @; no @ or no address: NULL`` becomes SQL, ``first and last name, both trimmed`` words that
compilers know. A clause that is not understood leaves all open.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import name_parts
from signoff.core.generate.types import Family, family_of

_CASES = {"lower": "lower", "upper": "upper", "small": "lower", "capital": "upper"}
_CASED = r"(?P<{}>lower|upper|small|capital)(?:[\s-]*(?:case|cased|letters))?"
_SIGN = (
    r"(?:the\s+)?(?:(?P<which>first|last)\s+)?(?P<sign>@|'[^']{1,3}'|\"[^\"]{1,3}\"|hyphen|dash|slash|dot|colon|comma"
    r"|underscore|at\s+sign|[-/.:_#|])(?:\s+sign)?"
)
_SIGNS = {
    "hyphen": "-",
    "dash": "-",
    "slash": "/",
    "dot": ".",
    "colon": ":",
    "comma": ",",
    "underscore": "_",
    "at sign": "@",
}
_BESIDE = re.compile(
    rf"^(?:(?:in\s+)?{_CASED.format('before')}\s*(?:of\s+(?:the\s+)?|,\s*|:\s*)?)?(?:the\s+|only\s+|take\s+)*(?:part|text|piece|everything|what\s+stands|characters|string|domain)\s+"
    rf"(?P<side>behind|after|following|right\s+of|before|in\s+front\s+of|left\s+of)\s+{_SIGN}(?:\s*,?\s+(?:in\s+|all\s+)?{_CASED.format('behind')})?$",
    re.IGNORECASE,
)
_NO_SIGN = r"(?:there\s+is\s+|it\s+has\s+|has\s+)?(?:no|without|missing)\s+(?:an?\s+|such\s+)?{sign}"
_EMPTY = r"(?:null|empty|blank|no\s+value)"
_GIVES_NONE = re.compile(
    rf"^(?:if\s+|when\s+|where\s+)?(?P<conds>.+?)\s*(?::|->|=|,\s*then|gives|becomes|is)\s*{_EMPTY}$",
    re.IGNORECASE,
)


def _beside_sign(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The part of the only source behind or before a sign, and what there is without the sign."""
    first, *clauses = [part.strip() for part in re.split(r"\s*;\s*|\.\s+(?=\S)", text) if part.strip()]
    found = _BESIDE.match(first)
    if found is None or scope.aggregate or len(scope.sources) != 1:
        return ""
    (source,) = scope.sources
    cased = [found[name].lower() for name in ("before", "behind") if found[name]]
    if family_of(source.column.type) is not Family.TEXT or len(cased) > 1 or not (cased or clauses):
        return ""
    sign = found["sign"].strip("'\"")
    sign = _SIGNS.get(sign.casefold(), sign)
    if found["which"] and found["which"].lower() == "last":
        return ""
    if not all(_is_null_without_sign(clause, found["sign"], sign, source) for clause in clauses):
        return ""
    behind = found["side"].split()[0].lower() in ("behind", "after", "following", "right")
    place = f"strpos({source.sql}, '{sign}')"
    part = f"substring({source.sql}, {place} + 1)" if behind else f"substring({source.sql}, 1, {place} - 1)"
    part = f"{_CASES[cased[0]]}({part})" if cased else part
    if not clauses:
        words = "behind" if behind else "before"
        return f"part {words} the {found['sign']} in {_CASES[cased[0]]} case"
    return f"case when {place} > 0 then {part} end"


def _is_null_without_sign(clause: str, said: str, sign: str, source: ScopeColumn) -> bool:
    """Whether a clause says that there is no value without the sign, or without the text itself."""
    clause = clause.strip(" .")
    front = _GIVES_NONE.match(clause)
    back = re.match(rf"^{_EMPTY}\s+(?:if|when|where|for)\s+(?P<conds>.+)$", clause, re.I)
    told = front or back
    if told is None:
        return False
    names = "|".join({re.escape(said), re.escape(sign), rf"'{re.escape(sign)}'"})
    has_sign = False
    for piece in re.split(r"\s*,\s*(?:or\s+)?|\s+or\s+", told["conds"]):
        if re.fullmatch(_NO_SIGN.format(sign=rf"(?:{names})"), piece, re.IGNORECASE):
            has_sign = True
            continue
        missing = re.fullmatch(
            r"(?:there\s+is\s+)?(?:no|without)\s+(?P<noun>[\w-]+)|(?P<noun2>[\w-]+)\s+(?:is\s+)?(?:missing|empty|null)|empty|missing",
            piece,
            re.IGNORECASE,
        )
        if missing is None:
            return False
        noun = (missing["noun"] or missing["noun2"] or "").replace("-", "").casefold()
        if noun and noun not in ("value", "text", "address", *name_parts(source.column.name)):
            return False
    return has_sign


_EACH = re.compile(
    r"^(?P<what>.+?)\s*[,;(]\s*(?:both|each|all)(?:\s+(?:of\s+them|parts?|names?|values?|one|two))?\s+(?:(?:are|is)\s+)?"
    r"(?:trimmed|stripped|(?:without|with\s+no|free\s+of)\s+(?:surrounding|outer|leading(?:\s*(?:and|/|or)\s*trailing)?)\s+(?:blanks?|spaces?|white\s?space))"
    r"\s*\)?(?P<rest>\s*,\s*(?:with\s+)?\S.*)?$",
    re.IGNORECASE,
)


def _each_trimmed(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A text of several parts that are trimmed one by one, in the words that say so first."""
    found = _EACH.match(text)
    if found is None or len(scope.sources) < 2:
        return ""
    rest = (found["rest"] or "").strip(" ,")
    return f"trim both, then {found['what']}{f' {rest}' if rest else ''}"


BESIDE_SIGNS: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (_beside_sign, _each_trimmed)
"""Each gives the text in other words, or nothing."""

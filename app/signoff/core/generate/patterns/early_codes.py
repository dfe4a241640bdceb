"""Codes with their meaning in brackets, a name before the first, or a word on case: ``1 -> 32 (main), others -> 33``.

The rule is said again without what only explains it; as SQL where small letters count as capitals.
"""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope
from signoff.core.generate.types import Family, family_of

_ARROW = r"(?:->|→|=>)"
_GLOSS = re.compile(
    rf"(?P<to>{_ARROW}\s*-?\d+)\s*\((?!(?:if|when|where|unless|only|except|without|until|from|case|default|also|in|and|or|not|no)\b)"
    r"[A-Za-z][A-Za-z /-]*\)",
    re.IGNORECASE,
)
_ELSE_EMPTY = re.compile(
    rf"\b(?P<else>(?:anything|everything|whatever)\s+else|(?:all\s+|any\s+)?others?|the\s+rest|else)\s*(?:,|or|and|/|as\s+well\s+as)\s*"
    rf"(?:an?\s+)?(?:empty|null|blank|missing|nothing|no)(?:\s+(?:ones?|values?|entry|entries))?\s*(?={_ARROW})",
    re.IGNORECASE,
)
_SMALL = (
    r"(?:(?:lower|upper)[\s-]?case|small|capital)(?:\s+(?:and|or)\s+(?:(?:lower|upper)[\s-]?case|small|capital))?"
    r"(?:\s+(?:entries|letters?|values?|ones|codes?|spelling))?"
)
_ANY_CASE = re.compile(
    rf"\s*[.;,(]\s*(?:(?:also\s+|even\s+)?(?:in\s+)?{_SMALL}\s+(?:(?:count|counts|do|does|is|are|mean|means|treated|apply|applies|work|works)\b\s*)"
    r"(?:too|as\s+well|also|alike|the\s+same|equally|likewise)"
    r"|(?:upper|lower)\s+and\s+(?:lower|upper)[\s-]?case\s+(?:count\s+)?(?:the\s+same|alike)"
    r"|(?:the\s+)?case\s+(?:does\s+not|doesn't)\s+matter|case[\s-]insensitive(?:ly)?|(?:ignor(?:e|ing)|regardless\s+of|whatever)\s+(?:the\s+)?case)\s*\)?$",
    re.IGNORECASE,
)
_ARM = re.compile(
    rf"(?P<code>'[^']*'|[\w-]+)\s*{_ARROW}\s*(?P<to>'[^']*'|-?\d+|[A-Za-z][\w-]*)", re.IGNORECASE
)
_REST = re.compile(
    rf"(?:(?:anything|everything)\s+else|(?:all\s+)?others?|the\s+rest|else|otherwise)\s*:?\s*(?:{_ARROW})?\s*(?P<to>'[^']*'|-?\d+|[A-Za-z][\w-]*)",
    re.IGNORECASE,
)
_NAMED_FIRST = re.compile(rf"(?P<name>\w+)\s+(?=(?:'[^']*'|[\w-]+)\s*{_ARROW})", re.IGNORECASE)


def early_codes(text: str, scope: Scope) -> str:
    """The rule without what explains its codes, or as SQL; empty where it is no list of codes, or says no more.

    Args:
        text: The rule.
        scope: What it may use.
    """
    plain = " ".join(text.split()).strip(" .;")
    if scope.aggregate or len(scope.sources) != 1 or not re.search(_ARROW, plain):
        return ""
    bare = _ELSE_EMPTY.sub(r"\g<else> ", _GLOSS.sub(r"\g<to>", plain))
    named = _NAMED_FIRST.match(bare)
    if named is not None and named["name"].casefold() == scope.sources[0].column.name.casefold():
        bare = bare[named.end() :]
    any_case = _ANY_CASE.search(bare)
    if any_case is None:
        return bare if bare != plain and _arms(bare) is not None else ""
    arms = _arms(bare[: any_case.start()])
    if arms is None or family_of(scope.sources[0].column.type) is not Family.TEXT:
        return ""
    cases = [f"WHEN '{code.upper()}' THEN {to}" for code, to in arms[0].items()]
    return f"CASE upper({scope.sources[0].sql}) {' '.join(cases)} ELSE {arms[1] or 'NULL'} END"


def _arms(text: str) -> tuple[dict[str, str], str] | None:
    """Codes with what each becomes, and what all others do; None where the text says anything else."""
    codes: dict[str, str] = {}
    other = ""
    for part in re.split(r"\s*[,;]\s*", text.strip(" .;")):
        rest = _REST.fullmatch(part)
        arm = _ARM.fullmatch(part)
        if other or (rest is None and arm is None):
            return None
        if rest is not None:
            other = _value(rest["to"])
        elif arm is not None:
            codes[arm["code"].strip("'")] = _value(arm["to"])
    return (codes, other) if codes else None


def _value(said: str) -> str:
    if said.casefold() in ("null", "empty", "blank", "nothing"):
        return "NULL"
    return said if said[0] == "'" or said.lstrip("-").isdigit() else f"'{said}'"

"""Rules over groups in everyday words: ``add up, empty qty taken as 1``, ``distinct names, case does not matter``."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope
from signoff.core.generate.patterns.column_nouns import name_parts, singular
from signoff.core.generate.types import Family, family_of

_ADD_UP = re.compile(
    r"^(?:to\s+be\s+)?(?:add(?:ed)?|sum(?:med)?|total(?:led)?|count(?:ed)?(?=\s+together))\s+(?:(?:it|them|these|all|everything)\s+)?(?:up|together)\s*(?=[,;.(]|$)",
    re.IGNORECASE,
)
_NO_CASE = re.compile(
    r"\s*[,;(]?\s*(?:(?:upper\s+(?:and|or)\s+lower\s+|letter\s+)?case\s+(?:does\s+not|doesn['’]t)\s+(?:matter|count)|any\s+case"
    r"|(?:ignor(?:e|ing)|regardless\s+of|irrespective\s+of)\s+(?:the\s+)?(?:upper/lower\s+|letter\s+)?case|case[\s-]insensitive(?:ly)?)\)?(?=\s*(?:[,;.]|$))",
    re.IGNORECASE,
)
_DISTINCT = re.compile(
    r"^(?:(?:the\s+)?(?:number|count)\s+of\s+|how\s+many\s+)?(?:distinct|different|unique)\s+(?P<noun>[a-z][\w ]*?)"
    r"(?:\s+(?:in|of|per|within|on)\s+(?:the|this|that|an?|each)\s+(?P<owner>[a-z]\w*))?$",
    re.IGNORECASE,
)
_NOT_COUNTED = re.compile(
    r"\s*[,;.(]\s*(?:the\s+)?[a-z]\w*\s+(?:without|w/o|with\s+no|lacking)\s+(?:an?\s+|any\s+)?(?P<noun>[a-z]\w*)\s+(?:are\s+|do\s+|is\s+|does\s+)?"
    r"(?:not\s+(?:be\s+)?count(?:ed)?|(?:left\s+out|ignored|skipped)|not\s+considered)\)?\s*$",
    re.IGNORECASE,
)
"""Rows without a value, which no count of different values counts anyway."""


def plain_group(text: str, scope: Scope) -> str:
    """The rule in words that compilers know; unchanged where it is none of these.

    Args:
        text: the rule.
        scope: what it may use.
    """
    if not scope.aggregate or len(scope.sources) != 1:
        return text
    source = scope.sources[0]
    added = _ADD_UP.match(text.strip())
    if added is not None:
        return f"sum{text.strip()[added.end() :]}"
    if family_of(source.column.type) is not Family.TEXT:
        return text
    rest = " ".join(text.split()).strip(" .")
    own = {singular(w) for w in name_parts(source.column.name)}
    missing = _NOT_COUNTED.search(rest)
    if missing is not None and {singular(missing["noun"].casefold())} <= own:
        rest = rest[: missing.start()].strip(" ,;.")
    bare = _NO_CASE.sub("", rest).strip(" ,;.")
    match = _DISTINCT.match(bare)
    if match is None or bare == rest or not {singular(w) for w in match["noun"].casefold().split()} <= own:
        return text
    return f"count distinct lower({source.column.name})"

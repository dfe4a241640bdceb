"""Tests of a column by whether there is what it holds: ``Y if there is no discontinuation date, else N``."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope
from signoff.core.domain.known_names import squashed

_THERE = re.compile(
    r"\b(?P<word>if|when|where|as\s+long\s+as|while)\s+(?:there\s+(?:is|was|are)|it\s+has|(?:the\s+)?\w+\s+has|it\s+carries|one\s+has)?\s*(?:got\s+)?"
    r"(?P<no>no|an?)\s+(?P<noun>[a-z]+(?:\s+[a-z]+){0,2}?)(?:\s+(?:is\s+)?(?:given|filled|set|entered|known|there|yet|(?:filled|entered|given)\s+in))*"
    r"(?=\s*(?:[,;:.]|\b(?:else|otherwise)\b|$))",
    re.IGNORECASE,
)
_STEM = 6
_ANY = frozenset({"date", "day", "value", "entry", "time", "timestamp"})


def told_absence(text: str, scope: Scope) -> str:
    """The rule with ``source is empty`` in place of ``there is no NOUN``, where the noun is that of its only source.

    Args:
        text: the rule.
        scope: of the column.
    """
    found = list(_THERE.finditer(text))
    if len(found) != 1 or len(scope.sources) != 1:
        return ""
    (match,) = found
    source = scope.sources[0].column.name
    if not _is_called(match["noun"], source):
        return ""
    test = "is empty" if match["no"].lower() == "no" else "is not empty"
    return f"{text[: match.start()]}{match['word']} {source} {test}{text[match.end() :]}"


def _is_called(noun: str, name: str) -> bool:
    """Whether all words of a noun are those of a column's name, by their beginnings."""
    said = [w for w in noun.casefold().split() if w not in _ANY]
    plain = squashed(name).casefold()
    if not said:
        return any(w in plain for w in noun.casefold().split())
    return all(w in plain or (len(w) > _STEM and w[: max(_STEM, len(w) * 3 // 5)] in plain) for w in said)

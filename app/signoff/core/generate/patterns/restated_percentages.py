"""Percentages taken off or put on an amount: ``less the discount percentage`` is no number that is subtracted."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope, ScopeColumn

_SAID = re.compile(
    r"(?:\s*,)?\s*(?P<verb>\b(?:less|minus|reduced\s+by|lowered\s+by|decreased\s+by|plus|increased\s+by|raised\s+by))\s+(?:the\s+)?"
    r"(?:(?:percentage|percent|pct)\s+(?:in|of|from|given\s+in)\s+(?:the\s+)?(?P<name>[A-Za-z_]\w*)"
    r"|(?P<noun>(?:[A-Za-z_]\w*\s+)?)(?:percentage|percent|pct)(?:\s+rate)?(?=\s*(?:[,.;(]|$))"
    r"|(?P<bare>[A-Za-z_]\w*)(?:\s+(?:percent|%))?(?=\s*(?:[,.;(]|$)))",
    re.IGNORECASE,
)
_OFF = frozenset(("less", "minus", "reduced", "lowered", "decreased"))
_SUMS = re.compile(r"\b(?:plus|minus|less|and)\b|[+-]", re.IGNORECASE)
"""A sum, of which a factor behind it would only take the last part."""
_WORDS = frozenset(("pct", "percent", "percentage", "perc", "prozent", "proz"))
_POINTS = re.compile(
    r"\bpoints?\b|\bpct\w*\s+(?:minus|less|plus)|percent\w*\s+(?:minus|less|plus)|"
    r"%\s*(?:minus|less|plus)",
    re.IGNORECASE,
)


def percent_of_amount(text: str, scope: Scope) -> str:
    """The rule with the percentage named as one; empty where none is taken off or put on.

    Args:
        text: the rule.
        scope: its sources tell which columns are percentages.
    """
    rates = [c for c in scope.sources if _parts(c) & _WORDS]
    if not rates or len(rates) == len(scope.sources) or _POINTS.search(text):
        return ""
    made = _SAID.sub(lambda match: _said(match, rates), text)
    return made if made != text else ""


def _parts(column: ScopeColumn) -> set[str]:
    return {part.casefold() for part in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", column.column.name)}


def _said(match: re.Match[str], rates: list[ScopeColumn]) -> str:
    """The words with the column they call; as they stand where it is no percentage."""
    noun = (match["name"] or match["noun"] or match["bare"] or "").strip().casefold()
    named = [c for c in rates if c.column.name.casefold() == noun]
    called = [c for c in rates if noun and any(p and noun.startswith(p[:4]) for p in _parts(c) - _WORDS)]
    plain = rates if match["bare"] is None and match["name"] is None and not noun else []
    found = named or (called if match["bare"] is None else []) or plain
    if len(found) != 1:
        return match.group()
    off = match["verb"].split()[0].casefold() in _OFF
    before = match.string[: match.start()]
    if _SUMS.search(before):
        return f" {'reduced by' if off else 'increased by'} {found[0].column.name} percent"
    return f" times (1 {'-' if off else '+'} {found[0].column.name} / 100)"

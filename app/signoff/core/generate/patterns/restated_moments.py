"""Spans and days told by what happened at their ends: ``minutes from opening to closing, null while it is open``."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.types import Family, family_of

_UNIT = r"(?:calendar\s+|full\s+|whole\s+)?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)"
_ENDS = re.compile(
    rf"^(?P<lead>(?:the\s+)?(?:number\s+of\s+)?{_UNIT})\s+(?:from|between)\s+(?:the\s+|its\s+)?(?P<first>[a-z]+ing)\s+(?P<to>to|until|and)\s+(?:the\s+|its\s+)?"
    r"(?P<second>[a-z]+ing)(?P<rest>\s*(?:[,;/*]|\bdivided\b|\bround).*)?$",
    re.IGNORECASE | re.DOTALL,
)
_WHILE = re.compile(
    r"\s*[,;(]\s*(?:null|empty|no\s+value|nothing)\s+(?:while|as\s+long\s+as|until)\s+(?:it|this|that|the\s+[\w-]+|an?\s+[\w-]+)\s+"
    r"(?:(?:is|are)\s+)?(?:still\s+)?(?P<state>runs?|running|lasts?|open|active|ongoing|going\s+on|(?:not\s+(?:yet\s+)?)?closed|ended|over|finished|done)\)?$",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"\bthe\s+(?:day|date)\s+(?:on\s+which\s+|that\s+|when\s+)?(?:it|they|the\s+[\w-]+(?:\s[\w-]+)?)\s+(?:was|were|got|is)\s+(?P<verb>[a-z]+ed)\b",
    re.IGNORECASE,
)
_ONE_UNIT = re.compile(r"\b(?P<unit>second|minute|hour|day)s?$", re.IGNORECASE)
_DIVIDED = re.compile(
    r"^\s*(?:,\s*)?(?:divided\s+by|/)\s*(?P<by>\d+)(?:\s*[,;]\s*(?:and\s+)?round(?:ed)?\s+(?:to|on|at)\s+(?P<places>\d)\s*(?:decimals?|decimal\s+places|places)?)?$",
    re.IGNORECASE,
)
_HELD = frozenset(("closed", "ended", "over", "finished", "done"))
"""States that a thing reaches: ``null until it is closed``."""
_DAYS = (Family.DATE, Family.TIMESTAMP)
_ENDING = frozenset(
    (
        "close",
        "closed",
        "end",
        "ends",
        "ended",
        "finish",
        "finished",
        "to",
        "until",
        "last",
        "left",
        "returned",
        "completed",
    )
)


def _between(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The two moments by what happened then: of each word the one source whose name holds its verb."""
    match = _ENDS.match(text)
    if match is None:
        return ""
    first, second = (_called(match[end], scope) for end in ("first", "second"))
    if first is None or second is None or first is second:
        return ""
    rest = match["rest"] or ""
    rest = _WHILE.sub("", rest) if _is_open_state(rest, second) else rest
    scaled = _scaled(match["lead"], first, second, rest)
    if scaled:
        return scaled
    to = "and" if match["to"].lower() == "and" else "to"
    lead = "between" if to == "and" else "from"
    return f"{match['lead']} {lead} {first.column.name} {to} {second.column.name}{rest}"


def _day_it_was(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``from the day it was opened``: the source that the target calls so, where it has another name itself."""
    known = {c.column.name.casefold() for c in scope.sources}
    found = list(_WAS.finditer(text))
    meant = [_done(match["verb"], scope) for match in found]
    if not found or not all(meant) or all(f"{m['verb']}_at".casefold() in known for m in found):
        return ""
    said = text
    for match, column in zip(reversed(found), reversed(meant), strict=True):
        assert column is not None
        said = f"{said[: match.start()]}{column.column.name}{said[match.end() :]}"
    return said if len({c.sql for c in meant if c is not None}) == len(found) else ""


def _done(verb: str, scope: Scope) -> ScopeColumn | None:
    stem = _stem(verb.casefold())
    hits = [c for c in scope.sources if family_of(c.column.type) in _DAYS and stem in _stems(c, scope)]
    return hits[0] if len(hits) == 1 else None


def _scaled(lead: str, first: ScopeColumn, second: ScopeColumn, rest: str) -> str:
    """The span in another unit, rounded perhaps, as SQL; empty where nothing is divided."""
    unit, told = _ONE_UNIT.search(lead), _DIVIDED.match(rest)
    if unit is None or told is None:
        return ""
    sql = f"date_diff('{unit['unit'].lower()}', {first.sql}, {second.sql}) / {told['by']}"
    return f"round({sql}, {told['places']})" if told["places"] else sql


def _called(gerund: str, scope: Scope) -> ScopeColumn | None:
    """The source of the word: ``opening`` is of opened_at, or of the column that the target calls so."""
    stem = _stem(gerund.casefold().removesuffix("ing"))
    hits = [c for c in scope.sources if family_of(c.column.type) in _DAYS and stem in _stems(c, scope)]
    return hits[0] if len(hits) == 1 else None


def _stems(column: ScopeColumn, scope: Scope) -> set[str]:
    names = [column.column.name, *(name for name, own in scope.spoken if own.sql == column.sql)]
    return {_stem(word) for name in names for word in re.split(r"[\W_]+", name.casefold()) if len(word) > 2}


def _stem(word: str) -> str:
    word = word.removesuffix("ed") if len(word) > 4 else word
    word = word.removesuffix("s") if len(word) > 4 and not word.endswith("ss") else word
    word = word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls" else word
    return word.removesuffix("e")


def _is_open_state(text: str, end: ScopeColumn) -> bool:
    """Whether a tail says of what has not ended that it has no value, which its missing end says too."""
    match = _WHILE.search(text)
    if match is None or not _ENDING & set(re.split(r"[\W_]+", end.column.name.casefold())):
        return False
    state = match["state"].casefold()
    waits = re.search(r"\buntil\b", match.group(), re.IGNORECASE) is not None
    return waits == (state in _HELD)


def _while_open(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``first day of the month, null while it runs`` of the only source: the day that ends it."""
    match = _WHILE.search(text)
    if match is None or len(scope.sources) != 1 or not _is_open_state(text, scope.sources[0]):
        return ""
    return text[: match.start()] if family_of(scope.sources[0].column.type) in _DAYS else ""


MOMENTS = (_between, _while_open, _day_it_was)

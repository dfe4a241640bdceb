"""Rules on neighbouring rows as they most likely mean, put into words that compilers know.

``REVENUE from the row before of same customer. First row: 0`` is ``REVENUE of the previous row per cust_code ordered by
month_start, 0 if there is none``: what is taken, whose rows they are, and what puts them in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.known_names import squashed
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import word_set, words

_BEFORE = re.compile(
    r"\b(?:previous|prior|preceding|(?:one|row|month|day|week|year|line|entry|period|fill|order|visit|stay|\w+)\s+before(?:\s+(?:this|that|it))?|"
    r"before\s+(?:this|it)(?:\s+one)?|last\s+month's)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:next|following|subsequent|(?:one|row|month|line)\s+after(?:\s+(?:this|that|it))?)\b", re.IGNORECASE
)
_RUNNING = re.compile(
    r"\b(?:running\s+(?:sum|total)|cumulative|cumulated|accumulated|so\s+far|year[\s-]to[\s-]date|ytd|"
    r"up\s+to\s+(?:and\s+including\s+)?(?:this|the)\s+(?:month|row|day|week|period|line)|until\s+(?:and\s+including\s+)?(?:this|the)\s+(?:month|row|day|week))\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(?:running\s+number|sequence\s+number|consecutive\s+number|serial\s+number|number\s+the|"
    r"numbers?\s+(?:the\s+)?[\w ]+?\s+(?:from\s+1|starting)|"
    r"(?:1|one)\s*,\s*2\s*,\s*3|counting\s+from\s+1|1\s+for\s+the\s+(?:first|earliest|oldest)|how\s+manieth)\b",
    re.IGNORECASE,
)
_RANK = re.compile(r"\b(?:rank|ranking|ranked|place\s+of|position\s+of)\b", re.IGNORECASE)
_MOST_FIRST = re.compile(
    r"\b(?:highest|biggest|largest|most|greatest|top|best)\b[^.;]*?\b(?:is|=|gets|first|rank)\b|\b(?:1|first)\s+(?:is|=|for|being)\s+the\s+(?:highest|biggest|largest|most)|descending|\bdesc\b",
    re.IGNORECASE,
)
_LEAST_FIRST = re.compile(
    r"\b(?:lowest|smallest|least|cheapest)\b[^.;]*?\b(?:is|=|gets|first)\b|\b1\s+(?:is|=|for)\s+the\s+(?:lowest|smallest|least)|ascending|\basc\b",
    re.IGNORECASE,
)
_DENSE = re.compile(
    r"\b(?:no\s+gaps?|without\s+gaps?|dense|next\s+place\s+is\s+not\s+skipped|nothing\s+is\s+skipped)\b",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"\b(?:year[\s-]to[\s-]date|ytd|(?:from|since)\s+(?:the\s+)?(?:start|beginning)\s+of\s+(?:the\s+)?(?:calendar\s+)?year|within\s+(?:the\s+|a\s+)?(?:calendar\s+)?year|from\s+january|starts?\s+(?:again|anew|over)\s+(?:in\s+january|every\s+year|each\s+year))\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:first\s+(?:row|one|month|line|\w+)|(?:if|when|where)\s+(?:there\s+is\s+)?(?:none|no\s+[\w ]+?)|none|"
    r"for\s+the\s+first(?:\s+\w+)?|in\s+(?:its|the)\s+first(?:\s+\w+)?|without\s+(?:a|one))"
    r"\s*(?::|=|is|gives|->|,)?\s*(?P<v>0|null|empty)\b"
    r"|\b(?P<w>0|null|empty)\s+(?:for|in|if|when|where|without|at)\s+(?:the\s+|its\s+|there\s+is\s+|a\s+)?(?:first|none|no\b|previous)",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\b(?:per|for\s+each|for\s+every|of\s+each|of\s+every|within\s+(?:each|a|an|the)|of\s+the\s+same|of\s+same|for\s+the\s+same|with\s+the\s+same|same|of\s+an?|of\s+the|for\s+the|for|in\s+the|within|each)\s+(?P<noun>[A-Za-z][\w]*)(?:'s|s')?(?:\s+and\s+(?:the\s+same\s+)?(?P<also>[A-Za-z]\w*))?"
    r"|\b(?:the|an?|each|same|that)\s+(?P<owner>[A-Za-z]\w*)(?:'s|s')",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:by|in\s+(?:the\s+)?order\s+of|ordered\s+by|sorted\s+by|according\s+to|along)\s+(?:the\s+|their\s+|its\s+|day\s+of\s+|date\s+of\s+)*(?P<noun>[A-Za-z]\w*)",
    re.IGNORECASE,
)
_NOT_KEYS = word_set(
    "row rows month months first last one day line table year this that it previous next time order same start "
    "beginning calendar value rest earliest"
)


_COMPUTES = re.compile(
    r"\b(?:days?|months?|hours?|minutes?)\s+(?:between|from|since|to)\b|\bminus\b|[-+*/]\s", re.IGNORECASE
)
"""More is made of the other row's value than that it is taken."""


@dataclass(frozen=True)
class Name:
    """A column that a rule may speak of."""

    name: str
    type: str = ""
    key: bool = False
    """Part of what the target has one row of."""

    @property
    def is_day(self) -> bool:
        """Whether it holds days or moments."""
        return self.type.upper().startswith(("DATE", "TIMESTAMP"))


def likely_window(rule: str, own: Sequence[Name], sources: Sequence[Name], beside: Sequence[Name]) -> str:
    """The rule in words that compilers know; empty where it is none on neighbouring rows, or too little is said.

    Args:
        rule: the rule.
        own: the target's own columns, but for the rule's.
        sources: the columns of the rule's source cells.
        beside: all other columns of the tables read.
    """
    text = " ".join(rule.split())
    every = [*own, *sources, *beside]
    value = _value(text, own, sources)
    keys = _keys(text, every, value)
    if _RUNNING.search(text) and value is not None and not _BEFORE.search(text):
        order = _order(text, own, every, value)
        if order is None:
            return ""
        yearly = f" and year of {order.name}" if _YEARLY.search(text) else ""
        return f"running sum of {value.name}{_per(keys)}{yearly} ordered by {order.name}" if keys else ""
    if _RANK.search(text) and value is not None:
        way = (
            "lowest first" if _LEAST_FIRST.search(text) and not _MOST_FIRST.search(text) else "highest first"
        )
        head = "dense rank" if _DENSE.search(text) else "rank"
        days = [n for n in own if n.key and n.is_day] if re.search(r"\bmonth\b", text, re.IGNORECASE) else []
        wide = days or [k for k in keys if k.is_day] or keys
        return f"{head} of {value.name}{_per(wide)}, {way}"
    if _NUMBER.search(text):
        order = _order(text, own, every, value)
        return f"row number{_per(keys)} ordered by {order.name}" if order is not None and keys else ""
    side = "previous" if _BEFORE.search(text) else "next" if _BEHIND.search(text) else ""
    if side and value is not None and keys and not _COMPUTES.search(text):
        order = _order(text, own, every, value)
        if order is None:
            return ""
        first = _FIRST.search(text)
        none = (first["v"] or first["w"]).lower() if first is not None else ""
        default = f", {none} if there is none" if none == "0" else ""
        return f"{value.name} of the {side} row{_per(keys)} ordered by {order.name}{default}"
    return ""


def _per(keys: Sequence[Name]) -> str:
    return f" per {' and '.join(k.name for k in keys)}" if keys else ""


def _value(text: str, own: Sequence[Name], sources: Sequence[Name]) -> Name | None:
    """What is taken of the other row: the only source, or the first name in the text."""
    if len(sources) == 1:
        return sources[0]
    named = [(at, n) for n in (*sources, *own) if (at := _place(text, n.name)) >= 0]
    return min(named, key=lambda each: each[0])[1] if named else None


def _place(text: str, name: str) -> int:
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
    return found.start() if found is not None else -1


def _keys(text: str, every: Sequence[Name], value: Name | None) -> list[Name]:
    """Whose rows they are: what stands behind ``per`` and its like."""
    found: dict[str, Name] = {}
    for match in _PER.finditer(text):
        for group in ("noun", "also", "owner"):
            noun = match[group]
            if not noun or noun.casefold() in _NOT_KEYS:
                continue
            name = _called(noun, every)
            if name is not None and (value is None or name.name != value.name):
                found.setdefault(squashed(name.name), name)
    return list(found.values())


def _called(noun: str, every: Sequence[Name]) -> Name | None:
    """The column of that name, else the key that a noun calls: ``customer`` for cust_code."""
    exact = next((n for n in every if squashed(n.name) == squashed(noun)), None)
    if exact is not None:
        return exact
    wanted = singular(noun.casefold())
    for fits in (_first_word, _begins):
        keyed = [n for n in every if fits(wanted, words(n.name)) and words(n.name)[-1] in _ENDS]
        if keyed:
            return keyed[0]
    return None


_ENDS = frozenset(["id", "no", "nr", "code", "key", "number", "num", "ref", "cd"])


def _first_word(noun: str, parts: Sequence[str]) -> bool:
    return len(parts) > 1 and singular(parts[-2]) == noun


def _begins(noun: str, parts: Sequence[str]) -> bool:
    return len(parts) > 1 and len(parts[0]) > 2 and noun.startswith(parts[0])


def _order(text: str, own: Sequence[Name], every: Sequence[Name], value: Name | None) -> Name | None:
    """What puts the rows in order: what is told, else the only day of the target's key, else the value's own day."""
    for match in _BY.finditer(text):
        name = _called(match["noun"], every) or _day_called(match["noun"], every)
        if name is not None:
            return name
    keyed = [n for n in own if n.key and n.is_day]
    if len(keyed) == 1:
        return keyed[0]
    if value is not None and value.is_day:
        return value
    days = [n for n in own if n.is_day]
    return days[0] if len(days) == 1 else None


def _day_called(noun: str, every: Sequence[Name]) -> Name | None:
    wanted = singular(noun.casefold())
    days = {
        squashed(n.name): n for n in every if n.is_day and any(singular(p) == wanted for p in words(n.name))
    }
    return next(iter(days.values())) if len(days) == 1 else None

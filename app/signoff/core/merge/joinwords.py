"""Join cells in words: ``T once more, A = B``, ``full outer join: A = B``, ``only with T, on A``, ``as above``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.domain.plan import JoinKind
from signoff.core.domain.spec import Schema
from signoff.core.merge.lookuptexts import named_table

_T = r"(?:the\s+)?(?:table\s+)?(?P<table>[\w.$\"\[\]]+)(?:\s+table)?"
_AGAIN = re.compile(
    rf"^(?:join\s+|with\s+|and\s+)*{_T}\s*,?\s+(?:once\s+(?:more|again)|a\s+(?:second|third|2nd|3rd)\s+time|again|another\s+time|twice|joined\s+to\s+itself|"
    r"(?:is\s+)?joined\s+(?:again|once\s+more|a\s+second\s+time)|\(?(?:second|2nd|other)\s+(?:role|copy|instance)\)?|self[\s-]?join(?:ed)?)"
    r"\s*[,:;(-]*\s*(?:(?:on|by|where|via|with)\s+)?(?P<on>.+?)\)?$",
    re.IGNORECASE | re.DOTALL,
)
_SELF = re.compile(
    r"^(?:self[\s-]?join|join(?:ed)?\s+(?:with|to)\s+itself)\s*[,:;(-]*\s*(?:(?:on|by|where|via)\s+)?(?P<on>.+?)\)?$",
    re.IGNORECASE,
)
_KIND_BEHIND = re.compile(r"\s*[,;(]\s*(?P<kind>left|inner|full)(?:\s+outer)?(?:\s+join)?\)?$", re.IGNORECASE)
_KIND_AHEAD = re.compile(
    r"^(?P<kind>left|inner|full|right)(?:\s+outer)?\s+join(?:ed)?\s*[:,-]\s*(?:(?:on|where|by|via)\s+)?(?P<on>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_ONLY_WITH = re.compile(
    rf"^(?:only|just)\s+(?:rows?\s+|those\s+)?(?:with|where|if)\s+(?:there\s+is\s+)?(?:an?\s+|its\s+)?{_T}(?:\s+(?:exists|is\s+there|is\s+found|row|record))?"
    r"\s*,?\s+(?:on|by|via|using|over|matched\s+by)\s+(?P<on>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_DITTO = re.compile(
    r"^(?:ditto|dto\.?|idem|same|id\.|\"|''|〃|see\s+(?:above|there)|as\s+(?:above|before|there)|(?:the\s+)?same\s+(?:as\s+(?:above|before)|join|lookup|table)|like\s+(?:above|before)|"
    r"(?:join|joined|already\s+joined)\s*,?\s*(?:see\s+|as\s+)?above)\.?$",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"^(?P<its>its\s+|the\s+other(?:'s)?\s+)?(?P<left>[\w.]+)\s*(?:=|==|\bequals?(?:\s+to)?\b|\bis(?:\s+the\s+same\s+as)?\b|\bmatches\b|->|=>)\s*"
    r"(?P<theirs>its\s+|the\s+other(?:'s)?\s+)?(?P<right>[\w.]+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class SpokenJoin:
    """One join as a cell says it."""

    condition: str
    table: str = ""
    """Empty where the row's own source cells name it."""
    kind: JoinKind = JoinKind.LEFT
    again: bool = False
    """The table is in the query already, and is wanted in another role."""


def spoken_join(text: str, schema: Schema) -> SpokenJoin | None:
    """The join that a cell says in one of these ways; None for every other text."""
    plain = " ".join(text.split()).strip(" .;")
    behind = _KIND_BEHIND.search(plain)
    kind = JoinKind(behind["kind"].lower()) if behind is not None else JoinKind.LEFT
    plain = plain[: behind.start()] if behind is not None else plain
    again = _AGAIN.match(plain)
    if again is not None and (table := named_table(schema, again["table"])) is not None:
        return SpokenJoin(again["on"], table.name, kind, again=True)
    itself = _SELF.match(plain)
    if itself is not None:
        return SpokenJoin(itself["on"], "", kind, again=True)
    ahead = _KIND_AHEAD.match(plain)
    if ahead is not None:
        return SpokenJoin(ahead["on"], "", JoinKind(ahead["kind"].lower()))
    only = _ONLY_WITH.match(plain)
    if only is not None and (table := named_table(schema, only["table"])) is not None:
        return SpokenJoin(only["on"], table.name, JoinKind.INNER)
    return None


def is_ditto(text: str) -> bool:
    """Whether a cell only refers to the one above it."""
    return _DITTO.match(" ".join(text.split())) is not None


def sides_of(condition: str) -> tuple[str, str] | None:
    """The column of the other role and that of the table itself, of ``its A equals B``; None for other conditions."""
    match = _SIDES.match(" ".join(condition.split()).strip(" ."))
    if match is None:
        return None
    left, right = match["left"], match["right"]
    return (right, left) if match["theirs"] and not match["its"] else (left, right)

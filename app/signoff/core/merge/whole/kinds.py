"""What becomes of rows without a partner in a table that is joined, as all clauses of a text tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.clauses import inside
from signoff.core.merge.whole.clauses import Clause, Outcome
from signoff.core.merge.whole.nouns import mentions_of

_INNER = re.compile(
    r"\binner\b|\bmandatory\b|\bobligatory\b|\brequired\b|\bcompulsory\b|\bstrict\b|\ba\s+must\b|"
    r"\bmust\s+(?:\w+\s+){0,3}(?:exist|found|there|known|hit|match|have|be\s+in)\b|"
    r"\b(?:has|have)\s+to\s+(?:\w+\s+){0,2}(?:exist|sit|be|have)\b|\bneeds?\s+(?:to|an?)\b|\b(?:both|all)\s+(?:must|have\s+to)\b",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\bleft\b(?!\s+(?:out|aside|away|behind))|\bouter\b|\boptional\b|\bnice[- ]to[- ]have\b|"
    r"\b(?:may|can|might|could)\s+be\s+(?:missing|empty|absent|unknown)\b|"
    r"\bif\s+(?:any|there\s+is\s+(?:one|any)|available|present|it\s+exists|we\s+have\s+(?:it|one)|known|found)\b|"
    r"\bwhere\s+(?:available|we\s+know|known|there\s+is\s+one)\b|\bnot\s+(?:mandatory|obligatory|required)\b|\bin\s+any\s+case\b|\bnever\s+lose\b",
    re.IGNORECASE,
)
IF_THERE = re.compile(
    r"\bif\s+(?:any|there\s+(?:is|are)\s+\w+|available|present|it\s+exists|we\s+have\s+\w+|known|found|nothing|no\w*|not|several|two|more|equal|that['’]s|he\s+has|unknown)\b"
    r"|\buntil\s+‹|\bcast\b",
    re.IGNORECASE,
)
"""Says when a row has a partner, or what decides between equal ones: no limit of its own."""
_NONE = re.compile(
    r"\bwithout\b|\bno\s+\w+\b|\bnot\s+(?:found|there|in|known|exist\w*|every\w*|have|hit|registered|coded)\b|"
    r"n['’]t\s+(?:be\s+)?(?:found|hit|have|exist|match|in|agree)|\bwhere\s+they\s+don['’]t\b|\bun(?:known|matched|coded|registered|assigned)\b|\bmissing\b|\black\w*\b|"
    r"\botherwise\b|\bnothing\s+is\s+found\b|\bnone\b|\borphans?\b|\bdoesn['’]t\s+exist\b|"
    r"\bnon-existing\b|\bnowhere\b|\bfails?\b|\bnever[- ]\w+|\belse\b",
    re.IGNORECASE,
)
_DROP = re.compile(
    r"\b(?:drop\w*|skip\w*|exclud\w*|left\s+out|leave\s+out|ignor\w*|remov\w*|discard\w*|rejected|not\s+in\s+scope|"
    r"not\s+(?:\w+\s+)?(?:loaded|transferred|wanted|needed|taken|migrated|part|shown|use|used)|can\s*not\s+use|no\s+rows?)\b|\bout\b(?!\s+of\b)",
    re.IGNORECASE,
)
_BLANK = re.compile(
    r"\b(?:blank|empty|null|nevertheless|anyway|regardless)\b|\bno\s+problem\b|\b(?:goes|load\w*|comes?|kept|keep|stays|remains?|still|"
    r"transferred|survive\w*|shown|listed|reported|appears?|also\s+need|written)\b|\bwithout\s+(?:the|a|its|name|city)\b",
    re.IGNORECASE,
)
_ONLY_WITH = re.compile(
    r"\b(?:only|just)\b.*\b(?:that|who|which|with|having|whose|where|of|found|known|existing|actually)\b|\b(?:all|those)\s+of\b|"
    r"\bwe\s+(?:actually\s+)?(?:have|know)\b|\bbelonging\s+to\b|\bhaving\s+an?\b|\bvalid\b|\bexisting\b",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\b(?:both|all|each|every\w*|joins)\b", re.IGNORECASE)
_EDGE = re.compile(r"[,;:]|->|=>|→|\band\b|\bthen\b|\d\)", re.IGNORECASE)
_ONE_LACKS = re.compile(
    r"\b(?:without|with\s+no|no|lacking|has\s+no|have\s+no|any|not\s+have|['’]t\s+have|['’]t\s+hit)\s+(?:an?\s+|any\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_LACKS_PARTNER = re.compile(r"\b(?:no|without|any)\s+(?:match|hit|partner)\b|\bnot\s+every\w*", re.IGNORECASE)
_TELLS_VALUES = re.compile(
    r"\b(?:with\s+(?:an?\s+)?(?:\w+\s+){1,2}(?:empty|blank|null)|columns?\s+(?:are\s+|stay\s+)?(?:empty|blank|null)|(?:leave|left|stays?|remains?|keep)\s+(?:\w+\s+){0,3}(?:blank|empty|null))\b",
    re.IGNORECASE,
)
"""Says what columns hold where there is no partner."""


def kind_of(clauses: Sequence[Clause], there: Relation, tables: int, schema: Schema) -> JoinKind | None:
    """How a table is joined, as the clauses that speak of it tell, else those that speak of all; None where none does.

    Args:
        clauses: all clauses of the text.
        there: the table.
        tables: how many tables the query has.
        schema: names what else a clause may speak of.
    """
    about = [c for c in clauses if any(m.table == there.table for m in mentions_of(c.text, schema))]
    near = [
        c
        for c in clauses
        if c not in about and any(m.table == there.table for m in mentions_of(c.unit, schema))
    ]
    rest = [c for c in clauses if c not in about and c not in near]
    general = rest if tables == 2 else [c for c in rest if _OF_ALL.search(c.text)]
    for clause in (*about, *near, *general):
        kind = _said_by(clause, there, schema)
        if kind is not None:
            return kind
    return None


def _said_by(clause: Clause, there: Relation, schema: Schema) -> JoinKind | None:
    text = _around(clause.text, there, schema)
    inner, left = _INNER.search(text), _LEFT.search(text)
    if inner and not left:
        return JoinKind.INNER
    if left and not inner:
        return JoinKind.LEFT
    if _NONE.search(text):
        if _DROP.search(text):
            return JoinKind.INNER
        if _BLANK.search(text):
            return JoinKind.LEFT
        if clause.outcome is Outcome.GOES:
            return JoinKind.INNER
    if clause.outcome is Outcome.STAYS and _ONLY_WITH.search(text) and mentions_of(text, schema):
        return JoinKind.INNER
    return None


def _around(text: str, there: Relation, schema: Schema) -> str:
    """The part of a clause that speaks of a table, where it names several: cut between the mentions."""
    found = mentions_of(text, schema)
    places = [n for n, m in enumerate(found) if m.table == there.table]
    if not places or (len({m.table for m in found}) < 3 and _EDGE.search(text) is None):
        return text
    place = places[-1] if len(places) > 1 and len(found) > 2 else places[0]
    start = _cut(text, found[place - 1].end, found[place].start) if place else 0
    end = _cut(text, found[place].end, found[place + 1].start) if place + 1 < len(found) else len(text)
    return text[start:end]


def _cut(text: str, start: int, end: int) -> int:
    """Where the part on one table ends and that on the next begins: the first edge outside brackets."""
    edges = [m.start() for m in _EDGE.finditer(text, start, end) if not inside(text, m.start())]
    return edges[0] if edges else end


def tells_partners(clause: Clause, table: str, schema: Schema) -> bool:
    """Whether a clause only says what becomes of rows without a partner: ``persons without contract come along``."""
    for mention in mentions_of(clause.text, schema):
        if mention.table == table and _ONE_LACKS.search(
            clause.text[max(0, mention.start - 40) : mention.start]
        ):
            return True
    return _LACKS_PARTNER.search(clause.text) is not None or _TELLS_VALUES.search(clause.text) is not None

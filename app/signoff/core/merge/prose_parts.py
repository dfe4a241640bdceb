"""Lists in running text whose items are the parts of a union: ``ORDERS from rx, only those with a start``.

And clauses that say of one part what the clause before says of another: ``so are waybills that came back``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from signoff.core.domain.spec import SourceTable, Step, StepKind
from signoff.core.merge.rowtexts import Way, way_of

OPENS_PARTS = re.compile(
    r"\b(?:sources?|tables?|systems?|parts?|files?|feeds?|sets?)\b.*\b(?:put|placed?|stack(?:ed)?|"
    r"append(?:ed)?|united?|combined|written|set)\b.*"
    r"\b(?:below|under|beneath|underneath|after|behind|on\s+top\s+of)\s+(?:one\s+another|each\s+other|the\s+other)\b"
    r"|\bunion(?:\s+all)?\s+(?:of\s+)?(?:the\s+following|these|two|three|four|\d)\b|\bunion(?:\s+all)?\s*:\s*$"
    r"|\b(?:two|three|four|\d)\s+(?:sources|tables|systems|parts)\b.*\b(?:union(?:ed)?|stacked|appended|"
    r"added\s+up\s+as\s+rows)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Says that the items of a list that follows are put one below the other."""
_PART = re.compile(
    r"^\s*(?:[-*•·▪–—>]+\s*|\d+[.)]\s+|\(?[a-z]\)\s+)?(?:(?P<name>[A-Za-z][\w -]{0,30}?)\s*(?:\bfrom\b|"
    r"\bout\s+of\b|\bcome\s+from\b|:|=|\()\s*)?"
    r"(?:table\s+|the\s+)?(?P<table>[\w.$]+)\)?(?:\s*[,;:(-]*\s*(?P<rest>.+?))?[,;.]?$",
    re.IGNORECASE | re.DOTALL,
)

_SO_ARE = re.compile(
    r"^(?:and\s+)?(?:so|neither|nor|likewise|the\s+same\s+(?:goes|holds)\s+for)\s+(?:(?:are|is|do|does|get|gets)\s+)?(?P<what>.+)$",
    re.IGNORECASE,
)
"""Says of further rows what the clause before says of its own."""


def part_steps(text: str, note: Step, find: Callable[[str], SourceTable | None]) -> list[Step]:
    """A driving table and a filter, in a section of their own; none where the item names no table.

    Args:
        text: one item of the list.
        note: the step it stands in.
        find: the table that a name means.
    """
    match = _PART.match(" ".join(text.split()))
    table = find(match["table"]) if match is not None else None
    if match is None or table is None:
        return []
    name = (match["name"] or table.name).strip()
    steps = [replace(note, kind=StepKind.DRIVING, section=name, table=table.name, alias="", condition="")]
    rest = (match["rest"] or "").strip(" ,;")
    if rest:
        steps.append(replace(note, kind=StepKind.FILTER, section=name, table="", condition=rest))
    return steps


def as_before(clause: str, step: Step, found: Sequence[Step]) -> str:
    """``so are waybills with …`` behind a filter of the same text, with what that does."""
    match = _SO_ARE.match(clause)
    if match is None or not found or found[-1].cell != step.cell or found[-1].kind is not StepKind.FILTER:
        return clause
    way = way_of(found[-1].condition)[0]
    return f"{'leave out' if way is Way.LEAVE else 'only'} {match['what']}" if way is not None else clause

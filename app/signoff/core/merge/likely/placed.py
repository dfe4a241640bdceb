"""Numbers of rows in an order that is told: over all rows, or of each thing with the newest or the oldest first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.known_names import squashed
from signoff.core.merge.likely.windows import Name, day_called, keys_of, order_of

_PLACED = re.compile(
    r"\b(?P<way>newest|latest|most\s+recent|youngest|oldest|earliest)\s+(?P<noun>[a-z]\w*)\s*(?:=|"
    r"is|gets|has|:)\s*(?:number\s+|no\.?\s*)?(?:1|one)\b",
    re.IGNORECASE,
)


def placed_by(rule: str, own: Sequence[Name], beside: Sequence[Name]) -> str:
    """The place of a row by what is newest or oldest: ``per agency, newest week = 1, the week before = 2``.

    Args:
        rule: the rule.
        own: the target's own columns.
        beside: all other columns of the tables read.
    """
    text, every = " ".join(rule.split()), [*own, *beside]
    match = _PLACED.search(text)
    if match is None:
        return ""
    order = (
        day_called(match["noun"], own) or day_called(match["noun"], every) or order_of(text, own, every, None)
    )
    keys = [key for key in keys_of(text, every, order) if order is not None and key.name != order.name]
    if order is None or not keys:
        return ""
    late = not match["way"].casefold().startswith(("old", "earl"))
    parts = ", ".join(key.name for key in keys)
    return f"row_number() over (partition by {parts} order by {order.name}{' desc' if late else ''})"


def numbered_by(rule: str, note: str, own: Sequence[Name]) -> str:
    """A running number over all rows in the order that is told beside it; empty for any other rule.

    Args:
        rule: ``Autogenerate``.
        note: ``in order of person_id, start_date``.
        own: the target's own columns.
    """
    told = f"{rule}; {note}".strip(" ;.")
    match = _IN_ORDER.search(told)
    if (
        match is None
        or not _MADE_NUMBER.match(rule.strip())
        or not _MADE_NUMBER.match(told[: match.start()].strip(" ;,."))
    ):
        return ""
    nouns = [
        n.strip()
        for n in re.split(r"\s*,\s*(?:then\s+|and\s+)?|\s+and\s+|\s+then\s+", match["by"].strip(" ."))
        if n.strip()
    ]
    found = [next((n for n in own if squashed(n.name) == squashed(noun)), None) for noun in nouns]
    names = [n.name for n in found if n is not None]
    return f"row_number() over (order by {', '.join(names)})" if names and len(names) == len(nouns) else ""


_MADE_NUMBER = re.compile(
    r"^(?:auto(?:matically)?[\s-]?(?:generate[ds]?|number(?:ed)?|increment(?:ed)?)|generated(?:\s+"
    r"(?:number|id|key))?|running\s+number|sequence(?:\s+number)?|consecutive\s+number|surrogate(?:\s+"
    r"key)?|made\s+up|new\s+number)"
    r"(?:\s*[,;]?\s*(?:(?:starts?\s+at|from|beginning\s+(?:at|with)|starting\s+(?:at|with))\s+"
    r"1))?(?:\s*[,;]\s*in\s+(?:the\s+)?order\s+of\b.*)?$",
    re.IGNORECASE,
)
_IN_ORDER = re.compile(
    r"\b(?:in\s+(?:the\s+)?order\s+of|ordered\s+by|sorted\s+by|order\s+by|in\s+order\s+by)\s+(?P<by>[\w"
    r"\s,]+?)\s*\.?$",
    re.IGNORECASE,
)

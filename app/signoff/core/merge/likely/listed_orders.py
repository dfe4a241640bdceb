"""Columns that put rows in order, one after the other: ``in the order paid_on, source, id (as text), line``."""

from __future__ import annotations

import re
from collections.abc import Collection

from signoff.core.domain.known_names import squashed

_NAME = r"[A-Za-z_]\w*(?:\s+(?:desc(?:ending)?|asc(?:ending)?))?(?:\s*\([^()]*\))?"
_LIST = re.compile(
    r"\b(?:in\s+(?:the\s+|this\s+)?order(?:\s+of)?|order(?:ed)?\s+by|sorted\s+by|along)\s*:?\s+(?:the\s+)?"
    rf"(?P<list>{_NAME}(?:\s*(?:,\s*(?:then\s+|and\s+)?|\bthen\s+(?:by\s+)?|\band\s+(?:then\s+)?)\s*{_NAME})+)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_CUT = re.compile(
    r"\s*(?:,\s*(?:then\s+|and\s+)?|\bthen\s+(?:by\s+)?|\band\s+(?:then\s+)?)\s*", re.IGNORECASE
)
_ITEM = re.compile(
    r"^(?P<name>\w+)(?:\s+(?P<way>\w+))?(?:\s*\(\s*(?P<how>[^()]*?)\s*\))?$",
    re.IGNORECASE,
)
_AS_TEXT = re.compile(r"^(?:as|compared\s+as)\s+(?:a\s+)?(?:text|string|varchar)$", re.IGNORECASE)
_FALLING = re.compile(
    r"^(?:desc(?:ending)?|falling|newest\s+first|latest\s+first|highest\s+first)$", re.IGNORECASE
)
_RISING = re.compile(
    r"^(?:asc(?:ending)?|rising|oldest\s+first|earliest\s+first|lowest\s+first)?$", re.IGNORECASE
)


def listed_orders(text: str, names: Collection[str]) -> list[str] | None:
    """The columns of a list behind a word on order, as SQL; empty where one is not known, None where no list is there.

    Args:
        text: a rule.
        names: of the columns it may name.
    """
    match = _LIST.search(text)
    if match is None:
        return None
    known = {squashed(name): name for name in names}
    found = []
    for item in _CUT.split(match["list"]):
        said = _ITEM.match(item.strip())
        name = known.get(squashed(said["name"])) if said is not None else None
        if said is None or name is None:
            return []
        way, how = said["way"] or "", said["how"] or ""
        sql = f"cast({name} as varchar)" if _AS_TEXT.match(how) else name
        falls = _FALLING.match(way) or _FALLING.match(how)
        if not falls and not (_RISING.match(way) and (_RISING.match(how) or _AS_TEXT.match(how))):
            return []
        found.append(f"{sql} desc" if falls else sql)
    return found if not match["rest"].strip(" .;)") else []

"""Values of other rows, said by the time they are of: "revenue of the same customer in the following month"."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping

_NEXT = r"(?:next|following|subsequent|coming)"
_PREVIOUS = r"(?:previous|prior|preceding|last|foregoing)"
_UNIT = r"(?:row|record|line|entry|day|week|month|quarter|year|period|date|version|status|event|order|one)"
_KEY = r"(?P<key>[\w.]+(?:\s[\w.]+)?)"
_SAME = rf"(?:of|for|within|per)\s+(?:the\s+)?(?:same|each|every)\s+{_KEY}"
_BESIDE = rf"(?:in|on|at|of|for|from)\s+(?:the\s+)?(?:(?P<next>{_NEXT})|(?P<last>{_PREVIOUS}))\s+{_UNIT}"
_REST = r"(?P<rest>\s*[,;(]?.*)"
_OTHER = tuple(
    re.compile(rf"(?:the\s+)?(?:value\s+of\s+)?(?P<of>[\w.]+)\s+{shape}{_REST}", re.IGNORECASE)
    for shape in (rf"{_SAME}\s*,?\s+{_BESIDE}", rf"{_BESIDE}\s*,?\s+{_SAME}")
)
_CALLED = re.compile(
    r"(?P<what>lag|lead)\s+(?:of|on|over|for)?\s*(?:the\s+)?(?P<of>[\w.]+)\s*,?\s+(?:partition(?:ed)?\s+by|per|by|within|for\s+each)\s+"
    rf"{_KEY}(?P<rest>\s*[,;(]?\s*(?:and\s+)?(?:order|sort)\w*\s+.+)",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?P<down>latest|newest|highest|largest|biggest|greatest|most\s+recent|youngest)\s+(?P<down_by>[\w.]+)\s+first\b"
    r"|(?:earliest|oldest|lowest|smallest)\s+(?P<up_by>[\w.]+)\s+first\b",
    re.IGNORECASE,
)


def _beside(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = next((m for shape in _OTHER if (m := shape.fullmatch(text)) is not None), None)
    if found is None:
        return ""
    word = "next" if found["next"] else "previous"
    return f"{word} {found['of']} per {found['key']}{found['rest']}"


def _called(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _CALLED.fullmatch(text)
    if found is None:
        return ""
    word = "next" if found["what"].casefold() == "lead" else "previous"
    return f"{word} {found['of']} per {found['key']}{found['rest']}"


def _sorted(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``row number per customer, latest created_at first``: an order with its direction."""
    found = _FIRST.search(text)
    if found is None:
        return ""
    order = (
        f"ordered by {found['down_by']} descending"
        if found["down"]
        else f"ordered by {found['up_by']} ascending"
    )
    return f"{text[: found.start()]}{order}{text[found.end() :]}"


WINDOWS: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (_beside, _called, _sorted)
"""Each gives the text in other words, or nothing."""

"""Spans whose end may still be open: ``minutes from start to finish; for the current one up to 2025-06-30 18:00``."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.types import Family, family_of

_UNTIL = re.compile(
    r"^(?:(?:the\s+)?number\s+of\s+)?(?P<full>(?:full|whole|completed?)\s+)?(?P<unit>second|minute|hour|day)s\s+(?:from|between)\s+(?P<start>\w+)\s+(?:to|until|and)\s+(?P<end>\w+)"
    r"\s*[;,.(]\s*(?:(?:for|on|in)\s+(?:the\s+)?(?:current|open|last|latest|running|ongoing|active)(?:\s+(?:one|ones|[a-z]+))?|(?:if|while|when|where)\s+(?:it\s+is\s+|they\s+are\s+)?(?:still\s+)?(?:open|running|ongoing)"
    r"|(?:if|while|when|where)\s+(?:(?P<named>\w+)|it|that|this|the\s+end)\s+(?:is\s+)?(?:empty|missing|blank|null|open|not\s+(?:filled|set|known)))\s*[,:]?\s*(?:then\s+)?(?:(?:from\s+\w+\s+)?(?:up\s+)?to|until|till|use|take)\s+"
    r"'?(?P<day>\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?)'?\)?$",
    re.IGNORECASE,
)
_SECONDS = {"minute": "60", "hour": "3600"}


def _until(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The span to its end, or to the day where it has none yet."""
    match = _UNTIL.fullmatch(text)
    start = _moment(match["start"], scope) if match is not None else None
    end = _moment(match["end"], scope) if match is not None else None
    if match is None or start is None or end is None:
        return ""
    if (
        match["named"]
        and match["named"].lower() not in ("it", "that", "this")
        and squashed(match["named"]) != squashed(match["end"])
    ):
        return ""
    has_time = len(match["day"]) > len("2025-06-30")
    if not has_time and match["unit"].lower() != "day":
        return ""
    kind = "timestamp" if has_time else "date"
    last = f"coalesce({end.sql}, {kind} '{match['day'].replace('T', ' ')}')"
    unit = match["unit"].lower()
    if match["full"] and unit in _SECONDS:
        return f"floor(date_diff('second', {start.sql}, {last}) / {_SECONDS[unit]})"
    return "" if match["full"] and unit == "day" else f"date_diff('{unit}', {start.sql}, {last})"


def _moment(name: str, scope: Scope) -> ScopeColumn | None:
    found = [
        c
        for c in scope.columns
        if squashed(c.column.name) == squashed(name)
        and family_of(c.column.type) in (Family.TIMESTAMP, Family.DATE)
    ]
    return found[0] if len(found) == 1 else None


UNTIL: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (_until,)
"""Each gives the text in other words, or nothing."""

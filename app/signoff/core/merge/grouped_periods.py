"""Groupings by a period of a date, ``month of the order date``: the target's column that holds that period."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import ColumnMapping, Schema, TargetMapping
from signoff.core.merge.names import words
from signoff.core.merge.spoken_columns import spoken_column

_PERIOD = re.compile(
    r"^(?:the\s+)?(?:calendar\s+)?(?P<unit>day|date|week|month|quarter|year|hour)\s+(?:of|in|from)\s+(?:the\s+)?(?P<of>.+)$"
    r"|^(?:the\s+|each\s+)?(?:calendar\s+)?(?P<alone>day|date|week|month|quarter|year|hour)$"
    r"|^(?P<before>.+?)\s+(?P<behind>day|week|month|quarter|year|hour)$",
    re.IGNORECASE,
)


def cut_column(item: str, relations: Sequence[Relation], schema: Schema, target: TargetMapping) -> str:
    """The one target column that shows the period a grouping names; empty where there is none, or several."""
    match = _PERIOD.match(item.strip())
    if match is None:
        return ""
    unit = (match["unit"] or match["behind"] or match["alone"]).lower()
    of = match["of"] or match["before"] or ""
    column = spoken_column(of, relations, schema) if of else None
    if of and column is None:
        return ""
    fitting = [
        c.name
        for c in target.columns
        if _shows(c, unit) and (column is None or _reads(c, column.column.name)) and len(c.sources) == 1
    ]
    return fitting[0] if len(fitting) == 1 else ""


def _shows(column: ColumnMapping, unit: str) -> bool:
    """Whether a column is of that period by its name or its rule."""
    said = {*words(column.name), *words(column.rule_resolved or column.rule)}
    return unit in said or (unit in ("day", "date") and bool(said & {"day", "date"}))


def _reads(column: ColumnMapping, name: str) -> bool:
    return any(squashed(source.column) == squashed(name) for source in column.sources)

"""Cells of a driving table that name none since its rows are made: ``generated, no source``, ``calendar``, ``none``.

Where a note tells which rows are made, they are what the target starts from; without one such a cell stays a table
that is not found.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import Schema, Step, StepKind, TargetMapping
from signoff.core.merge.first_clauses import taken_out
from signoff.core.merge.names import find_table

_MADE = r"(?:generated|calculated|computed|created|made(?:\s+up)?|synthetic|built|derived|static|filled)"
_NOTHING = (
    r"(?:(?:there\s+is\s+|has\s+|with\s+)?(?:no|without(?:\s+an?)?)\s+(?:source|input|underlying|physical)?\s*(?:tables?|source|data|system)?"
    r"|none|nothing|n/?a|[-–—]|not\s+(?:a|from\s+a)\s+(?:source\s+)?table)"
)
_WHAT = (
    r"(?:(?:date|day|month|week|hour|year|number|time)[\s_-]*)?(?:spine|calendar|series|sequence"
    r"|dimension|list|rows?|table|range)"
)
_HERE = (
    r"(?:by\s+(?:the\s+)?(?:model|query|sql|us|code)|here|in[\s-]house|itself"
    r"|in\s+(?:the\s+)?(?:model|sql|query|dwh|warehouse))"
)
_IS = r"(?:it\s+is\s+|is\s+|are\s+|rows\s+are\s+)?"
_PART = rf"(?:{_IS}(?:{_MADE}(?:\s+(?:{_WHAT}|{_HERE}))?|{_NOTHING}|(?:an?\s+|the\s+)?{_WHAT}))"
_MADE_FROM_NOTHING = re.compile(rf"^\(?{_PART}\)?(?:\s*(?:[,;:(/]|\s[-–]\s)?\s*{_PART}\)?)*$", re.IGNORECASE)


def made_from_nothing(text: str) -> bool:
    """Whether a cell in place of a table says that rows are made and come from no table."""
    plain = " ".join(text.split()).strip(" .")
    return bool(plain) and _MADE_FROM_NOTHING.match(plain) is not None


def without_placeholders(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target without lines that only say that its rows come from no table, where a note says which are made."""
    driving = [s for s in target.steps if s.kind is StepKind.DRIVING]
    said = [s for s in driving if find_table(schema, s.table) is None and made_from_nothing(s.table)]
    made = [s for s in target.steps if s.kind is StepKind.NOTE and _makes_rows(s, target, schema)]
    if len(made) != 1 or len(said) != 1 or len(driving) != 1:
        return target
    cell = said[0].cell
    return replace(target, steps=tuple(s for s in target.steps if s is not said[0] and not _is_rest(s, cell)))


def _makes_rows(note: Step, target: TargetMapping, schema: Schema) -> bool:
    steps, _ = taken_out(note.condition, note, target, schema)
    return any(s.kind is StepKind.DRIVING for s in steps)


def _is_rest(step: Step, cell: Cell | None) -> bool:
    """Whether a filter is the rest of a cell that names no table."""
    return step.kind is StepKind.FILTER and step.cell == cell and made_from_nothing(step.condition)

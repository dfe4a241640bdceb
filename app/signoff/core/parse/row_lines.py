"""Lines of a grid that stand for no column and tell of the target's rows: ``(rows)`` or ``(join)`` as its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, Step, StepKind, TargetMapping
from signoff.core.parse.change_kinds import tells_rows

_NAME = re.compile(
    r"^\W*(?:[(\[<{*]\s*(?P<what>rows?|joins?|filters?|grain|where|from|scope|source|base|keys?|model|table|general)\s*[)\]>}*]\W*"
    r"|[#@](?P<marked>rows?|row[ _]?filters?|joins?|filters?|grain|where|scope))$",
    re.IGNORECASE,
)
OF_ROWS = "(rows)"
"""What stands for a column's name in a line that tells of rows."""
_GRAIN = re.compile(
    r"^\W*(?:grain|one\s+row\s+per|1\s+row\s+per|row\s+per)\s*[:=]?\s*(?P<of>.+)$", re.IGNORECASE
)


def is_row_line(text: str) -> bool:
    """Whether what stands in a column's field says that its line tells of rows."""
    return _NAME.match(text) is not None


def with_row_lines(targets: Sequence[TargetMapping]) -> tuple[TargetMapping, ...]:
    """The targets with notes in place of such lines."""
    return tuple(_told(target) for target in targets)


def _told(target: TargetMapping) -> TargetMapping:
    lines = [c for c in target.columns if _NAME.match(c.name) or _is_of_rows(c)]
    if not lines or len(lines) == len(target.columns):
        return target
    kept = tuple(c for c in target.columns if c not in lines)
    start = max((s.order for s in target.steps), default=0)
    steps = [step for line in lines for step in _steps(target.name, line)]
    numbered = tuple(replace(step, order=start + n) for n, step in enumerate(steps, 1))
    return replace(target, columns=kept, steps=(*target.steps, *numbered))


def _is_of_rows(column: ColumnMapping) -> bool:
    """Whether the mark of a line says that rows change, and its field names no column but whose rows they are."""
    return tells_rows(column.state) and bool(column.rule.strip()) and not column.sources


def _steps(target: str, line: ColumnMapping) -> Iterator[Step]:
    match = _NAME.match(line.name)
    joins = match is not None and (match["what"] or match["marked"]).casefold().startswith("join")
    tables = list(dict.fromkeys((*line.source_tables, *(r.table or r.column for r in line.sources))))
    state = line.state if tells_rows(line.state) else ""
    note = Step(target, 0, StepKind.NOTE, cell=line.cell, state=state and "from now on")
    if not joins and len(tables) == 1:
        yield replace(note, kind=StepKind.DRIVING, table=tables[0])
    elif tables:
        yield replace(note, condition=f"sources: {', '.join(tables)}")
    text = (line.rule_resolved or line.rule or line.description).strip()
    if text:
        yield replace(note, condition=text)
    grain = _GRAIN.match(line.note) if line.note else None
    if grain is not None:
        yield replace(note, condition=f"One row per {grain['of'].strip(' .').replace(' + ', ' and ')}")

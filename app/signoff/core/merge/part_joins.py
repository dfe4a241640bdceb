"""Lines on joins that a document states for one part of a union, given to the rows of that part.

Where a line above a grid names only tables that one part reads, it is of that part, whatever row it was read beside.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping, Schema, Step, StepKind, TargetMapping
from signoff.core.merge.names import bare, find_table

_WORD = re.compile(r"[A-Za-z_][\w.$]*")


def with_part_joins(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target, lines of joins of one part beside the first row of that part; lines on no table as notes.

    Args:
        target: as the document has it.
        schema: the tables there are.
    """
    sections = {row.section.casefold() for row in target.columns if row.section}
    if len(sections) < 2:
        return target
    read: dict[str, set[str]] = {}
    for row in target.columns:
        tables = {squashed(bare(ref.table)) for ref in row.sources if ref.table}
        read.setdefault(row.section.casefold(), set()).update(tables)
    columns, notes = list(target.columns), list[Step]()
    for number, row in enumerate(target.columns):
        lines = [line for line in row.join.split("\n") if line.strip()]
        if len(lines) < 2:
            continue
        kept: list[str] = []
        for line in lines:
            named = _tables(line, schema)
            own = [section for section, tables in read.items() if named and named <= tables]
            if not named:
                notes.append(Step(target.name, 0, StepKind.NOTE, condition=line, cell=row.cell))
            elif own != [row.section.casefold()] and len(own) == 1:
                _add(columns, own[0], line)
            else:
                kept.append(line)
        columns[number] = replace(columns[number], join="\n".join(kept))
    if tuple(columns) == target.columns:
        return target
    return replace(target, columns=tuple(columns), steps=(*target.steps, *notes))


def _tables(line: str, schema: Schema) -> set[str]:
    """The tables that a line names."""
    found = (find_table(schema, word) for word in _WORD.findall(line))
    return {squashed(table.name) for table in found if table is not None}


def _add(columns: list[ColumnMapping], section: str, line: str) -> None:
    for number, row in enumerate(columns):
        if row.section.casefold() == section:
            columns[number] = replace(row, join="\n".join(filter(None, (row.join, line))))
            return

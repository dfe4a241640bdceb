"""Source tables that a document exchanges for others: found before its rows are held against the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.spec import Schema, StepKind, TargetMapping
from signoff.core.merge.changed_rows import asks_for_change, changed_rows, without_times
from signoff.core.merge.changed_sources import SourceEdit, other_source, reading_other
from signoff.core.merge.existing import ExistingSql
from signoff.core.pipeline.desk import Desk


def exchanged_sources(
    existing: ExistingSql, target: TargetMapping, schema: Schema, desk: Desk
) -> tuple[SourceEdit, ...]:
    """The exchanges that notes and the description of a target ask for; none where two versions are compared.

    Args:
        existing: the file.
        target: all that the document says of it.
        schema: tables the file reads or may read.
        desk: the run's tools.
    """
    if target.name.casefold() in desk.since:
        return ()
    lines = [(s.condition, s.cell, s.state) for s in target.steps if s.kind is StepKind.NOTE]
    lines.append((target.description, target.cell, ""))
    found: dict[str, SourceEdit] = {}
    for text, cell, state in lines:
        for said in changed_rows(text) if state or asks_for_change(text) else ():
            edit = other_source(existing, without_times(said.text), schema)
            if edit is not None:
                found.setdefault(edit.was, replace(edit, cell=cell))
    return tuple(found.values())


def reading_as_before(target: TargetMapping, exchanged: Sequence[SourceEdit]) -> TargetMapping:
    """The target with its source cells in the names of the tables that the file still reads."""
    for edit in exchanged:
        target = reading_other(target, edit)
    return target

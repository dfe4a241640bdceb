"""Joins that an update only assumes and that give rows of the result more than once: they are not made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.merge.editing import EditedText
from signoff.core.merge.existing import ExistingSql
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.existing_here import why_not_run
from signoff.core.pipeline.runnable import emptied
from signoff.core.pipeline.update_asked import UpdatedColumn

_ASSUMED = "D204"
"""The finding on a join that no document names."""


def without_multiplied_rows(
    existing: ExistingSql,
    target: str,
    found: tuple[UpdatedColumn, ...],
    told: Sequence[Finding],
    edited: Callable[[Sequence[UpdatedColumn]], EditedText],
    desk: Desk,
) -> tuple[UpdatedColumn, ...]:
    """The columns, those without a value whose assumed join makes the rows of the file more on the samples.

    Args:
        existing: the file.
        target: the name of its target.
        found: its new and changed columns.
        told: what was remarked on joins.
        edited: the file with some of these columns, and nothing else asked of it.
        desk: the run's tools.
    """
    if not any(f.code == _ASSUMED for f in told) or why_not_run(existing, desk):
        return found
    before = row_count(existing.plain, desk)
    if before is None or not _is_more(edited(found), before, desk):
        return found
    return tuple(
        _without_value(each, target, edited, before, desk) if each.is_resolved else each for each in found
    )


def _without_value(
    each: UpdatedColumn,
    target: str,
    edited: Callable[[Sequence[UpdatedColumn]], EditedText],
    before: int,
    desk: Desk,
) -> UpdatedColumn:
    if not _is_more(edited((each,)), before, desk):
        return each
    column = emptied(each.column, target)
    message = say("update.join_multiplies", column=each.column.name)
    finding = Finding("D02", Severity.ERROR, message, column.cell, target, column.name)
    expressions = tuple(replace(e, findings=(finding,)) for e in column.expressions)
    return UpdatedColumn(replace(column, expressions=expressions), tuple(e.sql for e in expressions))


def _is_more(edited: EditedText, before: int, desk: Desk) -> bool:
    after = row_count(edited.rendered_sql, desk)
    return after is not None and after > before


def row_count(sql: str, desk: Desk) -> int | None:
    """How many rows a statement gives on the samples; None where it does not run."""
    try:
        return desk.sandbox.count(f"select 1 from (\n{sql.rstrip().rstrip(';')}\n) as held", desk.cancel)
    except SignoffError:
        return None

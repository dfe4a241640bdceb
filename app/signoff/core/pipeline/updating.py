"""The loop for a target whose SQL exists: only the mandated edits, every other byte as it was."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import Draft, DraftColumn, Plan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema, TargetMapping
from signoff.core.errors import SignoffError
from signoff.core.generate.types import duckdb_type
from signoff.core.merge.asked_filters import with_asked_filters
from signoff.core.merge.editing import ColumnEdit, EditedText, edit_existing, table_style
from signoff.core.merge.existing import ExistingSql, read_existing
from signoff.core.merge.jinja_around import needed_around
from signoff.core.merge.lineage import existing_columns
from signoff.core.merge.mandating import delta, without_marks
from signoff.core.merge.updating import plan_update
from signoff.core.pipeline.comparing import compared_rules, with_unmarked_settled
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.drafting import (
    DraftOutcome,
    condition_resolver,
    findings_of,
)
from signoff.core.pipeline.held import held_examples
from signoff.core.pipeline.proving import prove_update
from signoff.core.pipeline.runnable import emptied
from signoff.core.pipeline.settling import settle
from signoff.core.pipeline.text_alone import by_text_alone, why_not_run, with_what_runs
from signoff.core.pipeline.update_columns import UpdatedColumn, updated_column
from signoff.core.verify.verify import verify


def update_target(target: TargetMapping, text: str, schema: Schema, desk: Desk) -> DraftOutcome:
    """The existing SQL of one target with the document's new and changed columns.

    Args:
        target: the document's rows for it, all of them or the changes only.
        text: the file as it is, Jinja included.
        schema: the tables the file reads, and the targets drafted before this one.
        desk: the run's tools.

    Raises:
        SignoffError: the file can't be read as SQL, or an edit could not be made safely.
    """
    started, first_prompt = time.monotonic(), len(desk.ledger)
    around, doubts = needed_around(text, desk.around, target.name, schema)
    existing = read_existing(text, around)
    difference = delta(existing, target, schema, desk.marks)
    target = without_marks(target)
    found = compared_rules(existing, target, difference.unmarked, schema, desk)
    difference, asked = with_unmarked_settled(difference, found, target, desk)
    edited_rows = (*difference.changed, *difference.added)
    resolver = condition_resolver(target.name, desk)
    plan = plan_update(existing, target, edited_rows, schema, resolve=resolver)
    certain = condition_resolver(target.name, replace(desk, generator=None, ledger=[]))
    plan = with_asked_filters(existing, target, plan, schema, certain=certain)
    reason = why_not_run(existing, desk)
    tried = with_what_runs(plan, desk) if reason else plan
    resolved = _resolve(existing, target, edited_rows, tried, schema, desk)
    edited, columns = _edit(existing, target, resolved, len(difference.changed), plan, schema, desk)
    questions = tuple(dict.fromkeys(q for each in resolved for q in each.questions))
    settled = settle(
        *(edited.script, edited.rendered_sql, target, difference.added, difference.changed, schema, desk),
        desk.around.keeping_of(target.name),
    )
    draft = Draft(
        target=target.name,
        sql=edited.rendered_sql,
        text=settled.script.applied(),
        columns=_in_file_order(existing, target, columns, schema),
        findings=(
            *doubts,
            *difference.findings,
            *plan.findings,
            *findings_of(columns),
            *edited.findings,
            *settled.findings,
        ),
        existing=text,
        around=around,
        seconds=round(time.monotonic() - started, 3),
        prompts=tuple(record.prompt.hash for record in desk.ledger[first_prompt:]),
        examples=held_examples(desk.ledger[first_prompt:]),
        edits=settled.script,
        keeping=settled.keeping,
    )
    proof = prove_update(draft, target, desk.sandbox, cancel=desk.cancel)
    draft = replace(draft, proof=proof)
    return DraftOutcome(draft, verify(draft, target, desk.sandbox, cancel=desk.cancel), (*questions, *asked))


def _resolve(
    existing: ExistingSql,
    target: TargetMapping,
    rows: Sequence[ColumnMapping],
    plan: Plan,
    schema: Schema,
    desk: Desk,
) -> tuple[UpdatedColumn, ...]:
    found = []
    for mapping in rows:
        desk.cancel.check()
        found.append(updated_column(existing, target, mapping, plan, schema, desk))
    return tuple(found)


def _edit(
    existing: ExistingSql,
    target: TargetMapping,
    found: tuple[UpdatedColumn, ...],
    changed: int,
    plan: Plan,
    schema: Schema,
    desk: Desk,
) -> tuple[EditedText, tuple[DraftColumn, ...]]:
    """The edited file; a column that keeps it from binding loses its value, not its neighbours.

    A changed column that has no expression stays as it is in the file.
    """
    edited = _edited(existing, found, changed, plan, schema)
    if _binds(edited, desk):
        return edited, tuple(each.column for each in found)
    reason = why_not_run(existing, desk)
    if reason:
        return by_text_alone(edited, target, reason), tuple(each.column for each in found)
    alone = [
        _binds(_edited(existing, (each,), 1 if n < changed else 0, plan, schema), desk)
        for n, each in enumerate(found)
    ]
    kept = tuple(each if fits else _emptied(each, target) for each, fits in zip(found, alone, strict=True))
    edited = _edited(existing, kept, changed, plan, schema)
    if not _binds(edited, desk):
        raise SignoffError(say("update.does_not_run", target=target.name))
    return edited, tuple(each.column for each in kept)


def _emptied(found: UpdatedColumn, target: TargetMapping) -> UpdatedColumn:
    column = emptied(found.column, target.name)
    return UpdatedColumn(column, tuple(e.sql for e in column.expressions))


def _edited(
    existing: ExistingSql, found: Sequence[UpdatedColumn], changed: int, plan: Plan, schema: Schema
) -> EditedText:
    edits = [ColumnEdit(f.column.name, f.texts, f.column.cell, inside=f.inside) for f in found]
    changes = [edit for edit, each in zip(edits[:changed], found[:changed], strict=True) if each.is_resolved]
    return edit_existing(existing, edits[changed:], changes, plan, schema, table_text=table_style(existing))


def _binds(edited: EditedText, desk: Desk) -> bool:
    return desk.sandbox.bind_many([edited.rendered_sql], desk.cancel)[0].ok


def _in_file_order(
    existing: ExistingSql, target: TargetMapping, edited: Sequence[DraftColumn], schema: Schema
) -> tuple[DraftColumn, ...]:
    """Every column of the result: the file's in its order, kept or changed, then the new ones."""
    by_name = {column.name.casefold(): column for column in edited}
    rows = {m.name.casefold(): m for m in reversed(target.columns)}
    parts: dict[str, list[Expression]] = {}
    names: dict[str, str] = {}
    for column in existing_columns(existing, schema):
        names.setdefault(column.name.casefold(), column.name)
        parts.setdefault(column.name.casefold(), []).append(Expression(column.sql, Origin.KEPT))
    columns = []
    for key, name in names.items():
        mapping = rows.get(key)
        kept = DraftColumn(
            name,
            duckdb_type(mapping.type) if mapping else "",
            tuple(parts[key]),
            mapping.cell if mapping else None,
        )
        columns.append(by_name.pop(key, kept))
    return (*columns, *by_name.values())

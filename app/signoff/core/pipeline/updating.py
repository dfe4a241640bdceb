"""The loop for a target whose SQL exists: only the mandated edits, every other byte as it was."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.findings import Finding
from signoff.core.domain.plan import Draft, DraftColumn, Plan
from signoff.core.domain.reversing import ReverseReading
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema, TargetMapping
from signoff.core.errors import SignoffError
from signoff.core.generate.types import duckdb_type
from signoff.core.merge.asked_filters import with_asked_filters
from signoff.core.merge.editing import ColumnEdit, EditedText, edit_existing
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.jinja_around import needed_around
from signoff.core.merge.lineage import existing_columns
from signoff.core.merge.mandating import Delta, delta, without_marks
from signoff.core.merge.reversing import remarks_of, reverse_reading
from signoff.core.merge.table_texts import table_style
from signoff.core.merge.updating import plan_update
from signoff.core.pipeline.comparing import compared_rules, values_of, with_unmarked_settled
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.drafting import (
    DraftOutcome,
    condition_resolver,
    findings_of,
)
from signoff.core.pipeline.existing_here import by_text_alone, read_here, why_not_run, with_what_runs
from signoff.core.pipeline.held import held_examples
from signoff.core.pipeline.proving import prove_update
from signoff.core.pipeline.runnable import emptied
from signoff.core.pipeline.settling import settle
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
    here = read_here(text, around, target.name, desk)
    existing = here.existing
    difference = delta(existing, target, schema, desk.marks)
    target = without_marks(target)
    found = compared_rules(existing, target, difference.unmarked, schema, desk)
    reading = reverse_reading(existing, target, schema, marks=desk.marks, values=values_of(found))
    difference, asked = with_unmarked_settled(difference, found, target, desk)
    edited_rows = (*difference.changed, *difference.added)
    resolver = condition_resolver(target.name, desk)
    plan = plan_update(existing, target, edited_rows, schema, resolve=resolver)
    certain = condition_resolver(target.name, replace(desk, generator=None, ledger=[]))
    plan = with_asked_filters(existing, target, plan, schema, certain=certain)
    tried = with_what_runs(plan, desk) if here.reason else plan
    resolved = _resolve(existing, target, edited_rows, tried, schema, desk)
    asking = _Asking(existing, target, difference, plan, schema)
    edited, columns = _edit(asking, resolved, desk)
    questions = tuple(dict.fromkeys(q for each in resolved for q in each.questions))
    settled = settle(
        *(edited.script, edited.rendered_sql, target, difference.added, difference.changed, schema, desk),
        desk.around.keeping_of(target.name),
        existing.dialect,
    )
    draft = Draft(
        target=target.name,
        sql=edited.rendered_sql,
        text=settled.script.applied(),
        columns=_in_file_order(asking, columns),
        findings=(
            *doubts,
            *here.findings,
            *difference.findings,
            *remarks_beside(reading, difference.findings),
            *_findings_of_plan(asking, resolved, desk),
            *findings_of(columns),
            *edited.findings,
            *settled.findings,
        ),
        existing=text,
        dialect=existing.dialect,
        around=around,
        seconds=round(time.monotonic() - started, 3),
        prompts=tuple(record.prompt.hash for record in desk.ledger[first_prompt:]),
        examples=held_examples(desk.ledger[first_prompt:]),
        edits=settled.script,
        keeping=settled.keeping,
    )
    proof = prove_update(draft, target, desk.sandbox, cancel=desk.cancel)
    draft = replace(draft, proof=proof)
    checked = verify(draft, target, desk.sandbox, cancel=desk.cancel)
    return DraftOutcome(draft, checked, (*questions, *asked), _with_mandates(reading, difference))


def remarks_beside(reading: ReverseReading, said: Sequence[Finding]) -> tuple[Finding, ...]:
    """Remarks of a reading on columns of which nothing is said already."""
    known = {finding.column for finding in said}
    return tuple(f for f in remarks_of(reading) if f.column not in known)


def _with_mandates(reading: ReverseReading, difference: Delta) -> ReverseReading:
    """The reading with what is to become of each column once unmarked rules were held against the file."""
    by_name = {m.column.casefold(): m for m in difference.mandates}
    columns = (replace(c, mandate=by_name.get(c.name.casefold(), c.mandate)) for c in reading.columns)
    return replace(reading, columns=tuple(columns))


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


def _findings_of_plan(asking: _Asking, found: Sequence[UpdatedColumn], desk: Desk) -> tuple[Finding, ...]:
    """What is doubtful about the relations; joins for columns that are worked out further inside are not."""
    inside = {each.column.name for each in found if each.inside}
    if not inside:
        return asking.plan.findings
    difference = asking.difference
    rows = [row for row in (*difference.changed, *difference.added) if row.name not in inside]
    resolver = condition_resolver(asking.target.name, replace(desk, generator=None, ledger=[]))
    return plan_update(asking.existing, asking.target, rows, asking.schema, resolve=resolver).findings


@dataclass(frozen=True)
class _Asking:
    """One file and what is asked of it."""

    existing: ExistingSql
    target: TargetMapping
    difference: Delta
    plan: Plan
    schema: Schema

    def edited(self, found: Sequence[UpdatedColumn], *, moves: bool = True) -> EditedText:
        """The file with these columns; with columns renamed and taken out too where `moves` says so.

        A changed column that has no expression stays as it is in the file.
        """
        changing = {row.name for row in self.difference.changed}
        moves = moves and not self.existing.wrapper.names
        edits = [(f, ColumnEdit(f.column.name, f.texts, f.column.cell, inside=f.inside)) for f in found]
        renames = [ColumnEdit(row.name, (), row.cell, was=old) for row, old in self.difference.renamed]
        drops = [ColumnEdit(row.name, (), row.cell) for row in self.difference.removed]
        return edit_existing(
            self.existing,
            [edit for f, edit in edits if f.column.name not in changing],
            [edit for f, edit in edits if f.column.name in changing and f.is_resolved],
            self.plan,
            self.schema,
            renames=renames if moves else (),
            drops=drops if moves else (),
            table_text=table_style(self.existing),
        )


def _edit(
    asking: _Asking, found: tuple[UpdatedColumn, ...], desk: Desk
) -> tuple[EditedText, tuple[DraftColumn, ...]]:
    """The edited file; a column that keeps it from binding loses its value, not its neighbours."""
    edited = asking.edited(found)
    if _binds(edited, desk):
        return edited, tuple(each.column for each in found)
    reason = why_not_run(asking.existing, desk)
    if reason:
        return by_text_alone(edited, asking.target.name, reason), tuple(each.column for each in found)
    alone = [_binds(asking.edited((each,), moves=False), desk) for each in found]
    kept = tuple(
        each if fits else _emptied(each, asking.target) for each, fits in zip(found, alone, strict=True)
    )
    edited = next((e for m in (True, False) if _binds(e := asking.edited(kept, moves=m), desk)), None)
    if edited is None:
        raise SignoffError(say("update.does_not_run", target=asking.target.name))
    return edited, tuple(each.column for each in kept)


def _emptied(found: UpdatedColumn, target: TargetMapping) -> UpdatedColumn:
    column = emptied(found.column, target.name)
    return UpdatedColumn(column, tuple(e.sql for e in column.expressions))


def _binds(edited: EditedText, desk: Desk) -> bool:
    return desk.sandbox.bind_many([edited.rendered_sql], desk.cancel)[0].ok


def _in_file_order(asking: _Asking, edited: Sequence[DraftColumn]) -> tuple[DraftColumn, ...]:
    """Every column of the result: the file's in its order, kept, changed or renamed, then the new ones."""
    by_name = {column.name.casefold(): column for column in edited}
    rows = {m.name.casefold(): m for m in reversed(asking.target.columns)}
    renamed = {old.casefold(): row.name for row, old in asking.difference.renamed}
    gone = {row.name.casefold() for row in asking.difference.removed}
    parts: dict[str, list[Expression]] = {}
    names: dict[str, str] = {}
    for column in existing_columns(asking.existing, asking.schema):
        name = renamed.get(column.name.casefold(), column.name)
        if name.casefold() in gone:
            continue
        names.setdefault(name.casefold(), name)
        parts.setdefault(name.casefold(), []).append(Expression(column.sql, Origin.KEPT))
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

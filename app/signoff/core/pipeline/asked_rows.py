"""What a document asks of the rows of existing SQL: conditions to add, change or take out, each tried on the samples.

A condition that the file lacks is made where it has one meaning only and the samples show that it leaves out rows; else
it is shown with its place. One that differs from the version before is found by what that version said of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.mandates import MandateState
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Step, StepKind
from signoff.core.merge.asked_filters import lacking_filters
from signoff.core.merge.changed_orders import OrderEdit
from signoff.core.merge.changed_rows import Way, changed_rows, without_label
from signoff.core.merge.editing import FilterEdit, edit_existing
from signoff.core.merge.filter_places import conditions_anywhere, filter_places, standing_condition
from signoff.core.merge.join_edits import JoinEdit
from signoff.core.merge.markwords import state_in
from signoff.core.merge.row_owner import names_filtered, owns_rows
from signoff.core.merge.selects import every_place
from signoff.core.pipeline.asked_changes import asked_changes, open_changes
from signoff.core.pipeline.asked_joins import asked_joins
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.existing_here import why_not_run
from signoff.core.pipeline.filter_trials import leaves_out_its_rows
from signoff.core.pipeline.followed_rows import AskedChanges, listed_places, table_of
from signoff.core.pipeline.revisions import asks_now
from signoff.core.pipeline.row_file import RowFile
from signoff.core.pipeline.since_steps import StepChange, since_steps, without
from signoff.core.pipeline.since_texts import SinceTexts, asking_only, since_texts, told_since

_OF_STANDING = (MandateState.CHANGED, MandateState.REMOVED)
"""Marks of filters that the file has already."""


@dataclass(frozen=True)
class AskedRows:
    """Edits of which rows the file gives, and what is left to a person."""

    filters: tuple[FilterEdit, ...] = ()
    joins: tuple[JoinEdit, ...] = ()
    picks: tuple[OrderEdit, ...] = ()
    """Which one of several rows is kept, where that is to be another one."""
    left: tuple[StepChange, ...] = ()
    """Steps that differ from the version before, and no edit makes the difference."""
    findings: tuple[Finding, ...] = ()


def asked_rows(file: RowFile, desk: Desk) -> AskedRows:
    """Edits of which rows the file gives.

    Args:
        file: the file beside its mapping.
        desk: the run's tools; its versions say what the SQL was made from.
    """
    since = desk.since.get(file.target.name.casefold())
    if since is None:
        filters, told = _lacking(file, desk)
        changes = asked_changes(file)
        filters += [*changes.filters, *_changed(file, changes, desk)]
        findings = (*told, *open_changes(changes, file), *_old_rows(file, filters))
        joins = (*asked_joins(file), *changes.joins)
        return AskedRows(tuple(filters), joins, tuple(changes.picks), findings=findings)
    found = since_steps(file, since, lambda step, edit: _further(file, step, edit, desk, leaves_out=False))
    filters, told = list(found.filters), list[Finding]()
    if not since.alone:
        more, told = _lacking(replace(file, target=without(file.target, found.new)), desk)
        filters += more
    said = since_texts(file.target, since)
    changes, more, open_filters = _asked_since(file, said, desk)
    filters += more
    told += told_since(file.target, [*changes.open, *open_filters], said.gone, since)
    findings = (*told, *_old_rows(file, filters))
    joins = (*found.joins, *changes.joins)
    return AskedRows(tuple(filters), joins, tuple(changes.picks), tuple(found.left), findings)


def _asked_since(
    file: RowFile, said: SinceTexts, desk: Desk
) -> tuple[AskedChanges, list[FilterEdit], list[tuple[str, Cell | None]]]:
    """Edits of the sentences that only the new version has, and the conditions among them that are not made."""
    notes = asking_only(file.target, said.asked, lambda step: step.kind is StepKind.NOTE)
    conditions = asking_only(file.target, said.asked, lambda step: step.kind is StepKind.FILTER)
    own = replace(file, target=notes)
    changes = asked_changes(own)
    filters = [*changes.filters, *_changed(own, changes, desk)]
    made, told = _lacking(replace(file, target=conditions), desk)
    left = [
        (step.condition, step.cell) for step in conditions.steps if any(f.cell == step.cell for f in told)
    ]
    return changes, [*filters, *made], left


def _changed(file: RowFile, changes: AskedChanges, desk: Desk) -> list[FilterEdit]:
    """The filters of sentences on rows that go, made where running shows that they do; the others are left open."""
    made: list[FilterEdit] = []
    own = replace(file.target, steps=tuple(changes.steps))
    for step, edit in lacking_filters(file.existing, own, file.plan, file.schema, certain=file.certain):
        is_grouped = any(place.select.group for place in every_place(file.existing))
        found = _further(file, step, edit, desk, leaves_out=True) if step.table and is_grouped else None
        if found is None or found.suggestion:
            found = _either(_of_output(file, step, edit, desk), found)
        if (found is None or found.suggestion) and step.table and not is_grouped:
            found = _further(file, step, edit, desk, leaves_out=True) or found
        found = found or _listed(file, step, desk)
        if found is None or found.suggestion:
            changes.open.append((changes.of.get(id(step), step.condition), step.cell))
        made += [found] if found is not None else []
    for group in changes.groups:
        if not _is_shown(file, group, desk, leaves_out=False):
            group = replace(group, suggestion=True)
            changes.open.append((changes.of.get(id(group), group.sql), group.cell))
        made.append(group)
    return made


def _either(of_output: FilterEdit | None, of_table: FilterEdit | None) -> FilterEdit | None:
    """The one that is made; where neither is, what is suggested for the table whose rows a sentence names."""
    is_made = of_output is not None and not of_output.suggestion
    return of_output if is_made else of_table or of_output


def _listed(file: RowFile, step: Step, desk: Desk) -> FilterEdit | None:
    """Rows that go because a column of another table has their value, where the file then gives fewer and no others."""
    what = step.condition.removeprefix("leave out rows where ")
    for found in listed_places(file, what):
        sql = f"not {found.sql}" if not found.sql.startswith("not ") else found.sql.removeprefix("not ")
        made = FilterEdit(sql, cell=step.cell, place=found.place, elsewhere=found.table)
        if _is_shown(file, made, desk, leaves_out=True):
            return made
    return None


def _lacking(file: RowFile, desk: Desk) -> tuple[list[FilterEdit], list[Finding]]:
    """Filters that the file has nowhere, or that are marked; what can't be told of those that are marked.

    One that nobody marked is made where that is safe, else suggested: where rows are kept from load to load, those that
    are there would stay. One that the document marks as new is made wherever the samples show that it only leaves out
    rows.
    """
    edits: list[FilterEdit] = []
    told: list[Finding] = []
    standing = {id(s): _standing(file, s) for s in file.target.steps if _state(s) in _OF_STANDING}
    asked = lacking_filters(file.existing, file.target, file.plan, file.schema, certain=file.certain)
    edits += [edit for edit in standing.values() if edit is not None]
    notes = {step.cell for step in file.target.steps if step.kind is StepKind.NOTE}
    for step, edit in asked:
        if standing.get(id(step)) is not None:
            continue
        make = _of_output if step.cell in notes and step.state else _one
        found = make(file, step, edit, desk)
        if make is _of_output and (found is None or found.suggestion):
            found = _of_rows_named(file, step, edit, desk) or found
        edits += [found] if found is not None else []
        if found is None and edit is None and _is_marked(file, step):
            message = say("update.filter_not_made", text=step.condition)
            told.append(Finding("D202", Severity.ERROR, message, step.cell, file.target.name))
        elif found is None and edit is None and not _stands(file, step):
            message = say("update.filter_not_found", text=step.condition)
            told.append(Finding("D254", Severity.WARNING, message, step.cell, file.target.name))
    return edits, told


def _of_rows_named(file: RowFile, step: Step, edit: FilterEdit | None, desk: Desk) -> FilterEdit | None:
    """A condition of a sentence that names the rows of one table, where the file does as though that had them not."""
    note = next(s for s in file.target.steps if s.cell == step.cell and s.kind is StepKind.NOTE)
    said = [each for each in changed_rows(without_label(note.condition)) if each.asks]
    table = table_of(file, said[0]) if len(said) == 1 and said[0].way is Way.OUT else ""
    found = _further(file, replace(step, table=table), edit, desk, leaves_out=True) if table else None
    return None if found is None or found.suggestion else found


def _one(file: RowFile, step: Step, edit: FilterEdit | None, desk: Desk) -> FilterEdit | None:
    """What is made of a filter step that the file has nowhere."""
    is_marked = asks_now(step.state, file.target.columns) or _state(step) is MandateState.CHANGED
    if _state(step) is MandateState.REMOVED:
        return None
    if is_marked or edit is None:
        return _further(file, step, edit, desk, leaves_out=True, is_asked=is_marked)
    if file.existing.rendered.asks_incremental or names_filtered(file.existing, edit.sql):
        return edit
    return _made_if_safe(file, edit, desk, leaves_out=True)


def _is_marked(file: RowFile, step: Step) -> bool:
    return asks_now(step.state, file.target.columns) or _state(step) in _OF_STANDING


def _state(step: Step) -> MandateState | None:
    is_filter = step.kind is StepKind.FILTER and bool(step.state.strip())
    return state_in(step.state) if is_filter else None


def _stands(file: RowFile, step: Step) -> bool:
    """Whether the file has the condition of a step at any of its levels."""
    return standing_condition(file.existing, step, file.schema, file.certain, is_other=False) is not None


def _standing(file: RowFile, step: Step) -> FilterEdit | None:
    """The change of a condition that the file has, for a step that is marked as changed or removed."""
    is_other = _state(step) is MandateState.CHANGED
    found = standing_condition(file.existing, step, file.schema, file.certain, is_other=is_other)
    if found is None:
        return None
    sql = found.sql if is_other else ""
    return FilterEdit(sql, found.plain, cell=step.cell, place=found.place)


def _of_output(file: RowFile, step: Step, edit: FilterEdit | None, desk: Desk) -> FilterEdit | None:
    """A condition told in a sentence, where the file then gives fewer of its rows and no others; else a suggestion.

    A sentence speaks of the rows that the table has: stock at a closed location is left out, not the location of it.
    """
    tried = edit or FilterEdit("", cell=step.cell, suggestion=True)
    places = [
        replace(tried, sql=found.sql, place=found.place, suggestion=False)
        for found in conditions_anywhere(file.existing, step, file.schema, file.certain)
    ]
    asked = asks_now(step.state, file.target.columns)
    for made in ([replace(edit, suggestion=False)] if edit is not None else []) + places if asked else ():
        if _is_shown(file, made, desk, leaves_out=True):
            return made
    return edit or next((replace(made, suggestion=True) for made in places), None)


def _further(
    file: RowFile,
    step: Step,
    edit: FilterEdit | None,
    desk: Desk,
    *,
    leaves_out: bool,
    is_asked: bool = True,
) -> FilterEdit | None:
    """A condition that the file lacks, where it does what leaving out rows of its table does; else a suggestion.

    Args:
        file: the file beside its mapping.
        step: what the document says.
        edit: the condition at the output, where it can be said there.
        desk: the run's tools.
        leaves_out: whether samples on which all rows stay show nothing.
        is_asked: whether the document says that it is new; else it is only shown.
    """
    is_elsewhere = False
    if not step.section or len(file.existing.parts) == 1:
        tried = edit or FilterEdit("", cell=step.cell, suggestion=True)
        for found in filter_places(file.existing, step, file.schema, file.certain):
            made = replace(tried, sql=found.sql, place=found.place, suggestion=False)
            if is_asked and leaves_out_its_rows(file, found, made, desk, leaves_out=leaves_out):
                return made
            edit, is_elsewhere = edit or replace(made, suggestion=True), True
    if edit is None or not is_asked or is_elsewhere:
        return edit
    made = replace(edit, suggestion=False)
    if leaves_out and _is_shown(file, made, desk, leaves_out=True):
        return made
    return _made_if_safe(file, edit, desk, leaves_out=leaves_out)


def _made_if_safe(file: RowFile, edit: FilterEdit, desk: Desk, *, leaves_out: bool) -> FilterEdit:
    """The edit, made where one SELECT owns the rows and both texts at work show what it does; else a suggestion."""
    made = replace(edit, suggestion=False)
    is_safe = owns_rows(file.existing, edit.sql) and _is_shown(file, made, desk, leaves_out=leaves_out)
    return made if is_safe else replace(edit, suggestion=True)


def _is_shown(file: RowFile, edit: FilterEdit, desk: Desk, *, leaves_out: bool) -> bool:
    """Whether the file runs with a further condition and gives some of the rows that it gave, no others.

    Args:
        file: the file beside its mapping.
        edit: the condition.
        desk: the run's tools.
        leaves_out: whether samples on which all rows stay show nothing.
    """
    edited = edit_existing(file.existing, (), (), file.plan, file.schema, filters=[edit])
    if edited.findings or edited.text == file.existing.text or why_not_run(file.existing, desk):
        return False
    old, new = (f"(\n{sql.rstrip().rstrip(';')}\n)" for sql in (file.existing.plain, edited.rendered_sql))
    before, after, others = desk.sandbox.count_many(
        [
            f"select 1 from {old} as held",
            f"select 1 from {new} as held",
            f"select * from {new} as held except all select * from {old} as held",
        ],
        desk.cancel,
    )
    if not (before.ok and after.ok and others.ok) or others.count:
        return False
    return after.count < before.count or not leaves_out


def _old_rows(file: RowFile, filters: Sequence[FilterEdit]) -> tuple[Finding, ...]:
    """A remark on each condition that is made where rows are kept from load to load."""
    if not file.existing.rendered.asks_incremental:
        return ()
    return tuple(
        Finding(
            "D251",
            Severity.WARNING,
            say("update.old_rows_stay", condition=edit.sql or edit.was),
            edit.cell,
            file.target.name,
        )
        for edit in filters
        if not edit.suggestion
    )

"""The loop for a target whose SQL exists: only the mandated edits, every other byte as it was."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.findings import Finding
from signoff.core.domain.plan import Draft, Plan
from signoff.core.domain.reversing import ReverseReading
from signoff.core.domain.spec import ColumnMapping, Schema, TargetMapping
from signoff.core.merge.editing import EditedText
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.grain_joins import with_grain_joins
from signoff.core.merge.jinja_around import needed_around
from signoff.core.merge.joins_in_rules import with_joins_in_rules
from signoff.core.merge.listed_elsewhere import with_listed_elsewhere
from signoff.core.merge.mandating import Delta, delta
from signoff.core.merge.old_names import in_old_names, old_names
from signoff.core.merge.part_joins import with_part_joins
from signoff.core.merge.plain_rules import with_plain_rules
from signoff.core.merge.reversing import remarks_of, reverse_reading
from signoff.core.merge.role_lookups import with_role_lookups
from signoff.core.merge.row_marks import without_marks
from signoff.core.merge.spoken_filters import with_spoken_filters
from signoff.core.merge.step_letters import with_tables_named
from signoff.core.merge.table_roles import with_roles
from signoff.core.merge.told_joins import with_told_joins
from signoff.core.merge.told_sources import with_told_sources
from signoff.core.merge.updating import plan_update
from signoff.core.pipeline.asked_rows import AskedRows, asked_rows
from signoff.core.pipeline.branching import further_parts
from signoff.core.pipeline.comparing import compared_rules, values_of, with_unmarked_settled
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.drafting import (
    DraftOutcome,
    condition_resolver,
    findings_of,
)
from signoff.core.pipeline.exchanged_sources import exchanged_sources, reading_as_before
from signoff.core.pipeline.existing_here import read_here, with_what_runs
from signoff.core.pipeline.held import held_examples
from signoff.core.pipeline.proving import prove_update
from signoff.core.pipeline.retyping import retyped_columns
from signoff.core.pipeline.row_file import RowFile
from signoff.core.pipeline.settings_asked import with_asked_settings
from signoff.core.pipeline.settling import settle
from signoff.core.pipeline.since import part_only
from signoff.core.pipeline.since_steps import left_to_people
from signoff.core.pipeline.summed_apart import with_sums_apart
from signoff.core.pipeline.typing_existing import with_types
from signoff.core.pipeline.update_asked import UpdatedColumn
from signoff.core.pipeline.update_columns import updated_column
from signoff.core.pipeline.update_text import Asking, edited_text, in_file_order, with_branches
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
    target = with_plain_rules(with_spoken_filters(with_tables_named(existing, target, schema)), schema)
    target = with_listed_elsewhere(with_part_joins(with_told_sources(target, schema), schema), schema)
    target = with_joins_in_rules(existing, target, schema)
    target = with_told_joins(existing, with_grain_joins(existing, target, schema), schema)
    exchanged = exchanged_sources(existing, target, schema, desk)
    target = reading_as_before(target, exchanged)
    whole, (target, further) = without_marks(target), further_parts(existing, target, schema, desk)
    target, assumed = with_roles(existing, with_role_lookups(target, schema), schema)
    difference = delta(existing, target, schema, desk.marks)
    target = without_marks(target)
    found = compared_rules(existing, target, _of_whole(existing, target, difference), schema, desk)
    reading = reverse_reading(existing, target, schema, marks=desk.marks, values=values_of(found))
    difference, asked = with_unmarked_settled(difference, found, target, desk)
    edited_rows = (*difference.changed, *difference.rewritten, *difference.added)
    resolver = condition_resolver(target.name, desk)
    plan = plan_update(existing, target, edited_rows, schema, resolve=resolver)
    certain = condition_resolver(target.name, replace(desk, generator=None, ledger=[]))
    plan = with_types(plan, existing, desk)
    tried = with_what_runs(plan, desk) if here.reason else plan
    called = old_names(difference.renamed, difference.rewritten)
    as_called = replace(target, columns=tuple(in_old_names(row, called) for row in target.columns))
    rows_called = tuple(in_old_names(row, called) for row in edited_rows)
    resolved = _resolve(existing, as_called, rows_called, tried, schema, desk)
    plan, resolved = with_sums_apart(plan, resolved)
    rows = asked_rows(RowFile(existing, target, plan, schema, certain), desk)
    asking = Asking(existing, target, difference, plan, schema, rows, further, exchanged)
    edited, columns, branches = edited_text(asking, resolved, desk)
    questions = tuple(dict.fromkeys(q for each in resolved for q in each.questions))
    changed = (*difference.changed, *difference.rewritten)
    settled = settle(
        *(edited.script, edited.rendered_sql, target, difference.added, changed, schema, desk),
        desk.around.keeping_of(target.name),
        existing.dialect,
    )
    script, shown = with_asked_settings(
        settled.script, target, existing, schema, desk.settings_texts, settled.keeping.settings
    )
    draft = Draft(
        target=target.name,
        sql=edited.rendered_sql,
        text=script.applied(),
        columns=with_branches(in_file_order(asking, columns), branches),
        findings=(
            *doubts,
            *here.findings,
            *difference.findings,
            *_of_versions(asking, edited, desk),
            *remarks_beside(reading, difference.findings),
            *assumed,
            *without_followed(_findings_of_plan(asking, resolved, desk), rows),
            *findings_of(columns),
            *rows.findings,
            *branches.findings,
            *edited.findings,
            *settled.findings,
            *shown,
        ),
        existing=text,
        dialect=existing.dialect,
        around=around,
        seconds=round(time.monotonic() - started, 3),
        prompts=tuple(record.prompt.hash for record in desk.ledger[first_prompt:]),
        examples=held_examples(desk.ledger[first_prompt:]),
        edits=script,
        keeping=settled.keeping,
        reading=_with_mandates(reading, difference),
    )
    proof = prove_update(draft, whole, desk.sandbox, cancel=desk.cancel)
    draft = replace(draft, proof=proof)
    checked = verify(draft, whole, desk.sandbox, cancel=desk.cancel)
    every = (*questions, *branches.questions, *asked)
    return DraftOutcome(draft, checked, tuple(dict.fromkeys(every)))


def _of_whole(existing: ExistingSql, target: TargetMapping, difference: Delta) -> tuple[ColumnMapping, ...]:
    """The rows that no mark speaks of, without those that tell only one branch of a union inside the file."""
    several = {row.name for row in target.columns if row.section} if len(existing.parts) == 1 else set()
    many = {name for name in several if sum(row.name == name for row in target.columns) > 1}
    return tuple(row for row in difference.unmarked if row.name not in many)


def _of_versions(asking: Asking, edited: EditedText, desk: Desk) -> tuple[Finding, ...]:
    """What differs between two versions of the document, and no edit makes the difference."""
    since = desk.since.get(asking.target.name.casefold())
    if since is None:
        return ()
    texts = (asking.existing.sql, edited.rendered_sql)
    return (
        *part_only(asking.target, since),
        *left_to_people(asking.target, asking.rows.left, since, *texts),
    )


def remarks_beside(reading: ReverseReading, said: Sequence[Finding]) -> tuple[Finding, ...]:
    """Remarks of a reading on columns of which nothing is said already."""
    known = {finding.column for finding in said}
    return tuple(f for f in remarks_of(reading) if f.column not in known)


def without_followed(findings: Sequence[Finding], rows: AskedRows) -> tuple[Finding, ...]:
    """Remarks of a plan without those on texts that all joins of the file follow."""
    followed = {join.cell for join in rows.joins if join.cell is not None}
    return tuple(f for f in findings if f.code != "D203" or f.cell not in followed)


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
    retyped = retyped_columns(existing, target, rows, schema, desk)
    found: dict[str, UpdatedColumn] = {}
    for again in (False, True):
        for mapping in rows:
            known = found.get(mapping.name)
            if again and (known is None or known.is_resolved or len(rows) < 2):
                continue
            desk.cancel.check()
            before = [each for each in found.values() if each is not known]
            asked = desk if not again else replace(desk, generator=None)
            cast = retyped.get(mapping.name)
            each = cast or updated_column(existing, target, mapping, plan, schema, asked, before)
            found[mapping.name] = each if known is None or each.is_resolved else known
    return tuple(found[mapping.name] for mapping in rows)


def _findings_of_plan(asking: Asking, found: Sequence[UpdatedColumn], desk: Desk) -> tuple[Finding, ...]:
    """What is doubtful about the relations; joins for columns that are worked out further inside are not."""
    inside = {each.column.name for each in found if each.inside}
    if not inside:
        return asking.plan.findings
    difference = asking.difference
    every = (*difference.changed, *difference.rewritten, *difference.added)
    rows = [row for row in every if row.name not in inside]
    resolver = condition_resolver(asking.target.name, replace(desk, generator=None, ledger=[]))
    return plan_update(asking.existing, asking.target, rows, asking.schema, resolve=resolver).findings

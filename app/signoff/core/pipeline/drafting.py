"""The loop from one target's mapping to its draft: plan, resolve every rule, assemble, verify."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.checks import Verification
from signoff.core.domain.expressions import Expression, Origin, Scope, quoted
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, Draft, DraftColumn, Plan, SectionPlan
from signoff.core.domain.review import Question
from signoff.core.domain.spec import ColumnMapping, Schema, TargetMapping
from signoff.core.generate.types import duckdb_type
from signoff.core.merge.assembling import settle_plan
from signoff.core.merge.assumed import assumed_filter
from signoff.core.merge.counts_apart import with_counts_apart
from signoff.core.merge.defined_values import with_defined_values
from signoff.core.merge.grids.restating import with_grid
from signoff.core.merge.initials import with_initials_named
from signoff.core.merge.keyed_columns import with_keyed_columns
from signoff.core.merge.likely.steps import with_likely_steps
from signoff.core.merge.own_sources import without_own_sources
from signoff.core.merge.planning import plan_target
from signoff.core.merge.shared_formats import with_shared_formats
from signoff.core.merge.step_sections import with_sections_as_notes
from signoff.core.merge.told_lines.restating import with_told_lines
from signoff.core.merge.unnamed_columns import with_columns_of_rules
from signoff.core.merge.views import with_tables_for_views
from signoff.core.merge.waiting_joins import without_waiting_joins
from signoff.core.merge.windows_as_sums import with_windows_as_sums
from signoff.core.pipeline.conditions import resolve_condition, told_of_generated
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.doubling_guesses import without_doubling_guesses
from signoff.core.pipeline.further_rows import further_rows_value, multiplies, sums_up
from signoff.core.pipeline.held import held_examples
from signoff.core.pipeline.offered_rows import with_ways_offered
from signoff.core.pipeline.outcomes import Resolution, typed_null
from signoff.core.pipeline.own_columns import after_what_they_name
from signoff.core.pipeline.own_filters import ResolveColumn, with_own_filters
from signoff.core.pipeline.places import Place
from signoff.core.pipeline.resolving_in_part import resolve_in
from signoff.core.pipeline.row_doubts import with_row_doubts
from signoff.core.pipeline.row_operations import with_generated_rows
from signoff.core.pipeline.runnable import settle, with_rows_that_run
from signoff.core.pipeline.texts import compiled_text
from signoff.core.pipeline.unconfirmed import with_unconfirmed_asked
from signoff.core.progress import Progress
from signoff.core.verify.verify import verify


@dataclass(frozen=True)
class DraftOutcome:
    """A draft with what was found out about it and what is still to be asked."""

    draft: Draft
    verification: Verification
    questions: tuple[Question, ...] = ()


def draft_target(target: TargetMapping, schema: Schema, targets: Sequence[str], desk: Desk) -> DraftOutcome:
    """The draft of one target from its mapping alone.

    Args:
        target: its column mappings and steps.
        schema: the source tables, and the targets drafted before this one.
        targets: names of all targets of the document.
        desk: the run's tools.
    """
    started, first_prompt = time.monotonic(), len(desk.ledger)
    told = with_told_lines(with_defined_values(target), schema)
    target, assumed = with_grid(with_keyed_columns(told, schema), schema)
    target = with_counts_apart(with_tables_for_views(with_sections_as_notes(target, schema), schema), schema)
    target = with_columns_of_rules(with_initials_named(target, schema), schema)
    target = with_shared_formats(without_own_sources(with_likely_steps(target, schema), schema))
    plan = plan_target(target, schema, targets=targets, resolve=condition_resolver(target.name, desk))
    confirm = tuple(assumed_filter(each.sql, each.cell, target.name) for each in assumed)
    plan = replace(plan, findings=(*plan.findings, *confirm))
    plan = with_unconfirmed_asked(with_generated_rows(plan, schema, desk))
    plan = with_row_doubts(with_ways_offered(plan, target, schema, desk), desk)
    plan = with_own_filters(plan, target, schema, lambda known: _column_finder(known, target, schema, desk))
    plan = with_rows_that_run(plan, schema, desk)
    columns, questions = _resolve_columns(target, plan, schema, desk)
    columns = without_doubling_guesses(plan, columns, schema, desk)
    plan, columns = settle_plan(without_waiting_joins(plan, columns, target), columns)
    plan, sql, columns = settle(plan, columns, schema, desk)
    draft = Draft(
        target=target.name,
        sql=sql,
        text=sql,
        columns=columns,
        plan=plan,
        findings=(*plan.findings, *told_of_generated(plan), *findings_of(columns)),
        seconds=round(time.monotonic() - started, 3),
        prompts=tuple(record.prompt.hash for record in desk.ledger[first_prompt:]),
        examples=held_examples(desk.ledger[first_prompt:]),
    )
    verification = verify(draft, target, desk.sandbox, cancel=desk.cancel)
    return DraftOutcome(draft, verification, questions)


def _column_finder(plan: Plan, target: TargetMapping, schema: Schema, desk: Desk) -> ResolveColumn:
    """What finds one column's expression in each part of a plan."""

    def found(name: str, before: Sequence[DraftColumn]) -> DraftColumn:
        mapping = next(m for m in target.columns if m.name == name)
        parts = [
            resolve_in(plan, part, target, name, schema, desk, before, likely=True) for part in plan.sections
        ]
        return DraftColumn(name, duckdb_type(mapping.type), tuple(p.expression for p in parts), mapping.cell)

    return found


def condition_resolver(target: str, desk: Desk) -> Callable[[str, Scope], Condition | None]:
    """What turns condition texts of one target into SQL: compiler first, then generator."""

    def resolve(text: str, scope: Scope) -> Condition | None:
        if not scope.condition:
            return compiled_text(text, scope)
        return resolve_condition(text, scope, Place(target, text), desk)

    return resolve


def _resolve_columns(
    target: TargetMapping, plan: Plan, schema: Schema, desk: Desk
) -> tuple[tuple[DraftColumn, ...], tuple[Question, ...]]:
    columns, questions = _resolved(target, plan, schema, desk, apart=False)
    expressions = [e for column in columns for e in column.expressions]
    if multiplies(plan, target, expressions, replace(desk, generator=None)):
        return _resolved(target, plan, schema, desk, apart=True)
    if len(plan.sections) == 1:
        columns = with_windows_as_sums(columns, plan.sections[0])
    return columns, questions


def _resolved(
    target: TargetMapping, plan: Plan, schema: Schema, desk: Desk, *, apart: bool
) -> tuple[tuple[DraftColumn, ...], tuple[Question, ...]]:
    """All columns; with `apart`, those that sum up rows over queries of their own."""
    columns: list[DraftColumn] = []
    questions: list[Question] = []
    names = tuple(dict.fromkeys(m.name for m in target.columns))
    for done, name in enumerate(after_what_they_name(target, names)):
        desk.cancel.check()
        desk.report(Progress("draft", done, len(names), f"{target.name}.{name}"))
        mapping = next(m for m in target.columns if m.name == name)
        resolutions = [
            _resolve(plan, section, target, mapping, schema, desk, columns, apart=apart)
            for section in plan.sections
        ]
        expressions = tuple(r.expression for r in resolutions)
        columns.append(DraftColumn(name, duckdb_type(mapping.type), expressions, mapping.cell, mapping.key))
        questions += [q for r in resolutions for q in r.questions if q not in questions]
    return tuple(sorted(columns, key=lambda column: names.index(column.name))), tuple(questions)


def _resolve(
    plan: Plan,
    section: SectionPlan,
    target: TargetMapping,
    mapping: ColumnMapping,
    schema: Schema,
    desk: Desk,
    before: Sequence[DraftColumn],
    *,
    apart: bool,
) -> Resolution:
    """One column in one part: over what it reads, else over the rows a further table has, else as a model proposes."""
    plain = replace(desk, generator=None)
    got = resolve_in(plan, section, target, mapping.name, schema, plain, before, likely=True)
    if got.expression.origin is not Origin.UNRESOLVED:
        own = apart and sums_up(got.expression)
        return (further_rows_value(plan, section, target, mapping, schema, plain) if own else None) or got
    if mapping.query and len(plan.sections) == 1 and not section.group_by:
        return Resolution(Expression(mapping.query, Origin.PATTERN, "linked records"))
    further = further_rows_value(plan, section, target, mapping, schema, plain)
    if further is not None or desk.generator is None:
        return further or got
    return resolve_in(plan, section, target, mapping.name, schema, desk, before, likely=True)


def hollow_draft(target: TargetMapping, reason: str) -> Draft:
    """A draft with the right columns and no rows, for a target that can't be put together at all."""
    names = tuple(dict.fromkeys(m.name for m in target.columns))
    columns = []
    for name in names:
        mapping = next(m for m in target.columns if m.name == name)
        kind = duckdb_type(mapping.type)
        null = Expression(typed_null(Scope((), kind)), Origin.UNRESOLVED)
        columns.append(DraftColumn(name, kind, (null,), mapping.cell))
    items = ",\n".join(f"    {c.expressions[0].sql} as {quoted(c.name)}" for c in columns)
    sql = f"select\n{items}\nwhere false\n"
    finding = Finding("D03", Severity.ERROR, reason, target.cell, target.name)
    return Draft(target.name, sql, sql, tuple(columns), findings=(finding,))


def findings_of(columns: Sequence[DraftColumn]) -> tuple[Finding, ...]:
    """What the expressions of columns carry."""
    return tuple(finding for column in columns for e in column.expressions for finding in e.findings)

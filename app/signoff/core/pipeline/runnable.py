"""A draft that binds: what keeps the statement from running is left out, with a finding, and the rest lives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import DraftColumn, Plan, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema
from signoff.core.errors import SignoffError
from signoff.core.merge.assembling import assemble
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.outcomes import typed_null


def settle(
    plan: Plan, columns: tuple[DraftColumn, ...], schema: Schema, desk: Desk
) -> tuple[Plan, str, tuple[DraftColumn, ...]]:
    """Assemble, and while the statement does not bind leave out the joins and columns that keep it from binding.

    Returns:
        The plan without joins and filters that do not run, each with a finding; the statement; its columns.

    Raises:
        SignoffError: the statement does not bind even with every column empty.
    """
    sql = assemble(plan, columns, schema=schema)
    if not _refusal(sql, desk):
        return plan, sql, columns
    plan = _runnable(plan, columns, schema, desk)
    kept = tuple(
        column
        if not _refusal(assemble(plan, [column], schema=schema), desk)
        else emptied(column, plan.target)
        for column in columns
    )
    sql = assemble(plan, kept, schema=schema)
    reason = _refusal(sql, desk)
    if reason:
        kept = tuple(emptied(column, plan.target) for column in columns)
        sql = assemble(plan, kept, schema=schema)
        reason = _refusal(sql, desk)
    if reason:
        raise SignoffError(say("draft.rows_not_put_together", target=plan.target, reason=reason))
    return plan, sql, kept


def with_rows_that_run(plan: Plan, schema: Schema, desk: Desk) -> Plan:
    """The plan without joins and filters that do not bind by themselves, each with a finding.

    Looked at before any column is resolved: beside rows that do not bind no expression can be tried.

    Args:
        plan: of one target.
        schema: the tables.
        desk: the run's tools.
    """
    column = no_value(plan)
    if not plan.sections or not _refusal(assemble(plan, [column], schema=schema), desk):
        return plan
    return _runnable(plan, [column], schema, desk)


def no_value(plan: Plan) -> DraftColumn:
    """A column without a value in every part of a plan, to look at its rows alone."""
    nothing = Expression(typed_null(Scope(())), Origin.UNRESOLVED)
    return DraftColumn("nothing", "", tuple(nothing for _ in plan.sections))


def emptied(column: DraftColumn, target: str) -> DraftColumn:
    """The column with no value, and a finding that says so."""
    message = say("draft.expression_misfits", target=target, column=column.name)
    finding = Finding("D02", Severity.ERROR, message, column.cell, target, column.name)
    null = Expression(typed_null(Scope((), column.type)), Origin.UNRESOLVED, findings=(finding,))
    return replace(column, expressions=tuple(null for _ in column.expressions))


def _refusal(sql: str, desk: Desk) -> str:
    try:
        desk.sandbox.bind(sql)
    except SignoffError as error:
        return str(error)
    return ""


def _runnable(plan: Plan, columns: Sequence[DraftColumn], schema: Schema, desk: Desk) -> Plan:
    """The plan without the joins and filters that do not run even where no column has a value."""
    empty = tuple(emptied(column, plan.target) for column in columns)
    findings: list[Finding] = []
    for place, section in enumerate(plan.sections):
        if not _refusal(assemble(plan, empty, schema=schema), desk):
            break
        bare = replace(section, relations=section.relations[:1], filters=(), having=(), qualify=())
        tried = _with_section(plan, place, bare)
        for relation in section.relations[1:]:
            fuller = replace(bare, relations=(*bare.relations, relation))
            reason = _refusal(assemble(_with_section(plan, place, fuller), empty, schema=schema), desk)
            bare = fuller if not reason else replace(bare, left_out=(*bare.left_out, relation))
            findings += [_left_out(plan, relation.table, relation.cell, reason)] if reason else []
        for condition in section.filters:
            fuller = replace(bare, filters=(*bare.filters, condition))
            reason = _refusal(assemble(_with_section(plan, place, fuller), empty, schema=schema), desk)
            bare = fuller if not reason else bare
            findings += [_left_out(plan, condition.text, condition.cell, reason)] if reason else []
        fuller = replace(bare, having=section.having, qualify=section.qualify)
        tried = _with_section(plan, place, fuller)
        plan = tried if not _refusal(assemble(tried, empty, schema=schema), desk) else plan
    return replace(plan, findings=(*plan.findings, *findings)) if findings else plan


def _with_section(plan: Plan, place: int, section: SectionPlan) -> Plan:
    return replace(plan, sections=(*plan.sections[:place], section, *plan.sections[place + 1 :]))


def _left_out(plan: Plan, what: str, cell: Cell | None, reason: str) -> Finding:
    short = reason.split("\n")[0].split(" Candidate")[0]
    message = say("draft.rows_part_left_out", target=plan.target, what=what, reason=short)
    return Finding("D205", Severity.ERROR, message, cell, plan.target)

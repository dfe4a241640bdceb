"""Values read from a join that only is assumed and that gives rows more than once: one such column costs its table.

The column is left open instead, so that the join waits until somebody says how the tables belong together.
"""

from __future__ import annotations

from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import DraftColumn, JoinKind, Plan, Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema
from signoff.core.merge.assembling import assemble
from signoff.core.merge.sqlparts import columns_of, parsed
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.multiplied_rows import row_count
from signoff.core.pipeline.runnable import emptied, no_value

_FEW = 2
"""Columns that may read such a table; where more do, the document means its rows."""
_OTHERS = 2
"""Of so many other columns for each of them the rows are those of the tables before."""


def without_doubling_guesses(
    plan: Plan, columns: tuple[DraftColumn, ...], schema: Schema, desk: Desk
) -> tuple[DraftColumn, ...]:
    """The columns, those open that read a left join which nothing tells and which multiplies rows on the samples.

    Args:
        plan: of one target.
        columns: as resolved.
        schema: the tables.
        desk: the run's tools.
    """
    for place, section in enumerate(plan.sections):
        for relation in section.relations[1:] if not section.group_by and not section.distinct else ():
            if not _is_assumed(relation):
                continue
            readers = {c.name for c in columns if _reads(c.expressions[place], relation)}
            few = 0 < len(readers) <= _FEW and len(columns) - len(readers) > _OTHERS * len(readers)
            keyed = any(c.key for c in columns if c.name in readers)
            if few and not keyed and _multiplies(plan, section, relation, schema, desk):
                columns = tuple(_left_open(c, plan.target) if c.name in readers else c for c in columns)
    return columns


def _is_assumed(relation: Relation) -> bool:
    alone = not relation.subquery and relation.inner is None and not relation.gathers
    on = relation.on
    return alone and relation.join is JoinKind.LEFT and on is not None and on.origin is Origin.UNRESOLVED


def _reads(expression: Expression, relation: Relation) -> bool:
    """Whether an expression has a value of single rows of the table, which no sum is over."""
    tree = parsed(expression.sql)
    read = [c for c in columns_of(tree) if c.table.casefold() == relation.alias.casefold()] if tree else []
    return bool(read) and all(c.find_ancestor(exp.AggFunc) is None for c in read)


def _multiplies(plan: Plan, section: SectionPlan, relation: Relation, schema: Schema, desk: Desk) -> bool:
    """Whether the driving table has more rows on the samples with the join than without it."""
    driving = section.relations[0]
    tree = parsed(relation.on.sql) if relation.on is not None else None
    named = {c.table.casefold() for c in columns_of(tree)} if tree is not None else set()
    if named - {driving.alias.casefold(), relation.alias.casefold()}:
        return False
    before = _rows(plan, replace(section, relations=(driving,)), schema, desk)
    joined = _rows(plan, replace(section, relations=(driving, relation)), schema, desk)
    return before is not None and joined is not None and joined > before


def _rows(plan: Plan, section: SectionPlan, schema: Schema, desk: Desk) -> int | None:
    bare = replace(plan, sections=(replace(section, filters=(), having=(), qualify=()),))
    return row_count(assemble(bare, [no_value(bare)], schema=schema), desk)


def _left_open(column: DraftColumn, target: str) -> DraftColumn:
    open_column = emptied(column, target)
    message = say("update.join_multiplies", column=column.name)
    finding = Finding("D02", Severity.ERROR, message, column.cell, target, column.name)
    expressions = tuple(replace(e, findings=(finding,)) for e in open_column.expressions)
    return replace(open_column, expressions=expressions)

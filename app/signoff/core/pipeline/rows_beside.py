"""Values over the rows that another table has for each row: as a query of its own inside the expression."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Origin, quoted
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, Plan, Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef, TargetMapping
from signoff.core.merge.beside import Beside, beside_of
from signoff.core.merge.names import bare
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.sqlparts import aggregates, parsed
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.drafting import resolve_in
from signoff.core.pipeline.outcomes import Resolution


def value_beside(
    mapping: ColumnMapping, target: TargetMapping, relations: Sequence[Relation], schema: Schema, desk: Desk
) -> Resolution | None:
    """What a rule makes of the rows that another table has for a row; None where it speaks of no such table.

    Args:
        mapping: the column and its rule.
        target: whose column it is.
        relations: what the query reads, the driving table first.
        schema: the tables, and what relations of the query show.
        desk: the run's tools.
    """
    for found in beside_of(mapping, relations, schema):
        resolution = _over_rows(mapping, target, found, schema, desk)
        if resolution is not None:
            return resolution
    return None


def _is_of(ref: SourceRef, table: Relation, schema: Schema) -> bool:
    """Whether a source cell names a column of the table."""
    names = {c.column.name.casefold() for c in relation_columns(table, schema)}
    return bare(ref.column).casefold() in names and (
        not ref.table or bare(ref.table).casefold() in (table.table.casefold(), bare(table.table).casefold())
    )


def _over_rows(
    mapping: ColumnMapping, target: TargetMapping, found: Beside, schema: Schema, desk: Desk
) -> Resolution | None:
    table = found.relation
    keys = tuple(Condition("", key, Origin.PATTERN, column=bare(key)) for key in found.keys)
    section = SectionPlan("", (replace(table, on=None),), group_by=keys)
    sources = tuple(ref for ref in mapping.sources if _is_of(ref, table, schema))
    own = replace(
        mapping,
        rule=found.rule,
        rule_resolved=found.rule,
        sources=sources,
        source_tables=(table.table,),
        join="",
    )
    alone = replace(target, columns=(own,), steps=())
    plan = Plan(target.name, (section,))
    got = resolve_in(plan, section, alone, own.name, schema, desk, likely=True)
    tree = parsed(got.expression.sql) if got.expression.origin is not Origin.UNRESOLVED else None
    if tree is None or not aggregates(tree):
        return None
    here = f"{quoted(table.table)} as {quoted(table.alias)}"
    sql = f"(select {got.expression.sql} from {here} where {found.link})"
    place = f"{target.name}.{mapping.name}"
    message = say("draft.over_rows_beside", place=place, table=table.table, link=found.link)
    told = Finding("D48", Severity.WARNING, message, mapping.cell, target.name, mapping.name)
    return replace(
        got, expression=replace(got.expression, sql=sql, findings=(*got.expression.findings, told))
    )

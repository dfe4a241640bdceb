"""Values over the rows that another table has for each row: as a query of its own inside the expression."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Expression, Origin, ScopeColumn, quoted
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, Plan, Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef, TargetMapping
from signoff.core.merge.beside import Beside, beside_of
from signoff.core.merge.beside_heads import list_of_all, sum_of_all, value_meant, value_of_one
from signoff.core.merge.beside_rules import OfRows, of_rows
from signoff.core.merge.names import bare
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.sqlparts import aggregates, parsed
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.drafting import resolve_in
from signoff.core.pipeline.outcomes import Resolution

_DIFFERENT = re.compile(r"^\W*(?:different|distinct|unique)\s+", re.IGNORECASE)
_SAME = re.compile(r"\b(?:(?:those|these|the)\s+)?same\s+|\b(?:those|these)\s+(?=\w+s\b)", re.IGNORECASE)
_OF_NEIGHBOURS = re.compile(
    r"\b(?:rank\w*|row_?\s?number|running|cumul\w+|share|percent\w*|ratio|previous|next|so\s+far|per)\b",
    re.IGNORECASE,
)
"""Says that rows are held against each other."""
_OWNERS = re.compile(r"(?<=\w)['’]s\b")


def value_beside(
    mapping: ColumnMapping,
    target: TargetMapping,
    relations: Sequence[Relation],
    schema: Schema,
    desk: Desk,
    rows: Sequence[ColumnMapping] = (),
) -> Resolution | None:
    """What a rule makes of the rows that another table has for a row; None where it speaks of no such table.

    Args:
        mapping: the column and its rule.
        target: whose column it is.
        relations: what the query reads, the driving table first.
        schema: the tables, and what relations of the query show.
        desk: the run's tools.
        rows: the target's rows, of which a rule may mean the same rows as one above it.
    """
    for found in beside_of(mapping, relations, schema):
        told: OfRows | None = of_rows(found.rule, _columns(found, schema), found.keys)
        if told is not None and _SAME.search(told.head):
            told = _as_above(told, mapping, found, relations, schema, rows)
        if told is None or told.unread or _OF_NEIGHBOURS.search(told.head):
            continue
        resolution = _over_rows(mapping, target, found, told, schema, desk)
        if resolution is not None:
            return resolution
    return None


def _as_above(
    told: OfRows,
    mapping: ColumnMapping,
    found: Beside,
    relations: Sequence[Relation],
    schema: Schema,
    rows: Sequence[ColumnMapping],
) -> OfRows | None:
    """The rule over the same rows as the one above it that is over this table; None where there is none."""
    names = [row.name for row in rows]
    above = rows[: names.index(mapping.name)] if mapping.name in names else ()
    for row in reversed(above):
        for other in beside_of(row, relations, schema):
            if other.table == found.table:
                same = of_rows(other.rule, _columns(other, schema), other.keys)
                head = _SAME.sub("the ", told.head)
                conditions = tuple(dict.fromkeys((*same.conditions, *told.conditions)))
                return None if same.unread else replace(told, head=head, conditions=conditions)
    return None


def _columns(found: Beside, schema: Schema) -> tuple[ScopeColumn, ...]:
    return tuple(c for r in found.relations for c in relation_columns(r, schema))


def _over_rows(
    mapping: ColumnMapping, target: TargetMapping, found: Beside, told: OfRows, schema: Schema, desk: Desk
) -> Resolution | None:
    sources = tuple(ref for ref in mapping.sources if _is_of(ref, found.relations[0], schema))
    got = _made(replace(mapping, sources=sources), target, found, told, schema, desk)
    if got is None:
        return None
    where = " and ".join((found.link, *told.conditions))
    sql = f"(select {got.expression.sql} from {_from(found)} where {where})"
    if told.default and not got.expression.sql.startswith("count("):
        sql = f"coalesce({sql}, {told.default})"
    place = f"{target.name}.{mapping.name}"
    message = say("draft.over_rows_beside", place=place, table=found.table, condition=where)
    finding = Finding("D48", Severity.WARNING, message, mapping.cell, target.name, mapping.name)
    return replace(
        got, expression=replace(got.expression, sql=sql, findings=(*got.expression.findings, finding))
    )


def _from(found: Beside) -> str:
    first, *others = (f"{quoted(r.table)} as {quoted(r.alias)}" for r in found.relations)
    ons = (r.on.sql if r.on is not None else "true" for r in found.relations[1:])
    return " ".join((first, *(f"join {name} on {on}" for name, on in zip(others, ons, strict=True))))


def _made(
    mapping: ColumnMapping, target: TargetMapping, found: Beside, told: OfRows, schema: Schema, desk: Desk
) -> Resolution | None:
    """What the rule makes of the rows, by compilers and what heads tell, at last by the language model."""
    section = SectionPlan("", found.relations, group_by=_grouped(found))
    made = _by_head(mapping, target, found, told.head, section, schema, desk)
    if made is not None or desk.generator is None:
        return made
    return _resolved(told.head, mapping, target, found, section, schema, desk)


def _by_head(
    mapping: ColumnMapping,
    target: TargetMapping,
    found: Beside,
    said: str,
    section: SectionPlan,
    schema: Schema,
    desk: Desk,
) -> Resolution | None:
    """What compilers know of the head, else a value of one row, a list or a sum that it tells."""
    plain = replace(desk, generator=None)
    for head in (said, *([f"number of {said}"] if _DIFFERENT.match(said) else [])):
        got = _resolved(_OWNERS.sub("", head), mapping, target, found, section, schema, plain)
        if got is not None:
            return got
    columns = relation_columns(found.relations[0], schema)
    value = value_meant(said, [s.column for s in mapping.sources], columns)
    ways = (lambda h, v: value_of_one(h, v, columns), list_of_all, sum_of_all)
    sql = next(filter(None, (way(said, value) for way in ways)), "") if value is not None else ""
    return Resolution(Expression(sql, Origin.PATTERN, "rows beside")) if sql else None


def _grouped(found: Beside) -> tuple[Condition, ...]:
    return tuple(Condition("", key, Origin.PATTERN) for key in found.keys)


def _resolved(
    rule: str,
    mapping: ColumnMapping,
    target: TargetMapping,
    found: Beside,
    section: SectionPlan,
    schema: Schema,
    desk: Desk,
) -> Resolution | None:
    """What is made of a rule over all rows of the other table; None where it is no value of several rows."""
    own = replace(mapping, rule=rule, rule_resolved=rule, source_tables=(found.table,), join="", note="")
    alone = replace(target, columns=(own,), steps=())
    got = resolve_in(Plan(target.name, (section,)), section, alone, own.name, schema, desk, likely=True)
    tree = parsed(got.expression.sql) if got.expression.origin is not Origin.UNRESOLVED else None
    return got if tree is not None and aggregates(tree) else None


def _is_of(ref: SourceRef, table: Relation, schema: Schema) -> bool:
    """Whether a source cell names a column of the table."""
    names = {c.column.name.casefold() for c in relation_columns(table, schema)}
    return bare(ref.column).casefold() in names and (
        not ref.table or bare(ref.table).casefold() in (table.table.casefold(), bare(table.table).casefold())
    )

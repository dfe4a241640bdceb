"""Lookup rules: ``look up X from T by K and load Y`` as a left join and a direct expression.

Only what is understood wholly counts: table, key and value must all be found, and nothing of the text be
left over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlglot import exp

from signoff.core.domain.expressions import Expression, Origin, ScopeColumn, quoted
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, JoinKind, Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role, Schema, SourceTable
from signoff.core.merge.conditions import equality, sql_condition
from signoff.core.merge.grouping import states_only_grouping
from signoff.core.merge.hierarchies import chain_expression
from signoff.core.merge.inferring import proposed_join
from signoff.core.merge.latest_rules import latest_expression
from signoff.core.merge.lookuptexts import LookupText, named_value, read_lookup
from signoff.core.merge.names import bare, find_column, find_table, unique_alias
from signoff.core.merge.scoping import find_everywhere, resolve_source, scope_for_condition
from signoff.core.merge.sectiondraft import SectionDraft, rows_of
from signoff.core.merge.spines import spine_expression
from signoff.core.merge.sqlparts import columns_of, parsed, rendered

_BETWEEN_KEYS = re.compile(r"\s*(?:,|;|\band\b)\s*(?:the\s+(?:range\s+)?|its\s+)?", re.IGNORECASE)
_RANGE = re.compile(r"^([\w.]+)\s*(<=?)\s*([\w.]+)\s*(<=?)\s*([\w.]+)$")
_NAME = re.compile(r"^[\w.\"\[\] ]+$")


@dataclass(frozen=True)
class Lookup:
    """A lookup rule understood wholly."""

    relation: Relation
    value: str
    """Column of the looked-up table."""
    default: str = ""
    proposed: bool = False
    """The key was not given and is guessed from names."""


def with_lookups(draft: SectionDraft) -> None:
    """Add to a section the relations its lookup rules ask for, one for each table and key."""
    for mapping in rows_of(draft):
        lookup = _lookup(mapping, draft.relations, draft.schema)
        if lookup is None or lookup.relation in draft.relations:
            continue
        draft.relations.append(lookup.relation)
        finding = _doubt(lookup, mapping, draft.schema)
        if finding is not None:
            draft.findings.append(finding)


def lookup_expression(mapping: ColumnMapping, section: SectionPlan, schema: Schema) -> Expression | None:
    """The value a lookup rule loads, where the plan has its relation; None for every other rule."""
    lookup = _lookup(mapping, section.relations, schema)
    if lookup is None or lookup.relation not in section.relations:
        return None
    sql = f"{quoted(lookup.relation.alias)}.{quoted(lookup.value)}"
    sql = f"coalesce({sql}, {lookup.default})" if lookup.default else sql
    return Expression(sql, Origin.PATTERN, "lookup")


def planned_expression(mapping: ColumnMapping, section: SectionPlan, schema: Schema) -> Expression | None:
    """The value of a rule that the plan itself carries out: a lookup, or a column that is grouped by."""
    found = lookup_expression(mapping, section, schema) or spine_expression(mapping, section)
    found = found or latest_expression(mapping, section, schema) or chain_expression(mapping, section, schema)
    if found is not None or not states_only_grouping(mapping.rule_resolved or mapping.rule):
        return found
    sources = [resolve_source(section, ref, mapping, schema)[0] for ref in mapping.sources]
    if len(sources) != 1 or sources[0] is None:
        return None
    return Expression(sources[0].sql, Origin.PATTERN, "grouping")


def _lookup(mapping: ColumnMapping, relations: Sequence[Relation], schema: Schema) -> Lookup | None:
    if not relations:
        return None
    for text in (mapping.rule_resolved or mapping.rule, mapping.join):
        for reading in read_lookup(text, schema, mapping.name) if text else ():
            lookup = _placed(reading, mapping, relations, schema)
            if lookup is not None:
                return lookup
    return None


def _placed(
    reading: LookupText, mapping: ColumnMapping, relations: Sequence[Relation], schema: Schema
) -> Lookup | None:
    """The reading as a relation: one of the query where the same key joins it, else a new one."""
    cell = mapping.cell_of(Role.RULE) or mapping.cell
    for relation in relations[1:]:
        if relation.table == reading.table.name and (
            not reading.key or _joined_by(reading, relation, mapping, relations, schema)
        ):
            return Lookup(relation, reading.value.name, reading.default)
    if reading.table.name == relations[0].table:
        return None
    stepped = _only_step(reading, mapping, relations, schema)
    if stepped is not None:
        return Lookup(stepped, reading.value.name, reading.default)
    alias = unique_alias(reading.table.name, (r.alias for r in relations))
    new = Relation(reading.table.name, alias, JoinKind.LEFT, None, cell)
    sql = _key_sql(reading, new, mapping, relations, schema)
    if sql:
        on = Condition(reading.key, sql, Origin.PATTERN, cell)
        return Lookup(replace(new, on=on), reading.value.name, reading.default)
    proposed = proposed_join(new, relations, schema) if not reading.key else None
    if proposed is None:
        return None
    return Lookup(replace(new, on=replace(proposed, cell=cell)), reading.value.name, reading.default, True)


def _only_step(
    reading: LookupText, mapping: ColumnMapping, relations: Sequence[Relation], schema: Schema
) -> Relation | None:
    """The one relation of the table that a step joins, where no column answers to the rule's key."""
    joined = [r for r in relations if r.table == reading.table.name]
    if len(joined) != 1 or joined[0].on is None:
        return None
    others = [r for r in relations if r is not joined[0]]
    return None if _key_sql(reading, joined[0], mapping, others, schema) else joined[0]


def _joined_by(
    reading: LookupText,
    relation: Relation,
    mapping: ColumnMapping,
    relations: Sequence[Relation],
    schema: Schema,
) -> bool:
    """Whether the rule's key is already part of the condition that joins this relation."""
    others = [r for r in relations if r.alias != relation.alias]
    wanted = _key_sql(reading, relation, mapping, others, schema)
    present = _parts(relation.on.sql) if relation.on is not None else set()
    return bool(wanted) and _parts(wanted) <= present


def _parts(sql: str) -> set[frozenset[str]]:
    """Comparisons of a condition, the two sides of an equality in no order."""
    tree = parsed(sql)
    if tree is None:
        return set()
    parts = tree.flatten() if isinstance(tree, exp.And) else [tree]
    return {
        frozenset((rendered(p.left).casefold(), rendered(p.right).casefold()))
        if isinstance(p, exp.EQ)
        else frozenset((rendered(p).casefold(),))
        for p in parts
    }


def _key_sql(
    reading: LookupText,
    relation: Relation,
    mapping: ColumnMapping,
    others: Sequence[Relation],
    schema: Schema,
) -> str:
    """The lookup's key as a condition; empty when a part of it is not found."""
    sources = _left_sources(mapping, relation, others, schema)
    if not reading.key:
        shared = [
            equality(s, ScopeColumn(relation.alias, relation.table, there))
            for s in sources
            if (there := find_column(reading.table, s.column.name)) is not None
        ]
        return " and ".join(shared)
    written = sql_condition(reading.key, scope_for_condition([*others, relation], schema, reading.key))
    if written:
        tree = parsed(written)
        mentioned = {c.table.casefold() for c in columns_of(tree)} if tree is not None else set()
        if relation.alias.casefold() in mentioned and len(mentioned) > 1:
            return written
    parts = [
        _key_part(item.strip(), reading.table, relation, others, sources, schema)
        for item in _BETWEEN_KEYS.split(reading.key)
        if item.strip()
    ]
    return " and ".join(parts) if parts and all(parts) else ""


def _left_sources(
    mapping: ColumnMapping, relation: Relation, others: Sequence[Relation], schema: Schema
) -> list[ScopeColumn]:
    """The row's source columns outside the looked-up table."""
    found = []
    for ref in mapping.sources:
        table = find_table(schema, ref.table) if ref.table else None
        if (
            table is not None
            and table.name == relation.table
            and all(o.table != relation.table for o in others)
        ):
            continue
        places = [o for o in others if not ref.table or _means(ref.table, o)]
        found += find_everywhere(places, schema, ref.column)[:1]
    return found


def _means(written: str, relation: Relation) -> bool:
    return bare(written).casefold() in (relation.alias.casefold(), relation.table.casefold())


def _key_part(
    item: str,
    table: SourceTable,
    relation: Relation,
    others: Sequence[Relation],
    sources: Sequence[ScopeColumn],
    schema: Schema,
) -> str:
    span = _RANGE.match(item)
    if span is not None:
        low, first, middle, second, high = span.groups()
        ends = [find_column(table, low), find_column(table, high)]
        value = _left_column(middle, relation, others, sources, schema, known=False)
        if value is None or ends[0] is None or ends[1] is None:
            return ""
        start, stop = (ScopeColumn(relation.alias, relation.table, e).sql for e in ends if e is not None)
        return f"{start} {first} {value.sql} and {value.sql} {second} {stop}"
    if not _NAME.match(item):
        return ""
    there = find_column(table, item) or named_value(table, item)
    here = _left_column(item, relation, others, sources, schema, known=there is not None)
    if there is None and here is not None and len(table.key) == 1:
        there = find_column(table, table.key[0])
    if there is None or here is None:
        return ""
    return equality(here, ScopeColumn(relation.alias, relation.table, there))


def _left_column(
    name: str,
    relation: Relation,
    others: Sequence[Relation],
    sources: Sequence[ScopeColumn],
    schema: Schema,
    known: bool,
) -> ScopeColumn | None:
    """The column outside that a key means: in the sources' tables, else the only source, else elsewhere."""
    near = [r for r in others if any(s.relation == r.alias for s in sources)]
    found = find_everywhere(near, schema, name)
    if not found and known and len(sources) == 1:
        return sources[0]
    far = [r for r in others if r.table != relation.table]
    found = found or find_everywhere(far, schema, name)
    return found[0] if found else None


def _doubt(lookup: Lookup, mapping: ColumnMapping, schema: Schema) -> Finding | None:
    """Whether the looked-up table may hold several rows of one key."""
    relation, cell = lookup.relation, mapping.cell_of(Role.RULE) or mapping.cell
    sql = relation.on.sql if relation.on is not None else ""
    if lookup.proposed:
        message = say("merge.join_proposed", sql=sql)
        return Finding("D204", Severity.ERROR, message, cell, mapping.target, mapping.name)
    table, tree = schema.table(relation.table), parsed(sql)
    if table is None or tree is None:
        return None
    used = {c.name.casefold() for c in columns_of(tree) if c.table.casefold() == relation.alias.casefold()}
    if table.key and {k.casefold() for k in table.key} <= used:
        return None
    message = say("merge.lookup_doubles", table=table.name)
    severity = Severity.WARNING if table.key else Severity.INFO
    return Finding("D211", severity, message, cell, mapping.target, mapping.name)

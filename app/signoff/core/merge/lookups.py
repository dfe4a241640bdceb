"""Lookup rules: ``look up X from T by K and load Y`` as a left join and a direct expression.

Only what is understood wholly counts: table, key and value must all be found, and nothing of the text be
left over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlglot import exp

from signoff.core.domain.expressions import Expression, Origin, quoted
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, JoinKind, Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role, Schema
from signoff.core.merge.code_lookups import code_lookups
from signoff.core.merge.computed_before import value_computed_before
from signoff.core.merge.conditions import Resolve, understood
from signoff.core.merge.grouping import states_only_grouping
from signoff.core.merge.hierarchies import chain_expression
from signoff.core.merge.inferring import proposed_join
from signoff.core.merge.joined_values import joined_value
from signoff.core.merge.latest_rules import latest_expression
from signoff.core.merge.lookup_defaults import ITSELF
from signoff.core.merge.lookup_keys import key_sql
from signoff.core.merge.lookuptexts import LookupText, read_lookup
from signoff.core.merge.names import unique_alias
from signoff.core.merge.one_of_several import one_of_several_expression
from signoff.core.merge.picked_rows import picked_expression
from signoff.core.merge.read_twice import event_expression
from signoff.core.merge.rows_from_starts import start_expression
from signoff.core.merge.scoping import resolve_source
from signoff.core.merge.sectiondraft import SectionDraft, rows_of
from signoff.core.merge.spines import spine_expression
from signoff.core.merge.sqlparts import columns_of, parsed, rendered


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
        lookup = _lookup(mapping, draft.relations, draft.schema, draft.resolve)
        if lookup is None or lookup.relation in draft.relations:
            continue
        draft.relations.append(lookup.relation)
        finding = _doubt(lookup, mapping, draft.schema)
        if finding is not None:
            draft.findings.append(finding)


def lookup_expression(mapping: ColumnMapping, section: SectionPlan, schema: Schema) -> Expression | None:
    """The value a lookup rule loads, where the plan has its relation; None for every other rule."""
    lookup = _lookup(mapping, section.relations, schema) or _joined_for(mapping, section, schema)
    if lookup is None or lookup.relation not in section.relations:
        return None
    sql = f"{quoted(lookup.relation.alias)}.{quoted(lookup.value)}"
    default = lookup.default if lookup.default != ITSELF else _own_value(mapping, lookup, section, schema)
    if lookup.default and not default:
        return None
    sql = f"coalesce({sql}, {default})" if default else sql
    return Expression(sql, Origin.PATTERN, "lookup")


def _own_value(mapping: ColumnMapping, lookup: Lookup, section: SectionPlan, schema: Schema) -> str:
    """The source that is looked up by, which stays where nothing is found; empty where it is not the only one."""
    found = [resolve_source(section, ref, mapping, schema)[0] for ref in mapping.sources]
    own = [each.sql for each in found if each is not None and each.relation != lookup.relation.alias]
    return own[0] if len(own) == 1 else ""


def planned_expression(mapping: ColumnMapping, section: SectionPlan, schema: Schema) -> Expression | None:
    """The value of a rule that the plan itself carries out: a lookup, or a column that is grouped by."""
    found = lookup_expression(mapping, section, schema) or spine_expression(mapping, section)
    found = found or start_expression(mapping, section) or value_computed_before(mapping, section)
    found = found or event_expression(mapping, section)
    found = found or latest_expression(mapping, section, schema) or chain_expression(mapping, section, schema)
    found = found or picked_expression(mapping, section, schema)
    found = found or one_of_several_expression(mapping, section, schema)
    found = found or joined_value(mapping, section, schema)
    if found is not None or not states_only_grouping(mapping.rule_resolved or mapping.rule):
        return found
    sources = [resolve_source(section, ref, mapping, schema)[0] for ref in mapping.sources]
    if len(sources) != 1 or sources[0] is None:
        return None
    return Expression(sources[0].sql, Origin.PATTERN, "grouping")


def _lookup(
    mapping: ColumnMapping, relations: Sequence[Relation], schema: Schema, resolve: Resolve | None = None
) -> Lookup | None:
    if not relations:
        return None
    readings = _readings(mapping, schema)
    found = (_placed(reading, mapping, relations, schema) for reading in readings)
    lookup = next((each for each in found if each is not None), None)
    if lookup is not None or resolve is None:
        return lookup
    made = (_resolved(reading, mapping, relations, schema, resolve) for reading in readings if reading.key)
    return next((each for each in made if each is not None), None)


def _readings(mapping: ColumnMapping, schema: Schema) -> list[LookupText]:
    texts = (mapping.rule_resolved or mapping.rule, mapping.join)
    return [
        each
        for text in texts
        if text
        for each in (*code_lookups(text, mapping, schema), *read_lookup(text, schema, mapping.name))
    ]


def _resolved(
    reading: LookupText,
    mapping: ColumnMapping,
    relations: Sequence[Relation],
    schema: Schema,
    resolve: Resolve,
) -> Lookup | None:
    """The reading as a new relation whose key is a condition in words, such as ``code = nr padded to 5``."""
    cell = mapping.cell_of(Role.RULE) or mapping.cell
    alias = unique_alias(reading.table.name, (r.alias for r in relations))
    new = Relation(reading.table.name, alias, JoinKind.LEFT, None, cell)
    on = understood(reading.key, [*relations, new], schema, resolve, cell)
    tree = parsed(on.sql) if on is not None else None
    named = {c.table.casefold() for c in columns_of(tree)} if tree is not None else set()
    if alias.casefold() not in named or len(named) < 2:
        return None
    return Lookup(replace(new, on=on), reading.value.name, reading.default)


def _joined_for(mapping: ColumnMapping, section: SectionPlan, schema: Schema) -> Lookup | None:
    """The lookup whose relation the plan has for this very cell, its key resolved there."""
    cell = mapping.cell_of(Role.RULE) or mapping.cell
    for reading in _readings(mapping, schema) if cell is not None else ():
        own = [r for r in section.relations[1:] if r.cell == cell and r.table == reading.table.name]
        if len(own) == 1:
            return Lookup(own[0], reading.value.name, reading.default)
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
    sql = key_sql(reading, new, mapping, relations, schema)
    if sql:
        on = Condition(reading.key, sql, Origin.PATTERN, cell)
        return Lookup(replace(new, on=on), reading.value.name, reading.default, reading.guessed)
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
    return None if key_sql(reading, joined[0], mapping, others, schema) else joined[0]


def _joined_by(
    reading: LookupText,
    relation: Relation,
    mapping: ColumnMapping,
    relations: Sequence[Relation],
    schema: Schema,
) -> bool:
    """Whether the rule's key is already part of the condition that joins this relation."""
    others = [r for r in relations if r.alias != relation.alias]
    wanted = key_sql(reading, relation, mapping, others, schema)
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

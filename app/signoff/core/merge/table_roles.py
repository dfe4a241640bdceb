"""A table that an update reads in several roles: a join of its own for each key that leads there.

``city of the billing address`` and ``city of the shipping address`` are two rows of one table. Which key is meant is
told by a join cell, by the key's own name, or by the words that set the keys apart; a role that the file has stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlglot import exp

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceRef,
    SourceTable,
    Step,
    StepKind,
    TargetMapping,
)
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.jointexts import read_join_text
from signoff.core.merge.lineage import plan_existing, table_outputs
from signoff.core.merge.names import find_table, table_and_alias, words
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.sqlparts import columns_of, parsed
from signoff.core.merge.stepping import JOIN_KINDS
from signoff.core.merge.table_keys import key_of, plain_name, singular_of

_STEPS = {kind: step for step, kind in JOIN_KINDS.items()}


@dataclass(frozen=True)
class _Role:
    """One key that leads to a table."""

    key: str
    """Column of the file's relations, case-folded."""
    written: str
    """The same as it is said, with its table where that is."""
    to: str
    """Column of the table that it is held against."""
    kind: StepKind = StepKind.LEFT_JOIN
    is_told: bool = True
    """A join cell says it; else it is told by words, and to be confirmed."""


def with_roles(
    existing: ExistingSql, target: TargetMapping, schema: Schema
) -> tuple[TargetMapping, tuple[Finding, ...]]:
    """The mapping with a join step for each role of a table, and its rows reading the table by that step's name.

    Args:
        existing: the file; a role that it joins already is read under its own alias.
        target: the document's rows.
        schema: tables the file reads or may read.

    Returns:
        The mapping, as it is where no table has several roles; and what is assumed.
    """
    if len(existing.parts) != 1:
        return target, ()
    stepped = {squashed(table_and_alias(schema, s.table)[0]) for s in target.steps if s.kind in JOIN_KINDS}
    findings: list[Finding] = []
    for table in dict.fromkeys(t for row in target.columns for t in _tables(row, schema)):
        if squashed(table.name) not in stepped:
            target, told = _roles_of(existing, target, table, schema)
            findings += told
    return target, tuple(findings)


def _tables(row: ColumnMapping, schema: Schema) -> Iterator[SourceTable]:
    for ref in row.sources:
        table = find_table(schema, table_and_alias(schema, ref.table)[0]) if ref.table else None
        if table is not None:
            yield table


def _roles_of(
    existing: ExistingSql, target: TargetMapping, table: SourceTable, schema: Schema
) -> tuple[TargetMapping, list[Finding]]:
    section = plan_existing(existing, schema, target.name).sections[0]
    there = _in_file(existing, table, schema)
    roles = {
        id(row): _role(row, table, section, schema) for row in target.columns if table in _tables(row, schema)
    }
    keys = {role.key for role in roles.values() if role is not None} | set(there)
    if len(keys) < 2:
        return target, []
    taken = {relation.alias.casefold() for relation in section.relations}
    aliases, steps, findings = dict(there), list(target.steps), list[Finding]()
    rows = []
    for row in target.columns:
        role = roles.get(id(row))
        if role is None:
            rows.append(row)
            continue
        if role.key not in aliases:
            aliases[role.key] = _alias(role, table, taken)
            condition = f"{role.written} = {aliases[role.key]}.{role.to}"
            steps.append(
                Step(
                    target.name,
                    len(steps) + 1,
                    role.kind,
                    "",
                    table.name,
                    aliases[role.key],
                    condition,
                    row.cell,
                )
            )
            if not role.is_told:
                message = say("merge.join_proposed", sql=condition)
                findings.append(Finding("D204", Severity.ERROR, message, row.cell, target.name, row.name))
        rows.append(_in_role(row, table, aliases[role.key], schema))
    return replace(target, columns=tuple(rows), steps=tuple(steps)), findings


def _in_file(existing: ExistingSql, table: SourceTable, schema: Schema) -> dict[str, str]:
    """Alias by key, case-folded, of each join by which the file reads the table."""
    place, found = existing.parts[0], dict[str, str]()
    for shape in place.select.tables:
        outputs = table_outputs(existing, place, shape, schema)
        tree = parsed(existing.condition_of(shape.on)) if shape.on is not None else None
        if tree is None or {o.table for o in outputs} != {table.name}:
            continue
        others = [c for c in columns_of(tree) if c.table and c.table.casefold() != shape.alias.casefold()]
        if len(others) == 1:
            found[others[0].name.casefold()] = shape.alias
    return found


def _role(row: ColumnMapping, table: SourceTable, section: SectionPlan, schema: Schema) -> _Role | None:
    return _told(row, table, schema) or _by_words(row, table, section, schema)


def _told(row: ColumnMapping, table: SourceTable, schema: Schema) -> _Role | None:
    """The key that a join cell holds against a column of the table."""
    for written in read_join_text(row.join, schema) if row.join else ():
        tree = parsed(written.condition)
        own = {table.name.casefold(), (written.alias or table.name).casefold()}
        sides = [tree.this, tree.expression] if isinstance(tree, exp.EQ) else []
        if not all(isinstance(side, exp.Column) and side.table for side in sides) or len(sides) != 2:
            continue
        to = [side for side in sides if side.table.casefold() in own]
        away = [side for side in sides if side.table.casefold() not in own]
        if len(to) == len(away) == 1 and (not written.table or find_table(schema, written.table) == table):
            key = away[0]
            kind = _STEPS.get(written.kind, StepKind.LEFT_JOIN)
            return _Role(key.name.casefold(), f"{key.table}.{key.name}", to[0].name, kind)
    return None


def _by_words(row: ColumnMapping, table: SourceTable, section: SectionPlan, schema: Schema) -> _Role | None:
    """The one key whose own words, or whose name, the row says; only where several keys lead to the table."""
    keys = [] if row.join else list(_keys_to(table, section, schema))
    said = set(words(f"{row.name} {row.rule_resolved or row.rule}"))
    if len({key for key, _to, _own in keys}) < 2:
        return None
    fitting = {key: to for key, to, own in keys if own and set(own) <= said}
    if len(fitting) != 1:
        return None
    key, to = next(iter(fitting.items()))
    return _Role(key, key, to, is_told=False)


def _keys_to(
    table: SourceTable, section: SectionPlan, schema: Schema
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Columns of the file's relations that are named after the table's key, the key, and the words before it."""
    key = key_of(table)
    if not key:
        return
    named = (
        words(key)
        if squashed(key) not in ("id", "key")
        else (singular_of(plain_name(table)[-1]), key.casefold())
    )
    for relation in section.relations:
        for column in relation_columns(relation, schema):
            parts = words(column.column.name)
            if (
                parts[-len(named) :] == tuple(named)
                and len(parts) > len(named)
                and column.table != table.name
            ):
                yield column.column.name.casefold(), key, parts[: -len(named)]


def _alias(role: _Role, table: SourceTable, taken: set[str]) -> str:
    """What sets the key apart, and the table's name without its layer."""
    plain = plain_name(table)
    own = [w for w in words(role.key) if w not in {*words(role.to), *plain, *map(singular_of, plain)}]
    name = "_".join([*own, *plain])
    number, alias = 2, name
    while alias.casefold() in taken:
        alias, number = f"{name}_{number}", number + 1
    taken.add(alias.casefold())
    return alias


def _in_role(row: ColumnMapping, table: SourceTable, alias: str, schema: Schema) -> ColumnMapping:
    """A row that reads the table by the name of its role."""

    def named(ref: SourceRef) -> SourceRef:
        own = find_table(schema, table_and_alias(schema, ref.table)[0]) if ref.table else None
        return replace(ref, table=alias) if own == table else ref

    rule = _renamed(row.rule_resolved or row.rule, table, alias)
    return replace(row, sources=tuple(map(named, row.sources)), join="", rule_resolved=rule)


def _renamed(text: str, table: SourceTable, alias: str) -> str:
    return re.sub(rf"\b{re.escape(table.name)}\.(?=\w)", f"{alias}.", text, flags=re.IGNORECASE)

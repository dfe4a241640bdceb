"""New tables of an update that rules sum up by what the rows of the file are: ``sum per day, app and version``.

The table is joined by the columns that those words mean in it and in what the file begins with.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import combinations, permutations

from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import ColumnMapping, Schema, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.lineage import plan_existing
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import bare, find_table, words
from signoff.core.merge.scoping import letters_of, relation_columns

_PER = re.compile(
    r"^(?:the\s+)?(?P<word>sum|total|summed(?:\s+up)?|added\s+up)\s+(?:per|by|for\s+each|for\s+every)\s+(?P<keys>[\w\s,]+?)"
    r"(?P<zero>\s*[,;]\s*(?:0|zero)\s+(?:if|when|where)\s+(?:nothing|there\s+is\s+nothing|none|there\s+(?:is|are)\s+none|missing|empty))?\.?$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_MOST = 6
"""Nouns of a grain that are told apart."""


def with_grain_joins(existing: ExistingSql, target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with a join step for each new table that its rules sum up by the grain of the file.

    Args:
        existing: the file; its result is one SELECT.
        target: the document's rows and steps.
        schema: tables that the file reads or may read.
    """
    told = [(row, found) for row in target.columns if (found := _PER.match(_rule(row))) is not None]
    if len(existing.parts) != 1 or not told:
        return target
    section = plan_existing(existing, schema, target.name).sections[0]
    first = section.relations[0] if section.relations else None
    read = set[str]().union(*(letters_of(r) for r in section.relations))
    tables = [table for row, _ in told if (table := _table(row, schema)) is not None]
    for table in dict.fromkeys(tables):
        stepped = any(
            squashed(s.table) == squashed(table.name) and s.kind is not StepKind.NOTE for s in target.steps
        )
        own = [(row, found) for row, found in told if _table(row, schema) is table]
        keys = {found["keys"].casefold() for _, found in own}
        if (
            first is None
            or squashed(table.name) in read
            or stepped
            or len(keys) != 1
            or any(r.join for r, _ in own)
        ):
            continue
        names = grain_columns(_AND.split(keys.pop()), _shared(first, table, schema))
        if names:
            target = _joined(target, table, first, names, own)
    return target


def _joined(
    target: TargetMapping,
    table: SourceTable,
    first: Relation,
    names: Sequence[str],
    rows: Sequence[tuple[ColumnMapping, re.Match[str]]],
) -> TargetMapping:
    condition = " and ".join(f"{first.alias}.{name} = {table.name}.{name}" for name in names)
    cell = rows[0][0].cell
    step = Step(
        target.name,
        len(target.steps) + 1,
        StepKind.LEFT_JOIN,
        table=table.name,
        condition=condition,
        cell=cell,
    )
    said = {
        id(row): f"sum of {bare(row.sources[0].column)}{', 0 if there are none' if found['zero'] else ''}"
        for row, found in rows
    }
    columns = tuple(
        replace(row, rule=said[id(row)], rule_resolved=said[id(row)]) if id(row) in said else row
        for row in target.columns
    )
    return replace(target, columns=columns, steps=(*target.steps, step))


def grain_columns(nouns: Sequence[str], names: Collection[str]) -> tuple[str, ...]:
    """The columns that nouns mean, each another one; none where a noun means nothing, or they may mean other ones.

    Args:
        nouns: such as ``day``, ``app``, ``source type``.
        names: of the columns there are.
    """
    plain = [[singular(word) for word in words(noun) if word not in ("the", "each")] for noun in nouns]
    if not plain or len(plain) > _MOST or len(names) < len(plain) or not all(plain):
        return ()
    fitting = {
        chosen
        for chosen in combinations(sorted(names), len(plain))
        if any(_means(plain, order) for order in permutations(chosen))
    }
    return fitting.pop() if len(fitting) == 1 else ()


def _means(nouns: Sequence[Sequence[str]], names: Sequence[str]) -> bool:
    return all(
        set(noun) <= {singular(word) for word in words(name)} for noun, name in zip(nouns, names, strict=True)
    )


def _shared(first: Relation, table: SourceTable, schema: Schema) -> list[str]:
    """Names of the columns that the file's first relation has, and the table too."""
    own = {column.name.casefold() for column in table.columns}
    return [n for c in relation_columns(first, schema) if (n := c.column.name).casefold() in own]


def _table(row: ColumnMapping, schema: Schema) -> SourceTable | None:
    return (
        find_table(schema, row.sources[0].table) if len(row.sources) == 1 and row.sources[0].table else None
    )


def _rule(row: ColumnMapping) -> str:
    return " ".join((row.rule_resolved or row.rule).split())

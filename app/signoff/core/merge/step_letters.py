"""Letters that stand for tables: what a list of tables with their aliases says of conditions and rules in SQL."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef, SourceTable, Step, TargetMapping
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.names import find_column, find_table
from signoff.core.merge.selects import every_place

_LETTERED = re.compile(r"'(?:[^']|'')*'|(?<![\w.\"`])(?P<alias>[^\W\d]\w*)\.(?P<column>[^\W\d]\w*)")
"""A column with what stands for its table, or a text that is none."""


def with_tables_named(existing: ExistingSql, target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with tables in the place of letters that its own steps explain, and that the file does not have.

    Where the file reads a table in several roles, or the document does, letters tell which is meant and stay; where
    the file has all others that the document names, a table it does not read yet is joined under its letter.

    Args:
        existing: the file.
        target: its mapping; steps name tables and what stands for them.
        schema: tables the file reads or may read.
    """
    letters = _letters(existing, target, schema)
    if not letters:
        return target
    steps = tuple(_step(step, letters) for step in target.steps)
    return replace(target, steps=steps, columns=tuple(_column(column, letters) for column in target.columns))


def _letters(existing: ExistingSql, target: TargetMapping, schema: Schema) -> dict[str, SourceTable]:
    """Tables by what stands for them."""
    found: dict[str, SourceTable] = {}
    for step in target.steps:
        table = find_table(schema, step.table) if step.alias and step.table else None
        if table is not None and squashed(step.alias) != squashed(table.name):
            found[step.alias.casefold()] = table
    names = [table.name for table in found.values()]
    roles = _roles(existing, schema)
    single = {alias: table for alias, table in found.items() if names.count(table.name) == 1}
    read = {a: table for a, table in single.items() if len(roles.get(table.name, set()) - {a}) == 1}
    return {a: table for a, table in single.items() if a in read or (read and table.name not in roles)}


def _roles(existing: ExistingSql, schema: Schema) -> dict[str, set[str]]:
    """Under which aliases the SELECTs of the result read each table, through queries that only bring it in too."""
    found: dict[str, set[str]] = {}
    for place in every_place(existing):
        for shape in place.select.tables:
            query = place.query_of(shape)
            name = shape.name
            if query is not None and len(query.parts) == 1 and len(query.parts[0].select.tables) == 1:
                name = query.parts[0].select.tables[0].name
            elif query is not None:
                continue
            table = find_table(schema, name) if name else None
            if table is not None and len(place.select.tables) > 1:
                found.setdefault(table.name, set()).add(shape.alias.casefold())
    return found


def _step(step: Step, letters: Mapping[str, SourceTable]) -> Step:
    alias = "" if step.alias.casefold() in letters else step.alias
    return replace(step, alias=alias, condition=_written(step.condition, letters))


def _column(column: ColumnMapping, letters: Mapping[str, SourceTable]) -> ColumnMapping:
    rule = column.rule_resolved or column.rule
    refs = tuple(dict.fromkeys(_refs(rule, letters)))
    sources = tuple(_source(ref, letters) for ref in column.sources)
    tables = tuple(
        letters[name.casefold()].name if name.casefold() in letters else name for name in column.source_tables
    )
    if not refs:
        return replace(column, sources=sources, source_tables=tables)
    written = _written(rule, letters)
    is_copy = len(refs) == 1 and written.strip() == f"{refs[0].table}.{refs[0].column}"
    written = "" if is_copy else written
    return replace(column, rule=written, rule_resolved=written, sources=sources or refs, source_tables=tables)


def _source(ref: SourceRef, letters: Mapping[str, SourceTable]) -> SourceRef:
    table = letters.get(ref.table.casefold())
    return ref if table is None else replace(ref, table=table.name)


def _refs(text: str, letters: Mapping[str, SourceTable]) -> Iterator[SourceRef]:
    for found in _LETTERED.finditer(text):
        table = letters.get((found["alias"] or "").casefold())
        column = find_column(table, found["column"]) if table is not None else None
        if table is not None and column is not None:
            yield SourceRef(table.name, column.name)


def _written(text: str, letters: Mapping[str, SourceTable]) -> str:
    def named(found: re.Match[str]) -> str:
        table = letters.get((found["alias"] or "").casefold())
        column = find_column(table, found["column"]) if table is not None else None
        return f"{table.name}.{column.name}" if table is not None and column is not None else found.group()

    return _LETTERED.sub(named, text)

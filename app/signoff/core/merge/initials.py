"""Letters before columns that nothing explains, ``fv.fee``: the one table that they shorten and that has them.

Pages made from finished SQL keep its aliases and leave out what they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping, Schema, SourceTable, Step, TargetMapping
from signoff.core.merge.names import bare, find_column, find_table

_LETTERED = re.compile(
    r"'(?:[^']|'')*'|(?<![\w.\"`])(?P<alias>[A-Za-z]\w{0,5})\.(?P<column>[A-Za-z_]\w*)(?![\w.(])"
)
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def with_initials_named(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with tables in the place of letters that shorten their names, in conditions and rules.

    Args:
        target: its mapping.
        schema: the tables.
    """
    texts = [
        *(s.condition for s in target.steps),
        *(t for c in target.columns for t in (c.rule_resolved, c.rule, c.join)),
    ]
    used: dict[str, set[str]] = {}
    for text in texts:
        for alias, column in _lettered(text):
            used.setdefault(alias, set()).add(column)
    known = {squashed(step.alias) for step in target.steps if step.alias}
    tables = _tables(target, schema)
    names = {
        alias: table.name
        for alias, columns in used.items()
        if squashed(alias) not in known and find_table(schema, alias) is None
        for table in _meant(alias, columns, tables)
    }
    single = {alias: name for alias, name in names.items() if list(names.values()).count(name) == 1}
    if not single:
        return target
    steps = tuple(_step(step, single) for step in target.steps)
    return replace(target, steps=steps, columns=tuple(_column(column, single) for column in target.columns))


def _lettered(text: str) -> Iterator[tuple[str, str]]:
    for found in _LETTERED.finditer(text):
        if found["alias"]:
            yield found["alias"].casefold(), found["column"]


def _tables(target: TargetMapping, schema: Schema) -> list[SourceTable]:
    """The tables that the target's steps and source cells name."""
    named = [step.table for step in target.steps if step.table]
    for column in target.columns:
        named += [ref.table for ref in column.sources if ref.table]
        named += column.source_tables
    found = {table.name: table for name in named if (table := find_table(schema, name)) is not None}
    return list(found.values())


def _meant(alias: str, columns: set[str], tables: Sequence[SourceTable]) -> Iterator[SourceTable]:
    """The one table that the letters shorten and that has every column said with them; none where two do."""
    fitting = [
        t for t in tables if _shortens(alias, t.name) and all(find_column(t, c) is not None for c in columns)
    ]
    exact = [t for t in fitting if alias == _initials(t.name)]
    found = exact or fitting
    if len(found) == 1:
        yield found[0]


def _initials(name: str) -> str:
    return "".join(part[0] for part in _PART.findall(bare(name))).casefold()


def _shortens(alias: str, name: str) -> bool:
    """Whether the letters begin a part of the name and stand in it in their order."""
    parts = [part.casefold() for part in _PART.findall(bare(name))]
    starts = ["".join(parts[place:]) for place in range(len(parts))]
    return any(start[0] == alias[0] and _stands_in(alias, start) for start in starts if start)


def _stands_in(alias: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in alias)


def _named(text: str, names: Mapping[str, str]) -> str:
    def name(found: re.Match[str]) -> str:
        table = names.get((found["alias"] or "").casefold())
        return found.group() if table is None else f"{table}.{found['column']}"

    return _LETTERED.sub(name, text)


def _step(step: Step, names: Mapping[str, str]) -> Step:
    return replace(step, condition=_named(step.condition, names))


def _column(column: ColumnMapping, names: Mapping[str, str]) -> ColumnMapping:
    rule = column.rule_resolved or column.rule
    said, join = _named(rule, names), _named(column.join, names)
    return column if (said, join) == (rule, column.join) else replace(column, rule_resolved=said, join=join)

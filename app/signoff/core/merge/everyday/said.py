"""A sentence on rows with what it names marked: ``‹o›`` for the driving table, ``‹tN›``, ``‹cN›``, ``‹vN›``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.spec import Schema, SourceTable, StepKind, TargetMapping
from signoff.core.merge.likely.cues import SHORT
from signoff.core.merge.likely.marked import Value, marked_over
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_table, words
from signoff.core.merge.prose_shapes import LAYERS
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.stepless import likely_driving


@dataclass(frozen=True)
class World:
    """The tables a target reads, the driving one first, with all their columns."""

    driving: SourceTable
    others: tuple[SourceTable, ...]
    schema: Schema

    def columns(self) -> tuple[ScopeColumn, ...]:
        """Columns of the driving table, then of the others."""
        return tuple(c for table in (self.driving, *self.others) for c in _columns(table, self.schema))

    def only(self, table: SourceTable) -> World:
        """The same with nothing but one table's rows."""
        return replace(self, driving=table, others=())


@dataclass(frozen=True)
class Said:
    """A sentence in lower case with marks for what it names."""

    text: str
    columns: tuple[ScopeColumn, ...]
    values: tuple[Value, ...]
    tables: tuple[SourceTable, ...]
    own: tuple[ScopeColumn, ...] = ()
    """All columns of the driving table."""


def world_of(target: TargetMapping, schema: Schema) -> World | None:
    """The tables that a target's source cells and steps name; None where nothing tells what it starts from."""
    named = [find_table(schema, t) for c in target.columns for t in (*c.source_tables, *_sources(c))]
    named += [find_table(schema, s.table) for s in target.steps if s.table]
    start = next((s.table for s in target.steps if s.kind is StepKind.DRIVING), "")
    driving = find_table(schema, start) if start else None
    if driving is None:
        likely = likely_driving(target.columns, schema)
        driving = find_table(schema, likely.table) if likely is not None else None
    if driving is None:
        return None
    others = {t.name: t for t in named if t is not None and t.name != driving.name}
    return World(driving, tuple(others.values()), schema)


def said_in(sentence: str, world: World) -> Said:
    """A sentence with its columns, values and tables marked."""
    names = {"".join(words(t.name)) for t in world.schema.tables}
    for shape, word in SHORT:
        sentence = shape.sub(word, sentence)
    sentence = _LETTER.sub(r"'\g<letter>'", sentence)
    marked = marked_over(sentence, world.columns(), names)
    text, tables = _with_tables(" ".join(marked.text.split()), world)
    return Said(text.lower(), marked.columns, marked.values, tables, _columns(world.driving, world.schema))


def _with_tables(text: str, world: World) -> tuple[str, tuple[SourceTable, ...]]:
    tables: list[SourceTable] = []
    for noun in _nouns(world.driving):
        text = re.sub(rf"(?<![\w‹.]){noun}(?![\w›.]*\w)", "‹o›", text, flags=re.IGNORECASE)
    for table in world.schema.tables:
        if table.name != world.driving.name and not table.name.islower():
            name = rf"(?<![\w‹.]){re.escape(table.name)}(?![\w›.]*\w)"
            text, count = re.subn(name, f"‹t{len(tables)}›", text)
            tables += [table] if count else []
    for table in (t for t in world.schema.tables if t.name != world.driving.name):
        alone = _last_word(table, world)
        for noun in (*_nouns(table), *alone):
            text, count = re.subn(
                rf"(?<![\w‹.]){noun}(?![\w›.]*\w)", f"‹t{len(tables)}›", text, flags=re.IGNORECASE
            )
            if count:
                tables.append(table)
    return text, tuple(tables)


def _nouns(table: SourceTable) -> Iterator[str]:
    """What a table is called: by its name, or by that without its layer, in singular or plural."""
    yield re.escape(table.name)
    said = words(table.name)
    bare = said[1:] if len(said) > 1 and said[0] in LAYERS else said
    *before, last = bare
    noun = re.escape(singular(last))
    plural = rf"(?:{noun}(?:s|es)?|{noun[:-1]}ies)" if noun.endswith("y") else rf"{noun}(?:s|es)?"
    yield r"[\s_-]".join([*(re.escape(w) for w in before), plural])


def _last_word(table: SourceTable, world: World) -> Iterator[str]:
    """The last word of a table's name, where no other table of the target has it: ``reading`` for ODO_READ."""
    read = (world.driving, *world.others)
    last = singular(words(table.name)[-1])
    columns = {w for t in read if t.name != table.name for c in t.columns for w in words(c.name)}
    taken = [t for t in read if last in {singular(w) for w in words(t.name)}]
    if table in read and len(last) > _SHORTEST and len(taken) == 1 and last not in columns:
        yield rf"{re.escape(last)}(?:s|es|ings?)?"


_SHORTEST = 3
_LETTER = re.compile(r"(?<=[\w,] )(?P<letter>[AI])(?=\s*(?:,|/|\.|;|\)|$|(?:or|and)\b))")
"""A code of one letter that is a word too."""


def _sources(column: object) -> Iterator[str]:
    for ref in getattr(column, "sources", ()):
        if ref.table:
            yield ref.table


def _columns(table: SourceTable, schema: Schema) -> tuple[ScopeColumn, ...]:
    return tuple(relation_columns(Relation(table.name, table.name, JoinKind.DRIVING), schema))

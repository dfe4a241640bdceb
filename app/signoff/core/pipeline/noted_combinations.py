"""Further parts of the union that makes up the rows of a file: ``combinations of day and app in the session table``."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceRef,
    SourceTable,
    Step,
    StepKind,
    TargetMapping,
)
from signoff.core.merge.alike_branches import the_union
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.grain_joins import grain_columns
from signoff.core.merge.lineage import select_outputs
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_column, find_table, words
from signoff.core.merge.selects import every_place

_ORDINAL = r"(?:second|third|fourth|fifth|further|new|another|additional|\d+(?:nd|rd|th))"
_COMBINATIONS = re.compile(
    r"^(?:the\s+|all\s+)*combinations\s+of\s+(?P<keys>[\w\s,]+?)\s+(?:(?:that\s+are\s+|which\s+are\s+)?(?:found|present|seen|occurring)\s+|that\s+occur\s+)?"
    r"(?:in|of|from)\s+(?:the\s+)?(?P<table>\w+(?:\s+\w+)?)(?:\s+table)?\s+(?:also\s+)?(?:become|are|give|make|count\s+as)\s+rows(?:\s+(?:too|as\s+well|also))?"
    rf"(?:\s*\((?:as\s+)?(?:an?\s+|the\s+)?{_ORDINAL}\s+(?:part|branch)\s+of\s+the\s+union(?:\s+(?:in|of)\s+(?:the\s+)?(?P<query>\w+(?:\s+\w+){{0,2}}))?\))?\.?$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")


def part_of_combinations(
    existing: ExistingSql, target: TargetMapping, schema: Schema
) -> tuple[Step, TargetMapping] | None:
    """The note that brings the keys of a further table into the union, and that part alone; None where none does.

    Args:
        existing: the file; equal rows of its one union are put together.
        target: all that the document says of it.
        schema: tables the file reads or may read.
    """
    for note in (s for s in target.steps if s.kind is StepKind.NOTE):
        told = _COMBINATIONS.match(" ".join(note.condition.split()))
        union = the_union(existing, "union") if told is not None else None
        table = _table(existing, target, told["table"], schema) if told is not None else None
        if told is None or union is None or table is None or not _is_called(existing, told["query"]):
            continue
        names = [output.name for output in select_outputs(existing, union.parts[0], schema)]
        meant = grain_columns(_AND.split(told["keys"]), names)
        if set(meant) != set(names) or any(find_column(table, name) is None for name in names):
            continue
        columns = tuple(
            ColumnMapping(
                *(target.name, name),
                sources=(SourceRef(table.name, name),),
                rule="direct move",
                rule_resolved="direct move",
            )
            for name in names
        )
        steps = (
            Step(target.name, 1, StepKind.DRIVING, table=table.name, cell=note.cell),
            Step(target.name, 2, StepKind.UNION, cell=note.cell),
        )
        return note, replace(target, columns=columns, steps=steps, existing_sql="")
    return None


def _table(existing: ExistingSql, target: TargetMapping, said: str, schema: Schema) -> SourceTable | None:
    """The only table called so that rows of the target read and the file does not."""
    read = {
        squashed(shape.name)
        for place in every_place(existing)
        for shape in place.select.tables
        if shape.name and place.query_of(shape) is None
    }
    noun = {singular(word) for word in words(said)} - {"table", "model"}
    tables = {
        table.name: table
        for row in target.columns
        for ref in row.sources
        if ref.table and (table := find_table(schema, ref.table)) is not None
    }
    found = [
        table
        for table in tables.values()
        if squashed(table.name) not in read and noun <= {singular(word) for word in words(table.name)}
    ]
    return found[0] if len(found) == 1 and noun else None


def _is_called(existing: ExistingSql, said: str | None) -> bool:
    """Whether a query of the file that has several parts is called so; yes where the note gives it no name."""
    if not said:
        return True
    noun = {singular(word) for word in words(said)}
    return any(
        len(query.parts) > 1 and noun <= {singular(word) for word in words(name)}
        for name, query in existing.query.ctes
    )

"""The table that a query starts from, where no source cell names any table: by the texts on its rows alone.

``We start at songs and look up the artist in artists``, ``Source is listen_events``, or the only table a text names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.spec import Schema, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.names import find_column, find_table

_STARTS = re.compile(
    r"\b(?:(?:we\s+)?(?:start(?:s|ed|ing)?|begin(?:s|ning)?)\s+(?:out\s+)?(?:at|from|with|in|on)"
    r"|(?:the\s+)?(?:main\s+|driving\s+|base\s+)?(?:source|input|base|basis|starting\s+point)(?:\s+table)?\s+(?:is|are|:)|(?:based|built|build(?:s)?)\s+(?:on|from|up\s+on)"
    r"|(?:take|read|pull|load|select|get|use)s?\s+(?:all\s+|the\s+)?"
    r"(?:rows\s+|records\s+|data\s+|everything\s+)?(?:from|of|out\s+of)"
    r"|(?:rows|records|data|everything)\s+(?:comes?|(?:is|are)\s+(?:taken|read))\s+from|aggregat\w+|summar\w+|roll(?:s|ed)?\s+up"
    r"|(?:one|a|1)\s+(?:row|record|line)\s+(?:per|for\s+(?:each|every))\s+[\w ]{1,30}?\s+(?:in|of|from))"
    r"\s+(?:the\s+)?(?:table\s+|model\s+)?[`'\"]?(?P<table>\w+)",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\b(?:join(?:ed|s|ing)?|look(?:ed|s)?\s+up|bring|brought|add(?:ed)?|match(?:ed)?|with|via|through|in|found|next\s+to)\s+(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<![\w.])[A-Za-z_]\w*(?![\w(])")
_BEGINS = (StepKind.DRIVING, StepKind.UNION, StepKind.UNION_ALL)


def with_told_driving(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with a step for the table that its texts begin with; unchanged where its cells name tables.

    Args:
        target: its notes and columns.
        schema: the tables.
    """
    if any(step.kind in _BEGINS for step in target.steps) or _names_tables(target, schema):
        return target
    notes = [step for step in target.steps if step.kind is StepKind.NOTE]
    found = _begun(notes, schema) or _only(notes, target, schema)
    if found is None:
        return target
    step, table = found
    driving = replace(step, kind=StepKind.DRIVING, table=table.name, condition="", order=0)
    return replace(target, steps=(driving, *target.steps))


def _names_tables(target: TargetMapping, schema: Schema) -> bool:
    """Whether a source cell or a step names a table."""
    named = [
        name for c in target.columns for name in (*c.source_tables, *(r.table for r in c.sources)) if name
    ]
    named += [step.table for step in target.steps if step.table]
    return any(find_table(schema, name) is not None for name in named)


def _begun(notes: list[Step], schema: Schema) -> tuple[Step, SourceTable] | None:
    for step in notes:
        for match in _STARTS.finditer(step.condition):
            if (table := find_table(schema, match["table"])) is not None:
                return step, table
    return None


def _only(notes: list[Step], target: TargetMapping, schema: Schema) -> tuple[Step, SourceTable] | None:
    """The only table that the texts name, else the first one that is not joined and has columns of the target."""
    named = [(step, table, before) for step in notes for table, before in _named(step.condition, schema)]
    different = {table.name for _step, table, _before in named if table.name != target.name}
    if len(different) == 1:
        return next((step, table) for step, table, _before in named if table.name in different)
    free = (
        (step, table)
        for step, table, before in named
        if table.name != target.name and _JOINED.search(before) is None and _alike(table, target)
    )
    return next(free, None)


def _named(text: str, schema: Schema) -> Iterator[tuple[SourceTable, str]]:
    """Tables whose names stand in a text as written, with what stands before each."""
    names = {table.name.casefold(): table for table in schema.tables}
    for word in _WORD.finditer(text):
        if (table := names.get(word.group().casefold())) is not None:
            yield table, text[: word.start()]


def _alike(table: SourceTable, target: TargetMapping) -> bool:
    return any(find_column(table, column.name) is not None for column in target.columns)

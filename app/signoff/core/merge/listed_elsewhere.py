"""Rows that go because another table lists them, told in two sentences: what happened to them, and where their id is.

``A deal which was merged into another one must not show up any more. Its id then stands in merged_deal_id`` leaves out
deals whose deal_id is in that column.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.spec import Schema, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.changed_rows import Way, changed_rows, sentences_of
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_column, words

_STANDS = re.compile(
    r"^(?:its|their|the|his|her)\s+(?:old\s+|former\s+)?(?:id|ids|key|keys|number|numbers)\s+(?:then\s+|is\s+then\s+|are\s+then\s+)?"
    r"(?:stands?|is|are|appears?|can\s+be\s+found)(?:\s+(?:found|listed|kept|recorded))?\s+in\s+(?:the\s+column\s+)?(?P<column>\w+)"
    r"(?:\s+(?:of|in)\s+(?P<table>[\w.]+))?$",
    re.IGNORECASE,
)
_LIMITS = re.compile(
    r"\b(?:unless|except|if|when|until|before|after|or|without|older|newer|only|not|no)\b|[\d(]",
    re.IGNORECASE,
)


def with_listed_elsewhere(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target, such notes as orders on the column that lists the rows.

    Args:
        target: as the document has it.
        schema: tables that may list them.
    """
    steps = tuple(_told(step, schema) for step in target.steps)
    return target if steps == target.steps else replace(target, steps=steps)


def _told(step: Step, schema: Schema) -> Step:
    sentences = list(sentences_of(step.condition)) if step.kind is StepKind.NOTE else []
    stands = _STANDS.match(sentences[1]) if len(sentences) == 2 else None
    said = changed_rows(sentences[0]) if stands is not None else ()
    if stands is None or len(said) != 1 or said[0].way is not Way.OUT or said[0].what or said[0].tail:
        return step
    tables = [table for table in schema.tables if find_column(table, stands["column"]) is not None]
    tables = (
        [t for t in tables if t.name.casefold() == stands["table"].casefold()] if stands["table"] else tables
    )
    key = _key(said[0].rows, stands["column"], schema, tables[0]) if len(tables) == 1 else ""
    if not key or _LIMITS.search(said[0].rows):
        return step
    text = f"from now on leave out rows whose {key} is in {tables[0].name}.{stands['column']}"
    return replace(step, condition=text)


def _key(rows: str, column: str, schema: Schema, lists: SourceTable) -> str:
    """The column of the rows' own table that the listing one is called after: `deal_id` of `merged_deal_id`."""
    nouns = {singular(word) for word in words(rows)}
    found = {
        own.name.casefold()
        for table in schema.tables
        if table is not lists
        for own in table.columns
        if column.casefold().endswith(f"_{own.name.casefold()}") and len(words(own.name)) > 1
    }
    named = [name for name in found if set(words(name)[:-1]) <= nouns]
    return named[0] if len(named) == 1 else ""

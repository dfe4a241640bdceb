"""What a table has one row of, where a sentence says that none of these is missing: that table drives the query.

``There is one row for each supporter, also for supporters who never gave anything``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import Schema, SourceTable, StepKind, TargetMapping
from signoff.core.merge.names import find_table
from signoff.core.merge.pointing import table_names

_ONE_ROW = re.compile(
    r"\b(?:one|a|1|a\s+single|exactly\s+one)\s+(?:row|record|line|entry)\s+(?:for\s+(?:each|every)|per|"
    r"of\s+each)\s+(?P<noun>[\w ]+?)"
    r"(?:\s+(?:in|of|from)\s+(?:the\s+)?(?P<table>\w+)(?:\s+table)?)?\s*[,;(–—-]+\s*"
    r"(?:also|even|including|includes|whether|no\s+matter|with\s+or\s+without)\b(?P<whom>[^.;]*)",
    re.IGNORECASE,
)
_MISSES = re.compile(
    r"\b(?:never|nobody|nothing|none|no|without|not|yet\s+to|or\s+not|zero)\b", re.IGNORECASE
)


def with_told_subject(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with a step for the table whose rows are all there; unchanged where its steps name one, or none is.

    Args:
        target: its notes and columns.
        schema: the tables.
    """
    if any(s.kind in (StepKind.DRIVING, StepKind.UNION, StepKind.UNION_ALL) for s in target.steps):
        return target
    read = list(_read(target, schema))
    for step in target.steps if len(read) > 1 else ():
        found = _ONE_ROW.search(step.condition) if step.kind is StepKind.NOTE else None
        if found is None or not _MISSES.search(found["whom"]):
            continue
        noun = squashed(found["table"] or found["noun"])
        called = [table for table in read if noun in table_names(table)]
        if len(called) == 1:
            driving = replace(step, kind=StepKind.DRIVING, table=called[0].name, condition="", order=0)
            return replace(target, steps=(driving, *target.steps))
    return target


def _read(target: TargetMapping, schema: Schema) -> Iterator[SourceTable]:
    """The tables that the target's source cells name, each once."""
    seen: set[str] = set()
    for column in target.columns:
        for name in (*(ref.table for ref in column.sources), *column.source_tables):
            table = find_table(schema, name) if name else None
            if table is not None and table.name not in seen:
                seen.add(table.name)
                yield table

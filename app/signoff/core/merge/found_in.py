"""Notes that say where something is found, and by what: ``The ticket of a chat is found in CHAT over chat_id``.

They are joins, of no told kind, where the table and its column are there.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.spec import Schema, Step, StepKind, TargetMapping
from signoff.core.merge.names import find_column, find_table

_FOUND = re.compile(
    r"^(?:the\s+|an?\s+|its\s+|their\s+)?[a-z][\w' -]{1,50}?\s+"
    r"(?:is|are|can\s+be|must\s+be|has\s+to\s+be|comes?|stands?)\s+"
    r"(?:(?:found|looked\s+up|taken|read|fetched|kept|held|stored|picked)\s+)?(?:in|from|out\s+of|up\s+in)\s+(?:the\s+)?(?:table\s+)?"
    r"(?P<table>[A-Za-z_][\w.$]*)\s*,?\s+(?:over|by|via|on|through|using|with|joined\s+(?:on|by|over))\s+(?:the\s+|its\s+|column\s+)*"
    r"(?P<on>[A-Za-z_]\w*(?:\s*=\s*[\w.]+)?)$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*=\s*")


def with_found_in(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with such notes as joins; a table that a step joins already is left alone.

    Args:
        target: its notes and joins.
        schema: the tables.
    """
    joined = {(s.section, s.table.casefold()) for s in target.steps if s.table}
    steps = tuple(_as_join(step, joined, schema) for step in target.steps)
    return target if steps == target.steps else replace(target, steps=steps)


def _as_join(step: Step, joined: set[tuple[str, str]], schema: Schema) -> Step:
    told = _FOUND.match(step.condition.strip(" .;")) if step.kind is StepKind.NOTE else None
    table = find_table(schema, told["table"]) if told is not None else None
    if told is None or table is None or (step.section, table.name.casefold()) in joined:
        return step
    sides = [side.rpartition(".")[2] for side in _PARTS.split(told["on"])]
    if not any(find_column(table, side) is not None for side in sides):
        return step
    return replace(step, kind=StepKind.INNER_JOIN, table=table.name, condition=told["on"], kind_assumed=True)

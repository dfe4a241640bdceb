"""Tables of join lists called by a noun, written as their names: ``left joins: users on requester_id``.

``raw_users`` is meant where the target reads no other table of users. ``on the user's organization_id`` names the
column of that table.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.spec import Schema, StepKind, TargetMapping
from signoff.core.merge.names import find_column, find_table, words
from signoff.core.merge.spoken_tables import spoken_table

_JOINS = re.compile(r"\bjoin", re.IGNORECASE)
_ITEM = re.compile(
    r"(?P<lead>\bjoins?\s*(?::|\bto\b|\bwith\b)?\s+(?:the\s+)?|[,;]\s*(?:and\s+)?(?:then\s+)?(?:the\s+)?|\band\s+(?:the\s+)?)"
    r"(?P<noun>[A-Za-z]\w*(?:[ ][a-z]\w*)?)(?=\s+(?:on|by|via|over|using|through)\s+\S)",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(r"(?:left|right|inner|full|outer|again|joined|\w{1,2})$", re.IGNORECASE)
"""Says how a table is joined, or is its letter."""
_OWNER = re.compile(
    r"\b(?:the|its|their)\s+(?P<noun>[a-z]\w*)(?:'s|s'|’s)\s+(?P<column>[A-Za-z]\w*)", re.IGNORECASE
)
_ALL = re.compile(r"^\s*all\s+(?=(?:left|inner)\s+joins?\s*:)", re.IGNORECASE)


def with_join_nouns(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target whose texts on joins name their tables; a noun that may mean several, or a column, stays.

    Args:
        target: its notes tell how tables are joined.
        schema: the tables; those of the target's sources are meant first.
    """
    steps = tuple(
        replace(step, condition=_named(step.condition, target, schema))
        if step.kind is StepKind.NOTE and _JOINS.search(step.condition)
        else step
        for step in target.steps
    )
    return target if steps == target.steps else replace(target, steps=steps)


def _named(text: str, target: TargetMapping, schema: Schema) -> str:
    read = {t.casefold() for c in target.columns for t in (*c.source_tables, *(r.table for r in c.sources))}

    def table_of(noun: str) -> str:
        table = spoken_table(noun, target, schema)
        is_column = any(find_column(t, noun) is not None for t in schema.tables)
        return table.name if table is not None and not is_column and table.name.casefold() in read else ""

    def item(match: re.Match[str]) -> str:
        noun = match["noun"]
        said = noun.split()
        if len(said) > 1 and any(_NO_NOUN.match(word) or find_table(schema, word) for word in said):
            return match.group()
        name = "" if find_table(schema, noun) is not None or len(words(noun)) > 2 else table_of(noun)
        return f"{match['lead']}{name}" if name else match.group()

    def owner(match: re.Match[str]) -> str:
        table = find_table(schema, table_of(match["noun"])) if table_of(match["noun"]) else None
        known = table is not None and find_column(table, match["column"]) is not None
        return f"{table.name}.{match['column']}" if table is not None and known else match.group()

    return _ALL.sub("", _OWNER.sub(owner, _ITEM.sub(item, text)))

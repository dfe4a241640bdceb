"""Columns of another table with the column they are found by: ``of requester_id; not found = Unknown requester``.

Such a rule, ``name of the person in user_id`` too, becomes a lookup in full words. A flag of the other table,
``Y if the submitter (submitter_id) is staff, else N``, is its value there. Nothing is read where a word stays open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping, Schema, SourceTable, StepKind, TargetMapping
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import bare, find_column, find_table, words
from signoff.core.merge.yes_values import is_flag_name, yes_value

_WORDS = r"(?:[a-z][\w'-]*\s+){0,4}?"
_KEYED = re.compile(
    rf"^(?P<head>(?:the\s+|its\s+)?{_WORDS})(?:of|by|via|over|through|from|in|for|behind)\s+(?:the\s+|its\s+|column\s+|field\s+)*(?P<key>[A-Za-z]\w*)(?P<rest>\s*[;,.(:–-].*)?$",
    re.IGNORECASE | re.DOTALL,
)
_NONE = (
    r"(?:(?:if|when|where)\s+)?(?:(?:(?:is\s+)?not\s+(?:found|there|known|set|given|filled|in\s+\w+)|no\s+[a-z]+(?:\s+found)?|none|nobody|no\s+one|nothing|unknown|missing|empty|blank)"
    r"(?:\s*(?:,|/|\bor\b|\band\b)\s*)?)+"
)
_DEFAULT = re.compile(
    rf"^(?:{_NONE}\s*(?:[=:]|->|→|=>|,?\s*then\b|gives?|becomes?|gets?)|(?:otherwise|else|or\s+else|if\s+not)\s*[:=,]?)\s*(?P<value>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_FLAG = re.compile(
    rf"^(?P<yes>\w+)\s+(?:if|when)\s+(?:the\s+)?{_WORDS}[a-z]\w*\s*\(\s*(?P<key>\w+)\s*\)\s+(?:is|was|has)\s+(?:an?\s+)?(?P<word>[a-z]+)\s*[,;]\s*(?:else|otherwise)\s*:?\s*(?P<no>\w+)$",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"^(?:taken\s+)?(?:of|from)\s+(?:the|that)\s+(?:same\s+)?[a-z]+(?P<rest>\s*[;,.].+)$",
    re.IGNORECASE | re.DOTALL,
)
"""The row that another column was taken from."""
_ONLY_THERE = re.compile(
    r"^(?:the\s+)?[a-z]+\s*,?\s+(?:but\s+)?only\s+(?:if|when|where)\s+(?:it|he|she|this|that)\s+(?:is|exists|stands|occurs)\s+(?:also\s+)?(?:found\s+)?in\s+(?P<table>[\w.]+)$",
    re.IGNORECASE,
)
"""What a left join does anyway."""
_LIMITS = re.compile(
    r"\b(?:only|unless|except|without|if|when|where|latest|newest|first|last|earliest|oldest|sum|total|number|count|how|average|max|min|"
    r"highest|lowest|all|every|any|list|days?|months?|minutes?|hours?|years?|time|difference|before|after)\b|\d",
    re.IGNORECASE,
)
"""Words before a key that say more than which value is taken."""
_PLAIN = re.compile(r"^'?(?P<value>[^\W\d_][\w &/-]{0,40}?|-?\d+|\([\w ]+\))'?$")
_JOINS = (StepKind.LEFT_JOIN, StepKind.INNER_JOIN)
_NO_VALUE = frozenset({"null", "blank", "empty", "nothing", "none", "no value"})


def with_keyed_columns(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with such rules as lookups.

    Args:
        target: its driving table is told in a step.
        schema: the tables.
    """
    starts = [s.table for s in target.steps if s.kind is StepKind.DRIVING]
    driving = find_table(schema, starts[0]) if len(starts) == 1 else None
    if driving is None:
        return target
    joins = [s.table.casefold() for s in target.steps if s.kind in _JOINS and not s.section]
    columns = tuple(_restated(column, driving, joins, schema) for column in target.columns)
    return target if columns == target.columns else replace(target, columns=columns)


def _of_joined(
    column: ColumnMapping, rule: str, note: str | None, table: SourceTable, joins: Sequence[str]
) -> str | None:
    """The rule over the one joined row of the table, in plain words; None where the rule says anything else."""
    if joins.count(table.name.casefold()) != 1:
        return None
    only = _ONLY_THERE.match(rule)
    if only is not None and squashed(bare(only["table"])) == squashed(bare(table.name)):
        return "direct move" if not _LIMITS.search(column.note) else None
    same = _SAME.match(rule)
    default = _default(same["rest"].strip(" ;,.")) if same is not None else None
    if not default or (note and note != default):
        return None
    return f"if empty then '{default}'"


def _restated(
    column: ColumnMapping, driving: SourceTable, joined: Sequence[str], schema: Schema
) -> ColumnMapping:
    refs = [ref for ref in column.sources if ref.table]
    table = find_table(schema, refs[0].table) if len(refs) == 1 == len(column.sources) else None
    value = find_column(table, refs[0].column) if table is not None else None
    if table is None or value is None or table.name == driving.name:
        return column
    rule = " ".join((column.rule_resolved or column.rule).split()).strip(" .")
    note = _default(column.note)
    if (plain := _of_joined(column, rule, note, table, joined)) is not None:
        return replace(column, rule_resolved=plain)
    flag = _FLAG.match(rule)
    if flag is not None and _is_flag(flag, value.name, yes_value(value)):
        default, key = flag["no"], flag["key"]
        if note not in (None, "", default):
            return column
    else:
        told = _KEYED.match(rule)
        if told is None or _LIMITS.search(told["head"]):
            return column
        said = _default((told["rest"] or "").strip(" ;,."))
        if said is None or note is None or (said and note and said != note):
            return column
        default, key = said or note or "", told["key"]
    own, there = find_column(driving, key), _key_of(table)
    if own is None or not there or squashed(own.name) != squashed(key):
        return column
    text = f"look up {value.name} in {table.name} by {own.name} = {there}"
    if default and default.casefold() not in _NO_VALUE:
        text += f"; if not found '{default}'"
    return replace(column, rule_resolved=text)


def _default(text: str) -> str | None:
    """What is taken where nothing is found; empty where nothing is said of it; None where that is not read."""
    plain = " ".join(text.split()).strip(" .")
    if not plain:
        return ""
    told = _DEFAULT.match(plain)
    if told is None:
        return None if _DEFAULT.search(plain) or _LIMITS.search(plain) else ""
    value = _PLAIN.match(told["value"].strip(" .\"'"))
    return (
        value["value"]
        if value is not None and not re.search(r"\b(?:unless|if|except)\b", told["value"])
        else None
    )


def _is_flag(told: re.Match[str], name: str, yes: str) -> bool:
    """Whether a rule only takes over a text flag of the other table."""
    parts = words(name)
    is_called = is_flag_name(parts) and singular(told["word"].lower()) in {singular(p) for p in parts}
    return is_called and yes == f"'{told['yes']}'" and len(told["no"]) <= len("never")


def _key_of(table: SourceTable) -> str:
    """The one column that names a row of a table: its key, else the one called ``id`` or by the table's own word."""
    if len(table.key) == 1:
        return table.key[0]
    own = {singular(w) for w in words(bare(table.name))}
    named = [
        c.name
        for c in table.columns
        if (parts := words(c.name))[-1:] in (("id",), ("no",), ("key",), ("nr",))
        and {singular(p) for p in parts[:-1]} <= own
    ]
    return named[0] if not table.key and len(named) == 1 else ""

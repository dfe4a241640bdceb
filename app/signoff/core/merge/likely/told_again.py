"""Tables read once more in another role, told without their keys: ``left join staff again for the manager``.

The column of the rows that says whose row it is names the role, ``manager_no``; the key it stands for is the one that a
rule compares it with, ``staff_no = manager_no``, or the one that the table is joined by before. Where either is not
plain, the text stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from signoff.core.domain.spec import Schema, SourceColumn, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_column, find_table, words

_ONCE_MORE = (
    r"(?:once\s+(?:more|again)|again|(?:for\s+)?a\s+(?:second|third|further|2nd|3rd)\s+time|another\s+time|one\s+more\s+time"
    r"|(?:to|with)\s+itself)"
)
_FOR = r"(?:as|for|to\s+(?:get|find|read|look\s+up|fetch)|in\s+the\s+role\s+of|to)"
_ROLE = r"(?:the\s+|an?\s+|its\s+|their\s+|his\s+)?(?P<role>[A-Za-z][\w-]*(?:\s+[A-Za-z][\w-]*){0,2}?)"
_BY = (
    r"(?:\s*[,(]?\s*(?:on|by|via|over|through|using)\s+(?P<key>[A-Za-z_]\w*)(?:\s*=\s*(?P<to>[A-Za-z_]\w*))?\)?"
    r"|\s*\(\s*(?P<key2>[A-Za-z_]\w*)\s*=\s*(?P<to2>[A-Za-z_]\w*)\s*\))?"
)
_END = r"\s*(?=[.;]|$|,\s*(?:and\s+)?(?:left|inner)\b)"
_AGAIN = re.compile(
    rf"(?:(?P<kind>left|inner)\s+(?:outer\s+)?)?\bjoin(?:ed|s)?\s+(?:to\s+|with\s+)?(?P<table>[A-Za-z_]\w*)\s*,?\s+"
    rf"{_ONCE_MORE}\s*,?\s+{_FOR}\s+{_ROLE}{_BY}{_END}",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    rf"(?:(?P<kind>left|inner)\s+(?:outer\s+)?)?\bself[\s-]*join(?:ed|s)?(?:\s+(?:of|on|with)\s+(?P<table>[A-Za-z_]\w*))?\s*,?\s+"
    rf"{_FOR}\s+{_ROLE}{_BY}{_END}",
    re.IGNORECASE,
)
_AND_AGAIN = re.compile(
    rf"(?:(?P<kind>left|inner)\s+(?:outer\s+)?)?\bjoin(?:ed|s)?\s+(?:to\s+|with\s+)?(?P<table>[A-Za-z_]\w*)\s+(?:on|by|via|over|using)\s+(?P<before>[A-Za-z_]\w*)"
    rf"(?P<cut>\s*[,;]?\s*(?:and\s+)?(?:then\s+)?{_ONCE_MORE}\s*,?\s+{_FOR}\s+{_ROLE}{_BY}){_END}",
    re.IGNORECASE,
)
_EQUAL = re.compile(r"\b(?:\w+\.)?([A-Za-z_]\w*)\s*=\s*(?:\w+\.)?([A-Za-z_]\w*)\b")
_KEY_WORDS = frozenset({"id", "no", "nr", "num", "number", "code", "key", "cd", "sk"})


def with_tables_told_again(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target whose notes join a table once more by its keys, where they only tell its role.

    Args:
        target: its notes, and the rules that compare its keys.
        schema: the tables.
    """
    steps = tuple(_step(step, target, schema) for step in target.steps)
    return replace(target, steps=steps) if steps != target.steps else target


def _step(step: Step, target: TargetMapping, schema: Schema) -> Step:
    if step.kind is not StepKind.NOTE or step.table:
        return step
    text = step.condition
    for shape in (_AND_AGAIN, _AGAIN, _ITSELF):
        text = shape.sub(partial(_said, text=text, target=target, schema=schema), text)
    return replace(step, condition=text) if text != step.condition else step


def _said(match: re.Match[str], text: str, target: TargetMapping, schema: Schema) -> str:
    """The join with its keys; the words as they stand where those are not plain."""
    found = match.groupdict()
    table = find_table(schema, found["table"] or _driving(target))
    role = found["role"].split()
    if table is None or found.get("key2"):
        return match.group()
    alias = "_".join(re.sub(r"\W+", "_", word.casefold()) for word in role)
    key, to = _keys(match, table, target, list(_rows_before(text, table, target, schema)))
    if not key or not to or alias in {t.name.casefold() for t in schema.tables}:
        return match.group()
    kind = (found["kind"] or "left").lower()
    join = f"{kind} join {table.name} as {alias} on {key} = {alias}.{to}"
    if found.get("cut") is None:
        return join
    return f"{match.group()[: match.start('cut') - match.start()]}; {join}"


def _driving(target: TargetMapping) -> str:
    named = [step.table for step in target.steps if step.kind is StepKind.DRIVING and step.table]
    return named[0] if len(named) == 1 else ""


def _rows_before(
    text: str, table: SourceTable, target: TargetMapping, schema: Schema
) -> Iterator[SourceTable]:
    """The tables that the rows have columns of: the driving one, and those that the text names."""
    seen = dict.fromkeys(
        t.name
        for name in (_driving(target), *re.findall(r"[A-Za-z_]\w*", text))
        if name and (t := find_table(schema, name)) is not None
    )
    yield from (t for name in dict.fromkeys((*seen, table.name)) if (t := find_table(schema, name)))


def _keys(
    match: re.Match[str], table: SourceTable, target: TargetMapping, before: Sequence[SourceTable]
) -> tuple[str, str]:
    """The column that says whose row is meant, with its table, and the table's key; empty where one is not plain."""
    found = match.groupdict()
    role = {singular(w.casefold()) for w in re.findall(r"\w+", found["role"])}
    own = {singular(w) for w in words(table.name)}
    telling = (role - own) or role
    named = (found.get("key") or "").casefold()
    given = {named, (found.get("to") or "").casefold()} - {""}
    fitting = [
        (t, c)
        for t in before
        for c in t.columns
        if (c.name.casefold() in given if given else telling <= {singular(w) for w in words(c.name)})
    ]
    if given and len(fitting) > 1:
        fitting = [(t, c) for t, c in fitting if telling <= {singular(w) for w in words(c.name)}]
    fitting = [(t, c) for t, c in fitting if given or _is_key(c)]
    if len(fitting) != 1:
        return "", ""
    place, column = fitting[0]
    to = _compared(column, table, target, given) or _joined_by(found.get("before"), table) or own_key(table)
    return (f"{place.name}.{column.name}", to) if to and to != column.name else ("", "")


def _is_key(column: SourceColumn) -> bool:
    return bool(_KEY_WORDS & set(words(column.name))) or len(words(column.name)) == 1


def _compared(column: SourceColumn, table: SourceTable, target: TargetMapping, given: set[str]) -> str:
    """The column of the table that the text, or a rule, compares the column with."""
    others = given - {column.name.casefold()}
    pairs = [
        {side.casefold() for side in pair}
        for c in target.columns
        for pair in _EQUAL.findall(f"{c.rule_resolved or c.rule} {c.note} {c.join}")
    ]
    for pair in ([others] if others else []) + [
        p - {column.name.casefold()} for p in pairs if column.name.casefold() in p
    ]:
        held = [c.name for name in pair if (c := find_column(table, name)) is not None]
        if len(held) == 1:
            return held[0]
    return ""


def _joined_by(name: str | None, table: SourceTable) -> str:
    held = find_column(table, name) if name else None
    return held.name if held is not None else ""


def own_key(table: SourceTable) -> str:
    """The first column, where its name says that it is the table's own key: ``EmpNo`` of Employees."""
    first = table.columns[0] if table.columns else None
    said = words(first.name) if first is not None else ()
    own = "".join(singular(w) for w in words(table.name))
    rest = "".join(w for w in said if w not in _KEY_WORDS)
    fits = bool(_KEY_WORDS & set(said)) and (not rest or own.startswith(rest) or rest.startswith(own))
    return first.name if first is not None and fits else ""

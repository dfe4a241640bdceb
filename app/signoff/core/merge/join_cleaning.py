"""Join keys that are made ready first: ``join accounts on email, with the lead email trimmed and lower-cased first``.

The join is written as an equality with what is done to each side; without a table that is named, it is done to both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.spec import Schema, SourceTable, StepKind, TargetMapping
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_column, find_table, words

_DONE = r"(?:trimmed|stripped|(?:in\s+)?(?:lower|upper)[\s-]?case[d]?)"
_JOIN = re.compile(
    r"(?P<lead>\bjoin(?:ed)?\s+(?:to\s+|with\s+)?(?:the\s+)?(?P<table>[A-Za-z_][\w.]*)\s+(?:on|by|via|over|using)\s+)(?P<key>[A-Za-z_]\w*)"
    r"\s*(?P<open>[,(])\s*(?:with\s+)?(?:(?:the|its|their)\s+)?(?:(?P<who>(?!both\b)[A-Za-z_]\w*)(?:'s)?\s+)?(?:both\s+(?:sides\s+)?)?(?:(?P=key)\s+)?(?:(?:is|are|being)\s+)?"
    rf"(?P<done>{_DONE}(?:\s*(?:,|and|&)\s*{_DONE})*)(?:\s+(?:first|before(?:hand)?|before\s+joining))?\s*(?P<close>\)?)(?=\s*(?:[.,;]|$|\b(?:and|then|left|inner)\b))",
    re.IGNORECASE,
)


def with_join_keys_cleaned(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target whose texts on such joins say an equality; a text whose sides are not clear stays as it is.

    Args:
        target: its notes tell how tables are joined.
        schema: the tables.
    """
    names = [t for c in target.columns for t in (*c.source_tables, *(r.table for r in c.sources))]
    read = [t for n in dict.fromkeys(names) if n and (t := find_table(schema, n)) is not None]
    steps = tuple(
        replace(step, condition=_JOIN.sub(lambda match: _equality(match, read, schema), step.condition))
        if step.kind is StepKind.NOTE
        else step
        for step in target.steps
    )
    return target if steps == target.steps else replace(target, steps=steps)


def _equality(match: re.Match[str], read: Sequence[SourceTable], schema: Schema) -> str:
    joined, key = find_table(schema, match["table"]), match["key"]
    if joined is None or find_column(joined, key) is None or (match["open"] == "(") != bool(match["close"]):
        return match.group()
    others = [t for t in read if t.name != joined.name and find_column(t, key) is not None]
    who = singular(match["who"].casefold()) if match["who"] else ""
    called = [t for t in (joined, *others) if who and who in {singular(w) for w in words(t.name)}]
    if who and who != singular(key.casefold()) and len(called) != 1:
        return match.group()
    left = next((t for t in called if t is not joined), None) or (others[0] if len(others) == 1 else None)
    if left is None:
        return match.group()
    cleaned = [t.name for t in called] or [left.name, joined.name]
    sides = (
        _made(f"{t.name}.{key}", match["done"]) if t.name in cleaned else f"{t.name}.{key}"
        for t in (left, joined)
    )
    return match["lead"] + " = ".join(sides)


def _made(column: str, done: str) -> str:
    said = done.casefold()
    made = f"trim({column})" if re.search(r"trimmed|stripped", said) else column
    return f"lower({made})" if "lower" in said else f"upper({made})" if "upper" in said else made

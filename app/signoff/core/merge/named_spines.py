"""Calendars that notes describe by name: ``months: a row per month from 2023-01-01 to 2023-12-01, column month_on``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import quoted
from signoff.core.domain.plan import CarriedColumn, Relation
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.merge.spine_texts import read_spine
from signoff.core.merge.spines import spine_relation

_COLUMN = re.compile(
    r"\s*[,;(.–-]*\s*(?:(?:in|with|as|giving|into|called|named)\s+)*(?:(?:the|a|one|single|its)\s+)*(?:column|"
    r"field)s?\s*(?:is|are|called|named|:|=)?\s*"
    r"[\"'`]?(?P<name>[A-Za-z_]\w*)[\"'`]?\)?\s*$"
    r"|\s*[,;(]?\s*(?:called|named|as)\s+[\"'`]?(?P<plain>[A-Za-z_]\w*)[\"'`]?\)?\s*$"
    r"|\s*\((?P<bracket>[A-Za-z_]\w*_\w*)\)\s*$",
    re.IGNORECASE,
)


def named_spine(
    how: str, wanted: Sequence[str], target: TargetMapping, schema: Schema, cell: Cell | None
) -> Relation | None:
    """The made rows that a note describes, their column under the name it gives; None where it asks for none.

    Args:
        how: the description behind the name.
        wanted: columns that steps and source cells read from it.
        target: whose note it is.
        schema: the tables.
        cell: where the note stands.
    """
    match = _COLUMN.search(how)
    said = (match["name"] or match["plain"] or match["bracket"]) if match is not None else ""
    for text, name in ((how[: match.start()], said) if match is not None else (how, ""), (how, "")):
        spine = read_spine(text)
        made = spine_relation(spine, schema, target, (), "", cell) if spine is not None else None
        if made is None or not made.carries:
            continue
        column = made.carries[-1]
        name = name or (wanted[0] if len(wanted) == 1 and len(made.carries) == 1 else column.name)
        if name == column.name:
            return made
        if len(made.carries) > 1:
            return None
        sql = f"select {quoted(column.name)} as {quoted(name)}\nfrom (\n{made.subquery}\n) as made_rows"
        return replace(made, subquery=sql, carries=(CarriedColumn(name, column.type),))
    return None

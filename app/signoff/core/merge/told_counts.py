"""Rules without source cells that count rows of a table they name, or take the first or last value of such rows.

``how many comments sit on the issue in stg_comment, only the public ones (is_public is true). No comments at all = 0``
becomes a count of that table's rows; ``i.e. oldest updated_at in stg_history with field_id = assignee`` the earliest
value. Every word belongs to a part of the shape.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef, SourceTable
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_column, find_table, words

_ZERO = (
    r"(?P<zero>\s*[.,;]\s*(?:no\s+\w+(?:\s+at\s+all)?\s*(?:=|is|means|gives|:)\s*0|0\s+(?:if|for|when)\s+(?:there\s+(?:are|is)\s+)?none"
    r"|(?:otherwise|else)\s+0))"
)
_COUNTED = re.compile(
    r"^(?:how\s+many|(?:the\s+)?(?:number|quantity)\s+of)\s+(?P<noun>[a-z]+)\s+(?:(?:sit|are|stand|hang|exist|there\s+are)\s+)?"
    r"(?:(?:on|for|of|under)\s+(?:the|an?|this)\s+\w+\s+)?(?:in|from)\s+(?P<table>\w+_\w+)"
    r"(?:\s*,\s*(?:but\s+)?only\s+(?:the\s+)?(?P<kind>\w+)\s+ones\s*\((?P<what>[^()]+)\)|\s+(?:with|where)\s+(?P<test>\w+\s*(?:=|is)\s*[\w']+))?"
    rf"{_ZERO}?\.?$",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"^(?:[^:=]+?[,;]\s*i\.\s?e\.\s*,?\s*)?(?:the\s+)?(?P<end>oldest|earliest|first|newest|latest|most\s+recent)\s+(?P<column>\w+_\w+)\s+(?:in|from|of)\s+(?P<table>\w+_\w+)"
    r"(?:\s+(?:with|where)\s+(?P<of>\w+)\s*(?:=|is)\s*(?P<value>'[^']+'|\w+))?"
    r"(?:\s*[.;]\s*(?:entries|rows|records|those|lines)\s+without\s+(?:an?\s+)?(?P<filled>\w+)\s+(?:are\s+[\w-]+\s+and\s+)?(?:are\s+)?"
    r"(?:skipped|ignored|not\s+counted|left\s+out|do\s+not\s+count))?\.?$",
    re.IGNORECASE,
)
_EARLY = frozenset({"oldest", "earliest", "first"})


def told_count(row: ColumnMapping, text: str, schema: Schema) -> ColumnMapping:
    """The row with the table's column as its source and the rule in plain words; as it is where it says anything else.

    Args:
        row: without source cells.
        text: its rule, in one line.
        schema: tables that may be named.
    """
    found = _COUNTED.match(text)
    if found is not None:
        return _counted(row, found, schema)
    ended = _ENDED.match(text)
    return _ended(row, ended, schema) if ended is not None else row


def _counted(row: ColumnMapping, found: re.Match[str], schema: Schema) -> ColumnMapping:
    table, noun = find_table(schema, found["table"]), singular(found["noun"].casefold())
    what = found["what"] or found["test"] or ""
    if table is None or noun not in {singular(word) for word in words(table.name)}:
        return row
    tested = find_column(table, what.split()[0].partition("=")[0]) if what else None
    if what and tested is None:
        return row
    if found["kind"] and tested is not None and found["kind"].casefold() not in words(tested.name):
        return row
    counted = find_column(table, f"{noun}_id") or table.columns[0]
    test, none = f" where {what}" if what else "", ", 0 if there are none" if found["zero"] else ""
    return _with(row, table, counted.name, f"number of {found['noun']}{test}{none}")


def _ended(row: ColumnMapping, found: re.Match[str], schema: Schema) -> ColumnMapping:
    table = find_table(schema, found["table"])
    names = [found[name] for name in ("column", "of", "filled") if found[name]]
    if table is None or not all(find_column(table, name) for name in names):
        return row
    tests = []
    if found["of"]:
        value = found["value"].strip("'")
        tests.append(f"{found['of']} = {value if value.isdigit() else repr(value)}")
    if found["filled"]:
        tests.append(f"{found['filled']} is not null")
    end = "earliest" if found["end"].casefold() in _EARLY else "latest"
    rule = f"{end} {found['column']}{' where ' if tests else ''}{' and '.join(tests)}"
    return _with(row, table, found["column"], rule)


def _with(row: ColumnMapping, table: SourceTable, column: str, rule: str) -> ColumnMapping:
    sources = (SourceRef(table.name, column),)
    return replace(row, sources=sources, source_tables=(table.name,), rule=rule, rule_resolved=rule)

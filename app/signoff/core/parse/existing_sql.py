"""Whole-table SQL that stands in a rule cell: it is existing SQL, and no rule of any column."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping

_SELECT = re.compile(
    r"^\s*(?:--[^\n]*\n\s*)*(?:with\b.+?\bselect\b|select\b).+?\bfrom\b", re.IGNORECASE | re.DOTALL
)
_START = re.compile(r"^\s*(?:with|select)\b", re.IGNORECASE)
_LEAST_COLUMNS = 3


def take_existing_sql(columns: list[ColumnMapping]) -> tuple[list[ColumnMapping], str]:
    """Columns of one target without whole-table SQL in their rules, and that SQL; empty when there is none.

    A SELECT counts as the whole table's when it is shared by several columns (a merged cell), names at least
    three of them, or goes on line by line down the rule column.
    """
    shared = [c.rule for c in columns if _SELECT.match(c.rule)]
    for rule in dict.fromkeys(shared):
        if shared.count(rule) > 1 or _names_columns(rule, columns):
            return [replace(c, rule="", rule_resolved="") if c.rule == rule else c for c in columns], rule
    return _line_by_line(columns)


def _names_columns(rule: str, columns: list[ColumnMapping]) -> bool:
    named = {
        c.name.casefold()
        for c in columns
        if re.search(rf"(?<!\w){re.escape(c.name)}(?!\w)", rule, re.IGNORECASE)
    }
    return len(named) >= max(_LEAST_COLUMNS, len({c.name.casefold() for c in columns}) // 2)


def _line_by_line(columns: list[ColumnMapping]) -> tuple[list[ColumnMapping], str]:
    """One SELECT written over the rule cells of following rows."""
    first = next((place for place, c in enumerate(columns) if _START.match(c.rule)), None)
    if first is None or _SELECT.match(columns[first].rule):
        return columns, ""
    lines: list[str] = []
    last = first
    for place in range(first, len(columns)):
        if not columns[place].rule:
            break
        lines.append(columns[place].rule)
        last = place
    text = "\n".join(lines)
    if len(lines) < 2 or not _SELECT.match(text) or text.count("(") != text.count(")"):
        return columns, ""
    emptied = [
        replace(c, rule="", rule_resolved="") if first <= p <= last else c for p, c in enumerate(columns)
    ]
    return emptied, text

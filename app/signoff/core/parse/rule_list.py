"""Rule codes: a sheet that lists them, and the rules of the mapping that point to it."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role
from signoff.core.parse.block_kinds import code_column
from signoff.core.parse.blocks import Block
from signoff.core.parse.collect import Collector

_CODE_SHAPE = re.compile(
    r"^[A-Z]{1,8}[-_][A-Z0-9]{1,12}(?:[-_]\d{1,4})?$|^(?:R|BR|TR|RULE)[-_. ]?\d{1,4}$", re.IGNORECASE
)
_BEFORE, _AFTER = r"(?<![\w-])", r"(?![\w-])"


def read_rules(block: Block) -> dict[str, str]:
    """Rule text by code, of one block of kind rules."""
    layout, grid = block.layout, block.grid
    code = code_column(grid, layout)
    texts = [
        c
        for role in (Role.RULE, Role.STEP_CONDITION, Role.DESCRIPTION)
        for c in layout.columns(role)
        if c != code
    ]
    rules: dict[str, str] = {}
    for row in range(layout.header.row + 1, layout.last_row + 1):
        name = grid.at(row, code).strip()
        text = next((t for c in texts if (t := grid.at(row, c))), "")
        if name and text:
            rules[name] = text
            block.used.update((row, c) for c in (code, *texts))
    return rules


def resolve(column: ColumnMapping, rules: dict[str, str], notes: Collector) -> ColumnMapping:
    """The column with the codes in its rule replaced by the list's texts; an unlisted code is a finding.

    Where the rule is empty, a listed code in a column of its own is the rule.
    """
    column = column if column.rule else _with_code(column, rules)
    resolved = column.rule
    for code in sorted(rules, key=len, reverse=True):
        pattern = _BEFORE + re.escape(code) + _AFTER
        resolved = re.sub(pattern, rules[code].replace("\\", r"\\"), resolved, flags=re.IGNORECASE)
    if resolved == column.rule and rules and _CODE_SHAPE.match(column.rule.strip()):
        notes.add(
            "P10",
            Severity.WARNING,
            say("parse.no_such_rule", rule=column.rule.strip()),
            column.cell_of(Role.RULE),
            column.target,
            column.name,
        )
    return replace(column, rule_resolved=resolved) if resolved != column.rule else column


def _with_code(column: ColumnMapping, rules: dict[str, str]) -> ColumnMapping:
    code = next((line.strip() for line in column.note.splitlines() if line.strip() in rules), "")
    return replace(column, rule=code, rule_resolved=code) if code else column

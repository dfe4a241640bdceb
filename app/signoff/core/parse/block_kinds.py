"""What a block of a sheet holds: a mapping, query steps, columns of tables, rules, or nothing."""

from __future__ import annotations

import re
from enum import StrEnum

from signoff.core.domain.spec import Role
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.plausible import holds_names, is_technical
from signoff.core.parse.roles import Layout, values_of
from signoff.core.parse.words import words

_CODE = re.compile(r"^[A-Za-z]{1,8}[-_. ]?(?:[A-Za-z]{1,12}[-_. ]?)?\d{1,4}[A-Za-z]?$")
_RELATION_WORDS = frozenset(
    {
        "relationship",
        "cardinality",
        "foreign",
        "fk",
        "delete",
        "relacion",
        "cardinalidad",
        "beziehung",
        "связь",
    }
)


class BlockKind(StrEnum):
    """What a block holds."""

    MAPPING = "mapping"
    STEPS = "steps"
    COLUMNS = "columns"
    """Columns of tables with their types, without a mapping."""
    RULES = "rules"
    """A list of rule codes and their texts."""
    NOTHING = "nothing"


def told_kind(grid: SheetGrid, layout: Layout, is_mapping: bool | None) -> BlockKind:
    """What a block holds; whether it is a mapping is a person's word, where there is one."""
    if is_mapping is True and layout.has(Role.TARGET_COLUMN):
        return BlockKind.MAPPING
    kind = kind_of(grid, layout)
    return _kind_beside_mapping(grid, layout) if is_mapping is False and kind is BlockKind.MAPPING else kind


def kind_of(grid: SheetGrid, layout: Layout) -> BlockKind:
    """What a block with these roles holds."""
    if layout.steps:
        return BlockKind.STEPS
    has_source = layout.has(Role.SOURCE_COLUMN) or layout.has(Role.SOURCE_TABLE)
    if layout.has(Role.TARGET_COLUMN) and (has_source or layout.has(Role.RULE)):
        if layout.first(Role.TARGET_COLUMN) in layout.fixed:
            return BlockKind.MAPPING
        if _lists_relations(layout):
            return BlockKind.NOTHING
        return (
            BlockKind.MAPPING
            if holds_names(grid, layout) and is_technical(grid, layout)
            else BlockKind.NOTHING
        )
    return _kind_beside_mapping(grid, layout)


def _kind_beside_mapping(grid: SheetGrid, layout: Layout) -> BlockKind:
    if (layout.has(Role.TARGET_COLUMN) and layout.has(Role.TARGET_TYPE)) or (
        layout.has(Role.SOURCE_COLUMN) and layout.has(Role.SOURCE_TYPE)
    ):
        return BlockKind.COLUMNS if holds_names(grid, layout) else BlockKind.NOTHING
    return BlockKind.RULES if code_column(grid, layout) else BlockKind.NOTHING


def _lists_relations(layout: Layout) -> bool:
    """A list of foreign keys looks like a mapping without rules."""
    if layout.has(Role.RULE) or layout.has(Role.TARGET_TYPE):
        return False
    return any(_RELATION_WORDS & set(words(cell.text)) for cell in layout.header.cells)


def code_column(grid: SheetGrid, layout: Layout) -> int:
    """The column with rule codes, 0 when there is none."""
    texts = {Role.RULE, Role.DESCRIPTION, Role.STEP_CONDITION}
    if not texts & set(layout.roles.values()):
        return 0
    for column in sorted(layout.roles):
        values = values_of(grid, layout, column)
        if values and sum(bool(_CODE.match(v)) for v in values) / len(values) >= 0.6:
            return column
    return 0

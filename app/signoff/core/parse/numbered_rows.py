"""Rows of a grid that others name by their numbers: ``filled as in A04``, ``B13, B14`` as the source of a column.

Numbers with letters before them, or points within, are names that mean nothing else; a bare number may mean anything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, SourceRef, TargetMapping
from signoff.core.engines.documents.grid import SheetGrid

_NUMBER = re.compile(r"^(?:[A-Z]{1,3}[-.]?\d{1,4}[a-z]?|\d{1,3}\.\d{1,3}(?:\.\d{1,3})?)$")
_LEAST = 2


def with_rows_named(
    targets: Sequence[TargetMapping], grids: Sequence[SheetGrid]
) -> tuple[TargetMapping, ...]:
    """The targets whose sources and rules name the columns that they speak of by the numbers of their rows.

    Args:
        targets: as read.
        grids: the document's sheets; a number stands before the name of its column.
    """
    by_sheet = {grid.name: grid for grid in grids}
    numbered = [
        (number, target.name, column.name)
        for target in targets
        for column in target.columns
        if (number := _number(column, by_sheet))
    ]
    numbers = [number for number, *_rest in numbered]
    places = {number: (target, column) for number, target, column in numbered if numbers.count(number) == 1}
    if len(places) < _LEAST:
        return tuple(targets)
    shape = re.compile(rf"(?<![\w.'\"-])(?:{'|'.join(map(re.escape, places))})(?![\w'\"-]|\.\w)")
    return tuple(
        replace(t, columns=tuple(_column(c, t.name, places, shape) for c in t.columns)) for t in targets
    )


def _number(column: ColumnMapping, grids: Mapping[str, SheetGrid]) -> str:
    """The number before the name of a column, in a cell of its own."""
    grid = grids.get(column.cell.sheet) if column.cell is not None else None
    if grid is None or column.cell is None:
        return ""
    before = [grid.at(column.cell.row, n).strip() for n in range(1, column.cell.column)]
    return next((text for text in before if _NUMBER.match(text)), "")


def _column(
    column: ColumnMapping, target: str, places: Mapping[str, tuple[str, str]], shape: re.Pattern[str]
) -> ColumnMapping:
    def named(found: re.Match[str]) -> str:
        table, name = places[found[0]]
        return name if table == target else f"{table}.{name}"

    def source(ref: SourceRef) -> SourceRef:
        if ref.table or ref.column not in places:
            return ref
        table, name = places[ref.column]
        return SourceRef("" if table == target else table, name)

    text = column.rule_resolved or column.rule
    said = shape.sub(named, text)
    made = replace(column, sources=tuple(map(source, column.sources)), join=shape.sub(named, column.join))
    return made if said == text else replace(made, rule_resolved=said)

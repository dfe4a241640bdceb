"""Columns of a union with a row for each of its tables, below one another under one target column.

``order_id | app_orders | id`` above ``| phone_orders | ref``: where the text around the grid says that the tables are
put one below the other, each such row is of the part that its table begins, and has a rule of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import ColumnMapping, Role, Step, StepKind
from signoff.core.parse.blocks import Block
from signoff.core.parse.filldown import Rows
from signoff.core.parse.names import clean_name, is_name
from signoff.core.parse.placeholders import is_blank
from signoff.core.parse.tables_beside import joined_by, texts_around

_LEAST = 2
"""Tables of a union, and columns that have a row for each."""


def parts_below(block: Block, rows: Rows) -> dict[int, str]:
    """The table that each row of a union is of, by the row; empty where no text says that there is a union.

    Args:
        block: a mapping.
        rows: its rows.
    """
    layout = block.layout
    table, column = layout.first(Role.SOURCE_TABLE), layout.first(Role.TARGET_COLUMN)
    if not table or not column or layout.has(Role.SECTION) or layout.beside or layout.has(Role.TARGET_TABLE):
        return {}
    runs = list(_runs(rows, range(layout.header.row + 1, layout.last_row + 1), column, table))
    several = [run for run in runs if len(run) > 1]
    full = max((tuple(name for _row, name in run) for run in several), key=len, default=())
    named = [clean_name(name).casefold() for name in full]
    if len(set(named)) < max(_LEAST, len(full)) or not all(map(is_name, map(clean_name, full))):
        return {}
    alike = [run for run in several if [clean_name(name).casefold() for _row, name in run] == named]
    if len(alike) < _LEAST or len(alike) < len(several) or len(alike) * 2 < len(runs):
        return {}
    if joined_by(texts_around(block.grid, layout)) is None:
        return {}
    return {row: full[place] for run in alike for place, (row, _name) in enumerate(run)}


def _runs(rows: Rows, places: Sequence[int], column: int, table: int) -> Iterator[list[tuple[int, str]]]:
    """The rows of each target column with the table that each names itself."""
    run: list[tuple[int, str]] = []
    name = ""
    for row in places:
        text, source = rows.text(row, column), rows.own_text(row, table)
        goes_on = bool(run) and text in ("", name) and bool(source) and not is_blank(source)
        if not goes_on and run:
            yield run
            run = []
        if goes_on or text:
            run.append((row, source))
            name = text or name
    if run:
        yield run


def of_part(column: ColumnMapping, first: ColumnMapping | None, table: str) -> ColumnMapping:
    """The row of one part; what only the first row of its column says is said of all.

    Args:
        column: as its row alone says it.
        first: the row of the first part, where this is a further one.
        table: that the part begins with.
    """
    if first is None:
        return replace(column, section=clean_name(table))
    return replace(
        column,
        section=clean_name(table),
        type=column.type or first.type,
        key=column.key or first.key,
        required=column.required or first.required,
        description=column.description or first.description,
    )


def steps_of_parts(
    target: str, block: Block, parts: dict[int, str], cell: Callable[[int, int], Cell]
) -> list[Step]:
    """The tables that begin the parts.

    Args:
        target: name of the target.
        block: a mapping.
        parts: the table of each row of a part.
        cell: gives the cell of a row and column.
    """
    kind = joined_by(texts_around(block.grid, block.layout)) or StepKind.UNION_ALL
    column = block.layout.first(Role.SOURCE_TABLE)
    steps: list[Step] = []
    for row, table in parts.items():
        name = clean_name(table)
        if any(s.table == name for s in steps):
            continue
        if steps:
            steps.append(Step(target, len(steps) + 1, kind, name, cell=cell(row, column)))
        steps.append(Step(target, len(steps) + 1, StepKind.DRIVING, name, name, cell=cell(row, column)))
    return steps

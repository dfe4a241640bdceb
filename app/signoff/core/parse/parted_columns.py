"""Columns that hold two things in each cell, parted: `orders.id -> fact_order.order_id`, or a table over its column."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.engines.documents.grid import Merge, SheetGrid
from signoff.core.parse.bands import cells_of
from signoff.core.parse.lexicon import Side, guess
from signoff.core.parse.placeholders import is_one_word
from signoff.core.parse.restated import Restated, Writing

_MOST_ROWS = 20_000
_HEADER_WITHIN = 30
_ARROW = re.compile(r"^(?P<left>.*?\S)\s*(?:-+>|→|=>|⇒|⟶|>>)\s*(?P<right>\S.*)$", re.DOTALL)
_BACK = re.compile(r"^(?P<left>.*?\S)\s*(?:<-+|←|⇐|⟵|<<|<=)\s*(?P<right>\S.*)$", re.DOTALL)
_TWO_LINES = 2
_LEAST = 2
"""Rows from which a column is one."""
_MOSTLY = 0.8

Parter = Callable[[str], "tuple[str, str] | None"]


def parted(grid: SheetGrid) -> Restated | None:
    """The sheet with such a column in two; None where it has none.

    Args:
        grid: the sheet.
    """
    if len(grid.rows) > _MOST_ROWS:
        return None
    for row in range(1, min(len(grid.rows), _HEADER_WITHIN) + 1):
        for column, text in cells_of(grid, row):
            if (part := _parter(grid, row, column, text)) is not None:
                return _in_two(grid, row, column, part)
    return None


def _parter(grid: SheetGrid, row: int, column: int, head: str) -> Parter | None:
    """How the cells below a header are parted; None where they hold one thing each."""
    two = next((part for part in (_by_arrow, _by_back_arrow) if _heads_two(part(head))), None)
    if two is None and guess(head).side is not Side.TARGET:
        return None
    texts = [text for r in range(row + 1, len(grid.rows) + 1) if (text := grid.at(r, column))]
    if len(texts) < _LEAST:
        return None
    if two is not None:
        return two if sum(two(text) is not None for text in texts) >= _MOSTLY * len(texts) else None
    return _by_lines if _names_tables_first(texts) else None


def _heads_two(heads: tuple[str, str] | None) -> bool:
    return heads is not None and {guess(each).side for each in heads} == set(Side)


def _by_arrow(text: str) -> tuple[str, str] | None:
    found = _ARROW.match(text)
    return (found["left"], found["right"]) if found is not None else None


def _by_back_arrow(text: str) -> tuple[str, str] | None:
    found = _BACK.match(text)
    return (found["left"], found["right"]) if found is not None else None


def _by_lines(text: str) -> tuple[str, str] | None:
    lines = [line.strip(" *`") for line in text.split("\n") if line.strip()]
    told = len(lines) == _TWO_LINES and all(map(is_one_word, lines))
    return (lines[0], lines[1]) if told else None


def _names_tables_first(texts: list[str]) -> bool:
    """Whether cells name a table and below it a column: the same first lines come again, the same pairs never do."""
    pairs = [pair for text in texts if (pair := _by_lines(text)) is not None]
    tables = {table for table, _column in pairs}
    return len(pairs) >= _MOSTLY * len(texts) and len(pairs) == len(set(pairs)) >= _LEAST * len(tables)


def _in_two(grid: SheetGrid, header: int, column: int, part: Parter) -> Restated:
    writing = Writing()
    for row in range(1, len(grid.rows) + 1):
        cells: list[tuple[int, str, tuple[int, int]]] = []
        for place, text in cells_of(grid, row):
            if place != column:
                cells.append((place + (place > column and row >= header), text, (row, place)))
                continue
            two = _heads(text, part) if row == header else part(text) if row > header else None
            if two is None:
                cells.append((place, text, (row, place)))
            else:
                cells += [(place, two[0], (row, place)), (place + 1, two[1], (row, place))]
        writing.row(cells)
    writing.merges += [_moved(merge, header, column) for merge in grid.merges]
    return writing.restated(grid)


def _heads(text: str, part: Parter) -> tuple[str, str] | None:
    return ("Target table", "Target column") if part is _by_lines else part(text)


def _moved(merge: Merge, header: int, column: int) -> Merge:
    if merge.first_row < header or merge.last_column < column:
        return merge
    first = merge.first_column + (merge.first_column > column)
    return Merge(merge.first_row, first, merge.last_row, merge.last_column + 1)

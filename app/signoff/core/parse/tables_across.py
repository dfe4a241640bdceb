"""A grid with a column for each target table, which holds where a source goes; and one with a column of ticks a rule.

Both are written anew with the table, or the rule, in a column of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.bands import Merges, cells_of
from signoff.core.parse.lexicon import HeaderGuess, Side, guess, is_sure
from signoff.core.parse.placeholders import is_blank, is_one_word
from signoff.core.parse.restated import Place, Restated, Writing

_MOST_ROWS = 20_000
_HEADER_WITHIN = 30
_LEAST = 2
_TICK = re.compile(r"[x×✓✔•*✗]|yes|ja|true", re.IGNORECASE)


@dataclass(frozen=True)
class _Across:
    """Columns under one band."""

    header: int
    """Row of their headers; that of the band is the one above."""
    columns: tuple[int, ...]


def told_across(grid: SheetGrid) -> Restated | None:
    """The sheet with such columns in one; None where it has none.

    Args:
        grid: the sheet.
    """
    if grid.tables or len(grid.rows) > _MOST_ROWS:
        return None
    for found, band in _bands(grid):
        if _are_tables(grid, found, band):
            return _written(grid, found, ("Target table", "Target column"))
        if band.kind == "rule" and _are_ticks(grid, found):
            return _written(grid, found, ("Rule",))
    return None


def _bands(grid: SheetGrid) -> Iterator[tuple[_Across, HeaderGuess]]:
    """Merged cells over several headers, with what they say."""
    covering = Merges(grid)
    for row in range(1, min(len(grid.rows), _HEADER_WITHIN)):
        for column, text in cells_of(grid, row):
            merge = covering.covering(row, column)
            if merge is None or merge.last_row > row or merge.last_column <= merge.first_column:
                continue
            columns = tuple(range(merge.first_column, merge.last_column + 1))
            if all(grid.at(row + 1, each) for each in columns):
                yield _Across(row + 1, columns), guess(text)


def _below(grid: SheetGrid, found: _Across, column: int) -> list[str]:
    rows = range(found.header + 1, len(grid.rows) + 1)
    return [text for row in rows if not is_blank(text := grid.at(row, column))]


def _are_tables(grid: SheetGrid, found: _Across, band: HeaderGuess) -> bool:
    """Whether the headers under a band of the target are names of tables and hold names of columns, not all of them."""
    heads = [grid.at(found.header, column) for column in found.columns]
    if band.side is not Side.TARGET or len(heads) < _LEAST:
        return False
    texts = [_below(grid, found, column) for column in found.columns]
    rows = [row for row in range(found.header + 1, len(grid.rows) + 1) if any(grid.rows[row - 1])]
    is_named = all(is_one_word(head) and "_" in head and not guess(head).kind for head in heads)
    are_names = all(each and all(map(is_one_word, each)) for each in texts)
    return is_named and are_names and all(len(each) < len(rows) for each in texts)


def _are_ticks(grid: SheetGrid, found: _Across) -> bool:
    """Whether the columns hold ticks and nothing else, at most one a row."""
    texts = [_below(grid, found, column) for column in found.columns]
    rows = range(found.header + 1, len(grid.rows) + 1)
    once = all(sum(not is_blank(grid.at(row, c)) for c in found.columns) <= 1 for row in rows)
    return (
        once
        and sum(map(bool, texts)) >= _LEAST
        and all(_TICK.fullmatch(t.strip()) for each in texts for t in each)
    )


def _written(grid: SheetGrid, found: _Across, heads: tuple[str, ...]) -> Restated:
    writing, first = Writing(), found.columns[0]
    for row in range(1, len(grid.rows) + 1):
        others = [
            (column, text, (row, column))
            for column, text in cells_of(grid, row)
            if row < found.header - 1 or column not in found.columns
        ]
        if row == found.header:
            others += _heads_above(grid, found, others)
            own = [(first + n, text, (row, first)) for n, text in enumerate(heads)]
            writing.row([*others, *own])
        elif row < found.header:
            writing.row(others)
        else:
            _write_row(writing, grid, found, row, others, len(heads) > 1)
    return writing.restated(grid)


def _heads_above(
    grid: SheetGrid, found: _Across, own: list[tuple[int, str, Place]]
) -> list[tuple[int, str, Place]]:
    """Headers that stand in the band's row and are merged down into that of the headers."""
    taken, above = {column for column, _text, _place in own}, found.header - 1
    return [
        (column, text, (above, column))
        for column, text in cells_of(grid, above)
        if column not in taken and column not in found.columns and is_sure(guess(text))
    ]


def _write_row(
    writing: Writing,
    grid: SheetGrid,
    found: _Across,
    row: int,
    others: list[tuple[int, str, Place]],
    names_tables: bool,
) -> None:
    """A row for each of the columns that is filled; the row as it is where none is."""
    filled = [column for column in found.columns if not is_blank(grid.at(row, column))]
    first = found.columns[0]
    for column in filled:
        head = (
            first,
            grid.at(found.header, column),
            (found.header, column) if names_tables else (row, column),
        )
        own = [head, (first + 1, grid.at(row, column), (row, column))] if names_tables else [head]
        writing.row([*others, *own])
    if not filled:
        writing.row(others)

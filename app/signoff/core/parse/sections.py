"""Running text above its tables: which headings and lines speak of a table, told in one pass from top to bottom."""

from __future__ import annotations

from bisect import bisect_left

from signoff.core.engines.documents.grid import SheetGrid, Table

_FENCES = ("```", "~~~")
_MOST_LINES = 30
"""Headings and lines that speak of one table; the nearest ones count."""
_FACT_COLUMNS = 2
_FACT_TABLES = 4
"""Tables of two columns above a table that may tell of it."""


class Sections:
    """Headings and lines of a text; asked for one table after another, from top to bottom."""

    def __init__(self, grid: SheetGrid) -> None:
        """Prepare.

        Args:
            grid: a text whose tables and headings the reader has found.
        """
        self._grid = grid
        self.headings = frozenset(row for row, _level in grid.headings)
        """Rows that are headings."""
        self._starts = [row for row, _level in grid.headings]
        self._ends = [table.last for table in grid.tables]
        self._fenced = _fenced_rows(grid)
        self._path: list[tuple[int, int]] = []
        self._seen = 0

    def lines_above(self, header_row: int) -> list[int]:
        """Rows that speak of the table: the headings it stands under, and lines under them since the last table."""
        path = self._path_to(header_row)
        place = bisect_left(self._ends, header_row)
        after = self._ends[place - 1] if place else 0
        known = bisect_left(self._starts, after + 1)
        under = self._starts[known - 1] if known else 0
        lines = {row for row in path if self._is_line(row)}
        for row in range(after + 1, header_row):
            under = row if row in self.headings else under
            if (not under or under in path) and self._is_line(row):
                lines.add(row)
        return sorted(lines)[-_MOST_LINES:]

    def told_above(self, header_row: int) -> list[tuple[int, int]]:
        """Headings beside the table's own, with the one line under each: `### Source`, then a file's name."""
        path = self._path_to(header_row)
        inner = sorted(path)[-1:]
        begin = bisect_left(self._starts, sorted(path)[-2] + 1 if len(path) > 1 else 0)
        end = bisect_left(self._starts, inner[0] if inner else header_row)
        found: list[tuple[int, int]] = []
        for heading in self._starts[max(begin, end - _MOST_LINES) : end]:
            row = heading + 1
            while row < header_row and not self._grid.at(row, 1):
                row += 1
            if row < header_row and row not in self.headings and self._is_line(row):
                found.append((heading, row))
        return found

    def facts_above(self, header_row: int) -> list[Table]:
        """Tables of two columns right above a table, the nearest first."""
        place = bisect_left(self._ends, header_row)
        found: list[Table] = []
        for table in reversed(self._grid.tables[max(0, place - _FACT_TABLES) : place]):
            if sum(map(bool, self._grid.rows[table.header - 1])) != _FACT_COLUMNS:
                break
            found.append(table)
        return found

    def _is_line(self, row: int) -> bool:
        return row not in self._fenced and len(self._grid.rows[row - 1]) == 1

    def _path_to(self, row: int) -> frozenset[int]:
        """Headings a line stands under; headings of one level with nothing between count as one."""
        headings, path = self._grid.headings, self._path
        while self._seen < len(headings) and headings[self._seen][0] < row:
            place, level = headings[self._seen]
            self._seen += 1
            if not (path and path[-1][1] == level and self._is_empty(path[-1][0] + 1, place)):
                while path and path[-1][1] >= level:
                    path.pop()
            path.append((place, level))
        return frozenset(place for place, _level in path[-_MOST_LINES:])

    def _is_empty(self, first: int, end: int) -> bool:
        return not any(self._grid.at(row, 1) for row in range(first, end))


def _fenced_rows(grid: SheetGrid) -> frozenset[int]:
    """Rows of code fences, their marks included."""
    found: list[int] = []
    inside = False
    for row, texts in enumerate(grid.rows, 1):
        mark = bool(texts) and texts[0].startswith(_FENCES)
        if mark or inside:
            found.append(row)
        inside = inside != mark
    return frozenset(found)

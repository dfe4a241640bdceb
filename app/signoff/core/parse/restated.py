"""A sheet written anew in the shape that is read, each cell with the place it has in the document.

What is laid out otherwise, such as fields that run across or tables beside each other, is read from such a sheet; the
spec's cells are those of the document all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from signoff.core.domain.cells import Cell, column_letter, column_number
from signoff.core.domain.findings import Finding
from signoff.core.domain.spec import ColumnMapping, SheetReading, Step, TargetMapping, UnusedCell
from signoff.core.engines.documents.drawn import PLAIN
from signoff.core.engines.documents.grid import Merge, SheetGrid, trimmed

Place = tuple[int, int]
"""Row and column, from 1."""


@dataclass(frozen=True)
class Restated:
    """A sheet written anew."""

    grid: SheetGrid
    home: Mapping[Place, Place]
    """Where each of its cells stands in the document."""


@dataclass
class Writing:
    """A sheet while it is written anew, from top to bottom."""

    rows: list[list[str]] = field(default_factory=list)
    home: dict[Place, Place] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)

    def row(self, cells: Iterable[tuple[int, str, Place]]) -> int:
        """Add a row of cells, each with its column, text and place in the document; its number, from 1."""
        self.rows.append([])
        number = len(self.rows)
        for column, text, place in cells:
            own = self.rows[-1]
            own += [""] * (column - len(own))
            own[column - 1] = text
            self.home[number, column] = place
        return number

    def restated(self, grid: SheetGrid) -> Restated:
        """The sheet as it is read in place of another, of which it keeps the name."""
        made = replace(grid, rows=trimmed(self.rows), merges=tuple(self.merges), drawn=PLAIN, notes=())
        return Restated(made, self.home)


class Homes:
    """Finds the places of cells in the document again."""

    def __init__(self, restated: Iterable[Restated]) -> None:
        self._home = {each.grid.name: each.home for each in restated}

    def cell(self, cell: Cell) -> Cell:
        """The cell with its place in the document."""
        home = self._home.get(cell.sheet)
        row, column = home.get((cell.row, cell.column), (cell.row, cell.column)) if home else cell[1:3]
        return cell._replace(row=row, column=column) if home else cell

    def targets(self, targets: Sequence[TargetMapping]) -> tuple[TargetMapping, ...]:
        """The targets, all their cells in the document's places."""
        return tuple(map(self._target, targets)) if self._home else tuple(targets)

    def unused(self, unused: Sequence[UnusedCell]) -> tuple[UnusedCell, ...]:
        """The same of cells that nothing was read from."""
        return tuple(replace(each, cell=self.cell(each.cell)) for each in unused)

    def findings(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """The same of findings."""
        return tuple(replace(f, cell=self.cell(f.cell)) if f.cell is not None else f for f in findings)

    def reading(self, reading: SheetReading) -> SheetReading:
        """How a sheet was understood: the parts of its columns, where one row of the document heads them."""
        home = self._home.get(reading.sheet)
        if home is None or not reading.header_row:
            return reading
        heads = {
            letter: home.get((reading.header_row, column_number(letter)), (reading.header_row, 0))
            for letter, _text in reading.header_texts
        }
        rows = {row for row, _column in heads.values()}
        columns = {column for _row, column in heads.values()}
        first = min(rows, default=reading.header_row)
        if len(rows) > 1 or len(columns) < len(heads):
            return SheetReading(reading.sheet, first)
        letters = {letter: column_letter(column) for letter, (_row, column) in heads.items()}
        return replace(
            reading,
            header_row=first,
            roles=tuple((letters.get(each, each), role) for each, role in reading.roles),
            header_texts=tuple((letters[each], text) for each, text in reading.header_texts),
            confidence=tuple((letters.get(each, each), sure) for each, sure in reading.confidence),
        )

    def once(self, unused: Sequence[UnusedCell], read: Mapping[str, set[Place]]) -> tuple[UnusedCell, ...]:
        """The unused cells, those left out that are written several times and were read from another time.

        Args:
            unused: cells of the sheets written anew.
            read: places of the cells that something was read from, by sheet.
        """
        done = {
            (sheet, home[place])
            for sheet, home in self._home.items()
            for place in read.get(sheet, ())
            if place in home
        }
        left: list[UnusedCell] = []
        for each in unused:
            own = self.cell(each.cell)
            key = (own.sheet, (own.row, own.column))
            if each.cell.sheet in self._home and key in done:
                continue
            done.add(key)
            left.append(each)
        return tuple(left)

    def _target(self, target: TargetMapping) -> TargetMapping:
        return replace(
            target,
            cell=self.cell(target.cell) if target.cell is not None else None,
            columns=tuple(map(self._column, target.columns)),
            steps=tuple(map(self._step, target.steps)),
        )

    def _column(self, column: ColumnMapping) -> ColumnMapping:
        if column.cell is None or column.cell.sheet not in self._home:
            return column
        cells = tuple((role, self.cell(cell)) for role, cell in column.cells)
        return replace(column, cell=self.cell(column.cell), cells=cells)

    def _step(self, step: Step) -> Step:
        return replace(step, cell=self.cell(step.cell)) if step.cell is not None else step

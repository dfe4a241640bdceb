"""What the drawing of a sheet says: rows struck out, and notes beside cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping, UnusedCell
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.collect import Collector

_SHOWN = 300


def with_struck(targets: tuple[TargetMapping, ...], grids: Sequence[SheetGrid]) -> tuple[TargetMapping, ...]:
    """The targets, each column with the roles whose text is struck out in the sheet."""
    drawn = {grid.name: grid.drawn for grid in grids if grid.drawn.has_struck}
    if not drawn:
        return targets

    def told(column: ColumnMapping) -> ColumnMapping:
        struck = tuple(
            role
            for role, cell in column.cells
            if cell.sheet in drawn and (look := drawn[cell.sheet].at(cell.row, cell.column)) and look.struck
        )
        return replace(column, struck=tuple(dict.fromkeys(struck))) if struck else column

    return tuple(replace(each, columns=tuple(map(told, each.columns))) for each in targets)


def remark_notes(
    targets: Sequence[TargetMapping], grids: Sequence[SheetGrid], remarks: Collector
) -> Iterator[UnusedCell]:
    """Every note as text that nothing was read from; one in a row that maps a column is a remark on it too.

    Text that is struck out in part is remarked on where it stands in such a row.
    """
    noted = {(grid.name, note.row) for grid in grids for note in (*grid.notes, *grid.struck)}
    if not noted:
        return
    rows = {
        (cell.sheet, cell.row): (target.name, column.name)
        for target in reversed(targets)
        for column in reversed(target.columns)
        for _role, cell in column.cells
        if (cell.sheet, cell.row) in noted
    }
    for grid in grids:
        for each in grid.struck:
            if place := rows.get((grid.name, each.row)):
                cell = remarks.cell(grid.name, each.row, each.column)
                message = say("parse.part_struck", text=each.text[:_SHOWN])
                remarks.add("P19", Severity.WARNING, message, cell, *place)
        for note in grid.notes:
            cell = remarks.cell(grid.name, note.row, note.column)
            yield UnusedCell(cell, note.text, _reason(note.by), is_note=True)
            if place := rows.get((grid.name, note.row)):
                _remark(note.text, note.by, cell, place, remarks)


def _remark(text: str, by: str, cell: Cell, place: tuple[str, str], remarks: Collector) -> None:
    plain = " ".join(text.split())
    shown = plain if len(plain) <= _SHOWN else plain[:_SHOWN] + "…"
    message = say("parse.note_by", by=by, text=shown) if by else say("parse.note", text=shown)
    remarks.add("P17", Severity.INFO, message, cell, *place)


def _reason(by: str) -> str:
    return (
        f"a note on the cell by {by}; notes are not read as rules"
        if by
        else "a note on the cell; notes are not read as rules"
    )

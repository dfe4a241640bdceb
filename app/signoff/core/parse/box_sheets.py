"""A sheet with one line for each target that tells what it reads, joins, leaves out and has one row of.

``Table | FROM | JOIN | WHERE | One row per | Remarks``: each line is to its target what a box above its grid would be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import Step, StepKind, TargetMapping, UnusedCell
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.block_kinds import BlockKind
from signoff.core.parse.blocks import Block
from signoff.core.parse.box_steps import steps_of_box
from signoff.core.parse.boxes import Box, BoxLine, BoxPart, part_of, says_nothing
from signoff.core.parse.everyday_rows import tells_rows_plainly
from signoff.core.parse.names import clean_name, is_name

_FIRST_ROWS = 12
"""Rows in which the headings may stand."""
_FEWEST_LINES = 2
_REMARKS = re.compile(
    r"remark|note|comment|good\s+to\s+know|explanation|bemerkung|hinweis|anmerkung|opmerking|observaci",
    re.IGNORECASE,
)


_PIECES = re.compile(r"\s*(?:[/|;]|\bor\b)\s*")
_TELLS = re.compile(
    r"\b(?:join\w*|tables?|keys?|on|where|filters?|conditions?|group\w*|union)\b", re.IGNORECASE
)
_OF_TABLE = re.compile(
    r"^(?:appl(?:y|ies|ied)\s+(?:to|on)|(?:for|on|of|affects|concerns)(?:\s+the)?(?:\s+(?:source\s+)?table)?|source\s+table|table\s+concerned)$",
    re.IGNORECASE,
)
"""Heading of the table whose rows a line is about."""


@dataclass(frozen=True)
class _Sheet:
    """A sheet of such lines."""

    parts: dict[int, BoxPart]
    """Column numbers, from 1, and what stands below each heading."""
    remarks: tuple[int, ...]
    """Columns of remarks."""
    of_table: int
    """Column of the table whose rows a line is about; 0 where there is none."""
    lines: tuple[tuple[int, tuple[str, ...]], ...]
    """Row number and cells of each line."""

    telling: tuple[int, ...] = ()
    """Columns that are not read though their headings speak of joins, tables or rows."""

    def unread(self) -> bool:
        """Whether a line says something in such a column."""
        return any(_text(cells, column) for _row, cells in self.lines for column in self.telling)

    def target(self, cells: Sequence[str]) -> str:
        """The name of the target a line is of."""
        column = next(c for c, part in self.parts.items() if part is BoxPart.TARGET)
        return clean_name(_text(cells, column))


def mute_box_sheets(blocks: Sequence[Block]) -> None:
    """Lines of such a sheet are no steps and no mapping."""
    for block in blocks:
        if block.kind is not BlockKind.STEPS or block.insisted:
            continue
        sheet = _sheet_of(block.grid)
        if sheet is not None and not sheet.unread():
            block.kind = BlockKind.NOTHING


def with_box_sheets(
    targets: Sequence[TargetMapping], unused: Sequence[UnusedCell], grids: Sequence[SheetGrid]
) -> tuple[tuple[TargetMapping, ...], tuple[UnusedCell, ...]]:
    """The targets with the steps that their lines on such a sheet stand for, and the unused cells.

    Args:
        targets: as read.
        unused: cells that no field was read from.
        grids: the document's sheets.
    """
    found, left = list(targets), tuple(unused)
    for grid in grids:
        own = [u for u in left if u.cell.sheet == grid.name]
        sheet = _sheet_of(grid) if own else None
        if sheet is None and own and not _is_read(grid.name, found):
            sheet = _sheet_of(grid, loose=True)
        if sheet is None:
            continue
        read: set[int] = set()
        name = ""
        for row, cells in sheet.lines:
            name = sheet.target(cells).casefold() or name
            place = next((n for n, t in enumerate(found) if _bare(t.name) == _bare(name)), None)
            if place is None:
                continue
            document = own[0].cell.document
            steps = list(_steps(found[place], sheet, row, cells, grid.name, document))
            found[place] = replace(found[place], steps=(*found[place].steps, *steps))
            read.add(row)
        if read:
            first = min(row for row, _ in sheet.lines) - 1
            done = {*read, first}
            left = tuple(
                u for u in left if u not in own or u.cell.row not in done or u.cell.column in sheet.telling
            )
    return tuple(found), left


def _is_read(sheet: str, targets: Sequence[TargetMapping]) -> bool:
    """Whether columns or steps were read from a sheet."""
    cells = [c.cell for target in targets for c in target.columns]
    cells += [s.cell for target in targets for s in target.steps]
    return any(cell is not None and cell.sheet == sheet for cell in cells)


def _sheet_of(grid: SheetGrid, *, loose: bool = False) -> _Sheet | None:
    """What a sheet tells line by line; None where its headings or its lines are of another kind.

    Args:
        grid: the sheet.
        loose: a target may have several lines, and what is read need not be told.
    """
    for row, cells in enumerate(grid.rows[:_FIRST_ROWS], 1):
        told = {
            column: part
            for column, text in enumerate(cells, 1)
            if text and (part := _part_in(text)) is not None
        }
        parts = list(told.values())
        tells_rows = BoxPart.JOINED in parts or BoxPart.ROWS in parts
        if loose:
            reads = BoxPart.READS in parts and BoxPart.GRAIN in parts
            fits = tells_rows or BoxPart.LEFT_OUT in parts or reads
        else:
            fits = tells_rows and BoxPart.READS in parts
        if not fits or parts.count(BoxPart.TARGET) != 1:
            continue
        lines = tuple(_lines(grid, row))
        remarks = tuple(
            c
            for c, text in enumerate(cells, 1)
            if text and c not in told and (_REMARKS.search(text) or _tells_rows(lines, c))
        )
        of_table = next((c for c, text in enumerate(cells, 1) if text and _OF_TABLE.match(text.strip())), 0)
        told = {column: part for column, part in told.items() if column != of_table}
        other = {*told, *remarks, of_table}
        telling = tuple(c for c, text in enumerate(cells, 1) if c not in other and _TELLS.search(text))
        sheet = _Sheet(told, remarks, of_table, lines, telling)
        names = [name for _, line in sheet.lines if (name := sheet.target(line).casefold()) or not loose]
        are_targets = all(is_name(name) for name in names) and (loose or len(set(names)) == len(names))
        return sheet if are_targets and len(names) >= _FEWEST_LINES else None
    return None


def _part_in(heading: str) -> BoxPart | None:
    """What a heading tells, or the only thing that its pieces tell: ``Rows kept / selection``; remarks tell nothing."""
    whole = part_of(heading)
    if whole is None and _REMARKS.search(heading):
        return None
    pieces = {part for piece in _PIECES.split(heading) if (part := part_of(piece)) is not None}
    return whole if whole is not None or len(pieces) != 1 else pieces.pop()


def _tells_rows(lines: Sequence[tuple[int, tuple[str, ...]]], column: int) -> bool:
    """Whether several lines say in a column in plain words which rows there are, whatever heads it."""
    said = [text for _row, cells in lines if (text := _text(cells, column))]
    return sum(map(tells_rows_plainly, said)) >= _FEWEST_LINES


def _lines(grid: SheetGrid, header: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows right below the headings, up to the first empty one."""
    for row, cells in enumerate(grid.rows[header:], header + 1):
        if not any(cells):
            return
        yield row, tuple(cells)


def _steps(
    target: TargetMapping, sheet: _Sheet, row: int, cells: Sequence[str], name: str, document: str
) -> Iterator[Step]:
    lines = tuple(
        BoxLine(part, _text(cells, column), row, column, ((row, column),))
        for column, part in sheet.parts.items()
        if part is not BoxPart.TARGET and _text(cells, column) and not says_nothing(_text(cells, column))
    )
    start = max((s.order for s in target.steps), default=0)
    steps = steps_of_box(target.name, Box(lines, row), lambda r, c: Cell(name, r, c, document))
    for column in sheet.remarks:
        if text := _text(cells, column):
            cell = Cell(name, row, column, document)
            steps.append(Step(target.name, len(steps) + 1, StepKind.NOTE, condition=text, cell=cell))
    about = clean_name(_text(cells, sheet.of_table)) if sheet.of_table else ""
    for number, step in enumerate(steps, 1):
        limits = about and step.kind in (StepKind.FILTER, StepKind.NOTE) and not step.table
        yield replace(step, order=start + number, table=about if limits else step.table)


def _text(cells: Sequence[str], column: int) -> str:
    return cells[column - 1].strip() if column <= len(cells) else ""


def _bare(name: str) -> str:
    return name.casefold().rpartition(".")[2]

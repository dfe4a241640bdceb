"""Which target a text outside a grid speaks of: the one it names, or the grid it stands among, below or above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import TargetMapping, UnusedCell
from signoff.core.engines.documents.grid import SheetGrid

_NAMED_FIRST = re.compile(
    r"^\W{0,3}(?:[^\W\d]+\s+){0,2}(?P<name>[\w.$#]+)[`'\"]?\s*(?:[:–—]|\s-\s)\s*(?P<rest>\S.*)$", re.DOTALL
)


@dataclass(frozen=True)
class Extent:
    """Where the rows of one target stand on one sheet."""

    target: TargetMapping
    first: int
    last: int


def extents_on(sheet: str, targets: Sequence[TargetMapping]) -> Iterator[Extent]:
    """Where the rows of each target stand on a sheet.

    Args:
        sheet: its name.
        targets: of the document.
    """
    for target in targets:
        rows = [c.cell.row for c in target.columns if c.cell is not None and c.cell.sheet == sheet]
        if rows:
            yield Extent(target, min(rows), max(rows))


def target_named_first(text: str, targets: Sequence[TargetMapping]) -> tuple[TargetMapping | None, str]:
    """The target that a line names first, ``dim_panel: join site on …``, and the rest; None and the line where none."""
    told = _NAMED_FIRST.match(text)
    if told is None:
        return None, text
    named = [t for t in targets if bare(told["name"]) == bare(t.name)]
    return (named[0], told["rest"].strip()) if len(named) == 1 else (None, text)


def named_in_row(grid: SheetGrid, cell: Cell, targets: Sequence[TargetMapping]) -> TargetMapping | None:
    """The only target whose name stands in another cell of the row: a list of tables with what is said of each."""
    others = {
        t.strip().casefold() for n, t in enumerate(grid.rows[cell.row - 1], 1) if t and n != cell.column
    }
    found = [t for t in targets if t.name.casefold() in others or bare(t.name) in others]
    return found[0] if len(found) == 1 else None


def said_to_be_in(text: str, extents: Sequence[Extent]) -> TargetMapping | None:
    """The only target of a sheet into which a text says rows come."""
    named = {
        each.target.name: each.target
        for each in extents
        if re.search(
            rf"\b(?:in|into|to)\s+(?:the\s+)?{re.escape(bare(each.target.name))}\b(?!\.\w)"
            rf"|^\W*(?:\w{{1,3}}[.)]\s*)?(?:for\s+|of\s+|in\s+|the\s+)*{re.escape(bare(each.target.name))}\b(?!\.\w)",
            text,
            re.IGNORECASE,
        )
    }
    return next(iter(named.values())) if len(named) == 1 else None


def headed(unused: UnusedCell, extents: Sequence[Extent]) -> TargetMapping | None:
    """The target between whose heading and first row a text stands, unless it begins with another or says ``into`` it.

    Args:
        unused: the text.
        extents: where the rows of the sheet's targets stand.
    """
    row = unused.cell.row
    below = min((e for e in extents if e.first > row), key=lambda e: e.first, default=None)
    if below is None or any(e.first <= row <= e.last for e in extents):
        return None
    above = max((e.last for e in extents if e.last < row), default=0)
    if not 0 < _title_row(below, above) < row:
        return None
    others = "|".join(re.escape(bare(e.target.name)) for e in extents if e.target is not below.target)
    if others and re.search(
        rf"\binto\s+(?:the\s+)?(?:{others})\b(?!\.\w)|^\W*(?:for\s+|of\s+|in\s+|the\s+)*(?:{others})\b(?!\.\w)",
        unused.text,
        re.IGNORECASE,
    ):
        return None
    return below.target


def nearest(grid: SheetGrid, unused: UnusedCell, extents: Sequence[Extent]) -> TargetMapping | None:
    """The target a text speaks of in a sheet of several: among its rows, below its last, or above its first one."""
    row = unused.cell.row
    within = [e for e in extents if e.first < row <= e.last]
    if len(within) == 1:
        return within[0].target
    above = max((e for e in extents if e.last < row), key=lambda e: e.last, default=None)
    below = min((e for e in extents if e.first > row), key=lambda e: e.first, default=None)
    if within or (below is not None and any(row < e.first < below.first for e in extents)):
        return None
    ends_above = above is not None and _goes_on(grid, above.last, row)
    if above is not None and (below is None or row < _title_row(below, above.last)):
        ends_above = ends_above or _as_below_another(grid, unused, above, extents)
        return above.target if ends_above or below is not None else None
    titled = below is not None and 0 < _title_row(below, above.last if above is not None else 0) < row
    begins_below = below is not None and all(any(cells) for cells in grid.rows[row : below.first - 1])
    return below.target if below is not None and (begins_below or titled) else None


def _goes_on(grid: SheetGrid, last: int, row: int) -> bool:
    """Whether a line stands right below a grid; in running text, before the next heading."""
    if grid.tables:
        return not any(last < heading <= row for heading, _level in grid.headings)
    return all(any(cells) for cells in grid.rows[last : row - 1])


def _as_below_another(grid: SheetGrid, unused: UnusedCell, above: Extent, extents: Sequence[Extent]) -> bool:
    """Whether another grid of the sheet has a line alone, too, as far below its last row, before the next title."""
    distance = unused.cell.row - above.last
    for other in extents:
        row = other.last + distance
        following = min((e for e in extents if e.first > other.last), key=lambda e: e.first, default=None)
        if (
            other is above
            or following is None
            or row >= (_title_row(following, other.last) or following.first)
        ):
            continue
        alone = row <= len(grid.rows) and sum(map(bool, grid.rows[row - 1])) == 1
        if alone and grid.at(row, unused.cell.column):
            return True
    return False


def _title_row(extent: Extent, above: int) -> int:
    """The row between two grids that names the target of the second; 0 where none does."""
    cell, columns = extent.target.cell, extent.target.columns
    same_sheet = cell is not None and columns[0].cell is not None and cell.sheet == columns[0].cell.sheet
    return cell.row if cell is not None and same_sheet and above < cell.row < extent.first else 0


def bare(name: str) -> str:
    """A table's name without its schema, in small letters."""
    return name.casefold().rpartition(".")[2]

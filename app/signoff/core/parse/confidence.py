"""How plainly a header tells the role of its column: what a person need not look at again."""

from __future__ import annotations

from signoff.core.domain.cells import column_letter
from signoff.core.domain.spec import Role, SheetReading
from signoff.core.parse.header_cells import HeaderCell
from signoff.core.parse.roles import PLAIN, SIDED, Layout

_SLIP = 0.8
"""A word was only similar to a known one."""
_SIDE_BY_NEIGHBOURS = 0.7
"""Source or target is told by the columns beside it."""
_BY_CONTENT = 0.5
"""The header names no kind; what stands under it does."""
_BY_CHOICE = 0.6
"""Another column would have had the same role."""
_SIDED_WITHOUT_WORD = frozenset({"key", "default"})
"""Kinds that are the target's where nothing else is said."""


def reading_of(sheet: str, layout: Layout) -> SheetReading:
    """A sheet's layout as the spec tells it."""
    cells = sorted(layout.header.cells, key=lambda cell: cell.column)
    letters = {cell.column: column_letter(cell.column) for cell in cells}
    return SheetReading(
        sheet,
        layout.header.row,
        tuple((column_letter(column), role) for column, role in sorted(layout.roles.items())),
        tuple((letters[cell.column], cell.text) for cell in cells),
        tuple((letters[cell.column], _confidence(layout, cell)) for cell in cells),
        tuple(letters[column] for column in sorted(layout.fixed & set(letters))),
    )


def _confidence(layout: Layout, cell: HeaderCell) -> float:
    """From 0, nothing is known of the header, to 1, its words or a person say it."""
    column, told = cell.column, cell.guess
    if column in layout.fixed:
        return 1.0
    role, kind = layout.roles.get(column, Role.OTHER), layout.kinds.get(column, "")
    sure = told.known * (1.0 if told.exact else _SLIP)
    if told.kind != kind:
        sure = min(sure, _BY_CONTENT)
    if not layout.steps:
        if kind in SIDED and kind not in _SIDED_WITHOUT_WORD and told.side is None and cell.band_side is None:
            sure *= _SIDE_BY_NEIGHBOURS
        if role not in SIDED.get(kind, (PLAIN.get(kind, Role.OTHER),)):
            sure = min(sure, _BY_CHOICE)
    return round(sure, 2)

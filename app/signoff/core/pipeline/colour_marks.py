"""Colours of a document's rows as evidence of a change: what its legend says of them, else their name."""

from __future__ import annotations

import colorsys
from collections import Counter
from collections.abc import Mapping, Sequence

from signoff.core.domain.cells import Cell
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Spec
from signoff.core.engines.documents.grid import SheetGrid

_RARE = 0.3
"""Share of rows up to which a colour without a legend may mean something; beyond, it only adorns."""
_GREY = 0.12
"""Saturation below which a colour is a grey."""
_LIGHT = 0.75
"""Lightness above which a red is a pink."""
_HUES = (
    (15, "delta.red"),
    (45, "delta.orange"),
    (70, "delta.yellow"),
    (170, "delta.green"),
    (260, "delta.blue"),
    (345, "delta.pink"),
    (360, "delta.red"),
)
"""Where a hue ends, in degrees, and what it is called."""


def marks_of(spec: Spec, grids: Sequence[SheetGrid]) -> dict[Cell, str]:
    """What the colour of a row's name cell says, in words, by cell; plain and common colours say nothing."""
    by_name = {grid.name: grid for grid in grids}
    cells = [row.cell for target in spec.targets for row in target.columns if row.cell is not None]
    fills = {cell: fill for cell in cells if (fill := _fill(by_name, cell))}
    if not fills:
        return {}
    legend = {fill: u.text for u in spec.unused if not u.is_note and (fill := _fill(by_name, u.cell))}
    counts = Counter(fills.values())
    meant = {fill for fill, count in counts.items() if fill in legend or count <= _RARE * len(cells)}
    return {cell: _words(fill, legend) for cell, fill in fills.items() if fill in meant}


def _fill(grids: Mapping[str, SheetGrid], cell: Cell) -> str:
    grid = grids.get(cell.sheet)
    look = grid.drawn.at(cell.row, cell.column) if grid else None
    return look.fill if look else ""


def _words(fill: str, legend: Mapping[str, str]) -> str:
    name = say(_named(fill))
    return say("delta.colour_explained", colour=name, legend=legend[fill]) if fill in legend else name


def _named(fill: str) -> str:
    red, green, blue = (int(fill[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, lightness, _saturation = colorsys.rgb_to_hls(red, green, blue)
    if max(red, green, blue) - min(red, green, blue) < _GREY:
        return "delta.grey"
    named = next(code for end, code in _HUES if hue * 360 <= end)
    return "delta.pink" if named == "delta.red" and lightness > _LIGHT else named

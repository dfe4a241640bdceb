"""Which sheets are written anew before they are read, and in what shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from signoff.core.domain.corrections import Corrections
from signoff.core.domain.known_names import KnownNames
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.beside_each_other import below_each_other
from signoff.core.parse.block_kinds import BlockKind
from signoff.core.parse.blocks import blocks_of
from signoff.core.parse.coded_tables import with_tables_named
from signoff.core.parse.indented_columns import indented
from signoff.core.parse.parted_columns import parted
from signoff.core.parse.restated import Restated
from signoff.core.parse.tabbed import untabbed
from signoff.core.parse.tables_across import told_across
from signoff.core.parse.turned import turned


def restated_sheets(
    grids: Sequence[SheetGrid], told: Corrections, known: KnownNames
) -> Mapping[str, Restated]:
    """Sheets that are read from another shape than they have, by name.

    Sheets on which a person told the layout, and those with struck out cells, are read as they stand.

    Args:
        grids: all sheets.
        told: what a person said of their layout.
        known: names that exist.
    """
    found: dict[str, Restated] = {}
    for written, grid in zip(grids, with_tables_named(grids), strict=True):
        if grid.drawn.has_struck or grid.struck or not told.of(grid.name).says_nothing:
            continue
        made = _restated(grid, known)
        if made is None and grid is not written:
            made = Restated(grid, {})
        if made is not None:
            found[grid.name] = made
    return found


def _restated(grid: SheetGrid, known: KnownNames) -> Restated | None:
    if (beside := below_each_other(grid, known)) is not None:
        return beside
    if (made := untabbed(grid) or parted(grid) or told_across(grid) or indented(grid)) is not None:
        return made
    made = turned(grid)
    is_read = made is not None and any(b.kind is BlockKind.MAPPING for b in blocks_of(grid, known=known))
    return None if is_read else made

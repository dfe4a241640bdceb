"""The document reader's process: run as ``python -m``, answers `read` and `annotate`.

Sheets go to the parent as events, a head and then pieces of rows: a large workbook is never one message, so the
parent decodes a little at a time and its other threads run on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from signoff.core.domain.codec import to_data
from signoff.core.engines.documents.copying.annotate import annotated
from signoff.core.engines.documents.copying.passing import annotations_from_json
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.engines.documents.reading import read_grids
from signoff.core.garbage import uncollected
from signoff.core.isolation.serve import WorkerContext, serve

PIECE_CHARACTERS = 50_000
"""Text in one piece of rows, reached by its last row."""
_CELL_OVERHEAD = 3
PIECE_VALUES = 2_000
"""Notes, or stretches of rows drawn alike, in one piece."""


def read(params: dict[str, Any], context: WorkerContext) -> Any:
    """Send the grids of the document at ``path`` (absolute); returns how many there are."""
    with uncollected():
        grids = read_grids(Path(params["path"]))
    for grid in grids:
        context.emit({"sheet": _head(grid)})
        for rows in pieces(grid.rows):
            context.token.check()
            context.emit({"rows": rows})
        for kind, values in (
            ("notes", grid.notes),
            ("struck", grid.struck),
            ("stretches", grid.drawn.stretches),
        ):
            for first in range(0, len(values), PIECE_VALUES):
                context.token.check()
                context.emit({kind: to_data(values[first : first + PIECE_VALUES])})
    return len(grids)


def annotate(params: dict[str, Any], _context: WorkerContext) -> Any:
    """Write a copy of the workbook at ``path`` to ``out``, with the annotations that lie at ``annotations``."""
    words = annotations_from_json(Path(params["annotations"]).read_text(encoding="utf-8"))
    made = annotated(Path(params["path"]).read_bytes(), words, name=str(params["name"]))
    return Path(params["out"]).write_bytes(made)


def pieces(rows: Sequence[tuple[str, ...]]) -> Iterator[Sequence[tuple[str, ...]]]:
    """The rows in pieces of about `PIECE_CHARACTERS`; each holds at least one row."""
    first, held = 0, 0
    for place, row in enumerate(rows, 1):
        held += _CELL_OVERHEAD * (1 + len(row)) + sum(map(len, row))
        if held >= PIECE_CHARACTERS:
            yield rows[first:place]
            first, held = place, 0
    if first < len(rows):
        yield rows[first:]


def _head(grid: SheetGrid) -> dict[str, Any]:
    """Everything of a sheet but its rows."""
    return {
        "name": grid.name,
        "hidden": grid.hidden,
        "merges": [to_data(merge) for merge in grid.merges],
        "cut": grid.cut,
        "tables": [to_data(table) for table in grid.tables],
        "headings": grid.headings,
        "looks": [to_data(look) for look in grid.drawn.looks],
        "patterns": grid.drawn.patterns,
    }


if __name__ == "__main__":
    serve({"read": read, "annotate": annotate})

"""Corrections of a layout taken from one document to the next: a sheet is recognised by the shape of its header."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from signoff.core.domain.cells import column_letter
from signoff.core.domain.corrections import Corrections, SheetCorrection
from signoff.core.domain.layouts import LayoutTemplate
from signoff.core.domain.spec import SheetReading
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.headers import FIRST_ROWS, find_headers
from signoff.core.parse.words import plain

_LEAST_HEADERS = 2
"""Fewer texts are no shape."""


def templates_of(corrections: Corrections, readings: Iterable[SheetReading]) -> tuple[LayoutTemplate, ...]:
    """A template of every sheet with a header; one that says nothing where a person said nothing of it.

    A sheet that was switched off says nothing of the next one of its shape.

    Args:
        corrections: what a person said of the document.
        readings: how its sheets were read with that.
    """
    made = []
    for reading in readings:
        said = corrections.of(reading.sheet)
        if len(reading.header_texts) >= _LEAST_HEADERS and not said.switched_off:
            headers = tuple((letter, plain(text)) for letter, text in reading.header_texts)
            made.append(LayoutTemplate(headers, said.roles, said.is_mapping, said.header_row is not None))
    return tuple(made)


def recognised(templates: Sequence[LayoutTemplate], grids: Iterable[SheetGrid]) -> Corrections:
    """What the templates say of a document's sheets; of two that fit a sheet, the first counts.

    Args:
        templates: what was said of other documents.
        grids: the sheets of this one.
    """
    if not templates:
        return Corrections()
    told = (_correction(templates, grid) for grid in grids)
    return Corrections(tuple(each for each in told if each is not None and not each.says_nothing))


def _correction(templates: Sequence[LayoutTemplate], grid: SheetGrid) -> SheetCorrection | None:
    found = [_folded(header.texts()) for header in find_headers(grid)[:1]]
    rows = {row: _folded(dict(enumerate(texts, 1))) for row, texts in enumerate(grid.rows[:FIRST_ROWS], 1)}
    for template in templates:
        shape = dict(template.headers)
        if shape in found:
            return SheetCorrection(grid.name, None, template.roles, is_mapping=template.is_mapping)
        row = next((row for row, texts in rows.items() if texts == shape), None)
        if template.names_header and row is not None:
            return SheetCorrection(grid.name, row, template.roles, is_mapping=template.is_mapping)
    return None


def _folded(texts: Mapping[int, str]) -> dict[str, str]:
    return {column_letter(column): plain(text) for column, text in texts.items() if text}

"""Annotations as plain lists on their way to the child: there may be a hundred thousand rows of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from signoff.core.domain.annotations import Annotations, CellStyle, RowWords, Written
from signoff.core.domain.codec import from_data, to_data

_STYLES = {style.value: style for style in CellStyle}


def annotations_to_json(annotations: Annotations) -> str:
    """The annotations as text that `annotations_from_json` reads."""
    rows = [
        [[row.row, [_packed(cell) for cell in row.cells]] for row in sheet.rows]
        for sheet in annotations.sheets
    ]
    bare = tuple(replace(sheet, rows=()) for sheet in annotations.sheets)
    return json.dumps([to_data(Annotations(bare, annotations.page)), rows], ensure_ascii=False)


def annotations_from_json(text: str) -> Annotations:
    """The annotations of such a text.

    Raises:
        ValueError, KeyError, cattrs.BaseValidationError: it is none.
    """
    data, rows = json.loads(text)
    bare = from_data(data, Annotations)
    sheets = (
        replace(
            sheet, rows=tuple(RowWords(int(n), tuple(_unpacked(cell) for cell in cells)) for n, cells in own)
        )
        for sheet, own in zip(bare.sheets, rows, strict=True)
    )
    return Annotations(tuple(sheets), bare.page)


def _packed(cell: Written) -> list[Any]:
    return [cell.text, cell.style.value, *cell.choices]


def _unpacked(cell: Sequence[str]) -> Written:
    text, style, *choices = cell
    return Written(text, _STYLES[style], tuple(choices))

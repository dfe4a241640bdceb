"""A sheet of our own as a worksheet part, with drop-down lists whose choices stand in hidden columns of it."""

from __future__ import annotations

from signoff.core.domain.annotations import CellStyle, Page, Written, wraps
from signoff.core.domain.cells import column_letter
from signoff.core.domain.harmless import cell_xml
from signoff.core.engines.documents.copying.styles_edit import Numbers

_LINE_POINTS, _TITLE_POINTS, _MOST_POINTS = 13.5, 22.0, 400.0
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def page_xml(page: Page, styles: Numbers) -> bytes:
    """The part of a page.

    Args:
        page: what stands on it.
        styles: number of each style in the workbook it goes to.
    """
    width = max((len(row) for row in page.rows), default=1)
    rows, lists = [], []
    most = max((len(cell.choices) for row in page.rows for cell in row), default=0)
    for number, row in enumerate(page.rows, 1):
        cells = [
            written_xml(cell, number, place, styles, guarded=page.guarded)
            for place, cell in enumerate(row, 1)
        ]
        asked = [(place, cell) for place, cell in enumerate(row, 1) if cell.choices]
        for place, cell in asked[:1]:
            cells += [
                written_xml(Written(text), number, width + n, styles)
                for n, text in enumerate(cell.choices, 1)
            ]
            lists.append(_list(number, place, width, len(cell.choices)))
        high = _height(row, page.widths)
        rows.append(f'<row r="{number}" ht="{high:.1f}" customHeight="1">{"".join(cells)}</row>')
    validations = f'<dataValidations count="{len(lists)}">{"".join(lists)}</dataValidations>' if lists else ""
    text = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{_MAIN}">'
        f'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0">'
        f"{_pane(page.frozen)}</sheetView></sheetViews>{_columns(page.widths, width, most)}"
        f"<sheetData>{''.join(rows)}</sheetData>{_merged(page.merges)}{validations}"
        '<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>'
    )
    return text.encode()


def written_xml(
    cell: Written, row: int, column: int, styles: Numbers, prefix: str = "", *, guarded: bool = True
) -> str:
    """One cell as an inline string; an empty one only where its style is seen."""
    number = styles.get(cell.style)
    style = f' s="{number}"' if number is not None else ""
    place, p = f"{column_letter(column)}{row}", prefix
    if not cell.text:
        plain = cell.style is CellStyle.PLAIN or not wraps(cell.style)
        return "" if plain or not style else f'<{p}c r="{place}"{style}/>'
    text = cell_xml(cell.text, guarded=guarded)
    return f'<{p}c r="{place}"{style} t="inlineStr"><{p}is><{p}t xml:space="preserve">{text}</{p}t></{p}is></{p}c>'


def _height(row: tuple[Written, ...], widths: tuple[float, ...]) -> float:
    """Points that the longest text of a row needs: spreadsheets don't count lines of rows that others wrote."""
    lines = 1
    for cell, width in zip(row, (*widths, *[9.0] * len(row)), strict=False):
        if cell.style is CellStyle.TITLE:
            return _TITLE_POINTS
        if wraps(cell.style):
            lines = max(lines, sum(1 + int(len(line) / max(4.0, width)) for line in cell.text.split("\n")))
    return min(_MOST_POINTS, _LINE_POINTS * lines + 2)


def _list(row: int, column: int, width: int, count: int) -> str:
    first, last = column_letter(width + 1), column_letter(width + count)
    return (
        f'<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="0" '
        f'sqref="{column_letter(column)}{row}"><formula1>${first}${row}:${last}${row}</formula1></dataValidation>'
    )


def _columns(widths: tuple[float, ...], width: int, most: int) -> str:
    shown = [
        f'<col min="{n}" max="{n}" width="{wide:.1f}" customWidth="1"/>' for n, wide in enumerate(widths, 1)
    ]
    if most:
        shown.append(f'<col min="{width + 1}" max="{width + most}" width="9" hidden="1" customWidth="1"/>')
    return f"<cols>{''.join(shown)}</cols>" if shown else ""


def _merged(ranges: tuple[tuple[int, int, int, int], ...]) -> str:
    cells = "".join(
        f'<mergeCell ref="{column_letter(left)}{top}:{column_letter(right)}{bottom}"/>'
        for top, left, bottom, right in ranges
    )
    return f'<mergeCells count="{len(ranges)}">{cells}</mergeCells>' if cells else ""


def _pane(frozen: int) -> str:
    if not frozen:
        return ""
    return f'<pane ySplit="{frozen}" topLeftCell="A{frozen + 1}" activePane="bottomLeft" state="frozen"/>'

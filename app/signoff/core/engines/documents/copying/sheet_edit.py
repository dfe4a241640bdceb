"""Words beside the rows of a customer's sheet: cells appended to its rows, every other byte as it was.

Rows and cells are found in the bytes themselves: in well-formed XML without comments and character-data sections, which
are refused, no text holds an angle bracket.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from signoff.core.domain.annotations import CellStyle, RowWords, SheetWords, Written
from signoff.core.domain.cells import column_letter, column_number
from signoff.core.engines.documents.copying.page_xml import written_xml
from signoff.core.engines.documents.copying.styles_edit import Numbers
from signoff.core.engines.documents.copying.xmledit import (
    Edit,
    Node,
    OddPart,
    appended,
    applied,
    parsed,
    with_attribute,
    without_attribute,
)

_LAST_COLUMN = 16_384
_LAST_ROW = 1_048_576
_UNHANDLED = (b"<!", b"<?")
_DATA = re.compile(rb"<((?:[\w.-]+:)?)sheetData(?=[\s/>])[^>]*>")
_NUMBER = re.compile(rb"""\sr=["'](\d{1,7})["']""")
_PLACE = re.compile(rb"""\sr=["']([A-Z]{1,3})\d{1,7}["']""")
_RANGE = re.compile(r"^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$")


@dataclass
class _Row:
    """One row of the sheet and where it stands."""

    number: int
    start: int
    inner: int
    inner_end: int
    end: int


@dataclass(frozen=True)
class _Cells:
    """What stands at the end of a row."""

    filled: int
    """Last column with content; 0 for none."""
    blank: tuple[tuple[int, int, int], ...]
    """Column, start and end of each blank cell behind it, from left to right."""


class SheetEdit:
    """One worksheet part that gets words beside its rows."""

    def __init__(self, data: bytes) -> None:
        """Find the rows.

        Raises:
            OddPart: the part can't be edited in place.
        """
        body = (
            data[5:]
            if data.startswith(b"<?xml")
            else data[8:]
            if data.startswith(b"\xef\xbb\xbf<?xml")
            else data
        )
        found = _DATA.search(data)
        if found is None or any(mark in body for mark in _UNHANDLED):
            raise OddPart("has no rows, or comments among them")
        self._data = data
        self._prefix = found.group(1).decode()
        self._inner = found.end()
        closing = f"</{self._prefix}sheetData>".encode()
        is_empty = data[found.end() - 2 : found.end()] == b"/>"
        self._inner_end = self._inner if is_empty else data.rfind(closing)
        if self._inner_end < self._inner:
            raise OddPart("has rows without an end")
        self._sheet_data = found
        self._is_empty = is_empty
        self._root = parsed(data[: self._inner] + data[self._inner_end :])
        self._rows = list(self._found_rows())

    @cached_property
    def width(self) -> int:
        """Last column with content in any row, or that a table or a merged range of the sheet covers."""
        filled = max((self._cells(row).filled for row in self._rows), default=0)
        merges = self._root.first("mergeCells")
        ranges = [each.attributes.get("ref", "") for each in (merges.children if merges else ())]
        return max([filled, *(_right(each) for each in ranges)])

    def with_words(self, words: SheetWords, first: int, styles: Numbers) -> bytes:
        """The part with words in the columns from `first`.

        Raises:
            OddPart: there is no room right of the grid.
        """
        count = len(words.headers)
        if first + count - 1 > _LAST_COLUMN:
            raise OddPart("has no room for more columns")
        heads = RowWords(words.header_row or 1, tuple(Written(h, CellStyle.HEADING) for h in words.headers))
        wanted = {each.row: each for each in words.rows if 0 < each.row <= _LAST_ROW}
        wanted[heads.row] = heads
        edits = list(self._row_edits(wanted, first, count, styles))
        edits += self._head_edits(first, words.widths[:count], max(wanted))
        return applied(self._data, edits)

    def _found_rows(self) -> Iterator[_Row]:
        data, p = self._data, self._prefix.encode()
        opening = re.compile(rb"<" + p + rb"row(?=[\s/>])[^>]*>")
        closing = b"</" + p + b"row>"
        place, number = self._inner, 0
        while found := opening.search(data, place, self._inner_end):
            given = _NUMBER.search(found.group())
            number = int(given.group(1)) if given else number + 1
            if found.group().endswith(b"/>"):
                place = found.end()
                yield _Row(number, found.start(), place, place, place)
            else:
                ended = data.find(closing, found.end(), self._inner_end)
                if ended < 0:
                    raise OddPart("has a row without an end")
                place = ended + len(closing)
                yield _Row(number, found.start(), found.end(), ended, place)

    def _cells(self, row: _Row) -> _Cells:
        """The end of a row, looked at from behind."""
        data, opening = self._data, b"<" + self._prefix.encode() + b"c"
        blank: list[tuple[int, int, int]] = []
        end = row.inner_end
        while (start := self._last_cell(opening, row.inner, end)) >= 0:
            tag = data[start : data.index(b">", start) + 1]
            body = data[start:end].rstrip()
            column = self._column(tag, opening, row, start)
            if not (tag.endswith(b"/>") or body.endswith(tag + b"</" + opening[1:] + b">")):
                return _Cells(column, tuple(reversed(blank)))
            blank.append((column, start, end))
            end = start
        return _Cells(0, tuple(reversed(blank)))

    def _last_cell(self, opening: bytes, start: int, end: int) -> int:
        place = self._data.rfind(opening, start, end)
        while place >= 0 and self._data[place + len(opening) : place + len(opening) + 1] not in b" \t\r\n/>":
            place = self._data.rfind(opening, start, place)
        return place

    def _column(self, tag: bytes, opening: bytes, row: _Row, start: int) -> int:
        given = _PLACE.search(tag)
        if given:
            return column_number(given.group(1).decode())
        return len(re.findall(opening + rb"[\s/>]", self._data[row.inner : start + len(opening) + 1]))

    def _row_edits(
        self, wanted: dict[int, RowWords], first: int, count: int, styles: Numbers
    ) -> Iterator[Edit]:
        left = dict(wanted)
        waiting = deque(sorted(left))
        for row in self._rows:
            while waiting and waiting[0] < row.number:
                yield self._new_row(left.pop(waiting.popleft()), first, styles, row.start)
            if waiting and waiting[0] == row.number:
                words = left.pop(waiting.popleft())
                yield from self._longer(row, words, first, count, styles)
        made = [self._new_row(left[number], first, styles, self._inner_end) for number in waiting]
        if self._is_empty and made:
            text = b"".join(each.text for each in made)
            tag = self._sheet_data
            opened = tag.group()[:-2].rstrip() + b">"
            yield Edit(tag.start(), tag.end(), opened + text + f"</{self._prefix}sheetData>".encode())
        else:
            yield from made

    def _new_row(self, words: RowWords, first: int, styles: Numbers, place: int) -> Edit:
        p = self._prefix
        text = f'<{p}row r="{words.row}">{self._written(words, first, styles)}</{p}row>'
        return Edit(place, place, text.encode())

    def _longer(self, row: _Row, words: RowWords, first: int, count: int, styles: Numbers) -> Iterator[Edit]:
        """A row with our cells; blank ones of the customer's that stand in their place go."""
        text = self._written(words, first, styles)
        tag = without_attribute(self._data[row.start : row.inner], "spans")
        if row.inner == row.end:
            opened = tag[:-2].rstrip() + b">"
            yield Edit(row.start, row.end, opened + f"{text}</{self._prefix}row>".encode())
            return
        yield Edit(row.start, row.inner, tag)
        behind = [each for each in self._cells(row).blank if each[0] >= first]
        replaced = [each for each in behind if each[0] < first + count]
        place = behind[0][1] if behind else row.inner_end
        end = replaced[-1][2] if replaced else place
        yield Edit(place, end, text.encode())

    def _written(self, words: RowWords, first: int, styles: Numbers) -> str:
        return "".join(
            written_xml(cell, words.row, first + place, styles, self._prefix)
            for place, cell in enumerate(words.cells)
        )

    def _head_edits(self, first: int, widths: tuple[float, ...], last_row: int) -> list[Edit]:
        edits: list[Edit] = []
        stated = self._root.first("dimension")
        if stated is not None:
            tag = self._data[stated.start : stated.inner]
            ref = _grown(stated.attributes.get("ref", ""), first + len(widths) - 1, last_row)
            edits.append(Edit(stated.start, stated.inner, with_attribute(tag, "ref", ref)))
        cols = self._root.first("cols")
        p = self._prefix
        if cols is None:
            made = b"".join(_wide(p, first + n, wide) for n, wide in enumerate(widths))
            place = self._sheet_data.start()
            edits.append(Edit(place, place, f"<{p}cols>".encode() + made + f"</{p}cols>".encode()))
        elif cols.inner_end == cols.end:
            made = b"".join(_wide(p, first + n, wide) for n, wide in enumerate(widths))
            edits.append(appended(self._data, cols, made.decode()))
        else:
            edits.append(Edit(cols.inner, cols.inner_end, self._columns(cols, first, widths)))
        return edits

    def _columns(self, cols: Node, first: int, widths: tuple[float, ...]) -> bytes:
        """The column widths with ours among them; what covers our columns is split around them."""
        last = first + len(widths) - 1
        pieces = [(first + n, _wide(self._prefix, first + n, wide)) for n, wide in enumerate(widths)]
        for each in cols.children:
            low, high = (_whole(each.attributes.get(name, "")) for name in ("min", "max"))
            raw = self._data[each.start : each.end]
            if high < first or low > last:
                pieces.append((low, raw))
                continue
            if low < first:
                pieces.append((low, with_attribute(raw, "max", str(first - 1))))
            if high > last:
                pieces.append((last + 1, with_attribute(raw, "min", str(last + 1))))
        return b"".join(raw for _low, raw in sorted(pieces, key=lambda piece: piece[0]))


def without_columns(data: bytes, columns: tuple[int, ...]) -> bytes:
    """A worksheet part without the cells of these columns, from 1."""
    if not columns:
        return data
    letters = b"|".join(column_letter(column).encode() for column in columns)
    place = rb"""(?=[^>]*?\sr=["'](?:""" + letters + rb""")\d{1,7}["'])"""
    cells = re.compile(rb"<((?:[\w.-]+:)?)c(?=\s)" + place + rb"(?:[^>]*/>|[^>]*[^/]>.*?</\1c>)", re.DOTALL)
    return cells.sub(b"", data)


def _wide(prefix: str, column: int, width: float) -> bytes:
    return f'<{prefix}col min="{column}" max="{column}" width="{width:.1f}" customWidth="1"/>'.encode()


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0


def _right(reference: str) -> int:
    """Last column of a range; 0 for a text that is none."""
    found = _RANGE.match(reference)
    return column_number(found.group(3) or found.group(1)) if found else 0


def _grown(reference: str, column: int, row: int) -> str:
    """A range that reaches at least to a column and a row."""
    found = _RANGE.match(reference)
    if found is None:
        return f"A1:{column_letter(column)}{row}"
    right = max(column, column_number(found.group(3) or found.group(1)))
    bottom = max(row, int(found.group(4) or found.group(2)))
    return f"{found.group(1)}{found.group(2)}:{column_letter(right)}{bottom}"

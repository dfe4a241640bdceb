"""Which cells of a sheet have which look, gathered from pieces of the sheet's XML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter

from signoff.core.domain.cells import column_number
from signoff.core.engines.documents.drawn import NO_PATTERN, PLAIN, Drawn, Look, Span
from signoff.core.engines.documents.grid import MAX_COLUMNS, MAX_ROWS

_MOST_PATTERNS = 5_000
_ROW = itemgetter(1)
_DRAWN = itemgetter(0, 2)
_PLACE = re.compile(rb"""\sr=["']([A-Z]{1,3})(\d{1,7})["']""")

_Key = tuple[tuple[bytes, bytes], ...]
"""Column letters and style number of each drawn cell of a row."""


class Painter:
    """Takes the pieces of one sheet; cells come in the order of the sheet."""

    def __init__(self, looks: Mapping[int, Look]) -> None:
        """Make it.

        Args:
            looks: by number of the style, plain ones left out.
        """
        self._styles = {str(number).encode(): look for number, look in looks.items()}
        numbers = b"|".join(self._styles)
        self._usual = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})" s="(' + numbers + rb')"')
        self._odd = re.compile(
            rb"""<(?:\w+:)?c(?=\s)([^>]*?\ss=["'](?:""" + numbers + rb""")["'][^>]*)>""", re.DOTALL
        )
        self._marks = [b" s=%b%b%b" % (q, n, q) for n in self._styles for q in (b'"', b"'")]
        self._number = re.compile(rb"""\ss=["'](\d+)["']""")
        self._looks: dict[Look, int] = {}
        self._patterns: dict[_Key, int] = {}
        self._spans: list[tuple[Span, ...]] = []
        self._stretches: list[tuple[int, int]] = []
        self._last: tuple[int, _Key] = (0, ())
        """The row drawn last, and how."""

    def take(self, piece: bytes) -> None:
        """Look for drawn cells in one piece of the sheet's XML."""
        if not any(mark in piece for mark in self._marks):
            return
        found = self._usual.findall(piece) or list(self._oddly(piece))
        for row, cells in groupby(found, _ROW):
            self._row(int(row), tuple(map(_DRAWN, cells)))

    def drawn(self) -> Drawn:
        """All that was found."""
        self._end_row()
        return Drawn(tuple(self._looks), tuple(self._spans), tuple(self._stretches)) if self._spans else PLAIN

    def _oddly(self, piece: bytes) -> Iterable[tuple[bytes, bytes, bytes]]:
        """Cells whose attributes stand in another order, whose quotes are others, or whose names have a prefix."""
        for found in self._odd.finditer(piece):
            place, style = _PLACE.search(found.group(1)), self._number.search(found.group(1))
            if place and style:
                yield place.group(1), place.group(2), style.group(1)

    def _row(self, row: int, key: _Key) -> None:
        last, before = self._last
        if row == last:
            self._last = (row, before + key)
            return
        self._end_row()
        self._last = (row, key)

    def _end_row(self) -> None:
        """Keep the row that was gathered; those after it are plain until the next."""
        row, key = self._last
        is_backward = bool(self._stretches) and row < self._stretches[-1][0]
        if not 0 < row <= MAX_ROWS or is_backward:
            return
        if self._stretches and self._stretches[-1] == (row, NO_PATTERN):
            self._stretches.pop()
        self._begin(row, self._pattern(key))
        self._begin(row + 1, NO_PATTERN)

    def _begin(self, row: int, pattern: int) -> None:
        before = self._stretches[-1][1] if self._stretches else NO_PATTERN
        if pattern != before:
            self._stretches.append((row, pattern))

    def _pattern(self, key: _Key) -> int:
        known = self._patterns.get(key)
        if known is None:
            if len(self._patterns) >= _MOST_PATTERNS:
                return NO_PATTERN
            spans = self._spans_of(key)
            known = self._patterns[key] = len(self._spans) if spans else NO_PATTERN
            if spans:
                self._spans.append(spans)
        return known

    def _spans_of(self, key: _Key) -> tuple[Span, ...]:
        spans: list[Span] = []
        for letters, style in key:
            column = column_number(letters.decode())
            look = self._looks.setdefault(self._styles[style], len(self._looks))
            if column > MAX_COLUMNS:
                break
            if spans and spans[-1][1:] == (column - 1, look):
                spans[-1] = (spans[-1][0], column, look)
            else:
                spans.append((column, column, look))
        return tuple(spans)

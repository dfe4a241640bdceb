"""Tells the rows of a large sheet that can be a further header from the many that can't."""

from __future__ import annotations

from functools import cached_property
from itertools import chain, islice

from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.header_cells import Header
from signoff.core.parse.lexicon import HeaderGuess, guess, is_sure, may_be_header
from signoff.core.progress import CancelToken

LEAST_LATER = 3
"""The same for a further header of a sheet."""
LEAST_SAME = 2
_AT_ONCE = 20_000
"""Texts looked at between two looks at Cancel."""
_MOST_LOOKS = 50
"""Headers with texts of their own after which a sheet is looked through row by row."""


class WorthALook:
    """Tells rows that can be a further header from the many that can't, by the texts that a header can hold."""

    def __init__(self, grid: SheetGrid, cancel: CancelToken) -> None:
        self._grid, self._cancel = grid, cancel
        self._headers: list[Header] = []
        self._folded: set[str] = set()
        self._again: set[str] = set()
        self._looks = 0

    def know(self, header: Header) -> None:
        """A further header may repeat this one."""
        self._headers.append(header)

    def row(self, row: int) -> bool:
        """Whether the row may be a further header: by what its texts name, or as one that is repeated."""
        if self._headers:
            self._take_headers()
        texts = self._grid.rows[row - 1]
        if self._looks > _MOST_LOOKS or len(self._again.intersection(texts)) >= LEAST_SAME:
            return True
        sure = self._sure.intersection(texts)
        return len(sure) >= LEAST_LATER and len({name_of(guess(text)) for text in sure}) >= LEAST_LATER

    def _take_headers(self) -> None:
        """Texts that are those of a header, in whatever case, may stand in it again."""
        new = {cell.text.casefold() for header in self._headers for cell in header.cells} - self._folded
        self._headers.clear()
        self._folded |= new
        if new:
            self._looks += 1
            self._again.update(text for text in self._texts if text.casefold() in new)

    @cached_property
    def _texts(self) -> frozenset[str]:
        """The sheet's different texts."""
        return frozenset(chain.from_iterable(self._grid.rows)) - {""}

    @cached_property
    def _sure(self) -> frozenset[str]:
        """Those of them that are surely headers."""
        found: set[str] = set()
        texts = iter(self._texts)
        while some := list(islice(texts, _AT_ONCE)):
            self._cancel.check()
            found.update(text for text in some if may_be_header(text) and is_sure(guess(text)))
        return frozenset(found)


def name_of(found: HeaderGuess) -> tuple[str, str]:
    """Whose part a header names, and which."""
    return str(found.side or ""), found.kind

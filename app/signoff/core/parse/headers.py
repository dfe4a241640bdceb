"""Finds the header rows of a sheet and the bands above them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from signoff.core.engines.documents.grid import Merge, SheetGrid
from signoff.core.parse.lexicon import HeaderGuess, Side, guess, headers_among, may_be_header
from signoff.core.progress import CancelToken

FIRST_ROWS = 30
"""A first header is looked for in these rows."""
_LOOK_AHEAD = 2
_MIN_SHARE = 0.55
_LEAST = 2
"""Cells of a header that must name something for sure, and different things."""
_LEAST_LATER = 3
"""The same for a further header of a sheet."""
_REPEAT_SHARE = 0.7
_MAY_DIFFER = 0.4
"""Share of a header's texts that may read otherwise where it is repeated."""
_LEAST_SAME = 2
_AT_ONCE = 20_000
"""Texts looked at between two looks at Cancel."""
_MOST_LOOKS = 50
"""Headers with texts of their own after which a sheet is looked through row by row."""
_NAMED = re.compile(r"^([^:]{2,40}):\s*(\S+)$")
_NAME = re.compile(r"^[^\W\d][\w.$#-]*$")
_NAMING_KINDS = frozenset(
    {
        "column",
        "table",
        "rule",
        "rule_kind",
        "step_kind",
        "join",
        "filter",
        "left_table",
        "right_table",
        "condition",
        "rule_code",
    }
)


@dataclass(frozen=True)
class HeaderCell:
    """One column's header."""

    column: int
    text: str
    guess: HeaderGuess
    band: str = ""
    """Text of the band above, if any."""
    band_side: Side | None = None
    row: int = 0
    """Row the text stands in; differs from the header's own under a vertical merge."""


@dataclass(frozen=True)
class Header:
    """One header row with its cells."""

    row: int
    cells: tuple[HeaderCell, ...]
    top: int
    """First row that belongs to it: the band's, or its own."""
    bands: tuple[tuple[int, int], ...] = ()
    """Cells (row, column) of the bands above it."""

    def texts(self) -> dict[int, str]:
        """Header text by column."""
        return {cell.column: cell.text for cell in self.cells}


def find_headers(
    grid: SheetGrid, given_row: int | None = None, *, cancel: CancelToken | None = None
) -> list[Header]:
    """All header rows of a sheet from top to bottom; empty when it has none.

    Args:
        grid: the sheet.
        given_row: the row that a person gave as the sheet's one header, from 1.
        cancel: looked at row by row.

    Raises:
        Cancelled: `cancel` was set.
    """
    covering = _Merges(grid)
    if given_row is not None:
        return [_header(grid, given_row, covering, 0)]
    if grid.tables:
        return [_header(grid, table.header, covering, table.header - 1) for table in grid.tables]
    headers: list[Header] = []
    cancel = cancel or CancelToken()
    worth = _WorthALook(grid, cancel)
    later = False
    row = 1
    while row <= len(grid.rows):
        cancel.check()
        if not headers and row > FIRST_ROWS:
            break
        beneath = headers and row == headers[-1].row + 1 and _is_full(headers[-1])
        if beneath or (later and not worth.row(row)):
            row += 1
            continue
        if _is_header(grid, row, later) or (headers and _repeats(grid, row, headers[-1])):
            best = _best_of(grid, row, later)
            above = headers[-1].row if headers else 0
            headers.append(_header(grid, best, covering, above))
            worth.know(headers[-1])
            later = later or _is_full(headers[-1])
            row = best
        row += 1
    return headers


class _WorthALook:
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
        if self._looks > _MOST_LOOKS or len(self._again.intersection(texts)) >= _LEAST_SAME:
            return True
        sure = self._sure.intersection(texts)
        return len(sure) >= _LEAST_LATER and len({_name_of(guess(text)) for text in sure}) >= _LEAST_LATER

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
            found.update(text for text in headers_among(some) if _is_sure(guess(text)))
        return frozenset(found)


def _is_full(header: Header) -> bool:
    """Whether a header names columns, rather than being a row of a title block."""
    kinds = {cell.guess.kind for cell in header.cells if cell.guess.known >= 0.99}
    return "column" in kinds or "step_kind" in kinds or len(kinds & _NAMING_KINDS) > 1


def _cells(grid: SheetGrid, row: int) -> list[tuple[int, str]]:
    return [(column, text) for column, text in enumerate(grid.rows[row - 1], 1) if text]


def _strength(grid: SheetGrid, row: int) -> tuple[int, int, int]:
    """Cells that are surely headers, cells that may be, and cells in all."""
    guesses = [guess(text) for _column, text in _cells(grid, row)]
    naming = [g for g in guesses if g.known >= 0.5 and (g.kind or g.side)]
    sure = sum(map(_is_sure, naming))
    return sure, len(naming) - sum(1 for g in naming if g.known >= 0.99 and g.exact), len(guesses)


def _is_sure(found: HeaderGuess) -> bool:
    return found.known >= 0.99 and found.exact and not found.both_sides and bool(found.kind or found.side)


def _name_of(found: HeaderGuess) -> tuple[str, str]:
    """Whose part a header names, and which."""
    return str(found.side or ""), found.kind


def _is_header(grid: SheetGrid, row: int, later: bool) -> bool:
    return _names_enough(grid, row, later) and _is_known(grid, row, later)


def _names_enough(grid: SheetGrid, row: int, later: bool) -> bool:
    """Whether the cells that are surely headers are enough, and name different things.

    Below a first header every row is held against this, so a cell with an unknown word is passed over before more
    is asked of it.
    """
    likely = list(filter(may_be_header if later else None, grid.rows[row - 1]))
    least = _LEAST_LATER if later else _LEAST
    if len(likely) < least:
        return False
    named = [_name_of(g) for g in map(guess, likely) if _is_sure(g)]
    kinds, different = {kind for _side, kind in named}, set(named)
    naming = bool(kinds & _NAMING_KINDS) or any(side for side, kind in different if not kind)
    sided = not later or any(side for side, _kind in different) or "rule" in kinds or "step_kind" in kinds
    return len(different) >= least <= len(named) and naming and sided


def _is_known(grid: SheetGrid, row: int, later: bool) -> bool:
    """Whether enough of a row's cells are headers or may be."""
    sure, maybe, total = _strength(grid, row)
    return (sure + maybe) / total >= (_REPEAT_SHARE if later else _MIN_SHARE)


def _repeats(grid: SheetGrid, row: int, header: Header) -> bool:
    """Whether the row shows the header's texts again."""
    cells, others = header.cells, 0
    texts = grid.rows[row - 1]
    for cell in cells:
        text = texts[cell.column - 1] if cell.column <= len(texts) else ""
        if len(text) != len(cell.text) or text.casefold() != cell.text.casefold():
            others += 1
            if others > _MAY_DIFFER * len(cells):
                return False
    return len(cells) - others >= _LEAST_SAME


def _best_of(grid: SheetGrid, row: int, later: bool) -> int:
    """The candidate itself, or a stronger one just below (a band stands above its header)."""
    best, best_sure = row, _strength(grid, row)[0]
    for other in range(row + 1, min(row + _LOOK_AHEAD, len(grid.rows)) + 1):
        sure = _strength(grid, other)[0]
        if sure > best_sure and _is_header(grid, other, later):
            best, best_sure = other, sure
    return best


class _Merges:
    """Merged ranges by the cells they cover."""

    def __init__(self, grid: SheetGrid) -> None:
        self._by_row: dict[int, list[Merge]] = {}
        for merge in grid.merges:
            for row in range(merge.first_row, min(merge.last_row, merge.first_row + 5) + 1):
                self._by_row.setdefault(row, []).append(merge)

    def covering(self, row: int, column: int) -> Merge | None:
        """The merged range that covers a cell."""
        return next((m for m in self._by_row.get(row, ()) if m.first_column <= column <= m.last_column), None)


def _header(grid: SheetGrid, row: int, merges: _Merges, above: int) -> Header:
    bands = _bands(grid, row, merges, above)
    used: dict[tuple[int, int], None] = {}
    cells: list[HeaderCell] = []
    for column in range(1, max(grid.width, 1) + 1):
        text, text_row = _header_text(grid, row, column, merges, above)
        if not text:
            continue
        band = next((b[column] for b in bands if column in b), None)
        if band is not None:
            used[band[2], band[3]] = None
        cells.append(
            HeaderCell(
                column, text, told_by(text), band[0] if band else "", band[1] if band else None, text_row
            )
        )
    top = min([place[0] for place in used] + [cell.row for cell in cells], default=row)
    return Header(row, tuple(cells), top, tuple(used))


def named_table(text: str) -> tuple[Side, str] | None:
    """Side and table of a header such as `Source Table: orders`, under which the columns of that table stand."""
    found = _NAMED.match(text)
    if found is None:
        return None
    label = guess(found.group(1))
    if label.side is None or label.known < 0.99 or label.kind not in ("", "table", "system"):
        return None
    name = found.group(2).strip("`'\"[] ")
    return (label.side, name) if _NAME.match(name) else None


def told_by(text: str) -> HeaderGuess:
    """What a header says by itself; one that names its table is the header of columns."""
    named = named_table(text)
    return guess(text) if named is None else HeaderGuess(named[0], "column", 1.0)


def _header_text(grid: SheetGrid, row: int, column: int, merges: _Merges, above: int) -> tuple[str, int]:
    if text := grid.at(row, column):
        return text, row
    merge = merges.covering(row, column)
    if merge and merge.first_row < row and merge.first_column == column and merge.first_row > above:
        return grid.at(merge.first_row, column), merge.first_row
    if (
        row - 1 > above
        and (text := grid.at(row - 1, column))
        and guess(text).known >= 0.99
        and guess(text).kind
    ):
        return text, row - 1
    return "", row


Band = tuple[str, Side | None, int, int]
"""Text, side (none for a layer between the two), row and column of a band."""


def _bands(grid: SheetGrid, row: int, merges: _Merges, above: int) -> list[dict[int, Band]]:
    """For each of the rows above with a word for a side: the band over each column, nearest row first."""
    found: list[dict[int, Band]] = []
    for band_row in range(row - 1, max(above, row - 4), -1):
        spread = _spread(grid, band_row, merges)
        sides = {band[1] for band in spread.values()} - {None}
        if len(sides) == 2 or (len(sides) == 1 and len(spread) < max(grid.width, 2)):
            found.append(spread)
    return found


def _spread(grid: SheetGrid, row: int, merges: _Merges) -> dict[int, Band]:
    cells = _cells(grid, row)
    if len(cells) > 8 or any(len(text) > 80 for _column, text in cells) or _is_labels(cells):
        return {}
    spread: dict[int, Band] = {}
    sides = _with_several_sources(
        _row_sides([text for _column, text in cells]), cells, [merges.covering(row, c) for c, _text in cells]
    )
    complete = set(sides) >= set(Side)
    for place, (column, text) in enumerate(cells):
        side = sides[place]
        merge = merges.covering(row, column)
        following = cells[place + 1][0] if place + 1 < len(cells) else grid.width + 1
        last = merge.last_column if merge else following - 1
        if side is not None or (complete and guess(_head(text)).layer >= 0):
            spread.update({c: (text, side, row, column) for c in range(column, last + 1)})
    return spread


def _with_several_sources(
    sides: list[Side | None], cells: list[tuple[int, str]], merged: list[Merge | None]
) -> list[Side | None]:
    """Beside one band for the target, bands in words of their own are sources: `CRM | ERP | Target`, all merged."""
    wide = all(merge is not None and merge.last_column > merge.first_column for merge in merged)
    if not wide or sides.count(Side.TARGET) != 1 or Side.SOURCE in sides:
        return sides
    own = [guess(_head(text)) for _column, text in cells]
    return [
        Side.SOURCE if side is None and not told.kind and told.layer < 0 else side
        for side, told in zip(sides, own, strict=True)
    ]


def _row_sides(texts: list[str]) -> list[Side | None]:
    """The side of each band of a row; of layers such as Landing and Staging the lowest is the source."""
    sides = [band_side(text) for text in texts]
    layers = [
        guess(_head(text)).layer if side is None else -1 for text, side in zip(texts, sides, strict=True)
    ]
    ranks = sorted({layer for layer in layers if layer >= 0})
    told = {side for side in sides if side is not None}
    if not ranks or len(told) == 2 or (len(ranks) == 1 and not told):
        return sides
    lowest = None if told == {Side.SOURCE} else ranks[0]
    highest = None if told == {Side.TARGET} else ranks[-1]
    by_layer = {lowest: Side.SOURCE, highest: Side.TARGET}
    return [
        side or (by_layer.get(layer) if layer >= 0 else None)
        for side, layer in zip(sides, layers, strict=True)
    ]


def _head(text: str) -> str:
    """A band's text before a colon, bracket or dash."""
    return text.split(":")[0].split("(")[0].split(" - ")[0]


def _is_labels(cells: list[tuple[int, str]]) -> bool:
    """Whether the row holds names with their values beside them, such as `Target Table: | dim_x`."""
    texts = dict(cells)
    for column, text in cells:
        beside = texts.get(column + 1, "")
        found = guess(beside)
        names_a_part = found.exact and bool(found.kind or found.side)
        if band_side(text) and beside and (text.endswith(":") or not names_a_part):
            return True
    return False


def band_side(text: str) -> Side | None:
    """Whose columns a band such as `Source (CRM)` or `Target: dim_customer` stands over."""
    found = guess(_head(text))
    if found.both_sides or found.kind not in ("", "system", "table", "column", "type"):
        return None
    if found.side is not None and found.known >= 0.5:
        return found.side
    return None

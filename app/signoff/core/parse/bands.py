"""The bands above a header: whose columns stand under them."""

from __future__ import annotations

import re

from signoff.core.engines.documents.grid import Merge, SheetGrid
from signoff.core.parse.boxes import box_above
from signoff.core.parse.lexicon import Side, guess

_BEHIND = re.compile(r"\s\((?P<word>[A-Za-z]+)\)$")
"""A word for a side behind a system's name: `S/4HANA (to)`."""


def cells_of(grid: SheetGrid, row: int) -> list[tuple[int, str]]:
    """Column and text of a row's cells that are not empty."""
    return [(column, text) for column, text in enumerate(grid.rows[row - 1], 1) if text]


class Merges:
    """Merged ranges by the cells they cover."""

    def __init__(self, grid: SheetGrid) -> None:
        self._by_row: dict[int, list[Merge]] = {}
        for merge in grid.merges:
            for row in range(merge.first_row, min(merge.last_row, merge.first_row + 5) + 1):
                self._by_row.setdefault(row, []).append(merge)

    def covering(self, row: int, column: int) -> Merge | None:
        """The merged range that covers a cell."""
        return next((m for m in self._by_row.get(row, ()) if m.first_column <= column <= m.last_column), None)


Band = tuple[str, Side | None, int, int]
"""Text, side (none for a layer between the two), row and column of a band."""


def bands_above(grid: SheetGrid, row: int, merges: Merges, above: int) -> list[dict[int, Band]]:
    """For each of the rows above with a word for a side: the band over each column, nearest row first."""
    found: list[dict[int, Band]] = []
    box = box_above(grid, row, above + 1)
    boxed = {line.row for line in box.lines} if box is not None else set()
    for band_row in range(row - 1, max(above, row - 4), -1):
        if band_row in boxed:
            break
        spread = _spread(grid, band_row, merges)
        sides = {band[1] for band in spread.values()} - {None}
        filled = (*cells_of(grid, row), *cells_of(grid, band_row))
        over_all = all(column in spread for column, _text in filled)
        if len(sides) == 2 or (len(sides) == 1 and len(spread) < max(grid.width, 2) and not over_all):
            found.append(spread)
    return found


def _spread(grid: SheetGrid, row: int, merges: Merges) -> dict[int, Band]:
    cells = cells_of(grid, row)
    texts = [text for _column, text in cells]
    if len(cells) > 8 or any(map(_is_said, texts)) or _is_labels(cells):
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


def _is_said(text: str) -> bool:
    """Whether a text says something of columns, as no band does."""
    return len(text) > 80 or (len(text.split()) > 3 and ("=" in text or "_" in text))


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
    if names_tables(cells) or names_one_table(cells):
        return True
    if len(cells) == 2 and band_side(cells[0][1]) and band_side(cells[1][1]) is None:
        texts[cells[0][0] + 1] = cells[1][1]  # the name is merged over further columns
    for column, text in cells:
        beside = texts.get(column + 1, "")
        if "_" in beside and " " not in beside and guess(text).kind == "table":
            return True
        found = guess(beside)
        names_a_part = found.exact and bool(found.kind or found.side)
        if band_side(text) and beside and (text.endswith(":") or not names_a_part):
            return True
    return False


_NAMES_A_PART = frozenset({"column", "table", "rule", "type", "key", "system", "rule_kind"})


def names_tables(cells: list[tuple[int, str]]) -> bool:
    """Whether a row only says which two tables are meant: `OLTP Table Name`, `orders`, `OLAP Table Name`, `dim_x`."""
    texts = [text for _column, text in cells]
    named = [guess(text) for text in texts[::2]]
    sides = {found.side for found in named if found.kind == "table" and found.known >= 0.99}
    told = len(texts) == 4 and sides == {Side.SOURCE, Side.TARGET}
    return told and not any(guess(text).kind in _NAMES_A_PART for text in texts[1::2])


def names_one_table(cells: list[tuple[int, str]]) -> bool:
    """Whether a row only says which table is meant: `Target table`, `fact_ticket`."""
    if len(cells) != 2:
        return False
    (_, said), (_, value) = cells
    is_named = "_" in value and " " not in value and guess(value).kind not in _NAMES_A_PART
    return is_named and guess(said).kind == "table" and guess(said).known >= 0.99


def band_side(text: str) -> Side | None:
    """Whose columns a band such as `Source (CRM)` or `Target: dim_customer` stands over."""
    found = guess(_head(text))
    if found.both_sides or found.kind not in ("", "system", "table", "column", "type"):
        return None
    if found.side is not None and found.known >= 0.5:
        return found.side
    behind = _BEHIND.search(text)
    told = guess(behind["word"]) if behind is not None and not found.kind else None
    return told.side if told is not None and told.known >= 0.99 and not told.kind else None

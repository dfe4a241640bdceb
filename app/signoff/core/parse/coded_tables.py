"""Tables that a mapping names by codes, `D1`, where a list on another sheet says which table each code is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.bands import cells_of
from signoff.core.parse.lexicon import guess
from signoff.core.parse.placeholders import is_blank, is_one_word
from signoff.core.parse.words import words

_CODE_WORDS = frozenset(words("code codes kürzel short abbreviation abbr id key nr no number ref"))
_HEADER_WITHIN = 10
_LONGEST_CODE = 8
_LEAST = 2
"""Codes of a list, and cells of a column that names tables by them."""
_MOST_ROWS = 20_000


def with_tables_named(grids: Sequence[SheetGrid]) -> tuple[SheetGrid, ...]:
    """The sheets, tables named where columns hold nothing but codes of a list of tables.

    Args:
        grids: all sheets.
    """
    lists = {grid.name: found for grid in grids if (found := _codes(grid))}
    if not lists:
        return tuple(grids)
    codes: dict[str, str] = {}
    for found in lists.values():
        if any(codes.get(code, table) != table for code, table in found.items()):
            return tuple(grids)
        codes |= found
    return tuple(grid if grid.name in lists else _named(grid, codes) for grid in grids)


def _codes(grid: SheetGrid) -> Mapping[str, str]:
    """Table by code of a sheet that is a list of tables; empty for any other."""
    for row in range(1, min(len(grid.rows), _HEADER_WITHIN) + 1):
        heads = cells_of(grid, row)
        code = next(
            (c for c, text in heads if _CODE_WORDS & set(words(text)) and len(words(text)) <= _LEAST), 0
        )
        table = next((c for c, text in heads if guess(text).kind == "table" and c != code), 0)
        if not code or not table or any(guess(text).kind == "column" for _column, text in heads):
            continue
        pairs = [
            (grid.at(r, code), grid.at(r, table))
            for r in range(row + 1, len(grid.rows) + 1)
            if grid.at(r, code) and grid.at(r, table)
        ]
        names = {name.casefold() for _code, name in pairs}
        are_codes = all(len(c) <= _LONGEST_CODE and is_one_word(c) and is_one_word(n) for c, n in pairs)
        told = dict(pairs)
        if (
            are_codes
            and len(told) == len(pairs) == len(names) >= _LEAST
            and not names & {c.casefold() for c in told}
        ):
            return told
    return {}


def _named(grid: SheetGrid, codes: Mapping[str, str]) -> SheetGrid:
    if len(grid.rows) > _MOST_ROWS:
        return grid
    columns = set(_coded_columns(grid, codes))
    if not columns:
        return grid
    rows = tuple(
        tuple(codes.get(text, text) if column in columns else text for column, text in enumerate(row, 1))
        for row in grid.rows
    )
    return replace(grid, rows=rows)


def _coded_columns(grid: SheetGrid, codes: Mapping[str, str]) -> Iterator[int]:
    """Columns in which, below a header of a side or of tables, nothing but codes stands."""
    for column in range(1, grid.width + 1):
        texts = [row[column - 1] for row in grid.rows if len(row) >= column and row[column - 1]]
        place = next((n for n, text in enumerate(texts) if text in codes), 0)
        told = [text for text in texts[place:] if not is_blank(text)] if place else []
        head = guess(texts[place - 1]) if place else None
        is_of_tables = head is not None and (head.side is not None or head.kind == "table")
        if is_of_tables and len(told) >= _LEAST and all(text in codes for text in told):
            yield column

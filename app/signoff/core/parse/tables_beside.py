"""Source columns side by side, each under the name of its own table: `Road (road_trips)` | `Rail (rail_waybills)`.

Which rows such a table gives is told by the document's words: where these put the tables one below the other, or where
rules say something of their own for each, every table is a part of a union. Else the tables are read together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import ColumnMapping, Role, Step, StepKind
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.header_cells import HeaderCell, TableBeside
from signoff.core.parse.lexicon import Side, guess
from signoff.core.parse.names import clean_name, is_name
from signoff.core.parse.placeholders import is_blank, is_placeholder
from signoff.core.parse.roles import Layout, values_of

_NAMED = re.compile(
    r"^\s*(?P<label>[^\W\d][\w &/.+-]{0,30}?)\s*"
    r"(?:[(\[]\s*(?:table\s+|from\s+|tabel\s+|tabelle\s+)?(?P<inner>[\w.$]+)\s*[)\]]|[:=]\s*(?P<behind>[\w.$]+))\s*$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^\s*(?:(?:from|table|source|tabelle?|quelle|bron)\s*:?\s+)?(?P<table>[A-Za-z]\w*_\w+(?:\.\w+)?)\s*$",
    re.IGNORECASE,
)
_STACKED = re.compile(
    r"\bunion(?:s|ed)?\b|\bstack(?:ed|s)?\b|\bappend(?:ed|s)?\b|\b(?:below|under|beneath|after)\s+(?:one\s+another|each\s+other)\b"
    r"|\bone\s+(?:row|line|record)\s+(?:per|for\s+(?:each|every))\s.+\b(?:plus|and|and\s+also)\s+(?:also\s+)?one\s+(?:row\s+|line\s+|record\s+)?(?:per|for)\b"
    r"|\bone\s+list\b|\bzusammengef\w+|\buntereinander\b|\bonder\s+elkaar\b|\bl'un\s+(?:sous|après)\s+l'autre\b",
    re.IGNORECASE,
)
"""Says that the rows of the tables are put one below the other."""
_DISTINCT = re.compile(r"\bunion\b(?!\s+all)", re.IGNORECASE)
_ALL = re.compile(r"\bunion\s+all\b", re.IGNORECASE)
_ROLES = frozenset(
    {
        *(Role.OTHER, Role.SOURCE_COLUMN, Role.SOURCE_SYSTEM, Role.DESCRIPTION),
        *(Role.STATE, Role.NOTE, Role.NUMBER, Role.EXAMPLE, Role.SECTION),
    }
)
"""Parts that a column whose header is no known word may have been given by what it holds."""
_NAME_SHARE = 0.6
_KNOWN = 0.5


def tables_beside(grid: SheetGrid, layout: Layout) -> dict[int, TableBeside]:
    """The table of each column of a mapping whose header names one; empty where there are not at least two.

    Args:
        grid: the sheet.
        layout: its roles; not changed.
    """
    if layout.steps or layout.has(Role.SOURCE_TABLE) or not layout.has(Role.TARGET_COLUMN):
        return {}
    found = {
        cell.column: named
        for cell in layout.header.cells
        if layout.roles.get(cell.column) in _ROLES
        and cell.column not in layout.fixed
        and (named := _named(grid, cell.row or layout.header.row, cell.column) or _under_band(cell))
        is not None
        and _are_columns(values_of(grid, layout, cell.column))
    }
    different = {each.name.casefold() for each in found.values()}
    return found if len(found) > 1 and len(different) == len(found) else {}


def with_tables_beside(grid: SheetGrid, layout: Layout) -> Layout:
    """The layout with such columns as source columns, and their tables."""
    found = tables_beside(grid, layout)
    for column in found:
        layout.roles[column] = Role.SOURCE_COLUMN
        layout.kinds[column] = "column"
    layout.beside = found
    return layout


def union_of(
    target: str,
    layout: Layout,
    columns: Sequence[ColumnMapping],
    texts: Sequence[str],
    cell: Callable[[int, int], Cell],
) -> list[Step]:
    """The parts of a union, one for each table side by side; empty where nothing says that they are parts.

    Args:
        target: name of the target.
        layout: of the block.
        columns: as read from it.
        texts: what stands around the grid.
        cell: gives the cell of a row and column.
    """
    beside: list[TableBeside] = [each for _column, each in sorted(layout.beside.items())]
    told = joined_by(texts)
    if not beside or not (told or any(_speaks_apart(c.rule, beside) for c in columns)):
        return []
    return list(_steps(target, beside, told or StepKind.UNION_ALL, cell))


def joined_by(texts: Sequence[str]) -> StepKind | None:
    """How texts say that tables are put one below the other; None where none says so.

    Args:
        texts: what stands around a grid.
    """
    told = [text for text in texts if _STACKED.search(text)]
    distinct = any(map(_DISTINCT.search, told)) and not any(map(_ALL.search, told))
    return (StepKind.UNION if distinct else StepKind.UNION_ALL) if told else None


def texts_around(grid: SheetGrid, layout: Layout) -> list[str]:
    """The texts of the sheet that stand outside the grid's rows."""
    rows = range(layout.header.row + 1, layout.last_row + 1)
    column = layout.first(Role.TARGET_COLUMN)
    named = (row for row in rows if is_name(text := grid.at(row, column)) and not text.isdigit())
    last = max(named, default=layout.header.row)
    outside = (*grid.rows[: layout.header.top - 1], *grid.rows[last:])
    return [text for texts in outside for text in texts if text]


def _steps(
    target: str, beside: Sequence[TableBeside], union: StepKind, cell: Callable[[int, int], Cell]
) -> Iterator[Step]:
    for number, each in enumerate(beside):
        place = cell(each.row, each.column)
        if number:
            yield Step(target, 2 * number, union, each.label, cell=place)
        yield Step(target, 2 * number + 1, StepKind.DRIVING, each.label, each.name, cell=place)


def _speaks_apart(rule: str, beside: Sequence[TableBeside]) -> bool:
    """Whether a rule has a text of its own for two of the tables: `road: copy, rail: date without time`."""
    labels = {text.casefold() for each in beside for text in (each.label, each.name)}
    said = {text.strip().casefold() for text in re.findall(r"(?:^|[,;.\n])\s*([\w &/-]+?)\s*:", rule)}
    return len(labels & said) > 1


def _named(grid: SheetGrid, row: int, column: int) -> TableBeside | None:
    """The table that a header, or the cell above it, names."""
    for place in (row, row - 1):
        text = grid.at(place, column) if place else ""
        found = _NAMED.match(text)
        name = (found["inner"] or found["behind"]) if found is not None else ""
        if found is not None and is_name(name) and ("_" in name or _is_own_word(found["label"])):
            return TableBeside(clean_name(name), found["label"].strip(), place, column)
        if (bare := _BARE.match(text)) is not None and _is_own_word(bare["table"]):
            return TableBeside(clean_name(bare["table"]), bare["table"], place, column)
    return None


def _under_band(cell: HeaderCell) -> TableBeside | None:
    """The table that a bare name under a band of sources is."""
    is_bare = cell.band_side is Side.SOURCE and is_name(cell.text) and " " not in cell.text.strip()
    if not is_bare or not _is_own_word(cell.text):
        return None
    name = clean_name(cell.text)
    return TableBeside(name, name, cell.row, cell.column)


def _is_own_word(text: str) -> bool:
    """Whether a text is none of the words that headers are made of, such as `src_field`."""
    told = guess(text)
    return told.known < _KNOWN or not told.kind


def _are_columns(values: Sequence[str]) -> bool:
    told = [text for text in values if not is_blank(text) and not is_placeholder(text)]
    return bool(told) and sum(map(is_name, told)) >= _NAME_SHARE * len(told)

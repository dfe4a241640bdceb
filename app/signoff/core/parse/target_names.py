"""The cell of a target column: the names in it, the table before them, and the table that both sides share."""

from __future__ import annotations

import re
from functools import lru_cache

from signoff.core.domain.spec import Role
from signoff.core.parse.blocks import Block
from signoff.core.parse.labels import row_labels
from signoff.core.parse.lexicon import Side
from signoff.core.parse.names import clean_name, is_name, leading_name, unmarked, without_note
from signoff.core.parse.naming import target_name_above
from signoff.core.parse.placeholders import REMEMBERED

_SEVERAL = re.compile(r"[,;\n]|\s[/+&]\s")
_TABLE_NAME = re.compile(
    r"^(?:[\w$#]+\.)*(?:dim|fact|fct|stg|ods|dwh|hub|sat|lnk|link|tbl|mart|d|f|t)_\w+$", re.IGNORECASE
)
_LIST = re.compile(r"[,;+&/]")
_WIDE_MERGE = 3
"""Columns that a title merged over the grid covers at least."""
_AFTER_ARROW = re.compile(r"\s*(?:→|->|=>).*$", re.DOTALL)


@lru_cache(maxsize=REMEMBERED)
def column_names(text: str) -> tuple[str, ...]:
    """The columns a target cell names: several between commas, lines, plus signs or slashes; else the cell itself."""
    if text.isidentifier():
        return (text,)
    head = _AFTER_ARROW.sub("", text)
    text = head if head and is_name(head) else text
    if (technical := technical_line(text)) != text:
        return (technical,)
    names = _slashed(text) or [part.strip() for part in _SEVERAL.split(text)]
    several = len(names) > 1 and all(is_name(name) and " " not in name for name in names)
    return tuple(names) if several else (text,)


def technical_line(text: str) -> str:
    """The technical name of a cell of two lines, one in words of business; the text itself where it is no such cell."""
    lines = [line.strip(" `*()[]") for line in text.split("\n") if line.strip()]
    technical = [line for line in lines if line.isidentifier() and ("_" in line or not line.istitle())]
    spoken = [line for line in lines if (" " in line or line.istitle()) and not _LIST.search(line)]
    return (
        technical[0]
        if len(lines) == 2 and len(technical) == len(spoken) == 1 and technical != spoken
        else text
    )


@lru_cache(maxsize=REMEMBERED)
def name_part(text: str) -> str:
    """A target cell without marks, remarks in brackets and what stands behind an arrow."""
    return without_note(unmarked(_AFTER_ARROW.sub("", text)).text)


def table_of(text: str) -> str:
    """The table in a target cell written as table.column; empty when there is none."""
    return clean_name(name_part(text)).rpartition(".")[0]


def group_title(block: Block, row: int) -> tuple[str, int] | None:
    """Name and column of a target that a row inside the grid tells alone, above its rows; None for other rows.

    `Target Table: dim_x`; a table's name with a prefix such as `dim_`; a name in capitals that is merged over the grid.
    """
    texts = block.grid.rows[row - 1]
    below = block.grid.rows[row] if row < len(block.grid.rows) else ()
    if (pair := _table_pair(block, row)) is not None:
        return pair
    if sum(map(bool, texts)) != 1 or sum(map(bool, below)) < 2:
        return None
    column, text = next((place, each) for place, each in enumerate(texts, 1) if each)
    label = next((x for x in row_labels(row, [(column, text)]) if x.kind == "table"), None)
    if label is not None:
        name = leading_name(label.value) if label.side is not Side.SOURCE else ""
        return (name, column) if name else None
    own_column = column == block.layout.first(Role.TARGET_COLUMN)
    if _TABLE_NAME.match(text) and (own_column or _is_merged(block, row, column)):
        return clean_name(text), column
    technical = text.isidentifier() and (text.isupper() or "_" in text)
    named = technical or (text.isidentifier() and text.islower() and _names_its_columns(block, row, text))
    return (text, column) if named and _is_merged(block, row, column) else None


def source_beside(block: Block, row: int) -> str:
    """The source table that stands in a row which tells two tables: ``dim_podcast | | podcasts``; may be empty."""
    return block.grid.at(row, block.layout.first(Role.SOURCE_COLUMN)) if _table_pair(block, row) else ""


def _table_pair(block: Block, row: int) -> tuple[str, int] | None:
    """Name and column of a target in a row that tells a target and a source table, where each of them has a prefix."""
    layout, grid = block.layout, block.grid
    column, source = layout.first(Role.TARGET_COLUMN), layout.first(Role.SOURCE_COLUMN)
    if layout.has(Role.SOURCE_TABLE) or not (column and source and layout.has(Role.TARGET_TYPE)):
        return None
    others = [c for c, text in enumerate(grid.rows[row - 1], 1) if text and c not in (column, source)]
    roles = (Role.TARGET_TYPE, Role.RULE, Role.JOIN, Role.FILTER, Role.NOTE, Role.DESCRIPTION)
    told = any(layout.roles.get(c) in roles for c in others)
    name, table = grid.at(row, column), grid.at(row, source)
    if told or not _TABLE_NAME.match(name) or not table.isidentifier():
        return None
    typed = grid.at(row + 1, layout.first(Role.TARGET_TYPE))
    return (clean_name(name), column) if typed else None


def is_group_heading(block: Block, row: int, column: int) -> bool:
    """Whether a row is one cell merged over the grid, such as ``Measures``: it heads the columns below it."""
    return sum(map(bool, block.grid.rows[row - 1])) == 1 and _is_merged(block, row, column)


def _names_its_columns(block: Block, row: int, text: str) -> bool:
    """Whether the first column below a band is called after it: ``tenant`` above ``tenant_no``."""
    first = block.grid.at(row + 1, block.layout.first(Role.TARGET_COLUMN)).casefold()
    return first.startswith((f"{text}_", f"{text.removesuffix('s')}_")) or first in (
        "id",
        "key",
        "no",
        "code",
    )


def _is_merged(block: Block, row: int, column: int) -> bool:
    """Whether a cell is merged over several columns of the grid."""
    return any(
        m.first_row == row and m.first_column == column and m.last_column - column + 1 >= _WIDE_MERGE
        for m in block.grid.merges
    )


def _slashed(text: str) -> list[str]:
    """Names with underscores between bare slashes: `rows_read/rows_kept`."""
    parts = [part.strip() for part in text.split("/")]
    return parts if len(parts) > 1 and all("_" in p and " " not in p and is_name(p) for p in parts) else []


def shared_table(block: Block) -> int:
    """The column of tables that belongs to both sides: `Table | Old column | New column`; 0 for none."""
    layout = block.layout
    tables = layout.columns(Role.SOURCE_TABLE)
    if layout.has(Role.TARGET_TABLE) or len(tables) != 1 or not layout.has(Role.SOURCE_COLUMN):
        return 0
    header = next((c for c in layout.header.cells if c.column == tables[0]), None)
    if header is None or header.guess.side or header.band_side or header.guess.layer >= 0:
        return 0
    columns = [*layout.columns(Role.SOURCE_COLUMN), *layout.columns(Role.TARGET_COLUMN)]
    sided = all(c.guess.side for c in layout.header.cells if c.column in columns)
    return tables[0] if sided and tables[0] < min(columns) and not target_name_above(block)[0] else 0


def is_heading(block: Block, column: int, text: str) -> bool:
    """Whether a target cell that stands alone in its row is a heading: of several words where no column's name is."""
    if " " not in text.strip():
        return False
    rows = block.grid.rows[block.layout.header.row : block.layout.last_row]
    named = [
        row[column - 1] for row in rows if len(row) >= column and row[column - 1] and sum(map(bool, row)) > 1
    ]
    return len(named) > 1 and not any(" " in unmarked(name).text.strip() for name in named)

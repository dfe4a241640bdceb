"""Sheets that list columns of tables with their types: source tables, or the layout of targets."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from signoff.core.domain.spec import Role, SourceColumn, SourceTable
from signoff.core.engines.sql.types import duckdb_type
from signoff.core.parse.blocks import Block
from signoff.core.parse.filldown import FillDown, Rows
from signoff.core.parse.names import clean_name, is_name, unmarked
from signoff.core.parse.placeholders import is_blank
from signoff.core.parse.types import folded_type, says_key, says_required


@dataclass
class TableListing:
    """Columns of one table as a document lists them."""

    name: str
    columns: list[SourceColumn] = field(default_factory=list)
    key: list[str] = field(default_factory=list)

    def table(self) -> SourceTable:
        """The listing as a source table, with DuckDB's types."""
        columns = tuple(replace(column, type=duckdb_type(column.type)) for column in self.columns)
        return SourceTable(self.name, columns, tuple(self.key))


def read_columns(block: Block, default_table: str) -> list[TableListing]:
    """Tables of one block of kind columns, in the document's order.

    Args:
        block: the block.
        default_table: the table where no column names one; rows without any are left out.
    """
    return _Reader(block, default_table).read()


class _Reader:
    def __init__(self, block: Block, default_table: str) -> None:
        self._block, self._layout, self._default = block, block.layout, default_table
        self._rows, self._fill = Rows(block), FillDown()
        self._tables: dict[str, TableListing] = {}
        by_target = self._layout.has(Role.TARGET_COLUMN)
        self._table = self._layout.first(Role.TARGET_TABLE if by_target else Role.SOURCE_TABLE) or (
            self._layout.first(Role.SOURCE_TABLE) or self._layout.first(Role.TARGET_TABLE)
        )
        self._column = self._layout.first(Role.TARGET_COLUMN if by_target else Role.SOURCE_COLUMN)
        self._type = Role.TARGET_TYPE if by_target else Role.SOURCE_TYPE
        self._length = Role.TARGET_LENGTH if by_target else Role.SOURCE_LENGTH
        self._null = Role.TARGET_NULLABLE if by_target else Role.SOURCE_NULLABLE
        keys = [c for c, kind in self._layout.kinds.items() if kind == "key"]
        self._key = keys[0] if keys else 0

    def read(self) -> list[TableListing]:
        for row in range(self._layout.header.row + 1, self._layout.last_row + 1):
            self._row(row)
        return list(self._tables.values())

    def _row(self, row: int) -> None:
        own = self._rows.text(row, self._table)
        self._fill.see(self._table, own, (row, self._table))
        table = clean_name(self._fill.last(self._table)[0]) or self._default
        name = unmarked(self._rows.text(row, self._column))
        if not table or is_blank(name.text) or not is_name(name.text):
            return
        lengths = tuple(t for c in self._layout.columns(self._length) if (t := self._rows.text(row, c)))
        type_text, type_key, not_null = folded_type(
            self._rows.text(row, self._layout.first(self._type)), lengths
        )
        key = name.key or type_key or says_key(self._rows.text(row, self._key))
        listing = self._tables.setdefault(table.casefold(), TableListing(table))
        if any(column.name.casefold() == clean_name(name.text).casefold() for column in listing.columns):
            return
        required = not_null or self._required(row)
        description = self._rows.text(row, self._layout.first(Role.DESCRIPTION))
        listing.columns.append(SourceColumn(clean_name(name.text), type_text, not required, description))
        if key:
            listing.key.append(clean_name(name.text))
        self._block.used.update(
            self._rows.home(row, c)
            for c, r in self._layout.roles.items()
            if r is not Role.OTHER or c == self._key
        )

    def _required(self, row: int) -> bool:
        column = self._layout.first(self._null)
        return bool(column) and says_required(
            self._rows.text(row, column), self._layout.kinds.get(column) == "nullable"
        )

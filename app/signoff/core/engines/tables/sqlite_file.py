"""Tables and views of a SQLite database file; runs in the child process only."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ForeignKey, SourceColumn, SourceTable
from signoff.core.engines.sql.clock import limited_time
from signoff.core.engines.sql.create_table import read_create_table
from signoff.core.engines.tables.extracted import (
    MOST_ROWS,
    MOST_TABLES,
    Extracted,
    ExtractedTable,
    Room,
    file_names,
    write_rows,
)
from signoff.core.errors import SignoffError
from signoff.core.progress import CancelToken

_SECONDS = 60.0
_LONGEST_VALUE = 1_000_000
_LISTED = """
SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
AND coalesce(sql, '') NOT LIKE 'create virtual%' ORDER BY type, name
"""


def extract_sqlite(path: Path, folder: Path, cancel: CancelToken) -> Extracted:
    """All tables and views with their rows as text, written as sample files into a folder.

    Raises:
        SignoffError: the file is damaged.
        Cancelled: `cancel` was set.
    """
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        connection.text_factory = lambda data: data.decode("utf-8", "replace")
        return _Database(connection, folder, cancel).extract(path)
    except sqlite3.Error as error:
        raise SignoffError(say("sample.database_unreadable", file=path.name, reason=f"{error}.")) from error
    finally:
        connection.close()


class _Database:
    def __init__(self, connection: sqlite3.Connection, folder: Path, cancel: CancelToken) -> None:
        self._connection, self._folder, self._cancel = connection, folder, cancel
        self._room = Room()
        self._remarks: list[str] = []

    def extract(self, path: Path) -> Extracted:
        """Everything the database holds."""
        listed = self._connection.execute(_LISTED).fetchall()
        if len(listed) > MOST_TABLES:
            self._remarks.append(say("sample.too_many_tables", file=path.name, limit=MOST_TABLES))
        log = path.with_name(path.name + "-wal")
        if log.is_file() and log.stat().st_size:
            self._remarks.append(say("sample.log_beside", file=path.name, log=log.name))
        names = [str(name) for name, _ in listed[:MOST_TABLES]]
        tables = []
        for (name, sql), file in zip(listed[:MOST_TABLES], file_names(names), strict=True):
            self._cancel.check()
            tables.append(self._table(str(name), str(sql or ""), file))
        return Extracted(tuple(tables), tuple(self._remarks))

    def _table(self, name: str, sql: str, file: str) -> ExtractedTable:
        own_name = file.removesuffix(".csv")
        try:
            with limited_time(_SECONDS, self._connection.interrupt):
                known = self._known(name, own_name, sql)
                rows, cut = write_rows(
                    self._folder / file, [c.name for c in known.columns], self._rows(name), self._room
                )
        except sqlite3.Error as error:
            self._remarks.append(say("sample.rows_unreadable", table=own_name, reason=f"{error}."))
            return ExtractedTable(SourceTable(own_name))
        return ExtractedTable(known, file, rows, cut)

    def _known(self, name: str, own_name: str, sql: str) -> SourceTable:
        """Columns by the table's statement where that can be read, keys as the database itself has them."""
        stated = (read_create_table(sql, "sqlite") if len(sql) < 100_000 else None) or SourceTable(own_name)
        columns, keys = [], []
        for _, column, kind, required, default, key, hidden in self._info("table_xinfo", name):
            if hidden == 1:
                continue
            told = stated.column(column) or SourceColumn(column, "" if not kind else "VARCHAR")
            required = bool(required) or bool(key)
            columns.append(
                SourceColumn(column, told.type if kind else "", not required, "", told.length, default or "")
            )
            if key:
                keys.append((key, column))
        foreign: dict[int, ForeignKey] = {}
        for number, _, table, here, there, *_ in self._info("foreign_key_list", name):
            before = foreign.get(number, ForeignKey((), table))
            referred = (*before.referred, there) if there else before.referred
            foreign[number] = ForeignKey((*before.columns, here), table, referred)
        key_names = tuple(column for _, column in sorted(keys))
        return SourceTable(
            own_name, tuple(columns), key_names, "", tuple(foreign[n] for n in sorted(foreign))
        )

    def _info(self, pragma: str, name: str) -> list[tuple[Any, ...]]:
        return self._connection.execute(f"SELECT * FROM pragma_{pragma}(?)", (name,)).fetchall()

    def _rows(self, name: str) -> Iterator[list[str | None]]:
        quoted = '"' + name.replace('"', '""') + '"'
        for row in self._connection.execute(f"SELECT * FROM {quoted} LIMIT {MOST_ROWS + 1}"):
            yield [_text(value) for value in row]


def _text(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.hex()
    return repr(value)

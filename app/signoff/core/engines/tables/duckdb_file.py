"""Tables and views of a DuckDB database file; runs in the child process only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ForeignKey, SourceColumn, SourceTable
from signoff.core.engines.sql.clock import limited_time
from signoff.core.engines.sql.connection import HARDENED
from signoff.core.engines.sql.problems import sentence
from signoff.core.engines.sql.types import duckdb_type
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
_PIECE = 2_000
_CONFIG = {
    **HARDENED,
    "enable_external_access": "false",
    "memory_limit": "1GB",
    "threads": "1",
    "lock_configuration": "true",
}
_TABLES = """
SELECT place, name, comment FROM (
    SELECT schema_name AS place, table_name AS name, comment FROM duckdb_tables() WHERE NOT internal
    UNION ALL SELECT schema_name, view_name, comment FROM duckdb_views() WHERE NOT internal
) ORDER BY place = 'main' DESC, place, name
"""
_COLUMNS = """
SELECT column_name, data_type, is_nullable, comment, column_default FROM duckdb_columns()
WHERE schema_name = ? AND table_name = ? ORDER BY column_index
"""
_KEYS = """
SELECT constraint_type, constraint_column_names, referenced_table, referenced_column_names FROM duckdb_constraints()
WHERE schema_name = ? AND table_name = ? AND constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY')
"""


def extract_duckdb(path: Path, folder: Path, cancel: CancelToken) -> Extracted:
    """All tables and views with their rows as text, written as sample files into a folder.

    Raises:
        SignoffError: the file is damaged, or from another version of DuckDB.
        Cancelled: `cancel` was set.
    """
    try:
        connection = duckdb.connect(str(path), read_only=True, config=_CONFIG)
    except duckdb.Error as error:
        raise SignoffError(
            say("sample.database_unreadable", file=path.name, reason=sentence(str(error)))
        ) from error
    try:
        return _Database(connection, folder, cancel).extract(path.name)
    except duckdb.Error as error:
        raise SignoffError(
            say("sample.database_unreadable", file=path.name, reason=sentence(str(error)))
        ) from error
    finally:
        connection.close()


class _Database:
    def __init__(self, connection: duckdb.DuckDBPyConnection, folder: Path, cancel: CancelToken) -> None:
        self._connection, self._folder, self._cancel = connection, folder, cancel
        self._room = Room()
        self._remarks: list[str] = []

    def extract(self, name: str) -> Extracted:
        """Everything the database holds."""
        listed = self._connection.execute(_TABLES).fetchall()
        if len(listed) > MOST_TABLES:
            self._remarks.append(say("sample.too_many_tables", file=name, limit=MOST_TABLES))
        listed = listed[:MOST_TABLES]
        places = zip(listed, file_names(_plain_names(listed)), strict=True)
        tables = []
        for (schema, table, comment), file in places:
            self._cancel.check()
            tables.append(self._table(schema, table, comment or "", file))
        return Extracted(tuple(tables), tuple(self._remarks))

    def _table(self, schema: str, table: str, comment: str, file: str) -> ExtractedTable:
        columns = tuple(
            SourceColumn(name, _kind(kind), bool(nullable), words or "", 0, default or "")
            for name, kind, nullable, words, default in self._ask(_COLUMNS, schema, table)
        )
        key: tuple[str, ...] = ()
        foreign = []
        for kind, names, there, referred in self._ask(_KEYS, schema, table):
            if kind == "PRIMARY KEY":
                key = tuple(names)
            elif there:
                foreign.append(ForeignKey(tuple(names), there, tuple(referred or ())))
        known = SourceTable(file.removesuffix(".csv"), columns, key, comment, tuple(foreign))
        try:
            with limited_time(_SECONDS, self._connection.interrupt):
                rows, cut = write_rows(
                    self._folder / file,
                    [c.name for c in columns],
                    self._rows(schema, table, columns),
                    self._room,
                )
        except duckdb.Error as error:
            self._remarks.append(say("sample.rows_unreadable", table=known.name, reason=sentence(str(error))))
            return ExtractedTable(known)
        return ExtractedTable(known, file, rows, cut)

    def _ask(self, sql: str, *values: str) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, list(values)).fetchall()

    def _rows(
        self, schema: str, table: str, columns: tuple[SourceColumn, ...]
    ) -> Iterator[tuple[str | None, ...]]:
        texts = ", ".join(f"CAST({_quoted(c.name)} AS VARCHAR)" for c in columns)
        cursor = self._connection.execute(
            f"SELECT {texts} FROM {_quoted(schema)}.{_quoted(table)} LIMIT {MOST_ROWS + 1}"
        )
        while rows := cursor.fetchmany(_PIECE):
            self._cancel.check()
            yield from rows


def _plain_names(listed: list[tuple[str, str, str]]) -> list[str]:
    """The tables' own names; with their schema where another one has the same."""
    seen: set[str] = set()
    names = []
    for schema, table, _ in listed:
        name = f"{schema}_{table}" if table.casefold() in seen else table
        seen.add(table.casefold())
        names.append(name)
    return names


def _kind(kind: str) -> str:
    return "VARCHAR" if kind.startswith(("ENUM", "UNION", "VARIANT")) else duckdb_type(kind, "duckdb")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'

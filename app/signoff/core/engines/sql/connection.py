"""A DuckDB database that can only be asked about the tables loaded into it."""

from __future__ import annotations

from collections.abc import Callable

import duckdb

HARDENED: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_persistent_secrets": "false",
    "python_enable_replacements": "false",
    "temp_directory": "",
    "max_expression_depth": "250",
}
"""No extensions, no secrets, nothing on disk: for every database that is opened here."""

BACKWARD = "backward"
"""Schema that holds every table with its rows in reverse."""
RAW = "raw"
"""Schema that holds the text of those columns whose values do not show it any more, row by row as in the table."""


def open_database(memory: str, threads: int) -> duckdb.DuckDBPyConnection:
    """A fresh database in memory that may still read files.

    Args:
        memory: DuckDB's own cap, such as ``512MB``; the process has a cap besides.
        threads: threads of the engine; one gives the same order of rows each time.
    """
    connection = duckdb.connect(
        ":memory:",
        config={
            **HARDENED,
            "preserve_insertion_order": "true",
            "memory_limit": memory,
            "threads": str(threads),
        },
    )
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute(f"CREATE SCHEMA {BACKWARD}")
    connection.execute(f"CREATE SCHEMA {RAW}")
    return connection


def lock(
    connection: duckdb.DuckDBPyConnection, load: Callable[[], None]
) -> tuple[duckdb.DuckDBPyConnection, duckdb.DuckDBPyConnection]:
    """Load, then close the database to files, network and settings for good.

    Returns:
        Two connections to it: one that reads tables as loaded, one that reads them backward.
    """
    load()
    backward = connection.cursor()
    backward.execute(f"SET schema = '{BACKWARD}'")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection, backward

"""The child of `sql_proof`: makes a DuckDB file of sample tables, or runs statements in one.

Started as ``python -m signoff.core.engines.sql_proof_worker`` with ``{"database": path, "tables": […]}`` as JSON on
its standard input, tables as `sample_to_data` gives them, or with ``{"database": path, "statements": […]}``; the rows
of the statements are JSON on its standard output. What it can't do is one sentence on standard error.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

import duckdb

from signoff.core.engines.sql.connection import BACKWARD, RAW
from signoff.core.engines.sql.loading import Loader
from signoff.core.errors import SignoffError


def main(order: str) -> int:
    """The child: make the database; returns the exit code."""
    wanted = json.loads(order)
    try:
        if "statements" in wanted:
            print(json.dumps(_run(wanted["database"], wanted["statements"]), default=str))
        else:
            _load(wanted["database"], wanted["tables"])
    except (SignoffError, duckdb.Error) as cause:
        print(cause, file=sys.stderr)
        return 1
    return 0


def _run(database: str, statements: Sequence[str]) -> list[list[tuple[object, ...]]]:
    with duckdb.connect(database) as connection:
        return [connection.execute(statement).fetchall() for statement in statements]


def _load(database: str, tables: Sequence[dict[str, object]]) -> None:
    with duckdb.connect(database) as connection:
        for schema in (BACKWARD, RAW):
            connection.execute(f"CREATE SCHEMA {schema}")
        loader = Loader(connection)
        for table in tables:
            if table["path"] or table["columns"]:
                loader.load(table)
        for schema in (BACKWARD, RAW):
            connection.execute(f"DROP SCHEMA {schema} CASCADE")


if __name__ == "__main__":
    sys.exit(main(sys.stdin.read()))

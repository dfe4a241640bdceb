"""Load sample tables into a DuckDB file for a proof run of dbt; runs as a child process of its own.

Started as ``python -m signoff.core.engines.sql_proof`` with ``{"database": path, "tables": […]}`` as JSON on
its standard input, tables as `sample_to_data` gives them. What it can't do is one sentence on standard error.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import duckdb

from signoff.core.domain.spec import Schema
from signoff.core.engines.sql.connection import BACKWARD
from signoff.core.engines.sql.loading import Loader
from signoff.core.engines.sql.samples import SampleTable, read_folder, sample_to_data
from signoff.core.errors import SignoffError

_SECONDS = 300


def load_database(database: Path, samples: Path, sources: Schema) -> None:
    """Make a DuckDB file of a folder of samples, read as the sandbox reads it.

    Args:
        database: the file to make.
        samples: CSV or Parquet files and ``schema.sql``.
        sources: tables that get no rows where the folder has none.

    Raises:
        SignoffError: a sample can't be read.
    """
    tables = list(read_folder(samples).tables)
    known = {table.name.casefold() for table in tables}
    tables += [SampleTable(t.name, None, t.columns) for t in sources.tables if t.name.casefold() not in known]
    order = json.dumps({"database": str(database), "tables": [sample_to_data(table) for table in tables]})
    command = [sys.executable, "-m", __name__]
    done = subprocess.run(command, input=order, capture_output=True, text=True, timeout=_SECONDS, check=False)
    if done.returncode:
        last_words = done.stderr.strip().splitlines()[-1:] or ["it ended without a word"]
        raise SignoffError(f"The samples can't be loaded for dbt: {last_words[0]}")


def main(order: str) -> int:
    """The child: make the database; returns the exit code."""
    wanted = json.loads(order)
    try:
        _load(wanted["database"], wanted["tables"])
    except (SignoffError, duckdb.Error) as cause:
        print(cause, file=sys.stderr)
        return 1
    return 0


def _load(database: str, tables: Sequence[dict[str, object]]) -> None:
    with duckdb.connect(database) as connection:
        connection.execute(f"CREATE SCHEMA {BACKWARD}")
        loader = Loader(connection)
        for table in tables:
            if table["path"] or table["columns"]:
                loader.load(table)
        connection.execute(f"DROP SCHEMA {BACKWARD} CASCADE")


if __name__ == "__main__":
    sys.exit(main(sys.stdin.read()))

"""Load sample tables into a DuckDB file for a proof run of dbt, and ask it, in a child process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema
from signoff.core.engines.sql.samples import SampleTable, read_folder, sample_to_data
from signoff.core.errors import SignoffError

_WORKER = "signoff.core.engines.sql_proof_worker"
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
    _child({"database": str(database), "tables": [sample_to_data(table) for table in tables]})


def run_in_database(database: Path, statements: Sequence[str]) -> list[list[list[Any]]]:
    """Run statements in a DuckDB file; the rows of each, dates and decimals as text.

    Raises:
        SignoffError: a statement fails.
    """
    rows: list[list[list[Any]]] = json.loads(
        _child({"database": str(database), "statements": list(statements)})
    )
    return rows


def _child(wanted: dict[str, object]) -> str:
    command = [sys.executable, "-m", _WORKER]
    try:
        done = subprocess.run(
            command, input=json.dumps(wanted), capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as expired:
        raise SignoffError(say("sample.proof_too_slow", seconds=_SECONDS)) from expired
    if done.returncode:
        last_words = done.stderr.strip().splitlines()[-1:] or ["it ended without a word"]
        raise SignoffError(say("sample.proof_not_loaded", reason=last_words[0]))
    return done.stdout

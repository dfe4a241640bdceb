"""The process that opens databases and dbt's files: run as ``python -m``, answers one method, `extract`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from signoff.core.domain.codec import to_data
from signoff.core.domain.sentences import say
from signoff.core.engines.tables.dbt_files import extract_dbt
from signoff.core.engines.tables.duckdb_file import extract_duckdb
from signoff.core.engines.tables.extracted import Extracted
from signoff.core.engines.tables.kinds import TableFile, kind_of
from signoff.core.engines.tables.sqlite_file import extract_sqlite
from signoff.core.errors import SignoffError
from signoff.core.isolation.serve import WorkerContext, serve


def extract(params: dict[str, Any], context: WorkerContext) -> Any:
    """Write the tables of the file at ``path`` into ``folder``, both absolute; gives what they are."""
    return to_data(_extracted(Path(params["path"]), Path(params["folder"]), context))


def _extracted(path: Path, folder: Path, context: WorkerContext) -> Extracted:
    kind = kind_of(path)
    if kind is TableFile.DUCKDB:
        return extract_duckdb(path, folder, context.token)
    if kind is TableFile.SQLITE:
        return extract_sqlite(path, folder, context.token)
    if kind is TableFile.JSON:
        return extract_dbt(path)
    raise SignoffError(say("sample.no_database", file=path.name))


if __name__ == "__main__":
    serve({"extract": extract})

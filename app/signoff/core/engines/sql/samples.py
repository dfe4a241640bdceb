"""Sample tables: what a folder of CSV and Parquet files holds, with the types its ``schema.sql`` states."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from signoff.core.domain.findings import Finding
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ForeignKey, SourceColumn, SourceTable
from signoff.core.engines.sql.schema_sql import read_schema_sql
from signoff.core.errors import SignoffError

_FORMATS = {".parquet": "parquet", ".csv": "csv", ".tsv": "csv"}
"""Ending of a sample file and how it is read; the first wins where one table has two files."""
_SCHEMA = "schema.sql"


@dataclass(frozen=True)
class SampleTable:
    """One table to load: from a file, from rows given here, or empty."""

    name: str
    path: Path | None = None
    """CSV (``\\N`` is NULL, first line the names) or Parquet file; None for `rows`."""
    columns: tuple[SourceColumn, ...] = ()
    """Stated types; a column not stated, or stated without type, takes the type DuckDB detects."""
    key: tuple[str, ...] = ()
    description: str = ""
    foreign_keys: tuple[ForeignKey, ...] = ()
    rows: tuple[tuple[str | None, ...], ...] = ()
    """Values as text in the order of `columns`; used when there is no path."""


@dataclass(frozen=True)
class SampleFolder:
    """What a folder of samples holds, and what was doubtful."""

    tables: tuple[SampleTable, ...]
    findings: tuple[Finding, ...] = ()


def tables_from_folder(folder: Path) -> tuple[SampleTable, ...]:
    """The tables of `read_folder`, without its findings."""
    return read_folder(folder).tables


def read_folder(folder: Path) -> SampleFolder:
    """One table for each CSV and Parquet file, named after it, and an empty one for each other CREATE TABLE.

    Raises:
        SignoffError: the folder is missing, or holds no table.
    """
    if not folder.is_dir():
        raise SignoffError(say("sample.no_folder", folder=folder))
    schema_file = next((each for each in folder.iterdir() if each.name.lower() == _SCHEMA), None)
    stated = read_schema_sql(schema_file) if schema_file else ((), ())
    tables = _with_stated(_files(folder), stated[0])
    if not tables:
        raise SignoffError(say("sample.no_tables", folder=folder))
    return SampleFolder(tables, stated[1])


def _files(folder: Path) -> dict[str, SampleTable]:
    """Sample files by table name, names compared without case."""
    found: dict[str, SampleTable] = {}
    for ending in _FORMATS:
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() == ending and path.is_file():
                found.setdefault(path.stem.casefold(), SampleTable(path.stem, path.resolve()))
    return found


def _with_stated(files: dict[str, SampleTable], stated: Iterable[SourceTable]) -> tuple[SampleTable, ...]:
    tables = dict(files)
    for table in stated:
        sample = tables.get(table.name.casefold(), SampleTable(table.name))
        tables[table.name.casefold()] = replace(
            sample,
            columns=table.columns,
            key=table.key,
            description=table.description,
            foreign_keys=table.foreign_keys,
        )
    return tuple(tables.values())


def sample_to_data(table: SampleTable) -> dict[str, object]:
    """The table as the child process takes it."""
    kind = "" if table.path is None else _FORMATS.get(table.path.suffix.lower(), "csv")
    return {
        "name": table.name,
        "path": "" if table.path is None else str(table.path.resolve()),
        "format": kind,
        "columns": [{"name": c.name, "type": c.type} for c in table.columns],
        "rows": [list(row) for row in table.rows],
    }

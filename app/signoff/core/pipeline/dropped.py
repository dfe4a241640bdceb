"""What somebody gave, told apart: documents, sample files, SQL; folders give what they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from signoff.core.domain.sentences import say
from signoff.core.engines.sql.schema_sql import decoded, makes_tables
from signoff.core.engines.tables.kinds import TableFile, kind_of
from signoff.core.errors import SignoffError
from signoff.core.mask.glossary_files import is_glossary
from signoff.core.pipeline.dbt_project import is_project
from signoff.core.project.inputs import SCHEMA_FILE

DOCUMENT_ENDINGS = (".xlsx", ".xlsm", ".xls", ".md", ".txt")
"""Of files that are nothing but a mapping document; delimited text may be one too."""
WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xls")
TEXT_ENDINGS = (".csv", ".tsv")
SAMPLE_ENDINGS = (*TEXT_ENDINGS, ".parquet")
DATABASE_ENDINGS = (".duckdb", ".ddb", ".db", ".db3", ".sqlite", ".sqlite3", ".s3db")
_DBT_FILES = frozenset({"manifest.json", "catalog.json"})
_HEAD = 64 * 2**10
_DEPTH = 3
_MOST = 2_000
"""Files looked at in one folder."""


@dataclass(frozen=True)
class Dropped:
    """Files by what they are."""

    documents: tuple[Path, ...] = ()
    samples: tuple[Path, ...] = ()
    """One a source table."""
    schemas: tuple[Path, ...] = ()
    """Files of CREATE TABLE statements of the source tables."""
    databases: tuple[Path, ...] = ()
    """DuckDB and SQLite files, and dbt's manifest and catalog: files of several source tables."""
    workbooks: tuple[Path, ...] = ()
    """Workbooks of sample rows; empty until somebody has looked into the documents."""
    existing: tuple[Path, ...] = ()
    """SQL of target tables."""
    dbt_projects: tuple[Path, ...] = ()
    """Folders of dbt projects, whose models may be SQL of target tables."""
    glossaries: tuple[Path, ...] = ()
    """YAML files, workbooks and delimited text called a glossary that list terms."""
    others: tuple[Path, ...] = ()
    """Nothing that is known here."""

    @property
    def sources(self) -> tuple[Path, ...]:
        """Everything source tables are read from."""
        return (*self.databases, *self.workbooks, *self.samples, *self.schemas)

    @property
    def sql(self) -> tuple[Path, ...]:
        """Everything SQL of target tables is read from."""
        return (*self.existing, *self.dbt_projects)


def sort_out(paths: Sequence[Path]) -> Dropped:
    """Tell files apart by their endings; those inside folders count as those beside them.

    Raises:
        SignoffError: a path is not there, or a folder can't be read.
    """
    kinds: dict[str, list[Path]] = {}
    for path in paths:
        if not path.exists():
            raise SignoffError(say("input.not_there", path=path))
        for file in _files(path):
            kinds.setdefault(_kind(file), []).append(file)
    return Dropped(**{kind: tuple(files) for kind, files in kinds.items()})


def _kind(path: Path) -> str:
    if path.is_dir():
        return "dbt_projects"
    ending = path.suffix.lower()
    if path.name.lower() == SCHEMA_FILE or ending == ".ddl":
        return "schemas"
    if is_glossary(path):
        return "glossaries"
    if ending in DOCUMENT_ENDINGS:
        return "documents"
    if ending in SAMPLE_ENDINGS:
        return "samples"
    if ending == ".sql":
        return "schemas" if makes_tables(_head(path)) else "existing"
    if ending in DATABASE_ENDINGS or (ending == ".json" and path.name.lower() in _DBT_FILES):
        is_known = path.is_file() and kind_of(path) is not TableFile.OTHER
        return "databases" if is_known else "others"
    return "others"


def _head(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return decoded(file.read(_HEAD))
    except OSError as error:
        raise SignoffError(say("input.unreadable", path=path, reason=error.strerror)) from error


def _files(path: Path, depth: int = 0) -> Iterator[Path]:
    if not path.is_dir() or is_project(path):
        yield path
        return
    try:
        inside = sorted(each for each in path.iterdir() if not each.name.startswith((".", "~$")))
    except OSError as error:
        raise SignoffError(say("input.file_unreadable", path=path, reason=error.strerror)) from error
    for each in inside[:_MOST]:
        if not each.is_dir() or depth < _DEPTH:
            yield from _files(each, depth + 1)


def bytes_of(path: Path) -> bytes:
    """A file's bytes.

    Raises:
        SignoffError: it can't be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise SignoffError(say("input.unreadable", path=path, reason=error.strerror)) from error


def text_of(path: Path) -> str:
    """A file's UTF-8 text, line ends as they are.

    Raises:
        SignoffError: it can't be read, or is not UTF-8.
    """
    try:
        return bytes_of(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise SignoffError(say("input.not_utf8", file=path.name, byte=error.start)) from error

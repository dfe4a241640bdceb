"""Source tables from whatever holds them: sample files, workbooks, databases, DDL, dbt's own files.

Reading touches no project; everything becomes sample files of text and one text of CREATE TABLE statements.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from signoff.core.domain.sentences import say
from signoff.core.domain.spec import SourceColumn, SourceTable
from signoff.core.engines.documents.reader import read_document
from signoff.core.engines.sql.schema_sql import decoded, read_schema_sql, read_schema_text, schema_text
from signoff.core.engines.tables.extracted import MOST_ROWS, Extracted
from signoff.core.engines.tables.extracting import extract_tables
from signoff.core.engines.tables.workbook_tables import extract_sheets
from signoff.core.errors import SignoffError
from signoff.core.parse import read_sheets
from signoff.core.parse.own_copies import mark_of
from signoff.core.pipeline.dropped import SAMPLE_ENDINGS, WORKBOOK_ENDINGS, Dropped, bytes_of, sort_out
from signoff.core.progress import CancelToken, Progress, Report, silent
from signoff.core.project.inputs import SCHEMA_FILE
from signoff.core.project.project import Project


@dataclass(frozen=True)
class ReadTable:
    """The sample rows of one source table."""

    name: str
    file_name: str
    data: bytes
    origin: str = ""
    """File the table was taken out of; empty where it came as a file of its own."""


@dataclass(frozen=True)
class ReadSources:
    """Everything that was read of source tables, ready to be kept."""

    tables: tuple[ReadTable, ...] = ()
    stated: tuple[SourceTable, ...] = ()
    """Columns, types and keys as files of DDL, databases or dbt state them."""
    ddl: str = ""
    """The one file of DDL as it came, where nothing else states types."""
    remarks: tuple[str, ...] = ()
    """Sentences on what was left out or is doubtful."""

    @property
    def count(self) -> int:
        """Source tables, with rows or without."""
        names = {t.name.casefold() for t in self.tables} | {t.name.casefold() for t in self.stated}
        return len(names)


def tell_apart(found: Dropped, own: Collection[str] = (), *, cancel: CancelToken | None = None) -> Dropped:
    """What was given, with the workbooks that hold no mapping as sample tables; our own stay documents.

    Args:
        found: files by their endings.
        own: names of the project's documents, case-folded: they stay documents whatever is read from them.
        cancel: looked at while workbooks are read.

    Raises:
        Cancelled: `cancel` was set.
    """
    samples = []
    for path in found.documents:
        if path.suffix.lower() in WORKBOOK_ENDINGS and path.name.casefold() not in own:
            try:
                grids = read_document(path, cancel=cancel)
            except SignoffError:
                continue
            ours = any(map(mark_of, grids))
            if not ours and not read_sheets(path.name, grids, cancel=cancel).targets:
                samples.append(path)
    documents = tuple(path for path in found.documents if path not in samples)
    return replace(found, documents=documents, workbooks=(*found.workbooks, *samples))


def read_sources(
    found: Dropped, *, report: Report = silent, cancel: CancelToken | None = None
) -> ReadSources:
    """Read every source table among what was given.

    Raises:
        SignoffError: a file can't be read.
        Cancelled: `cancel` was set.
    """
    reading = _Reading()
    for done, path in enumerate(found.sources):
        report(Progress("sources", done, len(found.sources), path.name))
        if cancel is not None:
            cancel.check()
        if path in found.samples:
            reading.take_sample(path)
        elif path in found.schemas:
            reading.take_ddl(path)
        else:
            reading.take_file_of_tables(path, is_workbook=path in found.workbooks, cancel=cancel)
    return reading.read()


class _Reading:
    def __init__(self) -> None:
        self._tables: dict[str, ReadTable] = {}
        self._stated: dict[str, SourceTable] = {}
        self._ddl: list[str] = []
        self._others_state = False
        self._remarks: list[str] = []

    def read(self) -> ReadSources:
        is_alone = len(self._ddl) == 1 and not self._others_state
        return ReadSources(
            tuple(self._tables.values()),
            tuple(self._stated.values()),
            self._ddl[0] if is_alone else "",
            tuple(dict.fromkeys(self._remarks)),
        )

    def take_sample(self, path: Path) -> None:
        """A file of one table's rows."""
        self._keep(ReadTable(path.stem, path.name, bytes_of(path)))

    def take_ddl(self, path: Path) -> None:
        """A file of CREATE TABLE statements."""
        tables, findings = read_schema_sql(path)
        self._remarks += [finding.message for finding in findings]
        if not tables and not findings:
            self._remarks.append(say("sample.no_tables_in_ddl", file=path.name))
        self._ddl.append(decoded(bytes_of(path)))
        self._state(tables)

    def take_file_of_tables(self, path: Path, *, is_workbook: bool, cancel: CancelToken | None) -> None:
        """A workbook, a database, or what dbt writes: several tables."""
        with tempfile.TemporaryDirectory(prefix="signoff-") as private:
            folder = Path(private)
            if is_workbook:
                extracted = extract_sheets(path.name, read_document(path, cancel=cancel), folder)
            else:
                extracted = extract_tables(path, folder, cancel=cancel)
            self._take_extracted(path.name, extracted, folder)

    def _take_extracted(self, name: str, extracted: Extracted, folder: Path) -> None:
        self._remarks += extracted.remarks
        for each in extracted.tables:
            if each.file:
                self._keep(ReadTable(each.table.name, each.file, bytes_of(folder / each.file), name))
            if each.cut:
                self._remarks.append(
                    say("sample.rows_cut", table=each.table.name, file=name, rows=each.rows, limit=MOST_ROWS)
                )
        stated = tuple(each.table for each in extracted.tables if each.table.columns)
        self._others_state = self._others_state or bool(stated)
        self._state(stated)

    def _keep(self, table: ReadTable) -> None:
        before = self._tables.get(table.name.casefold())
        if before is not None:
            here, there = table.origin or table.file_name, before.origin or before.file_name
            self._remarks.append(say("sample.table_in_two_files", table=table.name, here=here, there=there))
        self._tables[table.name.casefold()] = table

    def _state(self, tables: Sequence[SourceTable]) -> None:
        for table in tables:
            before = self._stated.get(table.name.casefold())
            self._stated[table.name.casefold()] = filled(table, before) if before else table


def filled(table: SourceTable, before: SourceTable) -> SourceTable:
    """What is stated of a table, with what it leaves open taken from what was stated before.

    Columns only the earlier one has stay where the new one knows no types: it lists some columns, not all.
    """
    columns = [_filled(column, before.column(column.name)) for column in table.columns]
    if not table.columns or any(not column.type for column in table.columns):
        named = {column.name.casefold() for column in columns}
        columns += [column for column in before.columns if column.name.casefold() not in named]
    return replace(
        table,
        columns=tuple(columns),
        key=table.key or before.key,
        description=table.description or before.description,
        foreign_keys=table.foreign_keys or before.foreign_keys,
    )


def _filled(column: SourceColumn, before: SourceColumn | None) -> SourceColumn:
    if before is None:
        return column
    return replace(
        column,
        type=column.type or before.type,
        length=column.length or (before.length if not column.type or column.type == before.type else 0),
        nullable=column.nullable and before.nullable,
        description=column.description or before.description,
        default=column.default or before.default,
    )


def keep_sources(project: Project, read: ReadSources, *, by: str, names: str = "") -> None:
    """Keep sample rows, and what is stated of tables beside what was stated before, as one act.

    Tables without rows that are named like a target table are left out: they are what is to be made.
    """
    targets = {target.name.casefold() for target in project.spec.targets} if project.spec else set()
    with_rows = {table.name.casefold() for table in read.tables}
    stated = [t for t in read.stated if t.name.casefold() not in targets - with_rows]
    with project.act("import samples", names or ", ".join(t.name for t in read.tables[:3]), by=by):
        for table in read.tables:
            project.put_samples(table.name, table.file_name, table.data, by=by, origin=table.origin)
        if not stated:
            return
        if read.ddl and not project.schema_sql and len(stated) == len(read.stated):
            project.put_schema_sql(read.ddl, by=by)
            return
        known = {t.name.casefold(): t for t in read_schema_text(project.schema_sql, SCHEMA_FILE)[0]}
        for each in stated:
            before = known.get(each.name.casefold())
            known[each.name.casefold()] = filled(each, before) if before else each
        project.put_schema_sql(schema_text(known.values()), by=by)


def read_source_folder(folder: Path, *, cancel: CancelToken | None = None) -> ReadSources:
    """Every source table in a folder, workbooks included.

    Raises:
        SignoffError: it is no folder, holds none, or a file can't be read.
    """
    if not folder.is_dir():
        raise SignoffError(say("input.no_folder", folder=folder))
    found = as_sources(sort_out([folder]))
    read = read_sources(found, cancel=cancel)
    if not read.count:
        raise SignoffError(say("input.no_samples", folder=folder, schema=SCHEMA_FILE))
    return read


def as_sources(found: Dropped) -> Dropped:
    """What was given as source tables: every workbook among it holds sample rows."""
    books = tuple(path for path in found.documents if path.suffix.lower() in WORKBOOK_ENDINGS)
    others = tuple(path for path in found.documents if path not in books)
    return replace(found, documents=others, workbooks=(*found.workbooks, *books))


@contextmanager
def plain_folder(folder: Path) -> Iterator[Path]:
    """A folder of nothing but sample files and ``schema.sql`` with all the source tables of another one.

    Raises:
        SignoffError: it is no folder, holds no source table, or a file can't be read.
    """
    files = [path for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []
    is_plain = all(p.suffix.lower() in SAMPLE_ENDINGS or p.name.lower() == SCHEMA_FILE for p in files)
    if files and is_plain:
        yield folder
        return
    read = read_source_folder(folder)
    with tempfile.TemporaryDirectory(prefix="signoff-") as private:
        place = Path(private)
        for table in read.tables:
            (place / table.file_name).write_bytes(table.data)
        if read.stated:
            (place / SCHEMA_FILE).write_text(read.ddl or schema_text(read.stated), encoding="utf-8")
        yield place

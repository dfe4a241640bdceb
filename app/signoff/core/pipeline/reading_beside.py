"""A document read beside what comes with it: names of source tables and of existing SQL settle doubtful headings."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from signoff.core.domain.dbt import ALONE, Surroundings
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import NO_NAMES, KnownNames, names_of
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, SourceColumn, SourceTable, Spec, TargetMapping
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.engines.sql.samples import SampleFolder
from signoff.core.engines.sql.schema_sql import read_schema_sql, read_schema_text
from signoff.core.errors import SignoffError
from signoff.core.merge.lineage import existing_columns
from signoff.core.parse import read_sheets, read_with_grids
from signoff.core.pipeline.dropped import TEXT_ENDINGS, Dropped, text_of
from signoff.core.pipeline.existing_dialect import read_by_text
from signoff.core.pipeline.existing_folder import Existing, read_existing_folder
from signoff.core.pipeline.sourcing import ReadSources
from signoff.core.progress import CancelToken
from signoff.core.project.inputs import SCHEMA_FILE
from signoff.core.project.project import Project

_HEAD = 64 * 2**10
"""Bytes of a sample file in which its first line is looked for."""
_LONGEST_NAME = 80
_LINE = 400
"""Letters of a line in which a model's name is looked for."""
_WITHIN = re.compile(r"(?<![\w.])[^\W\d]\w*_\w+(?![\w.]*\()")
_MOST_MODELS = 40
"""Files of existing SQL whose columns are asked for."""


@dataclass(frozen=True)
class ReadBeside:
    """A document with the existing SQL of its targets."""

    spec: Spec
    grids: tuple[SheetGrid, ...]
    existing: Existing
    known: KnownNames


def read_beside(
    path: Path,
    tables: Sequence[SourceTable],
    existing: Path | None = None,
    *,
    cancel: CancelToken | None = None,
) -> ReadBeside:
    """Read a document, and the existing SQL of its targets.

    Args:
        path: workbook, delimited text or Markdown.
        tables: source tables that come with it.
        existing: folder of ``<target>.sql`` files, or a dbt project.
        cancel: looked at while the document is read.

    Raises:
        SignoffError: the document or the folder can't be read.
        Cancelled: `cancel` was set.
    """
    spec, grids = read_with_grids(path, cancel=cancel)
    named = [*(target.name for target in spec.targets), *_texts_of(grids)]
    beside = read_existing_folder(existing, named)
    known = known_names(tables, beside.texts, beside.around)
    if known:
        spec = replace(read_sheets(path.name, grids, known=known, cancel=cancel), digest=spec.digest)
    spec = _with_unread(spec, beside.texts, _texts_of(grids), tables)
    own = read_existing_folder(existing, [target.name for target in spec.targets])
    return ReadBeside(spec, grids, own, known)


def _with_unread(
    spec: Spec, existing: Collection[str], texts: Iterable[str], tables: Sequence[SourceTable]
) -> Spec:
    """The spec with the existing models that a document names and tells nothing of: their files stay as they are.

    Only where no target was read at all: else a model that is named may just be read by another one.
    """
    sources = {table.name.casefold() for table in tables}
    said = {text.strip().casefold() for text in texts} - sources if not spec.targets else set()
    names = [name for name in existing if name.casefold() in said]
    told = tuple(
        Finding("P01", Severity.ERROR, say("parse.existing_not_read", name=name), None, name)
        for name in names
    )
    unread = tuple(TargetMapping(name, ()) for name in names)
    return replace(spec, targets=unread, findings=(*spec.findings, *told)) if names else spec


def known_names(
    tables: Iterable[SourceTable], existing: Mapping[str, str], around: Surroundings = ALONE
) -> KnownNames:
    """The names of source tables, their columns, and what existing SQL gives.

    Args:
        tables: source tables.
        existing: existing SQL by target; what can't be read gives no columns.
        around: the dbt project it stands in.
    """
    sources = list(tables)
    if not sources and not existing:
        return NO_NAMES
    schema = Schema(tuple(sources))
    outputs: list[str] = []
    for text in list(existing.values())[:_MOST_MODELS]:
        try:
            file = read_by_text(text, around)
            outputs += (column.name for column in existing_columns(file, schema))
        except SignoffError:
            continue
    return names_of(sources, existing, outputs)


def known_in(project: Project) -> KnownNames:
    """The names of a project's source tables and existing SQL."""
    stated = read_schema_text(project.schema_sql, SCHEMA_FILE)[0] if project.schema_sql else ()
    tables = {table.name.casefold(): table for table in stated}
    for file in project.samples():
        if file.table.casefold() not in tables:
            columns = columns_of_text(project.sample_bytes(file.table)) if _is_text(file.name) else ()
            tables[file.table.casefold()] = SourceTable(file.table, columns)
    return known_names(tables.values(), project.existing(), project.surroundings)


def known_beside(found: Dropped, grids: Sequence[SheetGrid]) -> KnownNames:
    """The names of source tables and existing SQL that were given beside a document.

    Args:
        found: what was given, the document left out.
        grids: the document's sheets: of a dbt project the models that they name count.

    Raises:
        SignoffError: a file can't be read.
    """
    stated = {table.name.casefold(): table for path in found.schemas for table in read_schema_sql(path)[0]}
    for path in found.samples:
        stated.setdefault(path.stem.casefold(), SourceTable(path.stem, _named_in(path)))
    folders = [read_existing_folder(path, _texts_of(grids)) for path in found.dbt_projects]
    texts = {path.stem: text_of(path) for path in found.existing}
    around = folders[0].around if folders else ALONE
    return known_names(
        stated.values(), texts | {n: t for each in folders for n, t in each.texts.items()}, around
    )


def tables_in(folder: SampleFolder) -> tuple[SourceTable, ...]:
    """The tables of a folder of samples: columns as stated, else as the first line of a file of text names them."""
    return tuple(SourceTable(table.name, table.columns or _named_in(table.path)) for table in folder.tables)


def tables_of(read: ReadSources) -> tuple[SourceTable, ...]:
    """The source tables that were read of what somebody gave."""
    stated = {table.name.casefold(): table for table in read.stated}
    with_rows = (
        SourceTable(table.name, columns_of_text(table.data) if _is_text(table.file_name) else ())
        for table in read.tables
        if table.name.casefold() not in stated
    )
    return (*stated.values(), *with_rows)


def columns_of_text(data: bytes) -> tuple[SourceColumn, ...]:
    """The columns that the first line of delimited text names."""
    line = data[:_HEAD].decode("utf-8-sig", "replace").partition("\n")[0].strip()
    mark = max(",;\t|", key=line.count)
    names = next(csv.reader(io.StringIO(line), delimiter=mark), [])
    return tuple(SourceColumn(name.strip()) for name in names if name.strip())


def _named_in(path: Path | None) -> tuple[SourceColumn, ...]:
    if path is None or not _is_text(path.name):
        return ()
    with path.open("rb") as file:
        return columns_of_text(file.read(_HEAD))


def _is_text(file: str) -> bool:
    return Path(file).suffix.lower() in TEXT_ENDINGS


def _texts_of(grids: Sequence[SheetGrid]) -> list[str]:
    """Cells, sheet names and names with underscores within lines that may name a model."""
    texts = {text.strip(): None for grid in grids for row in grid.rows for text in row if text}
    within = {name: None for text in texts if " " in text for name in _WITHIN.findall(text[:_LINE])}
    names = [*(grid.name for grid in grids), *texts, *within]
    return [name for name in dict.fromkeys(names) if len(name) <= _LONGEST_NAME and name.isidentifier()]

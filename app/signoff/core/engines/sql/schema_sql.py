"""Tables, types and keys from the CREATE TABLE statements of any mainstream dialect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sqlglot import exp

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import SourceColumn, SourceTable
from signoff.core.engines.sql.types import DIALECTS, duckdb_type, type_in_duckdb
from signoff.core.engines.sqltext import SqlTextError, parse_all, statements_of
from signoff.core.errors import SignoffError

_CREATES = re.compile(r"\s*create\b.*?\btable\b", re.IGNORECASE | re.DOTALL)
_BATCH_END = re.compile(r"^\s*go\s*$", re.IGNORECASE | re.MULTILINE)
_COMMENTS = re.compile(r"\s*(?:--[^\n]*\n|/\*.*?\*/|\s+)*", re.DOTALL)


def read_schema_sql(path: Path) -> tuple[tuple[SourceTable, ...], tuple[Finding, ...]]:
    """The tables a file creates, and a finding for each CREATE TABLE that cannot be understood.

    Raises:
        SignoffError: the file is no text.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        text = path.read_text(encoding="latin-1")
    except OSError as error:
        raise SignoffError(say("sample.file_unreadable", file=path.name, reason=error.strerror)) from error
    tables: list[SourceTable] = []
    findings: list[Finding] = []
    for number, statement in enumerate(statements_of(_BATCH_END.sub(";", text)), start=1):
        bare = statement[len(_COMMENTS.match(statement).group()) :]  # type: ignore[union-attr]
        if not _CREATES.match(bare):
            continue
        if (table := read_create_table(bare)) is not None:
            tables.append(table)
        else:
            message = (
                f"Statement {number} of {path.name} is no CREATE TABLE that is understood; check its syntax."
            )
            findings.append(Finding("V02", Severity.WARNING, message))
    return tuple(tables), tuple(findings)


def read_create_table(statement: str) -> SourceTable | None:
    """The table one CREATE TABLE statement describes, types in DuckDB's; None when no dialect can read it.

    The first dialect that knows every type wins, else the first that can read the statement.
    """
    fallback: SourceTable | None = None
    for dialect in DIALECTS:
        definition = _definition(statement, dialect)
        if definition is None:
            continue
        if all(type_in_duckdb(kind) for kind in _types(definition)):
            return _table(definition)
        fallback = fallback or _table(definition)
    return fallback


def _definition(statement: str, dialect: str) -> exp.Schema | None:
    try:
        trees = parse_all(statement, dialect)
    except SqlTextError:
        return None
    tree = trees[0] if len(trees) == 1 else None
    if isinstance(tree, exp.Create) and tree.kind == "TABLE" and isinstance(tree.this, exp.Schema):
        return tree.this
    return None


def _column_definitions(definition: exp.Schema) -> Iterator[exp.ColumnDef]:
    return (each for each in definition.expressions if isinstance(each, exp.ColumnDef))


def _types(definition: exp.Schema) -> Iterator[exp.DataType]:
    return (each.kind for each in _column_definitions(definition) if each.kind is not None)


def _table(definition: exp.Schema) -> SourceTable:
    columns = tuple(_column(each) for each in _column_definitions(definition))
    of_columns = tuple(
        each.name for each in _column_definitions(definition) if each.find(exp.PrimaryKeyColumnConstraint)
    )
    of_table = next(
        (tuple(part.name for part in each.expressions) for each in definition.find_all(exp.PrimaryKey)), ()
    )
    return SourceTable(definition.this.name, columns, of_table or of_columns)


def _column(definition: exp.ColumnDef) -> SourceColumn:
    kind = definition.kind
    known = "" if kind is None else type_in_duckdb(kind) or duckdb_type(kind.sql())
    required = any(
        isinstance(each.kind, exp.NotNullColumnConstraint) and not each.kind.args.get("allow_null")
        for each in definition.find_all(exp.ColumnConstraint)
    )
    key = definition.find(exp.PrimaryKeyColumnConstraint) is not None
    return SourceColumn(definition.name, known, nullable=not (required or key))

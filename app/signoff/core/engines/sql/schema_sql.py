"""Tables, types, keys and descriptions from a file of DDL in any dialect, and such a file from tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sqlglot import exp

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import SourceColumn, SourceTable
from signoff.core.engines.sql.create_table import (
    Patience,
    dialects_for,
    find_create_table,
    foreign_keys_of,
    key_of,
    read_create_table,
)
from signoff.core.engines.sql.statement_texts import statement_texts
from signoff.core.engines.sqltext import SqlTextError, parse_all
from signoff.core.errors import SignoffError

__all__ = ["read_create_table", "read_schema_sql", "read_schema_text", "schema_text"]

MOST_BYTES = 32 * 2**20
"""Size of a DDL file that is read at all; dumps with rows in them are larger."""
MOST_TABLES = 5_000
"""CREATE TABLE statements read of one file."""
_MOST_FINDINGS = 20
_LONGEST = 100_000
"""Characters of one statement that is looked at."""
_PATIENCE = 3_000_000
"""Characters of tries without a result, over a whole file; see `Patience`."""
_MOST_ADDED = 20_000
"""Statements read that describe tables or add keys to them."""

_CREATES = re.compile(r"create\s+(?:or\s+replace\s+)?(?:[\w.]+\s*,?\s+){0,4}?table\b", re.IGNORECASE)
_ADDS = re.compile(
    r"(?:comment\s+on\s+(?:table|column)\b|alter\s+table\b.*\badd\b)", re.IGNORECASE | re.DOTALL
)
_DESCRIBES = re.compile(r"exec(?:ute)?\s+\S*sp_addextendedproperty\b", re.IGNORECASE)
_TEXTS = re.compile(r"N?'((?:[^']|'')*)'")
_AS_QUERY = re.compile(r"\bas\s*\(?\s*(?:select|with)\b", re.IGNORECASE)


def read_schema_sql(path: Path) -> tuple[tuple[SourceTable, ...], tuple[Finding, ...]]:
    """The tables a file creates, and a finding for each CREATE TABLE that cannot be understood.

    Raises:
        SignoffError: the file can't be read, or is too large.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise SignoffError(say("sample.ddl_too_large", file=path.name, megabytes=MOST_BYTES // 2**20))
        data = path.read_bytes()
    except OSError as error:
        raise SignoffError(say("sample.file_unreadable", file=path.name, reason=error.strerror)) from error
    return read_schema_text(decoded(data), path.name)


def decoded(data: bytes) -> str:
    """The text of a file of SQL: UTF-8, UTF-16 where its mark says so, else Latin-1."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def makes_tables(text: str) -> bool:
    """Whether the beginning of a file of SQL makes tables by stating their columns; a model of dbt does not."""
    statements = statement_texts(text, backslashes="`" in text)
    return "{{" not in text and any(_CREATES.match(s) and not _AS_QUERY.search(s) for s in statements)


def read_schema_text(text: str, name: str) -> tuple[tuple[SourceTable, ...], tuple[Finding, ...]]:
    """The tables a text of DDL creates, in the dialect that is found by trying.

    Args:
        text: statements of any kind; only those that make or describe tables are read.
        name: what the findings call it.
    """
    reading = _Reading(name)
    for number, statement in enumerate(statement_texts(text, backslashes="`" in text), start=1):
        reading.take(number, statement)
    return reading.tables(), tuple(reading.findings)


class _Reading:
    """One file, statement by statement; the dialect that could read one is tried first on the next."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._dialect = ""
        self._patience = Patience(_PATIENCE)
        self._created = self._added = 0
        self._tables: dict[str, SourceTable] = {}
        """By lower-case name, the last definition counts."""
        self.findings: list[Finding] = []

    def tables(self) -> tuple[SourceTable, ...]:
        return tuple(self._tables.values())

    def take(self, number: int, statement: str) -> None:
        """Read a statement if it makes or describes a table."""
        if _CREATES.match(statement):
            self._create(number, statement)
        elif len(statement) > _LONGEST:
            return
        elif _ADDS.match(statement):
            self._add(statement)
        elif _DESCRIBES.match(statement):
            self._describe_by_call(statement)

    def _create(self, number: int, statement: str) -> None:
        self._created += 1
        if self._created > MOST_TABLES:
            if self._created == MOST_TABLES + 1:
                self._find(say("sample.too_many_tables", file=self._name, limit=MOST_TABLES))
            return
        is_short = len(statement) <= _LONGEST
        found = find_create_table(statement, self._dialect, self._patience) if is_short else None
        if found is None:
            code = "sample.table_from_query" if _AS_QUERY.search(statement) else "sample.no_create_table"
            self._find(say(code, number=number, file=self._name))
            return
        self._dialect, table = found
        if table.name.casefold() in self._tables:
            self._find(say("sample.table_twice", table=table.name, file=self._name))
        self._tables[table.name.casefold()] = table

    def _add(self, statement: str) -> None:
        """Keys added afterwards, and descriptions."""
        self._added += 1
        if self._added > _MOST_ADDED:
            return
        for dialect in dialects_for(statement, self._dialect):
            if self._patience.left <= 0:
                return
            try:
                trees = parse_all(statement, dialect)
            except SqlTextError:
                self._patience.tried(statement, None)
                continue
            tree = trees[0] if len(trees) == 1 else None
            if isinstance(tree, exp.Comment) and isinstance(tree.expression, exp.Literal):
                self._describe(tree)
                return
            if isinstance(tree, exp.Alter):
                self._alter(tree)
                return

    def _alter(self, tree: exp.Alter) -> None:
        table = self._tables.get(tree.this.name.casefold())
        if table is None:
            return
        added = [each for each in tree.args.get("actions") or [] if isinstance(each, exp.AddConstraint)]
        self._tables[table.name.casefold()] = replace(
            table,
            key=key_of(added) or table.key,
            foreign_keys=tuple(dict.fromkeys((*table.foreign_keys, *foreign_keys_of(added)))),
        )

    def _describe(self, tree: exp.Comment) -> None:
        words = tree.expression.name
        if isinstance(tree.this, exp.Column):
            self._say_of(tree.this.table, tree.this.name, words)
        elif isinstance(tree.this, exp.Table):
            is_column = str(tree.args.get("kind", "")).casefold() == "column"
            self._say_of(*((tree.this.db, tree.this.name) if is_column else (tree.this.name, "")), words)

    def _describe_by_call(self, statement: str) -> None:
        """SQL Server's call: the name of the property, the words, then pairs of level and name."""
        texts = [each.replace("''", "'") for each in _TEXTS.findall(statement)]
        if len(texts) >= 6 and texts[0].casefold() == "ms_description":
            self._say_of(texts[5], texts[7] if len(texts) > 7 else "", texts[1])

    def _say_of(self, table: str, column: str, words: str) -> None:
        known = self._tables.get(table.casefold())
        if known is None:
            return
        if not column:
            self._tables[table.casefold()] = replace(known, description=words)
            return
        columns = tuple(
            replace(each, description=words) if each.name.casefold() == column.casefold() else each
            for each in known.columns
        )
        self._tables[table.casefold()] = replace(known, columns=columns)

    def _find(self, message: str) -> None:
        if len(self.findings) < _MOST_FINDINGS:
            self.findings.append(Finding("V02", Severity.WARNING, message))


def schema_text(tables: Iterable[SourceTable]) -> str:
    """CREATE TABLE statements of tables, in DuckDB's spelling, that `read_schema_text` reads back as they are."""
    return "\n".join(_create(table) for table in tables)


def _create(table: SourceTable) -> str:
    lines = [f"    {_name(c.name)} {_stated(c.type, c.length)}{_facts(c)}" for c in table.columns]
    if table.key:
        lines.append(f"    primary key ({_names(table.key)})")
    for key in table.foreign_keys:
        there = f" ({_names(key.referred)})" if key.referred else ""
        lines.append(f"    foreign key ({_names(key.columns)}) references {_name(key.table)}{there}")
    words = f" comment {_text(table.description)}" if table.description else ""
    return f"create table {_name(table.name)} (\n" + ",\n".join(lines) + f"\n){words};\n"


def _stated(kind: str, length: int) -> str:
    return f"VARCHAR({length})" if length and kind in ("", "VARCHAR") else kind or "UNKNOWN"


def _facts(column: SourceColumn) -> str:
    facts = "" if column.nullable else " not null"
    facts += f" default {column.default}" if column.default else ""
    return facts + (f" comment {_text(column.description)}" if column.description else "")


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _names(names: Sequence[str]) -> str:
    return ", ".join(map(_name, names))


def _text(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"

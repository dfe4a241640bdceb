"""Load sample tables into DuckDB: text first, then the stated types, and no table lost over one value."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.sources import SourceRemark
from signoff.core.engines.sql.connection import BACKWARD, RAW
from signoff.core.engines.sql.problems import sentence
from signoff.core.engines.sql.raw_text import (
    NOTHING,
    TextFacts,
    facts_of,
    facts_sql,
    remarks_on,
    stays_text,
)
from signoff.core.errors import Cancelled, SignoffError

_RAW = "signoff_raw_sample"
_DETECTED = "signoff_detected_sample"
_TEXT = "VARCHAR"
_DATED = ("DATE", "TIMESTAMP")
_HEADER_BYTES = 65_536
_COLUMNS_AT_ONCE = 500
_VALUES_AT_ONCE = 500_000
"""Columns, and values of them, whose raw text one statement looks at."""
_READERS = (
    ("", ""),
    (", encoding='latin-1'", "is not UTF-8 and was read as Latin-1"),
    (
        ", strict_mode=false, null_padding=true",
        "has lines with too many or too few values; those were filled with no value or cut",
    ),
)
"""Options for ``read_csv`` in the order they are tried, and what a reader says when only it could."""


def quote(name: str) -> str:
    """An identifier in double quotes."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def reversed_rows(name: str) -> str:
    """SQL of a table's rows, last first."""
    return f"SELECT * FROM main.{quote(name)} ORDER BY rowid DESC"


class Loader:
    """Loads one table after another and remembers what was doubtful."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self.remarks: list[SourceRemark] = []
        """Each doubtful thing."""

    def load(self, table: dict[str, Any]) -> None:
        """Create one table, and its backward twin.

        Raises:
            SignoffError: its file cannot be read at all, or two tables have the same name.
            Cancelled: the engine was interrupted.
        """
        name = str(table["name"])
        try:
            if table["path"]:
                self._load_file(name, table)
            else:
                self._load_rows(name, table)
            self._connection.execute(f"CREATE TABLE {BACKWARD}.{quote(name)} AS {reversed_rows(name)}")
        except duckdb.InterruptException as error:
            raise Cancelled from error
        except duckdb.Error as error:
            raise SignoffError(say("sample.not_loaded", name=name, reason=sentence(str(error)))) from error
        except OSError as error:
            reason = say("sample.not_opened", name=name, reason=error.strerror)
            raise SignoffError(reason) from error

    def _load_file(self, name: str, table: dict[str, Any]) -> None:
        stated = {str(c["name"]).casefold(): c for c in table["columns"]}
        is_text = table["format"] == "csv"
        if not is_text and not any(c["type"] for c in stated.values()):
            self._read(name, table, f"TABLE {quote(name)}", as_text=False)
            return
        self._read(name, table, f"TEMP TABLE {_DETECTED}", as_text=False)
        self._read(name, table, f"TEMP TABLE {_RAW}", as_text=True)
        facts = self._facts() if is_text else {}
        chosen = []
        for column, found in self._described(_DETECTED):
            wanted = stated.pop(column.casefold(), None) or {"name": column, "type": ""}
            as_it_is = _TEXT if column in facts and stays_text(facts[column], found) else found
            kind = self._known(wanted["type"]) if wanted["type"] else as_it_is
            as_found = kind == found != _TEXT and not (wanted["type"] and kind in _DATED)
            value = f"d.{quote(column)}" if as_found else self._converted(name, column, found, kind)
            chosen.append(f"{value} AS {quote(str(wanted['name']))}")
        chosen += [f"CAST(NULL AS {self._known(c['type'])}) AS {quote(c['name'])}" for c in stated.values()]
        self._create(name, chosen, f"{_RAW} AS r POSITIONAL JOIN {_DETECTED} AS d")
        self._keep_raw(name, facts, table["columns"])
        self._connection.execute(f"DROP TABLE {_RAW}")
        self._connection.execute(f"DROP TABLE {_DETECTED}")

    def _read(self, name: str, table: dict[str, Any], into: str, as_text: bool) -> None:
        """Read the file into a new table, with the first reader that can; as text where no type fits all rows."""
        failure = ""
        for source, remark in _sources(table, as_text):
            try:
                self._connection.execute(f"CREATE {into} AS FROM {source}")
            except duckdb.Error as error:
                failure = failure or sentence(str(error))
                continue
            if remark and not as_text:
                self._remark(name, "", say("sample.remark", name=name, remark=remark))
            return
        if as_text or table["format"] != "csv":
            raise SignoffError(say("sample.unreadable", name=name, failure=failure))
        self._read(name, table, into, as_text=True)

    def _create(self, name: str, chosen: list[str], source: str) -> None:
        self._connection.execute(f"CREATE TABLE {quote(name)} AS SELECT {', '.join(chosen)} FROM {source}")

    def _converted(self, table: str, column: str, found: str, wanted: str) -> str:
        """SQL of the column in another type than was found, or as text where a value does not fit.

        Blank text is no value, except in a text column.
        """
        text = f"CAST(r.{quote(column)} AS {_TEXT})"
        if wanted == _TEXT:
            return text
        value = f"NULLIF({text}, '')"
        misfit = f"{value} IS NOT NULL AND TRY_CAST({value} AS {wanted}) IS NULL"
        row = self._connection.execute(f"SELECT count(*) FROM {_RAW} AS r WHERE {misfit}").fetchone()
        misfits = row[0] if row else 0
        if not misfits:
            return f"CAST({value} AS {wanted})"
        if found in _DATED and wanted in _DATED:
            message = say("sample.dates", table=table, column=column)
            self._remark(table, column, message)
            return f"CAST(d.{quote(column)} AS {wanted})"
        message = say("sample.misfits", table=table, column=column, misfits=misfits, wanted=wanted)
        self._remark(table, column, message)
        return text

    def _load_rows(self, name: str, table: dict[str, Any]) -> None:
        columns = [(str(c["name"]), self._known(c["type"] or _TEXT)) for c in table["columns"]]
        if not columns:
            raise SignoffError(say("sample.neither_file_nor_columns", name=name))
        texts = ", ".join(f"{quote(column)} VARCHAR" for column, _ in columns)
        self._connection.execute(f"CREATE TEMP TABLE {_RAW} ({texts})")
        if table["rows"]:
            marks = ", ".join("?" for _ in columns)
            self._connection.executemany(f"INSERT INTO {_RAW} VALUES ({marks})", table["rows"])
        chosen = [
            f"{self._converted(name, column, _TEXT, kind)} AS {quote(column)}" for column, kind in columns
        ]
        self._create(name, chosen, f"{_RAW} AS r")
        self._keep_raw(name, self._facts(), table["columns"])
        self._connection.execute(f"DROP TABLE {_RAW}")

    def _facts(self) -> dict[str, TextFacts]:
        """What the raw text of each column gives away."""
        names = [name for name, _ in self._described(_RAW)]
        row = self._connection.execute(f"SELECT count(*) FROM {_RAW}").fetchone()
        at_once = max(1, min(_COLUMNS_AT_ONCE, _VALUES_AT_ONCE // max(1, row[0] if row else 0)))
        found = dict.fromkeys(names, NOTHING)
        for first in range(0, len(names), at_once):
            part = names[first : first + at_once]
            sql = facts_sql(_RAW, [quote(name) for name in part])
            for number, *counts in self._connection.execute(sql).fetchall():
                found[part[number]] = facts_of(counts)
        return found

    def _keep_raw(self, name: str, facts: dict[str, TextFacts], stated: list[dict[str, str]]) -> None:
        """Say what is doubtful, and keep the text of the columns whose values do not show it any more."""
        said = {str(c["name"]).casefold() for c in stated if c["type"]}
        raw = {column.casefold(): column for column in facts}
        changed = []
        for column, kind in self._described(f"main.{quote(name)}"):
            own = raw.get(column.casefold())
            if own is None:
                continue
            is_stated = column.casefold() in said
            for remark in remarks_on(name, column, facts[own], kind, is_stated=is_stated):
                self.remarks.append(remark)
            if kind != _TEXT:
                changed.append((own, column))
        kept = [quote(own) for own, column in changed if self._differs(name, own, column)]
        if kept:
            self._connection.execute(
                f"CREATE TABLE {RAW}.{quote(name)} AS SELECT {', '.join(kept)} FROM {_RAW}"
            )

    def _differs(self, name: str, own: str, column: str) -> bool:
        text = f"NULLIF(r.{quote(own)}, '')"
        row = self._connection.execute(
            f"SELECT count(*) FROM main.{quote(name)} AS m POSITIONAL JOIN {_RAW} AS r "
            f"WHERE CAST(m.{quote(column)} AS {_TEXT}) IS DISTINCT FROM {text}"
        ).fetchone()
        return bool(row and row[0])

    def _described(self, table: str) -> list[tuple[str, str]]:
        return [(row[0], row[1]) for row in self._connection.execute(f"DESCRIBE {table}").fetchall()]

    def _known(self, kind: str) -> str:
        """The type when DuckDB knows it, else text."""
        try:
            self._connection.execute(f"SELECT CAST(NULL AS {kind or _TEXT})")
        except duckdb.Error:
            return _TEXT
        return kind or _TEXT

    def _remark(self, table: str, column: str, message: str) -> None:
        self.remarks.append(SourceRemark(table, column, "V01", Severity.WARNING, message))


def _sources(table: dict[str, Any], as_text: bool) -> list[tuple[str, str]]:
    """Table functions that read the file, in the order they are tried, each with its remark.

    Blank text is no value where a type is looked for, so that one empty date does not make text of all of them.
    """
    path = literal(table["path"])
    if table["format"] == "parquet":
        return [(f"read_parquet({path})", "")]
    options = "header=true, sample_size=-1" + _separators(table["path"])
    options += ", nullstr='\\N', all_varchar=true" if as_text else ", nullstr=['\\N', '']"
    return [(f"read_csv({path}, {options}{more})", remark) for more, remark in _READERS]


def _separators(path: str) -> str:
    """Options that pin the comma and the double quote where the first line speaks for them.

    Left to itself, DuckDB may take an apostrophe for the quote, or another letter for the comma.
    """
    with Path(path).open("rb") as file:
        first_line = file.readline(_HEADER_BYTES)
    commas = first_line.count(b",")
    if commas and commas >= max(first_line.count(each) for each in (b";", b"\t", b"|")):
        return """, delim=',', quote='"', escape='"'"""
    return ""

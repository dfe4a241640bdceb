"""The SQL engine as the rest of Signoff sees it: sample tables, and statements asked about them.

The engine runs in a child process. When that dies, the next call starts a new one and loads everything again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any

from signoff.core.domain.codec import from_data
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sources import SourceRemark
from signoff.core.domain.spec import Schema, SourceColumn, SourceTable
from signoff.core.engines.sql.problems import SqlFailed, SqlRefused
from signoff.core.engines.sql.samples import SampleTable, sample_to_data
from signoff.core.isolation import Child, ChildDied, Limits
from signoff.core.progress import CancelToken

_WORKER = "signoff.core.engines.sql.worker"
DEFAULT_LIMITS = Limits(memory_bytes=2 << 30, call_seconds=300, grace_seconds=1)
STATEMENT_SECONDS = 30.0
"""Longest time one statement may take on the samples."""
_MOST_BOUND = 1_000
"""Statements whose columns are kept."""
_ENGINE_MEMORY = "512MB"
_ENGINE_THREADS = 1
"""One thread gives the same order of rows on every run and leaves a core to the generator."""

Value = Any
"""None, bool, int, float or text; lists and objects of them. See `values.plain`."""


@dataclass(frozen=True)
class Result:
    """Rows of one statement."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    """DuckDB types, in the order of `columns`."""
    rows: tuple[tuple[Value, ...], ...]
    more: bool = False
    """Whether rows were left out at the limit."""


@dataclass(frozen=True)
class Outcome:
    """What came of one of many statements: what was asked for, or the reason why not."""

    error: str = ""
    """One sentence without values; empty when it went well."""
    refused: bool = False
    """A gate turned the statement away."""
    columns: tuple[tuple[str, str], ...] = ()
    """Name and DuckDB type of each result column; of a count none."""
    result: Result | None = None
    count: int = 0

    @property
    def ok(self) -> bool:
        """Whether it went well."""
        return not self.error

    def required(self) -> Outcome:
        """This outcome, when it went well.

        Raises:
            SqlRefused, SqlFailed: it did not.
        """
        if self.error:
            raise (SqlRefused if self.refused else SqlFailed)(self.error)
        return self


@dataclass(frozen=True)
class Job:
    """One statement and what is asked about it."""

    kind: str
    """``bind``, ``run`` or ``count``."""
    sql: str
    limit: int = 0
    """Most rows of a run."""
    backward: bool = False
    """Read every table with its rows in reverse."""


class Sandbox:
    """Sample tables in a child process, asked through the gates. One caller at a time."""

    def __init__(self, limits: Limits = DEFAULT_LIMITS, statement_seconds: float = STATEMENT_SECONDS) -> None:
        """Prepare an engine; it starts at the first call.

        Args:
            limits: caps on the process and on one call of many statements.
            statement_seconds: cap on one statement; the others of its call go on.
        """
        options = {"memory": _ENGINE_MEMORY, "threads": _ENGINE_THREADS, "seconds": statement_seconds}
        self._child = Child(_WORKER, limits, "SQL engine", options)
        self._samples: tuple[SampleTable, ...] = ()
        self._created: dict[str, tuple[str, str]] = {}
        """Tables made of queries: name and SQL by lower-case name, in order."""
        self._columns: dict[str, SourceTable] = {}
        self._remarks: tuple[SourceRemark, ...] = ()
        self._prepared = 0
        """Which start of the child has everything loaded; 0 for none."""
        self._bound: dict[str, Outcome] = {}
        """What bound over the tables there are."""

    def load(self, tables: Sequence[SampleTable], cancel: CancelToken | None = None) -> tuple[Finding, ...]:
        """Replace all tables by these; gives a finding for each column or file that is doubtful.

        Raises:
            SignoffError: a file cannot be read at all.
        """
        self._samples, self._created, self._prepared = tuple(tables), {}, 0
        self._bound.clear()
        return self._load(cancel)

    def schema(self) -> Schema:
        """The tables there are, with DuckDB types; keys and required columns as the samples stated them."""
        self._prepare(None)
        return Schema(tuple(self._columns.values()))

    def remarks(self) -> tuple[SourceRemark, ...]:
        """What was doubtful in the samples as they were loaded."""
        self._prepare(None)
        return self._remarks

    def raw_rows(self, table: str, limit: int = 50) -> Result:
        """The first rows of a loaded table as the text they were read from.

        Raises:
            SignoffError: no such table is loaded.
        """
        self._prepare(None)
        answer = self._child.call("raw_rows", {"table": table, "limit": limit})
        columns = tuple(answer["columns"])
        return Result(columns, ("VARCHAR",) * len(columns), tuple(map(tuple, answer["rows"])))

    def create_table(self, name: str, sql: str, cancel: CancelToken | None = None) -> bool:
        """Keep a query's rows as a table, for the targets that read it; replaces an earlier one of that name.

        Returns:
            False when a sample of that name is loaded: the sample stays.

        Raises:
            SqlRefused, SqlFailed: the query did not pass, or did not run.
        """
        self._prepare(cancel)
        self._bound.clear()
        if not self._create(name, sql, cancel):
            return False
        self._created.pop(name.lower(), None)
        self._created[name.lower()] = (name, sql)
        return True

    def bind(self, sql: str, cancel: CancelToken | None = None) -> tuple[tuple[str, str], ...]:
        """Name and DuckDB type of each result column; nothing is run.

        Raises:
            SqlRefused, SqlFailed: with DuckDB's sentence.
        """
        return self.bind_many([sql], cancel)[0].required().columns

    def run(
        self, sql: str, limit: int = 1000, backward: bool = False, cancel: CancelToken | None = None
    ) -> Result:
        """At most `limit` rows of the result, in its order.

        Raises:
            SqlRefused, SqlFailed: with DuckDB's sentence.
        """
        outcome = self.ask([Job("run", sql, limit, backward)], cancel)[0].required()
        assert outcome.result is not None
        return outcome.result

    def count(self, sql: str, cancel: CancelToken | None = None) -> int:
        """Number of rows of the result.

        Raises:
            SqlRefused, SqlFailed: with DuckDB's sentence.
        """
        return self.count_many([sql], cancel)[0].required().count

    def bind_many(self, sqls: Iterable[str], cancel: CancelToken | None = None) -> tuple[Outcome, ...]:
        """`bind` for many statements in one call; a statement that fails is an outcome, not an exception."""
        asked = tuple(sqls)
        known = {sql: self._bound[sql] for sql in asked if sql in self._bound}
        waiting = [sql for sql in dict.fromkeys(asked) if sql not in known]
        found = self.ask([Job("bind", sql) for sql in waiting], cancel) if waiting else ()
        known.update(zip(waiting, found, strict=True))
        for sql, outcome in zip(waiting, found, strict=True):
            if outcome.ok and len(self._bound) < _MOST_BOUND:
                self._bound[sql] = outcome
        return tuple(known[sql] for sql in asked)

    def run_many(
        self, sqls: Iterable[str], limit: int = 1000, cancel: CancelToken | None = None
    ) -> tuple[Outcome, ...]:
        """`run` for many statements in one call."""
        return self.ask([Job("run", sql, limit) for sql in sqls], cancel)

    def count_many(self, sqls: Iterable[str], cancel: CancelToken | None = None) -> tuple[Outcome, ...]:
        """`count` for many statements in one call."""
        return self.ask([Job("count", sql) for sql in sqls], cancel)

    def ask(self, jobs: Sequence[Job], cancel: CancelToken | None = None) -> tuple[Outcome, ...]:
        """The outcome of each job, in order, from one call of the child.

        A statement the engine dies over costs only itself: the engine starts anew for the ones behind it.

        Raises:
            ChildDied: the engine cannot be started.
            Cancelled: `cancel` was set.
        """
        outcomes: list[Outcome] = []
        rows: list[tuple[Value, ...]] = []

        def collect(event: dict[str, Any]) -> None:
            if "rows" in event:
                rows.extend(map(tuple, event["rows"]))
                return
            outcomes.append(_outcome(event["outcome"], rows))
            rows.clear()

        while len(outcomes) < len(jobs):
            self._prepare(cancel)
            rest = [vars(job) for job in jobs[len(outcomes) :]]
            try:
                self._child.call("batch", {"jobs": rest}, on_event=collect, cancel=cancel)
            except ChildDied as error:
                rows.clear()
                outcomes.append(Outcome(error=str(error)))
        return tuple(outcomes)

    def close(self) -> None:
        """End the child process."""
        self._child.close()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _prepare(self, cancel: CancelToken | None) -> None:
        """Load everything again when the child is not the one it was loaded into."""
        if self._child.running and self._child.starts == self._prepared:
            return
        self._load(cancel)
        for name, sql in self._created.values():
            self._create(name, sql, cancel)

    def _load(self, cancel: CancelToken | None) -> tuple[Finding, ...]:
        tables = [sample_to_data(table) for table in self._samples]
        answer = self._child.call("load", {"tables": tables}, cancel=cancel)
        self._prepared = self._child.starts
        stated = {table.name.lower(): table for table in self._samples}
        self._columns = {}
        for table in answer["tables"]:
            self._columns[table["name"].lower()] = _source_table(table, stated[table["name"].lower()])
        self._remarks = from_data(answer["remarks"], tuple[SourceRemark, ...])
        doubtful = [each for each in self._remarks if each.severity is not Severity.INFO]
        return tuple(Finding(each.code, each.severity, each.message) for each in doubtful)

    def _create(self, name: str, sql: str, cancel: CancelToken | None) -> bool:
        answer = self._child.call("create", {"name": name, "sql": sql}, cancel=cancel)
        if "error" in answer:
            _outcome(answer).required()
        if answer["created"]:
            self._columns[name.lower()] = _source_table(answer["table"], SampleTable(name))
        return bool(answer["created"])


def _source_table(table: dict[str, Any], stated: SampleTable) -> SourceTable:
    said = {column.name.casefold(): column for column in stated.columns}
    columns = []
    for name, kind in table["columns"]:
        column = said.get(name.casefold(), SourceColumn(name))
        columns.append(replace(column, name=name, type=kind))
    return SourceTable(table["name"], tuple(columns), stated.key, stated.description, stated.foreign_keys)


def _outcome(answer: dict[str, Any], before: Sequence[tuple[Value, ...]] = ()) -> Outcome:
    """An answer as an outcome; `before` are the rows that came ahead of it."""
    if "error" in answer:
        return Outcome(error=answer["error"], refused=answer["refused"])
    columns = tuple((name, kind) for name, kind in answer.get("columns", ()))
    if "rows" not in answer:
        return Outcome(columns=columns, count=answer.get("count", 0))
    rows = (*before, *map(tuple, answer["rows"]))
    names, types = tuple(name for name, _ in columns), tuple(kind for _, kind in columns)
    return Outcome(columns=columns, result=Result(names, types, rows, answer["more"]), count=len(rows))

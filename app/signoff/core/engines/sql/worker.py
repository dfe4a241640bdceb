"""The SQL engine's side of the pipe: one locked-down DuckDB database, asked through the gates."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import duckdb

from signoff.core.domain.codec import to_data
from signoff.core.domain.sentences import say
from signoff.core.engines.sql.clock import limited_time
from signoff.core.engines.sql.connection import BACKWARD, RAW, lock, open_database
from signoff.core.engines.sql.gate import admit
from signoff.core.engines.sql.loading import Loader, quote, reversed_rows
from signoff.core.engines.sql.problems import SqlFailed, SqlRefused, sentence
from signoff.core.engines.sql.values import plain
from signoff.core.engines.sqltext import SqlTextError
from signoff.core.errors import Cancelled, SignoffError
from signoff.core.isolation.serve import WorkerContext, arguments, serve
from signoff.core.isolation.wire import TooLong

_RAW_COLUMNS = (
    f"SELECT column_name FROM duckdb_columns() WHERE schema_name = '{RAW}' AND lower(table_name) = lower(?)"
)
_KEPT = 32
"""Statements that are not held against the gates again."""
_MOST_ROWS = 2_000
_MOST_VALUES = 40_000
"""Rows and values of one message: reading a longer one would hold up the parent's other threads."""


class Engine:
    """The database, its registered tables, and the methods the parent may call."""

    def __init__(self, memory: str, threads: int, seconds: float) -> None:
        self._memory, self._threads, self._seconds = memory, threads, seconds
        self._forward = self._backward = open_database(memory, threads)
        self._loaded: set[str] = set()
        self._created: set[str] = set()
        self._passed: dict[tuple[str, frozenset[str]], str] = {}
        """What passed the gates, by text and the tables it might read: a statement runs forward, again and backward."""

    def load(self, params: dict[str, Any], context: WorkerContext) -> dict[str, Any]:
        """Replace the database by a fresh one with these tables; gives their columns and remarks."""
        self._forward.close()
        fresh = open_database(self._memory, self._threads)
        context.on_cancel(fresh.interrupt)
        loader = Loader(fresh)

        def load_all() -> None:
            for table in params["tables"]:
                context.token.check()
                loader.load(table)

        self._forward, self._backward = lock(fresh, load_all)
        self._loaded = {str(table["name"]).lower() for table in params["tables"]}
        self._created = set()
        tables = [self._description(str(table["name"])) for table in params["tables"]]
        return {"tables": tables, "remarks": to_data(loader.remarks)}

    def create(self, params: dict[str, Any], context: WorkerContext) -> dict[str, Any]:
        """Keep a query's result as a table, forward and backward; a loaded sample of that name stays."""
        name = str(params["name"])
        if name.lower() in self._loaded:
            return {"created": False}
        besides = set() if name.lower() in self._created else {name.lower()}
        try:
            query = self._admitted(params["sql"], besides)
            self._guarded(context, self._forward, partial(_create, "main", name, query))
            self._guarded(context, self._forward, partial(_create, BACKWARD, name, reversed_rows(name)))
        except (SqlRefused, SqlTextError, SqlFailed) as error:
            return _problem(error)
        self._created.add(name.lower())
        return {"created": True, "table": self._description(name)}

    def batch(self, params: dict[str, Any], context: WorkerContext) -> None:
        """Answer many jobs: kind (bind, run, count), sql, limit, backward; a failure is an answer.

        Each answer is an event, so that those before a statement that ends the process are not lost. Rows of
        a long result come before it, as events of their own.
        """
        jobs: dict[str, Callable[..., Any]] = {
            "bind": self._bind,
            "run": partial(self._run, context),
            "count": self._count,
        }
        for job in params["jobs"]:
            context.token.check()
            try:
                query = self._admitted(job["sql"])
                place = self._backward if job.get("backward") else self._forward
                work = partial(jobs[job["kind"]], query, job)
                context.emit({"outcome": self._guarded(context, place, work)})
            except TooLong as error:
                message = say("sql.result_too_large", reason=error)
                context.emit({"outcome": {"error": message, "refused": False}})
            except (SqlRefused, SqlTextError, SqlFailed) as error:
                context.emit({"outcome": _problem(error)})

    def raw_rows(self, params: dict[str, Any], context: WorkerContext) -> dict[str, Any]:
        """The first rows of a loaded table as the text they were read from: table, limit."""
        name = str(params["table"])
        if name.lower() not in self._loaded:
            raise SignoffError(say("rows.no_source_table", table=name))
        own = {row[0] for row in self._forward.execute(_RAW_COLUMNS, [name]).fetchall()}
        columns = [column for column, _ in self._description(name)["columns"]]
        texts = [f"r.{quote(c)}" if c in own else f"CAST(m.{quote(c)} AS VARCHAR)" for c in columns]
        beside = f" POSITIONAL JOIN {RAW}.{quote(name)} AS r" if own else ""
        sql = f"SELECT {', '.join(texts)} FROM main.{quote(name)} AS m{beside} LIMIT {int(params['limit'])}"
        rows = self._guarded(context, self._forward, lambda connection: connection.execute(sql).fetchall())
        return {"columns": columns, "rows": _plain_rows(rows)}

    def _admitted(self, sql: str, besides: set[str] | None = None) -> str:
        registered = frozenset((self._loaded | self._created) - (besides or set()))
        passed = self._passed.get((sql, registered))
        if passed is None:
            passed = admit(self._forward, sql, registered)
            while len(self._passed) >= _KEPT:
                self._passed.pop(next(iter(self._passed)))
            self._passed[(sql, registered)] = passed
        return passed

    def _bind(
        self, query: str, _job: dict[str, Any], connection: duckdb.DuckDBPyConnection
    ) -> dict[str, Any]:
        relation = connection.sql(query)
        pairs = zip(relation.columns, relation.types, strict=True)
        return {"columns": [[name, str(kind)] for name, kind in pairs]}

    def _run(
        self, context: WorkerContext, query: str, job: dict[str, Any], connection: duckdb.DuckDBPyConnection
    ) -> dict[str, Any]:
        left = int(job["limit"])
        cursor = connection.execute(query)
        columns = [[each[0], str(each[1])] for each in cursor.description or ()]
        most = max(1, min(_MOST_ROWS, _MOST_VALUES // max(1, len(columns))))
        while left > most:
            rows = cursor.fetchmany(most)
            context.token.check()
            if len(rows) < most:
                return {"columns": columns, "rows": _plain_rows(rows), "more": False}
            context.emit({"rows": _plain_rows(rows)})
            left -= most
        rows = cursor.fetchmany(left + 1)
        return {"columns": columns, "rows": _plain_rows(rows[:left]), "more": len(rows) > left}

    def _count(
        self, query: str, _job: dict[str, Any], connection: duckdb.DuckDBPyConnection
    ) -> dict[str, Any]:
        row = connection.execute(f"SELECT count(*) FROM (\n{query}\n)").fetchone()
        return {"count": row[0] if row else 0}

    def _guarded(
        self,
        context: WorkerContext,
        connection: duckdb.DuckDBPyConnection,
        work: Callable[[duckdb.DuckDBPyConnection], Any],
    ) -> Any:
        """Run native work so that a cancel or its time interrupts it and its errors become sentences."""
        context.on_cancel(connection.interrupt)
        try:
            with limited_time(self._seconds, connection.interrupt):
                return work(connection)
        except duckdb.InterruptException as error:
            if context.cancelled:
                raise Cancelled from error
            message = say("sql.too_slow", seconds=self._seconds)
            raise SqlFailed(message) from error
        except (duckdb.OutOfMemoryException, MemoryError) as error:
            raise SqlFailed(say("sql.no_memory")) from error
        except (duckdb.FatalException, duckdb.InternalException) as error:
            print(sentence(str(error)), file=sys.stderr, flush=True)
            sys.exit(1)
        except duckdb.Error as error:
            raise SqlFailed(sentence(str(error))) from error
        finally:
            context.on_cancel(None)

    def _description(self, name: str) -> dict[str, Any]:
        rows = self._forward.execute(f"DESCRIBE main.{quote(name)}").fetchall()
        return {"name": name, "columns": [[row[0], row[1]] for row in rows]}


def _create(schema: str, name: str, query: str, connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(f"CREATE OR REPLACE TABLE {schema}.{quote(name)} AS\n{query}")


def _plain_rows(rows: list[tuple[Any, ...]]) -> list[list[Any]]:
    return [plain(list(row)) for row in rows]


def _problem(error: SignoffError) -> dict[str, Any]:
    return {"error": str(error), "refused": not isinstance(error, SqlFailed)}


def main() -> None:
    """Serve one engine until the parent is gone."""
    options = arguments()
    engine = Engine(str(options["memory"]), int(options["threads"]), float(options["seconds"]))
    serve({"load": engine.load, "create": engine.create, "batch": engine.batch, "raw_rows": engine.raw_rows})


if __name__ == "__main__":
    main()

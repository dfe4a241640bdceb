"""Source tables, references and drafts in one DuckDB, so that a draft can be compared by what it returns."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import jinja2
import sqlglot
import yaml
from sqlglot import exp

Rows = list[tuple[object, ...]]


@dataclass(frozen=True)
class Reference:
    """What a person wrote for one document: statements, keys, kinds of rule."""

    sql: Mapping[str, str]
    keys: Mapping[str, tuple[str, ...]]
    volatile: frozenset[str] = frozenset()
    """Columns as ``target.column`` that differ from run to run: right when filled in every row."""
    kinds: Mapping[str, str] = field(default_factory=dict)
    """Kind of rule by ``target.column``; a direct move where it is not listed. A star marks free English."""

    def kind(self, target: str, column: str) -> str:
        """Kind of rule of one column."""
        return self.kinds.get(f"{target}.{column}".casefold(), "direct")


def read_reference(folder: Path) -> Reference:
    """The reference in a folder: ``<target>.sql``, ``keys.yml``, and ``kinds.yml`` where there is one."""
    facts: Any = yaml.safe_load((folder / "keys.yml").read_text(encoding="utf-8"))
    kinds_file = folder / "kinds.yml"
    kinds: Any = yaml.safe_load(kinds_file.read_text(encoding="utf-8")) if kinds_file.exists() else {}
    return Reference(
        sql={path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.sql"))},
        keys={name: tuple(columns) for name, columns in (facts.get("keys") or {}).items()},
        volatile=frozenset(name.casefold() for name in facts.get("volatile") or ()),
        kinds={
            f"{target}.{column}".casefold(): str(kind)
            for target, each in kinds.items()
            for column, kind in each.items()
        },
    )


def load_sources(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Create one table for each file of the folder, with the types of ``schema.sql`` where it names them."""
    schema = folder / "schema.sql"
    if schema.exists():
        connection.execute(schema.read_text(encoding="utf-8"))
    known = {
        name.casefold() for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()
    }
    for path in sorted([*folder.glob("*.csv"), *folder.glob("*.parquet")]):
        if path.suffix == ".csv" and path.stem.casefold() in known:
            connection.execute(f"copy \"{path.stem}\" from '{path}' (header, nullstr '\\N')")
        else:
            reader = f"read_csv('{path}', nullstr = '\\N')" if path.suffix == ".csv" else f"'{path}'"
            connection.execute(f'create table "{path.stem}" as from {reader}')


def build_reference(connection: duckdb.DuckDBPyConnection, reference: Reference) -> None:
    """Create every reference as a table by its name; one that reads another comes after it."""
    waiting = dict(reference.sql)
    while waiting:
        built = [name for name, sql in waiting.items() if _try_create(connection, name, sql)]
        if not built:
            name, sql = next(iter(waiting.items()))
            connection.execute(f'create table "{name}" as {sql}')
        for name in built:
            del waiting[name]


def _try_create(connection: duckdb.DuckDBPyConnection, name: str, sql: str) -> bool:
    try:
        connection.execute(f'create table "{name}" as {sql}')
    except duckdb.CatalogException:
        return False
    return True


def reads(sql: str, names: Collection[str]) -> bool:
    """Whether a statement reads one of these tables."""
    known = {name.casefold() for name in names}
    return any(
        table.name.casefold() in known
        for table in sqlglot.parse_one(sql, dialect="duckdb").find_all(exp.Table)
    )


DBT: Mapping[str, Callable[..., str]] = {
    "datediff": lambda first, second, datepart: f"date_diff('{datepart}', {first}, {second})",
    "date_trunc": lambda datepart, date: f"date_trunc('{datepart}', {date})",
    "type_string": lambda: "varchar",
    "type_timestamp": lambda: "timestamp",
    "split_part": lambda text, delimiter, part: f"split_part({text}, {delimiter}, {part})",
}
"""Macros of dbt that evaluation sets call, as DuckDB writes them."""


def _surrogate_key(columns: Sequence[str]) -> str:
    texts = (f"coalesce(cast({each} as varchar), '_dbt_utils_surrogate_key_null_')" for each in columns)
    joined = " || '-' || ".join(texts)
    return f"md5({joined})"


DBT_UTILS: Mapping[str, Callable[..., str]] = {
    "group_by": lambda count: f"group by {', '.join(str(n + 1) for n in range(count))}",
    "generate_surrogate_key": _surrogate_key,
}
"""The same of dbt_utils."""
FIVETRAN_UTILS: Mapping[str, Callable[..., str]] = {
    "persist_pass_through_columns": lambda *_, **__: "",
}
"""The same of fivetran_utils, with no column passed through."""


def rendered(sql: str) -> str:
    """The statement a dbt file stands for on a first run: sources and references by their bare names."""
    environment = jinja2.Environment(autoescape=False)
    return environment.from_string(sql).render(
        config=lambda *_, **__: "",
        ref=lambda *names, **_: names[-1],
        source=lambda _, table: table,
        var=lambda _, default="": default,
        is_incremental=lambda: False,
        this="this_table",
        dbt=DBT,
        dbt_utils=DBT_UTILS,
        fivetran_utils=FIVETRAN_UTILS,
        target={"name": "dev", "type": "duckdb", "schema": "main"},
    )


def fetch(connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[tuple[str, ...], Rows]:
    """Column names and rows of a statement."""
    cursor = connection.execute(sql.strip().rstrip(";"))
    return tuple(entry[0].casefold() for entry in cursor.description or ()), cursor.fetchall()


def is_held_out(target: str) -> bool:
    """Whether a target belongs to the half that nobody tunes on: decided by its name alone."""
    return hashlib.sha256(target.casefold().encode()).digest()[0] % 2 == 1

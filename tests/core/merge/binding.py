"""Binds SQL over empty tables of a case's schema."""

from __future__ import annotations

import duckdb

from signoff.core.domain.spec import Schema


def bind(sql: str, schema: Schema) -> list[str]:
    """Names of the columns the statement gives; an error of DuckDB fails the test."""
    with duckdb.connect() as connection:
        for table in schema.tables:
            columns = ", ".join(f'"{c.name}" {c.type or "VARCHAR"}' for c in table.columns)
            connection.execute(f'create table "{table.name}" ({columns})')
        return [row[0] for row in connection.execute(f"describe {sql}").fetchall()]

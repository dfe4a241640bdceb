"""Types of other systems as DuckDB types."""

from __future__ import annotations

from sqlglot import exp
from sqlglot.errors import SqlglotError

from signoff.core.engines.sqltext import SqlTextError, check_depth

DIALECTS = (
    "duckdb",
    "postgres",
    "snowflake",
    "tsql",
    "oracle",
    "mysql",
    "bigquery",
    "databricks",
    "redshift",
    "sqlite",
    "teradata",
    "spark",
    "hive",
    "trino",
    "presto",
    "athena",
    "clickhouse",
    "fabric",
    "exasol",
    "starrocks",
    "doris",
    "singlestore",
    "materialize",
    "risingwave",
    "drill",
    "druid",
    "dremio",
)
"""Dialects a CREATE TABLE or a type is tried in, in this order: those that write tables, the common ones first."""

_TEXT = "VARCHAR"
_NAMES_UNKNOWN_TO_SQLGLOT = {
    "BPCHAR": _TEXT,
    "CLOB": _TEXT,
    "NCLOB": _TEXT,
    "LONG": _TEXT,
    "ROWVERSION": "BLOB",
    "DATETIMEOFFSET": "TIMESTAMPTZ",
}
_OTHERWISE_IN_DUCKDB = {
    exp.DType.MONEY: "DECIMAL(19,4)",
    exp.DType.SMALLMONEY: "DECIMAL(10,4)",
    exp.DType.SMALLDATETIME: "TIMESTAMP",
    exp.DType.DATETIME: "TIMESTAMP",
    exp.DType.DATETIME2: "TIMESTAMP",
    exp.DType.BIT: "BOOLEAN",
    exp.DType.INT: "INTEGER",
    exp.DType.XML: _TEXT,
    exp.DType.ROWVERSION: "BLOB",
    exp.DType.INT128: "HUGEINT",
    exp.DType.UINT128: "UHUGEINT",
}
_SIZED = frozenset({exp.DType.DECIMAL, exp.DType.BIGDECIMAL})
"""Types whose sizes mean the same in DuckDB; of the others, such as ``int(11)``, they are for display."""


def duckdb_type(text: str, dialect: str = "") -> str:
    """The DuckDB type a type text means, upper case; VARCHAR where it means none; empty for an empty text.

    Lengths of text types are dropped, since DuckDB does not hold them. Without a dialect each one of
    `DIALECTS` is tried until one knows the type.
    """
    if not text.strip():
        return ""
    for each in (dialect,) if dialect else DIALECTS:
        try:
            check_depth(text)
            built = exp.DataType.build(text, dialect=each)
        except (SqlglotError, SqlTextError, ValueError):
            continue
        if known := type_in_duckdb(built):
            return known
    return _TEXT


def type_in_duckdb(built: exp.DataType) -> str:
    """The DuckDB text of a type's tree, upper case; empty when it is a name that is not known.

    A BIT is taken for the flag it is nearly everywhere, not for DuckDB's string of bits.
    """
    if any(each.this == exp.DType.USERDEFINED for each in built.find_all(exp.DataType)):
        return _NAMES_UNKNOWN_TO_SQLGLOT.get(built.sql().upper().partition("(")[0], "")
    if built.this == exp.DType.UNKNOWN:
        return ""
    if built.this in exp.DataType.TEXT_TYPES:
        return _TEXT
    if built.this not in _SIZED and any(isinstance(each, exp.DataTypeParam) for each in built.expressions):
        built = exp.DataType(this=built.this)
    return _OTHERWISE_IN_DUCKDB.get(built.this) or built.sql("duckdb").upper().replace(", ", ",")

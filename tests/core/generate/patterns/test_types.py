"""Types of every dialect as DuckDB types, and casts between families."""

from __future__ import annotations

import pytest

from signoff.core.generate.types import duckdb_type, fit_to_type, text_length


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("varchar(20)", "VARCHAR"),
        ("VARCHAR2(20 CHAR)", "VARCHAR"),
        ("nvarchar(max)", "VARCHAR"),
        ("CHAR(3) NOT NULL", "VARCHAR"),
        ("Text", "VARCHAR"),
        ("string", "VARCHAR"),
        ("Alphanumeric(10)", "VARCHAR"),
        ("int (PK)", "INTEGER"),
        ("INT NOT NULL", "INTEGER"),
        ("Integer", "INTEGER"),
        ("bigint", "BIGINT"),
        ("smallint", "SMALLINT"),
        ("tinyint(1)", "TINYINT"),
        ("NUMBER(10,2)", "DECIMAL(10,2)"),
        ("NUMBER(10)", "DECIMAL(10,0)"),
        ("numeric", "DECIMAL(38,10)"),
        ("DECIMAL (12, 2)", "DECIMAL(12,2)"),
        ("money", "DECIMAL(19,4)"),
        ("float(53)", "DOUBLE"),
        ("double precision", "DOUBLE"),
        ("real", "DOUBLE"),
        ("Date", "DATE"),
        ("datetime2(7)", "TIMESTAMP"),
        ("timestamp(6)", "TIMESTAMP"),
        ("timestamp without time zone", "TIMESTAMP"),
        ("timestamp with time zone", "TIMESTAMP WITH TIME ZONE"),
        ("TIMESTAMP_NTZ", "TIMESTAMP"),
        ("datetimeoffset", "TIMESTAMP WITH TIME ZONE"),
        ("bit", "BOOLEAN"),
        ("BOOLEAN", "BOOLEAN"),
        ("Yes/No", ""),
        ("true or false", "BOOLEAN"),
        ("amount, 2 decimals", "DECIMAL(18,2)"),
        ("number with three decimals", "DECIMAL(18,3)"),
        ("text, 2", "VARCHAR"),
        ("text in capitals, 2 parts", ""),
        ("Ganzzahl", "INTEGER"),
        ("Datum", "DATE"),
        ("[int]", "INTEGER"),
        ("int identity(1,1)", "INTEGER"),
        ("uniqueidentifier", "VARCHAR"),
        ("", ""),
        ("something else", ""),
        ("((", ""),
        ("decimal(99,2)", "DOUBLE"),
        ("varchar(20", ""),
    ],
)
def test_type_as_written(written: str, wanted: str) -> None:
    assert duckdb_type(written) == wanted


@pytest.mark.parametrize(
    ("written", "length"), [("varchar(20)", 20), ("CHAR (3)", 3), ("text", None), ("int(11)", None)]
)
def test_length_of_text(written: str, length: int | None) -> None:
    assert text_length(written) == length


@pytest.mark.parametrize(
    ("from_type", "to_type", "wanted"),
    [
        ("VARCHAR", "VARCHAR", "x"),
        ("DECIMAL(12,2)", "INTEGER", "x"),
        ("", "DATE", "x"),
        ("DATE", "", "x"),
        ("VARCHAR", "INTEGER", "CAST(x AS INTEGER)"),
        ("INTEGER", "VARCHAR", "CAST(x AS VARCHAR)"),
        ("DATE", "TIMESTAMP", "CAST(x AS TIMESTAMP)"),
        ("INTEGER", "DATE", None),
        ("DATE", "BIGINT", None),
        ("BOOLEAN", "INTEGER", "CAST(x AS INTEGER)"),
    ],
)
def test_cast_only_between_families(from_type: str, to_type: str, wanted: str | None) -> None:
    assert fit_to_type("x", from_type, to_type) == wanted


def test_lenient_cast() -> None:
    assert fit_to_type("x", "VARCHAR", "DATE", lenient=True) == "TRY_CAST(x AS DATE)"

"""Names of types in the databases and offices of the world, each with the DuckDB type for it."""

from __future__ import annotations

_WORDS = {
    "VARCHAR": (
        "varchar varchar2 nvarchar nvarchar2 char nchar character bpchar text ntext tinytext mediumtext "
        "longtext string "
        "clob nclob uuid uniqueidentifier guid sysname enum alphanumeric alpha charactervarying "
        "nationalcharacter "
        "nationalcharactervarying longvarchar lvarchar freetext str memo zeichenkette zeichen texte "
        "chaine texto cadena "
        "tekst testo texttyp char2 chr an"
    ),
    "INTEGER": "integer int int4 mediumint signed ganzzahl entier entero whole wholenumber pls_integer "
    "binaryinteger",
    "BIGINT": "bigint int8 int64 long longint longinteger bigserial serial biginteger rowid",
    "SMALLINT": "smallint int2 int16 short smallserial",
    "TINYINT": "tinyint byteint int1 byte",
    "HUGEINT": "hugeint int128",
    "DECIMAL": "decimal numeric number dec fixed bignumeric bigdecimal zahl nombre numero número liczba "
    "dezimal décimal num",
    "DOUBLE": "double float real float4 float8 float32 float64 doubleprecision binarydouble binaryfloat",
    "DATE": "date datum fecha data date32 kalendertag",
    "TIMESTAMP": (
        "timestamp timestamp_ntz timestampntz datetime datetime2 smalldatetime timestampwithouttimezone "
        "datetime64 "
        "zeitstempel horodatage date/time dateandtime date_time"
    ),
    "TIMESTAMP WITH TIME ZONE": (
        "timestamptz timestamp_tz timestamp_ltz timestampltz timestampwithtimezone datetimeoffset "
        "timestampwithlocaltimezone"
    ),
    "TIME": "time uhrzeit timewithouttimezone hora heure",
    "BOOLEAN": "boolean bool flag logical yesno wahrheitswert booleen booléen booleano boolesch indicator",
    "BLOB": "blob binary varbinary bytea bytes longblob mediumblob tinyblob image raw longraw",
    "JSON": "json jsonb variant",
    "BIT": "bit",
}

PLAIN_TYPES: dict[str, str] = {word: duckdb for duckdb, words in _WORDS.items() for word in words.split()} | {
    "money": "DECIMAL(19,4)",
    "smallmoney": "DECIMAL(10,4)",
    "currency": "DECIMAL(19,4)",
    "year": "INTEGER",
}
"""DuckDB type by lower-case word without blanks; DECIMAL and BIT still want the digits in brackets."""

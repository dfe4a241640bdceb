"""Why a statement was not run, in words without sample values."""

from __future__ import annotations

import re

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError


class SqlRefused(SignoffError):
    """A statement that a gate turned away: it was never shown to DuckDB's engine."""


class SqlFailed(SignoffError):
    """A statement that DuckDB could not bind or run; its reason, without values."""


_KNOWS_NO_ROWS = ("Binder Error", "Catalog Error", "Parser Error", "Not implemented Error")
_RUNNING = {
    "Conversion Error": "Conversion Error: a value cannot be converted",
    "Out of Range Error": "Out of Range Error: a value is too large or too small",
    "Invalid Input Error": "Invalid Input Error: a value is not what the function takes",
    "Constraint Error": "Constraint Error: a value breaks a constraint",
}
_TYPE = re.compile(
    r"\b(?:to|type|into)\s+(?:type\s+|destination type\s+)?"
    r"(U?(?:INT(?:8|16|32|64|128)|TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|DECIMAL\(\d+,\d+\)|DOUBLE|FLOAT|BOOL|"
    r"BOOLEAN|DATE|TIME|TIMESTAMP(?:_\w+)?|TIMESTAMP WITH TIME ZONE|INTERVAL|UUID|BLOB|VARCHAR)\b"
)
_FIELD = re.compile(r"\b(date|time|timestamp|interval) field (?:value|format)\b")
_COLUMN = re.compile(r"when casting from source column (\w+)")
_FORMAT = re.compile(r"^[^']*(?:strptime|format specifier)")
_MANY_ROWS = "More than one row returned by a subquery"
_LONGEST = 400


def sentence(message: str) -> str:
    """DuckDB's error message in one line, without the statement and without values.

    Errors of parsing and binding know no rows: they stay, quoting names and what stands in the statement.
    Errors of running quote the value they failed on, with and without quotes: only what kind it was is taken
    from them.
    """
    text = message.partition("\nLINE ")[0]
    words = " ".join(line.strip() for line in text.splitlines() if line.strip())
    if not words.startswith(_KNOWS_NO_ROWS):
        words = _running(words)
    words = words[:_LONGEST].rstrip(" !.")
    return f"{words}." if words else say("sql.no_reason")


def _running(words: str) -> str:
    kind = words.partition(":")[0]
    if _MANY_ROWS in words:
        return f"{kind}: {_MANY_ROWS}"
    known = _RUNNING.get(kind)
    if known is None:
        return (
            f"{kind}: a value could not be worked on"
            if kind.endswith("Error")
            else "A value could not be worked on"
        )
    types = _TYPE.findall(words) or [field.upper() for field in _FIELD.findall(words)]
    if types:
        known += f" to {types[-1]}" if kind == "Conversion Error" else f" for {types[-1]}"
    if column := _COLUMN.search(words):
        known += f", in column {column.group(1)}"
    if _FORMAT.match(words):
        known += "; a text does not match the format it is read with"
    return known

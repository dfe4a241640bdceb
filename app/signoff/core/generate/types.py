"""Target types in any database's words as DuckDB types, and casts between type families.

A cast is written only where source and target belong to different families (text, number, date …): within one
family the value is left alone, so that no digit is lost unseen. Length and precision are checked by verify.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from signoff.core.generate.type_words import PLAIN_TYPES


class Family(StrEnum):
    """What a cast has to cross."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TIMESTAMP = "timestamp"
    TIME = "time"
    FLAG = "flag"
    OTHER = "other"
    UNKNOWN = ""


_SHAPE = re.compile(r"\s*\[?([^\W\d_][\w ]*?)\]?\s*(?:\(\s*([^()]*)\s*\))?\s*([^\W\d_][\w ]*)?\s*")
_NOISE = re.compile(
    r"[\[(]\s*(?:pk|fk|nk|bk|sk|ak|key|primary key|foreign key|not null|null|nullable|unique)\s*[\])]"
    r"|\b(?:pk|fk|not\s+null|nullable|null|primary\s+key|foreign\s+key|identity(?:\s*\(\s*\d+\s*,\s*\d+\s*\))?"
    r"|auto_?increment|unique|unsigned)\b",
    re.IGNORECASE,
)
_MAX_DIGITS = 38


_YES_NO = re.compile(r"(?:flag\s*)?\(?\s*(?:y\s*/\s*n|j\s*/\s*n)\s*\)?", re.IGNORECASE)
"""A type that only says which two texts there are."""


_DAY_AND_TIME = re.compile(r"(?:date|day)\s*(?:\+|&|/|,)\s*time(?:\s+of\s+day)?", re.IGNORECASE)


def duckdb_type(text: str) -> str:
    """DuckDB type for a type as a document writes it, upper case; empty when it is not understood.

    Text types lose their length, which DuckDB ignores anyway: see `text_length`. A number type with neither
    digits nor scale becomes DECIMAL(38,10), which keeps long keys exact.
    """
    cleaned = _NOISE.sub(" ", text.replace('"', " ").replace("`", " ")).strip(" ,;")
    if (told := _told(cleaned)) is not None:
        return told
    if _YES_NO.fullmatch(cleaned):
        return "VARCHAR"
    if _DAY_AND_TIME.fullmatch(cleaned):
        return "TIMESTAMP"
    shape = _SHAPE.fullmatch(cleaned)
    if shape is None:
        return ""
    name, numbers, suffix = shape.group(1), shape.group(2) or "", shape.group(3) or ""
    words = " ".join(f"{name} {suffix}".lower().split())
    plain = PLAIN_TYPES.get(words) or PLAIN_TYPES.get(words.replace(" ", "").replace("_", ""))
    if plain is None:
        return ""
    return _sized(plain, numbers)


_DECIMALS = re.compile(
    r"(?:amount|number|figure|money|price|percentage|decimal|value)s?\s*,?\s*(?:with\s+|to\s+)?(\d|one|two|three|four|no)\s+"
    r"(?:decimals?|decimal\s+places?|digits?\s+(?:after|behind)\s+the\s+(?:point|comma))",
    re.IGNORECASE,
)
_LETTERS = re.compile(
    r"(?:text|letters|characters?)\s*,\s*(?:up\s+to\s+|max\.?\s+)?\d+(?:\s+(?:characters?|letters?))?", re.I
)
_EITHER = re.compile(r"true\s*(?:or|/)\s*false", re.IGNORECASE)
_FIGURES = {"no": 0, "one": 1, "two": 2, "three": 3, "four": 4}


def _told(text: str) -> str | None:
    """DuckDB type of a type told in everyday words: ``amount, 2 decimals``, ``true or false``."""
    decimals = _DECIMALS.fullmatch(text)
    if decimals is not None:
        told = decimals[1].lower()
        return f"DECIMAL(18,{told if told.isdigit() else _FIGURES[told]})"
    if _EITHER.fullmatch(text):
        return "BOOLEAN"
    return "VARCHAR" if _LETTERS.fullmatch(text) else None


def _sized(plain: str, numbers: str) -> str:
    """The plain type with digits and scale where it is a decimal one."""
    digits = [int(n) for n in re.findall(r"\d+", numbers)]
    if plain == "BIT":
        return "BOOLEAN" if not digits or digits[0] == 1 else "BLOB"
    if plain != "DECIMAL":
        return plain
    if not digits:
        return "DECIMAL(38,10)"
    scale = digits[1] if len(digits) > 1 else 0
    if not 1 <= digits[0] <= _MAX_DIGITS or scale > digits[0]:
        return "DOUBLE"
    return f"DECIMAL({digits[0]},{scale})"


def text_length(text: str) -> int | None:
    """Longest text the type admits, in characters; None for no limit or when it is no text type."""
    if duckdb_type(text) != "VARCHAR":
        return None
    found = re.search(r"\(\s*(\d+)", text)
    return int(found.group(1)) if found else None


_FAMILIES: tuple[tuple[str, Family], ...] = (
    (r"(?:VARCHAR|CHAR|BPCHAR|TEXT|STRING|UUID|NVARCHAR).*", Family.TEXT),
    (r"U?(?:TINYINT|SMALLINT|INTEGER|INT|BIGINT|HUGEINT)\d*|INT\d+", Family.NUMBER),
    (r"(?:DECIMAL|NUMERIC|DOUBLE|FLOAT|REAL).*", Family.NUMBER),
    (r"DATE", Family.DATE),
    (r"TIMESTAMP.*|DATETIME.*", Family.TIMESTAMP),
    (r"TIME.*", Family.TIME),
    (r"BOOLEAN|BOOL", Family.FLAG),
)


@lru_cache(maxsize=4096)
def family_of(duckdb: str) -> Family:
    """Family of a DuckDB type name; UNKNOWN for an empty one."""
    name = duckdb.strip().upper()
    if not name:
        return Family.UNKNOWN
    if name.endswith("]"):
        return Family.OTHER
    return next((family for pattern, family in _FAMILIES if re.fullmatch(pattern, name)), Family.OTHER)


def is_integer(duckdb: str) -> bool:
    """Whether the type holds whole numbers only."""
    return bool(re.fullmatch(r"U?(TINYINT|SMALLINT|INTEGER|INT|BIGINT|HUGEINT)\d*", duckdb.strip().upper()))


_NO_WAY = frozenset(
    {
        (Family.NUMBER, Family.DATE),
        (Family.NUMBER, Family.TIMESTAMP),
        (Family.NUMBER, Family.TIME),
        (Family.DATE, Family.NUMBER),
        (Family.TIMESTAMP, Family.NUMBER),
        (Family.TIME, Family.NUMBER),
        (Family.TIME, Family.DATE),
        (Family.TIME, Family.TIMESTAMP),
        (Family.DATE, Family.TIME),
        (Family.DATE, Family.FLAG),
        (Family.TIMESTAMP, Family.FLAG),
        (Family.TIME, Family.FLAG),
        (Family.FLAG, Family.DATE),
        (Family.FLAG, Family.TIMESTAMP),
        (Family.FLAG, Family.TIME),
    }
)


def fit_to_type(sql: str, from_type: str, to_type: str, *, lenient: bool = False) -> str | None:
    """The expression, cast where the two types belong to different families.

    Args:
        sql: the expression.
        from_type: its DuckDB type; empty when not known.
        to_type: the DuckDB type wanted; empty when not known.
        lenient: a value that does not fit becomes no value (TRY_CAST) instead of an error.

    Returns:
        The expression; None when no cast leads from the one type to the other.
    """
    source, target = family_of(from_type), family_of(to_type)
    if source == target or Family.UNKNOWN in (source, target):
        return sql
    if (source, target) in _NO_WAY:
        return None
    return f"{'TRY_CAST' if lenient else 'CAST'}({sql} AS {to_type})"

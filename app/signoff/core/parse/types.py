"""Type, length, key and required cells of a target column."""

from __future__ import annotations

import re
from functools import lru_cache

from signoff.core.parse.names import unmarked
from signoff.core.parse.placeholders import REMEMBERED
from signoff.core.parse.words import phrase, plain

_TYPE_WORDS = (
    "varchar",
    "varchar2",
    "nvarchar",
    "nvarchar2",
    "char",
    "nchar",
    "character",
    "bpchar",
    "text",
    "string",
    "clob",
    "nclob",
    "int",
    "integer",
    "bigint",
    "smallint",
    "tinyint",
    "mediumint",
    "int2",
    "int4",
    "int8",
    "int32",
    "int64",
    "long",
    "short",
    "byteint",
    "number",
    "numeric",
    "decimal",
    "dec",
    "float",
    "float4",
    "float8",
    "float64",
    "double",
    "real",
    "money",
    "smallmoney",
    "currency",
    "date",
    "datetime",
    "datetime2",
    "smalldatetime",
    "time",
    "timestamp",
    "timestamptz",
    "datetimeoffset",
    "interval",
    "year",
    "bool",
    "boolean",
    "bit",
    "binary",
    "varbinary",
    "blob",
    "bytea",
    "raw",
    "image",
    "uuid",
    "guid",
    "uniqueidentifier",
    "json",
    "jsonb",
    "xml",
    "variant",
    "array",
    "struct",
    "map",
    "serial",
    "bigserial",
    "identity",
    "rowversion",
    "geography",
    "geometry",
    "hyperloglog",
    "alphanumeric",
    "object",
    "timestampntz",
    "timestampltz",
    "longtext",
    "mediumtext",
    "tinytext",
    "ntext",
    "lookup",
    "picklist",
    "objectid",
)
_TYPE = re.compile(
    r"^\s*([A-Za-z]+\w*)(\s+(precision|varying|with|without|unsigned|identity|not|null)\b.*)?\s*([(\[].*)?$",
    re.IGNORECASE,
)
_ARROW = re.compile(r"→|->|=>|⇒")
_SIZED = re.compile(r"char|text|string|binary|dec|num|raw|money|clob", re.IGNORECASE)
_LENGTH = re.compile(
    r"^\(?\s*(\d{1,6})\s*(?:[,.;]\s*(\d{1,3}))?\s*\)?\s*(?:chars?|bytes?|digits?)?$", re.IGNORECASE
)
_NOT_NULL = re.compile(r"\bnot\s+null\b", re.IGNORECASE)
_YES = frozenset(
    {
        "y",
        "yes",
        "true",
        "1",
        "x",
        "t",
        "si",
        "ja",
        "j",
        "tak",
        "oui",
        "да",
        "✓",
        "✔",
        "required",
        "mandatory",
    }
)
_NO = frozenset({"n", "no", "false", "0", "f", "nein", "nie", "non", "нет"})
_IN_KEY = frozenset(
    {"k", "key", "part of key", "part of the key", "in key", "key part", "key column", "2", "3", "4", "5"}
)
"""Marks of a key's column beside a plain yes; a number is its place in the key."""
_PRIMARY = re.compile(
    r"\b(pk|bk|nk|primary|business key|natural key|p|pi|upi|klucz glowny|clave primaria|pk fk|первичный)\b"
)


def looks_like_type(text: str) -> bool:
    """Whether a text is the name of a data type, with or without a length."""
    found = _TYPE.match(unmarked(text).text)
    return bool(found) and found is not None and found.group(1).casefold() in _TYPE_WORDS


@lru_cache(maxsize=REMEMBERED)
def folded_type(type_text: str, length_texts: tuple[str, ...]) -> tuple[str, bool, bool]:
    """The type as written with lengths from other cells folded in; whether it marks a key; and not null.

    Args:
        type_text: the type cell, such as ``int (PK)``.
        length_texts: length, precision and scale cells, in the document's order.
    """
    marked = unmarked(_ARROW.split(type_text)[-1].strip())
    text = _NOT_NULL.sub("", marked.text).strip(" ,;")
    required = bool(_NOT_NULL.search(marked.text))
    sizes: list[str] = []
    for length in length_texts:
        if (found := _LENGTH.match(length.strip())) and (found.group(1) != "0" or sizes):
            sizes.extend(part for part in found.groups() if part is not None)
    if text and sizes and "(" not in text and _SIZED.search(text):
        text = f"{text}({','.join(sizes[:2])})"
    return text, marked.key, required


@lru_cache(maxsize=REMEMBERED)
def says_key(text: str) -> bool:
    """Whether a key cell says that the column is part of the key; a foreign key alone is none."""
    bare = phrase(text) if any(c.islower() for c in text) else plain(text)
    return bare in _YES or bare in _IN_KEY or bool(_PRIMARY.search(plain(text)))


_NOTED_KEY = re.compile(
    r"\s*(?:part of (?:the )?|component of (?:the )?)?(?:pk|primary[ -]?key|composite (?:primary )?key|compound key"
    r"|(?<=of )(?:table )?key|(?<=of the )(?:table )?key|key(?: (?:part|column))?)"
    r"(?:\s*[-,;/(]?\s*(?:not null|unique|composite|part \d|\d|no nulls?|mandatory)\)?)*\s*\.?\s*"
    r"|\s*(?:(?:this|it|which|together|helps? to)\s+)*identif(?:ies|y)\s+(?:the|an?|each|every|one)\s+\w+"
    r"(?:\s*,?\s*(?:together|along|jointly)\s+with\s+[\w ]+)?\s*\.?\s*"
    r"|\s*(?:unique\s*[,;/&+]\s*not[_ ]null|not[_ ]null\s*[,;/&+]\s*unique)\s*",
    re.IGNORECASE,
)


@lru_cache(maxsize=REMEMBERED)
def notes_key(text: str) -> bool:
    """Whether a remark says that its column is part of the key, and nothing of another table's key."""
    return _NOTED_KEY.fullmatch(text) is not None


@lru_cache(maxsize=REMEMBERED)
def says_required(text: str, nullable_header: bool) -> bool:
    """Whether a null or required cell says that a value must be there.

    Args:
        text: the cell.
        nullable_header: the header asks whether null is allowed, rather than whether a value is required.
    """
    bare = plain(text)
    if "not null" in bare:
        return True
    if bare in ("null", "nullable", "optional"):
        return False
    return bare in _NO if nullable_header else bare in _YES

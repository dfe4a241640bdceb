"""What lint needs to know of a type: its family, and how much it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.engines.sql.types import duckdb_type

_NUMBER = re.compile(r"^[+-]?\d+(?:[.,]\d+)?$")
_DATE = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|^\d{8}$|^\d{1,2}[- ][A-Za-z]{3}[- ]\d{2,4}$")
_TRUTH = frozenset({"true", "false", "y", "n", "yes", "no", "0", "1", "t", "f"})
_SIZE = re.compile(r"\(\s*(\d{1,6})\s*(?:char|byte)?\s*(?:,\s*(\d{1,3})\s*)?\)", re.IGNORECASE)
_TEXT = re.compile(r"char|text|string|clob|alphanum", re.IGNORECASE)
_FAMILIES = (
    ("whole number", re.compile(r"^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U\w*INT\w*)$")),
    ("number", re.compile(r"^(DECIMAL|DOUBLE|FLOAT|REAL|NUMERIC)")),
    ("date", re.compile(r"^(DATE|TIMESTAMP|DATETIME)")),
    ("time", re.compile(r"^TIME(?!STAMP)")),
    ("truth value", re.compile(r"^BOOLEAN")),
)


@dataclass(frozen=True)
class TypeFacts:
    """Family and size of one type."""

    family: str
    """text, whole number, number, date, time, truth value; empty when not known."""
    size: int = 0
    """Characters of a text, digits of a number; 0 when not stated."""
    scale: int = 0


def type_facts(text: str) -> TypeFacts:
    """Facts of a type as any system writes it.

    Args:
        text: such as ``NVARCHAR2(20 CHAR)``; may be empty.
    """
    found = _SIZE.search(text)
    size = int(found.group(1)) if found else 0
    scale = int(found.group(2)) if found and found.group(2) else 0
    if not text.strip():
        return TypeFacts("")
    if _TEXT.search(text):
        return TypeFacts("text", size)
    known = duckdb_type(text)
    family = next((name for name, pattern in _FAMILIES if pattern.match(known)), "")
    return TypeFacts(family, size, scale)


def misfit(value: str, wanted: TypeFacts) -> str:
    """How the value misses the type, as the middle of a sentence; empty when it fits."""
    if wanted.family == "text":
        return "is longer than" if wanted.size and len(value) > wanted.size else ""
    fits = {
        "whole number": bool(_NUMBER.match(value)) and not re.search(r"[.,]", value),
        "number": bool(_NUMBER.match(value)),
        "date": bool(_DATE.search(value)),
        "truth value": value.strip(" .").casefold() in _TRUTH,
    }
    return "" if fits.get(wanted.family, True) else "is no value of"

"""Types and date formats in words."""

from __future__ import annotations

import re

_TYPES = (
    (re.compile(r"(?:VAR)?CHAR|TEXT|STRING"), "text"),
    (re.compile(r"BIGINT|INTEGER|SMALLINT|TINYINT|HUGEINT|INT\b"), "a whole number"),
    (re.compile(r"DECIMAL|NUMERIC|DOUBLE|FLOAT|REAL"), "a number"),
    (re.compile(r"TIMESTAMP|DATETIME"), "a date and time"),
    (re.compile(r"DATE"), "a date"),
    (re.compile(r"TIME"), "a time"),
    (re.compile(r"BOOL"), "true or false"),
)
_SCALE = re.compile(r"\(\d+,\s*(\d+)\)")
_FORMAT_WORDS = {
    "%Y": "YYYY", "%y": "YY", "%m": "MM", "%-m": "M", "%d": "DD", "%-d": "D", "%H": "hh", "%I": "hh (12)",
    "%M": "mm", "%S": "ss", "%p": "AM/PM", "%b": "month’s short name", "%B": "month’s name",
    "%A": "weekday’s name", "%a": "weekday’s short name", "%f": "fractions", "%j": "day of the year",
}  # fmt: skip


def type_words(kind: str) -> str:
    """A DuckDB type as a person says it, such as ``a number with 2 decimals``."""
    words = next((said for pattern, said in _TYPES if pattern.search(kind)), kind.lower())
    scale = _SCALE.search(kind)
    return f"{words} with {scale[1]} decimals" if scale and words == "a number" and scale[1] != "0" else words


def format_words(text: str) -> str:
    """A strftime format as people write them: ``%Y%m%d`` is ``YYYYMMDD``."""
    return re.sub(r"%-?[A-Za-z]", lambda match: _FORMAT_WORDS.get(match.group(0), match.group(0)), text)

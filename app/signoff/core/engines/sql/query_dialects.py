"""Which dialects a query may be written in, told by what only some of them write."""

from __future__ import annotations

import re

from signoff.core.engines.sql.types import DIALECTS

_HINTS = {
    "snowflake": (
        r"\biff\s*\(",
        r"\bflatten\s*\(",
        r"::\s*(?:variant|timestamp_(?:ntz|ltz|tz)|number)\b",
        r"\b(?:zeroifnull|to_varchar|div0|object_construct|array_construct|parse_json)\s*\(",
        r"\bdateadd\s*\(\s*'?\w+'?\s*,.*\bqualify\b",
    ),
    "bigquery": (
        r"`[^`\n]*\.[^`\n]*`",
        r"\b(?:safe_cast|safe_divide|countif|format_date|parse_date|generate_date_array)\s*\(",
        r"\b(?:int64|float64|bignumeric)\b",
        r"\bselect\s+as\s+struct\b",
        r"\b(?:date|timestamp|datetime)_(?:trunc|diff|add|sub)\s*\([^'()]*(?:\([^()]*\)[^'()]*)*,\s*(?:day|week|month|year|hour|interval)\b",
    ),
    "databricks": (
        r"`[^`.\n]*`",
        r"\blateral\s+view\b",
        r"\b(?:get_json_object|collect_(?:list|set)|date_format|try_variant_get)\s*\(",
        r"\b(?:distribute|cluster)\s+by\b",
    ),
    "tsql": (
        r"\[[A-Za-z_][\w ]*\]\s*(?:\.|,|=|\bas\b|\n)",
        r"\bselect\s+(?:distinct\s+)?top\s*\(?\s*\d",
        r"\b(?:getdate|isnull|datefromparts|charindex|iif|eomonth)\s*\(",
        r"\bconvert\s*\(\s*\w+\s*(?:\(\s*\w+\s*(?:,\s*\d+)?\))?\s*,",
        r"\bnolock\b",
        r"\b(?:cross|outer)\s+apply\b",
    ),
    "oracle": (
        r"\(\+\)",
        r"\bfrom\s+dual\b",
        r"\bsysdate\b",
        r"\b(?:nvl2?|decode|to_char|add_months|to_number)\s*\(",
        r"\bconnect\s+by\b",
        r"\bvarchar2\b",
        r"\bminus\b",
    ),
    "redshift": (
        r"\b(?:dist|sort)key\b",
        r"\bconvert_timezone\s*\(",
        r"\bgetdate\s*\(\s*\)(?s:.)*::|::(?s:.)*\bgetdate\s*\(\s*\)",
        r"\blistagg\s*\((?s:.)*::|::(?s:.)*\blistagg\s*\(",
    ),
    "postgres": (
        r"::\s*(?:text|jsonb|numeric\b)",
        r"\bto_char\s*\((?s:.)*::|::(?s:.)*\bto_char\s*\(",
        r"~\*",
        r"\bto_timestamp\s*\(",
    ),
    "mysql": (r"\b(?:ifnull|group_concat|date_format|str_to_date)\s*\(", r"`[^`.\n]*`"),
}
_PATTERNS = {name: [re.compile(each, re.IGNORECASE) for each in hints] for name, hints in _HINTS.items()}
_LONG = 50_000
"""Characters from which only the dialects that a query hints at, and the common ones, are tried."""
_COMMON = 9
_QUOTED = re.compile(r"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/", re.DOTALL)


def hinted_dialects(sql: str) -> tuple[str, ...]:
    """The dialects that a query shows signs of, those with the most first; DuckDB is none of them."""
    bare = _QUOTED.sub("''", sql[:_LONG])
    found = {name: sum(p.search(bare) is not None for p in each) for name, each in _PATTERNS.items()}
    told = [name for name, count in found.items() if count]
    return tuple(sorted(told, key=lambda name: -found[name]))


def query_dialects(sql: str) -> tuple[str, ...]:
    """Every dialect worth trying on a query, in the order of trying; DuckDB is none of them."""
    rest = DIALECTS if len(sql) <= _LONG else DIALECTS[:_COMMON]
    return tuple(d for d in dict.fromkeys([*hinted_dialects(sql), *rest]) if d != "duckdb")

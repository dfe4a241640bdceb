"""What an expression may be made of besides columns and the rule's own values, by the sort it gives.

Sorts: ``t`` text, ``n`` number, ``d`` date or timestamp, ``b`` condition; as an argument, ``x`` is any of
them. Further argument sorts: ``c`` a whole number below 1,000, ``f`` a date format, ``g`` the option to
replace all, ``i`` a count or position, ``j`` a position from either end, ``k`` a small whole number, ``o``
what can be ordered by, ``p`` a part of a date, ``r`` a regular expression, ``s`` a fixed text. ``*`` marks an
argument that may be repeated, ``?`` one that may be left out.

A signature stands here only if DuckDB binds it for values of those sorts: text functions do not take
numbers.
"""

from __future__ import annotations

FUNCTIONS: dict[str, tuple[str, ...]] = {
    "t": (
        "upper(t)", "lower(t)", "trim(t)", "ltrim(t s?)", "rtrim(t s?)", "substr(t i i?)", "left(t i)",
        "right(t i)", "replace(t t t)", "concat(x x*)", "concat_ws(s x x*)", "lpad(t k s)", "rpad(t k s)",
        "split_part(t s j)",
        "reverse(t)", "repeat(t k)", "regexp_replace(t r s g?)", "regexp_extract(t r k?)", "translate(t s s)",
        "strip_accents(t)", "chr(c)", "md5(t)", "sha256(t)", "strftime(d f)", "dayname(d)", "monthname(d)",
        "coalesce(t t t*)", "nullif(t t)", "greatest(t t t*)", "least(t t t*)",
    ),
    "n": (
        "length(t)", "strpos(t s)", "abs(n)", "round(n k?)", "floor(n)", "ceil(n)", "trunc(n)", "mod(n n)",
        "power(n n)", "sqrt(n)", "sign(n)", "year(d)", "quarter(d)", "month(d)", "week(d)", "day(d)",
        "hour(d)", "minute(d)", "second(d)", "dayofweek(d)", "isodow(d)", "dayofyear(d)", "date_diff(p d d)",
        "hash(x x*)", "coalesce(n n n*)", "nullif(n n)", "greatest(n n n*)", "least(n n n*)",
    ),
    "d": (
        "strptime(t f)", "try_strptime(t f)", "make_date(n n n)", "date_trunc(p d)", "last_day(d)",
        "coalesce(d d d*)", "nullif(d d)", "greatest(d d d*)", "least(d d d*)",
    ),
    "b": (
        "starts_with(t t)", "ends_with(t t)", "contains(t t)", "regexp_matches(t r)", "coalesce(b b)",
    ),
}  # fmt: skip
"""Signatures by result."""

AGGREGATES: dict[str, tuple[str, ...]] = {
    "t": ("min(t)", "max(t)", "any_value(t)", "string_agg(t s)", "mode(t)", "arg_max(t o)", "arg_min(t o)"),
    "n": (
        "sum(n)", "avg(n)", "min(n)", "max(n)", "count(x)", "any_value(n)", "median(n)", "arg_max(n o)",
        "arg_min(n o)", "mode(n)",
    ),
    "d": ("min(d)", "max(d)", "any_value(d)", "arg_max(d o)", "arg_min(d o)"),
    "b": ("bool_and(b)", "bool_or(b)"),
}  # fmt: skip
"""Signatures of aggregate functions; ``o`` is a number or date to order by."""

WINDOWS: dict[str, tuple[str, ...]] = {
    "t": ("lag(t)", "lead(t)", "first_value(t)", "last_value(t)"),
    "n": (
        "row_number()", "rank()", "dense_rank()", "lag(n)", "lead(n)", "first_value(n)", "last_value(n)",
        "sum(n)", "avg(n)", "min(n)", "max(n)", "count(x)",
    ),
    "d": ("lag(d)", "lead(d)", "first_value(d)", "last_value(d)", "min(d)", "max(d)"),
    "b": (),
}  # fmt: skip
"""Signatures that must be followed by OVER."""

CAST_TYPES: dict[str, tuple[str, ...]] = {
    "t": ("VARCHAR",),
    "d": ("DATE", "TIMESTAMP"),
    "b": ("BOOLEAN",),
}
"""Types of a CAST by sort; numbers are spelt out in the grammar."""

DATE_PARTS = ("year", "quarter", "month", "week", "day", "hour", "minute", "second")

NEUTRAL_WORDS = (
    "Yes", "No", "YES", "NO", "yes", "no", "TRUE", "FALSE", "true", "false", "N/A", "n/a", "NULL", "null",
    "Unknown", "UNKNOWN", "unknown", "Other", "OTHER", "other", "None", "NONE", "none",
)  # fmt: skip
"""Fixed texts any rule may mean without spelling them."""


def sort_of(type_name: str) -> str:
    """Sort of a DuckDB type: ``t``, ``n``, ``d``, ``b``; empty when unknown, which may stand anywhere."""
    upper = type_name.upper()
    if not upper:
        return ""
    if upper.startswith("BOOL"):
        return "b"
    if upper.startswith(("DATE", "TIME")):
        return "d"
    numeric = ("INT", "DEC", "NUM", "DOUBLE", "FLOAT", "REAL", "HUGE", "BIGINT", "SMALLINT", "TINYINT", "U")
    return "n" if upper.startswith(numeric) and upper != "UUID" else "t"

"""What a missing value counts as, told behind a condition: ``state A only. No state counts as A``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.spoken_columns import spoken_column
from signoff.core.merge.sqlparts import columns_of, parsed

_EMPTY = r"(?:empty|missing|blank|null|unset|unfilled|unknown)"
_AS = (
    r"(?:(?:also\s+)?counts?\s+(?:as|like)|(?:is|are)\s+(?:treated|taken|read|regarded|handled|seen|considered|to\s+be\s+read)"
    r"(?:\s+(?:as|like))?|means?|stands?\s+for|=|is\s+the\s+same\s+as|is)"
)
_COUNTS = re.compile(
    rf"^(?:and\s+|but\s+)?(?:(?:an?\s+|the\s+)?(?:no|{_EMPTY})\s+(?P<name>\w+)|(?:the\s+)?(?P<name2>\w+)\s+(?:is\s+)?{_EMPTY}"
    r"|[a-z]+\s+without\s+(?:an?\s+|any\s+)?(?P<name3>\w+))"
    rf"(?:\s+at\s+all)?\s*,?\s+{_AS}\s+(?:that\s+)?(?:(?:the|that|this)\s+[\w-]+\s+(?:is|was)\s+)?(?:an?\s+)?['\"]?(?P<value>[\w-]+)['\"]?$",
    re.IGNORECASE,
)


def counts_as(clause: str) -> bool:
    """Whether a clause only says what a missing value counts as."""
    match = _COUNTS.match(" ".join(clause.split()).strip(" .;()"))
    return match is not None and match["value"].casefold() not in _NO_VALUE


_COUNTS_NOT = re.compile(
    rf"^(?:and\s+|but\s+)?(?:an?\s+|the\s+)?(?:no|{_EMPTY})\s+\w+(?:\s+at\s+all)?\s*,?\s+{_AS}\s+not\s+(?!loaded|taken|kept|included|migrated|read|wanted|shown)[\w-]+$",
    re.IGNORECASE,
)


def tells_missing(clause: str) -> bool:
    """Whether a clause only says how a missing value is meant, or not meant: ``no flag at all = not deleted``."""
    plain = " ".join(clause.split()).strip(" .;()")
    return counts_as(clause) or _COUNTS_NOT.match(plain) is not None


_NO_VALUE = frozenset(
    (
        "empty",
        "missing",
        "null",
        "blank",
        "out",
        "dropped",
        "excluded",
        "ignored",
        "skipped",
        "loaded",
        "kept",
    )
)


def with_missing_told(
    conditions: Sequence[Condition], clause: str, relations: Sequence[Relation], schema: Schema
) -> list[Condition] | None:
    """The conditions with rows without a value where the value that they count as is; None where that is not sure.

    Args:
        conditions: of the clause before; one of them looks at the column and at fixed values alone.
        clause: says what a missing value counts as.
        relations: of the query.
        schema: their tables.
    """
    match = _COUNTS.match(" ".join(clause.split()).strip(" .;()"))
    name = (match["name"] or match["name2"] or match["name3"]) if match is not None else ""
    column = spoken_column(name, relations, schema) if name else None
    if match is None or column is None:
        return None
    about = [c for c in conditions if f"{column.sql}".casefold() in c.sql.casefold()]
    if len(about) != 1:
        return None
    sql = _told(about[0].sql, column.sql, match["value"])
    return None if sql is None else [replace(c, sql=sql) if c is about[0] else c for c in conditions]


def _told(sql: str, column: str, value: str) -> str | None:
    tree = parsed(sql)
    if tree is None or {c.sql().casefold() for c in columns_of(tree)} != {column.casefold()}:
        return None
    literals = {str(each.this).casefold() for each in tree.find_all(exp.Literal) if each.is_string}
    leaves = sql.casefold().startswith(("not coalesce(", f"({column.casefold()} is null or "))
    takes = isinstance(tree, (exp.EQ, exp.In))
    if not literals or leaves == takes:
        return None
    is_one = value.casefold() in literals
    if not is_one and any(each[:1] == value[:1].casefold() for each in literals):
        return None
    if not is_one:
        return sql
    return f"({column} is null or {sql})" if takes else f"({column} is not null and {sql})"

"""What one column of a described relation comes to: ``sum of amount``, ``first day of the month of min(start)``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlglot import exp

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.spec import SourceTable
from signoff.core.merge.names import find_column
from signoff.core.merge.sqlparts import columns_of, parsed, rendered

_THE = r"(?:the\s+|all\s+|its\s+|their\s+|each\s+|of\s+the\s+|over\s+|of\s+)*"
_AGGREGATES = (
    (
        "count(distinct {})",
        r"(?:the\s+)?(?:number|count|no\.?)\s+of\s+(?:distinct|different|unique)|distinct\s+(?:count|number)\s+of"
        r"|count\s+distinct|distinct\s+count",
    ),
    ("count({})", r"(?:the\s+)?(?:number|count|no\.?)\s+of|count|how\s+many"),
    ("sum({})", r"(?:the\s+)?(?:sum|total(?:\s+of)?|totals?)(?:\s+(?:of|over))?"),
    ("avg({})", r"(?:the\s+)?(?:average|mean|avg)(?:\s+of)?"),
    ("min({})", r"(?:the\s+)?(?:earliest|first|minimum|min|smallest|lowest|oldest)(?:\s+of)?"),
    ("max({})", r"(?:the\s+)?(?:latest|last|maximum|max|largest|highest|newest|most\s+recent)(?:\s+of)?"),
)
_PERIODS = (
    re.compile(
        r"^(?:the\s+)?(?:first\s+(?:day|date)|start|beginning|1st)\s+of\s+(?:the\s+)?(?P<unit>month|year|quarter|week)"
        r"\s+(?:of|for|in|from|with|containing)\s+(?P<of>.+)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:the\s+)?(?P<unit>month|quarter|year|week)(?:\s+start)?\s+of\s+(?P<of>.+)$", re.IGNORECASE
    ),
    re.compile(
        r"^(?P<of>.+?)\s*,?\s+(?:truncated|cut|rounded\s+down|reduced|set\s+back)\s+to\s+"
        r"(?:the\s+)?(?:first\s+(?:day\s+)?of\s+(?:the\s+)?|start\s+of\s+(?:the\s+)?)?(?P<unit>month|quarter|year|week)$",
        re.IGNORECASE,
    ),
)
_DAY = re.compile(r"^(?:the\s+)?(?:calendar\s+)?(?:day|date)(?:\s+part)?\s+of\s+(?P<of>.+)$", re.IGNORECASE)
_ROWS = re.compile(r"^(?:rows?|records?|lines?|entries|\*|them|these)$", re.IGNORECASE)
_ROWS_ALONE = re.compile(
    r"^(?:(?:the\s+)?(?:row|record)\s+count|count|rows|records|number|how\s+many|counter)(?:\s+of\s+(?:them|these|rows))?$",
    re.IGNORECASE,
)
_TYPES = {exp.Count: "BIGINT", exp.Avg: "DOUBLE"}


@dataclass(frozen=True)
class Valued:
    """A value as SQL over one table."""

    sql: str
    type: str
    aggregate: bool


def value_of(text: str, table: SourceTable) -> Valued | None:
    """The value that words or SQL stand for over a table; None when they are not wholly understood."""
    plain = " ".join(text.split()).strip(" .,;")
    column = find_column(table, plain) if re.fullmatch(r"[\w.\"]+", plain) else None
    if column is not None:
        return Valued(ScopeColumn(table.name, table.name, column).sql, column.type, aggregate=False)
    if _ROWS_ALONE.match(plain):
        return Valued("count(*)", "BIGINT", aggregate=True)
    return _period(plain, table) or _aggregate(plain, table) or _written(plain, table)


def _period(plain: str, table: SourceTable) -> Valued | None:
    for shape in _PERIODS:
        match = shape.match(plain)
        inner = value_of(match["of"], table) if match is not None else None
        if match is not None and inner is not None and inner.type.upper().startswith(("DATE", "TIMESTAMP")):
            sql = f"cast(date_trunc('{match['unit'].lower()}', {inner.sql}) as date)"
            return Valued(sql, "DATE", inner.aggregate)
    match = _DAY.match(plain)
    inner = value_of(match["of"], table) if match is not None else None
    return Valued(f"cast({inner.sql} as date)", "DATE", inner.aggregate) if inner is not None else None


def _aggregate(plain: str, table: SourceTable) -> Valued | None:
    for shape, words in _AGGREGATES:
        match = re.match(rf"^(?:{words})\s+{_THE}(?P<of>[^()]+|\([^()]+\)|.+[-+*/].+)$", plain, re.IGNORECASE)
        if match is None:
            continue
        if shape == "count({})" and (_ROWS.match(match["of"]) or _is_table(match["of"], table)):
            return Valued("count(*)", "BIGINT", aggregate=True)
        inner = value_of(match["of"], table)
        if inner is None or inner.aggregate:
            return None
        kind = "BIGINT" if shape.startswith("count") else "DOUBLE" if shape.startswith("avg") else inner.type
        return Valued(shape.format(inner.sql), kind, aggregate=True)
    return None


def _is_table(text: str, table: SourceTable) -> bool:
    return text.strip().casefold().rstrip("s") == table.name.casefold().rstrip("s")


def _written(plain: str, table: SourceTable) -> Valued | None:
    """SQL as it stands, each of its columns under the table's name."""
    tree = parsed(plain)
    if tree is None or tree.find(exp.Query, exp.Anonymous) is not None:
        return None
    copy, kind = tree.copy(), ""
    for column in list(columns_of(copy)):
        known = find_column(table, column.name)
        if known is None:
            return None
        kind = known.type
        made = exp.column(known.name, table.name)
        if column is copy:
            copy = made
        else:
            column.replace(made)
    if not kind and tree.find(exp.Star) is None:
        return None
    kind = next((t for c, t in _TYPES.items() if isinstance(copy, c)), kind)
    return Valued(rendered(copy), kind, tree.find(exp.AggFunc) is not None)

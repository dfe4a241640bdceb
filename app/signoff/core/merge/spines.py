"""Rows that no table has, as a relation: months, days, hours or numbers, of one range or of each row of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Expression, Origin, quoted
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import CarriedColumn, JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema, SourceTable, TargetMapping
from signoff.core.merge.likely.told_spines import without_span
from signoff.core.merge.names import find_column, phrase, unique_alias, words
from signoff.core.merge.spelled_days import spelled_month, with_iso_days
from signoff.core.merge.spine_texts import SpineText
from signoff.core.merge.spoken_tables import spoken_table

_DAY = re.compile(r"^(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$")
_POINTED = re.compile(r"^(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})$")
_MONTH = re.compile(r"^(?P<y>\d{4})-(?P<m>\d{1,2})$")
_YEAR = re.compile(r"^(?P<y>\d{4})$")
_OF_UNIT = re.compile(
    r"^(?:the\s+)?(?:(?:calendar\s+)?(?:month|day|date|hour|week|quarter|year)\s+of\s+|start\s+of\s+|begin\w*\s+of\s+|end\s+of\s+)(?:the\s+)?",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s+(?:month|day|hour|week|quarter|year)$", re.IGNORECASE)
_ENDMOST = re.compile(
    r"^(?:the\s+)?(?P<which>first|earliest|oldest|smallest|lowest|min(?:imum)?|last|latest|newest|largest|highest|max(?:imum)?)"
    r"(?:\s+of)?\s+(?:the\s+)?(?P<what>.+)$",
    re.IGNORECASE,
)
_RISING = ("first", "earliest", "oldest", "smallest", "lowest", "min", "minimum")
_WHOLE = "hour"


@dataclass(frozen=True)
class _Made:
    """What a spine is built in."""

    text: SpineText
    schema: Schema
    target: TargetMapping
    table: SourceTable | None
    alias: str


def spine_relation(
    text: SpineText,
    schema: Schema,
    target: TargetMapping,
    taken: Sequence[str],
    table: str,
    cell: Cell | None,
    alias: str = "",
) -> Relation | None:
    """The rows as a relation; None where a table, a column or a day of the text is not found.

    Args:
        text: The rows that are asked for.
        schema: The tables.
        target: Its sources tell which table is meant; a column of its own without a source names the rows.
        taken: Aliases that are used already.
        table: The table the step names; empty where it names none.
        cell: The cell of the text.
        alias: The alias the step names.
    """
    named = spoken_table(text.per or table, target, schema) if text.per or table else None
    if (text.per or table) and named is None:
        return None
    wanted = named.name if named is not None and text.per else f"{text.unit}s"
    made = _Made(text, schema, target, named, unique_alias(alias or wanted, taken))
    column = made_column(text.unit, target)
    sql = _numbers(made, column) if text.unit == "number" else _moments(made, column)
    if not sql:
        return None
    shown = _type(text.unit)
    carries = [CarriedColumn(column, shown)]
    if named is not None and text.per:
        own = [CarriedColumn(c.name, c.type, named.name, c.name) for c in named.columns]
        carries = [*(c for c in own if c.name.casefold() != column.casefold()), *carries]
    name = named.name if named is not None and text.per else made.alias
    return Relation(
        name, made.alias, JoinKind.DRIVING, None, cell, subquery=sql, carries=tuple(carries), told=_told(text)
    )


def spine_expression(mapping: ColumnMapping, section: SectionPlan) -> Expression | None:
    """The value of a column that shows the made rows themselves, such as ``first of the month``."""
    made_by = (JoinKind.DRIVING, JoinKind.CROSS)
    relation = next(
        (r for r in section.relations if r.subquery and r.told and r.carries and r.join in made_by), None
    )
    if relation is None or mapping.sources:
        return None
    made = relation.carries[-1]
    if made.table:
        return None
    rule = without_span(mapping.rule_resolved or mapping.rule)
    means = _means(rule, relation) if rule else squashed(mapping.name) == squashed(made.name)
    if not means:
        return None
    return Expression(f"{quoted(relation.alias)}.{quoted(made.name)}", Origin.PATTERN, "spine")


def _means(rule: str, relation: Relation) -> bool:
    """Whether a rule shows the made rows themselves; ``month`` does not where they are days."""
    unit = next((u for u in _UNITS if f"interval 1 {u}" in (relation.subquery or "")), "")
    return _is_of_unit(rule, unit) if unit else _MEANS.match(rule) is not None


_UNITS = ("month", "day", "hour", "week", "quarter", "year")
_ANY_UNIT = frozenset({"number", "value", "spine", "calendar", "series"})
_MEANS = re.compile(
    r"^(?:the\s+|a\s+)?(?:(?:1st|first(?:\s+day)?|start|begin(?:ning)?|date)\s+(?:of\s+)?(?:the\s+|each\s+)?)?(?:calendar\s+|spine\s+|generated\s+)*"
    r"(?:one\s+(?:row|line)\s+(?:per|for\s+each)\s+)?(?:calendar\s+)?"
    r"(?P<unit>month|day|date|hour|week|quarter|year|number|value|spine|calendar|series)(?:\s+(?:start|itself|date))?"
    r"(?:\s+(?:of|from|in)\s+the\s+(?:spine|calendar|series|list|row))?$",
    re.IGNORECASE,
)


def made_column(unit: str, target: TargetMapping) -> str:
    """The name the made rows' column gets: that of the target's column that shows them, else the unit."""
    fitting = [
        c.name
        for c in target.columns
        if not c.sources
        and (unit in words(c.name) or (unit == "day" and "date" in words(c.name)))
        and (not c.rule.strip() or _is_of_unit(without_span(c.rule_resolved or c.rule), unit))
    ]
    return fitting[0] if fitting else unit


def _is_of_unit(rule: str, unit: str) -> bool:
    match = _MEANS.match(rule)
    said = match["unit"].lower() if match is not None else ""
    return said in _ANY_UNIT or (said == unit) or (unit == "day" and said == "date")


def _told(text: SpineText) -> str:
    return " ".join(text.text.split()) or f"{text.unit}s {text.start} to {text.end}"


def _type(unit: str) -> str:
    return {"number": "BIGINT", "hour": "TIMESTAMP"}.get(unit, "DATE")


def _numbers(made: _Made, column: str) -> str:
    return f"select unnest(generate_series({made.text.start}, {made.text.end})) as {quoted(column)}"


def _moments(made: _Made, column: str) -> str:
    """The SELECT of the rows; empty where an end is not found."""
    text = made.text
    ends = [_end(words_, made, last) for words_, last in ((text.start, False), (text.end, True))]
    if not all(ends):
        return ""
    start, end = ends
    if text.open_end:
        stop = _end(text.open_end, made, True)
        if not stop:
            return ""
        end = f"coalesce({end}, {stop})"
        end = f"least({end}, {stop})" if text.capped else end
    series = f"generate_series({_from(start, text.unit)}, {_from(end, text.unit)}, interval 1 {text.unit})"
    if text.unit == "quarter":
        series = series.replace("interval 1 quarter", "interval 3 month")
    shown = f"unnest({series})" if text.unit == _WHOLE else f"cast(unnest({series}) as date)"
    place = _place(made)
    if place is None:
        return f"select {shown} as {quoted(column)}"
    own = f"{quoted(made.alias)}.*,\n    " if text.per else ""
    return f"select\n    {own}{shown} as {quoted(column)}\nfrom {place}"


def _place(made: _Made) -> str | None:
    """The table whose columns begin or end the range; None where days alone do."""
    table = made.table or _table_of_ends(made)
    if table is None:
        return None
    name = quoted(table.name)
    return name if table.name == made.alias else f"{name} as {quoted(made.alias)}"


def _from(end: str, unit: str) -> str:
    whole = end.startswith("date '") and unit == "day"
    return end if whole else f"date_trunc('{unit}', {end})"


def _end(said: str, made: _Made, last: bool) -> str:
    """One end of the range as SQL: a day, or a column of the table, the first or last of all where it is one range."""
    plain = _BEHIND.sub("", _OF_UNIT.sub("", said.strip(" ()").rstrip("."))).strip()
    day = _day(plain.removeprefix("the ").strip(), last, made.text.unit)
    if day:
        return day
    endmost = _ENDMOST.match(plain)
    name = endmost["what"] if endmost is not None else plain
    table = made.table or _table_of_ends(made)
    if table is None:
        return ""
    column = _column(table, name)
    if column is None or not column[1].upper().startswith(("DATE", "TIMESTAMP")):
        return ""
    sql = f"{quoted(made.alias)}.{quoted(column[0])}"
    if made.text.per:
        return "" if endmost is not None else sql
    if endmost is None:
        return f"max({sql})" if last else f"min({sql})"
    return f"min({sql})" if endmost["which"].lower() in _RISING else f"max({sql})"


def _day(plain: str, last: bool, unit: str) -> str:
    plain = spelled_month(plain) or with_iso_days(plain)
    for shape in (_DAY, _POINTED, _MONTH, _YEAR):
        match = shape.match(plain.strip("'\""))
        if match is None:
            continue
        found = match.groupdict()
        month = int(found.get("m") or (12 if last else 1))
        day = int(found.get("d") or 1)
        if shape in (_MONTH, _YEAR) and last and unit in ("day", "hour", "week"):
            return _last_of_month(found["y"], month, unit)
        if not 1 <= month <= 12 or not 1 <= day <= 31:
            return ""
        plain_day = f"date '{int(found['y']):04d}-{month:02d}-{day:02d}'"
        whole_day = last and unit == _WHOLE and shape in (_DAY, _POINTED) and ":" not in plain
        return f"{plain_day} + interval 23 hour" if whole_day else plain_day
    return ""


def _last_of_month(year: str, month: int, unit: str) -> str:
    step, kind = ("hour", "timestamp") if unit == _WHOLE else ("day", "date")
    first = f"date '{int(year):04d}-{month:02d}-01'"
    return f"cast({first} + interval 1 month - interval 1 {step} as {kind})"


def _column(table: SourceTable, said: str) -> tuple[str, str] | None:
    """The column that words mean: its name, or the only date whose name holds one of the words."""
    exact = find_column(table, said.strip()) or find_column(table, re.sub(r"\s+", "_", said.strip()))
    if exact is not None:
        return exact.name, exact.type
    wanted = set(words(said)) - {"the", "of", "in", "date", "day", table.name.casefold()}
    dates = [c for c in table.columns if c.type.upper().startswith(("DATE", "TIMESTAMP"))]
    near = [c for c in dates if wanted & set(words(c.name))] or (
        [] if wanted - set(words(table.name)) else dates
    )
    return (near[0].name, near[0].type) if len(near) == 1 else None


def _table_of_ends(made: _Made) -> SourceTable | None:
    """The only table with a column that the ends name."""
    text = phrase(f"{made.text.start} {made.text.end}")
    having = [
        t
        for t in made.schema.tables
        if any(
            f" {' '.join(words(c.name))} " in text and c.type.upper().startswith(("DATE", "TIMESTAMP"))
            for c in t.columns
        )
    ]
    if len(having) == 1:
        return having[0]
    told = [
        t for t in made.schema.tables if any(f" {w} " in text for w in (t.name.casefold(), *words(t.name)))
    ]
    return told[0] if len(told) == 1 else None

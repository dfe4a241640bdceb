"""What columns of a row for each thing and period hold: the period itself, what falls into it, what came before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from signoff.core.domain.expressions import quoted
from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_column, find_table, words
from signoff.core.merge.told_lines.every_period import EveryPeriod

_U = r"(?:month|week|day|quarter|year|period)"
_ZERO = (
    r"(?P<zero>\s*[,;(]?\s*(?:0|zero)\s+(?:if|when|where)\s+(?:there\s+(?:is|are)\s+)?(?:none"
    r"|nothing|no\s+\w+|empty)\)?)?"
)
_PLAIN = re.compile(r"^(?:1\s*:\s*1|direct(?:ly)?|copy|as\s+is|take\s+over)?$", re.IGNORECASE)
_FIRST_DAY = re.compile(
    rf"^(?:the\s+)?(?:first\s+(?:day\s+)?(?:of\s+)?(?:the\s+)?|start\s+of\s+(?:the\s+)?)?{_U}(?:\s+start)?$",
    re.IGNORECASE,
)
_LAST_DAY = re.compile(
    rf"^(?:the\s+)?(?:last\s+(?:day\s+)?(?:of\s+)?(?:the\s+)?|end\s+of\s+(?:the\s+)?){_U}$", re.IGNORECASE
)
_AS = re.compile(
    rf"^(?:the\s+)?{_U}\s+(?:as|in\s+the\s+form|written\s+(?:as|like)|like)\s+(?:'|\")?(?P<form>\d{{4}}\W?\d\d|\d\d\W\d{{4}}|yyyy\W?mm|mm\W?yyyy)(?:'|\")?$",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"^(?:the\s+)?(?:number|count)\s+of\s+(?:the\s+)?(?P<rows>\w+)(?:\s+of\s+(?:the\s+)?(?P<noun>\w+))?\s+(?:in|of|within|during)\s+(?:the|this|that|each)\s+{_U}{_ZERO}$",
    re.IGNORECASE,
)
_SUM = re.compile(
    rf"^(?:the\s+)?(?:sum|total)(?:\s+of\s+(?:it|the\s+amounts?|(?P<name>\w+)))?\s+(?:over|of|in|for|within|during)\s+(?:the|this|that|each)\s+{_U}{_ZERO}$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"^(?:the\s+)?(?:sum|total)(?:\s+of\s+(?P<name>\w+))?\s+(?:of|over|in)\s+(?:(?:all\s+)?(?:the\s+)?{_U}s\s+before(?:\s+(?:this|it|the\s+{_U}))?|all\s+(?:the\s+)?(?:earlier|previous|prior)\s+{_U}s){_ZERO}$",
    re.IGNORECASE,
)
_SO_FAR = re.compile(
    rf"^(?:the\s+)?(?:(?:running\s+|cumulative\s+)?(?:sum|total))(?:\s+of\s+(?P<name>\w+))?\s+(?:up\s+to\s+(?:and\s+)?(?:including\s+|with\s+)(?:this|the)\s+{_U}|(?:up\s+)?to\s+the\s+end\s+of\s+(?:this|the)\s+{_U}|of\s+all\s+{_U}s\s+so\s+far){_ZERO}$",
    re.IGNORECASE,
)
_KINDS = re.compile(r"(?:^|(?<=[\w)])[.;]\s+|\n)(?P<kind>[A-Z][\w -]*?)\s*:\s*")
_FIXED = re.compile(r"^(?:always\s+)?(?P<value>-?\d+(?:\.\d+)?|'[^']*')$")


@dataclass
class Beside:
    """The relations that such rows are read from, and what is asked of them."""

    every: EveryPeriod
    things: str
    """Name of the relation of the things."""
    periods: str
    held: str
    """Name of the relation of what the periods hold."""
    keys: dict[str, str] = field(default_factory=dict)
    """Columns of the things by squashed name."""
    sums: dict[str, str] = field(default_factory=dict)
    """Columns that are summed up, by the name their sum gets."""
    key: str = ""
    """The column that tells the things apart."""

    @property
    def period(self) -> str:
        """SQL of a row's period."""
        return f"{quoted(self.periods)}.{quoted(self.every.unit)}"


def period_columns(
    columns: Sequence[ColumnMapping], beside: Beside, schema: Schema
) -> tuple[ColumnMapping, ...]:
    """The columns as they read those relations; one that is not understood has no source any more.

    Args:
        columns: of the target.
        beside: the relations; gets what the columns ask of them.
        schema: tables whose rules name values.
    """
    for column in columns:
        if (name := _taken(column, beside)) and name not in beside.keys:
            beside.keys[name] = name
    beside.key = _key(beside)
    return tuple(_made(column, beside, schema) for column in columns) if beside.key else ()


def _key(beside: Beside) -> str:
    """The one column of the things that is called as they are: account_id of accounts."""
    noun = beside.every.noun
    ends = ("id", "no", "nr", "code", "key", "number", "ref")
    for told in (ends[:1], ends):
        found = [n for n in beside.keys if noun in map(singular, words(n)) and words(n)[-1] in told]
        if len(found) == 1:
            return found[0]
    return noun if noun in beside.keys else ""


def _taken(column: ColumnMapping, beside: Beside) -> str:
    """The column of the table that a column only takes over."""
    if len(column.sources) != 1 or not _PLAIN.match(_rule(column)):
        return ""
    found = find_column(beside.every.table, column.sources[0].column)
    return found.name if found is not None else ""


def _made(column: ColumnMapping, beside: Beside, schema: Schema) -> ColumnMapping:
    if name := _taken(column, beside):
        ref = SourceRef(beside.things, name)
        return replace(column, sources=(ref,), source_tables=(beside.things,))
    rule = _rule(column)
    sql = _of_period(rule, beside) if not column.sources else ""
    sql = sql or _by_kind(rule, column, beside, schema) or _value(rule, column, beside)
    if sql:
        refs = _read(sql, beside)
        return replace(column, sources=refs, source_tables=(), rule=sql, rule_resolved=sql)
    return replace(column, sources=(), source_tables=()) if column.sources or column.source_tables else column


def _read(sql: str, beside: Beside) -> tuple[SourceRef, ...]:
    """The columns that an expression reads."""
    found = re.findall(r"\b(\w+)\.(\w+)\b", sql)
    own = (beside.things, beside.periods, beside.held)
    return tuple(dict.fromkeys(SourceRef(table, name) for table, name in found if table in own))


def _rule(column: ColumnMapping) -> str:
    return " ".join((column.rule_resolved or column.rule).split()).strip(" .")


def _of_period(rule: str, beside: Beside) -> str:
    """The period itself: its first or last day, or as text."""
    unit = beside.every.unit
    if _FIRST_DAY.match(rule):
        return f"cast({beside.period} as date)"
    if _LAST_DAY.match(rule):
        step = "3 month" if unit == "quarter" else f"1 {unit}"
        return f"cast({beside.period} + interval {step} - interval 1 day as date)"
    form = _AS.match(rule)
    if form is None or unit not in ("month", "day"):
        return ""
    text = re.sub(r"\d{4}|yyyy", "%Y", form["form"], count=1, flags=re.IGNORECASE)
    text = re.sub(r"\d\d|mm", "%m", text, count=1, flags=re.IGNORECASE)
    return f"strftime({beside.period}, '{text}')"


def _value(rule: str, column: ColumnMapping, beside: Beside) -> str:
    """A number of rows, a sum of the period, or of all periods so far."""
    fixed = _FIXED.match(rule)
    if fixed is not None:
        return fixed["value"]
    if (count := _COUNT.match(rule)) is not None:
        noun = singular((count["noun"] or beside.every.noun).casefold())
        return f"coalesce({quoted(beside.held)}.rows_held, 0)" if noun == beside.every.noun else ""
    for shape, frame in (
        (_SUM, ""),
        (_BEFORE, "rows between unbounded preceding and 1 preceding"),
        (_SO_FAR, "rows between unbounded preceding and current row"),
    ):
        match = shape.match(rule)
        name = _summed(match["name"], column, beside) if match is not None else ""
        if match is None or not name:
            continue
        held = f"{quoted(beside.held)}.{quoted(name)}"
        if not frame:
            return f"coalesce({held}, 0)" if match["zero"] else held
        key = f"{quoted(beside.things)}.{quoted(beside.key)}"
        return f"coalesce(sum({held}) over (partition by {key} order by {beside.period} {frame}), 0)"
    return ""


def _summed(name: str | None, column: ColumnMapping, beside: Beside) -> str:
    """The name of the sum of the column's only source; empty where the rule names another column."""
    if len(column.sources) != 1:
        return ""
    found = find_column(beside.every.table, column.sources[0].column)
    if found is None or (name and name.casefold() != found.name.casefold()):
        return ""
    beside.sums[f"{found.name}_sum"] = found.name
    return f"{found.name}_sum"


def _by_kind(rule: str, column: ColumnMapping, beside: Beside, schema: Schema) -> str:
    """``Balance sheet accounts: sum of all months before. Income accounts: 0``: by a column that holds the kind."""
    marks = list(_KINDS.finditer((column.rule_resolved or column.rule).strip()))
    text = (column.rule_resolved or column.rule).strip()
    if text[:1].islower():
        marks = list(_KINDS.finditer(text[0].upper() + text[1:]))
    if len(marks) < 2 or marks[0].start():
        return ""
    ends = [*(m.start() for m in marks[1:]), len(text)]
    arms, tested = [], set()
    for mark, end in zip(marks, ends, strict=True):
        kind = _kind_of(mark["kind"], beside, schema)
        value = _value(" ".join(text[mark.end() : end].split()).strip(" .;"), column, beside)
        if kind is None or not value:
            return ""
        tested.add(kind[0])
        arms.append(f"when {quoted(beside.things)}.{quoted(kind[0])} = '{kind[1]}' then {value}")
    return f"case {' '.join(arms)} end" if len(tested) == 1 else ""


def _kind_of(said: str, beside: Beside, schema: Schema) -> tuple[str, str] | None:
    """The column of the things and its value that a kind is called by, as the document's rules name the values."""
    parts = [w for w in words(said) if singular(w) != beside.every.noun]
    spelled = ("_".join(parts), " ".join(parts), "-".join(parts))
    found: dict[tuple[str, str], None] = {}
    for name in beside.keys:
        told = " ".join(c.told for t in schema.tables if (c := find_column(t, name)) is not None and c.told)
        for value in re.findall(r"'([^']+)'|(?<![\w-])([A-Za-z][\w-]*)(?![\w-])", told):
            plain = value[0] or value[1]
            if plain.casefold() in spelled and (value[0] or "_" in plain or "-" in plain or len(parts) == 1):
                found[name, plain] = None
    return next(iter(found)) if len(found) == 1 else None


def taken_names(schema: Schema, noun: str, unit: str) -> tuple[str, str, str]:
    """Names for the three relations that no table has."""

    def free(name: str) -> str:
        while find_table(schema, name) is not None:
            name = f"all_{name}"
        return name

    return free(f"{noun}s"), free(f"{unit}s"), free(f"{noun}_{unit}s")

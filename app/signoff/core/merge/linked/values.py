"""Rules that take a value from the record that a field points at, or from a list that the value is looked up in."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, SourceRef, SourceTable
from signoff.core.merge.linked.joins import Joined
from signoff.core.merge.linked.records import is_limited

_VIA = re.compile(
    r"^(?P<table>[A-Za-z_]\w*)\s+(?:via|over|through|by)\s+(?P<from>[A-Za-z_]\w*)\.(?P<column>\w+)$",
    re.IGNORECASE,
)
_RULE_VIA = re.compile(r"^(?:via|over|through)\s+(?P<from>[A-Za-z_]\w*)\.(?P<column>\w+)$", re.IGNORECASE)
_NO_LINK = re.compile(r"[,;.]?\s*(?:if\s+)?no\s+link\s*[:=]\s*(?P<none>[A-Z][\w -]*)$", re.IGNORECASE)
_LABEL = re.compile(
    r"^the\s+(?P<label>\w+)\s+(?:from|in|of)\s+(?P<table>[A-Za-z_]\w*)\s+for\s+(?P<of>\w+)\s+(?"
    r"P<list>\w+)\s+and\s+the\s+(?:number|code|value)\s+in\s+the\s+(?:feed|source)"
    r"(?:[.;]\s*(?:number|code|value)\s+not\s+in\s+(?P=table)\s*:\s*(?P<other>[\w -]*?\s*(?:\(n\))?"
    r")(?:\s+with\s+n\s+the\s+(?:number|code|value))?)?"
    r"(?:[.;]\s*no\s+(?:number|code|value)(?:\s+at\s+all)?\s*:\s*(?P<none>[A-Za-z][\w -]*))?$",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"^(?:the\s+)?record\s+in\s+(?P<table>[A-Za-z_]\w*)\s+with\s+that\s+(?P<key>\w+)(?:\s+and\s+(?"
    r"P<of>\w+)\s+(?P<list>\w+))?\s*[;,.]\s*take\s+(?P<first>\w+)"
    r"(?:\s*,\s*or\s+(?P<second>\w+)\s+(?:if|where)\s+(?:(?P=first)|that|it)\s+is\s+(?:empty|missing))?"
    r"(?:\s*[.;]\s*no\s+such\s+record\s*:\s*(?P<none>[A-Za-z][\w -]*))?$",
    re.IGNORECASE,
)
_POINTED = re.compile(
    r"^(?:the\s+)?(?P<column>\w+)\s+of\s+the\s+[\w ]+?\s+(?:that\s+)?it\s+points\s+to$", re.IGNORECASE
)
_OF_LINKED = re.compile(
    r"^(?:(?:the\s+)?[\w ]+?\s+(?:that\s+)?the\s+\w+\s+points\s+to|of\s+(?:that|the\s+same|this)\s+[\w ]+)$",
    re.IGNORECASE,
)
_COMPOSED = re.compile(
    r"^(?P<parts>\w+(?:\s*,\s*\w+)+?)(?:[.;]\s*one\s+missing:\s+only\s+the\s+other)$", re.IGNORECASE
)
_SIGNS = {"comma": ",", "space": " ", "blank": " ", "hyphen": "-"}


def with_value(column: ColumnMapping, joined: Joined) -> ColumnMapping:
    """The column with its rule in SQL over joined records; unchanged where it is not understood wholly.

    Args:
        column: as read.
        joined: gets the joins.
    """
    rule = (column.rule_resolved or column.rule).strip().rstrip(".")
    sources = column.sources
    via = _VIA.match(str(sources[0])) if len(sources) == 1 else None
    if via is not None:
        return over_sql(column, _composed(rule, via, joined))
    own = [r for r in sources if r.table.casefold() == joined.driving.name.casefold()]
    pointer = own[0].column if len(own) == len(sources) == 1 else ""
    if pointer and joined.records.column(joined.driving, pointer) is not None:
        readers = (_label, _record, _pointed)
        return over_sql(column, next(filter(None, (read(rule, pointer, joined) for read in readers)), ""))
    if len(sources) == 1 and (along := _RULE_VIA.match(rule)) is not None:
        return over_sql(column, _along(sources[0], along, joined))
    return column


def of_linked(column: ColumnMapping, joined: Joined) -> ColumnMapping:
    """The column taken over from the one record of its table that is joined, where its rule says no more than that.

    Args:
        column: as read.
        joined: with all joins of the target's texts.
    """
    rule = (column.rule_resolved or column.rule).strip().rstrip(".")
    if len(column.sources) != 1 or not _OF_LINKED.match(rule) or is_limited(re.sub(r"\bthat\b", "", rule)):
        return column
    names = joined.names_of(column.sources[0].table)
    return over_sql(column, f"{names[0]}.{column.sources[0].column}" if len(names) == 1 else "")


def over_sql(column: ColumnMapping, sql: str) -> ColumnMapping:
    """The column with SQL for its rule and the columns that this names for its sources; as it was without any."""
    if not sql:
        return column
    if sql.startswith("(select "):
        return replace(column, rule_resolved=sql, sources=(), source_tables=(), query=sql)
    refs = dict.fromkeys(
        re.findall(r"(?<![\w.'])([A-Za-z_]\w*)\.([A-Za-z_]\w*)", re.sub(r"'[^']*'", "''", sql))
    )
    return replace(
        column, rule_resolved=sql, sources=tuple(SourceRef(*ref) for ref in refs), source_tables=()
    )


def _label(rule: str, pointer: str, joined: Joined) -> str:
    """The label of a number in a table of lists."""
    told = _LABEL.match(rule)
    table = joined.records.table(told["table"]) if told is not None else None
    if told is None or table is None:
        return ""
    rest = [
        c for c in table.columns if c.name.casefold() not in (told["label"].casefold(), told["of"].casefold())
    ]
    if len(rest) != 1 or len(table.columns) != 3:
        return ""
    value = f"{joined.driving.name}.{pointer}"
    on = f"{{0}}.{told['of']} = '{told['list']}' and {{0}}.{rest[0].name} = {value}"
    name = joined.looked_up(table, on, pointer)
    other = told["other"] or ""
    text = f"'{other.strip()}'"
    if other.endswith("(n)"):
        text = f"'{other[:-3]}(' || cast({value} as varchar) || ')'"
    sql = f"coalesce({name}.{told['label']}, {text})" if other else f"{name}.{told['label']}"
    return f"case when {value} is null then '{told['none'].strip()}' else {sql} end" if told["none"] else sql


def _record(rule: str, pointer: str, joined: Joined) -> str:
    """A value of the one record with a key, limited by a further column."""
    told = _RECORD.match(rule)
    table = joined.records.table(told["table"]) if told is not None else None
    if told is None or table is None or told["key"].casefold() != joined.records.key:
        return ""
    names = [told[part] for part in ("first", "second", "of") if told[part]]
    columns = [joined.records.column(table, name) for name in names]
    if any(c is None for c in columns):
        return ""
    alias = joined.reach(pointer, table, also=(told["of"], told["list"]) if told["of"] else None)
    values = [f"nullif(trim({alias}.{told[part]}), '')" for part in ("first", "second") if told[part]]
    sql = f"coalesce({', '.join(values)})" if len(values) > 1 else values[0]
    return _or_none(sql, alias, joined, told["none"])


def _pointed(rule: str, pointer: str, joined: Joined) -> str:
    """A column of the record that a field points at: that of the table whose name the field's ends with."""
    told = _POINTED.match(rule)
    if told is None:
        return ""
    fitting = [
        t
        for t in joined.records.schema.tables
        if joined.records.column(t, told["column"]) is not None
        and joined.records.keyed(t.name) is not None
        and pointer.casefold().endswith(t.name.casefold().rpartition("_")[2])
    ]
    column = joined.records.column(fitting[0], told["column"]) if len(fitting) == 1 else None
    return joined.records.value(joined.reach(pointer, fitting[0]), column) if column is not None else ""


def _along(source: SourceRef, along: re.Match[str], joined: Joined) -> str:
    """A column of the record, or of the document's own row of it, that a field points at."""
    records = joined.records
    if along["from"].casefold() != joined.driving.name.casefold():
        return ""
    if records.column(joined.driving, along["column"]) is None:
        return ""
    table = records.keyed(source.table)
    column = records.column(table, source.column) if table is not None else None
    if table is not None and column is not None:
        return records.value(joined.reach(along["column"], table), column)
    other = records.target(source.table)
    if other is None or source.column.casefold() not in {c.name.casefold() for c in other.columns}:
        return ""
    alias = joined.own(other.name, along["column"])
    return f"{alias}.{source.column}" if alias else ""


def _composed(rule: str, via: re.Match[str], joined: Joined) -> str:
    """Columns of the record that a field points at, put together with signs between them."""
    table: SourceTable | None = joined.records.keyed(via["table"])
    none = _NO_LINK.search(rule)
    made = rule[: none.start()] if none is not None else rule
    if table is None or via["from"].casefold() != joined.driving.name.casefold():
        return ""
    return composed_of(made, table, via["column"], none["none"] if none is not None else "", joined)


def composed_of(made: str, table: SourceTable, pointer: str, none: str, joined: Joined) -> str:
    """Two columns of a record put together with signs between them, or the one that is there; empty for unclear.

    Args:
        made: columns and signs in their order, and what is made of one alone.
        table: of the record.
        pointer: field of the driving table that points at it.
        none: a fixed text where there is no such record; empty for none.
        joined: gets the join.
    """
    told = _COMPOSED.match(made)
    if told is None or joined.records.column(joined.driving, pointer) is None:
        return ""
    parts = re.split(r"\s*,\s*", told["parts"])
    names = [p for p in parts if p.casefold() not in _SIGNS]
    sign = "".join(_SIGNS[p.casefold()] for p in parts if p.casefold() in _SIGNS)
    if [parts[0], parts[-1]] != names or any(joined.records.column(table, name) is None for name in names):
        return ""
    alias = joined.reach(pointer, table)
    values = ", ".join(f"nullif(trim({alias}.{name}), '')" for name in names)
    sql = f"nullif(concat_ws('{sign}', {values}), '')"
    return _or_none(sql, alias, joined, none)


def _or_none(sql: str, alias: str, joined: Joined, none: str | None) -> str:
    """A value of a joined record, with a fixed text where there is no such record."""
    if not none:
        return sql
    return f"case when {alias}.{joined.records.key} is null then '{none.strip()}' else {sql} end"

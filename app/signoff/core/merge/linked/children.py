"""Rows of further tables that point at the row of a target: told in notes, counted or summed up in rules."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from signoff.core.domain.spec import ColumnMapping, SourceTable
from signoff.core.merge.linked.joins import Joined

_POINTING = re.compile(
    r"^(?:[A-Za-z][\w ]*:\s*)?(?P<table>[A-Za-z_]\w*)\s*,\s*(?P<column>\w+)\s*=\s*(?P<to>\w+)\.(?"
    r"P<key>\w+)$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^(?:[A-Za-z][\w ]*:\s*)?(?P<table>[A-Za-z_]\w*)\s+(?:by|on|over)\s+(?P<by>\w+(?:(?:\s*,\s*|\s+and\s+)\w+)*)"
    r"(?:\s*,\s*only\s+(?P<of>\w+)\s+(?P<value>\w+)(?P<case>\s*\(\s*any\s+case\s*\))?)?$",
    re.IGNORECASE,
)
_IN = re.compile(
    r"^(?:\w+\s+)?\w+\s+in\s+(?P<table>[A-Za-z_]\w*)\s*\(\s*(?P<column>\w+)\s*\)$", re.IGNORECASE
)
_NONE = re.compile(
    r"\s*[,;]\s*(?:(?:if\s+)?none|nothing|no\s+\w+|missing)\s*[:=]\s*(?P<none>0)$|\s*[,;]\s*(?P<zero>0)"
    r"\s+if\s+(?:none|nothing|there\s+(?:is|are)\s+none)$",
    re.IGNORECASE,
)
_ROUNDED = re.compile(r"\s*[,;]\s*round(?:ed)?\s+to\s+(?P<places>\d)\s+decimals$", re.IGNORECASE)
_COUNT = re.compile(
    r"^(?:the\s+)?number\s+of\s+(?P<noun>\w+)(?:\s*\(\s*(?:all\s+\w+|whatever\s+\w+)\s*\))?\s+(?"
    r":that|which)\s+points?\s+to\s+(?:this|the|it)(?:\s+\w+)?$",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"^(?:the\s+)?sum(?:\s+(?:for|of|over|where)\s+(?P<of>\w+)\s+(?P<value>\w+)(?:\s*\(\s*(?-i:[A-Z])\w*\s*\))?)?$",
    re.IGNORECASE,
)
_SUM_OF_OWN = re.compile(
    r"^(?:the\s+)?sum\s+(?:for|of|over)\s+(?:this|the\s+same)\s+(?P<by>\w+(?:(?:\s*,\s*|\s+and\s+)"
    r"\w+)*)(?:\s*,\s*(?:(?P<of>\w+)\s+(?P<value>\w+)))?$",
    re.IGNORECASE,
)
_EVERY = re.compile(r"^all\s+\w+$", re.IGNORECASE)


@dataclass
class Children:
    """The further tables whose rows belong to a row of the target, each with the condition by which they do."""

    joined: Joined
    conditions: dict[str, str] = field(default_factory=dict)
    """In SQL, by the table's name; the table stands under its own name with ``_each`` behind."""

    def told(self, text: str) -> bool:
        """Take a sentence or an item of a note that says by what rows of a table belong; whether it does."""
        text = text.strip(" .")
        records, driving = self.joined.records, self.joined.driving
        if (found := _POINTING.match(text)) is not None:
            table = records.table(found["table"])
            is_ours = found["to"].casefold() == driving.name.casefold() and records.column(
                driving, found["key"]
            )
            return bool(table and is_ours) and self._add(table, found["column"], found["key"])
        if (found := _IN.match(text)) is not None:
            table = records.table(found["table"])
            return table is not None and self._add(table, found["column"], records.key)
        return (found := _BY.match(text)) is not None and self._by(found)

    def _add(self, table: SourceTable | None, column: str, key: str) -> bool:
        if table is None or self.joined.records.column(table, column) is None:
            return False
        self.conditions[table.name] = f"{_each(table.name)}.{column} = {self.joined.driving.name}.{key}"
        return True

    def _by(self, found: re.Match[str]) -> bool:
        """Rows with the same values in columns of both tables, by their names or what the document calls them."""
        records, driving = self.joined.records, self.joined.driving
        table = records.table(found["table"])
        if table is None:
            return False
        parts = []
        for word in re.split(r"\s*,\s*|\s+and\s+", found["by"]):
            name = records.called(word)
            theirs, ours = records.column(table, name), records.column(driving, name)
            if theirs is None or ours is None:
                return False
            left, right = f"{_each(table.name)}.{theirs.name}", f"{driving.name}.{ours.name}"
            if name != word.casefold() and name in records.capitals:
                left, right = f"upper(trim({left}))", f"upper(trim({right}))"
            elif records.is_text(theirs):
                left, right = f"nullif(trim({left}), '')", f"trim({right})"
            parts.append(f"{left} = {right}")
        if found["of"]:
            limit = _limit(
                records.named_by(table, found["of"]), found["value"], table.name, any_case=bool(found["case"])
            )
            if not limit:
                return False
            parts.append(limit)
        self.conditions[table.name] = " and ".join(parts)
        return True


def _each(table: str) -> str:
    return f"{table}_each"


def _limit(column: str, value: str, table: str, *, any_case: bool = False) -> str:
    """A column held against one value; empty where there is no such column."""
    if not column:
        return ""
    name = f"{_each(table)}.{column}"
    text = value if value.isdecimal() else f"'{value.upper() if any_case else value}'"
    return f"upper(trim({name})) = {text}" if any_case else f"{name} = {text}"


def gathered(column: ColumnMapping, children: Children, out: tuple[tuple[str, str], ...]) -> str:
    """A count or sum over rows that belong to the target's row, as SQL; empty where the rule is not understood wholly.

    Args:
        column: as read.
        children: by what rows of further tables belong.
        out: codes whose rows are loaded in no table, by the column that holds them.
    """
    records, driving = children.joined.records, children.joined.driving
    rule = (column.rule_resolved or column.rule).strip().rstrip(".")
    if len(column.sources) != 1 or not column.sources[0].table:
        return ""
    ref = column.sources[0]
    table = records.table(ref.table)
    rule, none, places = _ends(rule)
    if table is not None and records.column(table, ref.column) is not None:
        name = _each(table.name)
        if _COUNT.match(rule) and records.column(driving, records.key) is not None:
            limits = [
                f"coalesce(upper(trim({name}.{c})), '') <> '{code.upper()}'"
                for c, code in out
                if records.column(table, c)
            ]
            where = " and ".join([f"{name}.{ref.column} = {driving.name}.{records.key}", *limits])
            return f"(select count(*) from {table.name} as {name} where {where})"
        told, where = _SUM.match(rule), children.conditions.get(table.name, "")
        if told is None or not where:
            return ""
        if told["of"]:
            own = records.column(table, told["of"])
            where = f"{where} and {_limit(own.name, told['value'], table.name)}" if own is not None else ""
        return _sum(table.name, ref.column, where, none, places) if where else ""
    other = records.target(ref.table)
    told = _SUM_OF_OWN.match(rule)
    if other is None or told is None:
        return ""
    parts = [
        _same(word, column.target, other.name, children)
        for word in re.split(r"\s*,\s*|\s+and\s+", told["by"])
    ]
    if told["of"] and told["of"].casefold() != "all":
        kinds = [c.name for c in other.columns if c.name.casefold().split("_")[-1] == told["of"].casefold()]
        parts.append(f"{_each(other.name)}.{kinds[0]} = '{told['value']}'" if len(kinds) == 1 else "")
    return _sum(other.name, ref.column, " and ".join(parts), none or "0", places) if all(parts) else ""


def _ends(rule: str) -> tuple[str, str, str]:
    """A rule without what it says of no rows and of decimals, and both of these."""
    none = places = ""
    while (found := _NONE.search(rule) or _ROUNDED.search(rule)) is not None:
        rule = rule[: found.start()]
        said = found.groupdict()
        none = said.get("none") or said.get("zero") or none
        places = said.get("places") or places
    return rule, none, places


def _sum(table: str, column: str, where: str, none: str, places: str) -> str:
    value = f"sum({_each(table)}.{column})"
    value = f"round({value}, {places})" if places else value
    value = f"coalesce({value}, {none})" if none else value
    return f"(select {value} from {table} as {_each(table)} where {where})"


def _same(word: str, own: str, other: str, children: Children) -> str:
    """A column of one of the document's own tables held against that of the target that a word means."""
    records = children.joined.records
    mine, theirs = records.target(own), records.target(other)
    if mine is None or theirs is None:
        return ""
    names = [c.name for c in mine.columns if c.key and word.casefold() in c.name.casefold().split("_")]
    there = [c.name for c in theirs.columns if names and c.name.casefold() == names[0].casefold()]
    source = next((c.sources for c in mine.columns if names and c.name == names[0]), ())
    if len(names) != 1 or len(there) != 1 or len(source) != 1:
        return ""
    alias = source[0].table
    known = {alias_of.casefold() for s in children.joined.steps for alias_of in (s.alias or s.table,)}
    return f"{_each(other)}.{there[0]} = {alias}.{source[0].column}" if alias.casefold() in known else ""

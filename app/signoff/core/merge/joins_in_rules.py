"""Joins that stand within a rule: ``name of the team (stg_crm__team, joined on owner.team_id = team.team_id)``.

They become the row's join cell, in the names that the file and the schema have, and the rule keeps the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef, SourceTable, TargetMapping
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.lineage import plan_existing
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import bare, find_column, find_table, words
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.selects import every_place
from signoff.core.merge.sqlparts import columns_of, parsed
from signoff.core.merge.table_keys import key_of

_SIDE = r"[A-Za-z_]\w*(?:\.\w+)?"
_PAIR = rf"{_SIDE}\s*=\s*{_SIDE}"
_JOIN = re.compile(
    rf"\s*[,;(–-]?\s*(?:\b(?:from\s+)?(?P<table>[A-Za-z_]\w*_\w+)\s*[,:]?\s+)?(?P<kind>left\s+|inner\s+)?\b(?:joined|join|linked|matched|looked\s+up)\s+"
    rf"(?:(?:(?:to|with|in|against)\s+)?(?P<other>[A-Za-z_]\w*)\s+)?(?:on|by|via|through|using|over|where)\s+(?P<pairs>{_PAIR}(?:\s+and\s+{_PAIR})*)\s*\)?",
    re.IGNORECASE,
)
_KEY = re.compile(
    r"\s*(?:[,;(–-]\s*(?:(?:left\s+)?(?:joined|join|linked|matched|looked\s+up|found)\s+)?(?:on|by|via|through|using|over)\s+(?:its\s+|the\s+)?(?P<key>[A-Za-z]\w*)"
    r"|\(\s*(?P<bare>[A-Za-z]\w*_(?:id|key|code|no|nr|sk))\s*\)|\s(?:via|joined\s+(?:by|on|via))\s+(?P<behind>[A-Za-z]\w*_\w+))\s*\)?\.?$",
    re.IGNORECASE,
)
"""The key alone, behind the rest of a rule."""
_BRACKET = re.compile(r"\(\s*([A-Za-z_]\w*_\w+)\b")
_SMALL = frozenset({"the", "a", "an", "of", "its", "their", "for", "from", "in", "to", "s"})


def with_joins_in_rules(existing: ExistingSql, target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with such joins in the join cells of their rows; one that names no column of both sides stays.

    Args:
        existing: the file; its result is one SELECT.
        target: the document's rows.
        schema: tables that the file reads or may read.
    """
    shapes = (_JOIN, _KEY)
    if len(existing.parts) != 1 or not any(s.search(_rule(row)) for row in target.columns for s in shapes):
        return target
    relations = plan_existing(existing, schema, target.name).sections[0].relations
    compared = _compared(existing)
    columns = tuple(_row(row, relations, schema, compared) for row in target.columns)
    return target if columns == target.columns else replace(target, columns=columns)


def _rule(row: ColumnMapping) -> str:
    return " ".join((row.rule_resolved or row.rule).split())


def _compared(existing: ExistingSql) -> frozenset[str]:
    """Case-folded names of the columns by which the file joins already."""
    found: set[str] = set()
    for place in every_place(existing):
        for table in place.select.tables:
            tree = parsed(existing.condition_of(table.on)) if table.on is not None else None
            found |= {column.name.casefold() for column in columns_of(tree)} if tree is not None else set()
    return frozenset(found)


def _row(
    row: ColumnMapping, relations: Sequence[Relation], schema: Schema, compared: frozenset[str]
) -> ColumnMapping:
    row = row if row.sources else _with_source(row, schema)
    rule = _rule(row)
    told = list(_JOIN.finditer(rule)) if not row.join.strip() else []
    if not told and not row.join.strip():
        return _by_key(row, relations, schema, compared)
    if len(told) != 1:
        return row
    tables = {bare(ref.table) for ref in row.sources if ref.table}
    named = (told[0]["table"], told[0]["other"], next(iter(tables)) if len(tables) == 1 else "")
    table = next((found for name in named if name and (found := find_table(schema, name)) is not None), None)
    if table is None:
        return row
    start = told[0].start()
    if told[0]["table"] and find_table(schema, told[0]["table"]) is None:
        start = told[0].end("table")
    pairs = [_pair(pair, table, relations) for pair in re.split(r"\s+and\s+", told[0]["pairs"])]
    if not all(pairs):
        return row
    kind = (told[0]["kind"] or "left ").strip().lower()
    rest = f"{rule[:start]} {rule[told[0].end() :]}".strip(" ,;.")
    text = f"{kind} join {table.name} on {' and '.join(pairs)}"
    rest = "direct move" if _only_names(rest, text, row) else rest
    return replace(row, join=text, rule=rest, rule_resolved=rest)


def _with_source(row: ColumnMapping, schema: Schema) -> ColumnMapping:
    """A row without source cells reads the only column of the only table in brackets that its rule names both of."""
    rule = _rule(row)
    named = [t for name in _BRACKET.findall(rule) if (t := find_table(schema, name)) is not None]
    if len(named) != 1:
        return row
    joins = [found.group() for shape in (_JOIN, _KEY) if (found := shape.search(rule)) is not None]
    said = _names_in(rule) - _names_in(" ".join(joins))
    columns = [c.name for c in named[0].columns if c.name.casefold() in said]
    if len(columns) != 1:
        return row
    plain = " ".join(re.sub(rf"\(\s*{re.escape(named[0].name)}\s*\)", " ", rule, flags=re.IGNORECASE).split())
    plain = re.sub(r"\s+(?=[,;.])", "", plain)
    return replace(row, sources=(SourceRef(named[0].name, columns[0]),), rule=plain, rule_resolved=plain)


def _names_in(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"\w+", text)}


def _by_key(
    row: ColumnMapping, relations: Sequence[Relation], schema: Schema, compared: frozenset[str]
) -> ColumnMapping:
    """A row whose rule ends with the column that leads to the table of its one source."""
    rule = _rule(row)
    told = _KEY.search(rule)
    table = (
        find_table(schema, row.sources[0].table) if len(row.sources) == 1 and row.sources[0].table else None
    )
    if told is None or table is None:
        return row
    key = told["key"] or told["bare"] or told["behind"]
    if key.casefold() in compared:  # the file has the role already
        return row
    holders = [
        r
        for r in relations
        for c in relation_columns(r, schema)
        if c.column.name.casefold() == key.casefold()
    ]
    is_same = find_column(table, key) is not None and all(r.table != table.name for r in holders)
    to = key if is_same else key_of(table)
    if len(holders) != 1 or not to or (to.casefold() == key.casefold() and not is_same):
        return row
    text = f"left join {table.name} on {holders[0].alias}.{key} = {table.name}.{to}"
    rest = rule[: told.start()].strip(" ,;.(")
    if not _only_names(rest, text, row):
        return row
    return replace(row, join=text, rule="direct move", rule_resolved="direct move")


def _only_names(rest: str, join: str, row: ColumnMapping) -> bool:
    """Whether what is left of a rule only says what its one source and the join name."""
    if len(row.sources) != 1:
        return False
    known = {singular(word) for word in (*words(join), *words(row.sources[0].column), *words(row.name))}
    said = {singular(word) for word in words(rest.replace("'s", ""))} - _SMALL
    return said <= known


def _pair(text: str, table: SourceTable, relations: Sequence[Relation]) -> str:
    """One equality in real names, the file's side first; empty where a side is not understood."""
    sides = [side.strip() for side in text.split("=")]
    new = [side for side in sides if _is_of(side, table)]
    own = [side for side in sides if side not in new] or sides[:1]
    if not new or len(sides) != 2:
        return ""
    there = own[0]
    before, _dot, column = there.rpartition(".")
    known = _named(before, relations) if before else None
    if before and known is None:
        return ""
    left = f"{known.alias}.{column}" if known is not None else column
    return f"{left} = {table.name}.{new[-1].rpartition('.')[2]}"


def _is_of(side: str, table: SourceTable) -> bool:
    before, _dot, column = side.rpartition(".")
    if find_column(table, column) is None:
        return False
    return not before or _called(before, table.name)


def _named(word: str, relations: Sequence[Relation]) -> Relation | None:
    """The only relation that a word calls: by its alias or table, in the singular or plural, or by its noun."""
    exact = [r for r in relations if word.casefold() in (r.alias.casefold(), r.table.casefold())]
    found = exact or [r for r in relations if _called(word, r.alias) or _called(word, r.table)]
    return found[0] if len(found) == 1 else None


def _called(word: str, name: str) -> bool:
    """Whether a word is a name, or its last words, in the singular or plural."""
    said = [singular(part) for part in words(word)]
    own = [singular(part) for part in words(name)]
    return bool(said) and own[-len(said) :] == said

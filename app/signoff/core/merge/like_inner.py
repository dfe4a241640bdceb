"""Columns worked out in a grouped query like one beside them whose row says the same, or the same of the other end.

``referrer | first page of the session`` stands in a grouped query as ``max(case when page_number = 1 then referrer
end)``: ``utm_campaign | first page of the session`` is made like it. Where its rows are numbered within the very
groups, the last one is the one with the highest number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sqlglot import exp

from signoff.core.domain.known_names import squashed
from signoff.core.domain.mandates import MandateState
from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.merge.existing import ExistingSql, Place, expression_of
from signoff.core.merge.levels import Level
from signoff.core.merge.like_values import with_other_value
from signoff.core.merge.lineage import Output, select_outputs, table_outputs
from signoff.core.merge.names import bare
from signoff.core.merge.row_marks import own_state
from signoff.core.merge.sqlparts import columns_of, parsed, rendered, same_sql, unqualified

_STAYS = (None, MandateState.UNCHANGED)
_FIRST = re.compile(r"\b(?:first|earliest|oldest)\b", re.IGNORECASE)
_LAST = re.compile(r"\b(?:last|latest|newest|most\s+recent)\b", re.IGNORECASE)


def like_inner(
    existing: ExistingSql, level: Level, mapping: ColumnMapping, rows: Sequence[ColumnMapping], schema: Schema
) -> tuple[str, str]:
    """The value over the relations of a grouped query, and the column it is made like; empty where none says the same.

    Args:
        existing: the file.
        level: the grouped query.
        mapping: the row of the column.
        rows: all rows of the target.
        schema: tables the file reads.
    """
    if level.shared is not None or len(mapping.sources) != 1:
        return "", ""
    shown = {o.name.casefold(): o for o in select_outputs(existing, level.place, schema)}
    source = bare(mapping.sources[0].column)
    for is_other_end in (False, True):
        found = {
            sql: row.name
            for row in rows
            if row.name != mapping.name and own_state(row) in _STAYS and _says(row, mapping, is_other_end)
            if (
                sql := _made(
                    existing, level, shown.get(row.name.casefold()), row, source, schema, is_other_end
                )
            )
        }
        if found:
            return next(iter(found.items())) if len(found) == 1 else ("", "")
    return _of_other_value(existing, shown, mapping, rows)


def _of_other_value(
    existing: ExistingSql, shown: Mapping[str, Output], mapping: ColumnMapping, rows: Sequence[ColumnMapping]
) -> tuple[str, str]:
    """The value made like a column of another value, and that column."""
    found: dict[str, str] = {}
    for row in rows:
        there = shown.get(row.name.casefold()) if own_state(row) in _STAYS else None
        item = there.item if there is not None else None
        tree = parsed(expression_of(existing, item)) if item is not None else None
        sql = with_other_value(tree, row, mapping) if tree is not None and row.name != mapping.name else ""
        if sql:
            found[sql] = row.name
    return next(iter(found.items())) if len(found) == 1 else ("", "")


def _says(row: ColumnMapping, mapping: ColumnMapping, is_other_end: bool) -> bool:
    """Whether two rows say the same of sources of one table; of the last row, where the other says it of the first."""
    one, other = _rule(row), _rule(mapping)
    tables = {squashed(bare(ref.table)) for ref in (*row.sources, *mapping.sources)}
    if not other or len(row.sources) != 1 or len(tables) != 1:
        return False
    if not is_other_end:
        return one == other
    ends = len(_FIRST.findall(one)) == 1 and len(_LAST.findall(other)) == 1
    return ends and _FIRST.sub("*", one) == _LAST.sub("*", other)


def _rule(row: ColumnMapping) -> str:
    """The words of a rule, its own source left open."""
    rule = " ".join((row.rule_resolved or row.rule).casefold().split())
    name = re.escape(bare(row.sources[0].column).casefold()) if row.sources else ""
    return re.sub(rf"(?<!\w){name}(?!\w)", "*", rule) if name else rule


def _made(
    existing: ExistingSql,
    level: Level,
    there: Output | None,
    row: ColumnMapping,
    source: str,
    schema: Schema,
    is_other_end: bool,
) -> str:
    """The expression of a row's column with another source; empty where that is not all that differs."""
    tree = (
        parsed(expression_of(existing, there.item)) if there is not None and there.item is not None else None
    )
    own = bare(row.sources[0].column).casefold()
    read = [c for c in columns_of(tree)] if tree is not None else []
    if tree is None or sum(c.name.casefold() == own for c in read) != 1:
        return ""
    if is_other_end:
        return _last(existing, level, tree, own, source, schema)
    copied = tree.copy()
    for column in columns_of(copied):
        if column.name.casefold() == own:
            column.set("this", exp.to_identifier(source))
    return rendered(copied)


def _last(existing: ExistingSql, level: Level, tree: exp.Expr, own: str, source: str, schema: Schema) -> str:
    """The value of the row with the highest number, for one of the row with number 1."""
    case = tree.this if isinstance(tree, exp.Max) else None
    whens = case.args.get("ifs") or [] if isinstance(case, exp.Case) else []
    if case is None or len(whens) != 1 or case.this is not None or case.args.get("default") is not None:
        return ""
    test, value = whens[0].this, whens[0].args.get("true")
    if not isinstance(test, exp.EQ) or not isinstance(value, exp.Column) or value.name.casefold() != own:
        return ""
    number = test.this
    if not isinstance(number, exp.Column) or rendered(test.expression) != "1":
        return ""
    if not _counts_up(existing, level, number, schema):
        return ""
    put = exp.column(
        exp.to_identifier(source), value.args["table"].copy() if value.args.get("table") else None
    )
    return f"arg_max({rendered(put)}, {rendered(number)})"


def _counts_up(existing: ExistingSql, level: Level, number: exp.Column, schema: Schema) -> bool:
    """Whether a column numbers the rows of each group of the query, each number once."""
    for table in level.place.select.tables:
        if number.table and number.table.casefold() != table.alias.casefold():
            continue
        if not any(
            o.name.casefold() == number.name.casefold()
            for o in table_outputs(existing, level.place, table, schema)
        ):
            continue
        inner = level.place.query_of(table)
        parts = inner.parts if inner is not None else ()
        return len(parts) == 1 and _is_number(existing, parts[0], number.name, level, schema)
    return False


def _is_number(existing: ExistingSql, place: Place, name: str, level: Level, schema: Schema) -> bool:
    own = next(
        (o for o in select_outputs(existing, place, schema) if o.name.casefold() == name.casefold()), None
    )
    tree = parsed(expression_of(existing, own.item)) if own is not None and own.item is not None else None
    if not isinstance(tree, exp.Window) or not isinstance(tree.this, exp.RowNumber):
        return False
    within = [rendered(each) for each in tree.args.get("partition_by") or ()]
    keys = [key.sql for key in level.section.group_by]
    alike = [any(same_sql(unqualified(key), unqualified(each)) for each in within) for key in keys]
    return bool(keys) and len(keys) == len(within) and all(alike)

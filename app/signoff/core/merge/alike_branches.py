"""A further part of a union inside existing SQL, written as one of its parts is: the same list, other columns.

What a document says of both parts tells which column stands for which: the rule is the same, the source is another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sqlglot import exp
from sqlglot.tokenizer_core import TokenType

from signoff.core.domain.expressions import quoted
from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.merge.existing import CtePlace, ExistingSql, Place, expression_span
from signoff.core.merge.names import bare, find_column, find_table
from signoff.core.merge.selects import every_place
from signoff.core.merge.shape import QueryShape
from signoff.core.merge.sqlparts import columns_of, parsed

_LITERAL = re.compile(r"'(?P<quoted>[^']*)'|(?P<bare>[\w-]+)")


@dataclass(frozen=True)
class AlikeBranch:
    """Where a further part of a union goes, and what it has in the place of what another part has."""

    query: QueryShape
    """The union."""
    model: Place
    """The part it is written like."""
    table: str
    """It reads, by the name the schema has."""
    columns: Mapping[str, str]
    """Its columns by those of the model's table, case-folded."""
    values: Mapping[str, str]
    """Its fixed texts by those of the model."""
    where: str = ""
    """Which rows of its table it takes, over that; empty: all."""


def alike_branch(
    existing: ExistingSql, rows: Sequence[ColumnMapping], own: Sequence[ColumnMapping], schema: Schema
) -> AlikeBranch | None:
    """How a part that a document describes is written into the one union inside the file; None where it can't be.

    Args:
        existing: the file; its result is one SELECT over the union.
        rows: the document's rows of the parts that the file has, with their sections.
        own: its rows of the further part.
        schema: tables that both read.
    """
    known = [find_table(schema, ref.table) for row in own for ref in row.sources if ref.table]
    tables = {each.name for each in known if each is not None}
    query = the_union(existing)
    if query is None or len(tables) != 1 or len(existing.parts) != 1:
        return None
    table = next(iter(tables))
    for model in map(partial(listed_part, existing), reversed(query.parts)):
        name = _only_table(model, schema)
        if name is None or not _is_plain(existing, model):
            continue
        pairs = _pairs(rows, own, name)
        made = AlikeBranch(query.query, model, table, *_told(pairs, name, table, schema))
        if pairs and all(
            _is_told(existing, made, number, pairs) for number in range(len(model.select.items))
        ):
            return made
    return None


def said_alike(made: AlikeBranch, sql: str) -> str | None:
    """An expression of the model's list for the further part; None where a column of it has none there."""
    tree = parsed(sql)
    if tree is None:
        return None
    tree = tree.copy()
    for column in list(columns_of(tree)):
        other = made.columns.get(column.name.casefold())
        if other is None:
            return None
        put = exp.column(exp.to_identifier(other, quoted=quoted(other).startswith('"')))
        if column is tree:
            return put.sql("duckdb")
        column.replace(put)
    return tree.sql("duckdb")


def the_union(existing: ExistingSql, word: str = "union all") -> CtePlace | None:
    """The one union of a CTE or subquery, its parts put together by one word; None where there is none, or several."""
    found: dict[int, CtePlace] = {}
    for place in every_place(existing):
        for table in place.select.tables:
            query = place.query_of(table)
            if query is not None and len(query.parts) > 1:
                found.setdefault(query.query.span.first, query)
    only = next(iter(found.values())) if len(found) == 1 else None
    return only if only is not None and all(o == word for o in only.query.operators) else None


def listed_part(existing: ExistingSql, part: Place) -> Place:
    """The SELECT that lists the columns of a part: the part itself, or the one behind its lone ``*``."""
    select = part.select
    if len(select.items) != 1 or len(select.tables) != 1 or not _ends_with_from(part):
        return part
    inner = part.query_of(select.tables[0]) if existing.is_star(select.items[0]) else None
    if inner is None or len(inner.parts) != 1 or inner.query.columns:
        return part
    return listed_part(existing, inner.parts[0])


def _only_table(place: Place, schema: Schema) -> str | None:
    """The true table that a SELECT reads, by itself or through a query that only brings it in."""
    if len(place.select.tables) != 1:
        return None
    shape = place.select.tables[0]
    inner = place.query_of(shape)
    while inner is not None:
        parts = inner.parts
        if len(parts) != 1 or len(parts[0].select.tables) != 1 or not _ends_with_from(parts[0]):
            return None
        if len(parts[0].select.items) != 1 or parts[0].select.group or inner.query.columns:
            return None
        shape, inner = parts[0].select.tables[0], parts[0].query_of(parts[0].select.tables[0])
    table = find_table(schema, shape.name) if shape.name else None
    return table.name if table is not None else None


def _ends_with_from(place: Place) -> bool:
    select = place.select
    return select.from_span is not None and select.from_span.last == select.span.last


def _is_plain(existing: ExistingSql, place: Place) -> bool:
    select = place.select
    return (
        _ends_with_from(place)
        and not select.distinct
        and not any(existing.is_star(item) for item in select.items)
        and not existing.rendered.loops_of_queries
    )


def _pairs(
    rows: Sequence[ColumnMapping], own: Sequence[ColumnMapping], table: str
) -> list[tuple[ColumnMapping, ColumnMapping]]:
    """Rows of the part that reads the model's table beside those of the further part, column by column."""
    letters = squashed(table)
    sections = {
        row.section.casefold()
        for row in rows
        if row.section and any(squashed(bare(ref.table)) == letters for ref in row.sources)
    }
    if len(sections) != 1:
        return []
    section = next(iter(sections))
    there: dict[str, ColumnMapping] = {}
    for row in rows:
        if row.section.casefold() == section:
            there.setdefault(squashed(row.name), row)
    return [(there[squashed(row.name)], row) for row in own if squashed(row.name) in there]


def _rule(row: ColumnMapping) -> str:
    return " ".join((row.rule_resolved or row.rule).split()).casefold()


def _told(
    pairs: Sequence[tuple[ColumnMapping, ColumnMapping]], model: str, table: str, schema: Schema
) -> tuple[dict[str, str], dict[str, str]]:
    """Columns and fixed texts of the further part by those of the model; what is told twice otherwise is left out."""
    columns: dict[str, set[str]] = {}
    values: dict[str, set[str]] = {}
    for before, row in pairs:
        if _rule(before) == _rule(row) and len(before.sources) == len(row.sources) == 1:
            old = _column(schema, model, before.sources[0].column)
            new = _column(schema, table, row.sources[0].column)
            if old and new:
                columns.setdefault(old.casefold(), set()).add(new)
        elif not before.sources and not row.sources:
            texts = [_LITERAL.fullmatch((r.rule_resolved or r.rule).strip()) for r in (before, row)]
            was, now = ((t["quoted"] or t["bare"]) if t is not None else "" for t in texts)
            if was and now:
                values.setdefault(was, set()).add(now)
    return (
        {key: next(iter(found)) for key, found in columns.items() if len(found) == 1},
        {key: next(iter(found)) for key, found in values.items() if len(found) == 1},
    )


def _column(schema: Schema, table: str, name: str) -> str:
    known = find_table(schema, table)
    column = find_column(known, name) if known is not None else None
    return column.name if column is not None else ""


def _is_told(
    existing: ExistingSql,
    made: AlikeBranch,
    number: int,
    pairs: Sequence[tuple[ColumnMapping, ColumnMapping]],
) -> bool:
    """Whether the document tells what one item of the model is in the further part."""
    item = made.model.select.items[number]
    tree = existing.item(item)
    if tree is None or existing.text.startswith(
        "{%", existing.rendered.file_start(existing.tokens[item.first].start)
    ):
        return False
    read = list(columns_of(tree))
    if any(column.name.casefold() not in made.columns for column in read):
        return False
    span, _ = expression_span(existing, item)
    texts = [
        token.text
        for token in existing.tokens[span.first : span.last + 1]
        if token.token_type is TokenType.STRING
    ]
    if read or not texts:
        return bool(read)
    same = [row for row, _own in pairs if squashed(row.name) == squashed(tree.alias_or_name)]
    return bool(same) and all(text in made.values for text in texts)

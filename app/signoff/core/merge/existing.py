"""SQL that exists: read once, with the place of everything an edit may touch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sqlglot import exp
from sqlglot.tokenizer_core import Token, TokenType

from signoff.core.domain.dbt import ALONE, Surroundings
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.engines.sqltext import LONGEST
from signoff.core.errors import SignoffError
from signoff.core.merge.dialects import condition_in_duckdb, expression_in_duckdb, query_in_duckdb
from signoff.core.merge.jinja import Rendered, render
from signoff.core.merge.shape import QueryShape, SelectShape, Span, TableShape, shape_of
from signoff.core.merge.sqlparts import DIALECT, item_tree
from signoff.core.merge.sqltokens import tokens_of
from signoff.core.merge.wrapping import NOTHING_AROUND, Wrapper, plain_query, wrapper_of

_KEPT = 8
"""Files that are kept as they were read: one is asked for again and again, before and after its edits."""
_LONG = 200_000
"""Characters from which a file is not kept."""
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that no file of SQL holds; the last of them stand for bytes that are no UTF-8."""


_NAMES = (TokenType.VAR, TokenType.IDENTIFIER)
_DOTTED = "bigquery"


@dataclass(frozen=True)
class Place:
    """One SELECT and the CTEs it can see."""

    select: SelectShape
    ctes: Mapping[str, CtePlace]
    """By case-folded name."""

    def query_of(self, table: TableShape) -> CtePlace | None:
        """The CTE or subquery a table of this SELECT stands for; None for a true table."""
        if table.query is not None:
            return CtePlace(table.query, self.ctes)
        return self.ctes.get(table.name.casefold())


@dataclass(frozen=True)
class CtePlace:
    """A query and the CTEs it can see."""

    query: QueryShape
    ctes: Mapping[str, CtePlace] = field(default_factory=dict)

    @property
    def parts(self) -> tuple[Place, ...]:
        """Its SELECTs, each seeing the query's own CTEs too."""
        seen: dict[str, CtePlace] = dict(self.ctes)
        for name, query in self.query.ctes:
            seen[name.casefold()] = CtePlace(query, dict(seen))
        return tuple(Place(select, seen) for select in self.query.parts)


@dataclass(frozen=True)
class ExistingSql:
    """A file of existing SQL, understood as far as edits need it."""

    text: str
    rendered: Rendered
    tokens: tuple[Token, ...]
    query: QueryShape
    parts: tuple[Place, ...]
    """The SELECTs whose lists define the output, `select * from final` followed to where the list stands."""
    findings: tuple[Finding, ...] = ()
    wrapper: Wrapper = NOTHING_AROUND
    """What stands around the query, such as the names an INSERT gives its columns."""
    dialect: str = DIALECT
    """sqlglot's name of the dialect it is written in; what is read out of it is DuckDB SQL all the same."""
    known: dict[tuple[object, ...], tuple[object, object]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """What was worked out of it before, by what and where: lists of five hundred columns are asked for often."""
    types: dict[str, dict[str, str]] = field(default_factory=dict, compare=False, repr=False)
    """Types of the columns of its queries as they were told before, by SQL and case-folded name."""

    @property
    def sql(self) -> str:
        """Plain SQL in the file's own dialect, Jinja rendered as on a first load."""
        return self.rendered.sql

    @property
    def plain(self) -> str:
        """Its query as DuckDB SQL over plain names of tables: what is bound and run.

        Raises:
            SqlTextError: DuckDB has no such construct.
        """
        return plainly(self.sql, self.dialect)

    def written(self, span: Span) -> str:
        """The rendered SQL of some tokens, as it stands there."""
        return self.sql[self.tokens[span.first].start : self.tokens[span.last].end + 1]

    def sql_of(self, span: Span) -> str:
        """The rendered SQL of some tokens that make one expression, as DuckDB SQL."""
        return expression_in_duckdb(self.written(span), self.dialect)

    def condition_of(self, span: Span) -> str:
        """The rendered SQL of some tokens that make one condition, as DuckDB SQL."""
        return condition_in_duckdb(self.written(span), self.dialect)

    def item(self, span: Span) -> exp.Expr | None:
        """The tree of one item of a select list, alias and all; None when it cannot be read."""
        return item_tree(self.written(span), self.dialect)

    def is_star(self, span: Span) -> bool:
        """Whether an item is ``*`` or ``t.*``, with or without EXCLUDE."""
        kinds = [self.tokens[n].token_type for n in range(span.first, min(span.first + 3, span.last + 1))]
        return kinds[:1] == [TokenType.STAR] or kinds[1:] == [TokenType.DOT, TokenType.STAR]


def plainly(sql: str, dialect: str = DIALECT) -> str:
    """The query of a rendered file as DuckDB SQL; of one that is DuckDB's own, as it stands.

    Raises:
        SqlTextError: DuckDB has no such construct.
    """
    query = plain_query(sql, dialect)
    return query if dialect == DIALECT else query_in_duckdb(query, dialect)


def read_existing(text: str, around: Surroundings = ALONE, dialect: str = DIALECT) -> ExistingSql:
    """Read a file of existing SQL, dbt's Jinja included.

    Args:
        text: the file.
        around: the dbt project it stands in.
        dialect: sqlglot's name of the dialect it is written in.

    Raises:
        SignoffError: it is no query of SELECTs, or its quotes, brackets or tags do not close.
    """
    check_text(text)
    if len(text) > _LONG:
        return read_rendered(text, rendered_plainly(text, around), dialect)
    return _read(text, around, dialect)


@lru_cache(maxsize=_KEPT)
def _read(text: str, around: Surroundings, dialect: str) -> ExistingSql:
    return read_rendered(text, rendered_plainly(text, around), dialect)


def read_rendered(text: str, rendered: Rendered, dialect: str = DIALECT) -> ExistingSql:
    """Read a file that is rendered already.

    Raises:
        SignoffError: as for `read_existing`.
    """
    tokens = tuple(tokens_of(rendered.sql, dialect))
    query = shape_of(tokens, dotted=dialect == _DOTTED)
    if rendered.lists or any(block.word == "for" for block in rendered.blocks):
        loops = {rendered.piece(tokens[s.span.first].start).loop for s in _selects(query)} - {-1}
        rendered = replace(rendered, loops_of_queries=frozenset(loops))
    bare = ExistingSql(text, rendered, tokens, query, (), dialect=dialect)
    parts = _defining(bare, CtePlace(query))
    findings = [*rendered.findings, *_doubts(query)]
    return ExistingSql(text, rendered, tokens, query, parts, tuple(findings), wrapper_of(tokens), dialect)


def check_text(text: str) -> None:
    """Whether it is text that can be read in good time.

    Raises:
        SignoffError: it is no text, or longer than what is read.
    """
    if len(text) > LONGEST:
        raise SignoffError(say("update.too_long", characters=len(text), limit=LONGEST))
    odd = _NO_TEXT.search(text)
    if odd is not None:
        place = odd.start()
        line, column = text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
        raise SignoffError(say("update.no_text", line=line, column=column))


def _selects(query: QueryShape) -> Iterator[SelectShape]:
    """Every SELECT of a query, those of CTEs and subqueries too."""
    for _, cte in query.ctes:
        yield from _selects(cte)
    for select in query.parts:
        yield select
        for table in select.tables:
            if table.query is not None:
                yield from _selects(table.query)


def rendered_plainly(text: str, around: Surroundings = ALONE) -> Rendered:
    """The file as plain SQL, a byte order mark as a blank: it is no part of the SQL, and keeps its place."""
    return without_mark(render(text, around))


def without_mark(rendered: Rendered) -> Rendered:
    """The same with a byte order mark as a blank."""
    return replace(rendered, sql=f" {rendered.sql[1:]}") if rendered.sql.startswith("\ufeff") else rendered


def _defining(existing: ExistingSql, place: CtePlace) -> tuple[Place, ...]:
    """The SELECTs that define a query's columns; the same one is named once."""
    found: dict[int, Place] = {}
    for part in place.parts:
        inner = _followed(existing, part)
        for each in _defining(existing, inner) if inner is not None else (part,):
            found.setdefault(each.select.span.first, each)
    return tuple(found.values())


def _followed(existing: ExistingSql, part: Place) -> CtePlace | None:
    """The query behind ``select * from final``; None where the list is the part's own."""
    select = part.select
    if len(select.items) != 1 or len(select.tables) != 1 or select.group or select.distinct:
        return None
    item = select.items[0]
    plain = existing.is_star(item) and existing.tokens[item.last].token_type == TokenType.STAR
    inner = part.query_of(select.tables[0]) if plain else None
    return None if inner is None or inner.query.columns else inner


def _doubts(query: QueryShape) -> list[Finding]:
    odd = [o for o in query.operators if not o.startswith("union")]
    if not odd:
        return []
    message = say("update.changes_rows", clause=odd[0].upper())
    return [Finding("D223", Severity.ERROR, message)]


def alias_token(existing: ExistingSql, item: Span) -> int | None:
    """Number of the token that names an item, which SQL Server may write first; None where it has no alias."""
    if not isinstance(existing.item(item), exp.Alias):
        return None
    is_before = item.first + 1 < item.last and existing.tokens[item.first + 1].token_type == TokenType.EQ
    return item.first if is_before and existing.tokens[item.first].token_type in _NAMES else item.last


def expression_span(existing: ExistingSql, item: Span) -> tuple[Span, bool]:
    """The item without its alias, and whether it has one."""
    alias = alias_token(existing, item)
    if alias is None:
        return item, False
    if alias == item.first:
        return Span(item.first + 2, item.last), True
    last = item.last - 1
    if existing.tokens[last].token_type == TokenType.ALIAS:
        last -= 1
    return Span(item.first, last), True


def expression_of(existing: ExistingSql, item: Span) -> str:
    """The rendered SQL of an item without its alias."""
    return existing.sql_of(expression_span(existing, item)[0])

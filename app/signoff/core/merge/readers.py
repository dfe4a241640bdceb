"""Who reads a column that a SELECT defines: by name, in the SELECT itself and in the queries around it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlglot.tokenizer_core import TokenType

from signoff.core.merge.existing import CtePlace, ExistingSql, Place
from signoff.core.merge.lineage import table_outputs
from signoff.core.merge.selects import every_place
from signoff.core.merge.shape import QueryShape, Span
from signoff.core.merge.sqltokens import OPEN, partners
from signoff.core.merge.work import Work

_NAMES = (TokenType.VAR, TokenType.IDENTIFIER)
_BEFORE_ITEMS = (TokenType.COMMA, TokenType.ORDER_BY)


@dataclass(frozen=True)
class Mentions:
    """Where a column of the result is named outside its own item."""

    along: tuple[int, ...]
    """Numbers of the tokens that may follow a new name: behind the list, and around it where ``*`` brings it out."""
    elsewhere: tuple[int, ...]
    """Tokens of other queries that read it under its name, or of other items."""


def mentions(work: Work, place: Place, name: str, item: Span) -> Mentions:
    """Every place that names a column which one SELECT of the result defines."""
    existing = work.existing
    along: list[int] = []
    elsewhere: list[int] = []
    for number, token in enumerate(existing.tokens):
        if token.token_type not in _NAMES or token.text.casefold() != name.casefold():
            continue
        if item.first <= number <= item.last:
            continue
        reader = _innermost(existing, number)
        if _names_relation(existing, number, reader):
            continue
        if reader is None:
            along.append(number)
        elif reader.select.span == place.select.span:
            if not _is_source(work, place, number, name):
                (along if number > place.select.items[-1].last else elsewhere).append(number)
        elif any(_defines(q, place) for t in reader.select.tables if (q := reader.query_of(t)) is not None):
            behind = number > reader.select.items[-1].last and _only_star(existing, reader)
            (along if behind else elsewhere).append(number)
    return Mentions(tuple(along), tuple(elsewhere))


def _names_relation(existing: ExistingSql, number: int, reader: Place | None) -> bool:
    """Whether a token is the name of a query or of a table, or stands before the dot of a column."""
    kinds = [token.token_type for token in existing.tokens[number + 1 : number + 3]]
    if kinds[:1] == [TokenType.DOT]:
        return True
    if reader is None:
        return kinds == [TokenType.ALIAS, TokenType.L_PAREN]
    tables = (t.span for t in reader.select.tables if t.query is None)
    return any(span.first <= number <= span.last for span in tables)


def _innermost(existing: ExistingSql, number: int) -> Place | None:
    """The SELECT a token stands in; None for what follows the parts, such as ORDER BY."""
    found = [p for p in every_place(existing) if p.select.span.first <= number <= p.select.span.last]
    return min(found, key=lambda p: p.select.span.last - p.select.span.first, default=None)


def _is_source(work: Work, place: Place, number: int, name: str) -> bool:
    """Whether the name, where it stands in a SELECT, means a column of its tables."""
    if work.existing.tokens[number - 1].token_type == TokenType.DOT:
        return True
    outputs = [o for t in place.select.tables for o in table_outputs(work.existing, place, t, work.schema)]
    known = any(o.name.casefold() == name.casefold() for o in outputs)
    return known or not outputs


def _defines(query: CtePlace, place: Place) -> bool:
    return any(p.select.span == place.select.span for p in query.parts) or _brings_out(query.query, place)


def _brings_out(query: QueryShape, place: Place) -> bool:
    return query.span.first <= place.select.span.first and place.select.span.last <= query.span.last


def _only_star(existing: ExistingSql, place: Place) -> bool:
    return len(place.select.items) == 1 and existing.is_star(place.select.items[0])


def order_numbers(existing: ExistingSql, place: Place) -> tuple[int, ...]:
    """Tokens of numbers in an ORDER BY behind a SELECT that stand for items of its list."""
    tokens, partner = existing.tokens, partners(existing.tokens)
    number, found, inside = place.select.span.last + 1, [], False
    while number < len(tokens) and tokens[number].token_type not in (TokenType.R_PAREN, TokenType.SEMICOLON):
        kind = tokens[number].token_type
        if kind in OPEN:
            number = partner[number]
        elif kind == TokenType.ORDER_BY:
            inside = True
        elif kind in (TokenType.LIMIT, TokenType.OFFSET, TokenType.FETCH):
            inside = False
        elif inside and kind == TokenType.NUMBER and tokens[number - 1].token_type in _BEFORE_ITEMS:
            found.append(number)
        number += 1
    return tuple(found)

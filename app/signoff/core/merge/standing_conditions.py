"""The conditions that existing SQL has: behind WHERE, HAVING and QUALIFY of each SELECT, with their places."""

from __future__ import annotations

from sqlglot.tokenizer_core import TokenType

from signoff.core.merge.existing import ExistingSql, Place
from signoff.core.merge.selects import every_place
from signoff.core.merge.shape import SelectShape, Span
from signoff.core.merge.sqlparts import parsed, rendered, unqualified
from signoff.core.merge.sqltokens import OPEN, partners

_BEHIND_WHERE = (
    TokenType.GROUP_BY,
    TokenType.HAVING,
    TokenType.QUALIFY,
    TokenType.WINDOW,
)


def where_of(existing: ExistingSql, select: SelectShape) -> Span | None:
    """The conditions behind WHERE; None where there is none."""
    return clause_of(existing, select, TokenType.WHERE)


def clause_of(existing: ExistingSql, select: SelectShape, kind: TokenType) -> Span | None:
    """The conditions behind WHERE, HAVING or QUALIFY; None where there is none."""
    if select.from_span is None:
        return None
    partner = partners(existing.tokens)
    word = select.from_span.last + 1
    while word <= select.span.last and existing.tokens[word].token_type != kind:
        if kind == TokenType.WHERE:
            return None
        word = partner[word] + 1 if existing.tokens[word].token_type in OPEN else word + 1
    if word > select.span.last:
        return None
    place = word + 1
    while place <= select.span.last and existing.tokens[place].token_type not in _BEHIND_WHERE:
        place = partner[place] + 1 if existing.tokens[place].token_type in OPEN else place + 1
    return Span(word + 1, place - 1)


def conjuncts(existing: ExistingSql, where: Span) -> tuple[Span, ...]:
    """The conditions that AND puts together; one where OR reaches across them."""
    partner, found, first, place, between = partners(existing.tokens), [], where.first, where.first, False
    while place <= where.last:
        kind = existing.tokens[place].token_type
        if kind in OPEN:
            place = partner[place]
        elif kind == TokenType.OR:
            return (where,)
        elif kind == TokenType.BETWEEN:
            between = True
        elif kind == TokenType.AND and between:
            between = False
        elif kind == TokenType.AND:
            found.append(Span(first, place - 1))
            first = place + 1
        place += 1
    return (*found, Span(first, where.last))


def condition_in(existing: ExistingSql, place: Place, sql: str) -> Span | None:
    """Where a SELECT has a condition, whatever tables its columns are written with; None where it has none such."""
    wanted = _bare(sql)
    spans = (s for clause in clauses_of(existing, place.select) for s in clause)
    return next((s for s in spans if _bare(existing.condition_of(s)) == wanted), None)


def conditions_of(existing: ExistingSql, place: Place) -> tuple[str, ...]:
    """The conditions behind WHERE, HAVING and QUALIFY of one SELECT, as DuckDB SQL."""
    return tuple(existing.condition_of(s) for clause in clauses_of(existing, place.select) for s in clause)


def clauses_of(existing: ExistingSql, select: SelectShape) -> list[tuple[Span, ...]]:
    """The conditions of each clause that a SELECT has."""
    kinds = (TokenType.WHERE, TokenType.HAVING, TokenType.QUALIFY)
    found = (clause_of(existing, select, kind) for kind in kinds)
    return [conjuncts(existing, clause) for clause in found if clause is not None]


def has_condition(existing: ExistingSql, sql: str) -> bool:
    """Whether the file has a condition somewhere, whatever tables its columns are written with."""
    return any(condition_in(existing, place, sql) is not None for place in every_place(existing))


def _bare(sql: str) -> str:
    """A condition without the tables of its columns and without parentheses around the whole."""
    tree = parsed(unqualified(sql))
    return sql.casefold() if tree is None else rendered(tree.unnest()).casefold()


def clause_start(existing: ExistingSql, select: SelectShape, kinds: tuple[TokenType, ...]) -> int | None:
    """Number of the first word of these clauses of a SELECT; None where it has none of them."""
    partner = partners(existing.tokens)
    at = select.from_span.last + 1 if select.from_span is not None else select.span.last + 1
    while at <= select.span.last:
        if existing.tokens[at].token_type in kinds:
            return at
        at = partner[at] + 1 if existing.tokens[at].token_type in OPEN else at + 1
    return None

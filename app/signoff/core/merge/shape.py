"""The shape of a query by its tokens: WITH, parts, select lists, FROM, grouping, each with its place.

The tree of a parser forgets layout; tokens keep their places. Edits are made by place, so every other byte
survives.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlglot.tokenizer_core import Token, TokenType

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.merge.sqltokens import OPEN, column_of, partners
from signoff.core.merge.wrapping import wrapper_of

_DEEPEST = 60
"""Queries one inside the other that are followed."""
_SET_OPS = (TokenType.UNION, TokenType.INTERSECT, TokenType.EXCEPT)
_TAIL = (
    TokenType.ORDER_BY,
    TokenType.LIMIT,
    TokenType.OFFSET,
    TokenType.FETCH,
    TokenType.CLUSTER_BY,
    TokenType.DISTRIBUTE_BY,
    TokenType.SORT_BY,
    TokenType.OPTION,
)
_AFTER_FROM = (
    TokenType.WHERE,
    TokenType.GROUP_BY,
    TokenType.HAVING,
    TokenType.QUALIFY,
    TokenType.WINDOW,
    TokenType.START_WITH,
    TokenType.CONNECT_BY,
    *_TAIL,
    *_SET_OPS,
)
_JOIN_LEAD = (
    TokenType.LEFT,
    TokenType.RIGHT,
    TokenType.FULL,
    TokenType.INNER,
    TokenType.CROSS,
    TokenType.OUTER,
    TokenType.NATURAL,
    TokenType.ASOF,
    TokenType.SEMI,
    TokenType.ANTI,
)


@dataclass(frozen=True)
class Span:
    """Tokens from `first` to `last`, both among them, by number."""

    first: int
    last: int


@dataclass(frozen=True)
class TableShape:
    """One table, CTE name or subquery of a FROM clause."""

    name: str
    """Last part of the name; empty for a subquery."""
    alias: str
    join: str
    """``from``, ``left``, ``inner``, ``cross`` … or ``,``."""
    span: Span
    has_as: bool = False
    on: Span | None = None
    query: QueryShape | None = None
    """The subquery, if it is one."""
    using: tuple[str, ...] = ()
    """Columns of ``using (…)``."""


@dataclass(frozen=True)
class SelectShape:
    """One SELECT of a query."""

    span: Span
    items: tuple[Span, ...]
    dangling: int | None
    """Number of a comma behind the last item."""
    from_span: Span | None
    tables: tuple[TableShape, ...]
    group: tuple[Span, ...] = ()
    group_word: int | None = None
    distinct: bool = False


@dataclass(frozen=True)
class QueryShape:
    """A query: its CTEs and its parts, put together by UNION or the like."""

    span: Span
    ctes: tuple[tuple[str, QueryShape], ...]
    parts: tuple[SelectShape, ...]
    operators: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    """Names a CTE gives its columns in brackets behind its own name; empty mostly."""


def shape_of(tokens: Sequence[Token], *, dotted: bool = False) -> QueryShape:
    """The shape of the one query these tokens make.

    Args:
        tokens: of the file.
        dotted: a name in quotes may hold its schema too, and one without may hold dashes, as in BigQuery.

    Raises:
        SignoffError: it is no query of SELECTs, or more than one statement.
    """
    around = wrapper_of(tokens)
    return _Reader(tokens, dotted=dotted).query(around.first, around.last)


class _Reader:
    """Reads shapes from token numbers; every method takes the first and last number it may look at."""

    def __init__(self, tokens: Sequence[Token], *, dotted: bool) -> None:
        self._tokens = tokens
        self._is_dotted = dotted
        self._partner = partners(tokens)
        self._depth = 0

    def kind(self, number: int) -> TokenType | None:
        return self._tokens[number].token_type if 0 <= number < len(self._tokens) else None

    def word(self, number: int) -> str:
        return self._tokens[number].text.lower() if 0 <= number < len(self._tokens) else ""

    def query(self, first: int, last: int) -> QueryShape:
        self._depth += 1
        if self._depth > _DEEPEST:
            token = self._tokens[first]
            raise SignoffError(say("update.too_deep", line=token.line, column=column_of(token)))
        found = self._query(first, last)
        self._depth -= 1
        return found

    def _query(self, first: int, last: int) -> QueryShape:
        start, ctes = first, []
        if self.kind(first) == TokenType.WITH:
            first += 2 if self.word(first + 1) == "recursive" else 1
            while True:
                name, query, first = self._cte(first, last)
                ctes.append((name, query))
                if self.kind(first) != TokenType.COMMA:
                    break
                first += 1
        parts: list[SelectShape] = []
        operators: list[str] = []
        while True:
            inner, first = self._part(first, last)
            parts += inner.parts
            operators += inner.operators
            if first > last or self.kind(first) not in _SET_OPS:
                break
            operators.append(self.word(first))
            first += 1
            while self.word(first) in ("all", "distinct", "by", "name"):
                operators[-1] += f" {self.word(first)}"
                first += 1
        if first <= last and self.kind(first) not in _TAIL:
            raise self._unreadable(first)
        return QueryShape(Span(start, last), tuple(ctes), tuple(parts), tuple(operators))

    def _cte(self, first: int, last: int) -> tuple[str, QueryShape, int]:
        columns: tuple[str, ...] = ()
        name, first = self._name(first), first + 1
        if self.kind(first) == TokenType.L_PAREN:
            columns, first = self._names_in(first), self._partner[first] + 1
        while first <= last and self.kind(first) != TokenType.L_PAREN:
            if self.word(first) not in ("as", "not", "materialized"):
                raise self._unreadable(first)
            first += 1
        if first > last:
            raise self._unreadable(last)
        closing = self._partner[first]
        return name, replace(self.query(first + 1, closing - 1), columns=columns), closing + 1

    def _names_in(self, opening: int) -> tuple[str, ...]:
        """Names between brackets, commas aside."""
        inside = range(opening + 1, self._partner[opening])
        return tuple(self._name(n) for n in inside if self.kind(n) != TokenType.COMMA)

    def _part(self, first: int, last: int) -> tuple[QueryShape, int]:
        """One side of a UNION: a SELECT, or a query in brackets; and the number behind it."""
        if self.kind(first) == TokenType.L_PAREN:
            closing = self._partner[first]
            return self.query(first + 1, closing - 1), closing + 1
        if self.kind(first) != TokenType.SELECT:
            raise self._unreadable(first)
        select = self._select(first, last)
        return QueryShape(select.span, (), (select,)), select.span.last + 1

    def _select(self, first: int, last: int) -> SelectShape:
        place, distinct = first + 1, False
        if self.kind(place) == TokenType.DISTINCT:
            distinct, place = True, place + 1
            if self.kind(place) == TokenType.ON:
                place = self._partner[place + 1] + 1
        place = self._behind_top(place)
        stop = self._next(place, last, (TokenType.FROM, *_AFTER_FROM), in_list=True)
        items, dangling = self._items(place, stop - 1)
        from_span: Span | None = None
        tables: tuple[TableShape, ...] = ()
        if self.kind(stop) == TokenType.FROM and stop <= last:
            end = self._next(stop + 1, last, _AFTER_FROM)
            from_span, tables = Span(stop, end - 1), self._tables(stop, end - 1)
            stop = end
        group, group_word = self._group(stop, last)
        end = self._next(stop, last, (*_SET_OPS, *_TAIL)) - 1
        return SelectShape(Span(first, end), items, dangling, from_span, tables, group, group_word, distinct)

    def _behind_top(self, place: int) -> int:
        """Behind ``top (10) percent with ties``, which stands before the list."""
        if self.kind(place) != TokenType.TOP:
            return place
        place = self._partner.get(place + 1, place + 1) + 1
        place += self.word(place) == "percent"
        return place + 2 if (self.word(place), self.word(place + 1)) == ("with", "ties") else place

    def _group(self, first: int, last: int) -> tuple[tuple[Span, ...], int | None]:
        end = self._next(first, last, (*_SET_OPS, *_TAIL))
        word = self._next(first, end - 1, (TokenType.GROUP_BY,))
        if word > end - 1:
            return (), None
        stop = self._next(word + 1, end - 1, _AFTER_FROM)
        return self._items(word + 1, stop - 1)[0], word

    def _next(self, first: int, last: int, kinds: Sequence[TokenType], in_list: bool = False) -> int:
        """Number of the first token of these kinds outside brackets; one behind `last` when there is none."""
        place = first
        while place <= last:
            if self.kind(place) in OPEN:
                place = self._partner[place]
            elif self.kind(place) in kinds and not (in_list and self._is_star_word(place)):
                return place
            place += 1
        return last + 1

    def _is_star_word(self, place: int) -> bool:
        """``* except (…)`` and ``is distinct from`` are part of a select list."""
        if self.kind(place) == TokenType.FROM:
            return self.kind(place - 1) == TokenType.DISTINCT
        return self.kind(place) == TokenType.EXCEPT and self.kind(place - 1) == TokenType.STAR

    def _items(self, first: int, last: int) -> tuple[tuple[Span, ...], int | None]:
        found, start, place = [], first, first
        while place <= last:
            if self.kind(place) in OPEN:
                place = self._partner[place]
            elif self.kind(place) == TokenType.COMMA:
                found.append(Span(start, place - 1))
                start = place + 1
            place += 1
        if start > last:
            return tuple(found), last if found else None
        return (*found, Span(start, last)), None

    def _tables(self, first: int, last: int) -> tuple[TableShape, ...]:
        """Tables of a FROM clause, `first` being the word FROM."""
        found, join, place = [], "from", first + 1
        while place <= last:
            table, place = self._table(place, last, join)
            found.append(table)
            join, place = self._join_words(place, last)
        return tuple(found)

    def _join_words(self, place: int, last: int) -> tuple[str, int]:
        if place > last:
            return "", place
        if self.kind(place) == TokenType.COMMA:
            return ",", place + 1
        said = []
        while place <= last and self.kind(place) != TokenType.JOIN:
            said.append(self.word(place))
            place += 1
        kinds = [w for w in said if w not in ("outer", "inner")]
        return " ".join(kinds) or "inner", place + 1

    def _table(self, place: int, last: int, join: str) -> tuple[TableShape, int]:
        start, query, name = place, None, ""
        while self.word(place) == "lateral":
            place += 1
        if self.kind(place) == TokenType.L_PAREN:
            closing = self._partner[place]
            is_query = self.kind(place + 1) in (TokenType.SELECT, TokenType.WITH, TokenType.L_PAREN)
            query = self.query(place + 1, closing - 1) if is_query else None
            place = closing + 1
        else:
            name, place = self._dotted(place)
            if self.kind(place) == TokenType.L_PAREN:
                name, place = "", self._partner[place] + 1
        alias, has_as, place = self._alias(place, last)
        if self.kind(place) == TokenType.WITH and self.kind(place + 1) == TokenType.L_PAREN:
            place = self._partner[place + 1] + 1  # hints such as ``with (nolock)``
        end = self._next(place, last, (TokenType.JOIN, TokenType.COMMA))
        end = self._before_join(end, last)
        on = Span(place + 1, end - 1) if self.kind(place) == TokenType.ON and place < end else None
        using = self._names_in(place + 1) if self.kind(place) == TokenType.USING else ()
        return TableShape(name, alias or name, join, Span(start, end - 1), has_as, on, query, using), end

    def _before_join(self, end: int, last: int) -> int:
        """Back to the first of the words that belong to the coming JOIN."""
        if end > last or self.kind(end) != TokenType.JOIN:
            return end
        while self.kind(end - 1) in _JOIN_LEAD:
            end -= 1
        return end

    def _dotted(self, place: int) -> tuple[str, int]:
        between = (TokenType.DOT, TokenType.DASH) if self._is_dotted else (TokenType.DOT,)
        while self.kind(place + 1) in between:
            place += 2
            while self.kind(place) == TokenType.DOT:
                place += 1
        name = self._name(place)
        return name.rpartition(".")[2] if self._is_dotted else name, place + 1

    def _alias(self, place: int, last: int) -> tuple[str, bool, int]:
        if place <= last and self.kind(place) == TokenType.ALIAS:
            return self._name(place + 1), True, place + 2
        plain = (TokenType.VAR, TokenType.IDENTIFIER)
        if place <= last and self.kind(place) in plain and self.word(place) not in ("using", "tablesample"):
            return self._name(place), False, place + 1
        return "", True, place

    def _name(self, place: int) -> str:
        return self._tokens[place].text if 0 <= place < len(self._tokens) else ""

    def _unreadable(self, number: int) -> SignoffError:
        token = self._tokens[max(0, min(number, len(self._tokens) - 1))]
        word = token.text[:20]
        return SignoffError(say("update.not_followed", word=word, line=token.line, column=column_of(token)))

"""What stands around the query of existing SQL: CREATE TABLE or VIEW … AS, INSERT INTO … with a list of names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot.tokenizer_core import Token, TokenType

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.merge.sqlparts import DIALECT
from signoff.core.merge.sqltokens import CLOSE, OPEN, column_of, partners, tokens_of

_QUERY = (TokenType.SELECT, TokenType.WITH, TokenType.L_PAREN)
_ENDINGS = (
    ("with", "no", "schema", "binding"),
    ("with", "check", "option"),
    ("with", "read", "only"),
    ("with", "no", "data"),
    ("with", "data"),
)
"""What some warehouses write behind the query of a view or table."""
_SETTINGS = ("with", "options", "by", "on", "distkey", "sortkey", "partition", "tblproperties")
"""Words before brackets that hold no names of columns."""
_OTHER = re.compile(
    r"alter|analyze|begin|call|comment|copy|create|declare|delete|describe|drop|exec(?:ute)?|explain|export|grant|if|"
    r"insert|merge|pragma|replace|revoke|set|show|truncate|update|use|vacuum|values",
    re.IGNORECASE,
)
"""How statements begin that are no query."""


@dataclass(frozen=True)
class Wrapper:
    """Where the query stands among the tokens of a file."""

    first: int
    """Number of the query's first token."""
    last: int
    names: tuple[str, ...] = ()
    """Names an INSERT gives its columns; empty where it gives none."""
    closing: int | None = None
    """Number of the bracket that closes those names."""


NOTHING_AROUND = Wrapper(0, 0)


def wrapper_of(tokens: Sequence[Token]) -> Wrapper:
    """Where the one query of a file stands.

    Raises:
        SignoffError: there is none, or it is another kind of statement.
    """
    last = len(tokens) - 1
    while last >= 0 and tokens[last].token_type == TokenType.SEMICOLON:
        last -= 1
    if last < 0:
        raise SignoffError(say("update.empty"))
    second = next((n for n in range(last) if tokens[n].token_type == TokenType.SEMICOLON), None)
    if second is not None:
        token = tokens[second + 1]
        raise SignoffError(say("update.several", line=token.line, column=column_of(token)))
    word = tokens[0].text.lower()
    if word == "create":
        first = _behind_as(tokens, last)
        return Wrapper(first, _without_ending(tokens, last), *_listed(tokens, first - 2))
    if word == "insert":
        return _inserted(tokens, last)
    if tokens[0].token_type not in _QUERY:
        raise _no_query(tokens[0])
    return Wrapper(0, last)


def plain_query(sql: str, dialect: str = DIALECT) -> str:
    """The query of a text alone; the text as it is where nothing stands around it."""
    if sql.lstrip()[:6].lower() not in ("create", "insert") and "\ufeff" not in sql:
        return sql
    tokens = tokens_of(sql, dialect)
    found = wrapper_of(tokens)
    return sql[tokens[found.first].start : tokens[found.last].end + 1]


def _behind_as(tokens: Sequence[Token], last: int) -> int:
    """The query behind ``create … as``."""
    partner, place = partners(tokens), 1
    while place < last:
        if tokens[place].token_type in OPEN:
            place = partner[place]
        elif tokens[place].token_type == TokenType.ALIAS and tokens[place + 1].token_type in _QUERY:
            return place + 1
        place += 1
    raise _no_query(tokens[0])


def _listed(tokens: Sequence[Token], closing: int) -> tuple[tuple[str, ...], int | None]:
    """Names in brackets that end before ``as``: those of the columns of a view."""
    if tokens[closing].token_type != TokenType.R_PAREN:
        return (), None
    opening = next(first for first, behind in partners(tokens).items() if behind == closing)
    inside = tokens[opening + 1 : closing]
    if any(t.token_type in (*OPEN, *CLOSE) for t in inside) or tokens[opening - 1].text.lower() in _SETTINGS:
        return (), None
    names = [t for t in inside if t.token_type != TokenType.COMMA]
    return (tuple(t.text for t in names), closing) if len(names) * 2 - 1 == len(inside) else ((), None)


def _inserted(tokens: Sequence[Token], last: int) -> Wrapper:
    """The query behind ``insert into t (a, b)``."""
    partner, place = partners(tokens), 1
    while place <= last:
        token = tokens[place]
        if token.token_type in (TokenType.SELECT, TokenType.WITH):
            return Wrapper(place, last)
        if token.token_type == TokenType.L_PAREN:
            closing = partner[place]
            if tokens[place + 1].token_type in (TokenType.SELECT, TokenType.WITH):
                return Wrapper(place, last)
            is_list = closing < last and tokens[closing + 1].token_type in _QUERY
            if is_list and tokens[place - 1].text.lower() != "partition":
                inside = tokens[place + 1 : closing]
                names = tuple(t.text for t in inside if t.token_type != TokenType.COMMA)
                return Wrapper(closing + 1, last, names, closing)
            place = closing
        place += 1
    raise _no_query(tokens[0])


def _without_ending(tokens: Sequence[Token], last: int) -> int:
    words = [t.text.lower() for t in tokens[max(0, last - 3) : last + 1]]
    for ending in _ENDINGS:
        if tuple(words[-len(ending) :]) == ending:
            return last - len(ending)
    return last


def _no_query(token: Token) -> SignoffError:
    word = token.text.split()[0][:20] if token.text.split() else token.text[:20]
    if _OTHER.fullmatch(word):
        return SignoffError(
            say("update.no_query", word=word.upper(), line=token.line, column=column_of(token))
        )
    return SignoffError(say("update.no_sql_at", word=word, line=token.line, column=column_of(token)))

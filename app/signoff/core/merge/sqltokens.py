"""Tokens of SQL text and the brackets among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import sqlglot
from sqlglot.errors import SqlglotError
from sqlglot.tokenizer_core import Token, TokenType

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.merge.sqlparts import DIALECT

_KEPT = 16
"""Texts whose tokens are kept: one file is read again and again while it is edited."""
OPEN = (TokenType.L_PAREN, TokenType.L_BRACKET, TokenType.L_BRACE)
CLOSE = (TokenType.R_PAREN, TokenType.R_BRACKET, TokenType.R_BRACE)


def tokens_of(sql: str, dialect: str = DIALECT) -> list[Token]:
    """The tokens of a text.

    Raises:
        SignoffError: a quote or comment is never closed.
    """
    try:
        return list(_tokens(sql.replace("\ufeff", " "), dialect))
    except SqlglotError:
        line, column = _unclosed(sql)
        raise SignoffError(say("update.never_closed", line=line, column=column)) from None


_CLOSED = re.compile(r"'(?:[^'\\]|''|\\.)*+'|\"(?:[^\"]|\"\")*+\"|`[^`]*+`|--[^\n]*|/\*.*?\*/", re.DOTALL)
_OPENS = re.compile(r"['\"`]|/\*")


def _unclosed(sql: str) -> tuple[int, int]:
    """Line and column of the first quote or comment that is never closed; of the text's end where none is seen."""
    blanked = _CLOSED.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), sql)
    found = _OPENS.search(blanked)
    place = found.start() if found is not None else len(sql)
    return sql.count("\n", 0, place) + 1, place - sql.rfind("\n", 0, place)


def column_of(token: Token) -> int:
    """Column of a token's first character in its line, from 1."""
    return max(1, token.col - (token.end - token.start))


@lru_cache(maxsize=_KEPT)
def _tokens(sql: str, dialect: str) -> tuple[Token, ...]:
    return tuple(sqlglot.tokenize(sql, dialect=dialect))


def partners(tokens: Sequence[Token]) -> dict[int, int]:
    """Number of the closing bracket of each opening one."""
    found, waiting = {}, []
    for number, token in enumerate(tokens):
        if token.token_type in OPEN:
            waiting.append(number)
        elif token.token_type in CLOSE:
            if not waiting:
                raise SignoffError(
                    say("update.bracket_closes_nothing", line=token.line, column=column_of(token))
                )
            found[waiting.pop()] = number
    if waiting:
        token = tokens[waiting[-1]]
        raise SignoffError(say("update.bracket_never_closed", line=token.line, column=column_of(token)))
    return found

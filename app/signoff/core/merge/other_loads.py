"""Conditions that only a later load has: its WHERE goes on with AND where the file gets a first condition."""

from __future__ import annotations

import sqlglot
from sqlglot.errors import SqlglotError
from sqlglot.tokenizer_core import Token, TokenType

from signoff.core.domain.edits import Splice
from signoff.core.merge.qualifying import blanked, left_out
from signoff.core.merge.shape import SelectShape
from signoff.core.merge.sqltokens import CLOSE, OPEN
from signoff.core.merge.work import Work


def where_of_other_loads(work: Work, select: SelectShape) -> list[Splice]:
    """What lets the conditions of other loads stand behind a first WHERE of the SELECT; none where there are none.

    A stretch in which OR reaches across its conditions is left alone: then the file holds no such edit in every state.
    """
    if select.from_span is None:
        return []
    first, last = work.layout.end(select.from_span.last), work.layout.next_start(select.span.last)
    found = []
    for start, end in left_out(work, first, last):
        tokens = _tokens(work, start, end)
        if not tokens or tokens[0].token_type != TokenType.WHERE or _has_or(tokens):
            continue
        place = start + tokens[0].start
        word = work.existing.text[place : place + len("where")]
        found.append(Splice(place, place + len(word), word, "AND" if word.isupper() else "and", once=True))
    return found


def _tokens(work: Work, start: int, end: int) -> list[Token]:
    try:
        return list(sqlglot.tokenize(blanked(work, start, end), dialect=work.existing.dialect))
    except SqlglotError:
        return []


def _has_or(tokens: list[Token]) -> bool:
    depth = 0
    for token in tokens:
        depth += (token.token_type in OPEN) - (token.token_type in CLOSE)
        if token.token_type == TokenType.OR and depth == 0:
            return True
    return False

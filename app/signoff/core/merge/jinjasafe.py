"""SQL that is put into a dbt file must hold nothing that Jinja would run."""

from __future__ import annotations

import re

import sqlglot
from sqlglot.tokenizer_core import TokenType

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.merge.sqlparts import DIALECT

_TAG = re.compile(r"\{(?=[{%#])|[%#}](?=\})")


def without_tags(sql: str) -> str:
    """The SQL with tag brackets in text values taken apart: ``'{{'`` becomes ``'{' || '{'``.

    Raises:
        SignoffError: tag brackets stand outside text values.
    """
    if not _TAG.search(sql):
        return sql
    pieces, place = [], 0
    for token in sqlglot.tokenize(sql, dialect=DIALECT):
        written = sql[token.start : token.end + 1]
        if token.token_type == TokenType.STRING and _TAG.search(written):
            pieces += [sql[place : token.start], "(" + _TAG.sub(r"\g<0>' || '", written) + ")"]
            place = token.end + 1
    found = "".join(pieces) + sql[place:]
    if _TAG.search(found):
        raise SignoffError(say("update.jinja_in_expression"))
    return found

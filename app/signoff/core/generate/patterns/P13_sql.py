"""A rule that is SQL already: `CASE WHEN …`, `COALESCE(a, b)`, in any mainstream dialect.

Its columns must all resolve in scope; it is rewritten to the scope's aliases and to DuckDB's dialect. `name
= SQL` with the target column's own name on the left means the SQL on the right.
"""

from __future__ import annotations

import re

from signoff.core.domain.sentences import say
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.patterns.sqltree import sql_expression
from signoff.core.generate.types import Family, family_of

NAME = "P13 SQL"


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The SQL, when the phrase as written is wholly one expression over the columns in scope."""
    text = _without_own_name(phrase.raw, ctx)
    made = sql_expression(text, ctx.scope)
    if made is None:
        return None
    sql, kind, condition = made
    if re.search(r"\bcurrent_(?:date|time|timestamp)\b|\bget_current_", sql, re.IGNORECASE):
        ctx.remark("D31", say("assumed.time_of_run"))
    if family_of(ctx.target_type) is Family.DATE and re.search(r"\bINTERVAL\b", sql) and not condition:
        return Piece(f"CAST({sql} AS DATE)", "DATE")
    if condition and family_of(ctx.target_type) not in (Family.FLAG, Family.UNKNOWN):
        return None
    return Piece(sql, "BOOLEAN" if condition else kind)


def _without_own_name(text: str, ctx: Context) -> str:
    """The text without a leading `target column =`."""
    name = ctx.mapping.name if ctx.mapping else ""
    if not name or ctx.scope.find(name):
        return text
    return re.sub(rf"^\s*{re.escape(name)}\s*:?=\s*(?!=)", "", text, flags=re.IGNORECASE)

"""The trees of a whole select list, read at once from the tokens there are: five hundred items, one parse."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp
from sqlglot.tokenizer_core import Token, TokenType

from signoff.core.engines.sqltext import SqlTextError, check_depth, parse_tokens
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.shape import Span
from signoff.core.merge.sqlparts import is_kept, keep_tree

_FEW = 4
"""Items that are read one by one where they are asked for."""


def read_items(existing: ExistingSql, items: Sequence[Span]) -> None:
    """Make sure that the trees of a list's items are known, for `ExistingSql.item` to give.

    What can't be read together is left to be read one by one.
    """
    waiting = {existing.written(span): span for span in items}
    waiting = {text: span for text, span in waiting.items() if not is_kept(text, existing.dialect)}
    if len(waiting) <= _FEW:
        return
    first = Token(TokenType.SELECT, "select")
    tokens = [first]
    for span in waiting.values():
        tokens += [*existing.tokens[span.first : span.last + 1], Token(TokenType.COMMA, ",")]
    try:
        levels = check_depth("\n,".join(waiting))
        trees = parse_tokens(tokens[:-1], existing.sql, existing.dialect, levels=levels)
    except SqlTextError:
        return
    query = trees[0] if len(trees) == 1 else None
    if not isinstance(query, exp.Select) or len(query.expressions) != len(waiting):
        return
    if any(value for key, value in query.args.items() if key not in ("expressions", "kind")):
        return
    for text, tree in zip(waiting, query.expressions, strict=True):
        keep_tree(text, existing.dialect, tree)

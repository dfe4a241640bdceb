"""An empty rule cell: the only source as it is, or the default value where there is no source."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns import P01_direct, P02_constant
from signoff.core.generate.patterns.context import Choice, Context
from signoff.core.generate.patterns.grouped import fits_grouping
from signoff.core.generate.patterns.pieces import NULL, Piece, literal_of

_DIRECT_KIND = re.compile(
    r"\s*(?:direct|direct move|direct mapping|direct map|direct load|direct copy|straight|straight move|"
    r"1\s*[:-]\s*1|copy|move|as is|as-is|"
    r"pass[- ]?through|d|one[- ]to[- ]one|source|none|n/?a|-|mapping|simple|direkt|directo|keep|map)?"
    r"(?:\s*(?:[,;:(–-]\s*)?(?:the\s+|a\s+)?(?:values?|source|fields?|columns?)?\s*(?:is|are)?\s*"
    r"(?:(?:taken|carried|brought)\s+over|copied|moved|kept|passed\s+(?:on|through)|loaded|unchanged)"
    r"(?:\s+(?:over|as\s+(?:it\s+is|is|they\s+are|delivered)|unchanged|one[- ]to[- ]one|1\s*:\s*1|"
    r"without\s+(?:an?\s+)?changes?))?\)?)?"
    r"\s*",
    re.IGNORECASE,
)
"""What a document calls a direct move, in a word, in a legend's words, or both."""


def compile_empty_rule(
    mapping: ColumnMapping, context_of: Callable[[frozenset[Choice]], Context]
) -> Expression | None:
    """The expression for a rule cell with nothing in it; None when the document says it is no direct move."""
    ctx = context_of(frozenset())
    if not ctx.scope.sources:
        return _default(mapping, ctx)
    if not _DIRECT_KIND.fullmatch(mapping.rule_kind):
        return None
    piece = P01_direct.compile_empty(ctx)
    fitting = piece.fitted(ctx.target_type) if piece else None
    if piece is None or fitting is None or not fits_grouping(fitting.sql, ctx.scope):
        return None
    origin = Origin.DIRECT if fitting.sql == piece.sql else Origin.PATTERN
    alternatives = _or_default(mapping, fitting, ctx)
    return Expression(fitting.sql, origin, P01_direct.NAME, alternatives, findings=tuple(ctx.findings))


def _or_default(mapping: ColumnMapping, piece: Piece, ctx: Context) -> tuple[str, ...]:
    """The default value in place of missing ones, as alternative: a default may only be the table's own."""
    default = literal_of(mapping.default.strip().strip("'\""), ctx.target_type or piece.type)
    if (
        mapping.required
        or not mapping.default.strip()
        or default is None
        or mapping.default.strip().upper() == "NULL"
    ):
        return ()
    ctx.remark(
        "D37",
        say("assumed.missing_stays"),
    )
    return (f"coalesce({piece.sql}, {default.sql})",)


def _default(mapping: ColumnMapping, ctx: Context) -> Expression | None:
    """The default value of a column that has no source."""
    text = mapping.default.strip().strip("'\"")
    if not text or "look" in mapping.rule_kind.casefold():
        return None
    piece = NULL if text.upper() == "NULL" else literal_of(text, ctx.target_type or "VARCHAR")
    return Expression(piece.sql, Origin.PATTERN, P02_constant.NAME) if piece else None

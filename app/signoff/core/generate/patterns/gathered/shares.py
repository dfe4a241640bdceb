"""Which part of rows has something: "share of tickets that are escalated, in percent"."""

from __future__ import annotations

from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.gathered.nouns import key_sql
from signoff.core.generate.patterns.gathered.rows import rows_read
from signoff.core.generate.patterns.gathered.sayings import Said
from signoff.core.generate.patterns.gathered.totals import finished
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.patterns.spans import matched

_PERCENT = r"(?:percentage|percent|%|per cent|pct)"
_SHARE = (
    rf"(?:(?P<percent>{_PERCENT}(?: share)?|share in {_PERCENT})|share|fraction|proportion|part|rate) of "
    rf"(?P<rows>(?:\S+ )+?)"
    rf"(?P<behind>(?:, |\( )?(?:in|as|as a) {_PERCENT} (?:\) )?)?"
)

_AS_SHARE = (
    rf"(?P<rows>(?:\S+ )+?)(?:, )?(?:as|in) (?:an? |the )?(?:(?P<percent>{_PERCENT})|share|fraction|proportion|part) "
    rf"of (?P<all>all (?:\S+ )+?)(?P<behind>(?:, |\( )?(?:in|as|as a) {_PERCENT} (?:\) )?)?"
)
"""Rows before their part of all: "denied claims as a share of all claims"."""


def share_piece(body: Phrase, said: Said, ctx: Context) -> Piece | None:
    """The part of the rows as a number from 0 to 1, or in percent where that is said; None for anything else."""
    found = matched(_SHARE, body)
    behind = matched(_AS_SHARE, body)
    if behind is not None and not said.narrows:
        every = rows_read(behind.part("all"), ctx)
        if every is None or every.condition:
            return None
        found = behind
    rows = (
        rows_read(found.part("rows"), ctx, predicate=True) if found is not None and not said.narrows else None
    )
    if found is None or rows is None or not rows.condition:
        return None
    key = key_sql(rows.noun, ctx)
    if not key and len({c.relation for c in ctx.scope.columns}) > 1:
        return None
    top = f"count(CASE WHEN {rows.condition} THEN {key or '1'} END)"
    head = "100.0" if found.has("percent") or found.has("behind") else "1.0"
    return finished(Piece(f"{head} * {top} / nullif(count({key or '*'}), 0)", "DOUBLE"), said, counted=False)

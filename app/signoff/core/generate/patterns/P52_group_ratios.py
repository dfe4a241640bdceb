"""Parts of a whole where rows are grouped: "percentage of orders returned", "paid orders / all orders".

A part and its whole are counts of rows or totals; which rows are the whole is said, or it is all rows of the group.
"""

from __future__ import annotations

import re

from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.gathered.nouns import uses_sources
from signoff.core.generate.patterns.P50_spoken_counts import count_of
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.patterns.row_speech import Rows, rows_said
from signoff.core.generate.types import Family

NAME = "P52 group ratios"

_PERCENT = "(percentage|percent|%|per cent|pct|share in percent|share in %|percentage share|percent share)"
_SHARE = "(share|fraction|proportion|ratio|part|rate)"
_PARTS = (
    (f"{_PERCENT} [of] {{rows:any}}", 100),
    (f"{_SHARE} [of] {{rows:any}} [,] (in|as) {_PERCENT}", 100),
    (f"{_SHARE} [of] {{rows:any}}", 1),
    (f"{{rows:any}} (as|in) [a] {_PERCENT} of [all] {{whole:any}}", 100),
)
_TWO = (
    (f"{_SHARE} (of|between) {{a:any}} (to|in|of|among|over|and) {{b:any}}", 1),
    (f"{_PERCENT} (of|that are|which are) {{a:any}} (in|of|among|out of) {{b:any}}", 100),
    ("{a:any} [,] (divided by|/|÷|divided through|over number of|out of) {b:any}", 1),
    (f"{{a:any}} (as|in) [a] {_PERCENT} of {{b:any}}", 100),
)
_TERMS = (
    ("{a:any} [,] (minus|less|-|net of|reduced by|after deducting|without) {b:any}", "-"),
    ("{a:any} [,] (plus|\\+|added to) {b:any}", "+"),
)
_TIMES = (
    "{n:n} (times|x|\\*|multiplied by) {r:any}",
    "{r:any} [,] (times|x|\\*|multiplied by) {n:n}",
    f"{{r:any}} [(,|\\()] (in|as) [a] {_PERCENT} [\\)]",
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The ratio, when the target is grouped and the whole phrase is understood."""
    if not ctx.scope.aggregate or not phrase.marks or ctx.depth > 3:
        return None
    made = _two(phrase, ctx) or _part(phrase, ctx) or _times(phrase, ctx) or _terms(phrase, ctx)
    return made if made is not None and uses_sources(made.sql, ctx) else None


def _times(phrase: Phrase, ctx: Context) -> Piece | None:
    for template in _TIMES:
        slots = phrase.match(template)
        inner = _two(slots["r"], ctx) or _part(slots["r"], ctx) if slots else None
        if slots is None or inner is None or not inner.sql.startswith("1.0 * "):
            continue
        number = slots["n"].marks[0].token.value if slots.get("n") else "100"
        return Piece(f"{number} * {inner.sql}", "DOUBLE")
    return None


def _terms(phrase: Phrase, ctx: Context) -> Piece | None:
    """A total less another."""
    for template, sign in _TERMS:
        slots = phrase.match(template)
        top = _side(slots["a"], ctx) if slots else None
        other = _side(slots["b"], ctx) if slots and top is not None else None
        if top is not None and other is not None and top.sql != other.sql:
            second = f"({other.sql})" if re.search(r"\) [-+] ", other.sql) else other.sql
            return Piece(f"{top.sql} {sign} {second}", top.type if top.type == other.type else "DOUBLE")
    return None


def _two(phrase: Phrase, ctx: Context) -> Piece | None:
    """A part and its whole, both said."""
    for template, factor in _TWO:
        slots = phrase.match(template)
        if slots is None:
            continue
        for at in _places(phrase, template):
            parts = phrase.match(at)
            top = _side(parts["a"], ctx) if parts else None
            bottom = _side(parts["b"], ctx) if parts and top is not None else None
            if top is not None and bottom is not None and top.sql != bottom.sql:
                return _ratio(top.sql, bottom.sql, factor)
    return None


def _places(phrase: Phrase, template: str) -> tuple[str, ...]:
    """The template, cutting at the first place and at the last."""
    return (template, template.replace("{a:any}", "{a:most}"))


_NO_ROWS = frozenset(("one", "ones", "it", "them", "those", "items", "cases"))
"""Words that stand for rows beside a noun only."""


def _side(slot: Phrase, ctx: Context) -> Piece | None:
    """A count or a total; rows alone stand for their number."""
    inner = slot.match("\\( {v:any} \\)")
    slot = inner["v"] if inner is not None else slot
    if any(mark.text in (":", ";") for mark in slot.marks):
        return None
    piece = ctx.value(slot)
    if (
        piece is not None
        and piece.family is Family.NUMBER
        and re.search(r"\b(?:sum|count|avg|min|max)\(", piece.sql)
    ):
        return piece
    rows = rows_said(slot, ctx) if piece is None and slot.text.strip() not in _NO_ROWS else None
    return count_of(rows, ctx) if rows is not None else None


def _part(phrase: Phrase, ctx: Context) -> Piece | None:
    """Rows with a condition, as part of all rows of the group."""
    for template, factor in _PARTS:
        slots = phrase.match(template)
        if slots is None:
            continue
        whole_said = slots.get("whole")
        rows = rows_said(slots["rows"], ctx, strange=True)
        whole = rows_said(whole_said, ctx) if whole_said is not None else None
        if (
            rows is None
            or not rows.condition
            or (whole_said is not None and (whole is None or whole.condition))
        ):
            continue
        top, bottom = count_of(rows, ctx), count_of(Rows(rows.noun), ctx)
        if top is not None and bottom is not None:
            return _ratio(top.sql, bottom.sql, factor)
    return None


def _ratio(top: str, bottom: str, factor: int) -> Piece:
    head = "100.0 * " if factor == 100 else "1.0 * "
    single = re.fullmatch(r"[\w.]+\(.*\)", top) is not None and ") " not in top.split(" END")[0]
    return Piece(f"{head}{top if single else f'({top})'} / nullif({bottom}, 0)", "DOUBLE")

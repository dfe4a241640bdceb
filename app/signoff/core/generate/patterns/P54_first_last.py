"""Values of the first or last row of a group: "status of the most recent order", "last known channel, by created_at".

Only where rows are grouped. What the rows are put in order by is said, or it is the only date among the sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.generate.patterns.column_nouns import column_of
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.counted_rows import own_part
from signoff.core.generate.patterns.frames import DATED
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.patterns.row_speech import rows_said, without_idle
from signoff.core.generate.types import Family

NAME = "P54 first and last"

_DO = "[(take|use|get|load|show|pick|keep|determine)]"
_LATE = (
    "(latest|last|most recent|newest|youngest|current|final|very last|last known|last recorded|latest known|most "
    "recent known|last available|latest available)"
)
_EARLY = "(earliest|first|oldest|very first|initial|first known|first recorded|original)"
_MOST = "(highest|largest|greatest|biggest|maximum|max)"
_LEAST = "(lowest|smallest|least|minimum|min)"
_FROM = "(of|from|on|in|at|as of|as per|per|according to|belonging to|taken from)"
_ORDER = (
    re.compile(
        r"(?:(?:,|;) |\( )?(?:(?:as )?(?:determined|judged|ordered|sorted|going|measured|given|decided) "
        r")?(?:by|according to|based on|on|as of|per|using|order by) (?P<o>[^()]+?)(?:\) )?$"
    ),
    re.compile(
        r"\( (?:by |going by |as per |max |maximum |latest |highest |max of |min |earliest |order by "
        r")?(?P<o>[^()]+?)\) $"
    ),
)
_SHAPES = tuple(
    (template, function)
    for words, function in ((_LATE, "arg_max"), (_EARLY, "arg_min"))
    for template in (
        f"{_DO} {{v:any}} {_FROM} {words} {{n:any}}",
        f"{_DO} {{v:any}} {_FROM} {{n:any}} that (is|was|came) {words}",
        f"{_DO} {words} [(value of|value for)] {{v:any}}",
        f"{_DO} {{v:any}} when {words} {{n:any}} (was|were) (placed|made|done|taken|filed)",
        f"{words} {{n:any}} ' s {{v:any}}",
    )
)
_EXTREMES = tuple(
    (template, function)
    for words, function in ((_MOST, "arg_max"), (_LEAST, "arg_min"))
    for template in (
        f"{_DO} {{v:any}} {_FROM} {{n:any}} (with|having|that has|which has|whose) {words} {{w:any}}",
        f"{_DO} {{v:any}} {_FROM} {words} {{n:any}} (by|in terms of|according to|measured by|based on) {{w:any}}",
        f"{_DO} {{v:any}} {_FROM} {{n:any}} where {{w:any}} is {words}",
    )
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The value, when the target is grouped and the whole phrase is understood."""
    if not ctx.scope.aggregate or not phrase.marks or ctx.depth > 3:
        return None
    return _by_order(phrase, ctx) or _by_size(phrase, ctx) or _moment(phrase, ctx)


def _orders(phrase: Phrase, ctx: Context) -> Iterator[tuple[Phrase, Piece]]:
    """The phrase without what it says of the order, and the column it is ordered by."""
    for shape in _ORDER:
        for found in re.finditer(rf"(?<=\s){shape.pattern}", phrase.text):
            slot = phrase.cut(found.start("o"), found.end("o"))
            named = slot.match("{o:any} (descending|desc|date|, latest first|, newest first|ascending)")
            order = column_of(slot, ctx) or (column_of(named["o"], ctx) if named else None)
            if order is not None and found.start():
                yield phrase.cut(0, found.start()), order


def _by_order(phrase: Phrase, ctx: Context) -> Piece | None:
    for plain, order in (*_orders(phrase, ctx), (phrase, None)):
        for rest in dict.fromkeys((own_part(plain, ctx), plain)):
            for template, function in _SHAPES:
                slots = rest.match(template)
                made = _picked(slots, function, order, ctx) if slots else None
                if made is not None:
                    return made
    return None


def _picked(slots: dict[str, Phrase], function: str, order: Piece | None, ctx: Context) -> Piece | None:
    """The value of the row that comes first or last; the rows may be only some of them."""
    value = column_of(without_idle(slots["v"], ctx), ctx)
    if value is None:
        return None
    condition = ""
    if "n" in slots:
        rows = rows_said(slots["n"], ctx)
        if rows is None:
            return None
        condition = rows.condition
    order = order or _only_other_date(value, ctx)
    if order is None or order.sql == value.sql or order.family not in (*DATED, Family.NUMBER):
        return None
    inner = f"CASE WHEN {condition} THEN {order.sql} END" if condition else order.sql
    return Piece(f"{function}({value.sql}, {inner})", value.type)


def _only_other_date(value: Piece, ctx: Context) -> Piece | None:
    dates = [c for c in map(column_piece, ctx.scope.sources) if c.family in DATED and c.sql != value.sql]
    return dates[0] if len(dates) == 1 and value.family not in DATED else None


_WHEN = "(date|day|time|timestamp|moment|date and time)"
_MOMENTS = tuple(
    (template, function)
    for words, function in ((_LATE, "max"), (_EARLY, "min"))
    for template in (
        f"{_DO} {_WHEN} of {words} {{n:any}}",
        f"{_DO} {words} {_WHEN} of {{n:any}}",
        f"{_DO} when {words} {{n:any}} (was|were|took place|happened) [(placed|made|done|filed|taken)]",
    )
)


def _moment(phrase: Phrase, ctx: Context) -> Piece | None:
    """When the first or last of some rows was: "date of the last paid order"."""
    dates = [c for c in map(column_piece, ctx.scope.sources) if c.family in DATED]
    if len(dates) != 1:
        return None
    for template, function in _MOMENTS:
        slots = own_part(phrase, ctx).match(template)
        rows = rows_said(slots["n"], ctx) if slots else None
        if rows is not None:
            inner = f"CASE WHEN {rows.condition} THEN {dates[0].sql} END" if rows.condition else dates[0].sql
            return Piece(f"{function}({inner})", dates[0].type)
    return None


def _by_size(phrase: Phrase, ctx: Context) -> Piece | None:
    for rest in dict.fromkeys((own_part(phrase, ctx), phrase)):
        for template, function in _EXTREMES:
            slots = rest.match(template)
            value = column_of(slots["v"], ctx) if slots else None
            by = column_of(slots["w"], ctx) if slots and value is not None else None
            rows = rows_said(slots["n"], ctx) if slots and by is not None else None
            if value is None or by is None or rows is None or value.sql == by.sql:
                continue
            inner = f"CASE WHEN {rows.condition} THEN {by.sql} END" if rows.condition else by.sql
            return Piece(f"{function}({value.sql}, {inner})", value.type)
    return None

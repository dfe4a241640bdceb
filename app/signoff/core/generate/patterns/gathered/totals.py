"""Aggregates as SQL, of a value over rows with a condition; and the value of one row that a phrase is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from signoff.core.generate.patterns.column_nouns import column_of
from signoff.core.generate.patterns.context import Choice, Context
from signoff.core.generate.patterns.frames import DATED
from signoff.core.generate.patterns.gathered.nouns import is_owner, named_column
from signoff.core.generate.patterns.gathered.rows import both
from signoff.core.generate.patterns.gathered.sayings import Said, is_other, out_test, zero_columns
from signoff.core.generate.patterns.gathered.spans import trimmed
from signoff.core.generate.patterns.gathered.words import UNITS, converted
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.patterns.spans import at_end, at_start, balanced, matched
from signoff.core.generate.types import Family

_AGGREGATED = re.compile(
    r"\b(?:sum|count|avg|min|max|median|arg_max|arg_min|string_agg|bool_or|bool_and)\(| OVER \("
)
_SPAN = (
    (
        r"(?:(?:number of |no \. of |count of )?(?P<u>days|hours|minutes|months|weeks|years|seconds) "
        r"(?:between|from) (?P<a>\S+ )(?:to|until|and|till|-) (?P<b>\S+ ))"
    ),
    (
        r"(?:(?P<w>(?:[^\W\d]\w* ){0,3}?)in (?P<u>days|hours|minutes|months|weeks|years|seconds) ?(?:, |\( "
        r")?(?:from |between )?(?P<a>\S+ )(?:to|until|and|till|-) (?P<b>\S+ )(?:\) )?)"
    ),
)
_CHANGES = re.compile(r"\b(?:working|business|opening|net|not|without|only|previous|next|first|last|per)\b")


@dataclass(frozen=True)
class Total:
    """What is taken of which rows."""

    function: str
    value: Piece | None
    """None where rows are counted."""
    conditions: tuple[str, ...] = ()
    key: str = ""
    """SQL that is filled in each row that is counted."""
    by: Piece | None = None
    """What rows are put in order by."""


def amounts(phrase: Phrase, ctx: Context) -> Iterator[Piece]:
    """The value of one row that a phrase may be; nothing where it is none."""
    body = _inside(trimmed(phrase))
    owner = at_start(r"(?P<who>(?:\S+ ){1,2}?)' (?:s )?", body)
    if owner is not None and owner.after.marks and is_owner(owner.part("who"), ctx):
        body = owner.after
    named = at_end(r"(?:value|values|number|amount|amounts|figure|figures|numbers) ", body)
    body = named.before if named is not None and plain_columns(named.before) else body
    if not body.marks:
        return
    span = _span(body, ctx)
    found = span or column_of(body, ctx)
    noun = named_column(body, ctx) if found is None and not body.columns else None
    found = found or (column_piece(noun) if noun is not None else None)
    if found is None and len(body.marks) > 1:
        inner = Context(
            replace(ctx.scope, aggregate=False, group_keys=(), target_type=""),
            ctx.mapping,
            ctx.value_of,
            ctx.condition_of,
            ctx.choices,
            depth=ctx.depth + 1,
        )
        found = inner.value(body)
    if (
        found is not None
        and found.literal is None
        and found.sql != "NULL"
        and not _AGGREGATED.search(found.sql)
    ):
        yield found


def _inside(body: Phrase) -> Phrase:
    slots = body.match("\\( {v:any} \\)")
    return slots["v"] if slots is not None and balanced(slots["v"]) else body


def _span(body: Phrase, ctx: Context) -> Piece | None:
    """The time between two moments: "hours from A to B", "driving time in minutes (A to B)"."""
    for pattern in _SPAN:
        found = matched(pattern, body)
        if found is None or _CHANGES.search(found.text("w")):
            continue
        ends = [named_column(found.part(name), ctx, DATED) for name in ("a", "b")]
        if ends[0] is None or ends[1] is None or ends[0] is ends[1]:
            continue
        one, two = (column_piece(each) for each in ends if each is not None)
        return Piece(f"date_diff('{UNITS[found.text('u')]}', {one.sql}, {two.sql})", "BIGINT")
    return None


def total_piece(total: Total, said: Said, ctx: Context) -> Piece | None:
    """The aggregate as SQL with what was said of it; None where a part of that is not understood."""
    conditions = list(total.conditions)
    told = both(conditions)
    for rows in said.outs:
        if is_other(rows, told, ctx):
            continue
        test = out_test(rows, ctx)
        if not test or rows.marks[0].text in ("other", "others"):
            return None
        missing = re.fullmatch(r'([\w."]+) IS NULL', test)
        conditions.append(f"{missing[1]} IS NOT NULL" if missing else f"NOT coalesce({test}, false)")
    for rows in said.onlys:
        test = out_test(rows, ctx)
        if not test:
            return None
        conditions.append(test)
    zeros = zero_columns(said, ctx)
    if zeros is None:
        return None
    value = total.value
    for column, zero in zeros.items():
        if value is None or column not in value.sql:
            return None
        value = replace(value, sql=_replaced(value.sql, column, f"coalesce({column}, {zero})"), column=None)
    return _finished(_sql(total, value, both(conditions), ctx), total, said)


def _replaced(sql: str, column: str, by: str) -> str:
    return re.sub(rf'(?<![\w."]){re.escape(column)}(?![\w"])', by, sql)


def _sql(total: Total, value: Piece | None, condition: str, ctx: Context) -> Piece | None:
    function = total.function
    if function == "only" and value is not None:
        return Piece(f"max(CASE WHEN {condition} THEN {value.sql} END)", value.type)
    if value is None:
        once = "DISTINCT " if total.key and ctx.holds(Choice.COUNTED_ONCE) else ""
        inner = f"CASE WHEN {condition} THEN {total.key or '1'} END" if condition else total.key or "*"
        return Piece(f"count({once}{inner})", "BIGINT")
    inner = f"CASE WHEN {condition} THEN {value.sql} END" if condition else value.sql
    if function == "count distinct":
        return Piece(f"count(DISTINCT {inner})", "BIGINT")
    if function in ("arg_max", "arg_min"):
        by = total.by
        if by is None or by.sql == value.sql:
            return None
        order = f"CASE WHEN {condition} THEN {by.sql} END" if condition else by.sql
        return Piece(f"{function}({value.sql}, {order})", value.type)
    if value.family is not Family.NUMBER and (
        function in ("sum", "avg", "median") or value.family not in DATED
    ):
        return None
    return Piece(f"{function}({inner})", "DOUBLE" if function == "avg" else value.type)


def _finished(piece: Piece | None, total: Total, said: Said) -> Piece | None:
    if piece is None:
        return None
    sql, kind = piece.sql, piece.type
    if said.unit:
        column = total.value.column if total.value is not None else None
        if said.cents and total.function not in ("sum", "avg", "max", "min", "median"):
            return None
        number = total.value is not None and total.value.family is Family.NUMBER
        name = "amount_cents" if said.cents and number else column.column.name if column is not None else ""
        sql = converted(sql, name, "euros" if said.cents else said.unit)
        if not sql:
            return None
        kind = "DOUBLE"
    return finished(Piece(sql, kind), said, counted=total.value is None or total.function == "count distinct")


def finished(piece: Piece, said: Said, *, counted: bool) -> Piece | None:
    """The piece rounded, and with what stands where there are no rows."""
    sql = piece.sql
    number = piece.family is Family.NUMBER
    if said.places is not None:
        if not number:
            return None
        sql = f"round({sql}, {said.places})"
    if said.default and not (counted and said.default == "0"):
        if not number:
            return None
        sql = f"coalesce({sql}, {said.default})"
    if said.nothing and counted:
        sql = f"nullif({sql}, 0)"
    return Piece(sql, piece.type)


def plain_columns(phrase: Phrase) -> bool:
    """Whether a phrase holds nothing but one column."""
    return len(phrase.marks) == 1 and bool(phrase.columns)

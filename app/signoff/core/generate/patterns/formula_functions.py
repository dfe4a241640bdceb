"""What the functions of a spreadsheet make of their arguments."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.formats import strptime_format
from signoff.core.generate.patterns.P05_text_case import title_case
from signoff.core.generate.patterns.pieces import NULL, Piece, number_piece, text_literal, unified
from signoff.core.generate.types import Family

Made = Callable[[tuple[Piece, ...], Context], Piece]
"""Makes a value of a function's arguments, or raises Refused."""


class Refused(Exception):
    """The formula asks for something that is not made."""


def _only(parts: tuple[Piece, ...]) -> Piece:
    if len(parts) != 1:
        raise Refused
    return parts[0]


def _number(part: Piece) -> int:
    if part.literal is not None and part.literal.isdigit():
        return int(part.literal)
    raise Refused


def _joined(parts: tuple[Piece, ...], ctx: Context) -> Piece:
    made = parts
    if len(made) < 2:
        raise Refused
    return Piece(" || ".join(piece.as_text for piece in made), "VARCHAR")


def _textjoin(parts: tuple[Piece, ...], ctx: Context) -> Piece:
    if len(parts) < 4:
        raise Refused
    sign, skips = parts[0], parts[1]
    made = parts[2:]
    if sign.literal is None or skips.sql not in ("true", "1"):
        raise Refused
    texts = ", ".join(f"nullif({piece.as_text}, '')" for piece in made)
    return Piece(f"concat_ws({sign.as_text}, {texts})", "VARCHAR")


def _called(sql: str, kind: str = "VARCHAR") -> Made:
    """A function of one text."""

    def made(parts: tuple[Piece, ...], ctx: Context) -> Piece:
        return Piece(sql.replace("{0}", _only(parts).as_text), kind)

    return made


def _ends(name: str) -> Made:
    def made(parts: tuple[Piece, ...], ctx: Context) -> Piece:
        if not 1 <= len(parts) <= 2:
            raise Refused
        count = _number(parts[1]) if len(parts) == 2 else 1
        return Piece(f"{name}({parts[0].as_text}, {count})", "VARCHAR")

    return made


def _mid(parts: tuple[Piece, ...], ctx: Context) -> Piece:
    if len(parts) != 3:
        raise Refused
    return Piece(f"substring({parts[0].as_text}, {_number(parts[1])}, {_number(parts[2])})", "VARCHAR")


def _substituted(parts: tuple[Piece, ...], ctx: Context) -> Piece:
    if len(parts) != 3:
        raise Refused
    text, old, new = parts
    return Piece(f"replace({text.as_text}, {old.as_text}, {new.as_text})", "VARCHAR")


def _shown(parts: tuple[Piece, ...], ctx: Context) -> Piece:
    """``TEXT(A, "…")``: a date, a number with leading zeros, or one with decimals."""
    if len(parts) != 2:
        raise Refused
    made, form = parts[0], parts[1].literal or ""
    if made.family in (Family.DATE, Family.TIMESTAMP):
        letters = strptime_format(form)
        if letters is None:
            raise Refused
        return Piece(f"strftime({made.sql}, {text_literal(letters)})", "VARCHAR")
    if form in ("0", "@") and made.family in (Family.NUMBER, Family.TEXT):
        whole = (
            f"CAST(round({made.sql}) AS BIGINT)"
            if made.type in ("DOUBLE", "FLOAT") or "DECIMAL" in made.type
            else made.sql
        )
        return Piece(
            f"CAST({whole if form == '0' else made.sql} AS VARCHAR)"
            if made.family is Family.NUMBER
            else made.sql,
            "VARCHAR",
        )
    if re.fullmatch(r"0{2,}", form):
        text, width = made.as_text, len(form)
        return Piece(
            f"CASE WHEN length({text}) < {width} THEN lpad({text}, {width}, '0') ELSE {text} END", "VARCHAR"
        )
    decimals = re.fullmatch(r"#?0\.(0+)", form)
    if decimals is None or made.family is not Family.NUMBER:
        raise Refused
    return Piece(f"CAST(CAST({made.sql} AS DECIMAL(18,{len(decimals[1])})) AS VARCHAR)", "VARCHAR")


def _valued(parts: tuple[Piece, ...], ctx: Context) -> Piece:
    made = _only(parts)
    kind = ctx.target_type if Piece("", ctx.target_type).family is Family.NUMBER else "DOUBLE"
    return Piece(f"CAST({made.sql} AS {kind})", kind) if made.family is Family.TEXT else made


def _rounded(parts: tuple[Piece, ...], ctx: Context) -> Piece:
    made = parts[0] if len(parts) == 2 else NULL
    if made.family is not Family.NUMBER:
        raise Refused
    return Piece(f"round({made.sql}, {_number(parts[1])})", made.type)


def _numeric(sql: str, kind: str = "") -> Made:
    def made(parts: tuple[Piece, ...], ctx: Context) -> Piece:
        inner = _only(parts)
        if inner.family is not Family.NUMBER:
            raise Refused
        return Piece(sql.replace("{0}", inner.sql), kind or inner.type)

    return made


def _dated(name: str) -> Made:
    def made(parts: tuple[Piece, ...], ctx: Context) -> Piece:
        inner = _only(parts)
        if inner.family not in (Family.DATE, Family.TIMESTAMP):
            raise Refused
        return Piece(f"{name}({inner.sql})", "BIGINT")

    return made


def _arithmetic(sign: str) -> Made:
    def made(parts: tuple[Piece, ...], ctx: Context) -> Piece:
        one, two = parts
        if one.family is not Family.NUMBER or two.family is not Family.NUMBER:
            raise Refused
        right = f"nullif({two.sql}, 0)" if sign == "/" and two.literal is None else two.sql
        return Piece(f"{one.sql} {sign} {right}", "DOUBLE" if sign == "/" else one.type)

    return made


def _first_there(parts: tuple[Piece, ...], ctx: Context) -> Piece:
    made = unified(parts, ctx.target_type) if len(parts) > 1 else None
    if made is None:
        raise Refused
    return Piece(f"coalesce({', '.join(made[0])})", made[1])


def _group(parts: tuple[Piece, ...], ctx: Context) -> Piece:
    inner = _only(parts)
    return Piece(f"({inner.sql})", inner.type)


def _minus(parts: tuple[Piece, ...], ctx: Context) -> Piece:
    inner = _only(parts)
    if inner.family is not Family.NUMBER:
        raise Refused
    return (
        number_piece(f"-{inner.literal}") if inner.literal is not None else Piece(f"-{inner.sql}", inner.type)
    )


FUNCTIONS: dict[str, Made] = {
    "&": _joined, "concatenate": _joined, "concat": _joined, "textjoin": _textjoin, "upper": _called("upper({0})"),
    "lower": _called("lower({0})"), "trim": _called("trim({0})"), "proper": _called(title_case("{0}")),
    "len": _called("length({0})", "BIGINT"), "left": _ends("left"), "right": _ends("right"), "mid": _mid,
    "substitute": _substituted, "text": _shown, "value": _valued, "numbervalue": _valued, "round": _rounded,
    "abs": _numeric("abs({0})"), "int": _numeric("floor({0})"), "year": _dated("year"), "month": _dated("month"),
    "day": _dated("day"), "+": _arithmetic("+"), "-": _arithmetic("-"), "*": _arithmetic("*"), "/": _arithmetic("/"),
    **dict.fromkeys(("ifnull", "nvl", "isnull", "coalesce", "zn"), _first_there), "group": _group, "minus": _minus,
}  # fmt: skip
"""By their names in small letters; operators by their signs."""

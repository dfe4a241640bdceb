"""Pieces of SQL with their type, and fixed values that take the type of whatever they stand beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.findings import Finding
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family, family_of, fit_to_type, is_integer

_TRUE = word_set(
    "true t yes y 1 wahr ja vrai oui",
)
_FALSE = word_set(
    "false f no n 0 falsch nein faux non",
)


@dataclass(frozen=True)
class Piece:
    """A part of an expression."""

    sql: str
    type: str = ""
    """DuckDB type; empty when not known."""
    literal: str | None = None
    """A fixed value's text, when the piece is one."""
    findings: tuple[Finding, ...] = ()
    column: ScopeColumn | None = None
    """Set when the piece is one column and nothing else."""

    @property
    def family(self) -> Family:
        """Family of the type."""
        return family_of(self.type)

    def fitted(self, wanted: str) -> Piece | None:
        """The piece as a value of that DuckDB type; None when it cannot be one."""
        if not wanted or self.sql == "NULL":
            return self
        if self.literal is not None:
            return literal_of(self.literal, wanted, self.findings)
        sql = fit_to_type(self.sql, self.type, wanted)
        return None if sql is None else replace(self, sql=sql, type=wanted if sql != self.sql else self.type)

    @property
    def as_text(self) -> str:
        """SQL of the piece as text."""
        if self.literal is not None:
            return text_literal(self.literal)
        return self.sql if self.family is Family.TEXT else f"CAST({self.sql} AS VARCHAR)"


NULL = Piece("NULL")


def column_piece(column: ScopeColumn) -> Piece:
    """The piece that is one column."""
    return Piece(column.sql, column.column.type.upper(), column=column)


def text_literal(text: str) -> str:
    """Text as SQL."""
    return "'" + text.replace("'", "''") + "'"


def quoted_text(text: str) -> Piece:
    """A fixed text."""
    return Piece(text_literal(text), "VARCHAR", text)


def number_piece(text: str) -> Piece:
    """A fixed number; text when leading zeros say that it is a code."""
    if re.fullmatch(r"-?0\d+", text):
        return quoted_text(text)
    return Piece(text, "DECIMAL(18,3)" if "." in text else "INTEGER", text)


def date_piece(text: str) -> Piece:
    """A fixed date or moment, ISO 8601; text when there is no such day."""
    made = literal_of(text, "TIMESTAMP" if ":" in text else "DATE")
    return made or quoted_text(text)


def literal_of(text: str, wanted: str, findings: tuple[Finding, ...] = ()) -> Piece | None:
    """A fixed value as SQL of that DuckDB type; None when the text is no such value."""
    sql = _literal_sql(text, wanted)
    return None if sql is None else Piece(sql, wanted, text, findings)


def _literal_sql(text: str, wanted: str) -> str | None:
    family, plain = family_of(wanted), text.strip()
    if family is Family.NUMBER:
        return _number_sql(plain, is_integer(wanted))
    if family is Family.FLAG:
        word = plain.casefold()
        return "true" if word in _TRUE else "false" if word in _FALSE else None
    if family is Family.DATE:
        return f"DATE '{plain[:10]}'" if _is_day(plain) and _is_midnight(plain) else None
    if family is Family.TIMESTAMP:
        return f"TIMESTAMP '{_moment(plain)}'" if _is_day(plain) else None
    return text_literal(text) if family in (Family.TEXT, Family.UNKNOWN) else None


def _number_sql(text: str, whole: bool) -> str | None:
    """The number, or None; a fraction is no whole number."""
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?", text):
        return None
    if whole and "." in text and text.split(".")[1].strip("0"):
        return None
    return re.sub(r"^(-?)0+(?=\d)", r"\1", text.lstrip("+"))


def _is_day(text: str) -> bool:
    """Whether the text is an ISO date or moment that exists."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?", text):
        return False
    try:
        datetime.fromisoformat(text) if len(text) > 10 else date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_midnight(text: str) -> bool:
    return not re.search(r"[1-9]", text[10:])


def _moment(text: str) -> str:
    """The moment with its seconds."""
    clock = text[11:] or "00:00:00"
    return f"{text[:10]} {clock if clock.count(':') == 2 else clock + ':00'}"


def unified(pieces: Sequence[Piece], wanted: str) -> tuple[tuple[str, ...], str] | None:
    """SQL of values that share one column: all of the wanted type, or of the type they have in common.

    Returns:
        The values' SQL and their type; None when one of them cannot be of that type.
    """
    kind = wanted or _common_type(pieces)
    fitted = [piece.fitted(kind) for piece in pieces]
    if any(piece is None for piece in fitted):
        return None
    return tuple(piece.sql for piece in fitted if piece is not None), kind


def _common_type(pieces: Sequence[Piece]) -> str:
    """Type of the values that are no fixed ones; text when they differ; else what the fixed ones agree on."""
    moving = [piece for piece in pieces if piece.literal is None and piece.sql != "NULL"]
    fixed = [piece for piece in pieces if piece.literal is not None]
    families = {piece.family for piece in moving}
    if Family.UNKNOWN in families:
        return ""
    if len(families) > 1:
        return "VARCHAR"
    if moving and all(literal_of(piece.literal or "", moving[0].type) for piece in fixed):
        return moving[0].type
    types = {piece.type for piece in fixed}
    return types.pop() if len(types) == 1 and not moving else "VARCHAR"

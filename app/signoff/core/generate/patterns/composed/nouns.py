"""Nouns of a rule as columns: "the customer's name", "weight in kg", "the date of hire", "shipping (shipped_on)".

Every word has to be part of the column's name or description, of its table, or say nothing; one column alone may fit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.generate.patterns.composed.lexicon import (
    OF_TYPE,
    SAYS_NOTHING,
    factor,
    kin,
    parts_of,
    unit_named,
    unit_of_name,
)
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import COLUMN, SELF, Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.types import Family

_MOST_WORDS = 9
_BY_NAME = 0.6
"""Least score of a noun that shares a word with the column's name or description, not with its table alone."""
_IN_UNIT = re.compile(
    r"(?P<noun>(?:\S+ )*?)(?:expressed |given |stored |measured )?(?:(?:in|as) )?(?P<unit>[^\W\d]\w*) $"
)
_IN_PERCENT = re.compile(r"(?P<noun>(?:\S+ )+?)(?:given |expressed )?in (?:percent|%|per cent|pct) $")
_BESIDE = re.compile(rf"(?P<noun>(?:[^\W\d]\w* )+)\( (?:{COLUMN}|{SELF}) \) $")


def noun_piece(phrase: Phrase, ctx: Context) -> Piece | None:
    """The column a noun stands for, in the unit it asks for; None where no or more than one column fits."""
    if not phrase.marks or len(phrase.marks) > _MOST_WORDS:
        return None
    if phrase.text == f"{COLUMN} ":
        return column_piece(phrase.columns[0])
    if phrase.text == f"{SELF} ":
        return ctx.subject(phrase)
    beside = _BESIDE.fullmatch(phrase.text)
    if beside is not None and phrase.columns:
        column = phrase.columns[0]
        words = [w for w in beside["noun"].split() if w not in SAYS_NOTHING]
        fits = all(_tells(w, column, ctx) for w in words)
        return column_piece(column) if fits else None
    shared = _IN_PERCENT.fullmatch(phrase.text)
    if shared is not None:
        made = _column(phrase.cut(0, shared.end("noun")), ctx)
        told = (
            made is not None
            and made.column is not None
            and {"pct", "percent", "percentage", "perc"} & set(parts_of(made.column.column.name))
        )
        return Piece(f"{made.sql} / 100", "DOUBLE") if made is not None and told else None
    united = _IN_UNIT.fullmatch(phrase.text)
    if united is not None and unit_named(united["unit"]) and united["noun"]:
        made = _column(phrase.cut(0, united.end("noun")), ctx)
        converted = in_unit(made, unit_named(united["unit"])) if made is not None else None
        if converted is not None or re.search(r"(?<!\S)(?:in|as) \S+ $", phrase.text):
            return converted
    return _column(phrase, ctx)


def in_unit(piece: Piece, unit: str) -> Piece | None:
    """A column's values in another unit; None where its name tells none, or one of another kind."""
    own = unit_of(piece)
    by = factor(own, unit) if own else None
    if by is None or piece.family is not Family.NUMBER:
        return None
    sign, number = by
    if number == 1:
        return piece
    sql = f"({piece.sql})" if re.search(r" [+-] ", piece.sql) else piece.sql
    return Measured(f"{sql} {sign} {number}", "DOUBLE", unit=unit)


def _column(phrase: Phrase, ctx: Context) -> Piece | None:
    """The column of a noun without a unit."""
    marks = tuple(m for m in phrase.marks if m.text not in ("'", "s") or m.column is not None)
    words = re.sub(r"(?<!\S)e mail", "email", " ".join(mark.text for mark in marks)).split()
    named = [mark.column for mark in marks if mark.column is not None]
    if len(named) > 1 or any(w != COLUMN and w != SELF and not re.fullmatch(r"[^\W\d]\w*", w) for w in words):
        return None
    content = [w for w in words if w not in SAYS_NOTHING and w not in (COLUMN, SELF)]
    if named:
        return column_piece(named[0]) if all(_tells(w, named[0], ctx) for w in content) else None
    if _NEVER & set(words) or (words and words[-1] in _PREPOSITIONS and words[-1] not in parts_of_all(ctx)):
        return None
    if not content:
        return ctx.subject(Phrase((), phrase.source)) if _PRONOUNS & set(words) else None
    return _only_fitting(content, ctx)


_PRONOUNS = frozenset(
    (
        SELF,
        "it",
        "this",
        "that",
        "itself",
        "source",
        "value",
        "field",
        "column",
        "these",
        "them",
        "they",
        "one",
    )
)
_NEVER = frozenset(
    ("not", "no", "without", "except", "unless", "if", "or", "and", "than", "minus", "plus", "times")
)


def parts_of_all(ctx: Context) -> set[str]:
    """Every word of the sources' names."""
    return {part for column in ctx.scope.sources for part in parts_of(column.column.name)}


_PREPOSITIONS = frozenset(
    (
        "of",
        "for",
        "at",
        "by",
        "to",
        "from",
        "with",
        "as",
        "than",
        "the",
        "a",
        "an",
        "is",
        "are",
        "if",
        "their",
        "its",
    )
)


def _only_fitting(words: list[str], ctx: Context) -> Piece | None:
    """The one source whose name has most of the words, the others being told by its table or its type."""
    sources = ctx.scope.sources
    scored = [(score, c) for c in sources if (score := _score(words, c, ctx)) > 0]
    if not scored:
        return None
    best = max(score for score, _ in scored)
    fitting = [c for score, c in scored if score == best]
    return column_piece(fitting[0]) if len(fitting) == 1 else None


def _score(words: list[str], column: ScopeColumn, ctx: Context) -> float:
    """How well all the words fit a column; 0 where one of them does not."""
    names = parts_of(column.column.name)
    described = tuple(w for w in re.split(r"[\W_]+", column.column.description.lower()) if w)
    spelt = "".join(names)
    whole = "".join(words) == spelt
    family = column_piece(column).family
    score = 10.0 if whole else 0.0
    hit: set[str] = set()
    for word in words:
        parts = [part for part in names if kin(part, word)]
        if parts or word in spelt.split("_"):
            score += 1.0
            hit.update(parts)
        elif len(word) > 3 and word in spelt:
            score += 0.9
        elif any(kin(part, word) for part in described):
            score += 0.6
        elif word in OF_TYPE.get(family, ()):
            if any(part in _KINDS and not kin(part, word) for part in names) and word in _KINDS:
                return 0.0
            score += 0.1
        elif not _of_table(word, column, ctx):
            return 0.0
    if score and set(names) <= hit:
        score += 0.5
    return score if score >= 0.1 else 0.0


def fits_column(words: Sequence[str], column: ScopeColumn, ctx: Context) -> bool:
    """Whether a noun's words call this column, one of them by its own name."""
    return _score(list(words), column, ctx) >= _BY_NAME


def _tells(word: str, column: ScopeColumn, ctx: Context) -> bool:
    """Whether a word beside a column's own name only says once more what it is."""
    return _score([word], column, ctx) > 0 or _of_table(word, column, ctx)


def _of_table(word: str, column: ScopeColumn, ctx: Context) -> bool:
    """Whether a word is what the rows of the column's table, or of the target, are called."""
    target = ctx.mapping.target if ctx.mapping else ""
    places = (
        *parts_of(column.table),
        *parts_of(target),
        *(p for c in ctx.scope.columns for p in parts_of(c.table)),
    )
    return any(len(part) > 2 and kin(part, word) for part in places) or word in _OWNERS


_KINDS = frozenset(
    ("name", "nm", "code", "cd", "id", "text", "status", "type", "description", "desc", "number", "no", "nr")
)
"""Kinds of a thing, one of which is not another: a country's name is not in its code."""
_OWNERS = frozenset(
    (
        "customer",
        "customers",
        "patient",
        "patients",
        "employee",
        "employees",
        "person",
        "account",
        "policy",
        "order",
        "building",
        "client",
        "member",
        "user",
        "item",
        "record",
        "row",
        "entry",
    )
)


@dataclass(frozen=True)
class Measured(Piece):
    """A calculated piece with the unit it is in."""

    unit: str = ""


def unit_of(piece: Piece) -> str:
    """The unit of a piece; empty where none is known."""
    if isinstance(piece, Measured):
        return piece.unit
    return unit_of_name(piece.column.column.name) if piece.column is not None else ""

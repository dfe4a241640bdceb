"""Rules whose parts nest freely: a value with shapes, exceptions and defaults, each of them any value again."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.generate.patterns.composed.reading import composed
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import COLUMN, TEXT, Mark, Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.types import Family

_CALL = re.compile(r"[A-Za-z_]\w*\((?!s\))")
"""A function that is called: such a rule is SQL or a formula."""
_UNKNOWN = re.compile(
    r"(?<!\S)(?<!named )(?<!= )[a-z][a-z0-9]*(?:_[a-z0-9]+)+ (?:is|are|was|=|<|>|<=|>=|<>|\+|-|\*|/|"
    r"plus|minus|times|below|above|has|not) "
)
"""Something is asked of a column, or worked out of it, that is not in scope: nothing can be made of that."""
_ELSE_NONE = re.compile(rf"(?:else|otherwise|the rest|all others) no {COLUMN}")
"""What stands for all other values is a text, or no value, and never the column itself: ``else no state``."""
_SMALL_WORDS = frozenset(("or", "and", "in", "if", "no", "is", "as", "to", "by", "of", "on", "at"))

NAME = "P62 composed"


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The piece, when the whole phrase is read and every source of a whole rule is used."""
    if ctx.composing or ctx.scope.aggregate or not phrase.marks or _CALL.search(phrase.source):
        return None
    if _UNKNOWN.search(phrase.text) or _ELSE_NONE.search(phrase.text):
        return None
    if phrase.text.endswith(("in thousands ", "in millions ", "in k ")):
        return None
    piece = composed(alike_quoted(spelt_codes(_without_stops(phrase))), ctx)
    if piece is None or piece.sql == "NULL" or piece.literal is not None or piece.column is not None:
        return None
    piece = _with_default_last(_as_it_is_negative(piece, phrase))
    used = ctx.depth > 0 or all(column.sql in piece.sql for column in ctx.scope.sources)
    return piece if used and not _shows_flag(piece, ctx) else None


_DEFAULT_WITHIN = re.compile(
    r"nullif\(trim\(coalesce\((?P<value>[\w.\"]+|\w+\([\w.\"]+\)), (?P<default>'[^']+')\)\), ''\)"
)


def _with_default_last(piece: Piece) -> Piece:
    """What stands for a missing value stands for a blank one too, where a rule says that blanks are missing."""
    within = _DEFAULT_WITHIN.fullmatch(piece.sql)
    if within is None:
        return piece
    return replace(piece, sql=f"coalesce(nullif(trim({within['value']}), ''), {within['default']})")


_TURNED = re.compile(r"CASE WHEN (?P<x>.+) < 0 THEN -\(?(?P=x)\)? ELSE (?P=x) END", re.DOTALL)


def _as_it_is_negative(piece: Piece, phrase: Phrase) -> Piece:
    """The value itself where a rule says that what is below zero is negative: it is so already."""
    turned = _TURNED.fullmatch(piece.sql)
    says = turned is not None and re.search(r"(?:is|are|gives|counts as|as) (?:negative|minus) ", phrase.text)
    return replace(piece, sql=turned["x"]) if turned is not None and says else piece


def _shows_flag(piece: Piece, ctx: Context) -> bool:
    """Whether a flag no source cell names is written out as text: a code was meant that is called like it."""
    flags = (c for c in ctx.scope.columns if not c.is_source and column_piece(c).family is Family.FLAG)
    return any(f"CAST({flag.sql} AS VARCHAR)" in piece.sql for flag in flags)


def _without_stops(phrase: Phrase) -> Phrase:
    """The phrase without the full stop behind "i.e" and "max"."""
    kept = [
        m
        for at, m in enumerate(phrase.marks)
        if not (
            m.text == "."
            and at
            and phrase.marks[at - 1].text in ("i.e", "e.g", "max", "incl", "excl", "approx")
        )
    ]
    return Phrase(tuple(kept), phrase.source)


def spelt_codes(phrase: Phrase) -> Phrase:
    """The phrase with codes in capitals that are small words otherwise, such as OR before an arrow, as fixed texts."""
    marks = list(phrase.marks)
    for at, mark in enumerate(marks[:-1]):
        code = (
            mark.text in _SMALL_WORDS
            and mark.token.value.isupper()
            and marks[at + 1].text in ("->", "=", ":")
        )
        if code and (at == 0 or marks[at - 1].text in (",", ";", ":", ".", "/")):
            marks[at] = Mark(TEXT, mark.token)
    return Phrase(tuple(marks), phrase.source)


def alike_quoted(phrase: Phrase) -> Phrase:
    """The phrase with a column in double quotes as a fixed text, where others in such quotes are fixed texts."""
    quoted = [
        at
        for at, mark in enumerate(phrase.marks)
        if phrase.source[mark.token.start : mark.token.start + 1] in '"“„'
    ]
    columns = [at for at in quoted if phrase.marks[at].text == COLUMN]
    if not columns or len(columns) == len(quoted):
        return phrase
    marks = list(phrase.marks)
    for at in columns:
        token = marks[at].token
        marks[at] = Mark(TEXT, replace(token, value=phrase.source[token.start + 1 : token.end - 1]))
    return Phrase(tuple(marks), phrase.source)

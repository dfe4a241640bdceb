"""Tries the compilers on every reading of a rule and insists that readings which compile agree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.context import USUAL, Choice, Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece

Compiled = Callable[[Phrase, Context], Piece | None]
"""A pattern compiler: the piece, or None when it has not understood the whole phrase."""


@dataclass(frozen=True)
class Compiler:
    """A pattern compiler and its name."""

    name: str
    compiled: Compiled


@dataclass(frozen=True)
class Compilation:
    """What one reading came to."""

    piece: Piece
    name: str
    context: Context


def compile_readings(
    phrases: Iterable[Phrase],
    compilers: tuple[Compiler, ...],
    context_of: Callable[[frozenset[Choice]], Context],
    verbatim: tuple[Compiler, ...] = (),
) -> Expression | None:
    """The expression all readings agree on, with the other side of every choice as alternative.

    Of readings that different compilers understand, those of the first compiler count.

    Args:
        phrases: the readings of one rule.
        compilers: tried on each reading.
        context_of: makes a context with the given choices.
        verbatim: tried on the first reading when no other compiler understands any; they see the text as
        written.
    """
    all_phrases = tuple(phrases)
    hits = _hits(all_phrases, compilers, context_of) or _hits(all_phrases[:1], verbatim, context_of)
    earliest = min((compilers.index(hit[1]) for hit in hits if hit[1] in compilers), default=None)
    found = hits if earliest is None else [hit for hit in hits if hit[1] is compilers[earliest]]
    if not found or len({_plain(done.piece.sql) for _, _, done in found}) > 1:
        return None
    phrase, compiler, done = found[0]
    return expression_of(done, _alternatives(phrase, compiler, done, context_of))


def _plain(sql: str) -> str:
    """The SQL with small letters outside its fixed values."""
    return re.sub(
        r"'(?:[^']|'')*'|[^']+",
        lambda part: part.group() if part.group()[0] == "'" else part.group().lower(),
        sql,
    )


def _hits(
    phrases: Iterable[Phrase],
    compilers: tuple[Compiler, ...],
    context_of: Callable[[frozenset[Choice]], Context],
) -> list[tuple[Phrase, Compiler, Compilation]]:
    """The readings some compiler understands."""
    tried = ((phrase, _first(phrase, compilers, context_of(USUAL))) for phrase in phrases)
    return [(phrase, hit[0], hit[1]) for phrase, hit in tried if hit is not None]


def _first(
    phrase: Phrase, compilers: tuple[Compiler, ...], context: Context
) -> tuple[Compiler, Compilation] | None:
    """The first compiler that understands the phrase, and what it made of it."""
    for compiler in compilers:
        context.findings.clear()
        piece = compiler.compiled(phrase, context)
        if piece is not None:
            return compiler, Compilation(piece, compiler.name, context)
    return None


def _alternatives(
    phrase: Phrase,
    compiler: Compiler,
    done: Compilation,
    context_of: Callable[[frozenset[Choice]], Context],
) -> tuple[str, ...]:
    """SQL for the other side of each choice the compilation depended on."""
    others: dict[str, None] = {}
    for choice in sorted(done.context.asked):
        piece = compiler.compiled(phrase, context_of(USUAL ^ {choice}))
        if piece is not None and piece.sql != done.piece.sql:
            others[piece.sql] = None
    return tuple(others)


def expression_of(done: Compilation, alternatives: tuple[str, ...] = ()) -> Expression:
    """The expression of a compilation: direct when it is one column and nothing else."""
    origin = Origin.DIRECT if done.piece.column is not None else Origin.PATTERN
    findings = (*done.context.findings, *done.piece.findings)
    return Expression(done.piece.sql, origin, done.name, alternatives, findings=findings)


def context_maker(
    scope: Scope,
    mapping: ColumnMapping | None,
    value_of: Callable[[Phrase, Context], Piece | None],
    condition_of: Callable[[Phrase, Context], str | None],
) -> Callable[[frozenset[Choice]], Context]:
    """A maker of fresh contexts that differ in their choices only."""

    def made(choices: frozenset[Choice]) -> Context:
        return Context(scope, mapping, value_of, condition_of, choices)

    return made

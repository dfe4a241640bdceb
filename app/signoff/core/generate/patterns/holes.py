"""Rules of which the structure is understood and a part is not: that part alone is left to the generator.

"Days between A and B; 0 if the approval came too early; null if one of the two is missing" is one value with two
exceptions. Where the words of one exception are not understood, everything around it still is: a small language model
does one short condition far better than a long rule, and can forget nothing of the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlglot import exp

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.engines.sqltext import parse_expression
from signoff.core.errors import SignoffError
from signoff.core.generate.patterns import P08_conditional, P15_exceptions
from signoff.core.generate.patterns.context import USUAL, Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece

_MOST_HOLES = 2
_FEWEST_MARKS = 2
_LARGEST_SHARE = 0.8
"""Share of the rule that may be left open: of more, nothing was understood."""
_HOLE = re.compile(r"\bopen_part_\d\b")


@dataclass(frozen=True)
class Hole:
    """A part of a rule that no compiler understands."""

    name: str
    """Stands for it in the frame's SQL, as a column."""
    text: str
    condition: bool
    """Whether it is a condition, not a value."""


@dataclass(frozen=True)
class Frame:
    """SQL of a rule with some of its parts left open."""

    sql: str
    holes: tuple[Hole, ...]

    def filled(self, parts: dict[str, str]) -> str:
        """The whole expression.

        Args:
            parts: SQL by a hole's name; each hole has one.

        Raises:
            SignoffError: a part is no expression.
        """
        trees = {name: exp.paren(parse_expression(sql), copy=False) for name, sql in parts.items()}

        def place(node: exp.Expr) -> exp.Expr:
            return trees[node.name].copy() if isinstance(node, exp.Column) and node.name in trees else node

        return parse_expression(self.sql).transform(place).sql(dialect="duckdb")


@dataclass
class _Open:
    """The holes of one attempt."""

    holes: dict[tuple[str, bool], Hole] = field(default_factory=dict)

    def take(self, phrase: Phrase, condition: bool) -> str | None:
        """A name for a part left open; None where it may not be."""
        known = self.holes.get((phrase.raw, condition))
        if known is not None:
            return known.name
        too_short = len(phrase.marks) < _FEWEST_MARKS or not (condition or phrase.columns)
        if too_short or len(self.holes) >= _MOST_HOLES or (not condition and self._has_value()):
            return None
        hole = Hole(f"open_part_{len(self.holes) + 1}", phrase.raw, condition)
        self.holes[phrase.raw, condition] = hole
        return hole.name

    def _has_value(self) -> bool:
        return any(not hole.condition for hole in self.holes.values())


def frame_with_holes(
    phrase: Phrase,
    scope: Scope,
    mapping: ColumnMapping | None,
    value_of: Callable[[Phrase, Context], Piece | None],
    condition_of: Callable[[Phrase, Context], str | None],
) -> Frame | None:
    """The frame of one reading of a rule; None when its structure is not understood either.

    Args:
        phrase: the reading.
        scope: what the expression may use.
        mapping: the column mapping.
        value_of: what the compilers make of a part as a value.
        condition_of: what they make of a part as a condition.
    """
    for compiler in (P15_exceptions, P08_conditional):
        found = _Open()
        context = Context(scope, mapping, _values(found, value_of), _conditions(found, condition_of), USUAL)
        piece = compiler.compile_phrase(phrase, context)
        frame = _frame(piece, found, phrase) if piece is not None else None
        if frame is not None:
            return frame
    return None


def _values(
    found: _Open, value_of: Callable[[Phrase, Context], Piece | None]
) -> Callable[[Phrase, Context], Piece | None]:
    def value(phrase: Phrase, ctx: Context) -> Piece | None:
        made = value_of(phrase, ctx) or ctx.part(P15_exceptions.compile_phrase, phrase)
        if made is not None:
            return made
        name = found.take(phrase, condition=False)
        return None if name is None else Piece(name, ctx.target_type)

    return value


def _conditions(
    found: _Open, condition_of: Callable[[Phrase, Context], str | None]
) -> Callable[[Phrase, Context], str | None]:
    def condition(phrase: Phrase, ctx: Context) -> str | None:
        return condition_of(phrase, ctx) or found.take(phrase, condition=True)

    return condition


def _frame(piece: Piece, found: _Open, phrase: Phrase) -> Frame | None:
    used = set(_HOLE.findall(piece.sql))
    holes = tuple(hole for hole in found.holes.values() if hole.name in used)
    left_open = sum(len(hole.text) for hole in holes)
    if not holes or left_open > _LARGEST_SHARE * len(phrase.source):
        return None
    try:
        tree = parse_expression(piece.sql)
    except SignoffError:
        return None
    return Frame(piece.sql, holes) if not isinstance(tree, exp.Column) else None

"""Calculations with more than two values: "A * B / 100", "A plus B minus C", "the greater of A and B".

Signs bind as in school. In words, only signs of one kind may follow one another without brackets; "A plus B times C"
is left alone, for which binds first would be a guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from signoff.core.generate.patterns.column_nouns import column_of
from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.P09_arithmetic import is_share
from signoff.core.generate.patterns.phrases import COLUMN, NUMBER, Mark, Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.types import Family, is_integer

NAME = "P19 terms"

_SIGNS = {
    "+": "+",
    "plus": "+",
    "-": "-",
    "minus": "-",
    "less": "-",
    "*": "*",
    "x": "*",
    "times": "*",
    "mal": "*",
    "/": "/",
}
_PAIRS = {
    ("multiplied", "by"): "*",
    ("multiplied", "with"): "*",
    ("divided", "by"): "/",
    ("increased", "by"): "+",
    ("reduced", "by"): "-",
    ("added", "to"): "+",
}
_MOST = 40


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The calculation, when every word of it is understood."""
    return _greater(phrase, ctx) or _summed(phrase, ctx) or _whole(phrase, ctx)


def _whole(phrase: Phrase, ctx: Context) -> Piece | None:
    plain = _without_lead(phrase)
    if not 3 <= len(plain.marks) <= _MOST:
        return None
    reader = _Reader(plain.marks, ctx)
    made = reader.terms()
    if made is None or reader.at != len(plain.marks) or reader.signs < 1 or _units_mixed(made, ctx):
        return None
    return made


_LEADS = re.compile(
    r"^(?:(?:calculate|compute|calculated as|calculated|=|equals|result of|load|take|derive|use) (?:: |as |= )?)"
)


def _without_lead(phrase: Phrase) -> Phrase:
    found = _LEADS.match(phrase.text)
    return phrase.cut(found.end(), len(phrase.text)) if found and found.end() < len(phrase.text) else phrase


@dataclass
class _Reader:
    """Reads values and signs from left to right."""

    marks: tuple[Mark, ...]
    ctx: Context
    at: int = 0
    signs: int = 0
    worded: str = ""
    """Kinds of signs that stand there as words: '+' for plus and minus, '*' for times and divided by."""
    kinds: set[str] = field(default_factory=set)
    """Kinds of signs seen."""

    def terms(self) -> Piece | None:
        """Values added and taken away."""
        return self._chain(self.factors, "+-")

    def factors(self) -> Piece | None:
        """Values multiplied and divided."""
        return self._chain(self.value, "*/")

    def _chain(self, inner: Callable[[], Piece | None], signs: str) -> Piece | None:
        made = inner()
        while made is not None and (found := self._sign()) and found[0] in signs:
            sign, width = found
            if not self._fits(sign, width):
                return None
            self.at += width
            self.signs += 1
            right = inner()
            if width > 1 and sign in "+-" and right is not None and is_share(right):
                return None
            made = combined(made, right, sign) if right is not None else None
        return made

    def _sign(self) -> tuple[str, int] | None:
        """The sign that stands here, and how many words it has."""
        here = [mark.text for mark in self.marks[self.at : self.at + 2]]
        if len(here) == 2 and (here[0], here[1]) in _PAIRS:
            return _PAIRS[here[0], here[1]], 2
        return (_SIGNS[here[0]], 1) if here and here[0] in _SIGNS else None

    def _fits(self, sign: str, width: int) -> bool:
        """Whether the sign may stand beside the ones before it."""
        kind = "+" if sign in "+-" else "*"
        word = self.marks[self.at].text not in "+-*/"
        if self.worded and self.worded != kind and "*" in (self.worded, kind if word else ""):
            return False
        if word:
            if self.signs and not self.worded and self.kinds - {kind} and kind == "*":
                return False
            self.worded = kind
        self.kinds.add(kind)
        return True

    def value(self) -> Piece | None:
        """One value: a column, a number, something in brackets."""
        if self.at >= len(self.marks):
            return None
        mark = self.marks[self.at]
        if mark.text == "(":
            return self._bracket()
        if mark.text in (COLUMN, NUMBER):
            self.at += 1
            one = Phrase((mark,), "")
            piece = column_of(one, self.ctx) if mark.column else fixed(one)
            return piece if piece is not None and piece.family is Family.NUMBER else None
        return self._noun()

    def _bracket(self) -> Piece | None:
        outer = self.worded, set(self.kinds), self.signs
        self.at += 1
        self.worded, self.signs = "", 0
        self.kinds.clear()
        made = self.terms()
        closed = self.at < len(self.marks) and self.marks[self.at].text == ")"
        self.at += 1
        self.worded, kinds, self.signs = outer
        self.kinds.clear()
        self.kinds.update(kinds)
        return Piece(f"({made.sql})", made.type) if made is not None and closed else None

    def _noun(self) -> Piece | None:
        """A word or two that name one source."""
        for width in (3, 2, 1):
            part = Phrase(self.marks[self.at : self.at + width], "")
            piece = column_of(part, self.ctx) if len(part.marks) == width and not part.columns else None
            if piece is not None and piece.family is Family.NUMBER:
                self.at += width
                return piece
        return None


def combined(left: Piece, right: Piece, sign: str) -> Piece | None:
    """SQL of two numbers and a sign; a division by zero gives no value."""
    if sign == "/":
        if right.literal is not None:
            return Piece(f"{factor(left)} / {right.sql}", "DOUBLE") if float(right.literal) else None
        bottom = right.sql[1:-1] if _in_brackets(right.sql) else right.sql
        return Piece(f"{factor(left)} / nullif({bottom}, 0)", "DOUBLE")
    if sign == "*":
        return Piece(f"{factor(left)} * {factor(right)}", _kind(left, right))
    second = (
        f"({right.sql})"
        if sign == "-" and re.search(r" [-+] ", right.sql) and not _in_brackets(right.sql)
        else right.sql
    )
    return Piece(f"{left.sql} {sign} {second}", _kind(left, right))


def _in_brackets(sql: str) -> bool:
    return sql.startswith("(") and sql.endswith(")") and sql.count("(") == 1


def factor(piece: Piece) -> str:
    """The piece as part of a product."""
    return f"({piece.sql})" if re.search(r" [-+] ", re.sub(r"\([^()]*\)", "", piece.sql)) else piece.sql


def _kind(left: Piece, right: Piece) -> str:
    """Type of a sum or product: whole with whole stays whole, a decimal with a whole number stays as it is."""
    if is_integer(left.type) and is_integer(right.type):
        return "BIGINT"
    if left.type == right.type or (is_integer(right.type) and left.type.startswith("DECIMAL")):
        return left.type
    return right.type if is_integer(left.type) and right.type.startswith("DECIMAL") else "DOUBLE"


def _units_mixed(piece: Piece, ctx: Context) -> bool:
    """Whether cents would be loaded as euro: the names say so, and nothing divides by 100."""
    name = ctx.mapping.name.casefold() if ctx.mapping else ""
    cents = any(
        re.search(r"(?:^|_)cents?(?:_|$)", c.column.name.casefold()) and c.sql in piece.sql
        for c in ctx.scope.columns
    )
    return cents and "cent" not in name and "100" not in piece.sql


_GREATER = (
    (
        (
            "(greater|greatest|larger|higher|bigger|maximum|highest|larger one|max) (of|from) [both] "
            "{a:any} (and|or|,) {b:any}"
        ),
        ">",
    ),
    (
        "(smaller|smallest|lesser|lower|minimum|lowest|least|min) (of|from) [both] {a:any} (and|or|,) {b:any}",
        "<",
    ),
    ("(whichever is|whatever is) (greater|higher|larger|more) (of|:|,) {a:any} (and|or) {b:any}", ">"),
    ("{a:any} or {b:any} , whichever is (greater|higher|larger|more)", ">"),
    ("{a:any} or {b:any} , whichever is (smaller|lower|less)", "<"),
)


def _greater(phrase: Phrase, ctx: Context) -> Piece | None:
    """The greater or smaller of two numbers; a missing one leaves the other, as a person would take it."""
    for template, sign in _GREATER:
        slots = first_match(phrase, (template,))
        sides = [_side(slots[name], ctx) for name in ("a", "b")] if slots else []
        if len(sides) == 2 and sides[0] is not None and sides[1] is not None:
            function = "greatest" if sign == ">" else "least"
            return Piece(f"{function}({sides[0].sql}, {sides[1].sql})", _kind(sides[0], sides[1]))
    return None


def _side(slot: Phrase, ctx: Context) -> Piece | None:
    return fixed(slot) or (column_of(slot, ctx) if len(slot.marks) == 1 else _whole(slot, ctx))


_SUMS = (
    "(sum|total|sum up|add up) (of|over|:) {v:any}",
    "(sum|total) {v:any}",
)


def _summed(phrase: Phrase, ctx: Context) -> Piece | None:
    """A total of a calculation for each row: sum of A * B / 100."""
    if not ctx.scope.aggregate:
        return None
    slots = first_match(phrase, _SUMS)
    inner = _whole(slots["v"], ctx) if slots else None
    if inner is None or not any(sign in inner.sql for sign in ("*", "/")):
        return None
    return Piece(f"sum({inner.sql})", inner.type)

"""Reads a rule as a value with what is said of it, until no word is left; or not at all.

A rule is a value, branches, or a shorter rule with one thing more said of it: a shape, an exception, what counts for a
missing part. Each of them may hold any other.
"""

from __future__ import annotations

import re

from signoff.core.generate.patterns.composed.amounts import calculated
from signoff.core.generate.patterns.composed.branches import Brancher
from signoff.core.generate.patterns.composed.lexicon import unit_named
from signoff.core.generate.patterns.composed.nouns import noun_piece
from signoff.core.generate.patterns.composed.sayings import said_of, said_of_end
from signoff.core.generate.patterns.composed.shapes import shaped
from signoff.core.generate.patterns.composed.spans import EXAMPLE, places, trimmed, without_lead
from signoff.core.generate.patterns.composed.tests import Tester
from signoff.core.generate.patterns.composed.texts import worded_text
from signoff.core.generate.patterns.composed.times import timed
from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import NULL, Piece, column_piece, date_piece
from signoff.core.generate.patterns.spans import cut, matched
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family

_DEEPEST = 14
_LONGEST = 70
_DEEPEST_KNOWN = 5
_MOST_ASKED = 10
_SEPARATOR = (
    r"(?:[,;.:¶] )?(?:and then |and |but |then |though |although |also |or |where |so |with |all )?(?=\S)"
)
_NULL = (
    r"(?:(?:leave|left|keep|set|set to|load|to) )?(?:it |§s )?(?:null|nulls|no value|nothing|"
    r"empty|blank|null value|leave empty|left empty) "
)
_EXAMPLE = re.compile(rf"(?:, |\( |; )?{EXAMPLE}(?:[^\s;.:,]+ ){{1,12}}$")

_SHOWN_IN_BRACKETS = re.compile(rf"(?<!\S){EXAMPLE}(?:[^\s;.:,]+ ){{0,8}}\( ")
"""An example whose brackets hold no code and no condition."""
_LIMITS = re.compile(r"(?<!\S)(?:if|when|where|unless|except|only|not|otherwise|else) ")
_INNER_EXAMPLE = re.compile(rf"(?<=\s), {EXAMPLE}(?:[^\s;.:,]+ ){{1,12}}(?=; )")


def composed(phrase: Phrase, ctx: Context) -> Piece | None:
    """What a reader of the whole rule makes of a phrase; None within another reader of the same rule."""
    if ctx.composing:
        return None
    ctx.composing = True
    try:
        return Reader(ctx).rule(phrase)
    finally:
        ctx.composing = False


class Reader:
    """Reads the phrases of one rule; what was read once is kept."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self._rules: dict[tuple[int, ...], Piece | None] = {}
        self._values: dict[tuple[int, ...], Piece | None] = {}
        self._depth = 0
        self._asked = 0
        self.tester = Tester(ctx, self.value, self._known_condition)
        self.brancher = Brancher(ctx, self.rule, self.value, self.tester)

    def rule(self, phrase: Phrase) -> Piece | None:
        """The piece of a rule, or of a part that may have things said of it."""
        body = trimmed(phrase)
        key = _key(body)
        if key in self._rules:
            return self._rules[key]
        if not body.marks or len(body.marks) > _LONGEST or self._depth > _DEEPEST:
            return None
        self._rules[key] = None
        self._depth += 1
        try:
            made = self._rule(body)
        finally:
            self._depth -= 1
        self._rules[key] = made
        return made

    def _rule(self, body: Phrase) -> Piece | None:
        body = _without_inner_example(body)
        if _SHOWN_IN_BRACKETS.search(body.text):
            return self._without_example(body)
        bare = without_lead(body)
        made = self.value(body) or (self.value(bare) if bare is not body else None)
        made = (
            made
            or self.brancher.read(body)
            or (self.brancher.read(bare) if bare.marks != body.marks else None)
        )
        made = (
            made
            or self._mended(body)
            or self._ending_if(body)
            or self._peeled(body)
            or self._explained(body)
            or self._labelled(body)
        )
        made = made or (self._peeled(bare) if bare.marks != body.marks else None)
        return made or self._without_example(body) or self._known_value(body)

    def value(self, phrase: Phrase) -> Piece | None:
        """The piece of a phrase without punctuation that cuts it: a noun, a calculation, a time, a text."""
        body = trimmed(phrase)
        key = _key(body)
        if key in self._values:
            return self._values[key]
        if not body.marks or len(body.marks) > _LONGEST or self._depth > _DEEPEST:
            return None
        self._values[key] = None
        self._depth += 1
        try:
            made = self._value(body)
        finally:
            self._depth -= 1
        self._values[key] = made
        return made

    def _value(self, body: Phrase) -> Piece | None:
        made = _literal(body) or noun_piece(body, self.ctx) or self._shaped(body)
        made = made or timed(body, self.value, self.ctx) or worded_text(body, self.value)
        made = made or calculated(body, self.value) or self._shape_alone(body)
        if made is None:
            bare = without_lead(body)
            made = self.value(bare) if bare.marks != body.marks else None
        return made

    def _shape_alone(self, body: Phrase) -> Piece | None:
        """What is done to the only source, which goes without saying."""
        only = self.ctx.only_source
        if only is None or body.columns or (len(body.marks) == 1 and body.text.strip() in _TYPES):
            return None
        return shaped(body, column_piece(only))

    def _shaped(self, body: Phrase) -> Piece | None:
        """A value with a shape right behind it."""
        for at in range(len(body.marks) - 1, 0, -1):
            tail = cut(body, at, len(body.marks))
            if tail.marks[0].text in (",", ";", ".", ":"):
                continue
            before = cut(body, 0, at)
            head = self.value(before) if _may_be_shape(tail) and before.marks[-1].text not in _STOPS else None
            made = shaped(tail, head) if head is not None and head.literal is None else None
            if made is not None:
                return made
        return None

    def _peeled(self, body: Phrase) -> Piece | None:
        """A shorter rule with one thing more said of it at its end, or in brackets."""
        seen: set[int] = set()
        for first, last in reversed(list(places(body, _SEPARATOR))):
            if first == 0 or last >= len(body.marks) or first == last:
                continue
            for begin in (last, first):
                tail = trimmed(cut(body, begin, len(body.marks)))
                key = len(tail.marks) * 1000 + first
                if not tail.marks or key in seen:
                    continue
                seen.add(key)
                joined = cut(body, first, begin).text in ("and ", "with ", "so ", "all ") and tail.marks[
                    0
                ].text not in ("if", "when", "where", "in")
                if joined and any(mark.text in ("if", "when", "where", "unless") for mark in tail.marks):
                    continue
                made = said_of(
                    self,
                    cut(body, 0, first),
                    tail,
                    choice="or" in cut(body, first, last).text.split() and begin == last,
                )
                if made is not None:
                    return made
        bracket = _last_bracket(body)
        if bracket is not None:
            head, tail, inner = bracket
            if not tail.marks:
                return said_of(self, head, inner)
        return None

    def _mended(self, body: Phrase) -> Piece | None:
        """A value whose negative ones become something else."""
        found = matched(
            r"negative (?P<a>(?:\S+ )+?)(?:are |is |shall be |should be |to be |must be |will be |"
            r"become |becomes |-> |= |count as |counts as )+(?:set to |replaced by |changed to |"
            r"turned into )?"
            r"(?P<v>§n |zero |null |empty )",
            body,
        )
        piece = self.value(found.part("a")) if found is not None else None
        if found is None or piece is None or piece.column is None or piece.family is not Family.NUMBER:
            return None
        word = found.text("v")
        value = "NULL" if word in ("null", "empty") else "0" if word == "zero" else found.number("v")
        return (
            Piece(f"CASE WHEN {piece.sql} < 0 THEN {value} ELSE {piece.sql} END", piece.type)
            if value
            else None
        )

    def _ending_if(self, body: Phrase) -> Piece | None:
        """A text whose last part stands there only where there is one."""
        for first, _ in reversed(list(places(body, r"if "))):
            if first and body.marks[first - 1].text not in (",", ";", "."):
                return said_of_end(self, cut(body, 0, first), cut(body, first, len(body.marks)))
        return None

    def _explained(self, body: Phrase) -> Piece | None:
        """What brackets, or "i.e.", say once more, or say exactly."""
        bracket = _last_bracket(body)
        if bracket is not None:
            head, tail, inner = bracket
            whole = Phrase(head.marks + tail.marks, body.source)
            said, told = self.rule(whole), self.rule(inner)
            if said is not None and told is not None and said.sql == told.sql:
                return said
            if (
                said is None
                and told is not None
                and not tail.marks
                and inner.columns
                and self._is_label(head, told)
            ):
                return told
        found = matched(
            r"(?P<w>(?:\S+ )+?)(?:, |; )?(?:i\.e |that is |i \. e \. |meaning |namely |made of |"
            r"made up of |consisting of |composed of |formed by |formed of |built from |"
            r"made from )(?:, )?(?P<v>(?:\S+ )+)",
            body,
        )
        told = self.rule(found.part("v")) if found is not None else None
        named = found is not None and bool(found.part("v").columns)
        if found is not None and told is not None and named and self._is_label(found.part("w"), told):
            return told
        return None

    def _labelled(self, body: Phrase) -> Piece | None:
        """A name before a colon, then what it is."""
        for first, last in list(places(body, r"(?:: |= |-> )"))[:1]:
            label, rest = cut(body, 0, first), cut(body, last, len(body.marks))
            told = self.rule(rest) if first and rest.columns else None
            if told is not None and self._is_label(label, told):
                return told
        return None

    def _is_label(self, label: Phrase, told: Piece) -> bool:
        """Whether the words only call the value something: none of them filters, excepts or counts."""
        words = [mark.text for mark in label.marks if mark.column is None]
        if told.literal is not None or told.column is not None or len(words) > 14:
            return False
        if sum(bool(unit_named(word)) for word in words) > 1:
            return False
        if any(not re.fullmatch(r"[^\W\d]\w*|,|'|-|%|§s", word) or word in _CHANGES for word in words):
            return False
        return all(c.sql in told.sql for c in self.ctx.scope.sources)

    def _without_example(self, body: Phrase) -> Piece | None:
        found = _EXAMPLE.search(body.text)
        if found is None or not found.start():
            return None
        head, tail = body.cut(0, found.start()), body.cut(found.start(), len(body.text))
        if tail.columns or _LIMITS.search(tail.text) or _shows_more(tail, head):
            return None
        return self.rule(head)

    def _known_value(self, body: Phrase) -> Piece | None:
        """What the other compilers make of a part."""
        if (
            len(body.marks) < 2
            or not 2 <= self._depth <= _DEEPEST_KNOWN
            or not body.columns
            or self._asked >= _MOST_ASKED
        ):
            return None
        self._asked += 1
        return self.ctx.value_of(body, self.ctx)

    def _known_condition(self, body: Phrase) -> str | None:
        return self.ctx.condition_of(body, self.ctx)


_CHANGES = word_set(
    "not no without except excluding if when unless only where other than never minus plus less "
    "active inactive valid",
    "open closed first last previous next distinct different unique max min or maximum minimum "
    "average count business",
    "working cumulative running ranked rank latest excl incl including",
)
"""Words that a name may not have which says nothing of its own."""


def _key(phrase: Phrase) -> tuple[int, ...]:
    return tuple(mark.token.start for mark in phrase.marks)


def _literal(body: Phrase) -> Piece | None:
    """A fixed value, or no value."""
    written = fixed(body)
    if written is not None:
        return written
    if matched(_NULL, body) is not None:
        return NULL
    if body.text.strip() in ("zero", "nil"):
        return Piece("0", "INTEGER", "0")
    dashed = matched(r"§n [-./] §n [-./] §n ", body)
    if dashed is not None:
        day, month, year = (mark.token.value for mark in body.marks if mark.text == "§n")
        if len(year) == 4 and 12 < int(day) <= 31 and 1 <= int(month) <= 12:
            made = date_piece(f"{year}-{int(month):02}-{int(day):02}")
            return made if made.type == "DATE" else None
    return None


def _last_bracket(body: Phrase) -> tuple[Phrase, Phrase, Phrase] | None:
    """The last bracket of a phrase: what stands before it, behind it, and in it."""
    texts = [mark.text for mark in body.marks]
    if ")" not in texts:
        return None
    end = len(texts) - 1 - texts[::-1].index(")")
    level = 0
    for at in range(end, -1, -1):
        level += (texts[at] == ")") - (texts[at] == "(")
        if level == 0:
            return cut(body, 0, at), cut(body, end + 1, len(texts)), cut(body, at + 1, end)
    return None


_TYPES = word_set("int integer number numeric decimal text string date percent percentage % whole")
_STOPS = frozenset((",", ";", ".", ":", "(", "and", "or", "but"))
_SHAPE_WORDS = re.compile(
    r"(?:and|then|convert|put|change|turn|all|in|into|as|to|round|rounded|rounding|unchanged|"
    r"itself|directly|exactly|with|without|no|at|of|a|commercially|upper|lower|uppercased|"
    r"lowercased|"
    r"trim|trimmed|strip|stripped|remove|removing|first|last|padded|pad|left|times|x|divided|plus|"
    r"minus|multiplied|\*|/|reversed|sign|negative|negated|absolute|never|not|but|"
    r"though|capped|cap|limited|prefix|prefixed|preceded|suffix|suffixed|followed|before|after|up|"
    r"only|keep|digits|expressed|percent|%|§n|one|two|three|"
    r"four|whole|read|cast|reduced|increased|made|only|whole) "
)


_OPERATORS = (
    "times",
    "x",
    "*",
    "/",
    "plus",
    "minus",
    "divided",
    "multiplied",
    "over",
    "+",
    "-",
    "reduced",
    "increased",
)


def _may_be_shape(tail: Phrase) -> bool:
    """Whether a shape may begin here without a comma; an operator binds what stands before it only."""
    return tail.marks[0].text not in _OPERATORS and _SHAPE_WORDS.match(tail.text) is not None


def _without_inner_example(body: Phrase) -> Phrase:
    """The rule without an example in its middle: ``…, like pass (90); only the result where …``."""
    found = _INNER_EXAMPLE.search(body.text)
    if found is None or _LIMITS.search(found.group()):
        return body
    example, rest = body.cut(*found.span()), body.without(*found.span())
    return body if example.columns or _shows_more(example, rest) else rest


def _shows_more(example: Phrase, rest: Phrase) -> bool:
    """Whether an example has brackets that nothing beside it speaks of."""
    return "( " in example.text[2:] and re.search(r"bracket|parenthes|\( ", rest.text) is None

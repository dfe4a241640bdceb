"""How far two days lie apart: "A is not after B and not more than 30 days before B", "A is at most 2 hours after B".

"More than 30 days before B" is a distance and no day: what is further away is earlier. Every bound of the text counts
together, so that the whole of it is read at once. Where only "at most 30 days before" is said and nothing of what
lies after, that may be allowed or not, and it is left open; "within the 30 days before" says it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.generate.patterns.phrases import COLUMN, NUMBER, SELF, Phrase
from signoff.core.generate.patterns.pieces import column_piece
from signoff.core.generate.types import Family

_UNITS = {"minute": "MINUTE", "hour": "HOUR", "day": "DAY", "week": "WEEK", "month": "MONTH", "year": "YEAR"}
_BE = r"(?:(?:is|are|was|were|be|lies|lie|must be|has to be|must lie|should be|falls|happened|comes|came) )?"
_WIDE = {
    "<=": r"within|within at most|within no more than|in|during",
    "<=?": r"at most|up to|maximum|max|at the most|not further back than|no longer than"
    r"|not more than|no more than|never more than|<=",
    "<": r"less than|fewer than|under|<",
    ">": r"more than|over|longer than|further than|>",
    ">=": r"at least|not less than|no less than|>=|minimum|min",
    "=": r"exactly|precisely",
}
_SIGN = "|".join(f"(?P<s{n}>{words})" for n, words in enumerate(_WIDE.values()))
_BEFORE = r"before|prior to|ahead of|earlier than|earlier"
_AFTER = r"after|later than|following|past|later"
_OTHER = rf"(?P<other>{COLUMN} |{SELF} |it |that |this |then )?"
_UNIT = r"(?:calendar |full )?(?P<unit>minute|hour|day|week|month|year)s? "
_SUBJECT = rf"(?P<subject>{COLUMN} )?"
_FAR = re.compile(
    rf"{_SUBJECT}{_BE}(?:only )?(?:{_SIGN}) (?:the (?:last )?)?(?P<n>{NUMBER}) {_UNIT}"
    rf"(?:(?P<before>{_BEFORE})|(?P<after>{_AFTER})) {_OTHER}"
)
_EDGE = re.compile(
    rf"{_SUBJECT}{_BE}(?:(?P<low>not before|not earlier than|no earlier than"
    rf"|on or after|from|not older than)|(?P<high>not after|not later than"
    rf"|no later than|until|up to|on or before)) (?P<n>{NUMBER}) {_UNIT}(?:(?P<before>{_BEFORE})"
    rf"|(?P<after>{_AFTER})) {_OTHER}"
)
_SIDES = {
    "<=": r"(?:must|may|should|can|shall) not be (?:after|later than)|not after|not later than|no later than"
    r"|on or before"
    r"|never after|never later than|not later|<=|at the latest on|up to and including|not past",
    ">=": r"(?:must|may|should|can|shall) not be (?:before|earlier than)|not before|not earlier than|no earlier than"
    r"|on or after|never before|never earlier than|not earlier|>=|at the earliest on|from",
    "<": r"before|earlier than|<|strictly before",
    ">": r"after|later than|>|strictly after",
}
_SIDE_SIGN = "|".join(f"(?P<s{n}>{words})" for n, words in enumerate(_SIDES.values()))
_SIDE = re.compile(rf"{_SUBJECT}{_BE}(?:{_SIDE_SIGN}) {_OTHER}")
_LYING = re.compile(
    rf"(?:(?P<s0>{_WIDE['<=']}|{_WIDE['<=?']})|(?P<s1>{_WIDE['<']})) (?P<n>{NUMBER}) {_UNIT}"
    r"(?:may |must |can |should )?(?:lie|lies|pass|be|are|is|apart|passed)? ?"
    r"(?:between (?:the two|two|them|both|these|both of them)|apart|in between) "
)
_AND = re.compile(r"(?:, and |, but |, |and |but |; and |; )(?:also |at the same time )?")
_DISTANCE = re.compile(rf"{NUMBER} {_UNIT}(?:{_BEFORE}|{_AFTER}) ")


@dataclass(frozen=True)
class _Pair:
    subject: ScopeColumn
    other: ScopeColumn

    @property
    def a(self) -> str:
        return self.subject.sql

    @property
    def b(self) -> str:
        return self.other.sql


@dataclass(frozen=True)
class _Bounds:
    """What the clauses so far say of the first day, by what it is held against."""

    tests: tuple[str, ...] = ()
    is_before: bool = False
    """It is said that the first lies not after the second."""
    is_after: bool = False
    open_side: str = ""
    """The side of a bound by which the day may lie on the other side of the second, or may not."""


def says_distance(text: str) -> bool:
    """Whether the text of a phrase is a distance from a day, such as "30 days before B"."""
    return _DISTANCE.match(text) is not None


def apart_condition(phrase: Phrase) -> str | None:
    """Boolean SQL of how far two days lie apart; None when any word of it is not understood."""
    columns = list(dict.fromkeys(phrase.columns))
    if len(columns) != 2 or not (_DISTANCE.search(phrase.text) or " between " in phrase.text):
        return None
    pieces = [column_piece(column) for column in columns]
    if {piece.family for piece in pieces} not in ({Family.DATE}, {Family.TIMESTAMP}):
        return None
    pair = _Pair(columns[0], columns[1])
    bounds, at, first = _Bounds(), 0, True
    while at < len(phrase.text):
        joint = _AND.match(phrase.text, at)
        if not first and joint is None:
            return None
        at = joint.end() if joint is not None and not first else at
        read = _clause(phrase, at, bounds, pair, first=first)
        if read is None:
            return None
        bounds, at = read
        first = False
    return _sql(bounds, pair)


def _clause(
    phrase: Phrase, at: int, bounds: _Bounds, pair: _Pair, *, first: bool
) -> tuple[_Bounds, int] | None:
    """The bounds with those of the clause that begins there, and where it ends."""
    for shape, read in ((_FAR, _far), (_EDGE, _edge), (_SIDE, _side), (_LYING, _lying)):
        match = shape.match(phrase.text, at)
        if match is None or not _ends(phrase.text, match.end()):
            continue
        said = phrase.cut(at, match.end())
        if not _is_about(said, match, pair, first=first):
            continue
        number = next((m.token.value for m in said.marks if m.text == NUMBER), "")
        if number and not number.isdecimal():
            continue
        made = read(match, number, bounds, pair)
        if made is not None:
            return made, match.end()
    return None


def _ends(text: str, at: int) -> bool:
    return at == len(text) or _AND.match(text, at) is not None


def _is_about(said: Phrase, match: re.Match[str], pair: _Pair, *, first: bool) -> bool:
    """Whether the clause is about the first day and held against the second; its name may be left out later."""
    groups = match.groupdict()
    subject, other = (groups.get("subject") or "").strip(), (groups.get("other") or "").strip()
    named = list(said.columns)
    wanted = [pair.subject] * (subject == COLUMN) + [pair.other] * (other == COLUMN)
    if first and (subject != COLUMN or other != COLUMN):
        return first and subject == COLUMN and not other and "other" in groups and named == [pair.subject]
    return named == wanted


def _far(match: re.Match[str], number: str, bounds: _Bounds, pair: _Pair) -> _Bounds | None:
    sign = next(s for n, s in enumerate(_WIDE) if match[f"s{n}"])
    unit, before = _UNITS[match["unit"]], bool(match["before"])
    edge = f"{pair.b} {'-' if before else '+'} INTERVAL {number} {unit}"
    near = {"<=": "<=", "<=?": "<=", "<": "<", ">": ">", ">=": ">=", "=": "="}[sign]
    turned = {"<=": ">=", "<": ">", ">": "<", ">=": "<=", "=": "="}[near] if before else near
    tests = (*bounds.tests, f"{pair.a} {turned} {edge}")
    if sign in ("<=?", "<"):
        return _Bounds(tests, bounds.is_before, bounds.is_after, "before" if before else "after")
    if sign == "<=":
        return _Bounds(tests, bounds.is_before or before, bounds.is_after or not before, bounds.open_side)
    return _Bounds(tests, bounds.is_before, bounds.is_after, bounds.open_side)


def _edge(match: re.Match[str], number: str, bounds: _Bounds, pair: _Pair) -> _Bounds | None:
    sign = ">=" if match["low"] else "<="
    edge = f"{pair.b} {'-' if match['before'] else '+'} INTERVAL {number} {_UNITS[match['unit']]}"
    return _Bounds(
        (*bounds.tests, f"{pair.a} {sign} {edge}"), bounds.is_before, bounds.is_after, bounds.open_side
    )


def _side(match: re.Match[str], _number: str, bounds: _Bounds, pair: _Pair) -> _Bounds | None:
    sign = next(s for n, s in enumerate(_SIDES) if match[f"s{n}"])
    if sign in ("<", ">"):
        tests = (*bounds.tests, f"{pair.a} {sign} {pair.b}")
        return _Bounds(tests, bounds.is_before, bounds.is_after, bounds.open_side)
    is_before = sign == "<="
    return _Bounds(
        bounds.tests, bounds.is_before or is_before, bounds.is_after or not is_before, bounds.open_side
    )


def _lying(match: re.Match[str], number: str, bounds: _Bounds, pair: _Pair) -> _Bounds | None:
    """``at most 30 days may lie between the two``, once it is said which of them is the first."""
    before, after = (_is_ordered(bounds, pair, sign) for sign in "<>")
    if before == after:
        return None
    equal = "=" if match["s0"] else ""
    span = f"INTERVAL {number} {_UNITS[match['unit']]}"
    test = f"{pair.a} >{equal} {pair.b} - {span}" if before else f"{pair.a} <{equal} {pair.b} + {span}"
    return _Bounds((*bounds.tests, test), bounds.is_before, bounds.is_after, bounds.open_side)


def _is_ordered(bounds: _Bounds, pair: _Pair, sign: str) -> bool:
    """Whether it is said which of the two days is the first: the subject for ``<``."""
    said = bounds.is_before if sign == "<" else bounds.is_after
    return said or f"{pair.a} {sign} {pair.b}" in bounds.tests


def _sql(bounds: _Bounds, pair: _Pair) -> str | None:
    """All bounds together; None where the order of the two is left open."""
    sign = {"before": "<", "after": ">"}.get(bounds.open_side, "")
    if sign and not _is_ordered(bounds, pair, sign):
        return None
    ordered = [
        f"{pair.a} {sign} {pair.b}"
        for sign, said in (("<=", bounds.is_before), (">=", bounds.is_after))
        if said
    ]
    if len(ordered) > 1 or not bounds.tests:
        return None
    return " AND ".join([*ordered, *bounds.tests])

"""Calculations: "A minus B", "A divided by the square of B", "the bigger of A and B", "a twelfth of A".

What stands on either side is any value; the sides are typed and, where their names tell units, in the same unit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from signoff.core.generate.patterns.composed.nouns import Measured, unit_of
from signoff.core.generate.patterns.composed.spans import places
from signoff.core.generate.patterns.per_groups import tells_groups
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.patterns.spans import Match, cut, matched
from signoff.core.generate.types import Family

Value = Callable[[Phrase], Piece | None]

_ADDED = r"(?:, )?(?:and )?(?:plus|minus|less|added to|increased by|reduced by|decreased by|net of|\+|-) "
_SCALED = r"(?:, )?(?:and |then )?(?:times|multiplied by|multiplied with|divided by|over|by|per|x|\*|/|:) "
_OTHER_ORDER = {
    _ADDED: re.compile(r"(?<!\S)(?:times|multiplied|divided) "),
    _SCALED: re.compile(r"(?<!\S)(?:plus|minus|less|increased|reduced) "),
}
"""Operators in words that may bind before or after: which, would be a guess."""
_DIFFERENCE = {"minus", "less", "reduced by", "decreased by", "net of", "-"}
_QUOTIENT = {"divided by", "over", "per", "/", ":"}
_SIDES = r"(?P<a>(?:\S+ )+?)(?:and|&|,) (?P<b>(?:\S+ )+)"
_FUNCTIONS: tuple[tuple[str, str], ...] = (
    (r"(?:square|second power) of (?P<a>(?:\S+ )+)|(?P<a2>(?:\S+ )+)squared ", "power({0}, 2)"),
    (r"(?:square root|root) of (?P<a>(?:\S+ )+)", "sqrt({0})"),
    (r"(?:absolute value|absolute amount|amount without sign|magnitude) of (?P<a>(?:\S+ )+)", "abs({0})"),
    (r"half (?:of )?(?P<a>(?:\S+ )+)", "{0} / 2"),
    (r"(?:twice|double|doubled) (?:of )?(?P<a>(?:\S+ )+)", "{0} * 2"),
    (
        r"(?:negative|negated|inverse|opposite) (?:of |value of )(?P<a>(?:\S+ )+)|(?:minus|"
        r"-) (?P<a2>(?:\S+ )+)",
        "-{0}",
    ),
)
_PAIRED: tuple[tuple[str, str], ...] = (
    (
        rf"(?:bigger|larger|greater|higher|maximum|max|largest|highest|later|latest|more recent|"
        rf"most recent)(?: one| value| date| amount)? (?:of|between|from|out of) (?:both |"
        rf"two )?{_SIDES}",
        "greatest({0}, {1})",
    ),
    (
        rf"(?:smaller|lesser|lower|minimum|min|smallest|lowest|earlier|earliest)(?: one| value| date|"
        rf" amount)? (?:of|between|from|out of) (?:both |two )?{_SIDES}",
        "least({0}, {1})",
    ),
    (
        rf"(?P<l1>whichever) (?:is |of )?(?:bigger|larger|greater|higher|later)(?: of| :|,)? {_SIDES}",
        "greatest({0}, {1})",
    ),
    (rf"(?:later|bigger|larger|higher|greater) : {_SIDES}", "greatest({0}, {1})"),
    (rf"(?:sum|total) of {_SIDES}|add {_SIDES.replace('<a>', '<a2>').replace('<b>', '<b2>')}", "{0} + {1}"),
    (rf"(?:product) of {_SIDES}", "{0} * {1}"),
    (rf"(?:difference) (?:between|of) {_SIDES}", "{0} - {1}"),
    (rf"(?:average|mean) of {_SIDES}", "({0} + {1}) / 2"),
    (
        r"(?:ratio|quotient) (?:of|between) (?P<a>(?:\S+ )+?)(?:to|and|over) (?P<b>(?:\S+ )+)",
        "{0} / nullif({1}, 0)",
    ),
    (
        r"(?P<a>(?:\S+ )+?)as (?:an? )?(?:percentage|percent|%|per cent|pct) of (?P<b>(?:\S+ )+)",
        "{0} * 100 / nullif({1}, 0)",
    ),
    (r"(?P<a>(?:\S+ )+?)in (?:percent|%|per cent|pct) of (?P<b>(?:\S+ )+)", "{0} * 100 / nullif({1}, 0)"),
    (
        r"(?:percentage|percent|%) of (?P<b>(?:\S+ )+?)(?:that is|taken by|used by) (?P<a>(?:\S+ )+)",
        "{0} * 100 / nullif({1}, 0)",
    ),
    (r"share of (?P<a>(?:\S+ )+?)in (?P<b>(?:\S+ )+)", "{0} / nullif({1}, 0)"),
    (
        r"(?P<a>(?:\S+ )+?)as (?:a )?(?:share|fraction|proportion|part) of (?P<b>(?:\S+ )+)",
        "{0} / nullif({1}, 0)",
    ),
)
_FRACTIONS = {
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "tenth": 10,
    "twelfth": 12,
    "hundredth": 100,
}
_FRACTION = rf"(?:an? |one |1 )?(?P<part>{'|'.join(_FRACTIONS)}) of (?P<a>(?:\S+ )+)"
_PERCENT_OF = r"(?P<n>§n) (?:%|percent|per cent|pct) of (?P<a>(?:\S+ )+)"
_BY_PERCENT = (
    r"(?P<a>(?:\S+ )+?)(?P<how>reduced|decreased|lowered|cut|increased|raised|grown|less|minus|"
    r"plus) (?:by )?(?P<p>(?:\S+ )+?)(?:percent|%|per cent|pct) "
)
_FALLING = ("reduced", "decreased", "lowered", "cut", "less", "minus")


def calculated(phrase: Phrase, value: Value) -> Piece | None:
    """The calculation a phrase is; None where it is none."""
    made = _by_percent(phrase, value) or _absolute(phrase, value)
    for chain in (_ADDED, _SCALED):
        made = made or _operated(phrase, value, chain)
    return made or _called(phrase, value)


def _operated(phrase: Phrase, value: Value, pattern: str) -> Piece | None:
    """Two values with an operator between them; of several operators the last one binds loosest."""
    for first, last in reversed(list(places(phrase, pattern))):
        if first == 0 or last >= len(phrase.marks):
            continue
        sign = re.sub(r"^(?:, |and |then )+", "", cut(phrase, first, last).text).strip()
        if sign == "by" or (sign == ":" and not (_is_column(phrase, first - 1) and _is_column(phrase, last))):
            continue
        sides = cut(phrase, 0, first), cut(phrase, last, len(phrase.marks))
        if any(_OTHER_ORDER[pattern].search(side.text) for side in sides) and sign.isalpha():
            continue
        if sign == "per" and tells_groups(*sides):
            continue
        left, right = value(sides[0]), value(sides[1])
        made = _joined(sign, left, right) if left is not None and right is not None else None
        if made is not None:
            return made
    return None


def _is_column(phrase: Phrase, at: int) -> bool:
    return phrase.marks[at].column is not None


def _joined(sign: str, left: Piece, right: Piece) -> Piece | None:
    if any(each.family is not Family.NUMBER for each in (left, right)):
        return None
    if sign in _QUOTIENT:
        if right.literal is not None:
            return Piece(f"{_factor(left)} / {right.sql}", "DOUBLE") if float(right.literal or 0) else None
        return Piece(f"{_factor(left)} / nullif({right.sql}, 0)", "DOUBLE")
    if sign in ("times", "multiplied by", "multiplied with", "x", "*"):
        return Piece(f"{_factor(left)} * {_factor(right)}", _kind(left, right))
    units = {unit_of(p) for p in (left, right) if p.literal is None}
    if len(units) > 1:
        return None
    minus = sign in _DIFFERENCE
    sql = f"{left.sql} {'-' if minus else '+'} {_term(right) if minus else right.sql}"
    return Measured(sql, _kind(left, right), unit=units.pop() if len(units) == 1 else "")


def _kind(left: Piece, right: Piece) -> str:
    whole = all("INT" in each.type for each in (left, right))
    return "BIGINT" if whole else "DOUBLE"


def _factor(piece: Piece) -> str:
    """SQL of the piece as a factor."""
    return f"({piece.sql})" if re.search(r" [+-] |^-|^CASE", _outside(piece.sql)) else piece.sql


def _term(piece: Piece) -> str:
    return f"({piece.sql})" if re.search(r" [+-] ", _outside(piece.sql)) else piece.sql


def _outside(sql: str) -> str:
    """The SQL without what stands in brackets."""
    while True:
        plain = re.sub(r"\([^()]*\)", "", sql)
        if plain == sql:
            return plain
        sql = plain


def _by_percent(phrase: Phrase, value: Value) -> Piece | None:
    found = matched(_BY_PERCENT, phrase)
    if found is None:
        return None
    base, by = value(found.part("a")), value(found.part("p"))
    if base is None or by is None or {base.family, by.family} != {Family.NUMBER}:
        return None
    sign = "-" if found.text("how") in _FALLING else "+"
    return Piece(f"{_factor(base)} * (1 {sign} {_factor(by)} / 100)", "DOUBLE")


def _absolute(phrase: Phrase, value: Value) -> Piece | None:
    """The absolute value of all that is said of it."""
    found = matched(
        r"(?:absolute (?:value of |amount of |difference |: )?|magnitude of )(?P<a>(?:\S+ )+)", phrase
    )
    base = value(found.part("a")) if found is not None else None
    return (
        Piece(f"abs({base.sql})", base.type)
        if base is not None and base.family is Family.NUMBER and base.literal is None
        else None
    )


def _sides(found: Match, value: Value) -> tuple[Piece, Piece] | None:
    names = ("a2", "b2") if found.has("a2") else ("a", "b")
    sides = [value(found.part(name)) for name in names]
    return (sides[0], sides[1]) if sides[0] is not None and sides[1] is not None else None


def _called(phrase: Phrase, value: Value) -> Piece | None:
    """A calculation called by its name."""
    for pattern, sql in _FUNCTIONS:
        found = matched(pattern, phrase)
        base = value(found.part("a2" if found.has("a2") else "a")) if found is not None else None
        if base is not None and base.family is Family.NUMBER and base.literal is None:
            inner = base.sql if "(" in sql else _factor(base)
            return Piece(sql.replace("{0}", inner), "DOUBLE" if "/" in sql or "(" in sql else base.type)
    for pattern, sql in _PAIRED:
        for sides in _all_sides(pattern, phrase, value):
            made = _pair(sql, *sides)
            if made is not None:
                return made
    found = matched(_FRACTION, phrase)
    base = value(found.part("a")) if found is not None else None
    if found is not None and base is not None and base.family is Family.NUMBER:
        return Piece(f"{_factor(base)} / {_FRACTIONS[found.text('part')]}", "DOUBLE")
    found = matched(_PERCENT_OF, phrase)
    base = value(found.part("a")) if found is not None else None
    if found is not None and base is not None and base.family is Family.NUMBER:
        return Piece(f"{_factor(base)} * {found.number('n')} / 100", "DOUBLE")
    return None


def _all_sides(pattern: str, phrase: Phrase, value: Value) -> Iterator[tuple[Piece, Piece]]:
    """The two values of each way to cut the phrase; the joining word may stand in a value as well."""
    for way in (pattern, pattern.replace("(?P<a>(?:\\S+ )+?)", "(?P<a>(?:\\S+ )+)")):
        found = matched(way, phrase)
        sides = _sides(found, value) if found is not None else None
        if sides is not None:
            yield sides


def _pair(sql: str, left: Piece, right: Piece) -> Piece | None:
    dated = {left.family, right.family} <= {Family.DATE, Family.TIMESTAMP}
    choice = sql.startswith(("greatest", "least"))
    if dated and choice:
        if left.family is not right.family:
            left, right = (
                Piece(f"CAST({p.sql} AS DATE)" if p.family is Family.TIMESTAMP else p.sql, "DATE")
                for p in (left, right)
            )
        return Piece(sql.format(left.sql, right.sql), left.type)
    if {left.family, right.family} != {Family.NUMBER} or left.sql == right.sql:
        return None
    if choice:
        return Piece(sql.format(left.sql, right.sql), _kind(left, right))
    minus = " - {1}" in sql
    inner = sql.format(
        _factor(left) if "*" in sql or "/" in sql else left.sql, _term(right) if minus else right.sql
    )
    return Piece(inner, "DOUBLE" if "/" in sql else _kind(left, right))

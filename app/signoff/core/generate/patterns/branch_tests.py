"""When a branch holds: a test in words, codes of the column the rule is about, or a span of numbers."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.generate.patterns.bare import loose_text
from signoff.core.generate.patterns.column_nouns import name_parts, says
from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.loose_tests import NO_CODES
from signoff.core.generate.patterns.phrases import COLUMN, SELF, Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece, literal_of, quoted_text
from signoff.core.generate.types import Family

_OWN = (
    "[(is|=|in|code|codes|value|values|code is|value is|is one of|one of|either|any of|equals|"
    "equal to|status|it is|"
    "§s is|§s =|§s|§s in|§s equals|it|it equals|number|numbers|code =|value =|type)] {v:any}"
)
_SPANS: tuple[tuple[str, str], ...] = (
    (
        "[(from|between)] {low:n} (-|to|and|until|till|through|thru|up to) {high:n} [(inclusive|"
        "incl|\\( inclusive \\))]",
        "{0} BETWEEN {low} AND {high}",
    ),
    ("{low:n} . . [.] {high:n}", "{0} BETWEEN {low} AND {high}"),
    (
        "(>=|at least|from|min|minimum|not less than|not below|no less than|minimum of) {low:n} "
        "[(up|upwards|onwards|on)]",
        "{0} >= {low}",
    ),
    (
        "{low:n} (\\+|and above|and more|or more|or above|and over|or over|and up|and higher|"
        "or higher|upwards|and upwards|"
        "onwards|and older|or older|and greater|or greater|plus|up|. .|. . .|and beyond)",
        "{0} >= {low}",
    ),
    (">= {low:n}", "{0} >= {low}"),
    (
        "(>|above|over|more than|greater than|bigger than|higher than|larger than|exceeds|exceeding|"
        "after|older than) {low:n}",
        "{0} > {low}",
    ),
    (
        "(<=|up to|at most|max|maximum|not more than|no more than|not above|maximum of) {low:n} [inclusive]",
        "{0} <= {low}",
    ),
    (
        "{low:n} (and below|or less|and less|or below|and under|or under|or lower|and lower|or "
        "fewer|and younger|or younger)",
        "{0} <= {low}",
    ),
    (
        "(<|below|under|less than|smaller than|lower than|fewer than|younger than|before) {low:n}",
        "{0} < {low}",
    ),
    ("(positive|positives|above zero|greater than zero|more than zero)", "{0} > 0"),
    ("(negative|negatives|below zero|less than zero|under zero|minus)", "{0} < 0"),
    ("(zero|= zero)", "{0} = 0"),
)
_NOTHING = ("[(is|=|if|when)] (null|nulls|no value|missing|not populated|null value)",)
_BLANK = (
    "[(is|=)] (blank|empty|null or blank|blank or null|null / blank|blank / null|null or "
    "empty|empty or null|blanks)",
)
_FILLED = ("[(is|=)] (not null|populated|filled|present|not missing|any value|given|available)",)
_SPLIT = r"(?:, or |, and |, |or |and |/ |\| )"
_PERIODS = frozenset(("after", "before"))


def condition_of(part: Phrase, subject: Piece | None, ctx: Context, *, spans: bool = False) -> str | None:
    """Boolean SQL of a branch's condition; None when it is not understood.

    Args:
        part: the condition.
        subject: the column the rule is about, for a condition that names none.
        ctx: the compilation.
        spans: only spans of numbers are taken.
    """
    if not part.marks:
        return None
    if subject is not None and subject.column is not None:
        own = _without_subject(part, subject)
        made = _of_subject(own, subject, ctx, spans=spans) if COLUMN not in own.text else None
        if made is not None:
            return made
    if spans:
        return None
    if not part.columns and subject is not None and _single_word(part):
        return None
    part = _plain(_explained(part) or part)
    before = ctx.about
    ctx.about = (subject.column,) if subject is not None and subject.column is not None else before
    try:
        made = ctx.condition(part)
        return made if made and any(column.sql in made for column in ctx.scope.columns) else None
    finally:
        ctx.about = before


def is_code(part: Phrase) -> bool:
    """Whether the part looks like a code: quoted, a number, or a few capitals or digits."""
    raw = part.raw
    if part.text.strip() in _KEYWORDS:
        return False
    return len(part.marks) == 1 and (
        part.text.strip() in _TRUTHS
        or fixed(part) is not None
        or (raw.isalnum() and raw.isupper() and len(raw) <= 4)
    )


_KEYWORDS = frozenset(("case", "when", "then", "else", "end", "if", "and", "or", "not", "null", "is", "in"))


def begins_with_subject(part: Phrase, subject: Piece) -> bool:
    """Whether the condition names its column, by the column's name or by a word of it."""
    first = part.marks[0]
    if first.column is not None:
        return first.column is subject.column
    parts = name_parts(subject.column.column.name) if subject.column else ()
    return (
        len(part.marks) > 1
        and first.text.isalpha()
        and len(first.text) > 2
        and any(says(each, first.text) for each in parts)
    )


def _single_word(part: Phrase) -> bool:
    return len(part.marks) == 1 and part.text != f"{SELF} "


def _explained(part: Phrase) -> Phrase | None:
    """The test in the brackets behind a few words that only describe it: active customers (status = A)."""
    slots = part.match("{w:any} \\( {c:any} \\)")
    if slots is None or not slots["c"].columns or slots["w"].columns or len(slots["w"].marks) > _MOST_WORDS:
        return None
    return (
        slots["c"]
        if all(mark.text.isalpha() and mark.text not in _NOT for mark in slots["w"].marks)
        else None
    )


def _plain(part: Phrase) -> Phrase:
    """The test with & as "and", and without the "both" before two of them."""
    marks = tuple(replace(mark, text="and") if mark.text == "&" else mark for mark in part.marks)
    both = marks[0].text == "both" and sum(mark.text == "and" for mark in marks) == 1
    return Phrase(marks[1:] if both else marks, part.source)


_MOST_WORDS = 4
_NOT = frozenset(("not", "no", "without", "except", "or", "and", "than", "if"))


def _without_subject(part: Phrase, subject: Piece) -> Phrase:
    """The condition without the column it names again."""
    if len(part.marks) > 1 and begins_with_subject(part, subject):
        return _without_subject(Phrase(part.marks[1:], part.source), subject)
    return part


def _of_subject(part: Phrase, subject: Piece, ctx: Context, *, spans: bool) -> str | None:
    """A span, a list of codes or a missing value of the column."""
    span = _span(part, subject)
    if span is not None or spans:
        return span
    text = subject.family in (Family.TEXT, Family.UNKNOWN)
    if first_match(part, _NOTHING) is not None:
        return f"{subject.sql} IS NULL"
    if first_match(part, _BLANK) is not None:
        return f"({subject.sql} IS NULL OR trim({subject.sql}) = '')" if text else f"{subject.sql} IS NULL"
    if first_match(part, _FILLED) is not None:
        return f"{subject.sql} IS NOT NULL"
    return _codes(part, subject, ctx)


def _span(part: Phrase, subject: Piece) -> str | None:
    """SQL of a span of numbers; text is read as number."""
    slots = part.match(
        "[(is|are|lies|falls|it is|§s is|§s|of|amounts|values|value|ages|aged|age|those|exactly)] {v:any}"
    )
    body = slots["v"] if slots else part
    tail = body.match("{v:any} (value|values|numbers|amount|amounts|balance|balances|years|year|days|months)")
    body = tail["v"] if tail else body
    for template, test in _SPANS:
        found = body.match(template)
        if found is None or subject.family not in (Family.NUMBER, Family.TEXT):
            continue
        bounds = {name: found[name].marks[0].token.value for name in ("low", "high") if found.get(name)}
        if "low" in bounds and "high" in bounds and float(bounds["low"]) > float(bounds["high"]):
            return None
        if subject.family is Family.TEXT and (not bounds or _PERIODS & set(body.text.split())):
            return None
        sql = f"CAST({subject.sql} AS DOUBLE)" if subject.family is Family.TEXT else subject.sql
        return test.replace("{0}", sql).format(**bounds)
    return None


def _codes(part: Phrase, subject: Piece, ctx: Context) -> str | None:
    """SQL for the column being one of the codes."""
    slots = part.match(_OWN)
    body = slots["v"] if slots else part
    told = bool(_TELLS & {mark.text for mark in part.marks[: len(part.marks) - len(body.marks)]})
    if body.marks and body.marks[0].text == "(" and body.marks[-1].text == ")":
        body = Phrase(body.marks[1:-1], body.source)
    codes: list[Piece] = []
    missing = False
    for each in body.split(_SPLIT):
        if each.text.strip() in ("null", "missing"):
            missing = True
            continue
        flag = subject.family is Family.FLAG
        code = _code(each, subject, ctx) if told or flag or not each.raw.islower() else None
        if code is None:
            return None
        codes.append(code)
    if not codes or len({code.sql for code in codes}) < len(codes):
        return None
    listed = ", ".join(code.sql for code in codes)
    test = f"{subject.sql} = {listed}" if len(codes) == 1 else f"{subject.sql} IN ({listed})"
    return f"{test} OR {subject.sql} IS NULL" if missing else test


_TELLS = frozenset(("is", "=", "equals", "either", "code", "value"))
"""Words before a code in small letters, which without them may as well be anything."""


def _code(part: Phrase, subject: Piece, ctx: Context) -> Piece | None:
    """One code; without quotes it is one word."""
    written = fixed(part)
    raw = part.raw
    words = set(re.findall(r"[^\W\d]+", raw.lower()))
    loose = loose_text(part, ctx.scope) if len(part.marks) == 1 and not words & NO_CODES else None
    text = written.literal if written is not None else loose
    if text is None or (written is None and subject.family is Family.FLAG and text.lower() not in _TRUTHS):
        return None
    piece = literal_of(
        _TRUTHS.get(text.lower(), text) if subject.family is Family.FLAG else text, subject.type or "VARCHAR"
    )
    return piece if subject.family is not Family.TEXT else quoted_text(text)


_TRUTHS = {
    "true": "true",
    "false": "false",
    "1": "true",
    "0": "false",
    "y": "true",
    "n": "false",
    "yes": "true",
    "no": "false",
}

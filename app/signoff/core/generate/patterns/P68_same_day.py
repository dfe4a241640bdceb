"""Days between two dates with what counts where they are the same: ``days from A to B. A same-day stay is 1``."""

from __future__ import annotations

import re

from signoff.core.generate.patterns.composed.reading import composed
from signoff.core.generate.patterns.composed.spans import places
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import NUMBER, Phrase
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.patterns.spans import cut

NAME = "P68 same day"

_AS = (
    r"(?:(?:counts?|count|is|are|=|->|:|gives?|becomes?|shall be|should be|to be|taken|counted|treated|"
    r"it is|then|,|means) )*(?:as )?(?:of )?"
)
_N = rf"(?P<n>{NUMBER} |one )(?:days? )?"
_TAILS = tuple(
    re.compile(shape)
    for shape in (
        rf"(?:on )?(?:an? )?same day (?:[^\W\d]\w* )?{_AS}{_N}$",
        rf"(?:zero days?|§n days|§n|zero|result §n) (?P<zero>){_AS}{_N}$",
        rf"{_N}(?:if|when|where|for) (?:both|they|two|two dates|both dates|two days|dates) (?:are |"
        rf"fall |lie |is )?(?:on )?(?:same|equal|"
        rf"same day|same date|identical) $",
        rf"{_N}(?:if|when|where|for) (?:(?:[^\W\d]\w* |§c ){{1,3}})?(?:on )?same day (?:[^\W\d]\w* )?$",
        rf"(?:if|when|where) (?:[^\W\d]\w* |§c ){{0,3}}?(?:on )?same (?:day|date) (?:, |then )*{_AS}(?:§s )?{_AS}{_N}$",
        rf"(?:if|when|where) both (?:are|fall|lie) (?:on )?same (?:day|date) (?:, |then )*{_AS}{_N}$",
    )
)
_SEPARATOR = r"(?:; |\. |, )(?:and |but |where )?|\( "
_NOT = re.compile(r"(?<!\S)(?:not|no|never|next|previous|other|another|without|except|unless|and|or) ")


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The days, with the number that stands for none of them, when the whole phrase says that."""
    if ctx.scope.aggregate or ctx.depth:
        return None
    for first, last in places(phrase, _SEPARATOR):
        tail = cut(phrase, last, len(phrase.marks))
        if phrase.marks[first].text == "(" and phrase.marks[-1].text == ")":
            tail = cut(tail, 0, len(tail.marks) - 1)
        tail = tail.stripped((), (".", ";", ","))
        head = cut(phrase, 0, first)
        made_of = ctx.scope.sources or head.columns
        number = _number(tail) if set(tail.columns) <= set(made_of) else None
        body = _days(head, ctx) if number is not None else None
        if body is not None:
            return Piece(f"CASE WHEN {body.sql} = 0 THEN {number} ELSE {body.sql} END", body.type)
    return None


def _number(tail: Phrase) -> str | None:
    """What a day counts as that begins and ends something."""
    if _NOT.search(tail.text):
        return None
    for shape in _TAILS:
        found = shape.match(tail.text)
        if found is None:
            continue
        zero = (
            [mark for mark in tail.cut(0, found.start("zero")).marks if mark.text == "§n"]
            if "zero" in found.re.groupindex
            else []
        )
        if any(mark.token.value != "0" for mark in zero):
            return None
        raw = tail.cut(*found.span("n")).raw
        return "1" if raw.lower() == "one" else raw if raw.isdigit() else None
    return None


def _days(head: Phrase, ctx: Context) -> Piece | None:
    """The days between two dates that the words before are."""
    made = ctx.value(head) or composed(head, ctx)
    days = made is not None and re.fullmatch(r"date_diff\('day', .+\)", made.sql) is not None
    return made if days and made is not None and all(c.sql in made.sql for c in ctx.scope.sources) else None

"""A measure in another unit: "source is in watts, we want kW. A connection of 0 is a placeholder and becomes NULL"."""

from __future__ import annotations

import re

from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import NUMBER, Phrase
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.types import Family, family_of

NAME = "P34 units"

_SCALES = (
    {"w": 1, "watt": 1, "kw": 1000, "kilowatt": 1000, "mw": 1000000, "megawatt": 1000000},
    {"wh": 1, "watthour": 1, "kwh": 1000, "kilowatthour": 1000, "mwh": 1000000, "megawatthour": 1000000},
    {"g": 1, "gram": 1, "gramme": 1, "kg": 1000, "kilo": 1000, "kilogram": 1000, "t": 1000000, "tonne": 1000000},
    {"mm": 1, "millimetre": 1, "cm": 10, "centimetre": 10, "m": 1000, "metre": 1000, "meter": 1000, "km": 1000000,
     "kilometre": 1000000, "kilometer": 1000000},
    {"ml": 1, "millilitre": 1, "cl": 10, "dl": 100, "l": 1000, "litre": 1000, "liter": 1000},
    {"ms": 1, "millisecond": 1, "second": 1000, "sec": 1000, "s": 1000, "minute": 60000, "min": 60000, "hour": 3600000,
     "h": 3600000, "hr": 3600000, "day": 86400000},
    {"cent": 1, "ct": 1, "eur": 100, "euro": 100, "dollar": 100, "usd": 100, "chf": 100, "franc": 100},
    {"penny": 1, "pence": 1, "pound": 100, "gbp": 100},
    {"rappen": 1, "chf": 100, "franc": 100},
)  # fmt: skip
_FROM = r"(?P<a>[a-z]+) "
_TO = r"(?P<b>[a-z]+) "
_NAMED = r"(?:(?:source|column|field|value|amount|number|figure|§s|§c|it|source value|values|amounts) )?"
_GIVEN = (
    r"(?:(?:is|are|comes|come|stands|delivered|given|stored|held|kept|measured|sent) )*(?:in |as |held in )"
)
_WANTED = (
    r"(?:, |; |\. |- |: )?(?:and |but )?(?:(?:we|target|it|§s|this|here|table|column) )?(?:(?:want|"
    r"wants|need|needs|wanted|needed|is|"
    r"must be|should be|has to be|to be|shall be|convert|converted|turn|load|loaded|show|shown|"
    r"store|wants it|bring|want them|want it|want "
    r"§s|needs §s|need §s|calculate|in) )*(?:§s |them )?(?:in |into |to |as )?"
)
_NOUNS = (
    r"(?:(?!(?:sum|total|average|avg|max|min|count|number|if|when|round|rounded|running|difference|first|last|per)\b)"
    r"\S+ ){0,3}"
)
_GIVEN_AS = (
    r"(?:(?:source|§s|it|input|column|field|value|stored|original|raw|given|delivered|held|is|comes|data|are|which) )*"
    r"(?:in |: |= )?"
)
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"{_NAMED}{_GIVEN}{_FROM}{_WANTED}{_TO}",
        rf"(?:convert |converted |turn |turned |change |from |conversion |recalculate "
        rf")+{_NAMED}(?:from |of )?{_FROM}(?:to |into |-> |in )+{_TO}",
        rf"{_NAMED}(?:from )?{_FROM}(?:-> |to |into ){_TO}",
        rf"{_NOUNS}(?:in|as) {_TO}(?:\(|,|;|-) {_GIVEN_AS}{_FROM}(?:\) )?",
    )
)
_ZERO = re.compile(
    r"(?:(?:any|value|values|one|entry|a|an) )?(?:(?:[a-z]+|§c) of )?(?P<n>§n |zero |nought "
    r")(?:(?:(?:is|are|means|mean|stands for|counts as|count as) )?"
    r"(?:placeholder|unknown|not known|no value|not measured|missing|not filled|only placeholder|"
    r"dummy|no real value|empty)? ?)"
    r"(?:(?:, |and |so |; |: )*(?:becomes |become |is set to |set to |-> |: |= |is |turns into |is "
    r"loaded as |gives |to |means |counts as )*"
    r"(?:null |no value |empty |missing ))?"
)
_END = re.compile(r"(?:; |\. |, )(?:and |but )?")


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The measure in the wanted unit, when the whole phrase says from which to which."""
    cuts = [None, *(found for found in _END.finditer(phrase.text) if found.start())]
    for cut in cuts:
        factor = _factor(phrase.cut(0, cut.start()) if cut else phrase)
        missing = _missing(phrase.cut(cut.end(), len(phrase.text))) if cut else ""
        columns = tuple(mark for mark in phrase.marks if mark.column)[:1]
        subject = ctx.subject(Phrase(columns, phrase.source)) if factor and missing is not None else None
        if subject is None or factor is None or family_of(subject.type) is not Family.NUMBER:
            continue
        value = f"nullif({subject.sql}, {missing})" if missing else subject.sql
        over, under = factor
        return Piece(f"{value} / {over}" if over > 1 else f"{value} * {under}", "DOUBLE")
    return None


def _factor(main: Phrase) -> tuple[int, int] | None:
    """What to divide and to multiply by, when the clause names two units of one kind."""
    for shape in _SHAPES:
        found = shape.fullmatch(main.text)
        if found is None:
            continue
        made = factor_between(found["a"], found["b"])
        if made is not None:
            return made
    return None


def factor_between(from_unit: str, to_unit: str) -> tuple[int, int] | None:
    """What to divide and to multiply by; None where the two are no units of one kind, or the same."""
    given, wanted = _unit(from_unit), _unit(to_unit)
    for scale in _SCALES:
        if given in scale and wanted in scale and scale[given] != scale[wanted]:
            small, large = sorted((scale[given], scale[wanted]))
            if large % small == 0:
                times = large // small
                return (times, 1) if scale[wanted] == large else (1, times)
    return None


def _unit(word: str) -> str:
    plain = word.strip()
    known = any(plain in scale for scale in _SCALES)
    return plain if known else plain.removesuffix("s")


def _missing(tail: Phrase) -> str | None:
    """The number that stands for no value; None where the clause says anything else."""
    found = _ZERO.fullmatch(tail.text)
    says_so = found is not None and any(
        word in tail.text.split()
        for word in (
            "null",
            "unknown",
            "placeholder",
            "known",
            "value",
            "missing",
            "empty",
            "dummy",
            "measured",
            "filled",
        )
    )
    if found is None or not says_so:
        return None
    mark = next((mark for mark in tail.marks if mark.text == NUMBER), None)
    return mark.token.value if mark is not None else "0"

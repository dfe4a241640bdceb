"""Ranges told in everyday words: ``under 15 is short, from 15 to 30 inclusive it's regular, above that long``.

Each piece names a range of one value and what stands for it; years name ranges of a date's year. Every piece has to be
understood, and an ``else`` is needed or an open end on each side.
"""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope
from signoff.core.generate.patterns.pieces import text_literal
from signoff.core.generate.types import Family, family_of

_NUMBER = r"(?P<{0}>-?\d[\d ]*(?:\.\d+)?)"
_LEAD = r"(?:(?:any(?:thing|body)?|everything|values?|those|all|people|born|is|it|it's|if|when|of|with)\s+)*"
_UNIT = (
    r"(?:\s+(?:seconds?|minutes?|hours?|days?|months?|years?|km|kg|eur|euros?|pieces?|points?|%|percent"
    r"|inclusive|included))*"
)
_SAYS = (
    r"\s*(?:,\s*)?(?:(?:it's|it\s+is|is|are|we\s+call\s+it|they\s+are|means|counts\s+as|gives|becomes|then)\s+"
    r"|[=:→]\s*|->\s*)?"
)
_LABEL = r"(?P<label>'[^']*'|[A-Za-z0-9][\w/<>+.-]*(?: [\w/<>+.-]+)?)"
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (test, re.compile(rf"{_LEAD}{shape}{_UNIT}{_SAYS}{_LABEL}\s*", re.IGNORECASE))
    for test, shape in (
        ("between", rf"(?:from|between)?\s*{_NUMBER.format('low')}{_UNIT}\s*(?:until|to|through|up\s+to|and|-|–)"
         rf"\s*{_NUMBER.format('high')}"),
        ("<", rf"(?:under|below|before|less\s+than|fewer\s+than|smaller\s+than|<)\s*{_NUMBER.format('high')}"),
        ("<=", rf"(?:until|up\s+to|at\s+most|<=)\s*{_NUMBER.format('high')}"),
        (">=", rf"{_NUMBER.format('low')}{_UNIT}\s*(?:and|or|\+)\s*(?:later|after|more|above|up|over|older|higher|on)"),
        (">=", rf"(?:from|since|at\s+least|>=)\s*{_NUMBER.format('low')}(?:\s+(?:on|onwards?|up|upwards))?"),
        (">", rf"(?:over|above|after|more\s+than|greater\s+than|>)\s*{_NUMBER.format('low')}"),
        ("=", rf"{_NUMBER.format('low')}"),
    )
)  # fmt: skip
_ABOVE = re.compile(
    rf"(?:above\s+that|more|over\s+that|higher|longer|later|the\s+rest\s+above){_SAYS}{_LABEL}\s*",
    re.IGNORECASE,
)
_ELSE = re.compile(
    rf"(?:and\s+)?(?:else|otherwise|(?:the\s+)?rest|everything\s+else|anything\s+else|all\s+others?"
    rf"|others?){_SAYS}{_LABEL}\s*",
    re.IGNORECASE,
)
_MISSING = re.compile(
    rf"(?:(?:if|when)\s+)?(?:there\s+is\s+)?(?:(?:it|the\s+[\w ]+?|this|that|[\w]+)\s+(?:isn't|is\s+not|is"
    rf"|are)\s+)?(?:(?:known|there|given|filled)"
    rf"|no\s+[\w ]+?|without\s+[\w ]+?|unknown|missing|null|empty)\s*(?:[=:→,]|->|then\s+write|then|write|is"
    rf"|are|means|gives|put)+\s*{_LABEL}\s*",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:isn't|is\s+not|no|without|unknown|missing|null|empty|not)\b", re.IGNORECASE)
_CUT = re.compile(
    r"\s*(?:[,;]|\.(?=\s|$)|\band\b(?=\s+the\s+rest\b)|\belse\b(?=\s))\s*(?:and\s+)?", re.IGNORECASE
)
_FEWEST = 2


def everyday_bands(text: str, scope: Scope) -> str:
    """A CASE over ranges of the only source; empty for a text that is not wholly of them.

    Args:
        text: the rule.
        scope: its columns.
    """
    if len(scope.sources) != 1 or scope.aggregate:
        return ""
    column = scope.sources[0]
    family = family_of(column.column.type)
    pieces = [piece for piece in _pieces(text) if piece]
    years = [number for piece in pieces for number in re.findall(r"\d+(?:\.\d+)?", _before_label(piece))]
    if family is Family.DATE and years and all(re.fullmatch(r"(?:19|20)\d\d", year) for year in years):
        value = f"year({column.sql})"
    elif family is Family.NUMBER:
        value = column.sql
    else:
        return ""
    return _case(pieces, value)


def _pieces(text: str) -> list[str]:
    plain = " ".join(text.split()).strip(" .")
    parts, last = [], 0
    for match in _CUT.finditer(plain):
        parts.append(plain[last : match.start()])
        kept = match.group().strip().casefold() in ("else", "and")
        last = match.start() if kept else match.end()
    return [part.strip() for part in (*parts, plain[last:]) if part.strip()]


def _before_label(piece: str) -> str:
    for _test, shape in _SHAPES:
        if (match := shape.fullmatch(piece)) is not None:
            return piece[: match.start("label")]
    return ""


def _case(pieces: list[str], value: str) -> str:
    arms: list[str] = []
    other, missing, highest, ranges = "", "", "", 0
    for piece in pieces:
        if (rest := _ELSE.fullmatch(piece)) is not None and not other:
            other = text_literal(_label(rest["label"]))
        elif _NOT.search(piece) and (none := _MISSING.fullmatch(piece)) is not None and not missing:
            missing = text_literal(_label(none["label"]))
        elif (above := _ABOVE.fullmatch(piece)) is not None and highest:
            arms.append(f"WHEN {value} > {highest} THEN {text_literal(_label(above['label']))}")
            ranges += 1
        else:
            told = next(((t, m) for t, shape in _SHAPES if (m := shape.fullmatch(piece)) is not None), None)
            if told is None:
                return ""
            test, match = told
            highest = (match.groupdict().get("high") or match.groupdict().get("low") or "").replace(" ", "")
            arms.append(f"WHEN {_test(test, match, value)} THEN {text_literal(_label(match['label']))}")
            ranges += test != "="
    if ranges < _FEWEST - bool(other) or len(arms) + bool(other) < _FEWEST:
        return ""
    null = f"WHEN {value} IS NULL THEN {missing} " if missing else ""
    return f"CASE {null}{' '.join(arms)}{f' ELSE {other}' if other else ''} END"


def _test(test: str, match: re.Match[str], value: str) -> str:
    bounds = {
        name: text.replace(" ", "")
        for name, text in match.groupdict().items()
        if name in ("low", "high") and text
    }
    if test == "between":
        return f"{value} BETWEEN {bounds['low']} AND {bounds['high']}"
    return f"{value} {test} {bounds.get('low') or bounds.get('high')}"


def _label(text: str) -> str:
    return text.strip().strip("'").strip()

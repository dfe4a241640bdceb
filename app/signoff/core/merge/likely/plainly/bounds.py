"""Bounds of a number in words: ``from 1,000 up to but not including 10,000``, ``70 and over``, ``6+``."""

from __future__ import annotations

import re

from signoff.core.merge.likely.plainly.lexis import NUMBER, figure

_UNIT = (
    r"(?:\s*(?:%|€|\$|£|percent|euros?|eur|dollars?|usd|bucks|cents?|units?|pieces?|pcs|items?|points?|"
    r"days?|nights?|weeks?|months?|years?|"
    r"hours?|minutes?|min|mins|kg|kilos?|g|grams?|cm|mm|km|m|times|[a-z]{3,}s))?"
)


def _number(name: str) -> str:
    return rf"(?:€\s*|\$\s*|£\s*|exactly\s+)?(?P<{name}>{NUMBER})(?!\w){_UNIT}"


_OVER = (
    r"(?P<over>over|above|more\s+than|greater\s+than|higher\s+than|bigger\s+than|larger\s+than|older\s+"
    r"than|longer\s+than|exceeding|exceeds|beyond|>(?!=))"
)
_FROM = (
    r"(?P<from>from|at\s+least|starting\s+(?:at|from|with)|no\s+less\s+than|not\s+(?:below|under|less\s+"
    r"than)|minimum|min|>=|≥|"
    r"no\s+fewer\s+than|between)"
)
_UNDER = (
    r"(?P<under>(?:up\s+)?(?:to|until)\s*,?\s*but\s+(?:not\s+including|excluding|without)|below|under|"
    r"less\s+than|fewer\s+than|lower\s+than|"
    r"smaller\s+than|younger\s+than|shorter\s+than|not\s+yet|but\s+(?:below|under|less\s+than)|<(?!=))"
)
_UP_TO = (
    r"(?P<up>up\s+to(?:\s+and\s+including|\s+including)?|at\s+most|through|to|until|till|no\s+more\s+than|"
    r"not\s+(?:over|above|more\s+than)|"
    r"maximum|max|<=|≤|and|-)"
)
_MORE = (
    r"(?P<more>\s*\+|\s+(?:or|and)\s+(?:more|over|above|up|upwards?|higher|older|later|greater|beyond|"
    r"longer|better)|\s+(?:upwards?|onwards?|plus))"
)
_LESS = r"(?P<less>\s+(?:or|and)\s+(?:less|fewer|below|under|younger|lower|shorter|smaller|worse|down))"
_ENDS = r"(?:\s*,?\s*\(?(?P<ends>included|inclusive|incl|both\s+included|excluded|exclusive)\)?)?"
_SHAPES = (
    re.compile(
        rf"{_OVER}\s*{_number('a')}(?:\s*,?\s*(?:and|but)?\s*(?:{_UNDER}"
        rf"|{_UP_TO})\s*{_number('b')})?{_ENDS}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:{_FROM}\s*)?{_number('a')}\s*,?\s*(?:and\s+|but\s+)?(?:{_UNDER}"
        rf"|{_UP_TO})\s*{_number('b')}{_ENDS}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_FROM}\s*{_number('a')}(?:\s+(?:up|upwards?|onwards?|on|or\s+more|and\s+more))?", re.IGNORECASE
    ),
    re.compile(rf"{_number('a')}(?:{_MORE}|{_LESS})", re.IGNORECASE),
    re.compile(rf"(?:{_UNDER}|{_UP_TO})\s*{_number('b')}{_ENDS}", re.IGNORECASE),
    re.compile(
        rf"(?:exactly\s+|just\s+|only\s+)?{_number('a')}(?:\s+(?:flat|exactly|sharp|even))?", re.IGNORECASE
    ),
)
_SIGNED = {
    "negative": "< 0",
    "below zero": "< 0",
    "positive": "> 0",
    "above zero": "> 0",
    "not zero": "<> 0",
    "nonzero": "<> 0",
    "non-zero": "<> 0",
}


def bounds_of(text: str) -> tuple[str, ...]:
    """The sides and figures that a text tells, ``('>= 1000', '< 10000')``; empty where it tells anything else.

    Args:
        text: the words of the bounds.
    """
    plain = " ".join(text.strip(" .,;:()").split())
    if plain.casefold() in _SIGNED:
        return (_SIGNED[plain.casefold()],)
    for shape in _SHAPES:
        match = shape.fullmatch(plain)
        if match is None:
            continue
        said = match.groupdict()
        made = _low(said), _high(said)
        told = tuple(each for each in made if each)
        if told and _in_order(said):
            return told if len(told) > 1 or not _is_exact(said) else (f"= {figure(said['a'])}",)
    return ()


def _is_exact(said: dict[str, str | None]) -> bool:
    return not any(said.get(name) for name in ("over", "from", "more", "less", "under", "up"))


def _low(said: dict[str, str | None]) -> str:
    figure_said = said.get("a")
    if not figure_said:
        return ""
    if said.get("less"):
        return f"<= {figure(figure_said)}"
    return f"{'>' if said.get('over') else '>='} {figure(figure_said)}"


def _high(said: dict[str, str | None]) -> str:
    figure_said = said.get("b")
    if not figure_said:
        return ""
    is_open = bool(said.get("under")) or (said.get("ends") or "").startswith("ex")
    return f"{'<' if is_open else '<='} {figure(figure_said)}"


def _in_order(said: dict[str, str | None]) -> bool:
    first, last = said.get("a"), said.get("b")
    return not first or not last or float(figure(first)) <= float(figure(last))

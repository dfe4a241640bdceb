"""Conditions in plain words on numbers: bounds of one, or one held against another."""

from __future__ import annotations

import re

from signoff.core.merge.likely.plainly.bounds import bounds_of
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.lexis import NUMBER, figure
from signoff.core.merge.likely.plainly.numbers import amount_of, held

_SIGN = {
    "is more than": ">", "more than": ">", "greater than": ">", "higher than": ">", "larger than": ">",
    "bigger than": ">", "above": ">", "over": ">", "exceeds": ">", "exceed": ">", "less than": "<",
    "lower than": "<", "smaller than": "<", "below": "<", "under": "<", "at least": ">=", "at most": "<=",
    "no more than": "<=", "not more than": "<=", "no less than": ">=", "not less than": ">=", "covers": ">=",
    "reaches": ">=", "meets": ">=", "equal to": "=", "equals": "=", "the same as": "=", "falls below": "<",
    "falls short of": "<", "drops below": "<", "not above": "<=", "not below": ">=", ">": ">", "<": "<",
    ">=": ">=", "<=": "<=", "=": "=", "fewer than": "<",
}  # fmt: skip
_COMPARED = re.compile(
    r"^(?P<a>.*?)\s*(?:\b(?:is|was|are|were|has|have|be|being|it|of|a)\s+)*(?P<not>not\s+)?"
    rf"(?P<sign>{'|'.join(sorted(map(re.escape, _SIGN), key=len, reverse=True))})(?![\w=])\s*(?P<b>.+?)"
    r"(?P<more>\s+or\s+more)?$",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(rf"^(?P<n>{NUMBER})\s*(?:%|percent)\s+of\s+(?P<b>.+)$", re.IGNORECASE)
_NOUNED = re.compile(
    r"^(?P<noun>(?:[A-Za-z][\w'()-]*\s+){0,5}?)(?:(?:is|was|were|are|of|has|have|be|being|=)\s+)*(?P<rest>"
    r"(?:[-+<>=≥≤\d€$£]|over|above|more|greater|higher|exceeding|beyond|from|at|starting|"
    r"no|not|min|max|between|up|below|under|less|fewer|lower|smaller|younger|older|zero|one|two|three|four"
    r"|five|six|seven|eight|nine|ten|negative|positive|exactly|non-?zero|through|until).*)$",
    re.IGNORECASE,
)


def number_test(text: str, ground: Ground) -> str:
    """SQL of a condition on numbers: bounds of one, or one held against another."""
    said = re.sub(r"\b(?:it|they)\s+", "", text)
    return _bounded(said, ground) or _compared(said, ground)


def _bounded(text: str, ground: Ground) -> str:
    parts = re.split(r"\s+or\s+(?=\d|null|zero|negative)", text)
    if len(parts) > 1 and not re.match(r"(?:more|less|over|fewer|above|higher)", parts[1]):
        return ""
    match = _NOUNED.match(text)
    bounds = bounds_of(match["rest"]) if match is not None else ()
    if match is None or not bounds:
        return ""
    noun = match["noun"].strip()
    column = (
        ground.called(noun, "number") if noun else ground.subject("number") or ground.names.source("number")
    )
    if (
        noun
        and column is None
        and re.fullmatch(
            r"(?:(?:the|a|an|its|our|it|is|was|amount|value|number|score|quantity|total|source|column)\s*)+",
            noun,
            re.IGNORECASE,
        )
    ):
        column = ground.subject("number") or ground.names.source("number")
    sql = ground.sql(column) if column is not None else amount_of(noun, ground) if noun else ""
    return " AND ".join(f"{sql} {each}" for each in bounds) if sql else ""


def _compared(text: str, ground: Ground) -> str:
    match = _COMPARED.match(text)
    if match is None:
        return ""
    share = _SHARE_OF.match(match["b"])
    second = amount_of(share["b"] if share else match["b"], ground)
    second = f"{figure(share['n'])} / 100.0 * {held(second)}" if share and second else second
    column = ground.names.source("number") if not match["a"].strip() else None
    first = (
        amount_of(match["a"], ground)
        if match["a"].strip()
        else ground.sql(column)
        if column is not None
        else ""
    )
    if (
        not first
        and second
        and re.fullmatch(
            r"(?:it|this|that|the\s+(?:amount|value|number|field))", match["a"].strip(), re.IGNORECASE
        )
    ):
        column = ground.names.source("number")
        first = ground.sql(column) if column is not None else ""
    if not first or not second or first == second:
        return ""
    sign = _SIGN[" ".join(match["sign"].casefold().split())]
    made = f"{first} {sign} {second}"
    return f"not ({made})" if match["not"] else made

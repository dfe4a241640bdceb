"""Orders that stand behind the rows they are about, or come after "only": each as an order of its own.

``Rows opened by bots are noise, leave them out: login_name ends in [bot]``; ``only posted lines, and nothing from
voided transactions``.
"""

from __future__ import annotations

import re

_LEAVE_THEM = re.compile(
    r"^(?P<who>[^:;()]{3,90}?)\s*(?:[,;–]|\s-|\band\b)\s*(?:so\s+|please\s+|therefore\s+)*"
    r"(?:(?:leave|keep|filter|take|throw|sort)\s+(?:them|those|these|it)(?:\s+all)?\s+(?:out|away)"
    r"|(?:exclude|drop|hide|remove|ignore|skip|discard|omit)\s+(?:them|those|these|it))\s*"
    r"(?::\s*(?P<behind>\S[^:;]*)|\((?P<inside>[^()]+)\))$",
    re.IGNORECASE,
)
_LIMITS = re.compile(
    r"\b(?:unless|except|if|when|until|before|after|or|without|older|newer|only|not|no|most|some|many|few)\b|\d",
    re.IGNORECASE,
)
"""Words of the rows that the condition behind the order need not say again."""
_OWNER = re.compile(r"^(?:the\s+)?\w+['’]s\s+(?=\w+_\w+\b)", re.IGNORECASE)
_PART = re.compile(
    r"(?P<verb>\b(?:starts?|begins?|ends?)\s+(?:with|in)|\bcontains?)\s+(?P<value>'[^']+'|\"[^\"]+\"|[^\s'\"]+)$",
    re.IGNORECASE,
)
_NOTHING_FROM = re.compile(
    r"^(?P<only>(?:only|just)\s+\S.*?)\s*,?\s+and\s+(?:also\s+)?(?:nothing|none|no\s+(?:rows?|lines?|records?))\s+(?:from|of|for)\s+(?P<rows>\S.*)$",
    re.IGNORECASE,
)


_ORDERS = re.compile(
    r"[,;–]\s*(?:so\s+|please\s+)*(?:leave|keep|filter|take|throw|sort)\s+(?:them|those|these|it)(?:\s+all)?\s+(?:out|away)\b"
    r"|[,;–]\s*(?:so\s+|please\s+)*(?:exclude|drop|hide|remove|ignore|skip|discard|omit)\s+(?:them|those|these)\b",
    re.IGNORECASE,
)


def gives_order_behind(sentence: str) -> bool:
    """Whether a sentence orders to leave out the rows that it spoke of before."""
    return _ORDERS.search(sentence) is not None


def order_of(sentence: str) -> str:
    """A sentence as an order in front of the rows, by the condition behind it; as it is where it is none such."""
    told = _LEAVE_THEM.match(sentence.strip().rstrip("."))
    if told is None or _LIMITS.search(told["who"]):
        return sentence
    what = _OWNER.sub("", (told["behind"] or told["inside"]).strip())
    return f"leave out rows where {_PART.sub(_quoted, what)}"


def orders_in(sentence: str) -> tuple[str, ...]:
    """A sentence that says which rows count, and of which others none, as two."""
    told = _NOTHING_FROM.match(sentence)
    return (sentence,) if told is None else (told["only"], f"leave out {told['rows']}")


def _quoted(found: re.Match[str]) -> str:
    verb, value = found["verb"].split()[0], found["value"].strip("'\"")
    said = verb if verb.casefold().startswith("contain") else f"{verb} with"
    return f"{said} '{value}'"

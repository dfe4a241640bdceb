"""Sentences that tell rows for each thing and period, and those beside them that say the same once more."""

from __future__ import annotations

import re

UNIT = r"(?:calendar\s+)?(?P<unit>month|week|day|quarter|year)s?"
_TO = r"(?:to|until|till|through|thru|up\s+to(?:\s+and\s+(?:including|with))?)"
_WANT = re.compile(
    r"^(?:(?:i['’]d\s+like|i\s+(?:would\s+like|want|need)|we\s+(?:want|need|would\s+like)|there\s+(?:is|are|should\s+be|must\s+be|has\s+to\s+be|will\s+be)"
    r"|give\s+(?:me|us)|please|make|exactly|rows?\s*:|grain\s*:)\s*)+",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,5}?(?:table|rows?|grain|mart|view|report|model)(?:\s+[\w-]+){0,4}\s*:\s+",
    re.IGNORECASE,
)
_ROW = re.compile(
    r"(?:\b(?:there\s+(?:is|should\s+be|must\s+be|has\s+to\s+be)|we\s+(?:want|need))\s+)?\b(?:a|one|1|exactly\s+one)\s+(?:row|line|record|entry)\s*,?\s*(?=(?:for|per|in)\b)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*[,;(–-]\s*(?:even|also|including|incl\.?|whether|no\s+matter|with\s+or\s+without|regardless)\b(?P<said>.*)$",
    re.IGNORECASE,
)
_NO_GAPS = re.compile(r"\s*[,;(]\s*(?:no|without(?:\s+any)?)\s+gaps?\)?$", re.IGNORECASE)
_BOTH_IN = re.compile(
    r"\s*[,(]?\s*(?:both(?:\s+(?:days|ends|of\s+them))?\s+)?(?:in|incl(?:uded|usive|\.)?)\)?$", re.IGNORECASE
)
LIMITS = re.compile(
    r"\b(?:unless|except|only|provided|until|while|but|other\s+than|first|last|not|never|no|if)\b",
    re.IGNORECASE,
)
_LIMITS_TAIL = re.compile(r"\b(?:unless|except|only|provided|while|other\s+than)\b", re.IGNORECASE)
_EACH = r"(?:each|every|all)(?:\s+(?:one\s+)?of)?(?:\s+(?:the|our))?"
_BOTH = re.compile(
    rf"^(?:(?:for|per|in)\s+)?{_EACH}\s+(?P<thing>[a-z].*?)\s*(?:,|\band\b|\bfor\b|\bx\b|×|\btimes\b|\bwith\b|\bcrossed\s+with\b|\bcombined\s+with\b|\bper\b)(?:\s*(?:and|for|with))*\s*(?:{_EACH}\s+)?{UNIT}(?:\s*,?\s*(?P<span>from\s+.+))?$",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"^(?:(?:for|per|in)\s+)?{_EACH}\s+{UNIT}\s*,?\s*(?P<span>from\s+.+)$", re.IGNORECASE)
_FROM_TO = re.compile(rf"^from\s+(?P<start>.+?)\s+{_TO}\s+(?P<end>.+)$", re.IGNORECASE)
_THING = re.compile(
    r"^(?P<noun>[a-z]\w*)(?:\s+(?:of|in|from|listed\s+in|found\s+in)\s+(?:the\s+)?(?:table\s+)?(?P<of>\w+))?"
    r"(?P<once>\s+(?:that|which|who)\s+(?:has|have|had|with)\s+(?:at\s+least\s+)?(?:one|an?|some|any)\s+\w+\s+in\s+(?:the\s+)?(?P<has>\w+)"
    r"|\s+(?:that|which|who)\s+(?:occurs?|appears?|shows?\s+up|is\s+found|are\s+found|is\s+there|comes?\s+up)\s+in\s+(?:the\s+)?(?P<occurs>\w+))?$",
    re.IGNORECASE,
)
_EMPTY_TOO = re.compile(
    rf"^(?:also\s+)?(?:the\s+)?{UNIT}\s+(?:(?:on|in)\s+which\s+(?:nothing|nobody|no\s+\w+)\s+\w+(?:\s+\w+)?|without(?:\s+any|\s+an?)?\s+\w+|with\s+no\s+\w+)\s+"
    r"(?:have\s+to|has\s+to|must|should|need\s+to|are|is|stay|stays|get|gets|appear|count|also|still|come)\b(?P<rest>[\w\s,]*)$",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"^[\w\s,]+?\s+(?:that|which)\s+(?:falls?|lies?|happen(?:s|ed)?|are|is)\s+outside\s+(?:of\s+)?[\w\s'’]+?\s+(?:are|is|do|does)\s+not\s+[\w\s',’]+$",
    re.IGNORECASE,
)
_GRAIN = re.compile(r"^(?:one|a)\s+(?:row|line)\s+(?:stands\s+for|per|for|is)\s+[\w ,]+$", re.IGNORECASE)
_CALLED = re.compile(
    r"^(?:an?|the|this\s+is\s+(?:an?|the))?\s*(?:[\w-]+\s+){0,4}(?:table|mart|view|report|overview|list)(?:\s+(?:behind|for|of)\s+[\w\s-]+)?$",
    re.IGNORECASE,
)


def plain(sentence: str) -> str:
    """A sentence without what only asks for rows, or says of periods without anything that they are there."""
    text = " ".join(sentence.split()).strip(" .;")
    tail = _TAIL.search(text)
    if tail is not None and _LIMITS_TAIL.search(tail["said"]) is None:
        text = text[: tail.start()]
    text = _WANT.sub("", _LABEL.sub("", text))
    return _NO_GAPS.sub("", _ROW.sub("", text)).strip(" .;,")


def told(sentence: str) -> tuple[str, str, str] | None:
    """The words for the things, the unit, and those for the span; None where a sentence tells no such rows."""
    text = plain(sentence)
    alone = _ALONE.match(text)
    if alone is not None:
        return "", alone["unit"].lower(), _BOTH_IN.sub("", alone["span"])
    both = _BOTH.match(text)
    if both is None:
        return None
    return both["thing"].strip(" ,"), both["unit"].lower(), _BOTH_IN.sub("", both["span"] or "")


def ends(span: str) -> tuple[str, str] | None:
    """The words for the two ends of a span."""
    match = _FROM_TO.match(span)
    return (match["start"], match["end"]) if match is not None else None


def thing(words: str) -> tuple[str, str, bool] | None:
    """The noun of the things, the table that is named for them, and whether they are those that occur in it."""
    match = _THING.match(words)
    if match is None:
        return None
    return match["noun"], match["has"] or match["occurs"] or match["of"] or "", match["once"] is not None


def says_nothing_more(sentence: str) -> bool:
    """Whether a sentence says only what holds of such rows anyway, or what the table is called."""
    text = " ".join(sentence.split()).strip(" .;")
    empty = _EMPTY_TOO.match(text)
    if empty is not None:
        return LIMITS.search(empty["rest"]) is None
    if _OUTSIDE.match(text) is not None:
        return True
    return LIMITS.search(text) is None and (_GRAIN.match(text) or _CALLED.match(text)) is not None


def tells_zeros(sentence: str) -> bool:
    """Whether a sentence says that periods without anything have zeros."""
    return re.search(r"\b(?:zeros?|zeroes|0)\b", sentence, re.IGNORECASE) is not None and (
        _EMPTY_TOO.match(" ".join(sentence.split()).strip(" .;")) is not None
    )

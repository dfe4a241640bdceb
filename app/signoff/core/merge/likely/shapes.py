"""Shapes of conditions in a marked text: how columns, values and what is said of them stand beside one another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

C = r"‹c(?P<c>\d+)›"
V = r"‹v\d+›"
LIST = rf"(?P<list>{V}(?:\s*(?:\([^()‹]*\)\s*)?(?:,|/|;|\+)?\s*(?:(?:and|or|nor|und)\s+)?(?:not\s+)?{V})*)"
A = r"(?:(?:an?|the|any|its|their|filled|given|real|valid)\s+)*"
EMPTY = (
    r"(?:null|empty|missing|blank|absent|unknown|unset|void|"
    r"not\s+(?:filled|given|set|there|known|present|available|null\s+or\s+blank))"
)
FILLED = r"(?:not\s+(?:null|empty|missing|blank)|filled|given|set|there|known|present|available|populated)"
BE = (
    r"(?:is|are|was|were|be|being|has|have|must\s+be|has\s+to\s+be|should\s+be|=|:|"
    r"equals?|of|in|as|with|stands?\s+on)"
)
NOT = (
    r"(?:is\s+not|are\s+not|not\s+in|not|<>|!=|other\s+than|is\s+neither|neither|"
    r"differs\s+from|different\s+from|is\s+anything\s+but)"
)
ANY_CASE = re.compile(
    r"\b(?:any|either|whatever|ignor\w+|regardless\s+of|no\s+matter|upper\s+or\s+lower|lower\s+or\s+upper)\b[^,.;]*\b(?:case|capitals?|letters?|spelling)\b"
    r"|\bcase\s+(?:does|is)\s+not\b|\bcase[\s-]insensitive\b|\b(?:in|also|sometimes)\s+(?:small|lower[\s-]?case)\b|\bany\s+casing\b",
    re.IGNORECASE,
)
SIGNS = {
    "more than": ">", "greater than": ">", "later than": ">", "after": ">", "over": ">", "above": ">", ">": ">",
    "less than": "<", "fewer than": "<", "earlier than": "<", "before": "<", "under": "<", "below": "<", "<": "<",
    "older than": "<", "at least": ">=", "from": ">=", "since": ">=", "on or after": ">=", "not before": ">=",
    ">=": ">=", "at most": "<=", "up to": "<=", "until": "<=", "on or before": "<=", "not after": "<=", "<=": "<=",
}  # fmt: skip
SIGN = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(SIGNS, key=len, reverse=True))
TEXTS = ("VARCHAR", "CHAR", "TEXT", "STRING")


def _pattern(shape: str) -> Callable[[str], Iterator[re.Match[str]]]:
    return re.compile(shape, re.IGNORECASE).finditer


BETWEEN = _pattern(
    rf"{C}\s+(?:(?:is|are|lies?|lying|falls?|must|be)\s+)*(?:between|from|within|in)\s+(?P<a>{V})\s+(?:and|to|until|-)\s+(?P<b>{V})"
)
COMPARED = _pattern(
    rf"{C}\s+(?:(?:is|are|was|were|lies|must\s+be|of|has\s+to\s+be)\s+)?(?P<sign>{SIGN})\s+(?P<v>{V})"
)
COLUMNS = _pattern(
    rf"{C}\s+(?:(?:is|are|was|were|lies|comes|must\s+be)\s+)?(?P<sign>{SIGN}|=|<>|!=|is\s+not\s+equal\s+to|equals|differs\s+from)\s+(?:the\s+)?‹c(?P<d>\d+)›"
)
LIKE = _pattern(
    rf"{C}\s+(?:(?:that|which)\s+)?(?P<not>(?:does\s+not|do\s+not|not)\s+)?(?P<how>like|starts?\s+with|starting\s+with|begins?\s+with|beginning\s+with|"
    rf"ends?\s+with|ending\s+(?:in|with)|contains?|containing)\s+(?P<v>{V}|[\w-]+)"
)
NOUN_LIKE = _pattern(
    rf"(?<![\w‹])(?P<noun>[^\W\d][\w-]*)\s+(?:(?:that|which)\s+)?(?P<not>(?:does\s+not|do\s+not|not)\s+)?(?P<how>starts?\s+with|"
    rf"starting\s+with|begins?\s+with|beginning\s+with|ends?\s+(?:in|with)|ending\s+(?:in|with)|contains?)\s+(?P<v>{V})"
)
DENIED = _pattern(rf"{C}\s+{NOT}\s+(?:in\s+|one\s+of\s+|equal\s+to\s+)?\(?\s*{LIST}")
ONE_OF = _pattern(
    rf"{C}\s*(?:{BE}\s+)*(?:(?:either|one\s+of|only|equal\s+to|the\s+value|exactly)\s+)*\(?\s*{LIST}"
)
MISSING_OR = _pattern(rf"{C}\s+(?:(?:is|are)\s+)?{EMPTY}\s+or\s+(?:is\s+)?(?P<sign>{SIGN})\s+(?P<v>{V})")
STANDS_IN = _pattern(rf"(?:an?\s+)?(?P<v>{V})\s+(?:in|under|as)\s+(?:the\s+)?(?:column\s+|field\s+)?{C}")
IS_FILLED = _pattern(
    rf"{C}\s+(?:(?:is|are|was|were|be|must\s+be|has\s+to\s+be|should\s+be|must)\s+)*{FILLED}\b"
)
IS_EMPTY = _pattern(rf"{C}\s+(?:(?:is|are|was|were|be|still)\s+)*{EMPTY}\b")
LACKS = _pattern(
    rf"\b(?:without|with\s+no|with(?:\s+an?)?\s+(?:empty|missing|blank|null)|no|missing|empty|blank|ha(?:s|ve)\s+no|lacking)\s+{A}{C}(?!\s*(?:{BE}\s+)?{V})"
)
HAS = _pattern(
    rf"\b(?:with|having|ha(?:s|ve))\s+{A}{C}(?!\s*(?:{BE}|{NOT}|{SIGN}|like|{V}|\w+s?\s+with))(?=\s*(?:[,.;)]|$|and\b|that\b|which\b|but\b))"
)
FLAG = _pattern(rf"(?P<not>\bnot\s+)?{C}")
NO_NOUN = (
    r"(?!(?:with|without|of|in|is|are|has|have|be|must|as|and|or|not|the|an?|that|which|where|"
    r"equals?|to|by|for|only|stands)\b)"
)
NOUN_VALUE = _pattern(
    rf"(?<![\w‹]){NO_NOUN}(?P<noun>[^\W\d][\w-]*)\s+(?:(?:is|are|in|=|:|equals?|being)\s+)*\(?\s*{LIST}"
)
NOUN_EMPTY = _pattern(rf"(?<![\w‹])(?P<noun>[^\W\d][\w-]*)\s+(?:is|are)\s+{EMPTY}\b")
NOUN_LACKS = _pattern(
    r"\b(?:without|with\s+no|ha(?:s|ve)\s+no)\s+(?:(?:an?|the|any|its|their)\s+)*(?P<noun>[^\W\d][\w-]*)\b"
)
CALLED_SO = _pattern(
    r"\b(?:that|which|who)\s+(?:(?:are|were|is|was|have\s+been|has\s+been|got|became)\s+)+"
    r"(?P<not>not\s+)?(?P<said>[\w' -]+?(?:\s*,\s*[\w' -]+?)*?)"
    r"\s*(?=[,.;:(]|$|\b(?:and|but)\s+(?:\w+\s+){0,2}(?:not|no|only|that|which|forget|leave|ignore|drop|skip)\b"
    r"|\b(?:are|is|get|gets|do|does|have|has|must|should|stays?|will|can|go|goes|count)\b)"
)
COLUMN_BEHIND = _pattern(
    rf"(?:\b(?P<sign>{SIGN})\s+)?(?P<v>{V})(?:\s+or\s+(?:(?P<more>later|after|more|higher|newer|above|over)|(?P<less>earlier|before|less|lower|fewer|below|under)))?\s*\(\s*{C}\s*\)"
)
SIGN_NOUN = _pattern(rf"\b(?P<sign>{SIGN})\s+(?P<v>{V})\s+(?P<noun>[^\W\d][\w-]*)")
WORD_VALUE = _pattern(
    rf"{C}\s+(?:(?:is|are|was|=|of|being|set\s+to)\s+)?(?P<not>not\s+)?(?P<word>[a-z][a-z_-]{{2,}})(?=\s*(?:[,.;)]|$|\b(?:and|or)\b))"
)
VERB_DAY = _pattern(rf"(?<![\w‹])(?P<noun>[a-z]+(?:ed|en|t|s)?)\s+(?P<sign>{SIGN})\s+(?P<v>{V})")
VERB_SPAN = _pattern(rf"(?<![\w‹])(?P<noun>[a-z]+)\s+(?P<not>not\s+)?between\s+(?P<a>{V})\s+and\s+(?P<b>{V})")
VERBS = _pattern(
    r"(?<![\w‹])(?P<noun>[a-z]+)\s+(?P<sign>before|after)\s+(?:they|it|the\s+\w+)\s+(?P<other>[a-z]+)"
)

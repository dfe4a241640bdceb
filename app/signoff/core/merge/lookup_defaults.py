"""What lookup rules take where nothing is found: ``-1 if there is no member``, ``unmatched = 'X'``, ``else 0``."""

from __future__ import annotations

import re

_VALUE = r"(?P<default>'[^']*'|\"[^\"]*\"|-?\d+(?:\.\d+)?|null|N/?A|[A-Z][A-Z_]{1,})"
_NONE = (
    r"(?:(?:there\s+is\s+|there's\s+|it\s+is\s+|it\s+has\s+|has\s+|have\s+)?(?:"
    r"no\s+(?:such\s+)?(?:matching\s+|match(?:ing)?\s+|corresponding\s+|valid\s+)?[a-z]+(?:\s+(?:row|record|entry|key))?"
    r"(?:\s+(?:is\s+|was\s+|could\s+be\s+)?(?:found|exists?|returned|available|there))?"
    r"|not\s+(?:found|matched|matching|available|present|there|known|listed|in\s+(?:the\s+|that\s+)?(?:list|table|dimension|lookup))"
    r"|nothing(?:\s+(?:is\s+|was\s+)?(?:found|returned|matches))?|none(?:\s+(?:is\s+)?found)?|missing|unmatched|unknown"
    r"|(?:lookup|look-up|look\s+up|match|it|this|the\s+lookup)\s+(?:fails|failed|returns\s+(?:null|nothing)|"
    r"is\s+(?:null|not\s+found|missing|empty|unmatched)|(?:does\s+not|doesn't)\s+(?:exist|match))"
    r"|(?:the\s+)?(?:[a-z]+\s+)?(?:does\s+not\s+exist|doesn't\s+exist|(?:is|was)\s+(?:not\s+(?:found|known|there|listed|in\s+(?:the\s+|that\s+)?(?:list|table))|missing|null)|"
    r"has\s+no\s+(?:match|partner|entry))))"
)
_NONE = rf"(?:{_NONE}(?:\s+(?:or|and)\s+(?:if\s+|when\s+)?{_NONE})?)"
_IF = r"(?:if|when|where|in\s+case(?:\s+of)?|for|on|upon|whenever)"
_LOAD = (
    r"(?:(?:then\s+)?(?:load|use|set|assign|insert|put|return|take|default|populate|give|write|pass|map)"
    r"(?:\s+(?:it|as|to|with|by))*\s+|(?:becomes|is|goes\s+to|gets)\s+|[=:]\s*|->\s*|=>\s*|→\s*)?"
    r"(?:then\s+)?(?:to\s+)?(?:the\s+)?(?:default\s+)?(?:value\s+|key\s+|member\s+)?(?:of\s+)?"
)
_LEAD = r"(?<!\w)\s*(?:[,;.(–—]|-(?!\d))?\s*(?:(?:and|but|or)\s+)?"
_END = r"(?:\s+instead)?\s*[).]*$"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"{_LEAD}(?:{_IF}\s+)?{_NONE}\s*[,:]?\s*{_LOAD}{_VALUE}{_END}",
        rf"{_LEAD}(?:otherwise|or\s+else|else|if\s+not)\s*[,:]?\s*{_LOAD}{_VALUE}{_END}",
        rf"{_LEAD}(?:with\s+)?(?:an?\s+|the\s+)?default(?:s|ed|ing)?(?:\s+value)?(?:\s+(?:to|is|of|as))?\s*[:=]?\s*{_VALUE}"
        rf"(?:\s+{_IF}\s+{_NONE})?{_END}",
        rf"{_LEAD}{_LOAD}{_VALUE}\s*(?:\({_IF}?\s*{_NONE}\)|{_IF}\s+{_NONE}|=\s*{_NONE}|as\s+(?:the\s+)?default)"
        rf"(?:\s+[a-z]+)?{_END}",
        rf"{_LEAD}(?:(?:load|use|set|assign|take|insert|return)\s+)?(?:to\s+)?(?:the\s+)?unknown\s+(?:member|row|key|record)\s*\(?\s*(?:=|:|is)?\s*{_VALUE}\s*\)?"
        rf"(?:\s+{_IF}\s+{_NONE})?{_END}",
    )
)
_ALONE = re.compile(
    rf"(?<=[\w)'\"])[.;]\s+(?P<default>(?!(?:leave|keep|null|empty|blank|default|error|the|it|same|load|take|use|set|no\s+value|nothing)\b)[A-Za-z][\w-]*(?:\s+[\w-]+)?)\s+{_IF}\s+{_NONE}{_END}",
    re.IGNORECASE,
)
"""A sentence of its own that is a value and when it is taken: ``Its title. No position if nothing is found``."""
_NULLS = re.compile(
    r"\s*[,;.(-]?\s*(?:(?:leave|keep)\s+(?:it\s+)?(?:as\s+)?(?:null|empty|blank)\s+(?:if|when|where)\s+"
    rf"{_NONE}|(?:if|when|where)\s+{_NONE}\s*[,:]?\s*(?:then\s+)?(?:leave|keep|load|set|stays?|remains?)\s+"
    r"(?:it\s+|to\s+)?(?:as\s+)?(?:null|empty|blank))\s*[).]*$",
    re.IGNORECASE,
)


ITSELF = "itself"
"""A default that is the value looked up by: ``the code itself if not listed``."""
_ITSELF = re.compile(
    rf"{_LEAD}(?:(?:else|otherwise|if\s+not|{_IF}\s+{_NONE})\s*[,:]?\s*)?(?:(?:keep|take|use|show|load|leave)\s+)?(?:the\s+)?"
    rf"(?:(?:source\s+|own\s+|original\s+)?(?:code|value|key|number|name|text)\s+(?:itself|as\s+it\s+is|unchanged)|source\s+value|code\s+as\s+it\s+is)"
    rf"(?:\s+{_IF}\s+{_NONE})?{_END}",
    re.IGNORECASE,
)


def without_default(text: str) -> tuple[str, str]:
    """The rule without what is taken where nothing is found, and that as SQL literal; empty for none or NULL."""
    nulls = _NULLS.search(text)
    if nulls is not None and nulls.start() > 0:
        return text[: nulls.start()].rstrip(" ,;."), ""
    own = _ITSELF.search(text)
    if own is not None and own.start() > 0 and re.search(rf"{_IF}|\belse|\botherwise", own.group(), re.I):
        return text[: own.start()].rstrip(" ,;."), ITSELF
    for shape in _SHAPES:
        match = shape.search(text)
        if match is None or match.start() == 0 or not _is_value(match["default"]):
            continue
        said = match["default"]
        if said.lower() == "null":
            return text[: match.start()].rstrip(" ,;."), ""
        return text[: match.start()].rstrip(" ,;."), _literal(said)
    alone = _ALONE.search(text)
    if alone is not None and alone.start() > 0:
        return text[: alone.start()].rstrip(" ,;."), _literal(alone["default"])
    return text, ""


def _is_value(said: str) -> bool:
    """A bare word counts as a value only in capitals: it would else be a name or a word of the sentence."""
    known = said[:1].isupper() and said.lower() in _KNOWN
    return not said[:1].isalpha() or said.upper() == said or known or said.lower() in ("null", "n/a")


_KNOWN = frozenset(
    ("unknown", "other", "others", "undefined", "unspecified", "missing", "unassigned", "unmapped", "none")
)
"""Words that stand for nothing found, written with a capital."""


def _literal(said: str) -> str:
    if said[0] in "'\"":
        said = said[1:-1]
    elif not said[0].isalpha():
        return said
    return "'" + said.replace("'", "''") + "'"

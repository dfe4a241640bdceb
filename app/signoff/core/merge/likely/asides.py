"""Rules without words that change nothing, and what stands for a missing value: what is left is the rule itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_NULL = r"(?:null|empty|blank|no\s+value|nothing|stays\s+empty|left\s+empty|leave\s+(?:it\s+)?empty|unfilled)"
_HARMLESS = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"^(?:and\s+|else\s+|otherwise\s+)?(?:is\s+|stays\s+)?{_NULL}\s+(?:if|when|where|for|while|as\s+long\s+as|in\s+case|without|unless)\b.*$",
        rf"^(?:if|when|where|for|without|in\s+case)\b[^=:]*(?:missing|empty|null|blank|none|not\s+(?:there|given|known|filled|set)|no\s+\w+)[^=:]*[,:=]?\s*{_NULL}$",
        r"^(?:too\s+)?(?:early|earlier|late|later|before\s+that)\s+(?:is|=|gives|means|counts\s+as)\s+(?:negative|minus|positive)$",
        r"^(?:may|can)\s+be\s+(?:negative|empty|null)$",
        r"^(?:e\.?\s?g\b|for\s+example|example|such\s+as|like)\b.*$",
        r"^(?:as|see)\s+(?:above|below|before|in)\b.*$",
        r"^(?:same\s+day|the\s+same\s+day|first\s+\w+|equal)\s*(?:=|is|gives)\s*0$",
        r"^(?:never|there\s+is|there\s+are|it\s+is|they\s+are|always|both\s+are)\b.*$",
        r"^(?:if|when)\s+(?:there\s+is\s+)?(?:none|nothing)\s*[:,]?\s*(?:null|empty)$",
        r"^both\s+(?:\w+\s+)?(?:are\s+)?(?:included|inclusive|counted)$",
        r"^(?:standard|default|agreed|confirmed|important|note|remark|see)\b[^=:]*$",
    )
)
"""Pieces of a rule that say what holds anyway."""
_MISSING = (
    r"(?:(?:the\s+)?[\w ]{0,40}?(?:not\s+(?:found|there|known|in\s+[\w ]+)|"
    r"missing|unknown|without\s+[\w ]+|no\s+(?:match|partner|hit|entry|row|value|record))"
    r"|none|nothing|missing|empty|blank|null|no\s+\w+|not\s+found|no\s+match)"
)
_DEFAULTS = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"^(?:and\s+|else\s+|otherwise\s+)?(?:if\s+|when\s+|where\s+|for\s+)?{_MISSING}\s*(?:=|:|->|→|gives|becomes|means|is)\s*(?P<value>[^=:]+)$",
        rf"^(?:and\s+|else\s+|otherwise\s+)?(?P<value>'[^']*'|\"[^\"]*\"|-?\d+(?:\.\d+)?|[A-Z][\w/ -]*?)"
        rf"\s+(?:if|when|where|for|in\s+case)\s+(?:it\s+is\s+|there\s+is\s+|that\s+is\s+)?{_MISSING}$",
    )
)
_BRACKET = re.compile(r"\s*\([^()]*\)")
_CUT = re.compile(r"\s*(?:;|,|\.(?=\s|$)|\n)\s*")
_MOST_WORDS = 4


def without_asides(rule: str) -> Iterator[tuple[str, str]]:
    """The rule without pieces that change nothing, with the value for a missing one; the longest that is left first.

    Args:
        rule: the rule.
    """
    for text in dict.fromkeys((rule, _BRACKET.sub("", rule))):
        cuts = [0, *(m.end() for m in _CUT.finditer(text)), len(text)]
        pieces = [text[a:b] for a, b in pairwise(cuts) if text[a:b].strip()]
        kept: list[str] = []
        default = ""
        for piece in pieces:
            plain = piece.strip(" ,;.\n")
            value = default_of(plain) if kept and not default else ""
            if value:
                default = value
            elif not (kept and any(shape.match(plain) for shape in _HARMLESS)):
                kept.append(piece)
        left = "".join(kept).strip(" ,;\n")
        if left and left != rule.strip() and (len(kept) < len(pieces) or text != rule):
            yield left, default


def default_of(piece: str) -> str:
    """The value that a piece gives for a missing one, as it is written; empty for other pieces."""
    for shape in _DEFAULTS:
        match = shape.match(piece)
        value = match["value"].strip() if match is not None else ""
        if value and len(value.split()) <= _MOST_WORDS and value.casefold() not in ("null", "empty", "blank"):
            return value
    return ""

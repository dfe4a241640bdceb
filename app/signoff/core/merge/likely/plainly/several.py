"""One of several columns in plain words: the first that is filled, the latest, the earliest."""

from __future__ import annotations

import re

from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.names import kind_of
from signoff.core.merge.likely.plainly.numbers import amount_of

_FIRST_FILLED = re.compile(
    r"^(?:the\s+)?(?P<a>[\w'\s]+?)\s*,?\s+(?:if|when|where)\s+(?:we\s+have\s+(?:one|it|that)|there\s+is\s+"
    r"(?:one|any)|(?:it\s+is\s+|that\s+is\s+)?(?:filled|given|known|set|available|there|present|not\s+"
    r"(?:blank|empty|null)))(?:\s+in)?\s*,?\s*(?:else|otherwise|if\s+not|failing\s+that|or\s+else|"
    r",)\s*,?\s*(?:use\s+|take\s+)?(?:the\s+)?(?P<b>[\w'\s]+)$|"
    r"^(?:the\s+)?(?P<c>[\w'\s]+?)\s*,?\s+(?:or|and|else)\s+(?:the\s+)?(?P<d>[\w'\s]+?)\s+(?:if|when|"
    r"where)\s+(?:that|it|there|the\s+first|this|the\s+former)\s+(?:one\s+)?(?:is\s+)?(?:missing|empty|"
    r"blank|not\s+\w+|null|none)$",
    re.IGNORECASE,
)
_LATEST = re.compile(
    r"^(?:the\s+)?(?:(?P<late>most\s+recent|latest|last|newest|greatest|highest|largest|max(?:imum)?|later"
    r"|bigger|higher)|(?P<early>earliest|first|oldest|lowest|smallest|min(?:imum)?|earlier|smaller|lower|"
    r"least))\s+(?:one\s+)?(?:of|among|between|date\s+of|value\s+of)\s+(?P<what>.+)$",
    re.IGNORECASE,
)


def several_of(text: str, ground: Ground) -> str:
    """SQL of one of several columns: the first that is filled, the latest, the earliest."""
    plain = " ".join(text.strip(" ,;.").split())
    return latest_of(plain, ground) or first_filled(plain, ground)


def first_filled(text: str, ground: Ground) -> str:
    """One column where it is filled, another where it is not."""
    match = _FIRST_FILLED.match(text)
    if match is None:
        return ""
    first, second = (
        ground.names.called(match["a"] or match["c"]),
        ground.names.called(match["b"] or match["d"]),
    )
    if first is None or second is None or first.sql == second.sql or kind_of(first) != kind_of(second):
        return ""
    if kind_of(first) == "text":
        return f"coalesce(nullif(trim({ground.bare(first)}), ''), {ground.bare(second)})"
    return f"coalesce({ground.sql(first)}, {ground.sql(second)})"


def latest_of(text: str, ground: Ground) -> str:
    """The latest or the earliest of the source cells, those without a value left out."""
    match = _LATEST.match(text)
    if match is None:
        return ""
    kind = "number" if ground.target == "number" else "day"
    told = [c for c in ground.names.sources if kind_of(c) == kind]
    mixed = re.fullmatch(
        r"(?:the\s+)?(?P<a>[\w\s]+?)\s+(?:and|or)\s+(?:the\s+)?(?P<b>[\w\s]+)", match["what"]
    )
    if kind == "number" and mixed is not None and re.search(r"\d", match["what"]):
        first, second = amount_of(mixed["a"], ground), amount_of(mixed["b"], ground)
        return f"{'greatest' if match['late'] else 'least'}({first}, {second})" if first and second else ""
    if len(told) < 2:
        parts = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s+or\s+", match["what"])
        called = [ground.names.called(p, kind) for p in parts]
        told = [c for c in called if c is not None] if all(called) else []
    if len(told) < 2 or re.search(
        r"\b(?:per|each|if|when|row|but|not|never|unless|except|only|before|after)\b", match["what"]
    ):
        return ""
    return f"{'greatest' if match['late'] else 'least'}({', '.join(ground.sql(c) for c in told)})"

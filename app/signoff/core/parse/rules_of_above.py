"""Rules that change the one above in a single way: ``same, but only those with status paid``, ``the latest of them``.

Both must be about the same source columns. Where the rule above has no place for what is said, nothing is made of it.
"""

from __future__ import annotations

import re

_SAME = (
    r"(?:(?:the\s+|exactly\s+the\s+)?same(?:\s+(?:count|number|sum|total|as\s+(?:above|before)))?"
    r"|as\s+above|ditto|likewise)"
)
_ONLY = re.compile(
    rf"^{_SAME}\s*[,;:]?\s*(?:but\s+|and\s+)?(?:only\s+|just\s+)(?:for\s+|of\s+)?(?:those|the\s+ones|the\s+rows|rows|ones)\s+"
    r"(?P<how>with|where|whose|that|which)\s+(?P<what>[^,;]+)$",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"^(?P<head>(?:the\s+)?(?:number|count|sum|total|average)\s+of\s+[^,;.()]+?)(?P<tail>\s*[,;]\s*(?:0|zero|null|empty|no\s+value)\s+(?:if|when|where|for)\b[^,;]*)?$",
    re.IGNORECASE,
)
_TESTS = re.compile(r"\b(?:with|where|whose|that|which|who|if|when|only|without|except)\b", re.IGNORECASE)
_EARLY = ("earliest", "first", "oldest", "lowest", "smallest", "minimum", "least")
_LATE = ("latest", "last", "newest", "highest", "largest", "maximum", "greatest")
_WHICH = rf"(?P<which>{'|'.join((*_EARLY, *_LATE))})"
_OF_THEM = re.compile(
    rf"^(?:the\s+)?{_WHICH}(?:\s+one)?\s+of\s+(?:them|these|those|the\s+same)(?:\s+(?:all|too))?$",
    re.IGNORECASE,
)
_OF = re.compile(
    rf"^(?:the\s+)?{_WHICH}\s+(?P<of>of\s+[^,;]+?)(?:\s*,\s*whichever\s+(?:one\s+)?(?:comes|came|is"
    rf"|was)\s+(?:{'|'.join((*_EARLY, *_LATE))}))?$",
    re.IGNORECASE,
)


def changed_from_above(above: str, text: str) -> str:
    """The rule above as the text changes it; empty where the text says anything else.

    Args:
        above: the rule of the row above, written out.
        text: the rule that refers to it.
    """
    plain = " ".join(text.split()).strip(" .;")
    return _only_some(" ".join(above.split()).strip(" .;"), plain) or _other_end(
        " ".join(above.split()), plain
    )


def _only_some(above: str, text: str) -> str:
    """A count or a sum of fewer rows."""
    told, summed = _ONLY.match(text), _SUM.match(above)
    if told is None or summed is None or _TESTS.search(summed["head"]):
        return ""
    return f"{summed['head']} {told['how']} {told['what'].strip()}{summed['tail'] or ''}"


def _other_end(above: str, text: str) -> str:
    """The latest of what the row above has the earliest of, or the other way round."""
    told, first = _OF_THEM.match(text), _OF.match(above.strip(" .;"))
    if told is None or first is None:
        return ""
    same_end = (told["which"].casefold() in _EARLY) == (first["which"].casefold() in _EARLY)
    return "" if same_end else f"{told['which']} {first['of']}"

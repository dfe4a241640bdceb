"""What texts say of a key that all joins of a file are to compare too: ``within the same source_relation``."""

from __future__ import annotations

import re

_ALSO = r"(?:also|additionally|too|as\s+well|now|from\s+now\s+on|in\s+addition|further|furthermore)"
_MUST = r"(?:(?:has|have)\s+to\s+|must\s+|should\s+|shall\s+|will\s+)?"
_EVERY = r"(?:every|each|all(?:\s+of)?(?:\s+the|\s+these)?)"
_KEY = r"(?:the\s+|an?\s+|equal\s+|matching\s+)*(?:column\s+)?[`'\"]?(?P<column>\w+_\w+|\w+)[`'\"]?(?!\w)"
_COMPARE = (
    r"(?:compares?|match(?:es)?(?:\s+on)?|uses?|includes?|takes?(?:\s+in)?|needs?|joins?\s+(?:on|by)|(?:is|are|goes|go|runs?)\s+(?:on|by|over)|"
    r"carr(?:y|ies)|contains?|considers?|respects?)"
)
_BY = r"(?:on|by|via|over|through|using|within|with|at)"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"\b{_EVERY}\s+(?:\w+\s+)?(?:joins?|look-?ups?)\s+(?:{_ALSO}\s+)*{_MUST}(?:{_ALSO}\s+)*{_COMPARE}\s+{_KEY}",
        rf"\b(?:the\s+|its\s+)?(?:joins?|look-?ups?|join\s+(?:conditions?|keys?))\s+(?:(?:{_ALSO}\s+)+{_MUST}|{_MUST}{_ALSO}\s+){_COMPARE}\s+{_KEY}",
        rf"\b(?:add|adding|include|put|take|bring)s?\s+{_KEY}\s+(?:to|in|into)\s+(?:{_EVERY}\s+|the\s+)(?:\w+\s+)?(?:joins?|join\s+(?:conditions?|keys?))\b",
        rf"[`'\"]?\b(?P<column>\w+_\w+)[`'\"]?\s+(?:(?:is|was|goes|comes)\s+)?(?:(?:now|also|a|new)\s+)*(?:added\s+to|included\s+in|part\s+of|in|into)\s+"
        rf"(?:{_EVERY}\s+)(?:of\s+)?(?:the\s+)?(?:\w+\s+)?(?:joins?|join\s+(?:conditions?|keys?))\b",
        rf"\b(?:joined|joins?|matched|linked|looked\s+up|found)\s+(?:only\s+)?(?:within|with|by|on|for|at|in)\s+the\s+same\s+{_KEY}",
        rf"\b(?:are|is)\s+(?:now\s+)?(?:{_ALSO}\s+)(?:joined|matched|linked|looked\s+up)\s+{_BY}\s+{_KEY}",
        rf"\b(?:joined|matched|linked|looked\s+up)\s+(?:{_ALSO}\s+)?{_BY}\s+{_KEY}\s+(?:too|as\s+well|also|in\s+addition|besides|additionally)\b",
    )
)
_NO_KEY = frozenset({"the", "key", "keys", "column", "columns", "id", "same", "both", "all"})


def further_key(text: str) -> str:
    """The column that a text asks all joins to compare too; empty where it asks for none.

    Args:
        text: a note, a line above a grid or what stands beside a column.
    """
    plain = " ".join(text.split())
    found = {
        match["column"].casefold(): match["column"]
        for shape in _SHAPES
        for match in shape.finditer(plain)
        if match["column"].casefold() not in _NO_KEY
    }
    return next(iter(found.values())) if len(found) == 1 else ""

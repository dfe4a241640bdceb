"""Words beside an else that say nothing more: ``anything else (also empty) -> no`` is of empty values anyway."""

from __future__ import annotations

import re

_ELSE_TOO = re.compile(
    r"\b(?P<else>anything\s+else|everything\s+else|all\s+(?:the\s+)?others?|others?|otherwise|else|the\s+rest)\s*"
    r"\((?:also|incl(?:uding|\.)?|even)\s+(?:if\s+|when\s+)?(?:empty|null|missing|blank)(?:\s+(?:ones|values))?\)(?=\s*(?:->|=>|→|:|=))",
    re.IGNORECASE,
)
_TWO_VALUES = re.compile(r"(?P<a>\b[A-Z][\w-]*|'[^']*')\s+and\s+(?P<b>[A-Z][\w-]*|'[^']*')(?=\s*(?:->|=>|→))")


def plain_else(text: str) -> str:
    """A rule without what only says that its else is of empty values too, and with listed values between commas.

    Args:
        text: the rule, on one line.
    """
    return _TWO_VALUES.sub(r"\g<a>, \g<b>", _ELSE_TOO.sub(r"\g<else>", text))

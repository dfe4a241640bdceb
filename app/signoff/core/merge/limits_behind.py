"""Limits behind a text on rows: read with and without them, the same condition means that nothing follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LIMIT = re.compile(
    r"(?<![\s.;:!?])\s*,?\s+(?:but\s+|and\s+)?(?=(?:unless|except|provided|if(?!\s+(?:two|three|several|many|more|both|there\s+(?:is|are)|they\s+are|equal|the\s+same|any\b|needed|necessary|available))|only\s+(?:for|if|when|where|on|in|with)|as\s+long\s+as|so\s+long\s+as"
    r"|while|until|on\s+(?:working|week|business|bank|public|open(?:ing)?)\s?-?(?:days?|ends?|holidays?))\b)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.;](?=\s)|\n")
_CLOSED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|'[^']*'|\"[^\"]*\"")


def without_limit(text: str) -> Iterator[str]:
    """A text on rows without one of its limits, up to the end of the sentence; the last of them is taken out first.

    Brackets and quotes aren't cut.

    Args:
        text: of one or more sentences, in a document's words.
    """
    closed = _CLOSED.sub(lambda part: "x" * len(part[0]), text)
    for cut in reversed(list(_LIMIT.finditer(closed))):
        head = text[: cut.start()].strip(" ,;")
        stop = _STOP.search(closed, cut.end())
        if head:
            yield f"{head}{text[stop.start() :] if stop is not None else ''}"

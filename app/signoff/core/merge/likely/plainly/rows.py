"""Texts put one after the other: what is done with each of them, and what becomes of the signs where one is missing."""

from __future__ import annotations

import re

from signoff.core.merge.likely.plainly.ground import Ground

_OTHER_ONLY = re.compile(
    r"^(?:and\s+|but\s+)?(?:if|when|where)\s+(?:only\s+)?(?:one|either|any|a\s+part)(?:\s+of\s+(?:the\s+|"
    r"them)?(?:two|three|parts)?)?\s+(?:is|are)\s+(?:missing|blank|empty|null|not\s+\w+)(?:\s+or\s+"
    r"\w+)?\s*,?\s*(?:then\s+)?"
    r"(?:we\s+)?(?:just\s+|only\s+)?(?:show|use|take|write|put|keep|leave|it\s+is)?\s*(?:just\s+|only\s+)?"
    r"(?:the\s+)?(?:others?|rest|remaining)(?:\s+\w+)?(?:\s+only|\s+alone)?(?:\s*,?\s*(?:without|no)\s+"
    r"(?:the\s+|an?\s+)?\w+)?$|"
    r"^(?:skip|leave\s+out|ignore|drop|omit)\s+(?:the\s+)?(?:missing|blank|empty|null)\s*(?:ones|parts|\w+)?$",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"^(?:and\s+)?(?:no|without)\s+(?:an?\s+|the\s+)?(?:comma|space|dash|hyphen|slash|separator|sign)"
    r"(?:\s+then)?$|^(?:and\s+)?(?:if|when|where)\s+(?:both|all|neither|none)\s+(?:are|is)(?:\s+(?:missing"
    r"|blank|empty|null|there|given|filled))?\s*,?\s*(?:then\s+)?(?:leave\s+(?:it\s+)?|it\s+is\s+|"
    r"stays?\s+)?(?:empty|null|blank)$",
    re.IGNORECASE,
)


def with_row(text: str, steps: tuple[str, ...], head: str, ground: Ground) -> str:
    """The texts put together with what a piece says of each; empty where it says something else.

    Args:
        text: the piece.
        steps: what it does with a value.
        head: what the rule makes so far.
        ground: what the rule is about.
    """
    if steps and all(step in ("trim({})", "upper({})", "lower({})") for step in steps):
        made = head
        for part in (p for p in dict.fromkeys(ground.row) if not p.startswith("'")):
            shown = part
            for step in steps:
                shown = step.replace("{}", shown)
            pieces = re.split(rf"{re.escape(part)}(?!\w)", made)
            made = shown.join(pieces)
        return made
    if _OTHERWISE.match(text) and head.startswith("nullif(concat_ws("):
        return head
    if not _OTHER_ONLY.match(text):
        return ""
    parts = head.split(" || ")
    signs = {part for part in parts[1::2]}
    if len(parts) < 3 or len(parts) % 2 == 0 or len(signs) != 1 or not parts[1].startswith("'"):
        return ""
    listed = ", ".join(
        f"nullif({part if part.startswith('trim(') else f'trim({part})'}, '')" for part in parts[::2]
    )
    return f"nullif(concat_ws({parts[1]}, {listed}), '')"

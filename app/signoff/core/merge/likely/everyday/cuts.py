"""A part of a text before or behind a sign in it: ``text after # of the descriptor``, ``part before the dash``."""

from __future__ import annotations

import re

from signoff.core.merge.likely.everyday.state import Value, is_text_of
from signoff.core.merge.likely.plainly.ground import Ground, literal

_NAMED = {
    "hash": "#",
    "dash": "-",
    "hyphen": "-",
    "slash": "/",
    "colon": ":",
    "underscore": "_",
    "dot": ".",
    "at sign": "@",
    "pipe": "|",
    "bar": "|",
    "semicolon": ";",
}
_CUT = re.compile(
    r"^(?:(?:we\s+)?(?:only|just|keep|take|use)\s+)*(?:the\s+)?"
    r"(?:(?:text|part|value|everything|whatever|all|what|piece|characters?)\s+(?:that\s+)?(?:(?:is|comes|stands|follows)\s+)?)?"
    r"(?P<side>after|behind|before|in\s+front\s+of|left\s+of|right\s+of)\s+(?:the\s+)?(?P<last>last\s+|first\s+)?"
    rf"(?P<sign>'[^']{{1,3}}'|\"[^\"]{{1,3}}\"|[#@/|:;_~.-]|{'|'.join(_NAMED)})(?:\s+(?:sign|character|mark|symbol))?"
    r"(?:\s+(?:of|in)\s+(?:the|its|each)\s+\w+)?$",
    re.IGNORECASE,
)
_BEHIND = ("after", "behind", "right of")


def with_cut(piece: str, value: Value, ground: Ground) -> Value | None:
    """The value cut at a sign; one without the sign gives none behind it, and stays whole before it.

    Args:
        piece: the piece.
        value: what was read before it.
        ground: what the rule is about.
    """
    match = _CUT.match(piece)
    if match is None or ground.target != "text" or not is_text_of(value.sql, ground):
        return None
    said = match["sign"].strip("'\"")
    text = _NAMED.get(said.casefold(), said)
    sign = literal(text)
    is_last = (match["last"] or "").strip().casefold() == "last"
    if " ".join(match["side"].casefold().split()) in _BEHIND:
        rest = f"substring({{}}, strpos({{}}, {sign}) + {len(text)})"
        last = f"list_extract(string_split({{}}, {sign}), -1)"
        return value.through(f"CASE WHEN contains({{}}, {sign}) THEN {last if is_last else rest} END")
    return None if is_last else value.through(f"split_part({{}}, {sign}, 1)")

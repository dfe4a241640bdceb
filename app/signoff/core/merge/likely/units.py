"""Texts of several sentences cut into units of sense: a sentence with those behind it that only speak of its rows."""

from __future__ import annotations

import re

from signoff.core.merge.clauses import inside

_END = re.compile(r"(?<=[\w)'\"])[.;!?](?=\s|$)|\n+")
_ABBREVIATED = re.compile(
    r"\b(?:i\.e|e\.g|incl|excl|approx|resp|acc|ca|vs|cf|no|nr|rec|acct|dept|yr|max|min)\.?$", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"^\s*(?:and\s+|so\s+|then\s+|please\s+|but\s+)*(?:(?:those|these|they|such|that|them|all\s+of\s+(?:those|these|them))\b(?!\s+(?:which|that|who)\b)"
    r"|(?:please\s+)?(?:leave|ignore|drop|skip|exclude|remove|forget(?:\s+about)?|discard|omit|take|keep|throw)\s+(?:them|those|these|it|such)\b"
    r"|(?:we\s+)?(?:do\s+not|don['’]t)\s+(?:want|need|load|take|count|show|keep)\s+(?:them|those|these|it|such|(?:their|its|his|her)\s+\w+)\b)",
    re.IGNORECASE,
)

_ITEM = re.compile(r"^(?:\(?\d{1,2}[.)]|\(?[a-z][)]|[-*•–])\s+", re.IGNORECASE)
"""What an item of a list begins with."""


def units_of(text: str) -> list[str]:
    """The units of a text in their order.

    Args:
        text: what a document says of rows.
    """
    found: list[str] = []
    for sentence in sentences_of(text):
        if found and _GOES_ON.match(sentence):
            found[-1] = f"{found[-1]}; {sentence}"
        else:
            found.append(sentence)
    return found


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, cut outside brackets and quotes and not behind what is shortened."""
    found, start = [], 0
    for cut in _END.finditer(text):
        piece = text[start : cut.start()]
        if "\n" not in cut.group() and (inside(text[start:], cut.start() - start) or _is_short(piece, cut)):
            continue
        found.append(piece)
        start = cut.end()
    return [bare for s in (*found, text[start:]) if (bare := _ITEM.sub("", s.strip()))]


def _is_short(piece: str, cut: re.Match[str]) -> bool:
    return (
        cut.group() == "."
        and _ABBREVIATED.search(piece) is not None
        and bool(cut.string[cut.end() :].strip())
    )

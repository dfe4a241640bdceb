"""Where the tags and blocks of a text stand, by its tokens. Child only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from signoff.core.engines.jinja.sandbox import Placed

_OPENING = {"variable_begin", "block_begin", "comment_begin", "raw_begin"}
_CLOSING = {"variable_end", "block_end", "comment_end", "comment", "raw_end", "raw_begin"}
_ALWAYS_CLOSED = frozenset(
    (
        "if",
        "for",
        "macro",
        "call",
        "filter",
        "snapshot",
        "materialization",
        "test",
        "data_test",
        "docs",
        "with",
    )
)
_FURTHER = frozenset({"elif", "else"})


@dataclass(frozen=True)
class Tag:
    """One tag of the text, brackets included."""

    start: int
    end: int
    word: str
    """First word of a block tag; empty for others."""
    first: int
    last: int
    """Its tokens."""


@dataclass
class Block:
    """One block: numbers of its opening tag, of the tags that begin a further branch, and of its end tag."""

    word: str
    opening: int
    further: list[int] = field(default_factory=list)
    closing: int = -1


def tags_of(text: str, tokens: Sequence[Placed]) -> list[Tag]:
    """Every tag, in order."""
    found: list[Tag] = []
    first = -1
    for number, token in enumerate(tokens):
        if first < 0 and token.kind in _OPENING | {"raw_end"}:
            first = number
        if first >= 0 and token.kind in _CLOSING and not _goes_on(tokens, number):
            start = tokens[first].start
            end = start + len(text[start : token.end].rstrip())
            found.append(Tag(start, end, _word(text, tokens, first), first, number))
            first = -1
    return found


def _goes_on(tokens: Sequence[Placed], number: int) -> bool:
    """Whether a comment's text is followed by its bracket."""
    kind = tokens[number].kind
    return kind == "comment" and number + 1 < len(tokens) and tokens[number + 1].kind == "comment_end"


def _word(text: str, tokens: Sequence[Placed], first: int) -> str:
    if tokens[first].kind != "block_begin":
        return ""
    names = (t for t in tokens[first + 1 : first + 3] if t.kind == "name")
    return next((text[t.start : t.end] for t in names), "")


def blocks_of(tags: Sequence[Tag], closed_sets: set[int]) -> list[Block]:
    """Every block that has an end tag, in the order of their opening tags.

    Args:
        tags: of the text.
        closed_sets: numbers of those ``set`` tags that have an ``endset``.
    """
    found: list[Block] = []
    waiting: list[Block] = []
    for number, tag in enumerate(tags):
        if tag.word in _ALWAYS_CLOSED or number in closed_sets:
            waiting.append(Block(tag.word, number))
            found.append(waiting[-1])
        elif tag.word in _FURTHER and waiting:
            waiting[-1].further.append(number)
        elif tag.word.startswith("end") and waiting:
            waiting.pop().closing = number
    return [b for b in found if b.closing >= 0]

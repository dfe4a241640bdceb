"""What is left open in a text that Jinja can't read: a tag or a block, told with its line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError


class TagKind(StrEnum):
    """What the brackets of a tag say."""

    OUTPUT = "{{"
    BLOCK = "{%"
    COMMENT = "{#"


_CLOSING = {TagKind.OUTPUT: "}}", TagKind.BLOCK: "%}", TagKind.COMMENT: "#}"}


@dataclass(frozen=True)
class Tag:
    """One tag of the file."""

    kind: TagKind
    start: int
    end: int
    """In the file, brackets included."""
    body: str
    """What stands between the brackets, without blanks and dashes at the ends."""

    @property
    def word(self) -> str:
        """First word of the body, such as ``if``, ``endif`` or ``set``."""
        return self.body.split(None, 1)[0] if self.body else ""


_BLOCKS = frozenset(("if", "for", "macro", "call", "filter", "raw", "with", "snapshot"))


def say_what_is_open(text: str) -> None:
    """Say which tag or block is never closed; nothing where all are.

    Raises:
        SignoffError: one is not.
    """
    waiting: list[Tag] = []
    for tag in tags_of(text):
        if tag.kind != TagKind.BLOCK:
            continue
        if tag.word in _BLOCKS:
            waiting.append(tag)
        elif waiting and tag.word == f"end{waiting[-1].word}":
            waiting.pop()
    if waiting:
        raise SignoffError(say("update.jinja_never_closed", word=waiting[-1].word))


def tags_of(text: str) -> list[Tag]:
    """Every tag, in order.

    Raises:
        SignoffError: a tag is never closed.
    """
    found, place = [], 0
    while (start := text.find("{", place)) >= 0:
        bracket = text[start : start + 2]
        if bracket not in _CLOSING:
            place = start + 1
            continue
        kind = TagKind(bracket)
        end = _end(text, start + 2, kind)
        found.append(Tag(kind, start, end, text[start + 2 : end - 2].strip("-+ \t\r\n")))
        place = end
    return found


def _end(text: str, place: int, kind: TagKind) -> int:
    """Place behind the closing bracket; brackets inside quotes do not close, but in comments."""
    closing, quote = _CLOSING[kind], ""
    start = place
    while place < len(text):
        letter = text[place]
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "'\"" and kind != TagKind.COMMENT:
            quote = letter
        elif text.startswith(closing, place):
            return place + 2
        place += 1
    line = text.count("\n", 0, start) + 1
    raise SignoffError(say("update.jinja_tag_never_closed", line=line))

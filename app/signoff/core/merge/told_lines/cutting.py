"""Texts cut where brackets and quotes allow it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPEN, _CLOSE = "([", ")]"


def top_level(text: str) -> list[int]:
    """How deep in brackets or quotes each letter of a text stands; 0 outside of all.

    Args:
        text: any.
    """
    depths, depth, quote = [], 0, ""
    for place, letter in enumerate(text):
        inside_word = place > 0 and text[place - 1].isalnum() and text[place + 1 : place + 2].isalnum()
        if quote:
            depths.append(depth + 1)
            quote = "" if letter == quote else quote
            continue
        if letter in "'\"" and not inside_word and letter in text[place + 1 :]:
            quote = letter
            depths.append(depth + 1)
            continue
        depth -= letter in _CLOSE and depth > 0
        depths.append(depth + (letter in _CLOSE))
        depth += letter in _OPEN
    return depths


def cut(text: str, shape: re.Pattern[str]) -> list[str]:
    """The pieces of a text between what matches outside brackets and quotes, without blanks; empty ones left out.

    Args:
        text: any.
        shape: of what stands between two pieces.
    """
    depths, pieces, start = top_level(text), [], 0
    for match in shape.finditer(text):
        if match.end() > match.start() and depths[match.start()] == 0:
            pieces.append(text[start : match.start()])
            start = match.end()
    return [piece.strip() for piece in (*pieces, text[start:]) if piece.strip()]


def with_brackets_apart(text: str) -> Iterator[tuple[str, bool]]:
    """What stands outside brackets and what within, in their order, each with whether it stood within.

    Args:
        text: any.
    """
    depths, start = top_level(text), 0
    for match in re.finditer(r"\(", text):
        if depths[match.start()] or match.start() < start:
            continue
        end = next((n for n in range(match.start() + 1, len(text)) if text[n] == ")" and depths[n] == 1), -1)
        if end < 0:
            break
        yield text[start : match.start()].strip(), False
        yield text[match.start() + 1 : end].strip(), True
        start = end + 1
    yield text[start:].strip(), False

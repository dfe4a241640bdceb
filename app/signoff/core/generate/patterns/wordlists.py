"""Sets of words, written as a person would list them."""

from __future__ import annotations


def word_set(*lines: str) -> frozenset[str]:
    """The words of the lines, blanks between them."""
    return frozenset(word for line in lines for word in line.split())

"""Which words of two lines differ, and how alike two lines are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

Span = tuple[int, int]
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_MOST_CELLS = 40_000
"""Words left times words right that are compared; of more the whole middle counts as changed."""


def words_of(line: str) -> Counter[str]:
    """The words and signs of a line with their counts, blanks left out."""
    return Counter(token for token in _TOKEN.findall(line) if not token.isspace())


def likeness(left: Counter[str], right: Counter[str]) -> float:
    """Share of words that two lines have in common, 0 to 1."""
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 1.0


def changed_spans(left: str, right: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Where two lines differ, as spans of characters of each."""
    mine, theirs = _TOKEN.findall(left), _TOKEN.findall(right)
    start = _common(mine, theirs)
    end = _common(mine[start:][::-1], theirs[start:][::-1])
    a, b = mine[start : len(mine) - end], theirs[start : len(theirs) - end]
    codes = [(0, len(a), 0, len(b))]
    if len(a) * len(b) <= _MOST_CELLS:
        matcher = SequenceMatcher(None, a, b, autojunk=False)
        codes = [places for kind, *places in matcher.get_opcodes() if kind != "equal"]  # type: ignore[misc]
    lefts = [(start + i, start + k) for i, k, _j, _m in codes]
    rights = [(start + j, start + m) for _i, _k, j, m in codes]
    return _in_characters(mine, lefts), _in_characters(theirs, rights)


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    pairs = zip(left, right, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right)))


def _in_characters(tokens: Sequence[str], spans: Sequence[Span]) -> tuple[Span, ...]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return tuple((starts[i], starts[k]) for i, k in spans if i < k)

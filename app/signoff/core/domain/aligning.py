"""Which lines of two texts belong together: lines that both hold once are the anchors, difflib does what is between.

difflib alone takes quadratic time and pairs blank lines and brackets; with anchors the pieces it sees are short.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

Pair = tuple[int, int]
_MOST_CELLS = 1_000_000
"""Lines left times lines right that are compared without an anchor; more are told as different."""
_SHORT = 200
"""Up to this many lines difflib looks at frequent lines too."""


def matched(left: Sequence[str], right: Sequence[str]) -> list[Pair]:
    """Positions of the lines that stay, rising on both sides."""
    pairs: list[Pair] = []
    open_pieces = [(0, len(left), 0, len(right))]
    while open_pieces:
        a, b, c, d = open_pieces.pop()
        ends, (a, b, c, d) = _common_ends(left, right, (a, b, c, d))
        pairs += ends
        if a == b or c == d:
            continue
        anchors = _anchors(left, right, (a, b, c, d))
        if anchors:
            pairs += anchors
            open_pieces += _between(anchors, (a, b, c, d))
        elif (b - a) * (d - c) <= _MOST_CELLS:
            pairs += _by_difflib(left, right, (a, b, c, d))
    return sorted(pairs)


_Piece = tuple[int, int, int, int]


def _common_ends(left: Sequence[str], right: Sequence[str], piece: _Piece) -> tuple[list[Pair], _Piece]:
    a, b, c, d = piece
    pairs = []
    while a < b and c < d and left[a] == right[c]:
        pairs.append((a, c))
        a, c = a + 1, c + 1
    while a < b and c < d and left[b - 1] == right[d - 1]:
        b, d = b - 1, d - 1
        pairs.append((b, d))
    return pairs, (a, b, c, d)


def _anchors(left: Sequence[str], right: Sequence[str], piece: _Piece) -> list[Pair]:
    """Lines that each side of a piece holds once, the longest run of them that rises on both sides."""
    a, b, c, d = piece
    mine, theirs = Counter(left[a:b]), Counter(right[c:d])
    place = {right[j]: j for j in range(c, d) if theirs[right[j]] == 1}
    return _rising([(i, place[left[i]]) for i in range(a, b) if mine[left[i]] == 1 and left[i] in place])


def _rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest subsequence whose second parts rise."""
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, (_i, j) in enumerate(pairs):
        at = bisect_left(tops, j)
        before.append(ends[at - 1] if at else -1)
        ends[at : at + 1] = [index]
        tops[at : at + 1] = [j]
    run, index = [], ends[-1] if ends else -1
    while index >= 0:
        run.append(pairs[index])
        index = before[index]
    return run[::-1]


def _between(anchors: Sequence[Pair], piece: _Piece) -> list[_Piece]:
    a, b, c, d = piece
    starts = [(a, c), *((i + 1, j + 1) for i, j in anchors)]
    return [(i, k, j, m) for (i, j), (k, m) in zip(starts, [*anchors, (b, d)], strict=True)]


def _by_difflib(left: Sequence[str], right: Sequence[str], piece: _Piece) -> list[Pair]:
    a, b, c, d = piece
    matcher = SequenceMatcher(None, left[a:b], right[c:d], autojunk=max(b - a, d - c) > _SHORT)
    return [(a + i + n, c + j + n) for i, j, size in matcher.get_matching_blocks() for n in range(size)]

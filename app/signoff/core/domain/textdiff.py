"""Two texts side by side: line against line, changed words marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from signoff.core.domain.aligning import Pair, matched
from signoff.core.domain.wordspans import Span, changed_spans, likeness, words_of

_LIKE = 0.5
"""Share of common words from which two lines count as one line changed."""
_MOST_CELLS = 20_000
"""Lines left times lines right of one difference that are all compared; beyond, they are paired in order."""


class RowKind(StrEnum):
    """What happened to a line."""

    SAME = "same"
    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True)
class DiffRow:
    """One row of two texts side by side."""

    left_no: int | None
    """Line number from 1; None where the left text has no such line."""
    left: str | None
    """The line without its line feed."""
    right_no: int | None
    right: str | None
    kind: RowKind
    left_spans: tuple[Span, ...] = ()
    """Characters of `left` that changed, as start and end; only in a changed row."""
    right_spans: tuple[Span, ...] = ()


def side_by_side(old: str, new: str) -> tuple[DiffRow, ...]:
    """Two texts as rows; the left lines joined by line feeds are `old`, the right ones `new`."""
    left, right = lines_of(old), lines_of(new)
    rows: list[DiffRow] = []
    i = j = 0
    for k, m in [*matched(left, right), (len(left), len(right))]:
        rows += _difference(left, right, range(i, k), range(j, m))
        if k < len(left) and m < len(right):
            rows.append(DiffRow(k + 1, left[k], m + 1, right[m], RowKind.SAME))
        i, j = k + 1, m + 1
    return tuple(rows)


def blocks(rows: Sequence[DiffRow]) -> tuple[int, ...]:
    """Index of the first row of every difference, in order."""
    same = [row.kind is RowKind.SAME for row in rows]
    return tuple(n for n, quiet in enumerate(same) if not quiet and (n == 0 or same[n - 1]))


def lines_of(text: str) -> list[str]:
    """The lines of a text; joined by line feeds they are the text again, and no text has no lines."""
    return text.split("\n") if text else []


def _difference(left: Sequence[str], right: Sequence[str], gone: range, added: range) -> Iterator[DiffRow]:
    """Rows of lines that have no equal on the other side."""
    i, j = gone.start, added.start
    for k, m in [*_paired(left, right, gone, added), (gone.stop, added.stop)]:
        for n in range(i, k):
            yield DiffRow(n + 1, left[n], None, None, RowKind.GONE)
        for n in range(j, m):
            yield DiffRow(None, None, n + 1, right[n], RowKind.ADDED)
        if k < gone.stop and m < added.stop:
            spans = changed_spans(left[k], right[m])
            yield DiffRow(k + 1, left[k], m + 1, right[m], RowKind.CHANGED, *spans)
        i, j = k + 1, m + 1


def _paired(left: Sequence[str], right: Sequence[str], gone: range, added: range) -> list[Pair]:
    """Which gone line became which added one, rising on both sides."""
    if not gone or not added:
        return []
    mine, theirs = [words_of(left[i]) for i in gone], [words_of(right[j]) for j in added]
    if len(gone) * len(added) > _MOST_CELLS:
        alike = [likeness(a, b) for a, b in zip(mine, theirs, strict=False)]
        return [(gone[n], added[n]) for n, share in enumerate(alike) if share >= _LIKE]
    shares = [[likeness(a, b) for b in theirs] for a in mine]
    return [(gone[i], added[j]) for i, j in _best(shares)]


def _best(shares: Sequence[Sequence[float]]) -> list[Pair]:
    """The rising pairs whose likeness adds up to most."""
    rows, columns = len(shares), len(shares[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            share = shares[i][j]
            pair = share + best[i + 1][j + 1] if share >= _LIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], pair)
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs

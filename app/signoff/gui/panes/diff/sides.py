"""All that the page of two texts shows, worked out beside the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from signoff.core.domain.textdiff import DiffRow, RowKind, blocks, side_by_side
from signoff.gui.panes.diff.base import Base, BaseKind
from signoff.gui.panes.diff.places import columns_in, line_numbers, lines_by_name
from signoff.gui.panes.diff.proof import Proof, proof_of
from signoff.gui.widgets.sql_pieces import Piece, pieces_of

_TAB = 4
"""Columns a tab is drawn as."""


@dataclass(frozen=True)
class Sides:
    """Two texts side by side, with colours, differences and the lines of each column."""

    base: Base
    text: str
    """The proposed text."""
    rows: tuple[DiffRow, ...]
    differences: tuple[tuple[int, int], ...] = ()
    """First and last row of every difference; none where there is nothing to compare with."""
    left_pieces: tuple[tuple[Piece, ...], ...] = ()
    """By line of the left text."""
    right_pieces: tuple[tuple[Piece, ...], ...] = ()
    widest: int = 0
    """Characters of the widest line."""
    proof: Proof | None = None
    """Only for an update."""
    columns: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Rows in which a column is written, by its name in lower case."""

    @property
    def is_alone(self) -> bool:
        """Whether there is no left side."""
        return self.base.kind is BaseKind.NOTHING


def sides_of(base: Base, text: str, names: Sequence[str]) -> Sides:
    """Hold a proposed text against its base.

    Args:
        base: the left side.
        text: the right side.
        names: columns whose lines are wanted.
    """
    rows = side_by_side(text if base.kind is BaseKind.NOTHING else base.text, text)
    after = columns_in(text)
    proof = None
    if base.kind is BaseKind.EXISTING:
        proof = proof_of(rows, base.text, text, columns_in(base.text), after)
    row_of = {row.right_no: n for n, row in enumerate(rows) if row.right_no is not None}
    columns = {}
    for name in names:
        written = after.get(name.casefold())
        lines = line_numbers(text, written.stretches) if written else lines_by_name(text, name)
        columns[name.casefold()] = tuple(row_of[line] for line in lines if line in row_of)
    return Sides(
        base,
        text,
        rows,
        () if base.kind is BaseKind.NOTHING else _differences(rows),
        pieces_of(base.text),
        pieces_of(text),
        max((_width(line) for row in rows for line in (row.left, row.right) if line), default=0),
        proof,
        columns,
    )


def shown(text: str) -> str:
    """Text as it is drawn: tabs as blanks."""
    return text.replace("\t", " " * _TAB).replace("\r", "")


def _width(line: str) -> int:
    return len(line) + line.count("\t") * (_TAB - 1)


def _differences(rows: Sequence[DiffRow]) -> tuple[tuple[int, int], ...]:
    found = []
    for first in blocks(rows):
        last = first
        while last + 1 < len(rows) and rows[last + 1].kind is not RowKind.SAME:
            last += 1
        found.append((first, last))
    return tuple(found)

"""All that the page of two texts shows, worked out beside the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from signoff.core.domain.dbt import ALONE
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.textdiff import DiffRow, RowKind, blocks, side_by_side
from signoff.gui.panes.diff.base import Base, BaseKind
from signoff.gui.panes.diff.card_content import CardContent, contents_of
from signoff.gui.panes.diff.places import columns_in, line_numbers, lines_by_name
from signoff.gui.panes.diff.proof import Proof, proof_of
from signoff.gui.widgets.sql_pieces import Piece, pieces_of

_TAB = 4
"""Columns a tab is drawn as."""


@dataclass(frozen=True)
class Stop:
    """Rows that F7 leads to: a difference, or one edit of it."""

    first: int
    last: int
    edit: str = ""
    """Id of the edit; empty for a difference that no edit explains."""


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
    is_reverted: bool | None = None
    """Whether taking the edits out of the proposed text gives the existing one, to the byte; None without edits."""
    cards: tuple[CardContent, ...] = ()
    """The edits of an update, in the order of their rows."""
    stops: tuple[Stop, ...] = ()
    columns: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Rows in which a column is written, by its name in lower case."""

    @property
    def is_alone(self) -> bool:
        """Whether there is no left side."""
        return self.base.kind is BaseKind.NOTHING


def sides_of(base: Base, text: str, names: Sequence[str], dossier: Dossier | None = None) -> Sides:
    """Hold a proposed text against its base.

    Args:
        base: the left side.
        text: the right side.
        names: columns whose lines are wanted.
        dossier: the target, for the cards of its edits.
    """
    rows = side_by_side(text if base.kind is BaseKind.NOTHING else base.text, text)
    around = dossier.draft.around if dossier is not None else ALONE
    dialect = dossier.draft.dialect if dossier is not None else "duckdb"
    after = columns_in(text, around, dialect)
    before = columns_in(base.text, around, dialect) if base.kind is BaseKind.EXISTING else {}
    proof = proof_of(rows, base.text, text, before, after) if base.kind is BaseKind.EXISTING else None
    row_of = {row.right_no: n for n, row in enumerate(rows) if row.right_no is not None}
    columns = {}
    for name in names:
        written = after.get(name.casefold())
        lines = line_numbers(text, written.stretches) if written else lines_by_name(text, name)
        columns[name.casefold()] = tuple(row_of[line] for line in lines if line in row_of)
    differences = () if base.kind is BaseKind.NOTHING else _differences(rows)
    is_update = dossier is not None and base.kind is BaseKind.EXISTING
    script = dossier.draft.edits if dossier and is_update else None
    cards = contents_of(dossier, rows, before, columns) if dossier and is_update else ()
    return Sides(
        base,
        text,
        rows,
        differences,
        pieces_of(base.text),
        pieces_of(text),
        max((_width(line) for row in rows for line in (row.left, row.right) if line), default=0),
        proof,
        script.reverted(text) == base.text if script else None,
        cards,
        stops_of(differences, cards),
        columns,
    )


def stops_of(differences: Sequence[tuple[int, int]], cards: Sequence[CardContent]) -> tuple[Stop, ...]:
    """Every run of rows that an edit touches, and every difference that none does, from top to bottom."""
    stops: dict[tuple[int, int], Stop] = {}
    for card in cards:
        for first, last in _runs(card.place.rows):
            stops.setdefault((first, last), Stop(first, last, card.id))
    explained = [range(stop.first, stop.last + 1) for stop in stops.values()]
    for first, last in differences:
        if not any(rows.start <= last and first < rows.stop for rows in explained):
            stops[first, last] = Stop(first, last)
    return tuple(stops[place] for place in sorted(stops))


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


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

"""The lines of the list of columns: what each shows, which pass the filter, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from signoff.core.domain.expressions import Origin
from signoff.core.domain.origins import short_origin_words
from signoff.core.domain.review import ROWS
from signoff.core.project.standing import TargetStanding
from signoff.core.review.standing import ColumnStanding, ColumnState
from signoff.gui.panes.annotation.words import column_title, rows_words, say, state_words

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class ColumnLine:
    """One line of the list."""

    name: str
    """Column name, or `ROWS`."""
    words: str
    """How it came about, or what one row stands for."""
    standing: ColumnStanding | None = None
    """None while the target has no draft."""
    waits_for: str = ""
    """Who was asked about it."""

    @property
    def state(self) -> ColumnState | None:
        """What it waits for."""
        return self.standing.state if self.standing else None

    @property
    def told(self) -> str:
        """Its second column: somebody who was asked comes before how it came about."""
        return say("waiting for {name}").format(name=self.waits_for) if self.waits_for else self.words


def _has_origin(origin: Origin) -> Callable[[ColumnLine], bool]:
    return lambda line: line.standing is not None and line.standing.origin is origin


KINDS: Mapping[str, Callable[[ColumnLine], bool]] = {
    "all": lambda _line: True,
    "undecided": lambda line: line.standing is None or line.standing.is_left,
    "questions": lambda line: line.state in (ColumnState.QUESTION, ColumnState.UNRESOLVED),
    "remarks": lambda line: line.standing is not None and line.standing.remarks > 0,
    **{origin.value: _has_origin(origin) for origin in Origin},
}
"""Which lines each choice beside the filter field keeps."""


def lines_of(target: TargetStanding, waiting: Mapping[str, str]) -> tuple[ColumnLine, ...]:
    """Every line of a target: the rows first, then its columns.

    Args:
        target: as it stands.
        waiting: who was asked, by column in lower case.
    """
    if target.review is None:
        names = dict.fromkeys(c.name for c in target.mapping.columns)
        return tuple(ColumnLine(name, "") for name in (ROWS, *names))
    return tuple(
        ColumnLine(
            each.name,
            rows_words(target) if each.origin is None else short_origin_words(each.origin),
            each,
            waiting.get(each.name.casefold(), ""),
        )
        for each in target.review.columns
    )


class ColumnModel(QAbstractListModel):
    """The lines that pass the filter."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[ColumnLine, ...] = ()
        self._all: tuple[ColumnLine, ...] = ()
        self._text, self._kind, self._by_risk = "", "all", False

    def show(self, lines: Iterable[ColumnLine]) -> None:
        """Show other lines; the view stays where it is when the same ones pass."""
        self._all = tuple(lines)
        self._apply()

    def filter(
        self, *, text: str | None = None, kind: str | None = None, by_risk: bool | None = None
    ) -> None:
        """Change what passes and the order; what is None stays as it is."""
        self._text = self._text if text is None else text
        self._kind = self._kind if kind is None else kind
        self._by_risk = self._by_risk if by_risk is None else by_risk
        self._apply()

    def place_of(self, name: str) -> int:
        """Row of a column, or -1 when it does not pass the filter."""
        wanted = name.casefold()
        return next((n for n, line in enumerate(self.lines) if line.name.casefold() == wanted), -1)

    def as_text(self) -> str:
        """The lines as a table, tab-separated, header first."""
        header = (say("column"), say("made"), say("decision"), say("comments"))
        cells = [header, *((column_title(line.name), line.told, *_state_cells(line)) for line in self.lines)]
        return "\n".join("\t".join(row) for row in cells) + "\n"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column_title(line.name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{column_title(line.name)}\n{line.told}\n{state_words(line.state)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column_title(line.name)}, {line.told}, {state_words(line.state)}"
        return None

    def _apply(self) -> None:
        passes = KINDS[self._kind]
        kept = [line for line in self._all if self._text in _searched(line) and passes(line)]
        if self._by_risk:
            kept.sort(key=lambda line: (line.name != ROWS, -(line.standing.risk if line.standing else 0)))
        if [line.name for line in kept] != [line.name for line in self.lines]:
            self.beginResetModel()
            self.lines = tuple(kept)
            self.endResetModel()
            return
        self.lines = tuple(kept)
        if kept:
            self.dataChanged.emit(self.index(0), self.index(len(kept) - 1))


def _searched(line: ColumnLine) -> str:
    return f"{column_title(line.name)} {line.told} {state_words(line.state)}".casefold()


def _state_cells(line: ColumnLine) -> tuple[str, str]:
    return state_words(line.state), str(line.standing.comments if line.standing else 0)

"""The list of terms as Qt sees it: a heading for each kind, then its terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from signoff.core.domain.masking import TermKind
from signoff.core.mask.uses import TermUse
from signoff.gui.panes.masking.words import kind_words, use_words

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class TermLine:
    """A heading, or a term under it."""

    kind: TermKind
    use: TermUse | None = None
    count: int = 0
    """Of a heading: terms under it."""


class TermModel(QAbstractListModel):
    """Terms in the order of `terms_used`, filtered by text, stand-in or what is said of them."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[TermLine, ...] = ()
        self.shown = 0
        """Terms that pass the filter."""
        self._uses: tuple[TermUse, ...] = ()
        self._filter = ""

    @property
    def total(self) -> int:
        """All terms, the filter aside."""
        return len(self._uses)

    @property
    def everyday(self) -> int:
        """Those of all terms that are single everyday words, which no prompt is searched for."""
        return sum(use.everyday for use in self._uses)

    def show(self, uses: tuple[TermUse, ...]) -> bool:
        """Show other terms; False when they are the ones shown."""
        if uses == self._uses:
            return False
        self._uses = uses
        self._apply()
        return True

    def filter(self, text: str) -> None:
        """Show only the terms that hold a text, case-folded."""
        self._filter = text
        self._apply()

    def row_of(self, text: str) -> int:
        """Row of a term; -1 when it is not shown."""
        return next(
            (row for row, line in enumerate(self.lines) if line.use and line.use.term.text == text), -1
        )

    def as_text(self) -> str:
        """The terms shown as a table: term, kind, stand-in, uses."""
        lines = ["term\tkind\tstand-in\tused"]
        for line in self.lines:
            if line.use:
                use = line.use
                lines.append(f"{use.term.text}\t{use.term.kind}\t{use.alias_example}\t{use.count}")
        return "\n".join(lines) + "\n"

    def _apply(self) -> None:
        kept = [use for use in self._uses if self._passes(use)]
        lines: list[TermLine] = []
        for kind in dict.fromkeys(use.term.kind for use in kept):
            own = [TermLine(kind, use) for use in kept if use.term.kind is kind]
            lines += [TermLine(kind, count=len(own)), *own]
        self.beginResetModel()
        self.lines, self.shown = tuple(lines), len(kept)
        self.endResetModel()

    def _passes(self, use: TermUse) -> bool:
        text = self._filter
        return not text or text in f"{use.term.text} {use.alias_example} {use_words(use)}".casefold()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.lines[index.row()].use is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.use.term.text if line.use else kind_words(line.kind)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if line.use is None:
                return f"{kind_words(line.kind)}, {line.count}"
            return f"{line.use.term.text}, {line.use.alias_example}, {use_words(line.use)}"
        if role == Qt.ItemDataRole.ToolTipRole and line.use:
            return line.use.term.text
        return None
